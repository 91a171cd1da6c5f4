"""The facts of a child in the dossier, group by group, each saved when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.children import Child
from ui import tokens
from ui.children import checks
from ui.children.card import Card
from ui.children.fact_row import FactRow, IdRow
from ui.children.fields import fact_groups

ALONE = frozenset(
    {"name", "id_number", "register_number", "register_aux", "seat_number", "pinyin", "former_name", "birth"}
)
"""Facts that no two children share."""


class FactsPanel(QWidget):
    """`edited` comes when a person changed a fact to something that makes sense."""

    edited = Signal(str, str, str)
    """(field, label in Chinese, new value as the file holds it)"""
    unmasked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, FactRow] = {}
        self._child_id = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        for group in fact_groups():
            card = Card(group.heading)
            card.body.setSpacing(0)
            for fact in group.facts:
                row = IdRow(fact) if fact.kind == "id" else FactRow(fact)
                if isinstance(row, IdRow):
                    row.unmasked.connect(self.unmasked)
                row.committed.connect(self._committed)
                self.rows[fact.field] = row
                card.body.addWidget(row)
            column.addWidget(card)

    def show_child(self, child: Child) -> None:
        """Show the facts of a child; a field somebody is typing in is left alone, unless it is another child."""
        other, self._child_id = child.id != self._child_id, child.id
        for field, row in self.rows.items():
            if other:
                row.field.revert()
            row.show_value(str(getattr(child, field)))
        self.rows["id_number"].show_warning(checks.id_warning(child.id_number, child.birth, child.sex))

    def commit(self) -> bool:
        """Save the field the cursor is in. False if what stands there is wrong."""
        return all(row.field.commit() for row in self.rows.values() if row.field.isAncestorOf(self._focused()))

    def here(self) -> str:
        """The fact the cursor is in; "" for none."""
        return next((key for key, row in self.rows.items() if row.field.isAncestorOf(self._focused())), "")

    def repeat(self, above: Child) -> None:
        """Write what another child has into the fact the cursor is in, where two children may have the same; it is
        saved when the field is left."""
        here = self.here()
        if here and here not in ALONE:
            self.rows[here].field.put_back(str(getattr(above, here)))

    def focus(self, field: str = "name") -> None:
        """Put the cursor into a field (F2, or what is missing)."""
        row = self.rows[field]
        if isinstance(row, IdRow):
            row.reveal()
        else:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _committed(self, field: str, value: str) -> None:
        self.edited.emit(field, self.rows[field].fact.label, value)
