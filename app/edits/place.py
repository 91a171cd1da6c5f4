"""Say where a parent is and who looks after the child, confirm what an import proposed, overrule the status."""

from collections.abc import Iterable
from datetime import date

from app.changes import Change, Delete, Insert, Update, Value
from app.children import Child, Kin, Whereabouts
from app.values import BadValue, choice, close, iso, still_open
from app.whereabouts import confirmed, is_refused, proposed


def set_whereabouts(
    kin: Kin, kind: str, place: str, from_day: date | None, day: date, by: str, source: str = ""
) -> list[Change]:
    """State on `day` that a parent is away or at home since `from_day` (None: not known). What held before ends there;
    open proposals are settled by it. The same kind without a new date only corrects the place. Raises BadValue."""
    choice("kind", kind, ("away", "home"))
    place = place.strip()
    fact = confirmed(kin, day)
    changes: list[Change] = [Delete("whereabouts", one.id) for one in _open_proposals(kin)]
    row: dict[str, Value] = {"place": place, "confirmed_on": iso(day), "confirmed_by": by}
    if fact is not None and fact.kind == kind and from_day in (None, fact.from_day):
        return changes + ([] if fact.place == place else [Update("whereabouts", fact.id, row)])
    since = _since(from_day, fact, day)
    row |= {"kin_id": kin.id, "kind": kind, "from_day": iso(since), "source": source}
    return [*changes, *_close_facts(kin, since), Insert("whereabouts", row)]


def confirm_whereabouts(kin: Kin, day: date, by: str) -> list[Change]:
    """Make an import's proposal a fact; a fact that said otherwise ends where it begins. Other proposals go.

    It counts for its whole period: confirmed without a day it began and with no fact against it, for every day before
    as well, so that the counts of past days change with it."""
    where = proposed(kin, day)
    if where is None:
        return []
    fact = confirmed(kin, day)
    since = _since(where.from_day, fact if fact is not None and fact.kind != where.kind else None, day)
    others = [Delete("whereabouts", one.id) for one in _open_proposals(kin) if one != where]
    row: dict[str, Value] = {"confirmed_on": iso(day), "confirmed_by": by}
    if since != where.from_day:
        row["from_day"] = iso(since)
    return [*others, *_close_facts(kin, since), Update("whereabouts", where.id, row)]


def refuse_whereabouts(kin: Kin, day: date) -> list[Change]:
    """Say no to an import's proposals for this person: they stay with a period of no day, so that the same file does
    not bring them up again."""
    return [Update("whereabouts", one.id, {"from_day": iso(one.from_day or day), "until_day": iso(one.from_day or day)})
            for one in _open_proposals(kin)]


def confirm_child(child: Child, day: date, by: str) -> list[Change]:
    """Confirm all that is proposed for one child, and note the day (最近核对)."""
    changes = [change for kin in child.kin for change in confirm_whereabouts(kin, day, by)]
    return changes + mark_confirmed(child, day, by) if changes else []


def confirm_class(children: Iterable[Child], day: date, by: str) -> list[Change]:
    """Confirm all that is proposed for these children at once."""
    return [change for child in children for change in confirm_child(child, day, by)]


def mark_confirmed(child: Child, day: date, by: str) -> list[Change]:
    """Note that the family's facts were gone through that day and are right (最近核对)."""
    if (child.confirmed_on, child.confirmed_by) == (day, by):
        return []
    return [Update("child", child.id, {"confirmed_on": iso(day), "confirmed_by": by})]


def set_carer(child: Child, kin: Kin, from_day: date | None, source: str = "") -> list[Change]:
    """Say who looks after the child from a day on; the former carer's period ends there. None: since ever, or, where
    somebody else is entered, a correction of that entry."""
    open_cares = [care for care in child.cares if still_open(care, from_day)]
    if from_day is None:
        current = next((care for care in reversed(open_cares) if care.until_day is None), None)
        if current is not None:
            return [] if current.kin_id == kin.id else [Update("care", current.id, {"kin_id": kin.id})]
    elif any(care.kin_id == kin.id and care.until_day is None and (care.from_day or date.min) <= from_day
             for care in open_cares):
        return []
    changes = [close("care", care.id, care, from_day) for care in open_cares]
    row: dict[str, Value] = {"child_id": child.id, "kin_id": kin.id, "from_day": iso(from_day), "source": source}
    return [*changes, Insert("care", row)]


def set_override(child: Child, meaning: str, status: str, reason: str, day: date) -> list[Change]:
    """The office's own word from that day on, by the register's or civil affairs' meaning; it must say why.
    Raises BadValue."""
    choices = {"register": ("none", "one_away", "both_away"), "civil": ("yes", "no")}
    choice("meaning", meaning, tuple(choices))
    choice("status", status, choices[meaning])
    if not reason.strip():
        raise BadValue("reason", "empty")
    row: dict[str, Value] = {"child_id": child.id, "meaning": meaning, "status": status, "reason": reason.strip(),
                             "from_day": iso(day)}
    return [*clear_override(child, meaning, day), Insert("override", row)]


def clear_override(child: Child, meaning: str, day: date) -> list[Change]:
    """Go back to facts and claims from that day on."""
    return [close("override", one.id, one, day) for one in child.overrides
            if one.meaning == meaning and still_open(one, day)]


def _open_proposals(kin: Kin) -> list[Whereabouts]:
    return [one for one in kin.whereabouts if one.confirmed_on is None and not is_refused(one)]


def _since(from_day: date | None, fact: Whereabouts | None, day: date) -> date | None:
    """An unknown start that contradicts a confirmed fact means: it changed by now, and what was stays right."""
    return day if from_day is None and fact is not None else from_day


def _close_facts(kin: Kin, since: date | None) -> list[Change]:
    return [close("whereabouts", one.id, one, since) for one in kin.whereabouts
            if one.confirmed_on is not None and still_open(one, since)]
