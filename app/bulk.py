"""One fact for many children at once: what each of them would become, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.catalogue import FACTS, Fact
from app.changes import Change, Update
from app.children import Child
from app.days import on_paper
from app.edits import BadValue, change_class, mark_confirmed, set_child_field
from app.enrolment import enrolment_on
from app.fingerprint import CardScene

OWN = frozenset(
    {"name", "birth", "id_number", "register_number", "register_aux", "seat_number", "former_name", "photo"}
)
"""Facts in which no two children are alike by right: never given to many."""
SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One child of a bulk edit."""

    child_id: int
    before: str
    after: str
    reason: str = ""
    """Of `BadValue`, where the child cannot become so."""
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """"changed", "refused" or "same"."""
        return "refused" if self.reason else "changed" if self.changes else "same"


def bulk_facts() -> tuple[Fact, ...]:
    """The facts of the catalogue that many children may share, in its order."""
    return tuple(fact for fact in FACTS if fact.edits and fact.key not in OWN)


def set_fact(children: Iterable[Child], fact: Fact, text: str, scene: CardScene) -> list[BulkRow]:
    """Give all of them the same value; "" = not known."""
    rows = []
    for child in children:
        before = fact.text(child, scene)
        try:
            changes = set_child_field(child, fact.key, text)
        except BadValue as error:
            rows.append(BulkRow(child.id, before, text, error.reason))
            continue
        after = before
        for change in changes:
            if isinstance(change, Update) and fact.key in change.values:
                after = fact.text(replace(child, **{fact.key: str(change.values[fact.key])}), scene)  # type: ignore[arg-type]
        rows.append(BulkRow(child.id, before, after, changes=tuple(changes)))
    return rows


def set_class(children: Iterable[Child], class_id: int, day: date, scene: CardScene) -> list[BulkRow]:
    """Move all of them to a class from that day on; who is not here then is refused."""
    after = scene.heads[class_id][0]
    rows = []
    for child in children:
        now = enrolment_on(child, scene.classes, day, scene.school.system)
        before = scene.heads[now.class_id][0] if now else ""
        try:
            if now is None:
                raise BadValue("day", "not_here")
            rows.append(BulkRow(child.id, before, after, changes=tuple(change_class(child, class_id, day))))
        except BadValue as error:
            rows.append(BulkRow(child.id, before, after, error.reason))
    return rows


def set_confirmed(children: Iterable[Child], day: date, by: str) -> list[BulkRow]:
    """Note of all of them that their facts were gone through that day (最近核对)."""
    after = on_paper(day)
    return [
        BulkRow(
            child.id, on_paper(child.confirmed_on) if child.confirmed_on else "", after,
            changes=tuple(mark_confirmed(child, day, by)) if child.confirmed_on != day else (),
        )
        for child in children
    ]  # fmt: skip


def in_use(children: Iterable[Child], key: str) -> list[str]:
    """What the school writes for a fact already, the most frequent first."""
    found = Counter(str(getattr(child, key)) for child in children)
    return [text for text, _count in found.most_common(SUGGESTED + 1) if text][:SUGGESTED]


def changes_of(rows: Sequence[BulkRow], left_out: frozenset[int] = frozenset()) -> list[Change]:
    """Everything the rows write, but for the children left out."""
    return [change for row in rows if row.child_id not in left_out for change in row.changes]
