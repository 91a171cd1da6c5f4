"""Hangs drawn pictures and a paper on records of the sample school, so that they can be looked at there."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.attachments import AFTER, BEFORE, CHILD, FINDING, RECORD
from app.changes import Change
from app.edits.attachments import attach
from app.store import Store
from ui.attachments.reading import keep
from ui.photos.reading import encoded
from ui.photos.scenes import drawing, socket, stage

BACK = timedelta(days=200)
MANY = 5
"""Pictures of the newest activity."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("sample", text)


def hang_pictures(store: Store, on: date, children: list[int]) -> None:
    """Pictures of the newest activity, and what the first of these children drew and wrote. Raises StoreError."""
    at = datetime.combine(on, datetime.min.time()).isoformat(timespec="seconds")
    changes: list[Change] = []
    found = [one for one in store.ledger.between(on - BACK, on) if one.kind == "activity" and one.participants]
    if found:
        called = _tr("活动 {0}.jpg")
        pictures = [keep(store, encoded(stage(number)), called.format(number + 1)) for number in range(MANY)]
        film = keep(store, _FILM, _tr("合唱.mp4"))
        changes += attach(RECORD, found[0].id, [*pictures, film], at)
    if children:
        drawn = keep(store, encoded(drawing(3)), _tr("我的家.jpg"))
        letter = keep(store, _tr("爸爸妈妈：我在学校很好，你们不用担心。").encode(), _tr("写给爸爸妈妈的信.txt"))
        changes += attach(CHILD, children[0], [drawn, letter], at)
    changes += _of_findings(store, on, at)
    if changes:
        store.apply(_tr("放上示例学校的图片"), changes, kind="setup")


def _of_findings(store: Store, on: date, at: str) -> list[Change]:
    """Of what the safety checks found: before; of what is mended also after."""
    changes: list[Change] = []
    found = [one for check in store.home.checks(on - BACK, on) for one in check.findings]
    for finding in found[:MANY]:
        before = keep(store, encoded(socket(loose=True)), _tr("查出来时.jpg"))
        changes += attach(FINDING, finding.id, [before], at, moment=BEFORE)
        if finding.mended_on is not None:
            after = keep(store, encoded(socket(loose=False)), _tr("整改好了.jpg"))
            changes += attach(FINDING, finding.id, [after], at, moment=AFTER)
    return changes


_FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08free"
"""A film of no frame: only the tile of one is shown."""
