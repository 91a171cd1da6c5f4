"""What is to do today: everything that is owed, promised or coming up, each once, in the order to do it (issue 5, §4).

A pure function of what is due, of the follow-ups, the agreements and the week's records: the list, the strip of days,
the heading and the printed list all count the same items.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from app.activities import Held
from app.agreements import SOON_DAYS, Agreement, expiring
from app.breaks import break_on
from app.care import CareRecord, Contact
from app.care_rules import CHILD, CLASS
from app.classnames import class_order
from app.days import birthdays
from app.insurance import Ending
from app.inventory import Stocktake
from app.owners import ClassOf, Owner, classes_of, owners
from app.postponing import Duty, Postponed, newest
from app.problems import Problem
from app.rooms import Unmended
from app.school import Snapshot
from app.schooldays import SchoolDays
from app.shelf import Thing
from app.standing import DONE as MET
from app.standing import OVERDUE, Standing
from app.status import NONE, birth_of, register_status
from app.termdays import Term
from app.terms import term_around

LATE, NOW, WEEK, LATER, EVENT, BIRTHDAY, PAPER, HOME, DONE = WHENS = (
    "late", "now", "week", "later", "event", "birthday", "paper", "home", "done",
)  # fmt: skip
"""过期没做, 今天要做, 本周还有, 以后, 计划的活动, 本周生日, 快到期的协议, 活动室和安全, 做了的."""
DUTY, FOLLOW_UP, LOAN, EXPIRY, COVER, MEND, TROUBLE, TAKE = (
    "duty", "follow_up", "loan", "expiry", "cover", "mend", "trouble", "take",
)  # fmt: skip
AHEAD_WHENS = (LATE, NOW, WEEK, LATER)
"""Where something to do can stand."""
ONE = timedelta(days=1)
Key = tuple[str | int, ...]


@dataclass(slots=True)
class Item:
    """One line of the page. `key` stays the same however often the page is made anew."""

    key: Key
    when: str
    """One of WHENS."""
    day: date
    """What it stands for: the deadline (of what is late, the first missed one), the day it was put off to, the day of
    the follow-up, the activity, the birthday, the last day of the paper, the day it was done."""
    child_id: int | None = None
    class_id: int | None = None
    owed_by: int | None = None
    """Staff id; None = nobody in particular (未指定)."""
    standing: Standing | None = None
    record: CareRecord | None = None
    """The one to come back to."""
    agreement: Agreement | None = None
    contact: Contact | None = None
    """What was done."""
    postponed: Postponed | None = None
    thing: Thing | None = None
    """What should be back, or expires."""
    unmended: Unmended | None = None
    """What a safety check found."""
    held: Held | None = None
    """What is planned, or was and nobody has said whether it was held."""
    place: str = ""
    """Where it is to be; "" = not said. Of a stock-take the room, "" = all of them."""
    ending: Ending | None = None
    """Insurance that ends soon, or did."""
    problem: Problem | None = None
    """What was found wrong in the school and is to be put right by the day."""
    take: Stocktake | None = None
    """What was begun to be counted that day and is not booked yet."""

    @property
    def kind(self) -> str:
        """DUTY, FOLLOW_UP, EVENT, BIRTHDAY, PAPER, LOAN, EXPIRY, COVER, MEND, TROUBLE, TAKE or DONE."""
        return str(self.key[0])

    @property
    def asks(self) -> bool:
        """Whether something is to do, which a record or a date settles."""
        return self.kind in (DUTY, FOLLOW_UP)


@dataclass(slots=True)
class DayCount:
    """One day of the week: what was missed with that deadline, what is to do, what was done."""

    day: date
    is_school_day: bool
    missed: int = 0
    to_do: int = 0
    done: int = 0


class Plan:
    """The page of one day."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.today, self.rest = today, break_on(snapshot, today)
        self.monday = today - ONE * today.weekday()
        self.sunday = self.monday + ONE * 6
        self.term = term_around(snapshot, today)
        self.school_days = _school_days(snapshot, self.term, self.monday, self.sunday)
        self.listed: dict[str, list[Item]] = {when: [] for when in WHENS}
        """All items but the later duties, by when."""
        self.later_duties: list[tuple[Standing, date, Postponed | None]] = []

    @property
    def week(self) -> int:
        """The how-manieth week of the term it is; 0 between the terms."""
        if self.term is None:
            return 0
        first = self.term.from_day - ONE * self.term.from_day.weekday()
        return (self.today - first).days // 7 + 1

    def count(self, when: str) -> int:
        """How many items stand there."""
        return len(self.listed[when]) + (len(self.later_duties) if when == LATER else 0)

    def of(self, when: str) -> list[Item]:
        """The items that stand there, in order."""
        return self.later if when == LATER else self.listed[when]

    @property
    def done_today(self) -> list[Item]:
        """What was done today."""
        return [one for one in self.listed[DONE] if one.day == self.today]

    @cached_property
    def later(self) -> list[Item]:
        """What is due after this week; made when somebody asks, for it is most of a term."""
        duties = [_duty(one, LATER, day, put_off) for one, day, put_off in self.later_duties]
        return sorted([*self.listed[LATER], *duties], key=lambda one: one.day)

    def on(self, day: date) -> tuple[list[Item], list[Item], list[Item]]:
        """(missed with that deadline, to do, done) of a day of this week: what the strip counts."""
        missed = [one for one in self.listed[LATE] if one.day == day]
        to_do = [one for when in (NOW, WEEK) for one in self.listed[when] if one.day == day]
        return missed, to_do, [one for one in self.listed[DONE] if one.day == day]

    def days(self) -> list[DayCount]:
        """The school days of the week, and whichever other day has something."""
        missed = Counter(one.day for one in self.listed[LATE])
        to_do = Counter(one.day for when in (NOW, WEEK) for one in self.listed[when])
        done = Counter(one.day for one in self.listed[DONE])
        found = [
            DayCount(day, day in self.school_days, missed[day], to_do[day], done[day])
            for day in (self.monday + ONE * step for step in range(7))
        ]
        return [
            one for one in found
            if one.is_school_day or one.day == self.today or one.missed or one.to_do or one.done
        ]  # fmt: skip

    def next(self) -> tuple[date, int] | None:
        """The nearest day after today on which something is to do, and how much."""
        ahead = Counter(one.day for when in (WEEK, LATER) for one in self.listed[when])
        ahead.update(day for _standing, day, _put_off in self.later_duties)
        day = min(ahead, default=None)
        return None if day is None else (day, ahead[day])


