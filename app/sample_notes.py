"""A note of the sample school before it has a number: the notes of a term are put in order of time, then numbered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from app.care import REACHED, CareRecord, Participant
from app.carer import carer_of
from app.children import Child
from app.kinship import spoken_relation
from app.sample_people import Numbers
from app.whereabouts import current, parents


@dataclass(slots=True)
class Note:
    """What becomes a `CareRecord`."""

    kind: str
    day: date
    child_ids: tuple[int, ...]
    staff_id: int | None = None
    summary: str = ""
    from_time: str = ""
    minutes: int | None = None
    place: str = ""
    medium: str = ""
    relation: str = ""
    outcome: str = REACHED
    mood: str = ""
    follow_up: date | None = None
    followed_up: date | None = None
    follow_up_note: str = ""
    class_id: int | None = None
    pairing_id: int | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Whom one speaks to about a child: parents by relation with the town they work in, and who looks after it."""

    parents: tuple[tuple[str, str], ...]
    carer: str

    def parent(self, random: Random) -> tuple[str, str]:
        """One of the parents, mostly the first."""
        if not self.parents:
            return self.carer, ""
        return self.parents[0] if random.random() < 0.55 else self.parents[-1]

    def said(self, text: str, relation: str = "", place: str = "") -> str:
        """The text with the family's own words in it."""
        if "{" not in text:
            return text
        carer = spoken_relation(self.carer) or "家里老人"
        return text.format(who=spoken_relation(relation) or carer, place=place or "外地", carer=carer)


def family(child: Child, day: date) -> Family:
    """The child's family as it is on that day."""
    living = [kin for kin in parents(child) if kin.state == "living" and kin.custody != "none"]
    away = [kin for kin in living if (where := current(kin, day)) is None or where.kind == "away"]
    towns = ((kin.relation, _town(place.place) if (place := current(kin, day)) else "") for kin in away or living)
    kin = carer_of(child, day).kin
    return Family(tuple(towns), kin.relation if kin else "")


def _town(place: str) -> str:
    """东莞 of 广东省东莞市长安镇五金厂."""
    return place[place.find("省") + 1 :][:2] if "省" in place else place[:2]


def numbered(numbers: Numbers, notes: Iterable[Note]) -> tuple[CareRecord, ...]:
    """The records in the order in which they were made."""
    ordered = sorted(notes, key=lambda note: (note.day, note.from_time, note.child_ids))
    return tuple(
        CareRecord(
            numbers.id(), note.kind, note.day, note.from_time, note.minutes, note.staff_id, note.class_id, note.place,
            note.medium, note.relation, note.outcome, note.summary, note.follow_up, note.followed_up,
            note.confidential, note.mood, note.follow_up_note, "", note.pairing_id,
            tuple(Participant(numbers.id(), child_id) for child_id in note.child_ids),
        )
        for note in ordered
    )  # fmt: skip
