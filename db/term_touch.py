"""Which rows of the history touch a term: of its days, of a period that overlaps it, of the term, or part of one.

What is only done later is no correction: a problem that is put right in spring stays open in the autumn's figures. So
a day that is written when something is done stands apart (`LATER`) with the words that go with it.
"""

DAYS: dict[str, str] = {
    "care_record": "day", "opening": "day", "safety_check": "day", "movement": "day", "stocktake": "day",
    "gift": "day", "award": "day", "story": "day", "wish": "said_on", "inspection_round": "day",
    "problem": "found_on", "calendar_day": "day",
}  # fmt: skip
"""Tables whose rows lie on a day, and the column that says which."""
LATER: dict[str, dict[str, tuple[str, ...]]] = {
    "care_record": {"follow_up": ("follow_up_note",), "followed_up": ()}, "gift": {"thanked_on": ()},
    "wish": {"met_on": ("how", "donor_id", "activity_id")}, "story": {"approved_on": ("approved_by", "state")},
    "problem": {"closed_on": ("closed_by", "result"), "due_on": ("measure",)},
    "safety_finding": {"mended_on": ("mended_by", "measure")}, "plan_goal": {"met_on": ("result",)},
    "stocktake": {"closed_on": ("confirmed_by",)}, "movement": {"due_day": ()},
}  # fmt: skip
"""Columns with the day on which something was done or is to be done later, and those that go with each."""
PERIODS: dict[str, tuple[str, str]] = {
    "enrolment": ("from_day", "until_day"), "pairing": ("from_day", "until_day"), "care": ("from_day", "until_day"),
    "whereabouts": ("from_day", "until_day"), "priority": ("from_day", "until_day"), "claim": ("from_day", ""),
    "help_plan": ("from_day", "until_day"), "override": ("from_day", "until_day"),
    "staff_leave": ("from_day", "until_day"), "agreement": ("from_day", "until_day"),
    "insurance": ("from_day", "until_day"), "class_teacher": ("from_day", "until_day"),
    "care_rule": ("from_day", "until_day"), "room_hours": ("from_day", "until_day"),
}  # fmt: skip
"""Tables whose rows hold in [from, until); "" = for good."""
ENDS = {"pairing": ("why_ended",)}
"""Columns that say why a period ended."""
TERMS: dict[str, str] = {
    "assessment_mark": "", "assessment_evidence": "", "inspection_answer": "", "work_plan": "span = 'term'",
}  # fmt: skip
"""Tables whose rows belong to a term, whenever they are written; a plan of the year goes on after its first term."""
PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "participant": (("record_id", "care_record"),), "activity": (("record_id", "care_record"),),
    "agenda_step": (("activity_id", "activity"),), "activity_item": (("activity_id", "activity"),),
    "contest_entry": (("activity_id", "activity"),), "opening_child": (("opening_id", "opening"),),
    "safety_finding": (("check_id", "safety_check"),), "stocktake_line": (("stocktake_id", "stocktake"),),
    "plan_goal": (("plan_id", "help_plan"),), "plan_stage": (("plan_id", "work_plan"),),
    "attachment": (
        ("record_id", "care_record"), ("movement_id", "movement"), ("finding_id", "safety_finding"),
        ("story_id", "story"), ("problem_id", "problem"),
    ),
}  # fmt: skip
"""Tables whose rows are part of a row of one of those."""
IN_TERM = "BETWEEN :first AND :last"


def _was(column: str) -> str:
    """The column of a row that came or went."""
    return f"json_extract(coalesce(h.new, h.old), '$.{column}')"


def _overlaps(begin: str, end: str) -> str:
    return f"(coalesce({begin}, '') <= :last AND coalesce({end}, '9999') > :first)"


def _row_in(table: str, row: str, depth: int = 0) -> str:
    """Whether the row of that id, as it is now, lies in the term."""
    name = f"t{depth}"
    if table in DAYS:
        found = f"{name}.{DAYS[table]} {IN_TERM}"
    elif table in PERIODS:
        begin, end = PERIODS[table]
        found = _overlaps(f"{name}.{begin}", f"{name}.{end}" if end else "NULL")
    elif table in TERMS:
        found = " AND ".join(filter(None, (f"{name}.term_id = :term", TERMS[table])))
    else:
        found = " OR ".join(_row_in(above, f"{name}.{column}", depth + 1) for column, above in PARTS[table])
    return f'EXISTS (SELECT 1 FROM "{table}" AS {name} WHERE {name}.id = {row} AND ({found}))'


def _came(table: str) -> str:
    """Whether a row that came or went lies in the term."""
    if table in DAYS:
        return f"{_was(DAYS[table])} {IN_TERM}"
    if table in PERIODS:
        begin, end = PERIODS[table]
        return _overlaps(_was(begin), _was(end) if end else "NULL")
    if table in TERMS:
        more = f" AND {_was('span')} = 'term'" if TERMS[table] else ""
        return f"({_was('term_id')} = :term{more})"
    parts = [_row_in(above, _was(column)) for column, above in PARTS[table]]
    # What hangs on a child, a room or an item is of the term in which it was added.
    added = [f"substr({_was('added_at')}, 1, 10) {IN_TERM}"] if table == "attachment" else []
    return "(" + " OR ".join([*parts, *added]) + ")"


def _field(table: str) -> str:
    """Whether a changed field of a row is of the term."""
    cases: list[str] = []
    if table in DAYS:
        cases.append(f"WHEN h.field = '{DAYS[table]}' THEN (h.old {IN_TERM} OR h.new {IN_TERM})")
    for day, words in LATER.get(table, {}).items():
        cases.append(f"WHEN h.field = '{day}' THEN (h.old {IN_TERM} OR h.new {IN_TERM})")
        for word in words:
            cases.append(f'WHEN h.field = \'{word}\' THEN (SELECT {day} FROM "{table}" WHERE id = h.row_id) {IN_TERM}')
    if table in PERIODS:
        begin, end = PERIODS[table]
        for column, open_ in ((begin, "''"), (end, "'9999'")):
            if column:
                old, new = f"coalesce(h.old, {open_})", f"coalesce(h.new, {open_})"
                moved = f"(min({old}, {new}) <= :last AND max({old}, {new}) > :first)"
                cases.append(f"WHEN h.field = '{column}' THEN {moved}")
        for word in ENDS.get(table, ()):
            cases.append(f'WHEN h.field = \'{word}\' THEN (SELECT {end} FROM "{table}" WHERE id = h.row_id) {IN_TERM}')
    return f"WHEN h.field = '' THEN {_came(table)} {' '.join(cases)} ELSE {_row_in(table, 'h.row_id')}"


TRACKED = (*DAYS, *PERIODS, *TERMS, *PARTS)
TOUCHES = (
    'CASE h."table" '
    + " ".join(f"WHEN '{table}' THEN (CASE {_field(table)} END)" for table in TRACKED)
    + " WHEN 'term' THEN (h.row_id = :term AND h.field <> '') ELSE 0 END"
)
"""SQL: whether a row `h` of the history touches the term `:term` of the days `:first` to `:last`."""
