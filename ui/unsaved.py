"""Watches the fields of a page: what is typed and not saved becomes a draft; what could not be written stays."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from ui.pieces.fields import Field
from ui.session import Session

UNSENT = "unsent"
"""Property of a field in a form with a button of its own: what it holds before somebody types."""

Place = tuple[str, int]
"""The words a screen reader has for a field, and the how-manieth of these it is."""


class Unsaved(QObject):
    """For the fields inside `root`, also those that come later. Without a `key` no draft is kept."""

    def __init__(
        self, root: QWidget, session: Session, key: str = "", page: str = "",
        context: Callable[[], dict[str, Any]] = dict,
    ) -> None:  # fmt: skip
        super().__init__(root)
        self._root, self._session, self._key, self._page, self._context = root, session, key, page, context
        self._heard: list[Field] = []
        session.failed.connect(self._refuse)
        if key:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.focusChanged.connect(self._moved)

    def words(self) -> dict[str, Any] | None:
        """The draft: where the person is (`context`), every field in work, and the one with the cursor; {} for none."""
        if not isValid(self._root):
            return None
        places = self._places()
        fields = [[*place, field.typed()] for place, field in places.items() if _is_in_work(field)]
        if not fields:
            return {}
        at = next((place for place, field in places.items() if field.isAncestorOf(self._root.focusWidget())), None)
        return self._context() | {"fields": fields, "at": at or fields[-1][:2]}

    def put_back(self, words: dict[str, Any]) -> bool:
        """Put a draft into the fields, once everything around them is shown again. False if no field was found."""
        places, found = self._places(), False
        for name, number, text in words.get("fields", ()):
            field = places.get((name, number))
            if field is not None:
                field.put_back(text)
                found = True
        name, number = words.get("at", ("", 0))
        if found and (name, number) in places:
            places[name, number].setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def _places(self) -> dict[Place, Field]:
        counted: dict[str, int] = {}
        places: dict[Place, Field] = {}
        for field in self._root.findChildren(Field):
            spoken = field.spoken()
            editor = field.focusProxy()
            if not spoken or (isinstance(editor, QLineEdit) and editor.echoMode() != QLineEdit.EchoMode.Normal):
                continue
            places[spoken, counted.setdefault(spoken, 0)] = field
            counted[spoken] += 1
        return places

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._root):
            return
        field = _field_of(new) if new is not None and self._root.isAncestorOf(new) else None
        if field is not None and field not in self._heard:
            self._heard = [one for one in self._heard if isValid(one)] + [field]
            field.typing.connect(self._touched)
        if old is not None and isValid(old) and self._root.isAncestorOf(old) and _field_of(old) is not None:
            self._touched()

    def _touched(self) -> None:
        self._session.drafts.keep(self._key, self.words, self._page)

    def _refuse(self, sentence: str) -> None:
        if isValid(self._root):
            for field in self._root.findChildren(Field):
                field.refuse(sentence)


def _field_of(widget: QWidget | None) -> Field | None:
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget


def _is_in_work(field: Field) -> bool:
    before: Sequence[str] | None = field.property(UNSENT)
    if before is not None:
        return field.isVisible() and field.value() != before
    return field.value() != field.saved()
