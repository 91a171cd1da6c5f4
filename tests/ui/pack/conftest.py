"""A small school with a pair, a few records and two activities, one of them with pictures; and the term it is packed of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app import edits
from app.__main__ import disk as real_disk
from app.attachments import RECORD
from app.changes import Insert, Update
from app.edits import Told
from app.edits.attachments import attach
from app.ports import Disk
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.ui.children.conftest import TODAY, fill, store
from ui import fonts
from ui.attachments.reading import keep
from ui.pack.scene import Choices, Scene, scene_of
from ui.photos.portraits import portrait
from ui.photos.reading import encoded

__all__ = ["store"]
SEEN, UNASKED, REFUSED = "周雨桐", "罗子轩", "田小禾"
"""Who may be seen in pictures, who was not asked, whose family said no."""
Look = Callable[..., Scene]


@pytest.fixture
def disk() -> Disk:
    return replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))


def hold(store: FileStore, kind: str, day: date, children: list[int], summary: str, *pictures: str) -> int:
    """An activity that took place, with so many pictures."""
    record = store.apply("记", edits.log_care(Told(kind, day, summary=summary), children)).ids["record"]
    kept = [
        keep(store, encoded(portrait(number + 10 * record, girl=True, size=QSize(80, 60))), f"{name}.jpg")
        for number, name in enumerate(pictures)
    ]
    store.apply("放", attach(RECORD, record, kept, day.isoformat()))
    return record


@pytest.fixture
def ids(store: FileStore) -> dict[str, int]:
    found = fill(store)
    teacher = store.apply("老师", edits.add_staff("李秀兰", "13777770001")).ids["staff"]
    store.apply("组长", [Update("staff", teacher, {"group_role": "组长"})])
    store.apply("同意", [Update("child", found[SEEN], {"photo_consent": "yes"}),
                       Update("child", found[REFUSED], {"photo_consent": "no"})])  # fmt: skip
    store.apply("结对", [Insert("pairing", {"child_id": found[SEEN], "staff_id": teacher, "role": "mentor",
                                          "from_day": "2026-09-01"})])  # fmt: skip
    told = Told("talk", date(2026, 10, 9), staff_id=teacher, summary="爸爸换了号 13612348765")
    store.apply("谈心", edits.log_care(told, [found[SEEN]]))
    secret = Told("counselling", date(2026, 10, 12), staff_id=teacher, summary="一个人哭", confidential=True)
    store.apply("辅导", edits.log_care(secret, [found[SEEN]]))
    found["秋游"] = hold(store, "activity", date(2026, 10, 16), [found[SEEN]], "秋游，看红叶", "出发", "合影")
    found["联欢"] = hold(store, "activity", date(2026, 10, 20), [found[SEEN], found[REFUSED]], "留守儿童联欢", "唱歌")
    found["手工"] = hold(store, "activity", date(2026, 10, 23), [found[SEEN], found[UNASKED]], "手工课", "剪纸")
    return found | {"李秀兰": teacher}


@pytest.fixture
def look(qtbot: QtBot, store: FileStore, disk: Disk, ids: dict[str, int]) -> Look:
    fonts.load()

    def scene(today: date = TODAY, **choices: bool) -> Scene:
        snapshot = store.snapshot()
        return scene_of(disk, store, snapshot, snapshot.terms[0], today, Choices(**choices))

    return scene
