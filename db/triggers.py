"""The triggers that write the history, made from one list of tables, whoever writes and however.

Each change of a tracked table leaves rows in `history`: one per changed field with the old and the new value; for a row
that came or went one with field "" and the whole row as JSON. Who and when come from the one-row table `context`, which
is empty between actions, so that a write outside an action is refused.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

OWNER: dict[str, tuple[str, str] | None] = {
    "school": None,
    "user": None,
    "term": None,
    "staff": None,
    "class": None,
    "class_teacher": ("class", "class_id"),
    "child": None,
    "kin": ("child", "child_id"),
    "phone": ("kin", "kin_id"),
    "whereabouts": ("kin", "kin_id"),
    "care": ("child", "child_id"),
    "enrolment": ("child", "child_id"),
    "claim": ("child", "child_id"),
    "override": ("child", "child_id"),
    "card_print": ("child", "child_id"),
    "not_same": ("child", "child_id"),
    "template": None,
    "calendar_day": None,
    "care_rule": None,
    "pairing": ("child", "child_id"),
    "care_record": None,
    "participant": ("child", "child_id"),
    "staff_leave": None,
    "priority": ("child", "child_id"),
    "help_plan": ("pairing", "pairing_id"),
    "plan_goal": ("help_plan", "plan_id"),
    "postponed": ("child", "child_id"),
    "agreement": ("child", "child_id"),
    "slip": None,
    "note_opened": ("care_record", "record_id"),
    "room": None,
    "room_hours": ("room", "room_id"),
    "opening": ("room", "room_id"),
    "opening_child": ("child", "child_id"),
    "safety_check": ("room", "room_id"),
    "safety_finding": ("safety_check", "check_id"),
    "donor": None,
    "asset": None,
    "stocktake": None,
    "movement": ("asset", "asset_id"),
    "stocktake_line": ("stocktake", "stocktake_id"),
    "activity": ("care_record", "record_id"),
    "agenda_step": ("activity", "activity_id"),
    "activity_item": ("activity", "activity_id"),
    "contest_entry": ("activity", "activity_id"),
    "gift": ("child", "child_id"),
    "insurance": ("child", "child_id"),
    "wish": ("child", "child_id"),
    "award": ("child", "child_id"),
    "story": ("child", "child_id"),
    "certificate": None,
    "work_plan": None,
    "plan_stage": ("work_plan", "plan_id"),
    "assessment_table": None,
    "assessment_item": ("assessment_table", "table_id"),
    "assessment_mark": ("assessment_item", "item_id"),
    "inspection_answer": None,
    "inspection_round": None,
    "problem": None,
    "term_close": None,
    "attachment": ("child", "child_id"),
    "assessment_evidence": ("assessment_item", "item_id"),
    "own_form": None,
}
"""Every table with a history, and the table and column of the row that it hangs on; each after those it refers to."""

BY_SYSTEM = "(SELECT action_id FROM context WHERE id = 1), (SELECT at FROM context WHERE id = 1), " \
    "(SELECT user FROM context WHERE id = 1)"
INTO = 'INSERT INTO history (action_id, at, user, "table", row_id, field, old, new, child_id) SELECT ' + BY_SYSTEM


def columns(conn: "Connection", table: str) -> list[str]:
    """The table's columns in order, `id` first."""
    return [name for (name,) in conn.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def child_of(table: str, row: str) -> str:
    """SQL for the child that a row (OLD, NEW or an alias) of the table belongs to; NULL if to none."""
    if table == "child":
        return f"{row}.id"
    owner = OWNER[table]
    if owner is None:
        return "NULL"
    above, column = owner
    if above == "child":
        return f"{row}.child_id"
    found = child_of(above, above)
    return found if found == "NULL" else f'(SELECT {found} FROM "{above}" WHERE id = {row}.{column})'


def _whole(row: str, names: list[str]) -> str:
    pairs = ", ".join(f"'{name}', {row}.\"{name}\"" for name in names)
    return f"json_object({pairs})"


def _of_table(table: str, names: list[str]) -> dict[str, str]:
    fields = " UNION ALL ".join(
        f"SELECT '{name}' AS field, OLD.\"{name}\" AS old, NEW.\"{name}\" AS new" for name in names if name != "id"
    )
    bodies = {
        "insert": f"{INTO}, '{table}', NEW.id, '', NULL, {_whole('NEW', names)}, {child_of(table, 'NEW')}",
        "update": f"{INTO}, '{table}', NEW.id, f.field, f.old, f.new, {child_of(table, 'NEW')} "
        f"FROM ({fields}) AS f WHERE f.old IS NOT f.new",
        "delete": f"{INTO}, '{table}', OLD.id, '', {_whole('OLD', names)}, NULL, {child_of(table, 'OLD')}",
    }
    return {
        f"history_{table}_{event}": f'CREATE TRIGGER "history_{table}_{event}" AFTER {event.upper()} ON "{table}" '
        f"BEGIN {body}; END"
        for event, body in bodies.items()
    }


GUARDS = {
    "history_stays": "CREATE TRIGGER history_stays BEFORE DELETE ON history "
    "BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END",
    "history_is_true": "CREATE TRIGGER history_is_true BEFORE UPDATE OF seq, action_id, at, user, \"table\", row_id, "
    "field, old, new, child_id ON history BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END",
}
"""`chain` stays writable: the hash over each row is put in before the commit."""


def expected(conn: "Connection") -> dict[str, str]:
    """Name and text of every trigger that the file must have, for its tables as they are."""
    made = dict(GUARDS)
    for table in OWNER:
        made |= _of_table(table, columns(conn, table))
    return made


def stored(conn: "Connection") -> dict[str, str]:
    """Name and text of every trigger that the file has."""
    return dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
