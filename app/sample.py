"""The sample school: invented, anchored on a day, the same for the same arguments, with every hard case (rules.md)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from random import Random

from app.card_changes import said
from app.changes import Change, Insert, New, Value
from app.children import CardPrint, Child, Kin
from app.classes import ClassTeacher, SchoolClass
from app.days import school_year
from app.fingerprint import card_scene, scene_facts
from app.sample_cases import CASES, transferred_out
from app.sample_homes import with_home
from app.sample_people import Numbers, pupil, renamed, with_family
from app.school import School, Snapshot, Staff
from app.status import NONE, register_status
from app.termdays import Term
from app.terms import assumed_term, code_of, split_code

SMALL = (1, 1, 2, 1, 2, 1)
"""Classes per grade of the school of 140."""
A_CLASS = 40
SMALLEST = 80
"""Pupils to a class in a larger school."""
PHOTOS, PHOTOLESS = 12, 3
"""Children with a photo, and others whose families agreed to one."""
BOTH_AWAY, ONE_AWAY = 0.2, 0.2
TEACHERS = (
    "张敏",
    "李秀兰",
    "彭光明",
    "何丽华",
    "刘春燕",
    "王建国",
    "赵志远",
    "吴海涛",
    "田桂英",
    "向文武",
    "陈晓梅",
    "龙正华",
)
SUBJECTS = ("语文", "语文", "体育", "数学", "音乐", "数学", "科学", "英语")
OFFICES = ("校长，组长", "副校长，安全法治", "心理辅导（病假）", "教务处，档案员")
PARTS = (
    ("kin", "kin"),
    ("care", "cares"),
    ("enrolment", "enrolments"),
    ("claim", "claims"),
    ("override", "overrides"),
    ("card_print", "cards"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole school: what set-up needs, the records as they will be read back, and the changes that store them."""

    school: School
    term: Term
    snapshot: Snapshot
    with_photo: tuple[int, ...] = ()
    """Children who have a photo; `ui` draws it."""

    @property
    def changes(self) -> list[Change]:
        """Staff, classes and children as inserts; school and term are made by the set-up."""
        return changes_of(self.snapshot)


def sample_school(on: date, pupils: int = 140, system: str = "六三") -> Sample:
    """The sample school as it is on that day with so many pupils (at least 80, so that every hard case has a child)."""
    numbers = Numbers(Random(20260901))
    school = School(
        "青石坪中心小学",
        "3143319999",
        "云岭县",
        "07430010200",
        system,
        is_sample=True,
        started_on=on - timedelta(days=on.weekday()),
    )
    term = assumed_term(*split_code(code_of(on)))
    classes = _classes(numbers, school_year(on), pupils)
    staff = tuple(_staff(numbers, len(classes)))
    classes = tuple(
        replace(one, teachers=(ClassTeacher(numbers.id(), staff[n].id, date(one.entry_year, 9, 1)),))
        for n, one in enumerate(classes)
    )
    children = _children(numbers, classes, on, max(pupils, SMALLEST))
    bare = Snapshot(school, (term,), staff, classes, {child.id: child for child in children})
    bare = replace(bare, children=bare.children | {child.id: child for child in _print_some(numbers, bare, on)})
    asked = {child.id: replace(child, photo_consent="yes") for child in _asked(bare, on)}
    with_photo = tuple(asked)[: -PHOTOLESS]
    return Sample(school, term, replace(bare, children=bare.children | asked), with_photo)


def changes_of(snapshot: Snapshot) -> list[Change]:
    """The inserts that make an empty file hold this snapshot."""
    changes: list[Change] = [_insert("staff", staff, {}) for staff in snapshot.staff]
    for school_class in snapshot.classes:
        changes.append(_insert("class", school_class, {}))
        changes += [
            _insert(
                "class_teacher",
                one,
                {"class_id": _token("class", school_class.id), "staff_id": _token("staff", one.staff_id)},
            )
            for one in school_class.teachers
        ]
    for child in snapshot.children.values():
        changes += _child_inserts(child)
    return changes


def _child_inserts(child: Child) -> Iterable[Change]:
    owner = {"child_id": _token("child", child.id)}
    yield _insert("child", child, {})
    for table, part in PARTS:
        for position, one in enumerate(getattr(child, part)):
            keys: dict[str, Value] = dict(owner)
            if table == "kin":
                keys["position"] = position
            elif table == "care":
                keys["kin_id"] = _token("kin", one.kin_id)
            elif table == "enrolment":
                keys["class_id"] = _token("class", one.class_id)
            yield _insert(table, one, keys)
    for kin in child.kin:
        for position, phone in enumerate(kin.phones):
            yield _insert("phone", phone, {"kin_id": _token("kin", kin.id), "position": position})
        for where in kin.whereabouts:
            yield _insert("whereabouts", where, {"kin_id": _token("kin", kin.id)})


def _insert(table: str, record: object, keys: dict[str, Value]) -> Insert:
    row: dict[str, Value] = {}
    for column in fields(record):  # type: ignore[arg-type]
        value = getattr(record, column.name)
        if column.name == "id" or isinstance(value, tuple) or value in ("", None):
            continue
        row[column.name] = (
            value.isoformat() if isinstance(value, date) else int(value) if value in (True, False) else value
        )
    return Insert(table, row | keys, _token(table, getattr(record, "id")).token)  # noqa: B009


def _token(table: str, row: int) -> New:
    return New(f"{table}{row}")


def _classes(numbers: Numbers, year: int, pupils: int) -> tuple[SchoolClass, ...]:
    per_grade = SMALL if pupils <= 300 else (max(1, round(pupils / 6 / A_CLASS)),) * 6
    return tuple(
        SchoolClass(numbers.id(), "primary", year - grade, number + 1)
        for grade, count in enumerate(per_grade)
        for number in range(count)
    )


def _staff(numbers: Numbers, classes: int) -> Iterable[Staff]:
    for n in range(classes + len(OFFICES)):
        name = TEACHERS[n % len(TEACHERS)] + ("" if n < len(TEACHERS) else str(n // len(TEACHERS) + 1))
        duties = SUBJECTS[n % len(SUBJECTS)] if n < classes else OFFICES[n - classes]
        yield Staff(numbers.id(), name, numbers.mobile(), duties)


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
    children = [child if register_status(child, on).status == NONE else with_home(child, on) for child in children]
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


def _asked(snapshot: Snapshot, on: date) -> Iterable[Child]:
    """Every second child without a printed card, so that no card is out of date by its photo: they agreed to it."""
    open_ = [child for child in snapshot.children.values() if not child.cards and child.photo_consent == ""]
    left_behind = [child for child in open_ if register_status(child, on).status != NONE]
    return [*left_behind[:PHOTOS], *left_behind[PHOTOS : PHOTOS + PHOTOLESS]]


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
