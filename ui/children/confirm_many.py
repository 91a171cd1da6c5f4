"""Before proposals of many children become facts: whose, and what, each to be left out by a click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import kinship
from app.whereabouts import proposed
from ui import tokens
from ui.children.card import within
from ui.children.deeds import Deeds
from ui.children.kin_block import where_words
from ui.children.listing import Listing
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.rows import Cell, Column
from ui.session import Session


class ConfirmMany(QDialog):
    """A ticked list; the button says how many are confirmed. One action, undone by one Ctrl+Z."""

    def __init__(
        self, session: Session, listing: Listing, deeds: Deeds, ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._listing, self._deeds = session, listing, deeds
        self._ids = list(ids)
        self.chosen = set(ids)
        self.setWindowTitle(self.tr("一起核对"))
        self.grid = ListGrid(
            [
                Column("check", "", 44, "check", lambda key: Cell(checked=key in self.chosen)),
                Column("who", self.tr("孩子"), 190, "who", self._who),
                Column("what", self.tr("导入的情况，核对后算数"), 0, "two_line", self._what),
            ],
            name=self.tr("要核对的孩子"), many=False,
        )  # fmt: skip
        self.keep = Button(self.tr("先不核对"), keys="Esc")
        self.go = Button("", kind="primary")
        self.grid.ticked.connect(self._tick)
        self.grid.opened.connect(self._tick)
        self.keep.clicked.connect(self.reject)
        self.go.clicked.connect(self._confirm)
        for button in (self.keep, self.go):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, tokens.PADDING, tokens.GUTTER, tokens.PADDING)
        column.setSpacing(tokens.GAP)
        column.addWidget(Label(self.tr("表格里写的，都对吗"), "heading"))
        column.addWidget(Label(self.tr("不对的去掉勾，以后再一个一个改。空格也能去掉。"), "second", "ink2"))
        column.addWidget(self.grid, 1)
        column.addLayout(buttons)
        self.resize(within(parent, tokens.px(720), tokens.px(520)))
        self.grid.set_rows(self._ids)
        self.grid.set_current(self._ids[0])
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()

    def _who(self, child_id: int) -> Cell:
        row = self._listing.row(child_id)
        return Cell(row.name, f"{row.class_name} {row.sex}")

    def _what(self, child_id: int) -> Cell:
        words = [
            f"{kinship.spoken_relation(kin.relation)}{where_words(where)}"
            for kin in self._session.snapshot.children[child_id].kin
            if (where := proposed(kin, self._session.today)) is not None
        ]
        return Cell(words[0] if words else "", "；".join(words[1:]))

    def _tick(self, child_id: int) -> None:
        self.chosen ^= {child_id}
        self.grid.refresh(frozenset({child_id}))
        self._count()

    def _count(self) -> None:
        self.go.set_label(self.tr("核对 {0} 人").format(len(self.chosen)))
        self.go.setEnabled(bool(self.chosen))

    def _confirm(self) -> None:
        ids = [key for key in self._ids if key in self.chosen]
        if self._deeds.confirm_many(ids, self._listing.class_name or self.tr("全校")):
            self.accept()
