"""One relative in the family panel: read at a glance, opened in place for correction."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import days, kinship, whereabouts
from app.children import Kin, Phone, Whereabouts
from ui import tokens
from ui.children.kin_editor import KinEditor, state_words
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.numbers import PhoneNumber


def _tr(text: str) -> str:
    return QCoreApplication.translate("kin", text)


def where_words(where: Whereabouts | None) -> str:
    """在外：浙江宁波，2025年3月起; "" when nothing is known."""
    if where is None:
        return ""
    if where.kind == "home":
        words = where.place if where.place.startswith("在家") else _tr("在家")
    else:
        words = _tr("在外：{0}").format(where.place) if where.place else _tr("在外，地方不清楚")
    if where.from_day is not None:
        words = _tr("{0}，{1}起").format(words, days.on_paper(where.from_day.isoformat()[:7]))
    return words


class KinBlock(QWidget):
    """`kin` closed shows name, numbers and place; open it is a KinEditor."""

    opened = Signal(int)
    closed = Signal(int)
    dialled = Signal(str, str)
    """(number, whose)"""
    confirmed = Signal(int)
    """The proposed place of this relative is right."""
    refused = Signal(int)
    """It is not."""
    edited = Signal(int, str, str, str)
    """(kin id, field, label, value)"""
    phone_edited = Signal(int, str, int, str)
    """(kin id, then as PhoneRows.edited)"""
    where_edited = Signal(int, object)
    removed = Signal(int)
    unmasked = Signal(int)
    """Their whole ID number was shown."""

    def __init__(self, kin: Kin, day: date, carer: str, *, is_open: bool) -> None:
        super().__init__()
        self.kin = kin
        self._day = day
        self._spoken = kinship.spoken_relation(kin.relation) or _tr("家里人")
        self.editor: KinEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 6)
        self._column.setSpacing(2)
        self._head(carer, is_open)
        if is_open:
            self._open()
        else:
            self._read()

    def _head(self, carer: str, is_open: bool) -> None:
        relation = Label(self._spoken, "second")
        relation.setFixedWidth(tokens.px(44))
        name = Label(self.kin.name or _tr("名字不知道"), "strong", "" if self.kin.name else "ink3")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(relation)
        row.addWidget(name)
        for words in self._tags(carer):
            row.addWidget(Label(words, "hint", "ink2"))
        row.addStretch(1)
        self.toggle = Button(_tr("收起") if is_open else _tr("改"), kind="link")
        self.toggle.setAccessibleName(f"{self.toggle.label()}{self._spoken}")
        self.toggle.clicked.connect(lambda: (self.closed if is_open else self.opened).emit(self.kin.id))
        row.addWidget(self.toggle)
        self._column.addLayout(row)

    def _tags(self, carer: str) -> list[str]:
        words = [] if self.kin.state == "living" else [state_words()[self.kin.state]]
        if self.kin.custody:
            words.append(_tr("离婚，孩子跟{0}").format(self._spoken) if self.kin.custody == "sole" else _tr("离婚"))
        if carer:
            words.append(_tr("带孩子") if carer == "confirmed" else _tr("可能带孩子"))
        return words

    def _read(self) -> None:
        for phone in self.kin.phones:
            self._column.addLayout(self._number(phone))
        if whereabouts.is_parent(self.kin):
            self._where()
        elif self.kin.address or self.kin.occupation:
            self._line("，".join(part for part in (self.kin.address, self.kin.occupation) if part))

    def _number(self, phone: Phone) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addSpacing(tokens.px(44) + 6)
        dial = PhoneNumber(phone.number, whose=_tr("{0}的电话").format(self._spoken), size=tokens.NAME)
        dial.copied.connect(lambda number: self.dialled.emit(number, f"{self._spoken} {self.kin.name}".strip()))
        row.addWidget(dial)
        if phone.state:
            row.addWidget(Label(phone.state, "hint", "over"))
        row.addStretch(1)
        return row

    def _where(self) -> None:
        proposed = whereabouts.proposed(self.kin, self._day)
        sure = whereabouts.confirmed(self.kin, self._day)
        if self.kin.state == "living":
            self._line(where_words(sure) or ("" if proposed else _tr("在哪里还不知道")))
        if proposed is None:
            return
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addSpacing(tokens.px(44) + 6)
        words = Label(_tr("待核对：{0}").format(where_words(proposed)), "second", "soon", wrap=True)
        row.addWidget(words, 1)
        right = Button(_tr("对"), kind="ghost", height=28)
        right.setAccessibleName(_tr("核对无误：{0}{1}").format(self._spoken, where_words(proposed)))
        right.clicked.connect(lambda: self.confirmed.emit(self.kin.id))
        row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        wrong = Button(_tr("不对"), kind="link", height=28)
        wrong.setAccessibleName(_tr("不对，不要这一条：{0}{1}").format(self._spoken, where_words(proposed)))
        wrong.clicked.connect(lambda: self.refused.emit(self.kin.id))
        row.addWidget(wrong, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _line(self, words: str) -> None:
        if not words:
            return
        label = Label(words, "second", wrap=True)
        label.setContentsMargins(tokens.px(44) + 8, 0, 0, 0)
        self._column.addWidget(label)

    def _open(self) -> None:
        self.editor = KinEditor(self.kin, self._day)
        key = self.kin.id
        self.editor.edited.connect(lambda field, label, value: self.edited.emit(key, field, label, value))
        self.editor.phone_edited.connect(lambda what, phone, value: self.phone_edited.emit(key, what, phone, value))
        self.editor.where_edited.connect(lambda where: self.where_edited.emit(key, where))
        self.editor.removed.connect(lambda: self.removed.emit(key))
        self.editor.unmasked.connect(lambda: self.unmasked.emit(key))
        self._column.addWidget(self.editor)
