"""Awards to children and staff, the words of their certificates, good examples and case studies (REQ 3.9, 9.6, 10.26).

An award is one line; those of one day, giver, level and occasion are one giving. A giving that is meant for the care
rule stands in the ledger of care as one record, so that it is entered once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from app.activities import Entry
from app.addresses import village
from app.children import Child
from app.kinship import spoken_relation
from app.whereabouts import NOWHERE

EXAMPLE, CASE = STORY_KINDS = ("example", "case")
"""事迹, which is published with the name; 个案, which is confidential."""
DRAFT, APPROVED = STORY_STATES = ("draft", "approved")
PUPIL, CONTEST, STAFF = WHOM = ("pupil", "contest", "staff")
"""What a certificate is for: a child's award, a contest's prize, an award of staff."""
GONE = "××"
"""Stands for a number or a place that would tell who somebody is."""
AWARD_RECORD = "award"
"""The kind of record (`app.care.KINDS`) that meets the care rule `award`."""


@dataclass(frozen=True, slots=True)
class Award:
    """What one child or one member of staff was given."""

    id: int
    name: str
    day: date
    child_id: int | None = None
    staff_id: int | None = None
    reason: str = ""
    given_by: str = ""
    level: str = ""
    """校级, 县级 … as the school calls it."""
    activity_id: int | None = None
    record_id: int | None = None
    """The record of the ledger that the giving stands in."""


class Giving(NamedTuple):
    """What was given on one occasion."""

    day: date
    given_by: str
    level: str
    activity_id: int | None
    record_id: int | None
    awards: tuple[Award, ...]

    @property
    def key(self) -> int:
        """What it is found again by: the first of its awards."""
        return self.awards[0].id

    @property
    def children(self) -> list[int]:
        """Who of the children was given something."""
        return list(dict.fromkeys(one.child_id for one in self.awards if one.child_id is not None))


@dataclass(frozen=True, slots=True)
class Story:
    """A good example or a case study as text."""

    id: int
    kind: str
    title: str
    day: date
    text: str = ""
    state: str = DRAFT
    child_id: int | None = None
    staff_id: int | None = None
    named: bool = False
    """Whether what is printed says the child's name."""
    alias: str = ""
    """What stands for the name if not; "" = as the program says it."""
    approved_on: date | None = None
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The words of a certificate; in `body` stand marks like 【姓名】 (`fill`)."""

    id: int
    name: str
    whom: str
    """One of WHOM: the first of them is what such an award is printed with, unless another is chosen."""
    title: str
    address: str
    """After the name: 同学, 老师."""
    body: str
    position: int = 0


class Honours(Protocol):
    """Awards, stories and certificates of an open store."""

    def awards(self, first: date, last: date) -> list[Award]:
        """Those of these days, both included, newest first, in the order in which they were entered."""

    def awards_of(self, child_id: int) -> list[Award]:
        """Those of a child, newest first."""

    def awards_of_activities(self, activity_ids: Iterable[int]) -> list[Award]:
        """Those given at these activities."""

    def giving(self, award_id: int) -> Giving | None:
        """The occasion that an award belongs to; None if the award is gone."""

    def giving_of_record(self, record_id: int) -> Giving | None:
        """The occasion that stands in the ledger as this record."""

    def stories(self) -> list[Story]:
        """All of them, newest first."""

    def story(self, story_id: int) -> Story | None: ...

    def certificates(self) -> list[Certificate]:
        """The school's own, in their order; none as long as it has not changed the program's."""


def givings(awards: Iterable[Award]) -> list[Giving]:
    """Awards by occasion, in the order in which they come."""
    found: dict[tuple[date, str, str, int | None, int | None], list[Award]] = {}
    for one in awards:
        found.setdefault((one.day, one.given_by, one.level, one.activity_id, one.record_id), []).append(one)
    return [Giving(*key, tuple(every)) for key, every in found.items()]


def prizes_left(entries: Sequence[Entry], given: Iterable[Award]) -> list[Entry]:
    """The entries of a contest whose child won something that is not among these awards yet."""
    have = {(one.child_id, one.name) for one in given}
    won = [one for one in entries if one.child_id is not None and one.prize.strip()]
    # A child may win the same with two pieces; an award of one name is one award.
    first = {(one.child_id, one.prize.strip()): one for one in reversed(won)}
    return [one for one in won if first[one.child_id, one.prize.strip()] is one
            and (one.child_id, one.prize.strip()) not in have]  # fmt: skip


def certificate_for(award: Award, words: Sequence[Certificate]) -> Certificate:
    """The words an award is printed with, of at least one."""
    whom = STAFF if award.staff_id is not None else CONTEST if award.activity_id is not None else PUPIL
    return next((one for one in words if one.whom == whom), words[0])


_MARK = re.compile(r"[【{｛]\s*([^】}｝]*?)\s*[】}｝]")


def marks_in(text: str) -> list[str]:
    """The names of the marks in the words of a certificate: 【姓名】, {姓名}."""
    return _MARK.findall(text)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The words with what the marks stand for; an unknown mark stays as it is."""
    return _MARK.sub(lambda found: values.get(found[1], found[0]), text)


def only_mark(line: str) -> str:
    """The mark that a line consists of, quotes around it left out; "" if there is more in it."""
    found = _MARK.fullmatch(line.strip().strip("“”\"《》"))
    return found[1] if found else ""


def given_name(name: str) -> str:
    """What a child is called without the surname, where that is a name of its own (雨桐); else ""."""
    return name[1:] if len(name) == 3 and "\u00b7" not in name else ""


def secrets(child: Child, alias: str, others: Iterable[str]) -> list[tuple[str, str]]:
    """What may tell who the child is, each with what stands for it, the longest first: its names, those of its family,
    numbers, places, and `others` (classes, the school)."""
    found = [(child.name, alias), (given_name(child.name), alias)]
    for kin in child.kin:
        word = spoken_relation(kin.relation)
        found += [(kin.name, word), (word + kin.name, word), *((phone.number, GONE) for phone in kin.phones)]
        found += [(one.place, GONE) for one in kin.whereabouts if one.place.strip() not in NOWHERE]
    places = (child.address, child.home_address)
    found += [(one, GONE) for one in (*places, *map(village, places))]
    found += [(one, GONE) for one in (child.id_number, child.register_number, *others)]
    clean = {word.strip(): stands for word, stands in reversed(found) if len(word.strip()) > 1 and word != stands}
    return sorted(clean.items(), key=lambda pair: -len(pair[0]))


def hidden(text: str, secret: Sequence[tuple[str, str]]) -> str:
    """The text with what stands for each secret."""
    for word, stands in secret:
        text = text.replace(word, stands)
    return text
