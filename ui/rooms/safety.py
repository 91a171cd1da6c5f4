"""Checks of a room: ten points at the side, what they found in the list with photos, mended in a little form."""

from datetime import date

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from app.edits import rooms as edits
from app.rooms import Finding, SafetyCheck
from app.values import BadValue
from ui.pairings.little_form import LittleForm
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, LineField
from ui.rooms.book import Book
from ui.rooms.check_panel import PREFIX, CheckPanel
from ui.rooms.deeds import RoomDeeds
from ui.rooms.finding_panel import FindingPanel
from ui.rooms.opening_desk import OpeningDesk
from ui.safety_words import found_words
from ui.work import Work

MEND = "rooms.mend."
"""Drafts of what is said of a thing that was mended: rooms.mend.FINDING."""


class Safety(QObject):
    """Puts the check in the place of the opening at the side, and back."""

    def __init__(self, page: QWidget, book: Book, deeds: RoomDeeds, desk: OpeningDesk, work: Work) -> None:
        super().__init__(page)
        self._page, self._book, self._deeds, self._desk = page, book, deeds, desk
        self.check = CheckPanel(book)
        self.photos = FindingPanel(book, work)
        for side in (self.check, self.photos):
            side.hide()
            desk.add_side(side)
        self.measure = LineField(self.tr("怎么整改的"))
        self.by = ComboField(self.tr("谁整改的"), [], editable=True)
        self.day = DateField(self.tr("哪天好的"), today=lambda: book.today, needed=True)
        fields = {"measure": self.measure, "by": self.by, "day": self.day}
        go = self.tr("记下整改好了")
        self.form = LittleForm(page, book.session, "mend", fields, go, prefix="rooms.", home="rooms")
        self.check.done.connect(self._write)
        self.check.left.connect(self.end)
        desk.left.check.clicked.connect(self.begin)
        desk.left.cards.chosen.connect(lambda _room: self._follow())
        desk.left.grid.picked.connect(lambda _day: self._leave_photos())
        desk.left.findings.mended.connect(self.ask_mend)
        desk.left.findings.opened.connect(self.show_photos)
        self.photos.mended.connect(self.ask_mend)
        self.photos.left.connect(self.end)

    def is_checking(self) -> bool:
        """Whether the ten points are on screen."""
        return self.check.isVisibleTo(self._page)

    def begin(self) -> None:
        """A round through the room in hand."""
        room = self._book.room()
        if room is None:
            return
        self._take_side(self.check)
        self.check.ask(room)
        self.check.focus()

    def show_photos(self, check: SafetyCheck, finding: Finding) -> None:
        """The photos of a finding, from before and after it was mended."""
        self._book.session.drafts.flush()
        self.photos.show_finding(check, finding)
        self._take_side(self.photos)
        self.photos.focus()

    def show_again(self) -> None:
        """What is at the side as it is now; a finding that is gone leaves it."""
        if not self.photos.isVisibleTo(self._page) or self.photos.shown is None:
            return
        day, wanted = self.photos.shown[0].day, self.photos.shown[1].id
        checks = self._book.session.store.home.checks(day, day)
        found = next(((check, one) for check in checks for one in check.findings if one.id == wanted), None)
        if found is None:
            self.end()
        else:
            self.photos.show_finding(*found)

    def _take_side(self, side: QWidget) -> None:
        for other in (self._desk.panel, self.check, self.photos):
            other.setVisible(other is side)

    def end(self) -> bool:
        """Back to the opening; what is ticked stays as a draft. False if that is what is shown."""
        if not self.is_checking() and not self.photos.isVisibleTo(self._page):
            return False
        self._book.session.drafts.flush()
        self._take_side(self._desk.panel)
        self._desk.panel.form.focus()
        return True

    def ask_mend(self, check: SafetyCheck, finding: Finding, anchor: QRect) -> None:
        """How, by whom and when something was put right."""
        self.by.set_options([(one.name, one.name) for one in self._book.staff()])
        given = {"measure": finding.measure, "by": finding.mended_by, "day": self._book.today.isoformat()}
        self.form.ask(anchor, found_words(finding), finding.id, given,
                      lambda told: self._mend(check, finding, told))  # fmt: skip

    def show_finding(self, key: object) -> bool:
        """Ask how a finding was mended; False if it is, or is gone."""
        place = next((n for n, pair in enumerate(self._book.to_mend) if pair[1].id == key), None)
        if place is None:
            return False
        row = self._desk.left.findings.rows[place]
        self._desk.choose(self._book.to_mend[place][0].room_id)
        self._desk.left.area.ensureWidgetVisible(row)
        self.ask_mend(*self._book.to_mend[place], QRect(row.go.mapToGlobal(row.go.rect().topLeft()), row.go.size()))
        return True

    def resume(self, opened: str) -> bool:
        """Come back to a check or a form that was half typed."""
        if opened.startswith(PREFIX) and opened.removeprefix(PREFIX) in {str(one.id) for one in self._book.rooms()}:
            self._desk.choose(int(opened.removeprefix(PREFIX)))
            self.begin()
            return True
        number = opened.removeprefix(MEND)
        return opened.startswith(MEND) and number.isdecimal() and self.show_finding(int(number))

    def _leave_photos(self) -> None:
        """Another day or room is in hand: its opening comes back."""
        if self.photos.isVisibleTo(self._page):
            self._take_side(self._desk.panel)

    def _follow(self) -> None:
        self._leave_photos()
        room = self._book.room()
        if room is not None and self.is_checking():
            self._book.session.drafts.flush()
            self.check.ask(room)

    def _write(self) -> None:
        room, check = self.check.room, self.check
        day = check.when.day()
        if room is None or day is None:
            return
        staff = int(check.staff.value()) if check.staff.value() else None
        changes = edits.log_check(room.id, day, staff, check.found())
        if self._deeds.write(self.tr("记下{0}的安全检查").format(room.name), changes) is not None:
            check.forget()
            self.end()

    def _mend(self, check: SafetyCheck, finding: Finding, told: dict[str, str]) -> bool:
        try:
            changes = edits.mend(finding, check, date.fromisoformat(told["day"]), told["by"], told["measure"])
        except BadValue:
            self.day.set_error(self.tr("{0}才查出来，日子要在那以后").format(check.day.isoformat()))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        label = self.tr("整改好了：{0}").format(found_words(finding))
        return self._deeds.write(label, changes) is not None