def occasions(snapshot: Snapshot, today: date) -> list[Item]:
    """Birthdays of the week and papers that end: they hang on no record, so they need not be looked for at each."""
    owner, of_class = owners(snapshot, today), classes_of(snapshot, today)
    return [*_birthdays(snapshot, today, owner, of_class), *_papers(snapshot, today, owner, of_class)]


def plan(
    snapshot: Snapshot, today: date, standings: Iterable[Standing], follow_ups: Iterable[CareRecord],
    contacts: Iterable[Contact], coming: Sequence[Item],
) -> Plan:  # fmt: skip
    """The page of that day. `contacts`: those of its week; `coming`: its `occasions`."""
    made = Plan(snapshot, today)
    _add_duties(made, standings, newest(snapshot.postponed))
    owner, of_class = owners(snapshot, today), classes_of(snapshot, today)
    for record in follow_ups:
        _add_follow_up(made, record, owner, of_class)
    for item in coming:
        made.listed[item.when].append(item)
    for contact in contacts:
        if contact.reached and made.monday <= contact.day <= made.sunday:
            key = ("done", contact.record_id, contact.child_id or 0)
            made.listed[DONE].append(
                Item(key, DONE, contact.day, contact.child_id, contact.class_id, contact.staff_id, contact=contact)
            )
    _put_in_order(made, snapshot)
    return made


def _add_duties(made: Plan, standings: Iterable[Standing], put_off: Mapping[Duty, Postponed]) -> None:
    today, sunday, resting = made.today, made.sunday, made.rest is not None
    back = made.rest.back if made.rest is not None else None
    for one in standings:
        if one.state == MET:
            continue
        moved = _moved(one, put_off) if put_off else None
        when, day = _placed(one, today, sunday, moved)
        if resting and when in (LATE, NOW):
            # Nothing is due in a break, and nothing turns red: it waits until school begins again.
            when, day = LATER, back or sunday + ONE
        if when == LATER:
            made.later_duties.append((one, day, moved))
        else:
            made.listed[when].append(_duty(one, when, day, moved))


