"""Settings: the staff in a grid to type or paste into; written as one action, a draft until then."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from shiboken6 import isValid

from app.changes import Change
from app.staff_sheet import BLANK, StaffSheet
from ui import tokens
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, Mark
from ui.pieces.label import Label
from ui.session import Session

DRAFT = "staff"
AROUND, LEAST = 168, 4
"""px that the card needs besides its grid, and the fewest rows that are seen of it."""


class SheetGrid(EntryGrid):
    """A block goes into rows that are there and into new ones below."""

    pasted = Signal(list)
    """The lines of a block of several cells."""

    def paste(self, block: str) -> None:
        lines = [line.split("\t") for line in block.rstrip("\r\n").splitlines()]
        if len(lines) > 1 or (lines and len(lines[0]) > 1):
            self.pasted.emit(lines)
        else:
            super().paste(block)


class StaffGrid(Card):
    """`write` carries changes out under a label; `wants_to_leave` and `wants_to_delete` name the current row's one."""

    wants_to_leave = Signal(int)
    wants_to_delete = Signal(int)

    def __init__(self, session: Session, write: Callable[[str, list[Change]], bool]) -> None:
        super().__init__(
            session.tr("老师"),
            session.tr("一格一格敲，或者从 Excel 复制整块粘贴，最下面一行接着添。一起记下，Ctrl+Z 一次撤回。"),
        )
        self._session, self._write = session, write
        self.sheet = StaffSheet(session.snapshot, session.today)
        self.sheet.take(session.drafts.read(DRAFT))
        self._typing = ""
        self.grid = SheetGrid(
            [
                EntryColumn("name", self.tr("姓名"), 132), EntryColumn("phone", self.tr("电话"), 148),
                EntryColumn("duties", self.tr("职务"), 0), EntryColumn("classes", self.tr("班主任"), 132),
            ],
            name=self.tr("老师"),
        )  # fmt: skip
        self.hint = Label("", "second", "ink2", wrap=True)
        self.leave = Button(self.tr("离校"), kind="link")
        self.delete = Button("", kind="link", icon="trash-2", name=self.tr("录错了，删除"))
        self.go = Button("", keys="Ctrl+Enter", kind="primary")
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.hint, 1)
        for button in (self.leave, self.delete, self.go):
            foot.addWidget(button)
        self.column.addWidget(self.grid)
        self.column.addLayout(foot)
        self._connect()

    def show_file(self) -> None:
        """Show the snapshot of the session again; what is typed stays."""
        self.sheet.show(self._session.snapshot, self._session.today)
        self._show()

    def resume(self) -> bool:
        """Put the cursor where it was in the draft; False if there is none."""
        words = self._session.drafts.read(DRAFT)
        row, column = words.get("at", (0, ""))
        if row in self.sheet.rows():
            self.grid.edit_cell(row, column)
            if words.get("typing"):
                self.grid.type_on(words["typing"])
        return bool(words)

    def keep(self) -> None:
        """Take over what stands in the open cell; the draft is kept."""
        self.grid.finish_typing()

    def commit(self) -> bool:
        """Ctrl+Enter: write all of it as one action. A wrong cell gets the cursor instead."""
        wrong = self.sheet.mistakes()
        if wrong:
            self.grid.edit_cell(*next(iter(wrong)))
            self._hint()
            return False
        new, changed = len(self.sheet.new_rows()), len(self.sheet.cells())
        if not new and not changed:
            return False
        label = self.tr("修改老师名单：{0}").format(self._counted(new, changed))
        kept, changes = self.sheet.words(), self.sheet.changes()
        self.sheet.forget()
        if self._write(label, changes):
            self._session.drafts.drop(DRAFT)
            return True
        self.sheet.take(kept)
        self._show()
        return False

    def _counted(self, new: int, changed: int) -> str:
        words = [self.tr("添 {0} 人").format(new)] if new else []
        words += [self.tr("改 {0} 处").format(changed)] if changed else []
        return "，".join(words)

    def _edited(self, row: int, column: str, text: str) -> None:
        self._typing = ""
        self.sheet.write(row, column, text)
        self._changed()

    def _pasted(self, lines: list[list[str]]) -> None:
        row, column = self.grid.here()
        if column:
            self.sheet.paste(row, column, lines)
            self._changed()

    def _type(self, _row: int, _column: str, text: str) -> None:
        self._typing = text
        self._keep()

    def _changed(self) -> None:
        self._show()
        self._keep()

    def _keep(self) -> None:
        self._session.drafts.keep(DRAFT, self._draft, "settings")

    def _draft(self) -> dict[str, Any] | None:
        if not isValid(self):
            return None
        words = self.sheet.words() or ({"typed": {}} if self._typing else {})
        return words and words | {"at": self.grid.here(), "typing": self._typing}

    def _show(self) -> None:
        self.grid.set_rows(self.sheet.rows())
        self._fit()
        marks = {
            cell: Mark("changed", self.tr("原来是“{0}”").format(old or self.tr("空着的")))
            for cell, old in self.sheet.cells().items()
        }
        marks |= {
            (row, column): Mark("changed", self.tr("新添的"))
            for row in self.sheet.new_rows() for column in BLANK if self.sheet.text(row, column)
        }  # fmt: skip
        marks |= {cell: Mark("wrong", self._why(why)) for cell, why in self.sheet.mistakes().items()}
        self.grid.set_marks(marks)
        self._say()
        self._hint()

    def _say(self) -> None:
        new, changed, wrong = len(self.sheet.new_rows()), len(self.sheet.cells()), len(self.sheet.mistakes())
        if wrong:
            self.go.set_label(self.tr("先改 {0} 格").format(wrong))
        elif new or changed:
            self.go.set_label(self.tr("记下：{0}").format(self._counted(new, changed)))
        else:
            self.go.set_label(self.tr("没有要记的"))
        self.go.setEnabled(bool(new or changed))

    def _why(self, reason: str) -> str:
        return {
            "empty": self.tr("姓名不能空着"),
            "not_a_phone": self.tr("写一个手机号或带区号的座机"),
            "not_a_class": self.tr("班级没看懂，写成三（1）班"),
            "taken": self.tr("上面已经有人带这个班"),
            "twice": self.tr("上面已经有一个同名的，真是另一个人就在名字后面加个字"),
        }[reason]

    def _hint(self) -> None:
        row, column = self.grid.here()
        here = row in self.sheet.staff
        for button in (self.leave, self.delete):
            button.setVisible(here)
        if here:
            name = self.sheet.old(row, "name")
            self.leave.set_label(self.tr("{0}离校").format(name))
            self.delete.setAccessibleName(self.tr("{0}录错了，删除").format(name))
        why = self.sheet.mistakes().get((row, column), "")
        made = self.sheet.new_classes()
        words = self._why(why) if why else self.tr("新开的班：{0}").format("、".join(made)) if made else ""
        self.hint.setText(words)
        self.hint.set_tone("over" if why else "")

    def _fit(self) -> None:
        """As high as its rows, but never so high that the button beneath is out of sight."""
        row = self.grid.verticalHeader().defaultSectionSize()
        around = self._around()
        room = (around.viewport().height() if around is not None else 0) - tokens.px(AROUND)
        rows = max(LEAST, min(len(self.sheet.rows()), (room - tokens.px(tokens.ROW_HEADER)) // row))
        self.grid.setFixedHeight(tokens.px(tokens.ROW_HEADER) + rows * row + 4)

    def _around(self) -> QScrollArea | None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        around = self._around()
        if around is not None:
            around.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.grid.edited.connect(self._edited)
        self.grid.typing.connect(self._type)
        self.grid.pasted.connect(self._pasted)
        self.grid.submitted.connect(self.commit)
        self.grid.moved.connect(lambda _row, _column: self._hint())
        self.go.clicked.connect(self.commit)
        self.leave.clicked.connect(lambda: self.wants_to_leave.emit(self.grid.here()[0]))
        self.delete.clicked.connect(lambda: self.wants_to_delete.emit(self.grid.here()[0]))
