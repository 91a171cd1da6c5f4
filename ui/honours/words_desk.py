"""The words of the certificates in place of the list: the school's own, each seen as it will be printed."""

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.edits.honours import CertificateTold
from app.honours import CONTEST, PUPIL, STAFF, WHOM, Award, Certificate
from ui import honour_words as words
from ui import tokens
from ui.activities.facts import FieldGrid
from ui.card import Card
from ui.children.card import Column
from ui.honours.deeds import HonourDeeds
from ui.paper.certificate import CertificateJob, certificate_paper
from ui.paper.preview import Preview
from ui.pieces.button import Button
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.label import Label
from ui.session import Session

DRAFT = "certificates"
PANEL = 430
"""px at 100 % of the fields beside the preview."""


class WordsDesk(QWidget):
    """`open` shows them, `commit` stores all; what is typed and not stored stays as a draft."""

    closed = Signal()

    def __init__(self, session: Session, deeds: HonourDeeds) -> None:
        super().__init__()
        self._session, self._deeds = session, deeds
        self._told: list[CertificateTold] = []
        self._before: list[CertificateTold] = []
        self._at, self._showing = 0, False
        self.heading = Label(self.tr("奖状的字"), "heading", wrap=True)
        marks = "".join(f"【{one}】" for one in words.MARKS)
        said = self.tr("写成{0}的地方，印的时候换成各人的。奖项一个人占一行，就印成红的大字。").format(marks)
        self.line = Label(said, "second", "ink2", wrap=True)
        self.close_button = Button(self.tr("返回"), kind="link", keys="Esc")
        self.which = ComboField(self.tr("改哪一份"), [])
        self.add = Button(self.tr("加一份"), icon="plus")
        self.remove = Button(self.tr("去掉这一份"), kind="link")
        self.go = Button(self.tr("记下"), keys="Ctrl+Enter", kind="primary", height=tokens.CONTROL_PANEL)
        self.fields: dict[str, Field] = {
            "name": LineField(self.tr("这一份叫什么")),
            "whom": ComboField(self.tr("给谁用"), [(one, words.whom_word(one)) for one in WHOM], PUPIL),
            "title": LineField(self.tr("题头")), "address": LineField(self.tr("姓名后面")),
            "body": AreaField(self.tr("正文"), lines=6),
        }  # fmt: skip
        self.preview = Preview()
        self._lay_out()
        self._connect()

    # what the page asks

    def open(self) -> None:
        """Show the words as they are, or as they were typed and not stored."""
        own = words.certificates(self._session.store.honours.certificates())
        self._told = [CertificateTold(one.name, one.whom, one.title, one.address, one.body, max(0, one.id))
                      for one in own]  # fmt: skip
        self._before = list(self._told)
        kept = self._session.drafts.read(DRAFT)
        if kept:
            self._told = [CertificateTold(**one) for one in kept["told"]]
        self._turn(int(kept.get("at", 0)) if kept else 0)
        self.fields["body"].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> bool:
        """Store all; what is wrong gets the cursor instead."""
        self._take()
        wrong = self._deeds.write_certificates(self._told)
        if wrong:
            field, _, place = wrong.partition(":")
            self._turn(int(place or 0))
            self.fields.get(field, self.fields["name"]).setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._before = list(self._told)
        self._session.drafts.drop(DRAFT)
        self.closed.emit()
        return True

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        self._take()
        self._session.drafts.keep_of(self, self.draft, self._draft, "honours")

    def draft(self) -> str:
        """The key of what is half typed here."""
        return DRAFT

    def refresh(self) -> bool:
        """What is typed here stays, whatever is written elsewhere."""
        return True

    def _draft(self) -> dict[str, Any]:
        self._take()
        if self._told == self._before:
            return {}
        return {"told": [asdict(one) for one in self._told], "at": self._at}

    # inside

    def _turn(self, at: int) -> None:
        """Show the words at a place."""
        self._at = min(max(0, at), len(self._told) - 1)
        self._showing = True
        self.which.set_options([(str(place), one.name or self.tr("没起名")) for place, one in enumerate(self._told)])
        self.which.set_value(str(self._at))
        for key, field in self.fields.items():
            field.revert()
            field.set_value(str(getattr(self._told[self._at], key)))
            field.revert()
        self._showing = False
        self.remove.setEnabled(len(self._told) > 1)
        self._draw()

    def _take(self) -> None:
        if self._told and not self._showing:
            said = {key: field.value() for key, field in self.fields.items()}
            self._told[self._at] = CertificateTold(**said, id=self._told[self._at].id)

    def _typed(self) -> None:
        if not self._showing:
            self.keep()
            self._draw()

    def _choose(self, place: str) -> None:
        self._take()
        self._turn(int(place or 0))

    def _add(self) -> None:
        self._take()
        like = self._told[self._at]
        self._told.append(replace(like, name="", id=0))
        self._turn(len(self._told) - 1)
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep()

    def _remove(self) -> None:
        del self._told[self._at]
        self._turn(self._at)
        self.keep()

    def _draw(self) -> None:
        told = self._told[self._at]
        said = Certificate(0, told.name, told.whom, told.title, told.address, told.body)
        award = self._example(told.whom)
        children = [self._session.snapshot.children[award.child_id]] if award.child_id is not None else []
        job = CertificateJob(children, self._session.snapshot, self._session.today, [award], [said], told.name)
        self.preview.show_paper(certificate_paper(job))

    def _example(self, whom: str) -> Award:
        """The newest award that these words are for, else one as it may be."""
        today = self._session.today
        given = self._session.store.honours.awards(today.replace(year=today.year - 1), today)
        for one in given:
            kind = STAFF if one.staff_id is not None else CONTEST if one.activity_id is not None else PUPIL
            if kind == whom and (one.child_id is None or one.child_id in self._session.snapshot.children):
                return one
        snapshot = self._session.snapshot
        if whom == STAFF and snapshot.staff:
            return Award(0, self.tr("优秀代理家长"), today, staff_id=snapshot.staff[0].id, reason=self.tr("关心孩子"))
        child = next(iter(snapshot.children), None)
        return Award(0, self.tr("进步之星"), today, child, reason=self.tr("这学期学习认真，进步很大"))

    def _lay_out(self) -> None:
        head, titles = QHBoxLayout(), QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.heading)
        titles.addWidget(self.line)
        head.addLayout(titles, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        which = QHBoxLayout()
        which.setSpacing(tokens.GAP)
        which.addWidget(self.which, 1)
        for button in (self.add, self.remove):
            which.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        card = Card("")
        card.column.addLayout(which)
        card.column.addWidget(FieldGrid([[self.fields["name"], self.fields["whom"]],
                                         [self.fields["title"], self.fields["address"]]]))  # fmt: skip
        card.column.addWidget(self.fields["body"])
        fields = Column(self.tr("奖状的字"), right=6)
        fields.add(card)
        self._fields = fields
        middle = QHBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(fields, 1)
        middle.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window there is room for the fields alone."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= tokens.px(2 * PANEL))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.go.clicked.connect(self.commit)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.which.committed.connect(self._choose)
        for field in self.fields.values():
            field.typing.connect(self._typed)
        stores = QShortcut(QKeySequence("Ctrl+Return"), self, self.commit)
        stores.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
