"""What is due on a day, counted anew: rules.md read slowly, day by day, from the rows of the file.

Nothing here comes from `app.windows`, `app.standing`, `app.care_index` or `app.tally`; only whether a child is
left-behind on a day and what class it is in are asked of the program.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.care_rules import CareRule, in_force
from app.classnames import grade_of
from app.enrolment import class_on, classes_by_id
from app.festivals import NAMES, festivals
from app.school import Snapshot
from app.status import register_status
from app.store import Store
from app.terms import assumed_term

ONE = timedelta(days=1)
HOLIDAYS = Path(__file__).parents[2] / "resources" / "data" / "holidays.csv"


@dataclass(frozen=True)
class Line:
    """One rule for one child, class or the school."""

    rule: str
    subject: tuple[str, int]
    state: str
    done: int
    attempts: int
    overdue_days: int
    owed_by: int | None
    due: date
    """The deadline of its window."""


@dataclass(frozen=True)
class Stretch:
    """A window: its first and last day and its school days."""

    first: date
    last: date
    days: tuple[date, ...]


class Days:
    """The calendar of the autumn term and its windows."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.own = {one.day: one.kind for one in snapshot.calendar}
        with HOLIDAYS.open(encoding="utf-8") as lines:
            self.public = {date.fromisoformat(row["date"]): row["kind"] for row in csv.DictReader(lines)}
        known = {term.code: term for term in snapshot.terms}
        self.terms = [known.get(f"2026-{half}") or assumed_term(2026, half) for half in (1, 2)]

    def school_day(self, day: date) -> bool:
        """Whether there is school."""
        kind = self.own.get(day) or self.public.get(day)
        return kind == "work" if kind else day.weekday() < 5

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """The school days between two days."""
        return tuple(day for day in walk(first, last) if self.school_day(day))

    def weeks(self, first: date, last: date) -> list[Stretch]:
        """Monday to Sunday, if one of its days in the term is a school day."""
        found = []
        for monday in sorted({day - ONE * day.weekday() for day in walk(first, last)}):
            days = self.days(max(monday, first), min(monday + 6 * ONE, last))
            if days:
                found.append(Stretch(monday, monday + 6 * ONE, days))
        return found

    def windows(self, rule: CareRule) -> list[Stretch]:
        """Every window of the autumn term (of the year, for a rule of the year)."""
        term = self.terms[0]
        first, last = term.from_day, term.until_day
        weeks = self.weeks(first, last)
        if rule.span == "week":
            found = weeks
        elif rule.span == "fortnight":
            found = [join(weeks[n : n + 2]) for n in range(0, len(weeks), 2)]
            if len(weeks) % 2 and len(found) > 1:
                found[-2:] = [join(found[-2:])]
        elif rule.span == "month":
            found = self.months(first, last)
        elif rule.span == "third":
            assert term.second_from is None or term.third_from is not None
            found = self.thirds(weeks, first, last)
        elif rule.span == "term":
            found = [Stretch(first, last, self.days(first, last))]
        else:
            days = tuple(day for each in self.terms for day in self.days(each.from_day, each.until_day))
            found = [Stretch(first, self.terms[1].until_day, days)]
        return [found[rule.third - 1]] if rule.third else found

    def months(self, first: date, last: date) -> list[Stretch]:
        """Calendar months of the term; one with fewer than five school days joins its neighbour."""
        names = sorted({(day.year, day.month) for day in walk(first, last)})
        found = []
        for name in names:
            days = [day for day in walk(first, last) if (day.year, day.month) == name]
            found.append(Stretch(days[0], days[-1], self.days(days[0], days[-1])))
        n = 0
        while n < len(found) and len(found) > 1:
            if len(found[n].days) >= 5:
                n += 1
            elif n == len(found) - 1:
                found[n - 1 :] = [join(found[n - 1 :])]
            else:
                found[n : n + 2] = [join(found[n : n + 2])]
        return found

    def thirds(self, weeks: list[Stretch], first: date, last: date) -> list[Stretch]:
        """The term's own dates, else its weeks in three parts, the first ones larger."""
        term = self.terms[0]
        if term.second_from and term.third_from:
            starts = [first, term.second_from, term.third_from]
        else:
            sizes = [len(weeks) // 3 + (n < len(weeks) % 3) for n in range(3)]
            starts = [first, weeks[sizes[0]].first, weeks[sizes[0] + sizes[1]].first]
        ends = [starts[1] - ONE, starts[2] - ONE, last]
        return [Stretch(one, end, self.days(one, end)) for one, end in zip(starts, ends, strict=True)]


class Recount(Days):
    """One reading of the file."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.snapshot())
        self.classes = classes_by_id(self.snapshot)
        conn: Any = store._conn  # type: ignore[attr-defined]
        rows: list[tuple[Any, ...]] = conn.execute(
            "SELECT id, kind, day, outcome, class_id FROM care_record"
        ).fetchall()
        there: dict[int, list[int]] = {}
        for record, child in conn.execute("SELECT record_id, child_id FROM participant"):
            there.setdefault(record, []).append(child)
        self.records = [
            (kind, date.fromisoformat(day), outcome == "reached", of_class, there.get(record, []))
            for record, kind, day, outcome, of_class in rows
        ]

    # whom it concerns

    @cache  # noqa: B019
    def in_scope(self, child_id: int, day: date) -> bool:
        """A pupil and left-behind by the register's meaning."""
        child = self.snapshot.children[child_id]
        return self.class_of(child_id, day) is not None and register_status(child, day).status != "none"

    @cache  # noqa: B019
    def class_of(self, child_id: int, day: date) -> int | None:
        """The class that day."""
        found = class_on(self.snapshot.children[child_id], self.classes, day, self.snapshot.school.system)
        return found.id if found else None

    def grade(self, child_id: int, day: date) -> int:
        """The grade that day."""
        number = self.class_of(child_id, day)
        if number is None:
            return 0
        found = self.classes[number]
        return grade_of(found.stage, found.entry_year, day, self.snapshot.school.system)

    def has_plan(self, child_id: int, day: date) -> bool:
        """A help plan of a pair is in force."""
        return any(
            pair.child_id == child_id and covers(pair, day) and covers(plan, day)
            for plan in self.snapshot.plans for pair in self.snapshot.pairings if pair.id == plan.pairing_id
        )  # fmt: skip

    def owes(self, rule: CareRule, window: Stretch, subject: tuple[str, int]) -> bool:
        """In scope on the deadline and for enough of the window's school days."""
        due = deadline(rule, window)
        start = self.snapshot.school.started_on or date.min
        if due < start or not covers_some(rule, due):
            return False

        def counts(day: date) -> bool:
            if day < start or not covers_some(rule, day):
                return False
            if subject[0] != "child":
                return True
            return self.in_scope(subject[1], day) and (not rule.with_plan or self.has_plan(subject[1], day))

        if subject[0] == "child" and rule.grade_from and self.grade(subject[1], due) < rule.grade_from:
            return False
        enough = 5 if (window.last - window.first).days + 1 > 14 else 3
        return counts(due) and sum(counts(day) for day in window.days) >= enough

    def count(self, rule: CareRule, window: Stretch, subject: tuple[str, int]) -> tuple[int, int]:
        """(reached, not reached) in the window."""
        reached = tried = 0
        for kind, day, well, of_class, children in self.records:
            if kind not in rule.kinds or not window.first <= day <= window.last:
                continue
            if subject[0] == "child":
                mine = subject[1] in children
            elif subject[0] == "class":
                mine = of_class == subject[1] or (
                    of_class is None and any(self.class_of(child, day) == subject[1] for child in children)
                )
            else:
                mine = True
            reached, tried = reached + (mine and well), tried + (mine and not well)
        return reached, tried

    # how it stands

    def lines(self, on: date) -> list[Line]:
        """Every rule for everybody it is owed to in the window of that day."""
        found = []
        pupils = [child for child in self.snapshot.children if self.class_of(child, on) is not None]
        for rule in in_force(self.snapshot.rules):
            if (rule.from_day and rule.from_day > on) or (rule.until_day and rule.until_day <= on):
                continue
            if rule.whom == "child":
                subjects = [("child", child) for child in pupils]
            elif rule.whom == "class":
                subjects = [("class", number) for number in sorted({self.class_of(child, on) or 0 for child in pupils})]
            else:
                subjects = [("school", 0)]
            for subject in subjects:
                if line := self.line(rule, subject, on):
                    found.append(line)
        return found

    def line(self, rule: CareRule, subject: tuple[str, int], on: date) -> Line | None:
        """One of them, None if nothing is owed."""
        owed = [window for window in self.windows(rule) if self.owes(rule, window, subject)]
        now = next((n for n, window in enumerate(owed) if window.first <= on <= window.last), None)
        if now is None:
            return None
        done, tried = self.count(rule, owed[now], subject)
        state, late = "done", 0
        if done < rule.needed:
            missed = [deadline(rule, owed[now])] if deadline(rule, owed[now]) < on else []
            for window in reversed(owed[:now]):
                if self.count(rule, window, subject)[0] >= rule.needed:
                    break
                missed.append(deadline(rule, window))
            left = len(self.days(on, deadline(rule, owed[now])))
            state = "overdue" if missed else "soon" if left <= 2 else "open"
            late = (on - min(missed)).days if missed else 0
        return Line(rule.key, subject, state, done, tried, late, self.owner(rule, subject, on), deadline(rule, owed[now]))

    def owner(self, rule: CareRule, subject: tuple[str, int], on: date) -> int | None:
        """Who owes it."""
        if rule.owner == "office":
            return None
        if rule.owner == "keeper":
            homes = [one for one in self.snapshot.rooms if one.kind == "home" and (one.closed_on is None or on < one.closed_on)]
            for home in sorted(homes, key=lambda one: one.position):
                keeper = next((one for one in self.snapshot.staff if one.id == home.keeper_id), None)
                if keeper is not None and (keeper.left_on is None or on < keeper.left_on):
                    return keeper.id
        if rule.owner == "mentor" and subject[0] == "child":
            mentors = [one for one in self.snapshot.pairings
                       if one.child_id == subject[1] and one.role == "mentor" and covers(one, on)]
            if mentors:
                return min(mentors, key=lambda one: (one.from_day, one.id)).staff_id
        number = self.class_of(subject[1], on) if subject[0] == "child" else subject[1] if subject[0] == "class" else None
        if number is None:
            return None
        leads = [one for one in self.classes[number].teachers if covers(one, on)]
        return max(leads, key=lambda one: (one.from_day, one.id)).staff_id if leads else None

    def tally(self, first: date, last: date, today: date) -> dict[str, tuple[int, int, int]]:
        """(owed, done, missed) by rule, of the windows whose deadline lies between two days of the autumn term."""
        found: dict[str, list[int]] = {}
        for rule in in_force(self.snapshot.rules):
            if rule.whom == "child":
                subjects = [("child", child) for child in self.snapshot.children]
            elif rule.whom == "class":
                subjects = [("class", number)
                            for number in sorted({self.class_of(child, today) or 0 for child in self.snapshot.children} - {0})]
            else:
                subjects = [("school", 0)]
            for window in self.windows(rule):
                if not first <= deadline(rule, window) <= last:
                    continue
                for subject in subjects:
                    if self.owes(rule, window, subject):
                        met = self.count(rule, window, subject)[0] >= rule.needed
                        one = found.setdefault(rule.key, [0, 0, 0])
                        one[0] += 1
                        one[1] += met
                        one[2] += not met and window.last < today
        return {key: (one[0], one[1], one[2]) for key, one in found.items()}


def walk(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    while first <= last:
        yield first
        first += ONE


def join(windows: list[Stretch]) -> Stretch:
    """Neighbouring windows as one."""
    return Stretch(windows[0].first, windows[-1].last, tuple(day for one in windows for day in one.days))


def deadline(rule: CareRule, window: Stretch) -> date:
    """The day by which it is due."""
    if rule.by_date in NAMES:
        feasts = [day for year in (window.first.year, window.last.year) for day, name in festivals(year).items()
                  if name == rule.by_date and window.first <= day <= window.last]  # fmt: skip
        return max((day for day in window.days if feasts and day <= feasts[0]), default=window.last)
    if rule.by_date:
        fixed = (date.fromisoformat(f"{year}-{rule.by_date}") for year in (window.first.year, window.last.year))
        return next((day for day in fixed if window.first <= day <= window.last), window.last)
    return window.last if rule.deadline == "D" else window.days[-1]


def covers(period: Any, day: date) -> bool:
    """Whether [from_day, until_day) holds that day."""
    return bool(period.from_day <= day and (period.until_day is None or day < period.until_day))


def covers_some(rule: CareRule, day: date) -> bool:
    """Whether the version of the rule is that day's."""
    return (rule.from_day is None or rule.from_day <= day) and (rule.until_day is None or day < rule.until_day)
