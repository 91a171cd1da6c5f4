"""Asks for a signed paper of a child: what it is, from when to when, who signed, and its scan."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.agreements import CARE, Agreement
from app.edits import AgreementTold
from app.edits.agreement import last_day
from ui.agreement_words import kind_options
from ui.children.card import slim
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.unsaved import UNSENT


def ask_scan(parent: QWidget) -> str:
    """Ask which file is the scan; "" = none."""
    kinds = parent.tr("扫描件和照片 (*.pdf *.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff)")
    return QFileDialog.getOpenFileName(parent, parent.tr("选扫描件"), "", kinds)[0]


class AgreementForm(QWidget):
    """A new paper, or `agreement` to be corrected. `done` comes for days that make sense; the panel writes."""

    done = Signal(object, str)
    """AgreementTold without its file, and the path of the scan that was chosen ("" = none)."""

    def __init__(self, session: Session, signers: Sequence[str], agreement: Agreement | None = None) -> None:
        super().__init__()
        self.agreement, self.path = agreement, ""
        self.ask: Callable[[QWidget], str] = ask_scan
        first = agreement.from_day if agreement else session.today
        last = last_day(agreement) if agreement else None
        self.kind = slim(ComboField(self.tr("哪一种"), kind_options(), agreement.kind if agreement else CARE))
        self.from_day = DateField(self.tr("从哪天起"), first.isoformat() if first else "", today=lambda: session.today)
        self.last_day = DateField(self.tr("到哪天（空着就是一直有效）"), last.isoformat() if last else "",
                                  today=lambda: session.today)  # fmt: skip
        names = [(name, name) for name in dict.fromkeys(signers) if name]
        signed = agreement.signed_by if agreement else ""
        self.signed_by = slim(ComboField(self.tr("谁签的"), names, signed, editable=True))
        self.note = LineField(self.tr("备注"), agreement.note if agreement else "")
        self.scan = Button(self.tr("选扫描件…"), icon="upload")
        self.scan_said = Label("", "hint", "ink2", wrap=True)
        self.save = Button(self.tr("改好") if agreement else self.tr("记下这一份"), kind="ghost")
        for field in (self.kind, self.from_day, self.last_day, self.signed_by, self.note):
            field.setProperty(UNSENT, field.value())
        self._lay_out()
        self._say_scan()
        self.scan.clicked.connect(self._choose)
        self.save.clicked.connect(self._save)

    def refuse_scan(self, sentence: str) -> None:
        """The file that was chosen cannot be the scan."""
        self.path = ""
        self._say_scan()
        self.scan_said.setText(sentence)
        self.scan_said.set_tone("over")
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for widget in (self.kind, self.from_day, self.last_day, self.signed_by, self.note):
            column.addWidget(widget)
        for button in (self.scan, self.save):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
            if button is self.scan:
                column.addWidget(self.scan_said)

    def _say_scan(self) -> None:
        there = bool(self.agreement and self.agreement.file)
        self.scan.set_label(self.tr("换扫描件…") if there or self.path else self.tr("选扫描件…"))
        name = self.path.replace("\\", "/").rpartition("/")[2]
        self.scan_said.setText(name or (self.tr("已有扫描件") if there else self.tr("还没有扫描件，以后也能添")))
        self.scan_said.set_tone("")

    def _choose(self) -> None:
        chosen = self.ask(self)
        if chosen:
            self.path = chosen
            self._say_scan()

    def _save(self) -> None:
        for field in (self.from_day, self.last_day):
            if not field.commit():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        first, last = self.from_day.day(), self.last_day.day()
        if first is not None and last is not None and last < first:
            self.last_day.set_error(self.tr("不能早于 {0}").format(first.isoformat()))
            self.last_day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        file = self.agreement.file if self.agreement else ""
        told = AgreementTold(self.kind.value(), first, last, self.signed_by.value(), self.note.value(), file)
        self.done.emit(told, self.path)
