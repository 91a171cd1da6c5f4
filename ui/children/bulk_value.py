"""The field in which the new value of a bulk edit is written: each fact its own kind, the class with its day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.bulk import in_use
from app.catalogue import BY_KEY
from app.children import AIDS, ENTRUSTED, INCOMES, MARRIAGES, Child
from ui import tokens
from ui.children.card import clear, slim
from ui.children.fields import fact_groups
from ui.children.school_panel import class_options
from ui.pieces.check_box import CheckBox
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.session import Session

CLASS, CONFIRMED = "class", "confirmed_on"
"""What can be changed for many besides the facts of the catalogue."""
_ACROSS = 6
_NOTHING = "\0"
"""Stands for a choice not made yet."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("bulk", text)


def closed_choices() -> dict[str, list[tuple[str, str]]]:
    """Facts that take one of these (value, words) and nothing else."""
    plain = {"sex": ("男", "女"), "marriage": MARRIAGES, "entrusted": ENTRUSTED}
    found = {key: [(text, text) for text in texts] for key, texts in plain.items()}
    return {**found, "photo_consent": [("yes", _tr("同意拍照")), ("no", _tr("不同意拍照"))]}


def several() -> dict[str, tuple[str, ...]]:
    """Facts that take some of these."""
    return {"income": INCOMES, "aid": AIDS}


def clear_words() -> str:
    """The choice that takes a value away."""
    return _tr("清掉，空着")


class Ticks(QWidget):
    """Several answers from a few; `value` joins them by 、."""

    changed = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.boxes = [CheckBox(word) for word in (*words, clear_words())]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for place, box in enumerate(self.boxes):
            grid.addWidget(box, place // _ACROSS, place % _ACROSS)
            box.toggled.connect(lambda _on: self.changed.emit())
        grid.setColumnStretch(_ACROSS, 1)

    def value(self) -> str | None:
        """The ticked words; "" for the tick that clears, None without any."""
        words = [box.text() for box in self.boxes if box.isChecked()]
        return "、".join(word for word in words if word != clear_words()) if words else None


class BulkValue(QWidget):
    """`changed` comes with every letter and choice, so that the list below can show what would become of it."""

    changed = Signal()

    def __init__(self, session: Session, children: Sequence[Child]) -> None:
        super().__init__()
        self._session, self._children = session, children
        self._field: ComboField | Ticks | None = None
        self.day = DateField(
            _tr("从哪天起"), session.today.isoformat(), today=lambda: session.today, needed=True
        )
        self.day.editor.textChanged.connect(lambda _text: self.changed.emit())
        self._place = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addLayout(self._place, 3)
        row.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)

    def ask_for(self, key: str) -> None:
        """Ask for the new value of a fact, a class or the day of going through."""
        clear(self._place)
        self._field = None if key == CONFIRMED else self._made(key)
        if self._field is not None:
            self._place.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
        self.day.setVisible(key in (CLASS, CONFIRMED))

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        if isinstance(self._field, Ticks):
            own: list[QWidget] = list(self._field.boxes)
        else:
            own = [self._field.editor] if self._field is not None else []
        return [*own, self.day.editor]

    def write(self, text: str) -> None:
        """Put a value in, as typing it would."""
        if isinstance(self._field, ComboField):
            if self._field.editor.isEditable():
                self._field.editor.setEditText(text)
            else:
                self._field.editor.setCurrentIndex(self._field.editor.findText(text))

    def typed(self) -> list[str]:
        """What stands in it, half written too: for a draft."""
        if isinstance(self._field, Ticks):
            return [box.text() for box in self._field.boxes if box.isChecked()]
        return [self._field.editor.currentText()] if self._field is not None else []

    def put_back(self, words: Sequence[str]) -> None:
        """Put back what `typed` said."""
        if isinstance(self._field, Ticks):
            for box in self._field.boxes:
                box.setChecked(box.text() in words)
        elif words:
            self.write(words[0])

    def value(self) -> str | None:
        """What is written or chosen; "" = take the value away; None as long as nothing is."""
        if isinstance(self._field, Ticks) or self._field is None:
            return self._field.value() if self._field is not None else None
        chosen, combo = self._field.value(), self._field.editor
        if chosen == _NOTHING or (combo.isEditable() and not combo.currentText().strip()):
            return None
        return chosen

    def _made(self, key: str) -> ComboField | Ticks:
        if key in several():
            ticks = Ticks(several()[key])
            ticks.changed.connect(self.changed)
            return ticks
        if key == CLASS:
            none = (_NOTHING, _tr("选一个班…"))
            return self._choice(_tr("改到哪个班"), [none, *class_options(self._session)], editable=False)
        title, empty = _tr("改成"), ("", clear_words())
        if key in closed_choices():
            return self._choice(title, [(_NOTHING, _tr("选一个…")), *closed_choices()[key], empty], editable=False)
        fact = next((fact for group in fact_groups() for fact in group.facts if fact.field == key), None)
        words = [*(fact.choices if fact else ()), *in_use(self._children, key)]
        field = self._choice(title, [*((word, word) for word in dict.fromkeys(words)), empty], editable=True)
        field.editor.setCurrentIndex(-1)
        field.editor.setEditText("")
        return field

    def _choice(self, title: str, options: Sequence[tuple[str, str]], *, editable: bool) -> ComboField:
        field = slim(ComboField(title, options, options[0][0] if options and not editable else "", editable=editable))
        # It comes last into the chain of Tab, and a proxy would lead from there past what stands first.
        field.setFocusProxy(None)  # type: ignore[arg-type]
        field.editor.currentIndexChanged.connect(lambda _index: self.changed.emit())
        field.editor.editTextChanged.connect(lambda _text: self.changed.emit())
        if editable and (line := field.editor.lineEdit()) is not None:
            line.setPlaceholderText(_tr("写上新的，或者选一个"))
        return field


def title_of(key: str) -> str:
    """What a fact, the class or the day of going through is called."""
    return {CLASS: _tr("班级"), CONFIRMED: _tr("最近核对")}.get(key) or BY_KEY[key].title
