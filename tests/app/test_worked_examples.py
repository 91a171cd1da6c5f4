"""The worked examples of docs/worked-examples.md, each worked out by the program."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from app.care_rules import DEFAULTS
from app.pairing import HelpPlan, Pairing
from app.standing import DONE, OPEN, OVERDUE, SOON
from tests.app.test_standing import pupil, school, stand, talks

PAGE = Path(__file__).parents[2] / "docs" / "worked-examples.md"
SPANS = {"周": "week", "两周": "fortnight", "月": "month", "学期": "term", "期初": "third"}


@dataclass(frozen=True)
class Example:
    """One line of the table."""

    number: str
    rule: str
    there: str
    done: str
    on: str
    window: str
    result: str


def examples() -> list[Example]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
    return [Example(*[cell.strip() for cell in line.strip("|").split("|")][:7]) for line in lines]


def day(text: str) -> date:
    """A day of the term: 09-04 is in 2026, 01-15 in 2027."""
    month, number = map(int, text.split("-"))
    return date(2026 if month >= 8 else 2027, month, number)


def told(example: Example) -> tuple[str, str]:
    """(window, what it is) as the program finds it."""
    key, span = re.match(r"(\S+) ([^，]+)", example.rule).groups()  # type: ignore[union-attr]
    rule = next(rule for _, rule in DEFAULTS if (rule.key, rule.span) == (key, SPANS[span]))
    start = re.search(r"学校从 (\d\d-\d\d) 起", example.rule)
    since, until = re.search(r"(\S+) 起", example.there), re.search(r"到 (\S+) 不含", example.there)
    plan = re.search(r"计划从 (\d\d-\d\d) 起(?:，到 (\d\d-\d\d) 不含)?", example.rule)
    child = pupil((day(since[1]) if since else date(2024, 9, 1), day(until[1]) if until else None))
    snapshot = school(child, rules=(rule,), start=day(start[1]) if start else date(2026, 8, 31))
    if plan:
        pair = Pairing(1, child.id, "mentor", date(2026, 9, 1), None, 2)
        made = HelpPlan(1, pair.id, day(plan[1]), day(plan[2]) if plan[2] else None)
        snapshot = replace(snapshot, pairings=(pair,), plans=(made,))
    contacts = talks(*[day(text) for text in example.done.split()], kind=rule.kinds[0])
    found = stand(snapshot, contacts, date.fromisoformat(example.on), key)
    if found is None:
        return "", "不欠"
    window = found.owed.window
    words = {DONE: "做了", OPEN: "还没做", SOON: "快到期", OVERDUE: f"过了 {found.overdue_days} 天"}
    return f"{window.from_day:%m-%d}—{window.until_day:%m-%d}", words[found.state]


def test_there_are_at_least_forty() -> None:
    assert len(examples()) >= 40
    assert [example.number for example in examples()] == [str(number + 1) for number in range(len(examples()))]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.number)
def test_every_example_comes_out_as_written(example: Example) -> None:
    assert told(example) == (example.window, example.result)
