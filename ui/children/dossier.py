"""The dossier of one child: everything that is known, corrected in place; the page itself never scrolls."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.carer import carer_of
from app.children import Child
from app.fingerprint import CHANGED
from app.whereabouts import current, is_parent
from ui import tokens
from ui.children.agreements_panel import AgreementsPanel
from ui.children.card import Column
from ui.children.cards_panel import CardsPanel
from ui.children.deeds import Deeds
from ui.children.dial import LargeNumber
from ui.children.dossier_head import DossierHead
from ui.children.facts_panel import FactsPanel
from ui.children.family_panel import FamilyPanel
from ui.children.files_panel import FilesPanel
from ui.children.gifts_panel import GiftsPanel
from ui.children.history_panel import HistoryPanel
from ui.children.listing import Listing
from ui.children.next_panel import NextPanel
from ui.children.school_panel import SchoolPanel, class_options
from ui.children.status_panel import StatusPanel
from ui.children.switcher import Switcher
from ui.children.timeline_panel import TimelinePanel
from ui.children.weeks_panel import WeeksPanel
from ui.photos.desk import PhotoDesk
from ui.pieces.editors import is_as_above
from ui.pieces.notice import Strip
from ui.session import Session
from ui.unsaved import Unsaved
from ui.work import Work

DRAFT = "dossier"
"""The draft that keeps the fields in work."""


TIGHT = 700
"""px at 100 %: below this width there is room for two columns only."""


class Dossier(QWidget):
    """Shown with `show_child`; `left` asks for the list, `printed` for the child's card."""

    left = Signal(int)
    printed = Signal(int)
    photos = Signal(object)
    """Paths of a folder or of several photos, () to be asked."""

    def __init__(self, session: Session, work: Work, listing: Listing, deeds: Deeds) -> None:
        super().__init__()
        self._session, self._listing, self._deeds = session, listing, deeds
        self.child_id = 0
        self._ids: list[int] = []
        self.switcher = Switcher(listing)
        self.head = DossierHead(session)
        self.photo = PhotoDesk(session, self.head.photo)
        self.attention = Strip("caution", icon="bell")
        self.facts = FactsPanel()
        self.large = LargeNumber()
        self.family = FamilyPanel()
        self.status = StatusPanel()
        self.school = SchoolPanel(session)
        self.agreements = AgreementsPanel(session)
        self.files, self.gifts = FilesPanel(session, work), GiftsPanel(session)
        self.cards = CardsPanel()
        self.history = HistoryPanel()
        self.timeline, self.next, self.weeks = TimelinePanel(session), NextPanel(session), WeeksPanel(session)
        self.left_column = Column(self.tr("基本资料"), right=2)
        self.right = Column(self.tr("身份和改动"), right=2)
        self.unsaved = Unsaved(self, session, DRAFT, "roster", self._open_now)
        _lay_out(self)
        self._connect()

    def show_child(self, child_id: int, ids: Sequence[int], words: str) -> None:
        """Show a child; `ids` are the children of the list, for PgUp and PgDn; `words` says which list it is."""
        if child_id != self.child_id:
            self.large.hide()
        self.child_id, self._ids, self._words = child_id, list(ids), words
        self.refresh()

    def refresh(self) -> None:
        """Show the child as it is now; what somebody is typing stays."""
        child = self._session.snapshot.children.get(self.child_id)
        if child is None:
            self.left.emit(self.child_id)
            return
        self._show(child, self._session.today)

    def commit(self) -> bool:
        """Save the field in work. False if it is wrong and stays."""
        return self.facts.commit() and self.family.commit()

    def _open_now(self) -> dict[str, Any]:
        return {"child": self.child_id, "kin": self.family.open(), "move": self.school.moving(),
                "ruling": self.status.ruling(), "agreement": self.agreements.asking(),
                "id_number": self.facts.rows["id_number"].field.isVisible()}

    def put_back(self, words: dict[str, Any]) -> bool:
        """Open what was open and put what was typed back into its fields; the child is shown already."""
        if words.get("kin"):
            self.family.open_kin(int(words["kin"]))
        if words.get("move"):
            self.school.open_form(str(words["move"]))
        if words.get("ruling"):
            self.status.rule(str(words["ruling"]))
        if words.get("agreement") is not None:
            self.agreements.open_form(int(words["agreement"]))
        if words.get("id_number"):
            self.facts.focus("id_number")
        return self.unsaved.put_back(words)

    def back(self) -> bool:
        """Esc: close what is open; False if there was nothing."""
        return self.school.close_form() or self.agreements.close_form() or self.family.close_kin()

    def go(self, step: int) -> None:
        """PgUp, PgDn: the next child of the list."""
        if self.child_id in self._ids and self.commit():
            place = self._ids.index(self.child_id) + step
            if 0 <= place < len(self._ids):
                self.show_child(self._ids[place], self._ids, self._words)

    def fill(self, what: str) -> None:
        """Put the cursor where something is missing (one of the 五个清楚), or into the first field."""
        child = self._session.snapshot.children[self.child_id]
        if not what:
            self.facts.focus("name")
            self.left_column.reveal_focus()
            return
        kin_id, field = wanted_kin(child, what, self._session.today)
        if kin_id:
            self.family.open_kin(kin_id, field)
        else:
            self.family.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, child: Child, day: date) -> None:
        row = self._listing.rows.get(child.id)
        self.head.show_child(child, row)
        self.photo.show_child(child)
        self.attention.say("caution", child.attention)
        self.attention.setVisible(bool(child.attention))
        self.facts.show_child(child)
        self.family.show_child(child, day)
        self.status.show_child(child, day)
        self.school.show_child(child)
        self.agreements.show_child(child)
        self.files.show_child(child)
        self.gifts.show_child(child)
        changed = row is not None and row.card == CHANGED
        self.cards.show_cards(child.cards, changed, row.card_why if row else ())
        self.timeline.show_child(child.id)
        for panel in (self.next, self.weeks):
            panel.show_records(self.timeline.records(), child.id)
        self.history.show_rows(self._session.store.history(child.id, limit=200))
        ids = self._ids if child.id in self._ids else [child.id, *self._ids]
        self.switcher.show_rows([key for key in ids if key in self._listing.rows], child.id, self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is not None:
            self.go(step)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.head.photo.paste()
        elif event.key() == Qt.Key.Key_F2:
            self.facts.focus("name")
        elif is_as_above(event):
            self._as_above()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._deeds.confirm_child(self.child_id)
        else:
            super().keyPressEvent(event)

    def _as_above(self) -> None:
        """Ctrl+D: what the child before in the list has, once more."""
        place = self._ids.index(self.child_id) if self.child_id in self._ids else 0
        above = self._session.snapshot.children.get(self._ids[place - 1]) if place else None
        if above is not None:
            self.facts.repeat(above)

    def _connect(self) -> None:
        deeds, family = self._deeds, self.family
        self.switcher.chosen.connect(self._switch)
        self.photo.many.connect(self.photos)
        self.switcher.left.connect(lambda: self.left.emit(self.child_id))
        self.head.printed.connect(lambda: self.printed.emit(self.child_id))
        self.head.edits.connect(lambda: self.facts.focus("name"))
        self.head.confirmed.connect(lambda: deeds.confirm_child(self.child_id))
        self.facts.edited.connect(lambda field, _label, value: deeds.set_fact(self.child_id, field, value))
        self.facts.unmasked.connect(lambda: self._session.store.log("show_id_number", f"child={self.child_id}"))
        _connect_family(self, deeds, family)
        self.status.ruled.connect(
            lambda meaning, status, reason: deeds.override(self.child_id, meaning, status, reason)
        )
        self.school.moved.connect(self._move)
        self.cards.wanted.connect(lambda: self.printed.emit(self.child_id))
        self.school.deleted.connect(lambda: deeds.delete_children([self.child_id]))

    def _switch(self, child_id: int) -> None:
        if self.commit():
            self.show_child(child_id, self._ids, self._words)
        else:
            self.switcher.show_rows(self._ids, self.child_id, self._words)

    def _add_kin(self, relation: str) -> None:
        kin_id = self._deeds.add_kin(self.child_id, relation)
        if kin_id:
            self.family.open_kin(kin_id)

    def _move(self, move: str, day: date, where: str) -> None:
        names = dict(class_options(self._session))
        if move == "out":
            self._deeds.transfer_out(self.child_id, day, where, self.tr("转出"))
        elif where and move == "class":
            self._deeds.change_class(self.child_id, int(where), names[where], day)
        elif where:
            self._deeds.come_back(self.child_id, int(where), names[where], day)

    def aside(self) -> tuple[QWidget, ...]:
        """What stands in the right column where there is room for one."""
        return (self.next, self.weeks, self.status, self.school, self.agreements, self.gifts, self.files, self.cards,
                self.history)  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = not tokens.is_narrow(self.window().width())
        self.switcher.setVisible(wide)
        self.head.set_wide(wide)
        tight = self.width() < tokens.px(TIGHT)
        if tight == self.right.isVisibleTo(self):
            (self.left_column if tight else self.right).take(*self.aside())
            self.right.setVisible(not tight)


def _lay_out(page: Dossier) -> None:
    page.left_column.add(page.photo.strip, page.attention, page.large, page.family, page.facts)
    page.right.add(*page.aside())
    columns = QHBoxLayout()
    columns.setSpacing(tokens.GAP)
    for column, share in ((page.left_column, 30), (page.timeline, 40), (page.right, 26)):
        columns.addWidget(column, share)
    main = QVBoxLayout()
    main.setContentsMargins(tokens.GUTTER, 12, tokens.GUTTER - 6, 12)
    main.setSpacing(tokens.GAP)
    main.addWidget(page.head)
    main.addLayout(columns, 1)
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(page.switcher)
    whole.addLayout(main, 1)


def wanted_kin(child: Child, what: str, day: date) -> tuple[int, str]:
    """Which relative lacks one of the 五个清楚, and which field of theirs; (0, "") if somebody must be added first."""
    parents = [kin for kin in child.kin if is_parent(kin) and kin.state != "dead"]
    if what == "parents_names":
        nameless = next((kin for kin in parents if not kin.name), None)
        return (nameless.id, "name") if nameless else (0, "")
    if what == "work_places":
        lost = next((kin for kin in parents if (at := current(kin, day)) and at.kind == "away" and not at.place), None)
        return (lost.id, "place") if lost else (0, "")
    if what == "parents_phones":
        return (parents[0].id, "phone") if parents else (0, "")
    carer = carer_of(child, day).kin
    return (carer.id, "name" if what == "carer_name" else "phone") if carer else (0, "")


def _connect_family(page: Dossier, deeds: Deeds, family: FamilyPanel) -> None:
    family.dialled.connect(page.large.tell)
    family.confirmed.connect(lambda kin: deeds.confirm_kin(page.child_id, kin))
    family.refused.connect(lambda kin: deeds.refuse_kin(page.child_id, kin))
    family.edited.connect(lambda kin, field, _l, value: deeds.set_kin(page.child_id, kin, field, value))
    family.phone_edited.connect(
        lambda kin, what, phone, value: deeds.set_phone(page.child_id, kin, what, phone, value)
    )
    family.where_edited.connect(lambda kin, where: deeds.set_where(page.child_id, kin, where))
    family.removed.connect(lambda kin: deeds.remove_kin(page.child_id, kin))
    family.unmasked.connect(
        lambda kin: page._session.store.log("show_id_number", f"child={page.child_id} kin={kin}")
    )
    family.revealed.connect(page.left_column.reveal_focus)
    family.added.connect(page._add_kin)
    family.carer_chosen.connect(lambda kin: deeds.set_carer(page.child_id, kin) if kin else None)
