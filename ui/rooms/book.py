"""What the page of the rooms knows between two changes: the log of a term or holidays, and what is to be mended."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.opening_log import TODAY, HomeLog, RoomLog, Stretch, home_log, stretch_on
from app.rooms import Finding, Opening, Room, SafetyCheck, rooms_on, unmended
from app.school import Staff
from app.staffing import on_leave, present
from ui.session import Session

ONE = timedelta(days=1)


class Book:
    """`read` after every change. `room_id` is the room in hand, `stretch` the term or holidays that are shown."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.room_id = 0
        self.stretch: Stretch | None = None
        self.log: HomeLog | None = None
        self.checks: list[SafetyCheck] = []
        """Those of the stretch."""
        self.to_mend: list[tuple[SafetyCheck, Finding]] = []

    @property
    def today(self) -> date:
        """The day the school is looked at."""
        return self.session.today

    def read(self) -> None:
        """Take in what is written now."""
        session = self.session
        now = stretch_on(session.snapshot, self.today)
        shown = stretch_on(session.snapshot, self.stretch.first) if self.stretch is not None else None
        self.stretch = shown or now
        home = session.store.home
        self.log = home_log(session.snapshot, home, self.stretch, self.today) if self.stretch is not None else None
        self.checks = home.checks(self.stretch.first, self.stretch.last) if self.stretch is not None else []
        here = {one.id for one in self.rooms()}
        self.to_mend = [(one.check, one.finding) for one in unmended(self.rooms(), home.open_findings())]
        if self.room_id not in here:
            self.room_id = self._first()

    def mended(self) -> list[tuple[SafetyCheck, Finding]]:
        """What the checks of the stretch found that is in order again, the newest first."""
        found = [(check, one) for check in self.checks for one in check.findings if one.mended_on is not None]
        return sorted(found, key=lambda pair: (pair[1].mended_on or date.min, pair[1].id), reverse=True)

    def rooms(self) -> list[Room]:
        """The rooms there are today, in their order."""
        return rooms_on(self.session.snapshot.rooms, self.today)

    def room(self) -> Room | None:
        """The room in hand."""
        return next((one for one in self.session.snapshot.rooms if one.id == self.room_id), None)

    def room_log(self) -> RoomLog | None:
        """The log of the room in hand."""
        return self.log.of(self.room_id) if self.log is not None else None

    def is_now(self) -> bool:
        """Whether the stretch that is shown is the one of today."""
        return self.stretch is not None and self.stretch.first <= self.today <= self.stretch.last

    def step(self, by: int) -> bool:
        """Show the stretch before or after; False where there is none (nothing lies ahead of today)."""
        if self.stretch is None:
            return False
        day = self.stretch.first - ONE if by < 0 else self.stretch.last + ONE
        found = stretch_on(self.session.snapshot, day) if day <= self.today else None
        if found is None:
            return False
        self.stretch = found
        self.read()
        return True

    def openings_on(self, day: date) -> list[Opening]:
        """All that is written of that day."""
        return self.session.store.home.openings(day, day)

    def staff(self, also: Sequence[int | None] = ()) -> list[Staff]:
        """Who can be on duty: who works here and is not away, and those of `also`."""
        snapshot = self.session.snapshot
        here = {one.id for one in present(snapshot.staff, self.today)
                if on_leave(snapshot.leaves, one.id, self.today) is None}  # fmt: skip
        return [one for one in snapshot.staff if one.id in here or one.id in also]

    def staff_name(self, staff_id: int | None) -> str:
        """A name, "" for nobody."""
        return next((one.name for one in self.session.snapshot.staff if one.id == staff_id), "")

    def usual_staff(self, room_id: int, day: date) -> int | None:
        """Who is most likely on duty: whoever was on the same weekday last, else the keeper of the room."""
        room = next((one for one in self.session.snapshot.rooms if one.id == room_id), None)
        log = self.log.of(room_id) if self.log is not None else None
        openings = log.openings if log is not None else ()
        before = [one for one in openings if one.day < day and one.staff_id is not None]
        same = [one for one in before if one.day.weekday() == day.weekday()]
        found = (same or before)[-1].staff_id if before else None
        return found if found is not None else room.keeper_id if room is not None else None

    def phrases(self) -> list[str]:
        """What was done in the openings shown, the most frequent first."""
        counted: dict[str, int] = {}
        for log in self.log.rooms if self.log is not None else ():
            for one in log.openings:
                if one.what:
                    counted[one.what] = counted.get(one.what, 0) + 1
        return sorted(counted, key=lambda what: -counted[what])[:12]

    def _first(self) -> int:
        """Among the rooms that open today, else among all, the one with most that is not written."""
        logs = self.log.rooms if self.log is not None else []
        if not logs:
            return next((one.id for one in self.rooms()), 0)
        logs = [one for one in logs if one.on(self.today).state == TODAY] or logs
        worst = max(logs, key=lambda one: len(one.missing))
        if worst.missing:
            return worst.room.id
        return next((one.room.id for one in logs if one.dues), logs[0].room.id)
