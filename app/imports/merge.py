"""What a row would change of one child: each difference as a person sees it, together with what it writes."""

import json
from dataclasses import dataclass, field
from datetime import date

from app import days, names, phones
from app.changes import Change, Insert, New, Update, Value
from app.children import Child, Enrolment
from app.classnames import ClassKey, class_name, how_moved
from app.imports import cells
from app.imports.match import Index
from app.imports.plan import Diff
from app.imports.records import Record
from app.periods import holds, latest

_PLACES = ("address", "home_address", "native_place", "health")
"""Fields in which a text that only leaves parts out is no news."""
_DOUBTFUL = ("name", "id_number", "sex", "birth")


@dataclass(slots=True)
class Merge:
    """Collects differences and changes of one row."""

    record: Record
    index: Index
    as_of: date
    source: str
    system: str
    owner: int | New
    """The child's row id, or what stands for it."""
    diffs: list[Diff] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    proposals: int = 0

    def note(self, name: str, old: str, new: str, relation: str = "", doubt: bool = False) -> None:
        """Add a difference to be shown."""
        self.diffs.append(Diff(name, old, new, relation, doubt))

    def insert(self, table: str, values: dict[str, Value], token: str = "") -> None:
        """Add a row with its values that say something."""
        self.changes.append(
            Insert(table, {key: value for key, value in values.items() if value not in ("", None)}, token)
        )

    def update(self, table: str, row_id: int, values: dict[str, Value]) -> None:
        """Set columns of a stored row."""
        if values:
            self.changes.append(Update(table, row_id, values))

    @property
    def token(self) -> str:
        """Prefix that keeps the tokens of this row apart from other rows'."""
        return f"{self.record.sheet}:{self.record.row}"


def class_ref(index: Index, key: ClassKey) -> int | New:
    """The id of a class, or what stands for one that the import makes."""
    return index.class_ids.get(key) or New(class_token(key))


def class_token(key: ClassKey) -> str:
    """Token of a class that the import makes."""
    return f"class:{key.stage}:{key.entry_year}:{key.number}"


def merge_new(merge: Merge) -> None:
    """A child that the school does not have yet."""
    record = merge.record
    merge.insert(
        "child",
        {
            "name": record.name,
            "pinyin": names.pinyin_of(record.name),
            **record.values,
            "other": json.dumps(dict(record.other), ensure_ascii=False) if record.other else "",
        },
        token=f"{merge.token}:child",
    )
    assert record.class_key is not None
    _enrol(merge, record.class_key, merge.as_of, None)
    if record.claim:
        _claim(merge)


def merge_child(merge: Merge, child: Child) -> None:
    """A child that is known: its fields, class and claim."""
    set_to: dict[str, Value] = {}
    _name(merge, child, set_to)
    for name, new in merge.record.values.items():
        old = str(getattr(child, name))
        if not _is_news(merge.record, child, name, old, new):
            continue
        set_to[name] = new
        merge.note(name, old, new, doubt=bool(old) and name in _DOUBTFUL)
    _others(merge, child, set_to)
    merge.update("child", child.id, set_to)
    _class(merge, child)
    _claim_news(merge, child)


def _name(merge: Merge, child: Child, set_to: dict[str, Value]) -> None:
    new = merge.record.name
    if new and names.name_key(new) != names.name_key(child.name):
        set_to["name"] = new
        if not child.pinyin_by_hand:
            set_to["pinyin"] = names.pinyin_of(new)
        merge.note("name", child.name, new, doubt=True)


def _is_news(record: Record, child: Child, name: str, old: str, new: str) -> bool:
    if new == old or (old and name in record.soft) or cells.plain(old) == new:
        return False
    if name == "birth" and old:
        return not days.agrees(old, new) or days.is_vaguer(old, new)
    if name == "id_number":
        return new != old.upper()
    if name in _PLACES and old:
        return not cells.says_less(new, old) and not (record.own and new == child.home_address)
    if name == "phone":
        stored = {phone.number for phone in phones.parse_phones(old)}
        numbers = {phone.number for phone in phones.parse_phones(new)}
        return not numbers or not numbers <= stored
    if name == "address":
        return not (record.own and new == child.home_address)
    return True