def _moved(one: Standing, put_off: Mapping[Duty, Postponed]) -> Postponed | None:
    """What puts this duty off: said in this window, or in an earlier one of the same rule."""
    found = put_off.get((one.rule.key, one.subject))
    return found if found is not None and found.window_from <= one.owed.window.from_day else None


def _placed(one: Standing, today: date, sunday: date, moved: Postponed | None) -> tuple[str, date]:
    """Where a duty stands, and for which day. Putting off moves the reminder only (rules.md)."""
    if moved is not None and moved.until_day >= today:
        day = moved.until_day
        return (NOW if day == today else WEEK if day <= sunday else LATER), day
    if one.state == OVERDUE:
        return LATE, today - ONE * one.overdue_days
    day = one.owed.deadline
    return (NOW if day <= today else WEEK if day <= sunday else LATER), day


def _duty(one: Standing, when: str, day: date, moved: Postponed | None) -> Item:
    kind, number = one.subject
    child_id = number if kind == CHILD else None
    class_id = number if kind == CLASS else one.class_id
    return Item((DUTY, one.rule.key, kind, number), when, day, child_id, class_id, one.owed_by, one, postponed=moved)


def _add_follow_up(made: Plan, record: CareRecord, owner: Owner, of_class: ClassOf) -> None:
    day = record.follow_up
    if day is None or record.followed_up is not None:
        return
    when = LATE if day < made.today else NOW if day == made.today else WEEK if day <= made.sunday else LATER
    if made.rest is not None and when == LATE:
        when, day = LATER, made.rest.back or made.sunday + ONE
    child_id = record.participants[0].child_id if len(record.participants) == 1 else None
    class_id = record.class_id if child_id is None else of_class(child_id)
    by = record.staff_id if record.staff_id is not None else owner(child_id, class_id)
    made.listed[when].append(Item((FOLLOW_UP, record.id), when, day, child_id, class_id, by, record=record))


def _birthdays(snapshot: Snapshot, today: date, owner: Owner, of_class: ClassOf) -> Iterator[Item]:
    week = [today + ONE * (step - today.weekday()) for step in range(7)]
    near = {birth: day for day in week for birth in birthdays(day)}
    for child in snapshot.children.values():
        day = near.get(birth_of(child)[5:])
        found = of_class(child.id) if day is not None else None
        if day is not None and found is not None and register_status(child, today).status != NONE:
            yield Item((BIRTHDAY, child.id), BIRTHDAY, day, child.id, found, owner(child.id, found))


def _papers(snapshot: Snapshot, today: date, owner: Owner, of_class: ClassOf) -> Iterator[Item]:
    for one in expiring(snapshot.agreements, today, SOON_DAYS):
        found = of_class(one.child_id)
        if found is not None and one.until_day is not None:
            by = owner(one.child_id, found)
            yield Item((PAPER, one.id), PAPER, one.until_day - ONE, one.child_id, found, by, agreement=one)


def _put_in_order(made: Plan, snapshot: Snapshot) -> None:
    """The longest overdue and the nearest day first; on one day by class and child."""
    classes = {one.id: class_order(one.stage, one.entry_year, one.number) for one in snapshot.classes}
    last = max(classes.values(), default=(0, 0, 0))

    def order(one: Item) -> tuple[date, bool, tuple[int, int, int], int]:
        at = classes.get(one.class_id, last) if one.class_id is not None else last
        return one.day, one.child_id is None, at, one.child_id or 0

    for when, items in made.listed.items():
        items.sort(key=order)
        if when == DONE:
            items.reverse()


def _school_days(snapshot: Snapshot, term: Term | None, monday: date, sunday: date) -> Sequence[date]:
    if term is None:
        return ()
    first, last = max(monday, term.from_day), min(sunday, term.until_day)
    return SchoolDays(snapshot.calendar).between(first, last)
