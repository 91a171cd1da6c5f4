"""Keep assessment tables and their items, give and take points, link evidence (REQ 10.27)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.assessment import (
    FIGURE,
    JUDGED,
    LINKED,
    MEASURED,
    PAPER,
    REVIEW,
    ROUTINE,
    SELF,
    Band,
    Evidence,
    Item,
    Mark,
    Table,
    bands_of,
    write_bands,
)
from app.changes import Change, Delete, Insert, New, Update, Value
from app.edits.calendar import row_of_term
from app.measures import is_measure
from app.scales import STEPS, BadScale, halves, read_scale, write_scale
from app.termdays import Term
from app.values import BadValue, choice, iso

TEXTS = ("part", "what", "demand", "criteria", "how")
COLUMNS = {kind: f"{kind}_id" for kind in LINKED}
LASTING = ("attachment", "room", "agreement", "pairing")
"""Kinds of row that show the same in the next term."""
MOST_POINTS = 2000
"""Halves of one item."""
MOST_PAPERS = 50


def add_table(table: Table, others: Iterable[Table] = (), *, use: bool = True) -> list[Change]:
    """Keep a table with its items (the shipped one, or one that came in) and, with `use`, work with it from now on.
    Raises BadValue for no name, or one that is taken."""
    every = list(others)
    name = _name(table.name, every)
    row: dict[str, Value] = {"name": name, "source": table.source, "bands": table.bands, "in_use": int(use)}
    changes: list[Change] = [Update("assessment_table", one.id, {"in_use": 0}) for one in every if use and one.in_use]
    changes.append(Insert("assessment_table", row, "table"))
    return changes + [
        Insert("assessment_item", _row(replace(one, position=place), New("table")), f"item{place}")
        for place, one in enumerate(table.items)
    ]


def copy_name(name: str, others: Iterable[Table]) -> str:
    """A name that is free: 考核表, 考核表 2 …"""
    taken = {one.name for one in others}
    found, number = name, 2
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found


def use_table(table: Table, every: Iterable[Table]) -> list[Change]:
    """Work with this one."""
    changes: list[Change] = [
        Update("assessment_table", one.id, {"in_use": 0}) for one in every if one.in_use and one.id != table.id
    ]
    return changes if table.in_use else [*changes, Update("assessment_table", table.id, {"in_use": 1})]


def rename_table(table: Table, name: str, every: Iterable[Table]) -> list[Change]:
    """Another name. Raises BadValue."""
    found = _name(name, [one for one in every if one.id != table.id])
    return [] if found == table.name else [Update("assessment_table", table.id, {"name": found})]


def delete_table(table: Table, every: Iterable[Table]) -> list[Change]:
    """Take a table away with all that was given in it; the next one comes into use."""
    rest = [one for one in every if one.id != table.id]
    following = use_table(rest[0], []) if table.in_use and rest else []
    return [Delete("assessment_table", table.id), *following]


def set_bands(table: Table, bands: Sequence[tuple[str, str]]) -> list[Change]:
    """From how many points on it is 合格 …; a band without a name is left out. Raises BadValue."""
    found = []
    for name, points in bands:
        if name.strip():
            found.append(Band(name.strip(), _points("bands", points, table.full)))
    text = write_bands(found)
    return [] if bands_of(table) == tuple(sorted(found, key=lambda one: one.least)) else [
        Update("assessment_table", table.id, {"bands": text})
    ]  # fmt: skip


def add_item(table: Table, part: str, what: str, token: str = "item") -> list[Change]:
    """A new item at the end of its part. Raises BadValue."""
    name = what.strip()
    if not name:
        raise BadValue("what", "empty")
    of_part = [place for place, one in enumerate(table.items) if one.part == part.strip()]
    place = of_part[-1] + 1 if of_part else len(table.items)
    shifted: list[Change] = [
        Update("assessment_item", one.id, {"position": number + 1})
        for number, one in enumerate(table.items) if number >= place
    ]  # fmt: skip
    fresh = Item(0, table.id, place, part.strip(), name)
    return [*shifted, Insert("assessment_item", _row(fresh, table.id), token)]


def set_item_field(item: Item, field: str, text: str) -> list[Change]:
    """One column of an item as typed. Raises BadValue."""
    wanted = _with(item, field, text)
    before, after = _row(item, item.table_id), _row(wanted, item.table_id)
    differ = {key: value for key, value in after.items() if before[key] != value}
    return [Update("assessment_item", item.id, differ)] if differ else []


def move_item(item: Item, step: int, items: Sequence[Item]) -> list[Change]:
    """So many places further among the items of its table."""
    order = [one for one in items if one.id != item.id]
    before = [one.id for one in items].index(item.id)
    order.insert(min(max(0, before + step), len(order)), item)
    return [
        Update("assessment_item", one.id, {"position": place}) for place, one in enumerate(order)
        if one.position != place
    ]  # fmt: skip


def delete_item(item: Item) -> list[Change]:
    """Take it away with its marks and evidence."""
    return [Delete("assessment_item", item.id)]


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of an item: `points` as typed ("2.5"; of a routine check "-1")."""

    kind: str
    day: date
    points: str
    reason: str = ""
    giver: str = ""
    staff_id: int | None = None


