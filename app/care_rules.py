"""Care rules (关爱规则): who owes which contact to whom, how often; the default set is read off the ten plans.

A school starts from one of three presets and changes any rule from a day on; past windows keep the rule of their day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.care import KINDS
from app.windows import FORTNIGHT, MONTH, SPANS, TERM, THIRD, WEEK, YEAR

CLASS_TEACHER, MENTOR, KEEPER, OFFICE = OWNERS = ("class_teacher", "mentor", "keeper", "office")
LAST_SCHOOL_DAY, LAST_DAY = DEADLINES = ("S", "D")
CHILD, CLASS, SCHOOL = "child", "class", "school"
MINIMAL, COMMON, FULL = PRESETS = ("minimal", "common", "full")
"""最低, 常用, 完整."""


@dataclass(frozen=True, slots=True)
class CareRule:
    """A rule as it holds in [from_day, until_day); several rows with one `key` are its versions."""

    id: int
    key: str
    """Stable name: "family-call"."""
    kinds: tuple[str, ...]
    """Any of them counts."""
    owner: str
    """One of OWNERS."""
    span: str
    """One of `app.windows.SPANS`."""
    needed: int = 1
    deadline: str = LAST_SCHOOL_DAY
    whom: str = CHILD
    """Each left-behind child, each class, or the school as a whole."""
    grade_from: int = 0
    """Only children of this grade and above."""
    third: int = 0
    """1–3: only that third of the term; 0 = every window."""
    by_date: str = ""
    """A fixed deadline inside the school year: MM-DD, or a festival (`app.festivals.NAMES`), by which it is to be done:
    on the last school day up to it."""
    with_plan: bool = False
    """Only children with a help plan."""
    req: str = ""
    """Where in the plans it comes from."""
    from_day: date | None = None
    until_day: date | None = None

    def __post_init__(self) -> None:
        if not set(self.kinds) <= set(KINDS) or self.owner not in OWNERS or self.span not in SPANS or self.needed < 1:
            raise ValueError(f"no such rule: {self}")


S, D = LAST_SCHOOL_DAY, LAST_DAY
GATHERINGS = ("activity", "class_meeting", "lecture", "forum")


def _rule(
    presets: str, key: str, kinds: tuple[str, ...], owner: str, span: str, deadline: str, req: str,
    *, needed: int = 1, whom: str = CHILD, grade_from: int = 0, third: int = 0, by_date: str = "",
    with_plan: bool = False,
) -> tuple[str, CareRule]:  # fmt: skip
    return presets, CareRule(
        0, key, kinds, owner, span, needed, deadline, whom, grade_from, third, by_date, with_plan, req
    )


DEFAULTS: tuple[tuple[str, CareRule], ...] = (
    _rule("mcf", "family-call", ("family_call", "letter"), CLASS_TEACHER, MONTH, D, "2.7, 10.10"),
    _rule("f", "parents-call", ("family_call",), MENTOR, FORTNIGHT, D, "3.4, 10.11"),
    _rule("m", "talk", ("talk",), MENTOR, MONTH, S, "3.5, 10.8"),
    _rule("cf", "talk", ("talk",), MENTOR, WEEK, S, "3.5, 10.8"),
    _rule("mcf", "carer", ("carer_contact",), MENTOR, MONTH, S, "2.8, 3.4"),
    _rule("cf", "mentor-parents", ("parent_contact",), MENTOR, MONTH, D, "10.8"),
    _rule("mc", "visit", ("home_visit",), CLASS_TEACHER, TERM, S, "3.6, 10.13"),
    _rule("f", "visit-thirds", ("home_visit",), CLASS_TEACHER, THIRD, S, "2.6"),
    _rule("cf", "visit-mentor", ("home_visit",), MENTOR, TERM, S, "10.23"),
    _rule("cf", "letter", ("letter",), CLASS_TEACHER, TERM, S, "10.12", grade_from=3),
    _rule("c", "activity", GATHERINGS, KEEPER, MONTH, S, "10.19"),
    _rule("f", "activity", GATHERINGS, KEEPER, WEEK, S, "10.19"),
    _rule("f", "plan-review", ("plan_review",), MENTOR, MONTH, S, "9.2", with_plan=True),
    _rule("mcf", "survey", ("survey",), CLASS_TEACHER, THIRD, S, "10.1", third=1),
    _rule("cf", "health", ("health_check",), OFFICE, YEAR, S, "7.2"),
    _rule("mcf", "parents-meeting", ("parents_meeting",), CLASS_TEACHER, TERM, S, "2.1, 10.14", whom=CLASS),
    _rule("mcf", "training", ("guardian_training",), OFFICE, TERM, S, "10.5", needed=2, whom=SCHOOL),
    _rule("cf", "forum", ("forum",), OFFICE, TERM, S, "4.5", needed=2, whom=SCHOOL),
    _rule("mcf", "lecture", ("lecture",), OFFICE, TERM, S, "2.10", whom=SCHOOL),
    _rule("f", "award", ("award",), OFFICE, YEAR, D, "9.6", whom=SCHOOL, by_date="06-01"),
)
"""The default rules of rules.md with the presets (m c f) each belongs to."""


def preset(name: str) -> tuple[CareRule, ...]:
    """The rules of one of PRESETS. Raises ValueError for another name."""
    letter = dict(zip(PRESETS, "mcf", strict=True)).get(name)
    if letter is None:
        raise ValueError(name)
    return tuple(rule for presets, rule in DEFAULTS if letter in presets)


def in_force(rules: Sequence[CareRule]) -> Sequence[CareRule]:
    """The school's own rules, or the common preset as long as it has not set any (rules.md: 常用 is the default)."""
    return rules or preset(COMMON)


