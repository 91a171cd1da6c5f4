"""The sample school: invented, anchored on a day, the same for the same arguments, with every hard case (rules.md)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random

from app.activities import Held
from app.card_changes import said
from app.care import CareRecord
from app.changes import Change
from app.children import CardPrint, Child, Kin
from app.classes import ClassTeacher, SchoolClass
from app.days import school_year
from app.fingerprint import card_scene, scene_facts
from app.rooms import Opening, SafetyCheck
from app.sample_activities import activities, activities_in
from app.sample_assessment import assessed
from app.sample_cases import CASES, transferred_out
from app.sample_changes import changes_of, records_in, terms_in
from app.sample_gifts import SampleGifts, gifts, gifts_in
from app.sample_homes import with_home
from app.sample_honours import Honoured, honoured, honours_in
from app.sample_inspection import Inspected, inspected, inspected_in
from app.sample_pairs import covered, pairs
from app.sample_people import MEN, SURNAMES, VILLAGES, WOMEN, Numbers, pupil, renamed, with_family
from app.sample_plans import ILL_FOR, with_plans
from app.sample_rooms import checks, home_in, openings, rooms
from app.sample_terms import care_of_term, told_terms
from app.sample_things import Things, things, things_in
from app.sample_work_plan import planned
from app.school import School, Snapshot, Staff
from app.status import NONE, register_status
from app.termdays import Term
from app.terms import assumed_term, code_of, split_code

SEED = 20260901
SMALL = (1, 1, 2, 1, 2, 1)
"""Classes per grade of the school of 140."""
A_CLASS = 40
SMALLEST = 80
"""Pupils to a class in a larger school."""
PHOTOS, NOT_ASKED = 12, 11
"""Children with a photo, none of them with a printed card, so that no card is out of date by its photo; and one family
in so many was not asked yet whether it allows pictures."""
BOTH_AWAY, ONE_AWAY = 0.2, 0.2
TEACHERS = (
    "张敏", "李秀兰", "彭光明", "何丽华", "刘春燕", "王建国", "赵志远", "吴海涛", "田桂英", "向文武", "陈晓梅",
    "龙正华",
)  # fmt: skip
FEMALE = frozenset("敏兰华燕英梅") | {name[-1] for name in WOMEN}
SUBJECTS = ("语文", "语文", "体育", "数学", "音乐", "数学", "科学", "英语")
OFFICES = ("校长", "副校长，安全法治", "心理辅导", "教务处，档案员")
GROUP = (("组长", "全面负责"), ("副组长", "安全和法治教育"), ("组员", "心理辅导"), ("组员", "档案和联系"))
"""Role and duty in the leading group of those in the office (REQ 2.2); class teachers see to study and daily life."""
COVERED = timedelta(days=4)
"""So long after one of the office fell ill the others took her children."""
COUNSELLOR = 2
"""Who of the office is the counsellor, and ill just now."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole school: what set-up needs, the records as they will be read back, and the changes that store them."""

    school: School
    term: Term
    snapshot: Snapshot
    with_photo: tuple[int, ...] = ()
    """Children who have a photo; `ui` draws it."""
    records: tuple[CareRecord, ...] = ()
    """What was done for the children, in the order of time."""
    openings: tuple[Opening, ...] = ()
    checks: tuple[SafetyCheck, ...] = ()
    """Of the rooms, by room in the order of time."""
    things: Things = field(default_factory=Things)
    """What the home has, with every movement."""
    held: tuple[Held, ...] = ()
    """What was held for many and written up, or is planned."""
    honours: Honoured = field(default_factory=Honoured)
    """Who was given what, and what was written up."""
    given: SampleGifts = field(default_factory=SampleGifts)
    """Donors, gifts, insurance, wishes."""
    inspected: Inspected = field(default_factory=Inspected)
    """Inspections, what they found, the self-check."""
    on: date = date.min
    """The day it is anchored on."""
    last_id: int = 0
    """No row or phone number of the sample has a higher one."""

    @property
    def changes(self) -> list[Change]:
        """All of it as inserts; the school and its running term are made by the set-up."""
        earlier = [one for one in self.snapshot.terms if one.code != self.term.code]
        home = list(home_in(self.snapshot, self.openings, self.checks))
        home += things_in(self.things)
        return [*terms_in(earlier), *changes_of(self.snapshot), *records_in(self.records), *home,
                *activities_in(self.held), *honours_in(self.honours), *gifts_in(self.given),
                *assessed(self.held, self.term, self.on), *inspected_in(self.inspected),
                *planned(self.snapshot.staff, self.term, self.on)]  # fmt: skip


