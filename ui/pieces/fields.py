"""Labelled fields that are saved when they are left: one line, several lines, a choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tokens
from ui.pieces.editors import AreaEdit, Combo, LineEdit
from ui.pieces.label import Label
from ui.style import restyle

Clean = Callable[[str], str]
"""Normalises what was typed; never used for names."""
Check = Callable[[str], str]
"""Returns "" or the sentence that says what is wrong and how to mend it."""


def _as_typed(value: str) -> str:
    return value.strip()


def _no_check(_value: str) -> str:
    return ""


class Field(QWidget):
    """Label above, editor, error line beneath. `committed` comes for a good value that differs from the saved."""

    committed = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", clean: Clean = _as_typed, check: Check = _no_check,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._clean, self._check, self._saved = clean, check, ""
        self._label = Label(label, "second")
        self._hint = Label(hint, "hint", wrap=True)
        self._error = Label("", "error", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._error)
        self._column.addStretch(1)
        self._label.setVisible(bool(label))
        self._hint.setVisible(bool(hint))
        self._error.hide()

    def _place(self, editor: QWidget) -> None:
        self._editor = editor
        self._column.insertWidget(1, editor)
        self._label.setBuddy(editor)
        editor.setAccessibleName(self._label.text())
        editor.setAccessibleDescription(self._hint.text())
        self.setFocusProxy(editor)

    def label(self) -> str:
        """The words above the editor."""
        return self._label.text()

    def name_it(self, spoken: str) -> None:
        """Say to a screen reader what the field is, where the label alone does not (电话 → 爸爸的电话)."""
        self._editor.setAccessibleName(spoken)

    def value(self) -> str:
        """What stands in the editor now, cleaned."""
        return self._clean(self._read())

    def saved(self) -> str:
        """The value the field was given or committed last."""
        return self._saved

    def set_value(self, value: str) -> None:
        """Show a value from the file. What somebody is typing, or typed and was refused, is left alone."""
        in_work = self.value() != self._saved and (self._editor.hasFocus() or bool(self.error()))
        self._saved = value
        if not in_work:
            self._show(value)
            self.set_error("")

    def revert(self) -> None:
        """Put the last saved value back (Esc)."""
        self._show(self._saved)
        self.set_error("")

    def commit(self) -> bool:
        """Check and hand on what was typed, as leaving the field does. False if it is wrong and stays."""
        value = self.value()
        wrong = self._check(value)
        self.set_error(wrong)
        if wrong:
            return False
        if self._read() != value:
            self._show(value)
        if value != self._saved:
            self._saved = value
            self.committed.emit(value)
        return True

    def error(self) -> str:
        """The sentence beneath the editor, or ""."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Show what is wrong beneath the editor; "" takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._editor.setAccessibleDescription(sentence or self._hint.text())
        restyle(self._editor, "wrong", "true" if sentence else "false")

    def _read(self) -> str:
        raise NotImplementedError

    def _show(self, value: str) -> None:
        raise NotImplementedError


class LineField(Field):
    """One line of text; `editor` is the QLineEdit."""

    def __init__(
        self, label: str, value: str = "", *, placeholder: str = "", hint: str = "", clean: Clean = _as_typed,
        check: Check = _no_check, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(label, hint=hint, clean=clean, check=check, parent=parent)
        self.editor = LineEdit()
        self.editor.setPlaceholderText(placeholder)
        self._place(self.editor)
        self.set_value(value)
        self.editor.left.connect(self.commit)
        self.editor.reverted.connect(self.revert)

    def _read(self) -> str:
        return self.editor.text()

    def _show(self, value: str) -> None:
        self.editor.setText(value)


class AreaField(Field):
    """Several lines of text; `editor` is the QPlainTextEdit."""

    def __init__(
        self, label: str, value: str = "", *, lines: int = 3, placeholder: str = "", hint: str = "",
        check: Check = _no_check, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(label, hint=hint, check=check, parent=parent)
        self.editor = AreaEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.setFixedHeight(tokens.px(20 * lines + 18))
        self._place(self.editor)
        self.set_value(value)
        self.editor.left.connect(self.commit)
        self.editor.reverted.connect(self.revert)

    def _read(self) -> str:
        return self.editor.toPlainText()

    def _show(self, value: str) -> None:
        self.editor.setPlainText(value)
        self.editor.document().setModified(False)


class ComboField(Field):
    """A choice of (value, label); editable ones take any text. Saved when chosen, or when left."""

    def __init__(
        self, label: str, options: Sequence[tuple[str, str]], value: str = "", *, editable: bool = False,
        hint: str = "", check: Check = _no_check, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(label, hint=hint, check=check, parent=parent)
        self.editor = Combo(editable=editable)
        self._place(self.editor)
        self.set_options(options)
        self.set_value(value)
        self.editor.activated.connect(lambda _index: self.commit())
        self.editor.left.connect(self.commit)
        self.editor.reverted.connect(self.revert)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the value stays if it is among them."""
        value = self._saved
        self.editor.clear()
        for key, text in options:
            self.editor.addItem(text, key)
        self._show(value)

    def _read(self) -> str:
        index = self.editor.currentIndex()
        if self.editor.isEditable():
            text = self.editor.currentText()
            index = self.editor.findText(text, Qt.MatchFlag.MatchExactly)
            if index < 0:
                return text
        return str(self.editor.itemData(index) or "") if index >= 0 else ""

    def _show(self, value: str) -> None:
        index = self.editor.findData(value)
        if index < 0 and self.editor.isEditable():
            self.editor.setCurrentIndex(-1)
            self.editor.setEditText(value)
            return
        if index < 0 and value:
            self.editor.addItem(value, value)
            index = self.editor.findData(value)
        self.editor.setCurrentIndex(index)
