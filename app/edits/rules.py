"""Change what the school asks of itself, from a day on: one rule, a whole preset, and the day on which it all starts.

Windows before that day keep the rule of their day (rules.md, What is due).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from app.care_rules import (
    CHILD,
    CLASS,
    CLASS_TEACHER,
    DEADLINES,
    KEEPER,
    OFFICE,
    OWNERS,
    SCHOOL,
    CareRule,
    in_force,
    on_day,
    preset,
    same_terms,
)
from app.changes import Change, Delete, Insert, Update, Value
from app.festivals import NAMES
from app.school import School
from app.values import BadValue, choice, iso
from app.windows import THIRD, YEAR

MOST, HIGHEST = 31, 9
"""How often in one window at the most, and the highest grade there is."""
OWNED_BY = {CHILD: OWNERS, CLASS: (CLASS_TEACHER, OFFICE), SCHOOL: (OFFICE, KEEPER)}
"""Who can owe a rule, by whom it concerns."""


def set_rule(rules: Sequence[CareRule], wanted: CareRule, day: date) -> list[Change]:
    """The rule of that key is as `wanted` from that day on, whatever it was or was planned to be. Raises BadValue."""
    choice("owner", wanted.owner, OWNED_BY[wanted.whom])
    choice("deadline", wanted.deadline, DEADLINES)
    if wanted.needed > MOST:
        raise BadValue("needed", "not_a_number")
    if not 0 <= wanted.grade_from <= HIGHEST:
        raise BadValue("grade_from", "not_a_choice")
    if wanted.third and wanted.span != THIRD:
        raise BadValue("third", "not_a_choice")
    if wanted.by_date and (wanted.span != YEAR or not (_is_day(wanted.by_date) or wanted.by_date in NAMES)):
        raise BadValue("by_date", "not_a_day")
    return _turn(rules, {wanted.key: wanted}, day)


def stop_rule(rules: Sequence[CareRule], key: str, day: date) -> list[Change]:
    """From that day on nobody owes what the rule of that key asks."""
    return _turn(rules, {key: None}, day)


def use_preset(rules: Sequence[CareRule], name: str, day: date) -> list[Change]:
    """From that day on the rules are those of one of PRESETS and no others. Raises ValueError for another name."""
    asked: dict[str, CareRule | None] = {rule.key: None for rule in in_force(rules)}
    return _turn(rules, asked | {rule.key: rule for rule in preset(name)}, day)


def set_start(school: School, day: date) -> list[Change]:
    """Before that day no rule owes anything; it is set back to key in old slips."""
    return [] if school.started_on == day else [Update("school", 1, {"started_on": iso(day)})]


def _turn(rules: Sequence[CareRule], wanted: Mapping[str, CareRule | None], day: date) -> list[Change]:
    """The versions of these keys end on that day, and what is wanted begins; those that are so already stay. The first
    change writes the whole common preset down, which held until then without being written."""
    own = in_force(rules)
    now = on_day(rules, day)
    turned = {
        key: rule for key, rule in wanted.items() if not _stays(now.get(key), rule) or _turns_later(own, key, day)
    }
    if not turned:
        return []
    changes: list[Change] = []
    for rule in own:
        if rule.key not in turned:
            changes += [] if rule.id else [Insert("care_rule", _row(rule))]
        elif rule.from_day is not None and rule.from_day >= day:
            changes += [Delete("care_rule", rule.id)] if rule.id else []
        elif rule.until_day is not None and rule.until_day <= day:
            continue
        elif rule.id:
            changes.append(Update("care_rule", rule.id, {"until_day": iso(day)}))
        else:
            changes.append(Insert("care_rule", _row(rule, until_day=day)))
    begins = [rule for rule in turned.values() if rule is not None]
    return [*changes, *(Insert("care_rule", _row(rule, from_day=day)) for rule in begins)]


def _stays(now: CareRule | None, wanted: CareRule | None) -> bool:
    return now is wanted is None or (now is not None and wanted is not None and same_terms(now, wanted))


def _turns_later(own: Sequence[CareRule], key: str, day: date) -> bool:
    """Whether the rule of that day is to change on a later one."""
    return any(
        one.key == key and ((one.until_day and one.until_day > day) or (one.from_day and one.from_day > day))
        for one in own
    )


def _row(rule: CareRule, from_day: date | None = None, until_day: date | None = None) -> dict[str, Value]:
    return {
        "key": rule.key, "kinds": ",".join(rule.kinds), "owner": rule.owner, "span": rule.span,
        "needed": rule.needed, "deadline": rule.deadline, "whom": rule.whom, "grade_from": rule.grade_from,
        "third": rule.third, "by_date": rule.by_date, "with_plan": int(rule.with_plan), "req": rule.req,
        "from_day": iso(from_day), "until_day": iso(until_day),
    }  # fmt: skip


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"\d\d-\d\d", text):
        return False
    try:
        return bool(date.fromisoformat(f"2028-{text}"))
    except ValueError:
        return False
