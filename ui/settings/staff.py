"""Settings: teachers in a plain list, edited in place, and the class teacher of every class."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.classnames import class_name
from app.phones import dial_text, parse_phones, unreadable
from app.school import Staff
from app.staffing import add_staff, present, running, set_class_teacher, set_staff, staff_left, teacher_on
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.settings.section import Section
from ui.work import Work


def phone_digits(text: str) -> str:
    """What is stored of a phone as typed; what is no number stays as typed, for the check to name it."""
    found = [one.number for one in parse_phones(text) if one.number]
    return found[0] if len(found) == 1 else text.strip()


class StaffRow:
    """The three fields of one member of staff, and the button that says she left."""

    def __init__(self, section: "StaffSection", one: Staff) -> None:
        self._section, self.one = section, one
        self.fields = {
            "name": LineField("", one.name, check=self._named),
            "phone": LineField("", dial_text(one.phone) if one.phone else "", check=section.good_phone),
            "duties": LineField("", one.duties),
        }
        spoken = {"name": section.tr("姓名"), "phone": section.tr("电话"), "duties": section.tr("职务")}
        for name, field in self.fields.items():
            field.name_it(section.tr("{who}的{what}").format(who=one.name, what=spoken[name]))
            field.committed.connect(partial(self._save, name, spoken[name]))
        self.leave = Button(section.tr("离校"), kind="link", height=28)
        self.leave.setAccessibleName(section.tr("{who}离校").format(who=one.name))
        self.leave.clicked.connect(self._leave)

    def widgets(self) -> list[QWidget]:
        """In the order of the columns."""
        return [*self.fields.values(), self.leave]

    def _named(self, text: str) -> str:
        return "" if text else self._section.tr("姓名不能空着")

    def _save(self, name: str, what: str, value: str) -> None:
        stored = phone_digits(value) if name == "phone" else value
        label = self._section.tr("修改{who}的{what}").format(who=self.one.name, what=what)
        self._section.save(label, set_staff(self.one.id, name, stored))

    def _leave(self) -> None:
        session = self._section.session
        label = self._section.tr("{who}离校").format(who=self.one.name)
        self._section.save(label, staff_left(self.one.id, session.today, session.snapshot.classes))


class NewRow(QWidget):
    """The last line: a name, a phone, duties; Enter adds."""

    def __init__(self, section: "StaffSection") -> None:
        super().__init__()
        self._section = section
        self.name = LineField("", placeholder=self.tr("新老师姓名"))
        self.phone = LineField("", placeholder=self.tr("电话"), check=section.good_phone)
        self.duties = LineField("", placeholder=self.tr("职务，如：四（1）班语文"))
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
        if not name:
            self.name.set_error(self.tr("请填姓名"))
            self.name.setFocus()
            return
        if not self.phone.commit():
            self.phone.setFocus()
            return
        changes = add_staff(name, phone_digits(self.phone.value()), self.duties.value())
        if self._section.save(self.tr("添加老师{who}").format(who=name), changes):
            for field in (self.name, self.phone, self.duties):
                field.editor.clear()
                field.commit()
            self.name.set_error("")
            self.name.setFocus()


class StaffSection(Section):
    """Teachers who are here, and beneath them the classes with their teachers."""

    key = "staff"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.staff_card = Card(self.title(), self.tr("离开一格就存下。离校的老师名字留在历史里。"))
        self.class_card = Card(self.tr("班主任"))
        self._staff_grid, self._class_grid = QGridLayout(), QGridLayout()
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

    def good_phone(self, text: str) -> str:
        """ "" or what is wrong with a typed phone."""
        wrong = unreadable(text) or len([one for one in parse_phones(text) if one.number]) > 1
        return self.tr("写一个手机号或带区号的座机") if wrong else ""

    def _prepare(self) -> None:
        grid = self._staff_grid
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for column, (text, stretch) in enumerate(
            ((self.tr("姓名"), 3), (self.tr("电话"), 4), (self.tr("职务"), 5), ("", 0))
        ):
            grid.addWidget(Label(text, "hint"), 0, column)
            grid.setColumnStretch(column, stretch)
        self._class_grid.setHorizontalSpacing(12)
        self._class_grid.setColumnStretch(1, 1)
        self._class_grid.setColumnStretch(3, 1)

    def show_file(self) -> None:
        snapshot, today = self.session.snapshot, self.session.today
        shown = (snapshot.staff, snapshot.classes, snapshot.school.system, today)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_staff(present(snapshot.staff, today))
        self._show_classes()

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

    def _place(self, line: int, widgets: list[QWidget]) -> None:
        for column, widget in enumerate(widgets):
            self._staff_grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignTop)

    def _show_classes(self) -> None:
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
            now = teacher_on(one, today)
            field = ComboField("", options, str(now.staff_id) if now else "")
            field.name_it(self.tr("{cls}的班主任").format(cls=name))
            field.committed.connect(partial(self._choose, one.id, name))
            self._class_grid.addWidget(Label(name), index // 2, index % 2 * 2)
            self._class_grid.addWidget(field, index // 2, index % 2 * 2 + 1)
            self.teachers[one.id] = field

    def _choose(self, class_id: int, name: str, staff_id: str) -> None:
        snapshot = self.session.snapshot
        one = next(one for one in snapshot.classes if one.id == class_id)
        changes = set_class_teacher(one, int(staff_id) if staff_id else None, self.session.today)
        self.save(self.tr("修改{cls}的班主任").format(cls=name), changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the last line adds."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and any(widget.isAncestorOf(self.focusWidget()) for widget in self.new.widgets()[:3]):
            self.new.add_it()
            return
        super().keyPressEvent(event)
