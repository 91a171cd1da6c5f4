"""What was added after all the tables stood, step by step."""

from typing import TYPE_CHECKING

from db.columns import TEXT, index

if TYPE_CHECKING:
    from sqlite_utils import Database

GIFT_COLUMNS = ("unit TEXT NOT NULL DEFAULT '份' CHECK (unit <> '')",)
"""What one piece is called; what was entered before there was a unit was counted in 份."""


def units_of_gifts(db: "Database") -> None:
    """A gift says in what it is counted: 把, 本, 套."""
    for column in GIFT_COLUMNS:
        db.execute(f"ALTER TABLE gift ADD COLUMN {column}")


LINKS = {
    "pairing_id": "pairing", "agreement_id": "agreement", "round_id": "inspection_round", "problem_id": "problem",
    "check_id": "safety_check", "award_id": "award", "story_id": "story", "gift_id": "gift", "plan_id": "work_plan",
    "stocktake_id": "stocktake", "room_id": "room",
}  # fmt: skip
"""Rows that can be linked as evidence of an item of the assessment, beside records and attachments."""


def links_of_evidence(db: "Database") -> None:
    """Evidence is any row of the term, or a paper of the pack by the key of its part."""
    for column, table in LINKS.items():
        db.execute(
            f"ALTER TABLE assessment_evidence ADD COLUMN {column} INTEGER REFERENCES {table}(id) ON DELETE CASCADE"
        )
    db.execute(f"ALTER TABLE assessment_evidence ADD COLUMN paper {TEXT}")
    index(db, tuple(("assessment_evidence", column) for column in LINKS))
