"""Give children their photos, take them away, and note what the families said of it."""

from collections.abc import Iterable

from app.changes import Change, Update, Value
from app.children import Child
from app.photos import NO, YES


def set_photo(child: Child, name: str) -> list[Change]:
    """The photo that `Store.keep_file` answered `name` for, "" for none. No change for the one that is there."""
    return [Update("child", child.id, {"photo": name})] if name != child.photo else []


def set_photos(photos: Iterable[tuple[Child, str]], *, agreed: bool) -> list[Change]:
    """Several at once; with `agreed` the families that were not asked before are noted as having agreed."""
    changes: list[Change] = []
    for child, name in photos:
        row: dict[str, Value] = {"photo": name} if name != child.photo else {}
        if agreed and child.photo_consent not in (YES, NO):
            row["photo_consent"] = YES
        if row:
            changes.append(Update("child", child.id, row))
    return changes
