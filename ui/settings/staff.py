"""Settings: teachers in a plain list, edited in place, and the class teacher of every class."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app import values
from app.classnames import class_name
from app.edits import (
    BadValue,
    add_staff,
    delete_class,
    delete_staff,
    set_class_teacher,
    set_staff_field,
    staff_left,
)
from app.periods import latest
from app.phones import dial_text
from app.school import Staff
from app.staffing import present, running
from ui import fonts, labels
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.settings.section import Section
from ui.work import Work


class StaffRow:
    """The three fields of one member of staff, and the button that says she left."""

    def __init__(self, section: "StaffSection", one: Staff) -> None:
        self._section, self.one = section, one
        self.fields = {
            "name": LineField("", one.name, check=section.good_name),
            "phone": LineField("", dial_text(one.phone) if one.phone else "", check=section.good_phone),
            "duties": LineField("", one.duties),
        }
        spoken = {"name": section.tr("姓名"), "phone": section.tr("电话"), "duties": section.tr("职务")}
        for name, field in self.fields.items():
            field.name_it(section.tr("{who}的{what}").format(who=one.name, what=spoken[name]))
            field.committed.connect(partial(self._save, name))
        self.leave = Button(section.tr("离校"), kind="link", height=28)
        self.leave.setAccessibleName(section.tr("{who}离校").format(who=one.name))
        self.leave.clicked.connect(self._leave)
        self.delete = Button("", kind="link", icon="trash-2", height=28,
                             name=section.tr("{who}录错了，删除").format(who=one.name))  # fmt: skip
        self.delete.clicked.connect(self._delete)

    def widgets(self) -> list[QWidget]:
        """In the order of the columns."""
        return [*self.fields.values(), self.leave, self.delete]

    def _save(self, name: str, value: str) -> None:
        self._section.save(labels.edit_staff(self.one.name, name), set_staff_field(self.one, name, value))

    def _delete(self) -> None:
        session = self._section.session
        known = session.snapshot
        try:
            changes = delete_staff(self.one, known.classes, known.pairings, session.store.is_in_ledger(self.one.id))
        except BadValue:
            words = self._section.tr("{who}名下有记录，不能删除。人走了请点“离校”。")
            session.failed.emit(words.format(who=self.one.name))
            return
        self._section.delete(labels.delete_staff(self.one.name), changes)

    def _leave(self) -> None:
        session = self._section.session
        changes = staff_left(self.one, session.today, session.snapshot.classes)
        self._section.save(labels.staff_left(self.one.name), changes)


class NewRow(QWidget):
    """The last line: a name, a phone, duties; Enter adds."""

    def __init__(self, section: "StaffSection") -> None:
        super().__init__()
        self._section = section
        self.name = LineField("", placeholder=self.tr("新老师姓名"))
        self.phone = LineField("", placeholder=self.tr("电话"), check=section.good_phone)
        self.duties = LineField("", placeholder=self.tr("如：语文"))
        self.add = Button(self.tr("添加"), keys="Enter", height=36)
        for field, spoken in (
            (self.name, self.tr("新老师姓名")),
            (self.phone, self.tr("新老师电话")),
            (self.duties, self.tr("新老师职务")),
        ):  # fmt: skip
            field.name_it(spoken)
        self.add.clicked.connect(self.add_it)

    def widgets(self) -> list[QWidget]:
        """In the order of the columns."""
        return [self.name, self.phone, self.duties, self.add]

    def add_it(self) -> None:
        """Add who was typed and be ready for the next one."""
        name = self.name.value()
        if wrong := self._section.good_name(name):
            self.name.set_error(wrong)
            self.name.setFocus()
            return
        if not self.phone.commit():
            self.phone.setFocus()
            return
        if self._section.save(labels.add_staff(name), add_staff(name, self.phone.value(), self.duties.value())):
            for field in (self.name, self.phone, self.duties):
                field.editor.clear()
                field.commit()
            self.name.set_error("")
            self.name.setFocus()


class StaffSection(Section):
    """Teachers who are here, and beneath them the classes with their teachers."""

    key = "staff"
    icon = "users"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.staff_card = Card(self.title(), self.tr("离开一格就存下。离校的老师名字留在历史里。"))
        self.class_card = Card(self.tr("班主任"))
        self._staff_grid, self._class_grid = QGridLayout(), QGridLayout()
        self.none = Label(self.tr("还没有老师。写上姓名，按 Enter 添加；电话以后再补也行。"), "body", "ink2", wrap=True)
        self.staff_card.column.addWidget(self.none)
        self.staff_card.column.addLayout(self._staff_grid)
        self.class_card.column.addLayout(self._class_grid)
        self.column.addWidget(self.staff_card)
        self.column.addWidget(self.class_card)
        self.column.addStretch(1)
        self.new = NewRow(self)
        self.rows: dict[int, StaffRow] = {}
        self.teachers: dict[int, ComboField] = {}
        self._shown: object = None
        self._prepare()
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "老师和班主任")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (QCoreApplication.translate("settings", "添加老师"),)

    def good_name(self, text: str) -> str:
        """ "" or what is wrong with a typed name."""
        return self.tr("姓名不能空着") if _is_refused(values.name, "name", text) else ""

    def good_phone(self, text: str) -> str:
        """ "" or what is wrong with a typed phone."""
        return self.tr("写一个手机号或带区号的座机") if _is_refused(values.phone, "phone", text) else ""

    def _prepare(self) -> None:
        grid = self._staff_grid
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for column, (text, stretch) in enumerate(
            ((self.tr("姓名"), 3), (self.tr("电话"), 4), (self.tr("职务"), 5), ("", 0), ("", 0))
        ):
            grid.addWidget(Label(text, "hint"), 0, column)
            grid.setColumnStretch(column, stretch)
        grid.setColumnMinimumWidth(0, round(fonts.width(self.tr("新老师姓名"))) + 26)
        grid.setColumnMinimumWidth(1, round(fonts.width("138 0000 0000")) + 26)
        self._class_grid.setHorizontalSpacing(12)
        self._class_grid.setColumnStretch(1, 1)
        self._class_grid.setColumnStretch(4, 1)

    def show_file(self) -> None:
        snapshot, today = self.session.snapshot, self.session.today
        used = frozenset(period.class_id for child in snapshot.children.values() for period in child.enrolments)
        shown = (snapshot.staff, snapshot.classes, used, snapshot.school.system, today)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_staff(present(snapshot.staff, today))
        self._show_classes(used)

    def _show_staff(self, staff: list[Staff]) -> None:
        here = {one.id: one for one in staff}
        for gone in [key for key in self.rows if key not in here]:
            for widget in self.rows.pop(gone).widgets():
                self._staff_grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for line, one in enumerate(staff, 1):
            row = self.rows.get(one.id)
            if row is None:
                row = self.rows[one.id] = StaffRow(self, one)
            row.one = one
            row.fields["name"].set_value(one.name)
            row.fields["phone"].set_value(dial_text(one.phone) if one.phone else "")
            row.fields["duties"].set_value(one.duties)
            self._place(line, row.widgets())
        self._place(len(staff) + 1, self.new.widgets())
        self.none.setVisible(not staff)

    def _place(self, line: int, widgets: list[QWidget]) -> None:
        for column, widget in enumerate(widgets):
            self._staff_grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignTop)

    def _show_classes(self, used: frozenset[int]) -> None:
        """`used`: the classes that have or had pupils; the others may be deleted."""
        snapshot, today = self.session.snapshot, self.session.today
        classes = running(snapshot.classes, snapshot.school, today)
        self.class_card.setVisible(bool(classes))
        while (item := self._class_grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        options = [("", self.tr("未指定")), *((str(one.id), one.name) for one in present(snapshot.staff, today))]
        self.teachers = {}
        for index, one in enumerate(classes):
            name = class_name(one.stage, one.entry_year, one.number, today, snapshot.school.system)
            now = latest(one.teachers, today)
            field = ComboField("", options, str(now.staff_id) if now else "")
            field.name_it(self.tr("{cls}的班主任").format(cls=name))
            field.committed.connect(partial(self._choose, one.id, name))
            line, place = index // 2, index % 2 * 3
            self._class_grid.addWidget(Label(name), line, place)
            self._class_grid.addWidget(field, line, place + 1)
            if one.id not in used:
                self._class_grid.addWidget(self._delete_button(one.id, name), line, place + 2)
            self.teachers[one.id] = field

    def _delete_button(self, class_id: int, name: str) -> Button:
        spoken = self.tr("{cls}没有学生，删除").format(cls=name)
        button = Button("", kind="link", icon="trash-2", height=28, name=spoken)
        button.clicked.connect(partial(self._delete_class, class_id, name))
        return button

    def _delete_class(self, class_id: int, name: str, _on: bool = False) -> None:
        snapshot = self.session.snapshot
        one = next(one for one in snapshot.classes if one.id == class_id)
        try:
            changes = delete_class(one, snapshot.children.values())
        except BadValue:
            self.session.failed.emit(self.tr("{cls}有过学生，不能删。").format(cls=name))
            return
        self.delete(labels.delete_class(name), changes)

    def _choose(self, class_id: int, name: str, staff_id: str) -> None:
        snapshot = self.session.snapshot
        one = next(one for one in snapshot.classes if one.id == class_id)
        changes = set_class_teacher(one, int(staff_id) if staff_id else None, self.session.today)
        teacher = next((one.name for one in snapshot.staff if str(one.id) == staff_id), "")
        self.save(labels.class_teacher(name, teacher), changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the last line adds."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and any(widget.isAncestorOf(self.focusWidget()) for widget in self.new.widgets()[:3]):
            self.new.add_it()
            return
        super().keyPressEvent(event)


def _is_refused(tidy: Callable[[str, str], str], field: str, text: str) -> bool:
    try:
        tidy(field, text)
    except BadValue:
        return True
    return False
