"""Filters under plain names with live counts: the ready-made ones, and those the office kept."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.filters import READY, Choice, Saved, read_saved, write_saved
from ui import tokens
from ui.children.filter_words import choice_word, ready_word
from ui.children.listing import Listing
from ui.pieces.button import Button
from ui.pieces.editors import LineEdit
from ui.pieces.flyout import Flyout
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column, Group, Row
from ui.remembered import recall, remember
from ui.session import Session

SETTING = "filters.roster"


class SavedFilters(Flyout):
    """Enter shows what a filter finds, F2 gives it another name, Del takes it away; one click puts it back."""

    chosen = Signal(object)
    """The Choice to show."""

    def __init__(self, session: Session, listing: Listing, page: QWidget) -> None:
        super().__init__(page, "")
        self.setAccessibleName(self.tr("筛选"))
        self._session, self._listing = session, listing
        self._saved: list[Saved] = []
        self._lost: list[Saved] | None = None
        self._renaming = 0
        self.grid = ListGrid(
            [
                Column("name", self.tr("筛选"), 0, "text", lambda row: Cell(self._name(row))),
                Column("rename", "", 72, "action", lambda row: Cell(self.tr("改名") if self._own(row) else "")),
                Column("delete", "", 72, "action", lambda row: Cell(self.tr("删除") if self._own(row) else "")),
                Column("count", "", 56, "number", lambda row: Cell(self._count(row)), right=True),
            ],
            name=self.tr("筛选"), row_height=36, many=False,
        )  # fmt: skip
        self.grid.horizontalHeader().hide()
        self.grid.setProperty("list", "plain")
        self.said = Label("", "second", "ink2")
        self.undo = Button(self.tr("放回来"), kind="link", height=26)
        self.name = LineEdit()
        self.name.setAccessibleName(self.tr("筛选的名字"))
        self.keep = Button(self.tr("存下现在的筛选"), keys="Enter", kind="ghost", height=34)
        self._lay_out()
        self.grid.opened.connect(self._show)
        self.grid.edit_wanted.connect(self._rename)
        self.grid.acted.connect(self._act)
        self.grid.clicked.connect(self._click)
        self.undo.clicked.connect(self._put_back)
        self.keep.clicked.connect(self._keep)

    def open_for(self, anchor: QRect, *, keeping: bool = False) -> None:
        """Open below `anchor`; `keeping` puts the cursor where the running filter gets its name."""
        self._saved = read_saved(recall(self._session, SETTING))
        self._lost, self._renaming = None, 0
        self._fill()
        may_keep = bool(self._listing.choice.parts()) and self._listing.choice.named is None
        self._offer(choice_word(self._listing, self._listing.choice))
        self._foot.setVisible(may_keep)
        rows = len(READY) + len(self._saved)
        wanted = QSize(tokens.px(380), tokens.px(36 * rows + 34 * 2 + 110))
        self.open_at(anchor, wanted, self.name if keeping and may_keep else self.grid)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.grid.current()
        if event.key() == Qt.Key.Key_Delete and self.grid.hasFocus() and self._own(current):
            self._delete(current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self.keep.click()
        else:
            super().keyPressEvent(event)

    # rows: the ready-made ones from 1 on, then the office's own

    def _name(self, row: int) -> str:
        return self._saved[row - len(READY) - 1].name if self._own(row) else ready_word(READY[row - 1])

    def _choice(self, row: int) -> Choice:
        if self._own(row):
            return self._saved[row - len(READY) - 1].choice
        return Choice("all", READY[row - 1])

    def _own(self, row: int) -> bool:
        return row > len(READY)

    def _count(self, row: int) -> str:
        return str(len(self._listing.of(self._choice(row))))

    def _click(self, index: QModelIndex) -> None:
        row = self.grid.current()
        if not (self._own(row) and index.column() in (1, 2)):
            self._show(row)

    def _fill(self) -> None:
        count = len(READY)
        rows: list[Row] = [Group(self.tr("现成的")), *range(1, count + 1)]
        if self._saved:
            own = Group(self.tr("自己存的"), hint=self.tr("F2 改名，Del 删除"))
            rows += [own, *range(count + 1, count + 1 + len(self._saved))]
        self.grid.set_rows(rows)
        self.grid.refresh()
        if not self.grid.current():
            self.grid.set_current(1)
        self._undo.setVisible(self._lost is not None)

    def _show(self, row: int) -> None:
        if row:
            choice = self._choice(row)
            self.shut()
            self.chosen.emit(choice)

    def _act(self, row: int, what: str) -> None:
        if self._own(row) and what == "rename":
            self._rename(row)
        elif self._own(row) and what == "delete":
            self._delete(row)

    def _rename(self, row: int) -> None:
        if self._own(row):
            self._renaming = row
            self._offer(self._name(row))
            self._foot.show()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()

    def _offer(self, name: str) -> None:
        self.name.setText(name)
        words = self.tr("改成这个名字") if self._renaming else self.tr("存下现在的筛选")
        self.keep.set_label(words)

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = self._renaming - len(READY) - 1 if self._renaming else -1
        choice = self._saved[place].choice if place >= 0 else self._listing.choice
        others = [one for at, one in enumerate(self._saved) if at != place and one.name != name]
        lost = len(others) < len(self._saved) - (place >= 0)
        if place >= 0:
            others.insert(min(place, len(others)), Saved(name, choice))
        else:
            others.append(Saved(name, choice))
        self._renaming = 0
        self._write(others, self.tr("原来的“{0}”换掉了").format(name) if lost else "")
        self._offer("")
        self._foot.hide()
        self.grid.set_current(len(READY) + 1 + [one.name for one in self._saved].index(name))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, row: int) -> None:
        name = self._name(row)
        left = [one for one in self._saved if one.name != name]
        self._write(left, self.tr("删了“{0}”").format(name))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, saved: list[Saved], said: str) -> None:
        self._lost = self._saved if said else None
        self._saved = saved
        remember(self._session, SETTING, write_saved(saved))
        self.said.setText(said)
        self._fill()

    def _put_back(self) -> None:
        if self._lost is not None:
            self._write(self._lost, "")
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._undo, self._foot = QWidget(), QWidget()
        undo = QHBoxLayout(self._undo)
        foot = QHBoxLayout(self._foot)
        for row in (undo, foot):
            row.setContentsMargins(4, 0, 0, 0)
        undo.addWidget(self.said, 1)
        undo.addWidget(self.undo)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.keep)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self._undo)
        self.column.addWidget(self._foot)
