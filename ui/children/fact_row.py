"""One fact in the dossier: its name at the left, the value edited in place and saved when it is left."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import idnumber
from ui import tokens
from ui.children import checks
from ui.children.card import slim
from ui.children.fields import Fact
from ui.pieces.button import Button
from ui.pieces.checks_field import ChecksField
from ui.pieces.editors import AreaEdit
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.label import Label

LABEL_WIDTH = 68
SHOWN_FOR = 20_000
"""How many ms a whole ID number stays on screen."""


class FactRow(QWidget):
    """`committed` hands on the value as the file holds it."""

    committed = Signal(str, str)
    """(field, value)"""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self.field = _field(fact)
        self.field.name_it(fact.label)
        self._note = Label("", "hint", "soon", wrap=True)
        self._note.setContentsMargins(8, 0, 0, 4)
        self._note.hide()
        label = Label(fact.label, "second")
        label.setFixedWidth(tokens.px(LABEL_WIDTH))
        label.setBuddy(self.field)
        label.setFixedHeight(tokens.px(34))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.field)
        right.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.field.committed.connect(self._commit)

    def show_value(self, value: str) -> None:
        """Show a value from the file."""
        self.field.set_value(checks.clean_day(value) if self.fact.kind == "birth" else value)

    def show_warning(self, sentence: str) -> None:
        """A quiet line beneath a value that is saved but looks odd."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def warning(self) -> str:
        """The sentence beneath, or ""."""
        return self._note.text()

    def _commit(self, value: str) -> None:
        self.committed.emit(self.fact.field, checks.iso_day(value) if self.fact.kind == "birth" else value)


class IdRow(FactRow):
    """The ID number: masked until it is asked for, then whole for a moment and open to correction."""

    unmasked = Signal()
    """The whole number was shown: to be logged."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._masked = Button("", kind="link", name=self.tr("看完整的{0}").format(fact.label))
        self._masked.setToolTip(self.tr("点一下看完整号码，看过会记下来"))
        column = self.layout().itemAt(1).layout()  # type: ignore[union-attr]
        assert isinstance(column, QVBoxLayout)
        masked = QHBoxLayout()
        masked.setContentsMargins(6, 0, 0, 0)
        masked.addWidget(self._masked)
        masked.addStretch(1)
        column.insertLayout(0, masked)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide_again)
        self._masked.clicked.connect(self.reveal)
        assert isinstance(self.field, LineField)
        self._editor = self.field.editor
        self._editor.left.connect(self.hide_again)
        self.hide_again()

    def show_value(self, value: str) -> None:
        super().show_value(value)
        self.hide_again()

    def reveal(self) -> None:
        """Show the whole number and put the cursor into it."""
        self._masked.hide()
        self.field.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()
        if self.field.saved():
            self.unmasked.emit()

    def hide_again(self) -> None:
        """Hide the middle again, unless something wrong still stands there or is being typed."""
        value = self.field.saved()
        editing = self._editor.hasFocus() and self._editor.isModified()
        if self.field.error() or editing:
            return
        self.field.setVisible(not value)
        self._masked.setVisible(bool(value))
        self._masked.set_label(idnumber.mask_id(value))


def _tr(text: str) -> str:
    return QCoreApplication.translate("fact_row", text)


def _field(fact: Fact) -> Field:
    field: Field
    if fact.kind == "consent":
        words = {"yes": _tr("家长已同意"), "no": _tr("家长不同意"), "": _tr("没问过")}
        consent = ComboField("", list(words.items()))
        consent.editor.setProperty("plain", "true")
        return slim(consent)
    if fact.kind == "several":
        return ChecksField("", fact.choices, alone="无")
    if fact.kind in ("choice", "pick"):
        field = ComboField("", [("", ""), *((text, text) for text in fact.choices)], editable=fact.kind == "choice")
        field.editor.setProperty("plain", "true")
        return slim(field)
    if fact.kind == "long":
        field = AreaField("", lines=1, placeholder=fact.hint)
        field.editor.setProperty("plain", "true")
        _Growth(field.editor)
        return field
    clean, check = _RULES.get(fact.field, _KINDS.get(fact.kind, (_as_typed, _fine)))
    field = LineField("", placeholder=fact.hint, clean=clean, check=check)
    field.editor.setProperty("plain", "true")
    return field


class _Growth(QObject):
    """Keeps an area as high as its text, whatever its width."""

    def __init__(self, editor: AreaEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.textChanged.connect(self.fit)
        editor.installEventFilter(self)
        self.fit()

    def fit(self) -> None:
        """Give the area the height of its wrapped lines."""
        room = max(40, self._editor.width() - 20)
        box = self._editor.fontMetrics().boundingRect(
            0, 0, room, 10_000, Qt.TextFlag.TextWrapAnywhere, self._editor.toPlainText() or " "
        )
        lines = max(1, round(box.height() / self._editor.fontMetrics().lineSpacing()))
        self._editor.setFixedHeight(tokens.px(14) + lines * self._editor.fontMetrics().lineSpacing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)


def _as_typed(text: str) -> str:
    return text.strip()


def _fine(_text: str) -> str:
    return ""


_KINDS = {
    "birth": (checks.clean_day, checks.day_wrong),
    "id": (idnumber.clean_id, checks.id_wrong),
    "number": (_as_typed, checks.number_wrong),
}
_RULES = {"name": (checks.clean_name, checks.name_wrong)}