def sample_school(on: date, pupils: int = 140, system: str = "六三", *, told: bool = True) -> Sample:
    """The sample school as it is on that day with so many pupils (at least 80, so that every hard case has a child);
    with what was done for them in its terms, unless that is `told` by `app.sample_years`."""
    numbers = Numbers(Random(SEED))
    term = assumed_term(*split_code(code_of(on)))
    terms = told_terms(term, on)
    started_on = terms[0].from_day - timedelta(days=terms[0].from_day.weekday())
    school = School(
        "青石坪中心小学", "3143319999", "云岭县", "07430010200", system, is_sample=True, started_on=started_on
    )
    classes = _classes(numbers, school_year(on), pupils)
    staff = tuple(_staff(numbers, len(classes)))
    classes = tuple(
        replace(one, teachers=(ClassTeacher(numbers.id(), staff[n].id, date(one.entry_year, 9, 1)),))
        for n, one in enumerate(classes)
    )
    children = _children(numbers, classes, on, max(pupils, SMALLEST))
    bare = Snapshot(school, terms, staff, classes, {child.id: child for child in children})
    bare = replace(bare, children=bare.children | {child.id: child for child in _print_some(numbers, bare, on)})
    left_behind = [child for child in bare.children.values() if register_status(child, on).status != NONE]
    with_photo = tuple(child.id for child in left_behind if not child.cards and not child.photo_consent)[:PHOTOS]
    asked = {child.id: replace(child, photo_consent="yes") for child in _asked(left_behind)}
    whole = replace(bare, children=bare.children | asked)
    whole = replace(whole, pairings=pairs(numbers, whole, on, terms[0].from_day))
    ill = staff[len(classes) + COUNSELLOR].id
    whole = replace(whole, pairings=covered(numbers, whole, ill, on - ILL_FOR + COVERED))
    whole = with_plans(numbers, whole, on, terms[0].from_day, term.until_day, ill)
    away = {one.staff_id: one.from_day for one in whole.leaves}
    records = [
        record for one in (terms if told else ())
        for record in care_of_term(numbers, whole, one, on, away, ill if one == terms[-1] else None)
    ]  # fmt: skip
    whole = replace(whole, rooms=rooms(numbers, whole, terms[0].from_day))
    opened, rounds = tuple(openings(numbers, whole, on)), tuple(checks(numbers, whole, on))
    furnished = things(numbers, whole, on)
    held = tuple(activities(numbers, whole, on, term)) if told else ()
    known = honoured(numbers, whole, on, held) if told else Honoured()
    given = gifts(numbers, whole, on, term, furnished.donors) if told else SampleGifts()
    held = (*held, *given.held)
    safe = inspected(numbers, staff, term, on) if told else Inspected()
    return Sample(school, term, whole, with_photo, tuple(records), opened, rounds, furnished, held, known, given,
                  safe, on, numbers.row)  # fmt: skip


def _classes(numbers: Numbers, year: int, pupils: int) -> tuple[SchoolClass, ...]:
    per_grade = SMALL if pupils <= 300 else (max(1, round(pupils / 6 / A_CLASS)),) * 6
    return tuple(
        SchoolClass(numbers.id(), "primary", year - grade, number + 1)
        for grade, count in enumerate(per_grade)
        for number in range(count)
    )


def _staff(numbers: Numbers, classes: int) -> Iterable[Staff]:
    for n in range(classes + len(OFFICES)):
        first = (WOMEN if n % 3 else MEN)[n * 7 % 15]
        name = TEACHERS[n] if n < len(TEACHERS) else SURNAMES[n * 5 % len(SURNAMES)] + first
        place = n - classes
        duties = SUBJECTS[n % len(SUBJECTS)] if place < 0 else OFFICES[place]
        role, duty = GROUP[place] if place >= 0 else ("组员", "学习和生活")
        yield Staff(
            numbers.id(), name, numbers.mobile(), duties, None, "女" if name[-1] in FEMALE else "男",
            VILLAGES[n * 5 % len(VILLAGES)], role, duty, place == COUNSELLOR,
        )  # fmt: skip


