"""Papers that were signed for a child: written down, corrected, with their scans, taken out when entered by mistake."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.agreements import CARE, KINDS, Agreement
from app.changes import Change, Delete, Insert, Update, Value
from app.children import Child
from app.values import BadValue, choice, iso

ONE = timedelta(days=1)
SIGNED = "已签"
"""`Child.entrusted` of one whose care agreement is there."""


@dataclass(frozen=True, slots=True)
class AgreementTold:
    """What a person writes of a paper."""

    kind: str
    from_day: date | None = None
    last_day: date | None = None
    """The last day on which it holds, as papers say it; None = without end."""
    signed_by: str = ""
    note: str = ""
    file: str = ""
    """What `Store.keep_file` answered for its scan."""


def add_agreement(child: Child, told: AgreementTold) -> list[Change]:
    """A paper of the child; the insert has the token "agreement". With a care agreement the register's 委托照护书 is
    signed as well. Raises BadValue."""
    changes: list[Change] = [Insert("agreement", {"child_id": child.id, **_row(told)}, "agreement")]
    if told.kind == CARE and child.entrusted != SIGNED:
        changes.append(Update("child", child.id, {"entrusted": SIGNED}))
    return changes


def change_agreement(agreement: Agreement, told: AgreementTold) -> list[Change]:
    """Correct it. Raises BadValue."""
    before: dict[str, Value] = {
        "kind": agreement.kind, "from_day": iso(agreement.from_day), "until_day": iso(agreement.until_day),
        "signed_by": agreement.signed_by, "note": agreement.note, "file": agreement.file,
    }  # fmt: skip
    differ = {key: value for key, value in _row(told).items() if before[key] != value}
    return [Update("agreement", agreement.id, differ)] if differ else []


def attach_scan(agreement: Agreement, file: str) -> list[Change]:
    """Its scan, or "" to take it away; the file stays in the store, so that undo finds it."""
    return [] if file == agreement.file else [Update("agreement", agreement.id, {"file": file})]


def delete_agreement(agreement: Agreement) -> list[Change]:
    """A paper entered by mistake."""
    return [Delete("agreement", agreement.id)]


def last_day(agreement: Agreement) -> date | None:
    """The last day on which it holds."""
    return None if agreement.until_day is None else agreement.until_day - ONE


def _row(told: AgreementTold) -> dict[str, Value]:
    choice("kind", told.kind, KINDS)
    if told.from_day is not None and told.last_day is not None and told.last_day < told.from_day:
        raise BadValue("last_day", "too_early")
    until = None if told.last_day is None else told.last_day + ONE
    return {
        "kind": told.kind, "from_day": iso(told.from_day), "until_day": iso(until), "signed_by": told.signed_by.strip(),
        "note": told.note.strip(), "file": told.file,
    }  # fmt: skip