def _others(merge: Merge, child: Child, set_to: dict[str, Value]) -> None:
    stored = json.loads(child.other) if child.other else {}
    news = {header: text for header, text in merge.record.other.items() if stored.get(header) != text}
    for header, text in news.items():
        merge.note("other", str(stored.get(header, "")), text, header)
    if news:
        set_to["other"] = json.dumps(stored | news, ensure_ascii=False)


def _class(merge: Merge, child: Child) -> None:
    key = merge.record.class_key
    known = merge.index.class_keys(child)
    if key is None or key in known:
        return
    merge.note("class", _spell(merge, known[0]) if known else "", _spell(merge, key), doubt=True)
    current = [row for row in child.enrolments if row.until_day is None or row.until_day > merge.as_of]
    now = next((row for row in current if holds(row, merge.as_of)), None)
    if now is not None and now.from_day < merge.as_of:
        how = how_moved(merge.index.classes[now.class_id], key)
        merge.update("enrolment", now.id, {"until_day": merge.as_of.isoformat(), "left_how": how})
        _enrol(merge, key, merge.as_of, now)
    elif now is not None or current:
        merge.update("enrolment", (now or current[-1]).id, {"class_id": class_ref(merge.index, key)})
    else:
        _enrol(merge, key, max([merge.as_of, *(row.until_day for row in child.enrolments if row.until_day)]), None)


def _enrol(merge: Merge, key: ClassKey, day: date, before: Enrolment | None) -> None:
    until = before.until_day.isoformat() if before and before.until_day else None
    merge.insert(
        "enrolment",
        {
            "child_id": merge.owner,
            "class_id": class_ref(merge.index, key),
            "from_day": day.isoformat(),
            "until_day": until,
            "left_how": before.left_how if before else "",
            "left_where": before.left_where if before else "",
        },
    )


def _spell(merge: Merge, key: ClassKey) -> str:
    return class_name(key.stage, key.entry_year, key.number, merge.as_of, merge.system)


def _claim_news(merge: Merge, child: Child) -> None:
    new = merge.record.claim
    if not new:
        return
    upto = [claim for claim in child.claims if claim.from_day <= merge.as_of]
    last_then, last = (max(rows, key=lambda row: row.from_day, default=None) for rows in (upto, child.claims))
    if new in (row.status for row in (last_then, last) if row):
        return
    merge.note("claim", last_then.status if last_then else "", new)
    if last_then and last_then.from_day == merge.as_of:
        merge.update("claim", last_then.id, {"status": new, "source": merge.source})
    else:
        _claim(merge)


def _claim(merge: Merge) -> None:
    record = merge.record
    day = merge.as_of.isoformat()
    merge.insert("claim", {"child_id": merge.owner, "status": record.claim, "from_day": day, "source": merge.source})


def merge_carer(merge: Merge, child: Child | None, kin_id: int | New, name: str, relation: str) -> None:
    """Who looks after the child, as the file names the person."""
    cares = child.cares if child else ()
    now = latest(cares, merge.as_of)
    if now is None:
        now = max((care for care in cares if care.until_day is None), key=lambda care: care.id, default=None)
    old = next((kin.name for kin in child.kin if now and kin.id == now.kin_id), "") if child else ""
    merge.note("carer", old, name, relation, doubt=now is not None)
    day = merge.as_of.isoformat()
    if now is not None and now.from_day is not None and now.from_day >= merge.as_of:
        merge.update("care", now.id, {"kin_id": kin_id, "source": merge.source})
        return
    if now is not None:
        merge.update("care", now.id, {"until_day": day})
    since = day if now is not None else None
    merge.insert("care", {"child_id": merge.owner, "kin_id": kin_id, "from_day": since, "source": merge.source})
