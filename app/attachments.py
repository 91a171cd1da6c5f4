"""Pictures, film and papers that hang on a record: what they are, and what may not be seen in them (REQ 10.26)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Protocol

from app.care import CareRecord
from app.children import Child
from app.photos import NO, YES
from app.school import Snapshot

RECORD, ASSET, ROOM, MOVEMENT, FINDING, STORY, PROBLEM, ITEM, CHILD = HOLDERS = (
    "record_id", "asset_id", "room_id", "movement_id", "finding_id", "story_id", "problem_id", "item_id", "child_id",
)  # fmt: skip
"""The columns of table `attachment` that say what it hangs on; exactly one of them is filled."""
BEFORE, AFTER = MOMENTS = ("before", "after")
"""Before and after the mending of what hangs on a finding or problem (REQ 8.2)."""
PICTURE, FILM, SOUND, PDF, PAPER = KINDS = ("picture", "film", "sound", "pdf", "paper")
MOST_BYTES = 200 << 20
"""Of a film or paper; a phone's film of a minute has less."""
_ENDINGS = {
    FILM: "mp4 mov m4v avi mkv wmv 3gp webm mpg mpeg flv",
    SOUND: "mp3 wav m4a amr aac wma ogg",
    PDF: "pdf",
    PAPER: "doc docx wps xls xlsx et csv ppt pptx dps txt rtf ofd",
}
KIND_OF = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
"""What a file is by its ending. Whatever else is refused: a program hangs on no record."""


class AttachmentRefused(Exception):
    """A file that can hang on nothing. `reason`: kind, too_big, empty, there (it hangs here already)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file on a record. `file`, `thumbnail` and `original` are names that `Store.file` knows, "" = none."""

    id: int
    file: str
    name: str = ""
    """As it was called on the disk."""
    kind: str = PICTURE
    bytes: int = 0
    thumbnail: str = ""
    original: str = ""
    """The picture as it came, in its full size; kept on request."""
    added_at: str = ""
    caption: str = ""
    position: int = 0
    moment: str = ""
    """One of MOMENTS for what hangs on a problem or finding; else ""."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that the store keeps already, before it hangs on anything."""

    file: str
    name: str
    kind: str
    bytes: int
    thumbnail: str = ""
    original: str = ""


class Attachments(Protocol):
    """The attachments of an open file; read by what they hang on, never all."""

    def of(self, holder: str, row_id: int) -> list[Attachment]:
        """Those of one row, in order. `holder` is one of HOLDERS."""

    def counts(self, holder: str, row_ids: Collection[int]) -> dict[int, int]:
        """How many each of these rows has; rows without are left out."""

    def get(self, attachment_id: int) -> Attachment | None: ...

    def added(self, first: date, last: date) -> list[Attachment]:
        """What was added on these days, the newest first."""


def of_moment(rows: Iterable[Attachment], moment: str) -> list[Attachment]:
    """Those of a moment; of which nobody said a moment is before the mending. All of them for ""."""
    return [one for one in rows if not moment or (one.moment or BEFORE) == moment]


def kind_by_name(name: str) -> str:
    """What a file that is no picture is. Raises AttachmentRefused."""
    kind = KIND_OF.get(PurePath(name).suffix.lower().lstrip("."))
    if kind is None:
        raise AttachmentRefused("kind")
    return kind


def without_consent(children: Iterable[int], snapshot: Snapshot) -> tuple[list[Child], list[Child]]:
    """(whose family does not want pictures, whose family was not asked) of these children, by name.

    Asked wherever pictures of them leave the program (domain.md §4)."""
    known = [snapshot.children[one] for one in dict.fromkeys(children) if one in snapshot.children]
    known.sort(key=lambda child: child.name)
    return (
        [child for child in known if child.photo_consent == NO],
        [child for child in known if child.photo_consent not in (YES, NO)],
    )


def children_of(record: CareRecord) -> list[int]:
    """Who may be seen in a picture of a record."""
    return [one.child_id for one in record.participants]
