"""Many years of the sample school: classes and teachers that have left since, pairs that changed, every term's care.

Terms are told one at a time, so that ten years never lie in memory at once.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.agreements import CARE, DUTY, Agreement
from app.care import CareRecord
from app.children import Child
from app.classes import ClassTeacher, SchoolClass
from app.classnames import graduates_on, years_of
from app.days import school_year
from app.pairing import MENTOR, PEER, Pairing
from app.sample import COUNSELLOR, SEED, Sample, sample_school
from app.sample_people import MEN, SURNAMES, WOMEN, Numbers, pupil, with_family
from app.sample_terms import care_of_term, office_of
from app.sample_words import FOCUS
from app.school import Snapshot, Staff
from app.status import NONE
from app.termdays import Term
from app.terms import assumed_term, split_code

STAGE = "primary"
REPLACED = 3
"""Every so many-th class teacher came for one who has left."""
MOVED = 40
"""Every so many-th child has gone to another school half way."""
KINDS = ("both_away", NONE, "one_away", NONE, NONE)
"""Two of five are left-behind."""


def sample_years(on: date, pupils: int, years: int) -> tuple[Sample, Iterator[tuple[Term, tuple[CareRecord, ...]]]]:
    """The sample school as it is on that day with at least that many years behind it, nothing done yet; and what was
    done, term by term, oldest first."""
    now = sample_school(on, pupils, told=False)
    numbers = Numbers(Random(SEED + years), now.last_id, now.last_id)
    first = school_year(on) - years
    terms = _terms(first, now.term)
    start = terms[0].from_day
    past = _Past(numbers, now.snapshot, start)
    whole = past.school(round(pupils / len(now.snapshot.classes)))
    monday = start - timedelta(days=start.weekday())
    whole = replace(whole, terms=terms, school=replace(whole.school, started_on=monday))
    sample = replace(now, school=whole.school, snapshot=whole, records=())
    return sample, _told(numbers, whole, terms, on)


def _terms(first: int, last: Term) -> tuple[Term, ...]:
    year, half = split_code(last.code)
    codes = [(one, part) for one in range(first, year + 1) for part in (1, 2) if (one, part) <= (year, half)]
    return tuple(assumed_term(*code) for code in codes)


def _told(
    numbers: Numbers, whole: Snapshot, terms: tuple[Term, ...], on: date
) -> Iterator[tuple[Term, tuple[CareRecord, ...]]]:
    away = {one.staff_id: one.from_day for one in whole.leaves}
    counsellor = office_of(whole)[COUNSELLOR]
    for term in terms:
        yield term, care_of_term(numbers, whole, term, on, away if term == terms[-1] else {}, counsellor)


class _Past:
    """Adds to the school of today what was before it."""

    def __init__(self, numbers: Numbers, now: Snapshot, start: date) -> None:
        self.numbers, self.now, self.start = numbers, now, start
        self.system = now.school.system
        self.former: dict[int, Staff] = {}
        """By the id of who came after."""
        self.since: dict[int, date] = {}
        """From when on that one has been here."""
        self.office = office_of(now)
        self.pairings: list[Pairing] = []
        self.agreements: list[Agreement] = []

    def school(self, to_a_class: int) -> Snapshot:
        """The whole, with so many pupils in each class that has left."""
        now = self.now
        self._predecessors()
        classes = [self._taught(one, one.teachers[0].staff_id) for one in now.classes]
        children: list[Child] = []
        for entry_year in range(self.start.year - years_of(STAGE, self.system) + 1, self._oldest()):
            like = entry_year + years_of(STAGE, self.system)
            while like < self._oldest():
                like += years_of(STAGE, self.system)
            for one in (there for there in now.classes if there.entry_year == like):
                gone = SchoolClass(self.numbers.id(), STAGE, entry_year, one.number)
                classes.append(self._taught(gone, one.teachers[0].staff_id))
                children += self._class(classes[-1], to_a_class)
        self._before_now({one.id: one for one in classes})
        return replace(
            now, staff=(*now.staff, *self.former.values()), classes=tuple(classes),
            children=now.children | {child.id: child for child in children},
            pairings=(*self.pairings, *now.pairings), agreements=(*self.agreements, *now.agreements),
        )  # fmt: skip

    def _oldest(self) -> int:
        return min(one.entry_year for one in self.now.classes)

    def _predecessors(self) -> None:
        years = max(1, school_year(self.now.terms[-1].from_day) - self.start.year)
        for place, one in enumerate(self.now.classes):
            if place % REPLACED:
                continue
            staff = one.teachers[0].staff_id
            day = date(self.start.year + 1 + place // REPLACED % years, 9, 1)
            name = SURNAMES[-1 - place % len(SURNAMES)] + (MEN if place % 2 else WOMEN)[place % 15]
            self.former[staff] = Staff(self.numbers.id(), name, self.numbers.mobile(), "语文", day)
            self.since[staff] = day

    def _taught(self, school_class: SchoolClass, staff: int) -> SchoolClass:
        """The class with its teacher, and before that one the one who has left."""
        begin, end = date(school_class.entry_year, 9, 1), graduates_on(STAGE, school_class.entry_year, self.system)
        since = self.since.get(staff, begin)
        periods = []
        if since > begin:
            periods.append(ClassTeacher(self.numbers.id(), self.former[staff].id, begin, min(since, end)))
        if since < end:
            periods.append(ClassTeacher(self.numbers.id(), staff, max(begin, since)))
        return replace(school_class, teachers=tuple(periods))

    def _class(self, school_class: SchoolClass, size: int) -> Iterator[Child]:
        """The pupils of a class that has left, with their pairs and papers."""
        numbers, entry = self.numbers, date(school_class.entry_year, 9, 1)
        ends, middle = graduates_on(STAGE, school_class.entry_year, self.system), date(entry.year + 3, 3, 1)
        helper: int | None = None
        for place in range(size):
            sex = "男" if numbers.random.random() < 0.53 else "女"
            kind = KINDS[place % len(KINDS)]
            child = pupil(numbers, school_class, entry.year, sex)
            child = with_family(numbers, child, kind, middle, "confirmed" if place % 6 else "claim")
            until = ends
            if place % MOVED == 7:
                until = date(entry.year + 4, 3, 10)
                gone = replace(child.enrolments[0], until_day=until, left_how="转出", left_where="县城关小学")
                child = replace(child, enrolments=(gone,))
            if kind == NONE:
                helper = child.id
            else:
                self._paired(child, school_class, place, until, "毕业" if until == ends else "转学")
                begin = max(entry, self.start)
                if helper is not None and place % 3 and begin < until:
                    peer = Pairing(numbers.id(), child.id, PEER, begin, until, peer_id=helper, focus="学习")
                    self.pairings.append(replace(peer, why_ended="毕业"))
            yield child

    def _paired(self, child: Child, school_class: SchoolClass, place: int, until: date, last: str) -> None:
        """The child's mentors until that day: the class teachers in turn; for some first somebody of the office."""
        numbers, entry = self.numbers, max(date(school_class.entry_year, 9, 1), self.start)
        focus = FOCUS[place % len(FOCUS)]
        turns = [(one.staff_id, one.from_day, one.until_day or until, "退休") for one in school_class.teachers]
        if place % 4 == 0:
            half = max(entry, date(school_class.entry_year + 3, 9, 1))
            turns = [(self.office[place // 4 % len(self.office)], entry, half, "老师课多"), *turns]
        begin = entry
        for staff, _from, end, why in turns:
            day = min(end, until)
            if begin < day:
                ended = last if day == until else why
                self.pairings.append(
                    Pairing(numbers.id(), child.id, MENTOR, begin, day, staff, focus=focus, why_ended=ended)
                )
                begin = day
        signer = next((kin.name for kin in child.kin if kin.name), "")
        if place % 2 and entry < until:
            self.agreements.append(Agreement(numbers.id(), child.id, CARE, entry, until, signer))
        if entry < until:
            self.agreements.append(Agreement(numbers.id(), child.id, DUTY, entry, until, signer))

    def _before_now(self, classes: dict[int, SchoolClass]) -> None:
        """Who stood by the pupils of today before their mentors of today."""
        first: dict[int, Pairing] = {}
        for one in self.now.pairings:
            if one.role == MENTOR and (one.child_id not in first or one.from_day < first[one.child_id].from_day):
                first[one.child_id] = one
        for place, (child_id, pairing) in enumerate(first.items()):
            child = self.now.children[child_id]
            enrolment = child.enrolments[-1]
            if max(enrolment.from_day, self.start) < pairing.from_day:
                self._paired(child, classes[enrolment.class_id], place, pairing.from_day, "换老师")
