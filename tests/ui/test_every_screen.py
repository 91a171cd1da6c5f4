"""Every screen that `shot` knows: nothing is cut in a small window or with large text, all of it is reached by Tab, says
what it is and shows where the cursor is, and in the dark no colour of the light look is left."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.__main__ import disk as real_disk
from db import keys
from db.vault import FileVault
from tests.ui import walk
from ui import style, tokens
from ui.cli.screens import Camera, screens
from ui.setup.sample import make_sample

DAY = date(2026, 10, 12)
SMALL, USUAL = (911, 465), (1366, 697)
SETTLES = 0.25
PATIENCE = 2.0
PICTURED = {"attachment", "attachment-print", "attachments", "attachments-child", "dossier", "dossier-agreement", "guide", "photos", "photo-crop", "rooms-photos", "slips-read", "slips-sign-in"}
"""Photographs and pictures of screens have the colours they were taken in."""
Look = Callable[[str, QWidget], list[str]]


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    style.apply(qapp, "light", 1.0)


def settle(qapp: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        qapp.processEvents()


def wrong(qapp: QApplication, aside: Path, look: Look, size: tuple[int, int], text: float = 1.0, dark: bool = False,
          settles: float = SETTLES) -> dict[str, list[str]]:  # fmt: skip
    """What `look` finds on the screens, by their names."""
    disk = replace(real_disk(), vault=lambda where: FileVault(where, cost=keys.LOW_COST))
    folder = aside / "school"
    (aside / "made").mkdir()
    store = make_sample(disk.vault(folder), DAY, 80)
    found = {}
    try:
        camera = Camera(qapp, disk, DAY, size, dark, PurePath(aside / "made"), text)
        for name, shown in screens(camera, folder, store):
            shown.window().activateWindow()
            settle(qapp, settles)
            if look(name, shown):
                # On a busy machine a layout may not have come to rest; what is wrong then is still wrong later.
                settle(qapp, PATIENCE)
                if problems := look(name, shown):
                    found[name] = problems
    finally:
        store.close()
    return found


def fits(size: tuple[int, int]) -> Look:
    def look(_name: str, shown: QWidget) -> list[str]:
        own = (shown.width(), shown.height())
        if shown.parentWidget() is None and own != size:
            return [f"the window is {own}"]
        if own[0] > size[0] or own[1] > size[1]:
            return [f"the dialog is {own}"]
        return walk.misfits(shown)

    return look


@pytest.mark.parametrize(("size", "text"), [(SMALL, 1.0), (SMALL, 1.25), (USUAL, 1.0), (USUAL, 1.5)])
def test_nothing_is_cut(qapp: QApplication, tmp_path: Path, size: tuple[int, int], text: float) -> None:
    flashes = walk.Flashes()
    assert wrong(qapp, tmp_path, fits(size), size, text) == {}
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_all_is_reached_by_tab_named_and_seen(qapp: QApplication, tmp_path: Path, size: tuple[int, int]) -> None:
    def look(_name: str, shown: QWidget) -> list[str]:
        hidden = [f"{words} is out of sight when Tab comes to it" for words in walk.unseen(shown)]
        way = walk.walked(shown)
        return [
            *(f"{words} says nothing" for words in walk.nameless(shown)),
            *(f"{words} has no label" for words in walk.without_buddy(shown)),
            *hidden,
            *(f"{words} is not reached by Tab" for words in walk.unreached(walk.front(shown), way)),
            *(f"{words} looks the same with the cursor" for words in walk.ringless(shown, way)),
        ]

    assert wrong(qapp, tmp_path, look, size) == {}


def test_no_light_colour_is_left_in_the_dark(qapp: QApplication, tmp_path: Path) -> None:
    light = {tokens.LIGHT[name] for name in ("paper", "surface", "sunk", "hov", "row", "accentT", "soonT", "overT")}
    left = {int(colour[1:], 16) for colour in light - set(tokens.DARK.values())}

    def look(name: str, shown: QWidget) -> list[str]:
        if name in PICTURED:
            return []
        picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = set(memoryview(picture.constBits()).cast("I"))
        found = left & {pixel & 0xFFFFFF for pixel in pixels}
        dressed = [walk.called(widget) for widget in walk.shown(shown) if widget.styleSheet()]
        return [*(f"#{colour:06X}" for colour in found), *dressed]

    assert wrong(qapp, tmp_path, look, USUAL, dark=True, settles=0.02) == {}
    style.apply(qapp, "dark")
    probe = QWidget()
    probe.setStyleSheet(f"background: {tokens.LIGHT['paper']}")
    probe.resize(20, 20)
    assert look("probe", probe), "this test sees nothing"

