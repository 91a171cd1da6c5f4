"""Several children of one record: who they are, and what is said of each alone."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from app.pairing import mentors_on
from ui import tokens
from ui.contacts.aside import Aside
from ui.contacts.people import CHILD, Known, People, Target
from ui.pieces.button import Button
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.list_header import ListHeader
from ui.session import Session

NAME, REMARK = "name", "remark"


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class RemarkGrid(EntryGrid):
    """A row per child; what is said of it alone is typed beside its name. Ctrl+Delete asks to be without it."""

    dropped = Signal()

    def __init__(self, people: People) -> None:
        self._people = people
        super().__init__(
            [EntryColumn(NAME, _tr("孩子"), 112, fixed=True), EntryColumn(REMARK, _tr("单独说他的"), 0)],
            name=_tr("一起的孩子"), row_height=36,
        )  # fmt: skip

    def show_remarks(self, remarks: dict[int, str]) -> None:
        """Show these children in this order."""
        self.set_rows({key: {NAME: self._called(key), REMARK: text} for key, text in remarks.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.dropped.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        if isinstance(head, ListHeader):
            head.fit(self.viewport().width())

    def _called(self, child_id: int) -> str:
        return self._people.named(child_id).name


class Company(Aside):
    """Beside the log while one record is written for several children. `changed` after every change."""

    changed = Signal()
    submitted = Signal()
    """Ctrl+Enter in the grid."""
    closed = Signal()
    """Back to one child."""

    def __init__(self, session: Session, people: People) -> None:
        super().__init__(_tr("几个孩子一起记"))
        self._session, self._people = session, people
        self.remarks: dict[int, str] = {}
        """By child, in the order they were added."""
        self.class_id: int | None = None
        """The class this is about as a whole."""
        self.heading = Label("", "panel")
        self.close_button = Button(_tr("收起"), kind="link", keys="Esc")
        self.add = ComboField("", [])
        self.add.name_it(_tr("加一批"))
        self.hint = Label(_tr("上面写的对每个孩子都一样，这里只写各自的。"), "second", "ink2", wrap=True)
        self.grid = RemarkGrid(people)
        self.grid.setMinimumHeight(tokens.px(120))
        self.drop = Button(_tr("去掉这个"), keys="Ctrl+Delete", height=30)
        self.empty = Button(_tr("都去掉"), kind="link", height=30)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.empty)
        self.column.addLayout(head)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.add)
        self.column.addWidget(self.grid, 1)
        self.column.addLayout(foot)
        self.add.committed.connect(self._add_many)
        self.grid.edited.connect(self._edited)
        self.grid.submitted.connect(self.submitted)
        self.drop.clicked.connect(self.drop_current)
        self.grid.dropped.connect(self.drop_current)
        self.empty.clicked.connect(self.clear)
        self.close_button.clicked.connect(self.closed)
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if hasattr(self, "hint"):
            self.hint.setVisible(not narrow)

    def put(self, target: Target, *, whole: bool) -> None:
        """One child more, or a class: `whole` = all its pupils, else the left-behind where it has any."""
        kind, number = target
        if kind == CHILD:
            self.remarks.setdefault(number, "")
        else:
            self.class_id = number
            self._put_all(self._people.of_class(number), whole)
        self._show()
        self.changed.emit()

    def set_all(self, remarks: dict[int, str], class_id: int | None) -> None:
        """Just these, without a signal."""
        self.remarks, self.class_id = dict(remarks), class_id
        self._show()

    def drop_current(self) -> None:
        """Without the child of the current row."""
        self.remarks.pop(self.grid.here()[0], None)
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Nobody."""
        self.set_all({}, None)
        self.changed.emit()

    def offer(self) -> None:
        """Fill the box with today's classes and mentors."""
        classes = [(f"class:{one.target[1]}", one.name) for one in self._people.classes]
        mentors = set(mentors_on(self._session.snapshot.pairings, self._session.today).values())
        staff = [(f"staff:{one.id}", _tr("{0}老师结对的").format(one.name))
                 for one in self._session.snapshot.staff if one.id in mentors]  # fmt: skip
        self.add.set_options([("", _tr("加一个班，或哪位老师的")), *classes, *staff])
        self.add.set_value("")

    def _add_many(self, key: str) -> None:
        kind, _, number = key.partition(":")
        if kind == "class":
            self._put_all(self._people.of_class(int(number)), whole=False)
        elif kind == "staff":
            mentors = mentors_on(self._session.snapshot.pairings, self._session.today)
            children = self._people.children
            self._put_all([one for one_id, one in children.items() if mentors.get(one_id) == int(number)], whole=True)
        self.add.set_value("")
        self._show()
        self.changed.emit()

    def _put_all(self, found: Iterable[Known], whole: bool) -> None:
        every = list(found)
        left = [one for one in every if one.left_behind]
        for one in every if whole or not left else left:
            self.remarks.setdefault(one.target[1], "")

    def _edited(self, child_id: int, column: str, text: str) -> None:
        if column == REMARK and child_id in self.remarks:
            self.remarks[child_id] = text
            self.changed.emit()

    def _show(self) -> None:
        self.grid.show_remarks(self.remarks)
        self.heading.setText(_tr("一起记的 {0} 个孩子").format(len(self.remarks)))
        for button in (self.drop, self.empty):
            button.setEnabled(bool(self.remarks))
