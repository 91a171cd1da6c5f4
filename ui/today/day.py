"""What the page 今日 knows between two changes: the plan of the day, and how its items stand in the list."""

from datetime import date, timedelta
from functools import cached_property

from PySide6.QtCore import QObject

from app.cards import class_name_on
from app.children import Child
from app.owners import classes_of
from app.pairing import mentors_on
from app.periods import latest
from app.school import Snapshot, Staff
from app.search_children import NamedChild, found, named
from app.sounds import is_heard
from app.today import LATE, Item, Key, Plan, occasions, plan
from app.today_groups import View, listed, only
from app.today_home import HomeThings, insured, planned, to_mend, to_solve, uncounted
from ui.page import Badge
from ui.session import Session


class Facts:
    """What lines need of one state of the school, looked up once."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.children, self.today = snapshot.children, today
        self.staff: dict[int, Staff] = {one.id: one for one in snapshot.staff}
        self.classes = {one.id: class_name_on(one, snapshot, today) for one in snapshot.classes}
        self._class_of = classes_of(snapshot, today)
        self.mentors = mentors_on(snapshot.pairings, today)
        periods = {one.id: latest(one.teachers, today) for one in snapshot.classes}
        self.teachers = {key: period.staff_id for key, period in periods.items() if period is not None}
        """The teacher of each class that has one."""

    def class_name(self, item: Item) -> str:
        """The class that the item or its child belongs to."""
        class_id = item.class_id
        if class_id is None and item.child_id is not None:
            class_id = self._class_of(item.child_id)
        return self.classes.get(class_id or 0, "")

    def child(self, item: Item) -> Child | None:
        """The one child the item is about."""
        return self.children.get(item.child_id or 0)


class Day(QObject):
    """The plan of a session, worked out anew only after a change, and a row number for each of its items."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._rows: dict[Key, int] = {}
        self.items: dict[int, Item] = {}
        """What stands on each row that was asked for."""
        self._state: tuple[int, date] = (-1, date.min)
        self._made: Plan | None = None
        self._home = HomeThings()
        self._coming: tuple[Snapshot, date, list[Item]] | None = None

    @property
    def plan(self) -> Plan:
        """The page of today."""
        session = self._session
        state = (session.version, session.today)
        if self._made is None or self._state != state:
            self._state, self._made = state, self._plan()
            for name in ("facts", "names"):
                self.__dict__.pop(name, None)
        return self._made

    @cached_property
    def facts(self) -> Facts:
        """Names of staff and classes."""
        return Facts(self._session.snapshot, self._session.today)

    @cached_property
    def names(self) -> list[NamedChild]:
        """The children by name, sound and number, for the search."""
        return named(self._session.snapshot.children.values())

    def _plan(self) -> Plan:
        session, ledger = self._session, self._session.store.ledger
        snapshot, today = session.snapshot, session.today
        if self._coming is None or self._coming[0] is not snapshot or self._coming[1] != today:
            self._coming = snapshot, today, occasions(snapshot, today)
        monday = today - timedelta(days=today.weekday())
        things = self._home.items(session.store.inventory, snapshot, today)
        events = planned(session.store.activities, snapshot, today)
        home = [*events, *to_mend(session.store.home, snapshot, today), *things]
        home += insured(session.store.gifts, snapshot, today)
        home += to_solve(session.store.problems, today)
        home += uncounted(session.store.inventory, snapshot, today)
        return plan(
            snapshot, today, session.due() or (), ledger.open_follow_ups(),
            ledger.contacts(monday, monday + timedelta(days=6)), [*self._coming[2], *home],
        )  # fmt: skip

    def shown(self, view: View, query: str = "") -> list[Item]:
        """The items of a view in which a child, a number or a member of staff fits what was typed."""
        items = listed(self.plan, view)
        if not query:
            return items
        children = found(self.names, query)
        heard = frozenset(key for key, one in self.facts.staff.items() if is_heard(one.name, query.lower()))
        return only(items, children, heard)

    def row(self, item: Item) -> int:
        """The item's number in the list, the same as long as the program runs."""
        row = self._rows.setdefault(item.key, len(self._rows) + 1)
        self.items[row] = item
        return row

    def row_of(self, key: Key) -> int:
        """The number of the item with that key; 0 if it never stood in the list."""
        return self._rows.get(key, 0)


def day_of(session: Session) -> Day:
    """The day of this session, shared by the page and the number on the rail."""
    found = session.findChild(Day)
    return found if isinstance(found, Day) else Day(session)


def badge(session: Session) -> Badge:
    """How many items are late."""
    return day_of(session).plan.count(LATE), True

