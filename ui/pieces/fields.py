"""Labelled fields that are saved when they are left: one line, several lines, a choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
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
    typing = Signal()
    """A person typed or chose; nothing is saved yet."""

    def __init__(
        self, label: str, *, hint: str = "", clean: Clean = _as_typed, check: Check = _no_check,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._clean, self._check, self._saved = clean, check, ""
        self._handing_on, self._refused, self._put_back = False, "", False
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

    def relabel(self, words: str) -> None:
        """Ask for something else from now on."""
        self._label.setText(words)
        self._label.setVisible(bool(words))
        self.name_it(words)

    def spoken(self) -> str:
        """What a screen reader calls the field."""
        return self._editor.accessibleName()

    def typed(self) -> str:
        """What stands in the editor, as it was typed."""
        return self._read()

    def put_back(self, text: str) -> None:
        """Show what was typed before the program ended: it is not saved, and Esc takes it away."""
        self._show(text)
        self._mark_typed()
        self._put_back = True

    def _mark_typed(self) -> None:
        """Tell the editor that a person typed what it shows."""

    def value(self) -> str:
        """What stands in the editor now, cleaned."""
        return self._clean(self._read())

    def saved(self) -> str:
        """The value the field was given or committed last."""
        return self._saved

    def set_value(self, value: str) -> None:
        """Show a value from the file. What somebody is typing, or typed and was refused, is left alone."""
        mine = self._editor.hasFocus() or self._put_back or bool(self.error())
        in_work = mine and self.value() != self._saved
        self._saved = value
        if not in_work:
            self._show(value)
            self.set_error("")

    def revert(self) -> None:
        """Put the last saved value back (Esc)."""
        self._put_back = False
        self._show(self._saved)
        self.set_error("")

    def commit(self) -> bool:
        """Check and hand on what was typed, as leaving the field does. False if it is wrong and stays."""
        value = self.value()
        self._put_back = False
        wrong = self._check(value)
        self.set_error(wrong)
        if wrong:
            return False
        if self._read() != value:
            self._show(value)
        return value == self._saved or self._hand_on(value)

    def refuse(self, sentence: str) -> None:
        """Called while `committed` is being heard: the value could not be written. It stays in the editor, and the
        next time the field is left it is tried again."""
        if self._handing_on:
            self._refused = sentence

    def _hand_on(self, value: str) -> bool:
        before, self._saved = self._saved, value
        self._handing_on, self._refused = True, ""
        self.committed.emit(value)
        self._handing_on = False
        if self._refused:
            self._saved = before
            self.set_error(self._refused)
        return not self._refused

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
        self.editor.textEdited.connect(self.typing)

    def _read(self) -> str:
        return self.editor.text()

    def _show(self, value: str) -> None:
        self.editor.setText(value)
        if not self.editor.hasFocus():
            # A number that is longer than the field is read from its beginning.
            self.editor.setCursorPosition(0)

    def _mark_typed(self) -> None:
        self.editor.setModified(True)


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
        self.editor.textChanged.connect(lambda: self.typing.emit() if self.editor.hasFocus() else None)

    def _mark_typed(self) -> None:
        self.editor.document().setModified(True)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

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
        self.editor.activated.connect(lambda _index: self.typing.emit())
        self.editor.activated.connect(lambda _index: self.commit())
        self.editor.left.connect(self.commit)
        self.editor.reverted.connect(self.revert)
        if line := self.editor.lineEdit():
            line.textEdited.connect(self.typing)

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