def _children(numbers: Numbers, classes: tuple[SchoolClass, ...], on: date, pupils: int) -> list[Child]:
    """The pupils class by class, then the two who have left; hard cases lie evenly among them."""
    kinds = ["both_away"] * round(pupils * BOTH_AWAY) + ["one_away"] * round(pupils * ONE_AWAY)
    kinds += [NONE] * (pupils - len(kinds))
    numbers.random.shuffle(kinds)
    year = school_year(on)
    children = []
    for n, kind in enumerate(kinds):
        sex = "男" if numbers.random.random() < 0.53 else "女"
        child = pupil(numbers, classes[n * len(classes) // pupils], year, sex)
        children.append(with_family(numbers, child, kind, on, _certainty(numbers)))
    step = pupils // len(CASES)
    for n, cases in enumerate(CASES):
        for case in cases:
            children[n * step + 1] = case(numbers, children[n * step + 1], on)
    _pairs(numbers, children, step + 2)
    children = [child if register_status(child, on).status == NONE else with_home(numbers, child, on)
                for child in children]  # fmt: skip
    for n in (1, 2):
        gone = with_family(numbers, pupil(numbers, classes[-n], year, "女"), "both_away", on, "confirmed")
        children.append(transferred_out(numbers, gone, on))
    return children


def _certainty(numbers: Numbers) -> str:
    chance = numbers.random.random()
    return "confirmed" if chance < 0.8 else "proposed" if chance < 0.93 else "claim"


def _pairs(numbers: Numbers, children: list[Child], place: int) -> None:
    """Twins, and two of the same name in one class, beside the hard cases of the first class."""
    first = renamed(children[place], "谭志坚", "男")
    second = replace(first, id=children[place + 1].id, enrolments=children[place + 1].enrolments)
    kin_ids = {kin.id: numbers.id() for kin in first.kin}
    second = replace(
        renamed(second, "谭志刚", "男"),
        kin=tuple(_copy(numbers, kin, kin_ids[kin.id]) for kin in first.kin),
        cares=tuple(replace(care, id=numbers.id(), kin_id=kin_ids[care.kin_id]) for care in first.cares),
        claims=tuple(replace(claim, id=numbers.id()) for claim in first.claims),
    )
    children[place : place + 2] = [first, second]
    children[2:4] = [renamed(child, "田欣怡", "女") for child in children[2:4]]


def _copy(numbers: Numbers, kin: Kin, row: int) -> Kin:
    phones = tuple(replace(phone, id=numbers.id()) for phone in kin.phones)
    places = tuple(replace(where, id=numbers.id()) for where in kin.whereabouts)
    return replace(kin, id=row, phones=phones, whereabouts=places)


def _asked(left_behind: list[Child]) -> Iterable[Child]:
    """Those whose families agreed to pictures: nearly all who were asked."""
    unsaid = [child for child in left_behind if child.photo_consent == ""]
    return (child for place, child in enumerate(unsaid, 1) if place % NOT_ASKED or not child.cards)


def _before(child: Child) -> Child:
    """The child with another number of the first parent, as it was on the card."""
    first = child.kin[0]
    phones = tuple(replace(phone, number=phone.number[:-4] + "0000") for phone in first.phones)
    return replace(child, kin=(replace(first, phones=phones), *child.kin[1:]) if phones else child.kin[1:])


def _print_some(numbers: Numbers, snapshot: Snapshot, on: date) -> Iterable[Child]:
    """Two of three left-behind children have a card; of every sixth something changed since."""
    scene = card_scene(snapshot, on)
    at = datetime.combine(on - timedelta(days=30), time(9, 30)).isoformat(timespec="seconds")
    left_behind = [child for child in snapshot.children.values() if register_status(child, on).status != NONE]
    for n, child in enumerate(left_behind):
        if n % 3 == 2:
            continue
        then = _before(child) if n % 6 == 0 else child
        cards = tuple(
            CardPrint(numbers.id(), layout, at, scene_facts(then, scene, layout), said(then, scene, layout))
            for layout in ("child", "school")
        )
        yield replace(child, cards=cards)
