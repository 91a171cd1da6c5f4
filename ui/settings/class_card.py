"""Settings: the classes that exist today, each with its class teacher; one without pupils can be deleted."""

from functools import partial

from PySide6.QtWidgets import QGridLayout

from app.classnames import class_name
from app.edits import BadValue, delete_class, set_class_teacher
from app.periods import latest
from app.staffing import present, running
from ui import labels
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.settings.section import Section


class ClassCard(Card):
    """Chosen is saved at once."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.tr("班主任"), section.tr("选了就存下。没有的班在上面的“班主任”一列写上就有了。"))
        self._section, self.session = section, section.session
        self._class_grid = QGridLayout()
        self._class_grid.setHorizontalSpacing(12)
        self._class_grid.setColumnStretch(1, 1)
        self._class_grid.setColumnStretch(4, 1)
        self.column.addLayout(self._class_grid)
        self.teachers: dict[int, ComboField] = {}

    def show_classes(self, used: frozenset[int]) -> None:
        """`used`: the classes that have or had pupils; the others may be deleted."""
        snapshot, today = self.session.snapshot, self.session.today
        classes = running(snapshot.classes, snapshot.school, today)
        self.setVisible(bool(classes))
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
            has_records = self.session.store.ledger.names_class(class_id)
            changes = delete_class(one, snapshot.children.values(), has_records)
        except BadValue as error:
            pupils, records = self.tr("{cls}有过学生，不能删。"), self.tr("{cls}名下有记录，不能删。")
            self.session.failed.emit((pupils if error.reason == "has_pupils" else records).format(cls=name))
            return
        self._section.delete(labels.delete_class(name), changes)

    def _choose(self, class_id: int, name: str, staff_id: str) -> None:
        snapshot = self.session.snapshot
        one = next(one for one in snapshot.classes if one.id == class_id)
        changes = set_class_teacher(one, int(staff_id) if staff_id else None, self.session.today)
        teacher = next((one.name for one in snapshot.staff if str(one.id) == staff_id), "")
        self._section.save(labels.class_teacher(name, teacher), changes)
