"""After an undo or redo the roster goes to where it happened: the row in the list, the field in the dossier."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from app.children import Child
from app.history import Spot, Undone
from ui.children.dossier import Dossier
from ui.children.roster_list import RosterList
from ui.pieces.flash import flash
from ui.session import Session

MOST = 12
"""Fields framed at once."""


class UndoPlaces(QObject):
    """Frames the fields of the open child; in the list it goes to the first row that is listed and lights them all."""

    def __init__(self, session: Session, shown: RosterList, dossier: Callable[[], Dossier | None]) -> None:
        """`dossier` is the one on screen."""
        super().__init__(shown)
        self._session, self._list, self._dossier = session, shown, dossier
        session.undone.connect(self.show)

    def show(self, undone: Undone) -> None:
        """Show where, if it can be seen from here."""
        dossier = self._dossier()
        if dossier is not None and dossier.isVisible():
            self._show_fields(dossier, undone)
        elif self._list.isVisible():
            self._list.grid.flash(undone.touched)

    def _show_fields(self, dossier: Dossier, undone: Undone) -> None:
        child = self._session.snapshot.children.get(dossier.child_id)
        if child is None:
            return
        places = [self._place(dossier, child, spot) for spot in undone.spots if spot.child_id == child.id]
        widgets = list(dict.fromkeys(place for place in places if place is not None))[:MOST]
        for number, widget in enumerate(widgets):
            if number == 0:
                _scroll_to(widget)
            flash(widget)

    @staticmethod
    def _place(dossier: Dossier, child: Child, spot: Spot) -> QWidget | None:
        if spot.table == "child":
            row = dossier.facts.rows.get(spot.field)
            return row.field if row is not None else dossier.head
        kin_id = _kin_of(child, spot)
        if kin_id:
            block = dossier.family.blocks.get(kin_id)
            return block if block is not None else dossier.family
        panels: dict[str, QWidget] = {
            "kin": dossier.family, "phone": dossier.family, "whereabouts": dossier.family, "care": dossier.family.carer,
            "enrolment": dossier.school, "claim": dossier.status, "override": dossier.status,
            "care_record": dossier.timeline, "participant": dossier.timeline,
        }  # fmt: skip
        return panels.get(spot.table)


def _kin_of(child: Child, spot: Spot) -> int:
    """The relative a place belongs to, 0 for none that is there."""
    for kin in child.kin:
        rows = {"kin": {kin.id}, "phone": {one.id for one in kin.phones},
                "whereabouts": {one.id for one in kin.whereabouts}}  # fmt: skip
        if spot.row_id in rows.get(spot.table, ()):
            return kin.id
    return 0


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 40)
            return
        above = above.parentWidget()
