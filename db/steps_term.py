"""The term's end: work plans, assessment, self-check and problems, closed terms; and the attachments of all of it."""

from typing import TYPE_CHECKING

from db.columns import PERIOD, PLACE, SOME_DAYS, TEXT, create, day, index, maybe, of, one_of, part_of

if TYPE_CHECKING:
    from sqlite_utils import Database

HALVES = "INTEGER NOT NULL DEFAULT 0 CHECK (points >= 0)"
"""Points are stored as whole numbers of half a point."""

TERM_TABLES: dict[str, tuple[str, ...]] = {
    # A plan of a term, or of the school year that begins with the term; its stages are dated (REQ 6.3, 7.3, 10.15).
    "work_plan": (of("term_id", "term"), one_of("span", "term", "year"), f"title {TEXT}", f"text {TEXT}",
                  f"midterm {TEXT}", f"review {TEXT}", "UNIQUE (term_id, span)"),
    "plan_stage": (
        part_of("plan_id", "work_plan"), PLACE, "what TEXT NOT NULL CHECK (what <> '')", *SOME_DAYS,
        one_of("state", "open", "doing", "done", "dropped"), f"result {TEXT}", maybe("staff_id", "staff"), PERIOD,
    ),
    # The county's table or the shipped example; several may be kept, one is in use.
    "assessment_table": (
        "name TEXT NOT NULL CHECK (name <> '')", f"source {TEXT}", "in_use INTEGER NOT NULL DEFAULT 0 "
        "CHECK (in_use IN (0, 1))", "bands TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(bands))",
    ),
    "assessment_item": (
        part_of("table_id", "assessment_table"), PLACE, f"part {TEXT}", "what TEXT NOT NULL CHECK (what <> '')",
        f"demand {TEXT}", f"criteria {TEXT}", f"how {TEXT}", f"points {HALVES}",
        one_of("measured", "judged", "figure", "paper"), f"measure {TEXT}", f"scale {TEXT}",
    ),
    # What was given or taken by a person: the school's own score, a routine check through the year, the reviewer's.
    "assessment_mark": (
        part_of("item_id", "assessment_item"), of("term_id", "term"), one_of("kind", "self", "routine", "review"),
        day("day", needed=True), "points INTEGER NOT NULL", f"reason {TEXT}", f"giver {TEXT}",
        maybe("staff_id", "staff"),
    ),
    # The answer of a self-check point that no figure answers (REQ 8.1).
    "inspection_answer": (
        of("term_id", "term"), "point TEXT NOT NULL CHECK (point <> '')", one_of("answer", "", "yes", "no", "none"),
        f"evidence {TEXT}", day("day"), maybe("staff_id", "staff"), "UNIQUE (term_id, point)",
    ),
    "inspection_round": (
        day("day", needed=True), f"kind {TEXT}", maybe("staff_id", "staff"), f"people {TEXT}", f"note {TEXT}",
    ),
    # Problems found anywhere in the school, measures, and their closing (REQ 8.2); those of rooms are safety findings.
    "problem": (
        "round_id INTEGER REFERENCES inspection_round(id) ON DELETE SET NULL", "what TEXT NOT NULL CHECK (what <> '')",
        f"kind {TEXT}", f"place {TEXT}", day("found_on", needed=True), f"measure {TEXT}", maybe("staff_id", "staff"),
        day("due_on"), day("closed_on"), f"closed_by {TEXT}", f"result {TEXT}",
    ),
    # What was changed of a term after `seq`, the newest row of the history then, is marked as a later correction.
    "term_close": (
        "term_id INTEGER NOT NULL UNIQUE REFERENCES term(id) ON DELETE RESTRICT", "at TEXT NOT NULL", f"by {TEXT}",
        "seq INTEGER NOT NULL", "figures TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(figures))", f"note {TEXT}",
    ),
    # Hangs on exactly one thing. `original` is the file as it came, kept on request.
    "attachment": (
        "file TEXT NOT NULL CHECK (file <> '')", f"name {TEXT}", f"kind {TEXT}", "bytes INTEGER NOT NULL DEFAULT 0",
        f"thumbnail {TEXT}", f"original {TEXT}", f"added_at {TEXT}", f"caption {TEXT}", PLACE,
        one_of("moment", "", "before", "after"),
        "record_id INTEGER REFERENCES care_record(id) ON DELETE CASCADE",
        "asset_id INTEGER REFERENCES asset(id) ON DELETE CASCADE",
        "room_id INTEGER REFERENCES room(id) ON DELETE CASCADE",
        "movement_id INTEGER REFERENCES movement(id) ON DELETE CASCADE",
        "finding_id INTEGER REFERENCES safety_finding(id) ON DELETE CASCADE",
        "story_id INTEGER REFERENCES story(id) ON DELETE CASCADE",
        "problem_id INTEGER REFERENCES problem(id) ON DELETE CASCADE",
        "item_id INTEGER REFERENCES assessment_item(id) ON DELETE CASCADE",
        "child_id INTEGER REFERENCES child(id) ON DELETE RESTRICT",
        "CHECK ((record_id IS NOT NULL) + (asset_id IS NOT NULL) + (room_id IS NOT NULL) + (movement_id IS NOT NULL) "
        "+ (finding_id IS NOT NULL) + (story_id IS NOT NULL) + (problem_id IS NOT NULL) + (item_id IS NOT NULL) "
        "+ (child_id IS NOT NULL) = 1)",
    ),
    "assessment_evidence": (
        part_of("item_id", "assessment_item"), of("term_id", "term"), f"words {TEXT}",
        "record_id INTEGER REFERENCES care_record(id) ON DELETE CASCADE",
        "attachment_id INTEGER REFERENCES attachment(id) ON DELETE CASCADE",
    ),
}
INDEXES = (
    ("plan_stage", "plan_id"), ("plan_stage", "staff_id"), ("assessment_item", "table_id"),
    ("assessment_mark", "item_id"), ("assessment_mark", "term_id"), ("assessment_mark", "staff_id"),
    ("assessment_evidence", "item_id"), ("assessment_evidence", "term_id"), ("assessment_evidence", "record_id"),
    ("assessment_evidence", "attachment_id"), ("inspection_answer", "staff_id"), ("inspection_round", "staff_id"),
    ("problem", "round_id"), ("problem", "staff_id"), ("attachment", "record_id"), ("attachment", "asset_id"),
    ("attachment", "room_id"), ("attachment", "movement_id"), ("attachment", "finding_id"), ("attachment", "story_id"),
    ("attachment", "problem_id"), ("attachment", "item_id"), ("attachment", "child_id"),
)


def ends_of_terms(db: "Database") -> None:
    """Work plans, assessment, self-check, problems, closed terms, attachments."""
    create(db, TERM_TABLES)
    index(db, INDEXES)
    # What was open on a day that is past: what was followed up since then, without walking through ten years.
    db.execute("CREATE INDEX care_record_followed ON care_record(followed_up) WHERE followed_up IS NOT NULL")
