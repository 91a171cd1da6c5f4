"""The child's way through the school: classes by period; transfer out, change of class, return."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import days
from app.children import Child, Enrolment
from app.classnames import class_order
from app.enrolment import class_on, classes_by_id, ends_on, name_on
from ui import tokens
from ui.children.card import Card, clear
from ui.pieces.button import Button
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.unsaved import UNSENT


def class_options(session: Session) -> list[tuple[str, str]]:
    """The classes that exist today, as (id, 三（1）班)."""
    day, system = session.today, session.snapshot.school.system
    living = [one for one in session.snapshot.classes if day < ends_on(one, system)]
    living.sort(key=lambda one: class_order(one.stage, one.entry_year, one.number))
    return [(str(one.id), name_on(one, day, system)) for one in living]


class MoveForm(QWidget):
    """Asks for day, place or class; which fields depends on the move: out, class or back."""

    done = Signal(str, object, str)
    """(move, day, where or class id)"""

    def __init__(self, session: Session, move: str) -> None:
        super().__init__()
        self.move_ = move
        self.day = DateField(self.tr("从哪天起"), session.today.isoformat(), today=lambda: session.today, needed=True)
        self.where = LineField(self.tr("转到哪里"), placeholder=self.tr("学校名，不知道就空着"))
        self.class_id = ComboField(self.tr("哪个班"), class_options(session))
        words = {"out": self.tr("转走"), "class": self.tr("换到这个班"), "back": self.tr("回来上学")}
        self.save = Button(words[move], kind="ghost")
        for field in (self.day, self.where, self.class_id):
            field.setProperty(UNSENT, field.value())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        second = self.where if move == "out" else self.class_id
        (self.class_id if move == "out" else self.where).hide()
        for widget in (self.day, second):
            column.addWidget(widget)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.clicked.connect(self._save)

    def _save(self) -> None:
        day = self.day.day()
        if not self.day.commit() or day is None:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.done.emit(self.move_, day, self.where.value() if self.move_ == "out" else self.class_id.value())


class SchoolPanel(Card):
    """`moved` hands on what a person wants; the dossier writes it."""

    moved = Signal(str, object, str)
    deleted = Signal()
    """The child was entered by mistake."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.tr("在校情况"))
        self._session = session
        self.form: MoveForm | None = None
        self._shown: tuple[int, Sequence[Enrolment]] = (0, ())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._place = QVBoxLayout()
        self.out = Button(self.tr("转走"), kind="link")
        self.change = Button(self.tr("换班"), kind="link")
        self.back = Button(self.tr("回来上学"), kind="link")
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.BETWEEN)
        for button, move in ((self.out, "out"), (self.change, "class"), (self.back, "back")):
            button.clicked.connect(lambda _on=False, move=move: self.open_form(move))
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.delete = Button(self.tr("录错了，删除"), kind="link")
        self.delete.clicked.connect(self.deleted)
        hint = self.tr("转走的别删。录错的删了就不算进任何一天的人数，回收站里能还原。")
        self.delete.setToolTip(hint)
        self.body.addLayout(self._lines)
        self.body.addLayout(buttons)
        self.body.addLayout(self._place)
        self.body.addSpacing(4)
        self.body.addWidget(Label(hint, "hint", "ink3", wrap=True))
        self.body.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)

    def show_child(self, child: Child) -> None:
        """Show the periods, the latest first, and what can be done now; an open form stays unless they changed."""
        clear(self._lines)
        for one in sorted(child.enrolments, key=lambda one: one.from_day, reverse=True):
            self._lines.addWidget(Label(self._words(one), "second", "ink2", wrap=True))
        classes, day = classes_by_id(self._session.snapshot), self._session.today
        here = class_on(child, classes, day, self._session.snapshot.school.system) is not None
        self.out.setVisible(here)
        self.change.setVisible(here)
        self.back.setVisible(not here)
        if (child.id, child.enrolments) != self._shown:
            self.close_form()
        self._shown = child.id, child.enrolments

    def open_form(self, move: str) -> None:
        """Ask for the day and the rest; the same button again closes it."""
        same = self.form is not None and self.form.move_ == move
        self.close_form()
        if same:
            return
        self.form = MoveForm(self._session, move)
        self.form.done.connect(self.moved)
        self._place.addWidget(self.form)
        self.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def moving(self) -> str:
        """Which move the open form is about; "" for none."""
        return self.form.move_ if self.form is not None else ""

    def close_form(self) -> bool:
        """Put the form away; False if none was open."""
        was_open = self.form is not None
        clear(self._place)
        self.form = None
        return was_open

    def _words(self, one: Enrolment) -> str:
        school_class = classes_by_id(self._session.snapshot).get(one.class_id)
        system = self._session.snapshot.school.system
        last = one.until_day or self._session.today
        name = name_on(school_class, min(last, self._session.today), system) if school_class else ""
        words = self.tr("{0}，{1}起").format(name, days.on_paper(one.from_day))
        if one.until_day is not None:
            words += self.tr("，到{0}").format(days.on_paper(one.until_day))
        how = one.left_how + (self.tr("到{0}").format(one.left_where) if one.left_where else "")
        return f"{words}，{how}" if how else words
