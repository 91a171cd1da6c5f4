"""The family in the dossier: everybody with numbers and place, who looks after the child, add and take away."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import kinship
from app.carer import carer_of
from app.children import Child, Kin
from ui import tokens
from ui.children.card import Card, clear, slim
from ui.children.kin_block import KinBlock
from ui.children.kin_editor import relation_options
from ui.pieces.button import Button
from ui.pieces.fields import ComboField

HANDED_ON = ("dialled", "confirmed", "refused", "edited", "phone_edited", "where_edited", "removed", "unmasked")
"""Signals of a relative's block that the panel passes on as they are."""


class FamilyPanel(Card):
    """Hands on what a person wants; the dossier writes it and shows the child again."""

    dialled = Signal(str, str)
    confirmed = Signal(int)
    refused = Signal(int)
    edited = Signal(int, str, str, str)
    phone_edited = Signal(int, str, int, str)
    where_edited = Signal(int, object)
    removed = Signal(int)
    unmasked = Signal(int)
    added = Signal(str)
    """The relation of a relative to add."""
    revealed = Signal()
    """A relative was opened: scroll to it."""
    carer_chosen = Signal(int)
    """Kin id, 0 for nobody entered."""

    def __init__(self) -> None:
        super().__init__(self.tr("家里人"))
        self.blocks: dict[int, KinBlock] = {}
        self._child: Child | None = None
        self._open_kin = 0
        self.add = ComboField("", [("", self.tr("加一个家里人…")), *relation_options()])
        self.add.name_it(self.tr("加一个家里人"))
        self.add.editor.setProperty("plain", "true")
        self.add.setFixedWidth(tokens.px(136))
        self.slot.addWidget(self.add)
        self.add.committed.connect(self._add)
        self._carer = QHBoxLayout()
        self._kin = QVBoxLayout()
        self._kin.setSpacing(0)
        self.carer = slim(ComboField("", []))
        self.carer.name_it(self.tr("平时谁带"))
        self.carer.editor.setProperty("plain", "true")
        self.carer.committed.connect(lambda value: self.carer_chosen.emit(int(value or 0)))
        self.sure = Button(self.tr("对，是这样"), kind="ghost", height=28)
        self.sure.clicked.connect(self._carer_is_right)
        self.body.addLayout(self._carer)
        self.body.addLayout(self._kin)
        self._carer_row()

    def show_child(self, child: Child, day: date) -> None:
        """Show the family of a child; the relative that is open stays open."""
        other = self._child is None or self._child.id != child.id
        if other:
            self._open_kin = 0
        if not other and self._child is not None and self._child.kin == child.kin and self._child.cares == child.cares:
            return
        same = [kin.id for kin in self.kin()] == [kin.id for kin in _in_order(child)] and not other
        self._child, self._day = child, day
        self._show_carer()
        block = self.blocks.get(self._open_kin)
        if same and block is not None and block.editor is not None:
            block.editor.show_kin(next(kin for kin in child.kin if kin.id == self._open_kin))
        else:
            self._show_kin()

    def open_kin(self, kin_id: int, what: str = "name") -> None:
        """Open a relative for correction and put the cursor where something is missing."""
        if not self.commit():
            return
        self._open_kin = kin_id
        self._show_kin()
        editor = self.blocks[kin_id].editor if kin_id in self.blocks else None
        if editor is not None:
            editor.focus(what)
            self.revealed.emit()

    def open(self) -> int:
        """The relative that is open; 0 for none."""
        return self._open_kin

    def close_kin(self) -> bool:
        """Close the open relative; False if none is open or a field is wrong."""
        if not self._open_kin or not self.commit():
            return False
        self._open_kin = 0
        self._show_kin()
        return True

    def commit(self) -> bool:
        """Save the field the cursor is in. False if what stands there is wrong."""
        editor = self.blocks[self._open_kin].editor if self._open_kin in self.blocks else None
        return editor is None or editor.commit()

    def kin(self) -> list[Kin]:
        """The family, parents first."""
        return _in_order(self._child) if self._child else []

    def _show_kin(self) -> None:
        clear(self._kin)
        self.blocks = {}
        assert self._child is not None
        carer = carer_of(self._child, self._day)
        for kin in self.kin():
            cares = carer.certainty if carer.kin is not None and carer.kin.id == kin.id else ""
            block = KinBlock(kin, self._day, cares, is_open=kin.id == self._open_kin)
            block.opened.connect(self.open_kin)
            block.closed.connect(lambda _id: self.close_kin())
            for name in HANDED_ON:
                getattr(block, name).connect(getattr(self, name))
            self.blocks[kin.id] = block
            self._kin.addWidget(block)

    def _carer_row(self) -> None:
        self._carer.setSpacing(6)
        self._carer.addWidget(self.carer, 1)
        self._carer.addWidget(self.sure)

    def _show_carer(self) -> None:
        assert self._child is not None
        carer = carer_of(self._child, self._day)
        options = [("", self.tr("谁带：还不知道"))]
        for kin in self.kin():
            spoken = kinship.spoken_relation(kin.relation)
            words = self.tr("谁带：{0} {1}").format(spoken, kin.name)
            if carer.kin is not None and carer.kin.id == kin.id and carer.certainty == "proposed":
                words = self.tr("谁带：可能是{0} {1}").format(spoken, kin.name)
            options.append((str(kin.id), words))
        self.carer.set_options(options)
        self.carer.set_value(str(carer.kin.id) if carer.kin else "")
        self.sure.setVisible(carer.certainty == "proposed")

    def _carer_is_right(self) -> None:
        assert self._child is not None
        kin = carer_of(self._child, self._day).kin
        if kin is not None:
            self.carer_chosen.emit(kin.id)

    def _add(self, relation: str) -> None:
        self.add.set_value("")
        if relation:
            self.added.emit(relation)


def _in_order(child: Child) -> list[Kin]:
    return sorted(child.kin, key=lambda kin: kinship.relation_order(kin.relation))