def give(item: Item, term: Term, given: Given, marks: Iterable[Mark] = ()) -> list[Change]:
    """Points of the school's own, of a routine check or of the reviewer. The first and the last are one for each item
    and term: another takes their place; no points take them back. Raises BadValue: a deduction wants its reason."""
    choice("kind", given.kind, (SELF, ROUTINE, REVIEW))
    there = [one for one in marks if (one.item_id, one.term_id, one.kind) == (item.id, term.id, given.kind)]
    if given.kind != ROUTINE and not given.points.strip():
        return [Delete("assessment_mark", one.id) for one in there]
    least = -item.points if given.kind == ROUTINE else 0
    points = _points("points", given.points, item.points, least)
    if given.kind == ROUTINE and not points:
        raise BadValue("points", "empty")
    if not given.reason.strip() and points < (0 if given.kind == ROUTINE else item.points) and given.kind != REVIEW:
        raise BadValue("reason", "empty")
    row: dict[str, Value] = {
        "item_id": item.id, "kind": given.kind, "day": iso(given.day), "points": points,
        "reason": given.reason.strip(), "giver": given.giver.strip(), "staff_id": given.staff_id,
    }  # fmt: skip
    if given.kind != ROUTINE and there:
        differ = {key: value for key, value in row.items() if value != _of_mark(there[-1])[key]}
        return [Update("assessment_mark", there[-1].id, differ)] if differ else []
    before, number = row_of_term(term)
    return [*before, Insert("assessment_mark", {**row, "term_id": number}, "mark")]


def take_back(mark: Mark) -> list[Change]:
    """A mark that was wrong."""
    return [Delete("assessment_mark", mark.id)]


def link(item: Item, term: Term, there: Iterable[Evidence] = (), *, words: str = "", records: Iterable[int] = (),
         attachments: Iterable[int | New] = (), links: Iterable[tuple[str, int]] = (), papers: Iterable[str] = (),
         ) -> list[Change]:  # fmt: skip
    """Evidence of an item in a term: words, rows of any kind (`app.assessment.LINKED`), papers of the pack; what is
    linked already is left out. Raises KeyError for a kind that cannot be linked."""
    linked = list(there)
    seen = {one.link for one in linked}
    wanted = [*(("record", one) for one in records), *links]
    rows: list[dict[str, Value]] = [{"words": words.strip()}] if words.strip() else []
    rows += [{COLUMNS[kind]: row} for kind, row in dict.fromkeys(wanted) if (kind, row) not in seen]
    rows += [{"attachment_id": one} for one in attachments if isinstance(one, New) or ("attachment", one) not in seen]
    rows += [{"paper": one} for one in dict.fromkeys(papers) if one not in {each.paper for each in linked}]
    return _linked(item, term, rows)


