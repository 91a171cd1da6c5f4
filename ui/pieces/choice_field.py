"""A field of a few choices side by side: one key each, Tab reaches the chosen one; nothing need be chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pieces.fields import Field
from ui.pieces.segments import Segment, Segments

ROOM = 8
"""Choices that have their place for Tab from the start."""


class LooseSegments(Segments):
    """Segments of which none need hold: choosing the chosen one again takes it back."""

    def __init__(self, segments: Sequence[Segment], *, name: str = "") -> None:
        self._held = ""
        super().__init__(segments, name=name)
        self._group.setExclusive(False)
        self.set_current("")

    def current(self) -> str:
        """The key of the chosen segment, "" for none."""
        return self._held

    def set_current(self, key: str) -> None:
        """Choose without a signal; "" = none."""
        self._held = key
        super().set_current(key or next(iter(self._buttons)))
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def move_by(self, step: int) -> None:
        """Choose the next or previous segment; from none the first."""
        if self.current():
            super().move_by(step)
        else:
            self.choose(next(iter(self._buttons)))

    def choose(self, key: str) -> None:
        """Choose as a person does; the chosen one again takes it back."""
        super().choose("" if key == self._held else key)


class ChoiceField(Field):
    """The field; `value` is the key of the choice. Digits choose by place, `letters` {"V": "video"} by key."""

    entered = Signal()
    """Enter on a choice: it is for the form."""

    def __init__(
        self, label: str, options: Sequence[tuple[str, str]] = (), value: str = "", *, optional: bool = False,
        letters: Mapping[str, str] | None = None, numbered: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`numbered`: each choice shows its digit."""
        super().__init__(label, parent=parent)
        self._numbered = numbered
        self._optional, self._letters = optional, dict(letters or {})
        self._options: tuple[tuple[str, str], ...] = ()
        room = [Segment(str(place), "") for place in range(max(ROOM, len(options)))]
        self.row = LooseSegments(room) if optional else Segments(room)
        for segment in room:
            self.row.button(segment.key).installEventFilter(self)
        self.row.chosen.connect(lambda _key: self._chosen())
        self._place(self.row)
        self.set_options(options)
        self.set_value(value)

    def options(self) -> tuple[tuple[str, str], ...]:
        """(key, words) of the choices."""
        return self._options

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; what was chosen stays if it is among them, else the first holds, or none."""
        if tuple(options) == self._options:
            return
        value = self.value() if self._options else ""
        self._options = tuple(options)
        keys = [key for key, _words in options]
        if value not in keys:
            value = "" if self._optional or not keys else keys[0]
        hints = [str(place) if self._numbered else "" for place in range(1, len(options) + 1)]
        segments = zip(options, hints, strict=True)
        self.row.offer([Segment(key, words, hint=hint) for (key, words), hint in segments], value)
        self.name_it(self.spoken() or self.label())
        self._show(value)
        self._saved = value

    def name_it(self, spoken: str) -> None:
        """Every choice says of what it is one."""
        super().name_it(spoken)
        for key, words in self._options:
            self.row.button(key).setAccessibleName(f"{spoken} {words}")

    def _chosen(self) -> None:
        self.typing.emit()
        self.commit()

    def _read(self) -> str:
        return self.row.current() if self._options else ""

    def _show(self, value: str) -> None:
        keys = [key for key, _words in self._options]
        if value in keys or (keys and self._optional and not value):
            self.row.set_current(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        key = self._meant(event)
        if not key:
            return False
        self.row.button(key).setFocus(Qt.FocusReason.OtherFocusReason)
        if key != self.row.current():
            self.row.choose(key)
        return True

    def _meant(self, event: QKeyEvent) -> str:
        """The choice that a digit or letter stands for."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        keys, typed = [key for key, _words in self._options], event.text().upper()
        if typed in self._letters:
            return self._letters[typed] if self._letters[typed] in keys else ""
        place = int(typed) - 1 if typed.isdecimal() else -1
        return keys[place] if 0 <= place < len(keys) else ""
