"""Puts a file's records beside the school: new, changed, unchanged, doubtful or refused, before anything is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app import names
from app.changes import New
from app.classnames import ClassKey
from app.imports.match import Index, Match, contradicts, match
from app.imports.merge import Merge, merge_child, merge_new
from app.imports.merge_kin import merge_kin
from app.imports.plan import Plan, PlanRow
from app.imports.records import Problem, Record
from app.school import Snapshot

Fresh = dict[tuple[str, ClassKey], list[Record]]
"""Rows of new children so far, by name and class."""


def plan(snapshot: Snapshot, records: Sequence[Record], as_of: date, source: str) -> Plan:
    """What these records would do to the school. `as_of`: see `app.terms.import_day`; `source` is the file's name."""
    index = Index(snapshot, as_of)
    empty = Plan((), as_of, source, snapshot)
    rows: list[PlanRow] = []
    seen: dict[str | int, int] = {}
    fresh: Fresh = defaultdict(list)
    for record in records:
        row = _row(empty, index, record, seen, fresh)
        rows.append(row)
    return replace(empty, rows=tuple(rows), absent=_absent(index, rows))


def resolve(plan: Plan, position: int, answer: int | str) -> Plan:
    """The plan with the doubtful row at `position` (index into `rows`) decided: a child's id, or "new".

    Raises ValueError for a row that is not doubtful, a child that does not exist, "new" without a class, or a child
    that another row of the file already speaks of.
    """
    row = plan.rows[position]
    if row.kind != "doubtful" and row.decided is None:
        raise ValueError("only doubtful rows are decided")
    if answer == "new":
        if row.record.class_key is None:
            raise ValueError("a new child needs a class")
        decided = _settled(plan, Index(plan.snapshot, plan.as_of), row.record, None)
    else:
        taken = {other.child_id for index, other in enumerate(plan.rows) if index != position}
        if answer not in plan.snapshot.children or answer in taken:
            raise ValueError("no such child, or another row's")
        decided = _settled(plan, Index(plan.snapshot, plan.as_of), row.record, int(answer))
    decided = replace(decided, decided=answer, candidates=row.candidates)
    rows = (*plan.rows[:position], decided, *plan.rows[position + 1 :])
    return replace(plan, rows=rows, absent=_absent(Index(plan.snapshot, plan.as_of), rows))


def _row(plan: Plan, index: Index, record: Record, seen: dict[str | int, int], fresh: Fresh) -> PlanRow:
    if record.refusal:
        return PlanRow("refused", record, reason=record.refusal)
    found = match(index, record)
    if found.doubt is None:
        again = _seen_before(found, record, seen)
        if again:
            return PlanRow("refused", record, reason=Problem("duplicate", "", (str(again),)))
    if found.doubt is None and found.child_id is None:
        if record.class_key is None:
            return PlanRow("refused", record, reason=Problem("no_class"))
        namesakes = fresh[names.name_key(record.name), record.class_key]
        twin = _twin(record, namesakes)
        namesakes.append(record)
        if twin:
            same = twin.values == record.values and twin.kin == record.kin
            doubt = Problem("duplicate" if same else "same_name_in_file", "", (str(twin.row),))
            return PlanRow("refused" if same else "doubtful", record, reason=doubt)
    if found.doubt:
        return PlanRow("doubtful", record, reason=found.doubt, candidates=found.candidates)
    return _settled(plan, index, record, found.child_id)


def _seen_before(found: Match, record: Record, seen: dict[str | int, int]) -> int | None:
    """Row of the file that already speaks of this child."""
    number = record.values.get("id_number", "") or record.values.get("register_number", "")
    for key in (found.child_id, number):
        if key and key in seen:
            return seen[key]
        if key:
            seen[key] = record.row
    return None


def _twin(record: Record, namesakes: Sequence[Record]) -> Record | None:
    """An earlier new row of the same class and name that nothing tells from this one."""
    for other in namesakes:
        pairs = [(other.values.get(name, ""), record.values.get(name, "")) for name in ("id_number", "sex", "birth")]
        if not any(one and two and not (one.startswith(two) or two.startswith(one)) for one, two in pairs):
            return other
    return None


def _settled(plan: Plan, index: Index, record: Record, child_id: int | None) -> PlanRow:
    """The row as new or beside its child, with what it would write."""
    child = plan.snapshot.children[child_id] if child_id is not None else None
    owner: int | New = New(f"{record.sheet}:{record.row}:child") if child is None else child.id
    merge = Merge(record, index, plan.as_of, plan.source, plan.snapshot.school.system, owner)
    if child is None:
        merge_new(merge)
    else:
        merge_child(merge, child)
    merge_kin(merge, child)
    kind = "new" if child is None else "changed" if merge.changes else "unchanged"
    return PlanRow(
        kind,
        record,
        child_id,
        tuple(merge.diffs),
        chosen=kind != "unchanged",
        proposals=merge.proposals,
        changes=tuple(merge.changes),
    )


def _absent(index: Index, rows: Sequence[PlanRow]) -> tuple[int, ...]:
    """Pupils of the classes that occur in the file who do not; a refused or doubtful row counts for whom it fits."""
    covered = {row.record.class_key for row in rows if row.record.class_key}
    present = {row.child_id for row in rows if row.child_id is not None}
    present |= {child_id for row in rows if row.kind == "doubtful" for child_id in row.candidates}
    for row in rows:
        if row.kind != "refused":
            continue
        for child_id in index.by_name.get(names.name_key(row.record.name), ()):
            child = index.children[child_id]
            if row.record.class_key in index.class_keys(child) and not contradicts(row.record, child):
                present.add(child_id)
    return tuple(
        child.id for child in index.children.values() if child.id not in present and index.stays_in(child) in covered
    )