def versions(rules: Iterable[CareRule]) -> dict[str, list[CareRule]]:
    """The rules by key, each key's versions in order of time."""
    found: dict[str, list[CareRule]] = {}
    for rule in sorted(rules, key=lambda one: (one.from_day or date.min, one.id)):
        found.setdefault(rule.key, []).append(rule)
    return found


def holds_on(rule: CareRule, day: date) -> bool:
    """Whether this version of the rule is the one of that day."""
    return (rule.from_day is None or rule.from_day <= day) and (rule.until_day is None or day < rule.until_day)


def on_day(rules: Sequence[CareRule], day: date) -> dict[str, CareRule]:
    """The rules of that day by key."""
    return {rule.key: rule for rule in in_force(rules) if holds_on(rule, day)}


def same_terms(one: CareRule, other: CareRule) -> bool:
    """Whether two versions ask the same, whenever they hold."""
    return replace(one, id=0, from_day=None, until_day=None) == replace(other, id=0, from_day=None, until_day=None)


def offered(key: str) -> CareRule:
    """What a rule that is not in use would ask: the terms of the common preset, else of the first that has it."""
    common = {rule.key: rule for rule in preset(COMMON)}
    return common.get(key) or next(rule for _letters, rule in DEFAULTS if rule.key == key)


def nearest_preset(rules: Sequence[CareRule], day: date) -> tuple[str, int]:
    """The preset that differs in the fewest rules from those of that day, and in how many."""
    now = on_day(rules, day)
    apart = {name: _apart(now, {rule.key: rule for rule in preset(name)}) for name in (COMMON, MINIMAL, FULL)}
    name = min(apart, key=lambda one: apart[one])
    return name, apart[name]


def _apart(now: dict[str, CareRule], wanted: dict[str, CareRule]) -> int:
    both = now.keys() & wanted.keys()
    return len(now.keys() ^ wanted.keys()) + sum(not same_terms(now[key], wanted[key]) for key in both)


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one rule; None = not in use."""

    key: str
    before: CareRule | None
    after: CareRule | None


def steps_to(rules: Sequence[CareRule], name: str, day: date) -> list[Step]:
    """What a change to that preset does to the rules of that day; those that stay are left out."""
    now, wanted = on_day(rules, day), {rule.key: rule for rule in preset(name)}
    keys = [key for key in dict.fromkeys(rule.key for _letters, rule in DEFAULTS) if key in now or key in wanted]
    steps = (Step(key, now.get(key), wanted.get(key)) for key in keys)
    return [one for one in steps if not (one.before and one.after and same_terms(one.before, one.after))]
