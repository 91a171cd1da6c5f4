"""The ledger of care: every call, talk, visit and meeting is one record with its participants (REQ 0.2, design.md).

Timeline, reminders, reports and assessment are views of this ledger, so that a count never differs between two pages.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

KINDS = (
    "family_call", "letter", "talk", "home_visit", "carer_contact", "parent_contact", "hotline", "guardian_training",
    "parents_meeting", "forum", "lecture", "class_meeting", "activity", "counselling", "festival_visit", "tutoring",
    "plan_review", "survey", "health_check", "award", "peer_report", "work_meeting",
)  # fmt: skip
"""What was done. The last six are entered where the plan, the survey, the check, the award and the meeting are kept."""
LOGGED = KINDS[:16]
"""Those that are entered as such (cli.md `log`)."""
WORK_MEETING = KINDS[21]
"""工程会议 of those who do the work (REQ 4.1); it names no child."""
REACHED, NOT_REACHED = "reached", "not_reached"
GOOD, FAIR, LOW = MOODS = ("good", "fair", "low")
"""好, 一般, 低落."""


class Participant(NamedTuple):
    """A child of a record, with the remark about this child alone."""

    id: int
    child_id: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CareRecord:
    """One thing that was done, or tried: `outcome` NOT_REACHED meets no rule and asks to be tried again."""

    id: int
    kind: str
    day: date
    from_time: str = ""
    """HH:MM, "" = not known."""
    minutes: int | None = None
    staff_id: int | None = None
    """Who did it."""
    class_id: int | None = None
    """For what a whole class had (parents' meeting, class meeting)."""
    place: str = ""
    medium: str = ""
    """电话, 视频, 当面 …"""
    relation: str = ""
    """With whom, as a canonical relation: 父亲, 祖母."""
    outcome: str = REACHED
    summary: str = ""
    follow_up: date | None = None
    """When to come back to it; stays on the list until `followed_up`."""
    followed_up: date | None = None
    confidential: bool = False
    mood: str = ""
    """One of MOODS, "" = not said."""
    follow_up_note: str = ""
    """What to come back to."""
    source: str = ""
    """The box of a slip that was booked as this record: "slip:CODE:ROW:KIND"; each box is booked once."""
    pairing_id: int | None = None
    """The pair that a plan review or a peer's report is about."""
    participants: tuple[Participant, ...] = ()


class Contact(NamedTuple):
    """What the rules need of a record: one per participant, or one without a child for a record that names none. Tens
    of thousands are read for a term, so it is the lightest kind of record there is."""

    record_id: int
    kind: str
    day: date
    reached: bool
    child_id: int | None = None
    class_id: int | None = None
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A printed page whose boxes can be read back from a scan (scan.md)."""

    id: int
    code: str
    """What its corner codes name."""
    kind: str
    """"week" (本周关爱任务单), "survey" or "signin"."""
    week: date
    """Monday of its week."""
    staff_id: int | None = None
    class_id: int | None = None
    page: int = 1
    pages: int = 1
    rows: str = "[]"
    """JSON: what stood in which row."""
    printed_at: str = ""


@dataclass(frozen=True, slots=True)
class NoteOpened:
    """Somebody opened a confidential note that was not theirs (rules.md, counselling notes)."""

    id: int
    record_id: int
    at: str
    user: str
    reason: str
    seen: bool = False
    """Whether the counsellor was shown it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A row about a child that the snapshot does not hold."""

    table: str
    id: int
    of: int = 0
    """The opening at which the child was, for which a child is listed once."""
