"""Hang files on a record, take them off, say what is to be seen, put them in order (REQ 10.26)."""

from collections.abc import Collection, Iterable, Sequence

from app.attachments import FINDING, HOLDERS, MOMENTS, PROBLEM, Attachment, Kept
from app.changes import Change, Delete, Insert, New, Update, Value
from app.values import BadValue, choice


def attach(
    holder: str, row: int | New, kept: Iterable[Kept], at: str, there: Sequence[Attachment] = (), moment: str = ""
) -> list[Change]:
    """These files on that row, after those that are `there`; one that hangs there already is left out. `at` is when, as
    ISO text; `moment` is before or after the mending. Raises BadValue."""
    _check_moment(holder, moment)
    if holder not in HOLDERS:
        raise BadValue(holder, "unknown_field")
    known = {one.file for one in there}
    place = max((one.position for one in there), default=-1) + 1
    changes: list[Change] = []
    for one in kept:
        if one.file in known:
            continue
        known.add(one.file)
        row_values: dict[str, Value] = {
            holder: row, "file": one.file, "name": one.name, "kind": one.kind, "bytes": one.bytes,
            "thumbnail": one.thumbnail, "original": one.original, "added_at": at, "position": place,
            "moment": moment,
        }  # fmt: skip
        changes.append(Insert("attachment", row_values, f"attachment{len(changes)}"))
        place += 1
    return changes


def detach(attachments: Iterable[Attachment]) -> list[Change]:
    """Take them off; the files stay in the store, so that undo finds them."""
    return [Delete("attachment", one.id) for one in attachments]


def set_caption(attachment: Attachment, caption: str) -> list[Change]:
    """What is to be seen."""
    said = caption.strip()
    return [Update("attachment", attachment.id, {"caption": said})] if said != attachment.caption else []


def set_moment(holder: str, attachments: Iterable[Attachment], moment: str) -> list[Change]:
    """They show it before or after the mending. Raises BadValue."""
    _check_moment(holder, moment)
    return [Update("attachment", one.id, {"moment": moment}) for one in attachments if one.moment != moment]


def _check_moment(holder: str, moment: str) -> None:
    choice("moment", moment, ("", *MOMENTS) if holder in (FINDING, PROBLEM) else ("",))


def put_first(every: Sequence[Attachment], chosen: Collection[int]) -> list[Change]:
    """These before all others, in the order they have; the first is what a card or paper shows."""
    order = [one for one in every if one.id in chosen] + [one for one in every if one.id not in chosen]
    return [
        Update("attachment", one.id, {"position": place}) for place, one in enumerate(order) if one.position != place
    ]
