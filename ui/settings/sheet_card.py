"""A card with a sheet of the staff to type or paste into; written as one action, a draft until then."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from app.changes import Change
from app.staff_sheet import StaffSheet
from ui import tokens
from ui.card import Card
from ui.pieces.button import Button
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, Mark
from ui.pieces.label import Label
from ui.pieces.list_header import ListHeader
from ui.pieces.revealing import area_around
from ui.session import Session

AROUND, LEAST = 168, 4
"""px that the card needs besides its grid, and the fewest rows that are seen of it."""


class SheetGrid(EntryGrid):
    """A block goes into rows that are there and into new ones below."""

    pasted = Signal(list)
    """The lines of a block of several cells."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        if isinstance(head, ListHeader):
            head.fit(self.viewport().width())

    def paste(self, block: str) -> None:
        lines = [line.split("\t") for line in block.rstrip("\r\n").splitlines()]
        if len(lines) > 1 or (lines and len(lines[0]) > 1):
            self.pasted.emit(lines)
        else:
            super().paste(block)


class SheetCard(Card):
    """`write` carries changes out under a label; `draft` is the key under which half typed words are kept."""

    def __init__(
        self, session: Session, write: Callable[[str, list[Change]], bool], sheet: StaffSheet, draft: str,
        columns: Sequence[EntryColumn], heading: str, text: str,
    ) -> None:  # fmt: skip
        super().__init__(heading, text)
        self._session, self._write, self._draft_key = session, write, draft
        self.sheet = sheet
        self.sheet.take(session.drafts.read(draft))
        self._typing = ""
        self.grid = SheetGrid(columns, name=heading)
        self.hint = Label("", "second", "ink2", wrap=True)
        self.go = Button("", keys="Ctrl+Enter", kind="primary")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(tokens.BETWEEN)
        self.foot.addWidget(self.hint, 1)
        self.foot.addWidget(self.go)
        self.column.addWidget(self.grid)
        self.column.addLayout(self.foot)
        self._connect()

    def show_file(self) -> None:
        """Show the snapshot of the session again; what is typed stays."""
        self.sheet.show(self._session.snapshot, self._session.today)
        self.show_rows()

    def resume(self) -> bool:
        """Put the cursor where it was in the draft; False if there is none."""
        words = self._session.drafts.read(self._draft_key)
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
            self.say_here()
            return False
        new, changed = len(self.sheet.new_rows()), len(self.sheet.cells())
        if not new and not changed:
            return False
        label = self.label(self._counted(new, changed))
        kept, changes = self.sheet.words(), self.sheet.changes()
        self.sheet.forget()
        if self._write(label, changes):
            self._session.drafts.drop(self._draft_key)
            return True
        self.sheet.take(kept)
        self.show_rows()
        return False

    def label(self, counted: str) -> str:
        """How undo names the action."""
        raise NotImplementedError

    def extra(self) -> dict[int, dict[str, str]]:
        """What stands in columns that are only read, by row."""
        return {}

    def say_here(self) -> None:
        """What is to be said of the current cell."""
        why = self.sheet.mistakes().get(self.grid.here(), "")
        made = self.sheet.new_classes()
        words = self._why(why) if why else self.tr("新开的班：{0}").format("、".join(made)) if made else ""
        self.hint.setText(words)
        self.hint.set_tone("over" if why else "")

    def show_rows(self) -> None:
        """Show what is in the file with what is typed."""
        extra = self.extra()
        self.grid.set_rows({row: cells | extra.get(row, {}) for row, cells in self.sheet.rows().items()})
        self._fit()
        marks = {
            cell: Mark("changed", self.tr("原来是“{0}”").format(old or self.tr("空着的")))
            for cell, old in self.sheet.cells().items()
        }
        marks |= {
            (row, column): Mark("changed", self.tr("新添的"))
            for row in self.sheet.new_rows() for column in self.sheet.columns if self.sheet.text(row, column)
        }  # fmt: skip
        marks |= {cell: Mark("wrong", self._why(why)) for cell, why in self.sheet.mistakes().items()}
        self.grid.set_marks(marks)
        self._say()
        self.say_here()

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
        if column in self.sheet.columns:
            self.sheet.paste(row, column, lines)
            self._changed()

    def _type(self, _row: int, _column: str, text: str) -> None:
        self._typing = text
        self._keep()

    def _changed(self) -> None:
        self.show_rows()
        self._keep()

    def _keep(self) -> None:
        self._session.drafts.keep(self._draft_key, self._draft, "settings")

    def _draft(self) -> dict[str, Any] | None:
        if not isValid(self):
            return None
        words = self.sheet.words() or ({"typed": {}} if self._typing else {})
        return words and words | {"at": self.grid.here(), "typing": self._typing}

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
            "not_a_choice": self.tr("写男或女"),
            "taken": self.tr("上面已经有人带这个班"),
            "twice": self.tr("上面已经有一个同名的，真是另一个人就在名字后面加个字"),
        }[reason]

    def _fit(self) -> None:
        """As high as its rows, but never so high that the button beneath is out of sight."""
        row = self.grid.verticalHeader().defaultSectionSize()
        around = area_around(self)
        room = (around.viewport().height() if around is not None else 0) - tokens.px(AROUND)
        rows = max(LEAST, min(len(self.sheet.rows()), (room - tokens.px(tokens.ROW_HEADER)) // row))
        self.grid.setFixedHeight(tokens.px(tokens.ROW_HEADER) + rows * row + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        around = area_around(self)
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
        self.grid.moved.connect(lambda _row, _column: self.say_here())
        self.go.clicked.connect(self.commit)
