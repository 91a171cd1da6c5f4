"""The mentors' own assessment from the same figures (REQ 4.3), and who may be commended (REQ 10.28)."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.care_rules import MENTOR
from app.measures.facts import Facts
from app.pairing import mentors_on
from app.shares import percent

LEAST_PERCENT = 95
"""Of what a mentor owed: who did so much may be proposed."""


@dataclass(slots=True)
class MentorScore:
    """One member of staff who stood by children in the term."""

    staff_id: int
    children: int = 0
    """Whose mentor they are on the day."""
    owed: int = 0
    """Windows that asked something of the mentor, by the rules of the school."""
    done: int = 0
    rules: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """By rule: owed, done."""
    records: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """What they wrote down and reached somebody with, by kind."""

    @property
    def percent(self) -> int | None:
        """By the one rule (`app.shares`); None where nothing was owed yet."""
        return percent(self.done, self.owed)

    @property
    def missed(self) -> int:
        """What was not done."""
        return self.owed - self.done

    @property
    def is_candidate(self) -> bool:
        """Whether the figures speak for a commendation."""
        return self.children > 0 and self.percent is not None and self.percent >= LEAST_PERCENT


def mentor_scores(facts: Facts) -> list[MentorScore]:
    """Everybody who was owing as a mentor in the term, the best first: by share, then by children, then by records."""
    found: dict[int, MentorScore] = {}
    for child in mentors_on(facts.snapshot.pairings, facts.day).items():
        found.setdefault(child[1], MentorScore(child[1])).children += 1
    for one in facts.all_entries():
        if one.owed.rule.owner != MENTOR or one.mentor_id is None:
            continue
        mine = found.setdefault(one.mentor_id, MentorScore(one.mentor_id))
        mine.owed, mine.done = mine.owed + 1, mine.done + one.done
        mine.rules[one.key][0] += 1
        mine.rules[one.key][1] += one.done
    _count_records(facts, found)
    return sorted(found.values(), key=_rank)


@dataclass(frozen=True, slots=True)
class Apart:
    """What the same rules asked for children who had no mentor on the deadline: nobody's of the mentors."""

    children: int = 0
    owed: int = 0
    done: int = 0


def without_mentor(facts: Facts) -> Apart:
    """By how much the sums of the mentors are smaller than the school's of the same rules."""
    found = [one for one in facts.all_entries() if one.owed.rule.owner == MENTOR and one.mentor_id is None]
    return Apart(len({one.subject for one in found}), len(found), sum(one.done for one in found))


def _count_records(facts: Facts, found: dict[int, MentorScore]) -> None:
    last = min(facts.term.until_day, facts.today)
    seen: set[int] = set()
    for one in facts.store.ledger.contacts(facts.term.from_day, last):
        if one.reached and one.record_id not in seen and one.staff_id in found:
            seen.add(one.record_id)
            found[one.staff_id].records[one.kind] += 1


def _rank(one: MentorScore) -> tuple[float, int, int, int]:
    share = one.done / one.owed if one.owed else -1.0
    return -share, -one.children, -sum(one.records.values()), one.staff_id