def _linked(item: Item, term: Term, rows: Sequence[dict[str, Value]]) -> list[Change]:
    if not rows:
        return []
    before, number = row_of_term(term)
    return before + [
        Insert("assessment_evidence", {"item_id": item.id, "term_id": number, **row}, f"evidence{place}")
        for place, row in enumerate(rows)
    ]


def carry_on(item: Item, term: Term, there: Iterable[Evidence], before: Iterable[Evidence]) -> list[Change]:
    """What shows the same as in the term before: its words and papers, not its records, as far as they are not
    linked yet."""
    linked = list(there)
    seen = {(one.words, one.paper, one.link) for one in linked}
    rows: list[dict[str, Value]] = []
    for one in before:
        found = (one.words, one.paper, one.link)
        if found in seen or (one.link is not None and one.link[0] not in LASTING):
            continue
        seen.add(found)
        row: dict[str, Value] = {COLUMNS[one.link[0]]: one.link[1]} if one.link is not None else {}
        rows.append(row | {key: text for key, text in (("words", one.words), ("paper", one.paper)) if text})
    return _linked(item, term, rows)


def unlink(evidence: Iterable[Evidence]) -> list[Change]:
    """No evidence of the item any more; the record or picture itself stays."""
    return [Delete("assessment_evidence", one.id) for one in evidence]


def _name(name: str, others: Iterable[Table]) -> str:
    found = " ".join(name.split())
    if not found:
        raise BadValue("name", "empty")
    if any(one.name == found for one in others):
        raise BadValue("name", "taken")
    return found


def _row(item: Item, table: int | New) -> dict[str, Value]:
    return {
        "table_id": table, "position": item.position, "part": item.part, "what": item.what, "demand": item.demand,
        "criteria": item.criteria, "how": item.how, "points": item.points, "measured": item.measured,
        "measure": item.measure, "scale": item.scale,
    }  # fmt: skip


def _of_mark(mark: Mark) -> dict[str, Value]:
    return {
        "item_id": mark.item_id, "kind": mark.kind, "day": iso(mark.day), "points": mark.points,
        "reason": mark.reason, "giver": mark.giver, "staff_id": mark.staff_id,
    }  # fmt: skip


def _with(item: Item, field: str, text: str) -> Item:
    text = text.strip()
    if field in TEXTS:
        if field == "what" and not text:
            raise BadValue("what", "empty")
        return replace(item, **{field: text})  # type: ignore[arg-type]
    if field == "points":
        return replace(item, points=_points(field, text, MOST_POINTS))
    if field == "measured":
        choice(field, text, MEASURED)
        measure = {JUDGED: "", PAPER: "1", FIGURE: ""}[text]
        return item if text == item.measured else replace(item, measured=text, measure=measure)
    if field == "measure":
        return replace(item, measure=_measure(item, text))
    if field == "scale":
        return replace(item, scale=_scale(item, text))
    raise BadValue(field, "unknown_field")


def _measure(item: Item, text: str) -> str:
    if item.measured == PAPER:
        if not (text.isdigit() and 0 < int(text) <= MOST_PAPERS):
            raise BadValue("measure", "not_a_number")
        return str(int(text))
    if item.measured == JUDGED or not (text == "" or is_measure(text)):
        raise BadValue("measure", "not_a_choice")
    return text


def _scale(item: Item, text: str) -> str:
    try:
        found = read_scale(text)
    except BadScale:
        raise BadValue("scale", "not_a_choice") from None
    if found.kind == STEPS and found.steps[0][1] != item.points:
        # The highest step must be worth the full points, or they could never be had.
        raise BadValue("scale", "not_full")
    return write_scale(found)


def _points(field: str, text: str, most: int, least: int = 0) -> int:
    found = halves(text.replace("－", "-").replace("+", "").replace("＋", ""))
    if found is None:
        raise BadValue(field, "not_a_number")
    if found > most:
        raise BadValue(field, "too_late")
    if found < least:
        raise BadValue(field, "too_early")
    return found
