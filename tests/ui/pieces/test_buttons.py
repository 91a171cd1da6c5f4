"""Buttons and segments: keys, focus, names, signals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import style
from ui.pieces.button import KINDS, Button
from ui.pieces.segments import Segment, Segments


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_key(qtbot: QtBot, kind: str, key: Qt.Key) -> None:
    button = Button("删除 3 人", kind=kind)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, key)


def test_a_button_says_its_count_and_key(qtbot: QtBot) -> None:
    button = Button("存下", keys="Ctrl+Enter", count=5)
    qtbot.addWidget(button)
    assert button.accessibleName() == "存下 5"
    assert button.accessibleDescription() == "Ctrl+Enter"
    narrow = button.sizeHint().width()
    button.set_label("存下", 500)
    assert button.sizeHint().width() > narrow


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_frame_of_a_link_does_not_touch_its_words(
    qtbot: QtBot, qapp: QApplication, theme: str, scale: float
) -> None:
    style.apply(qapp, theme, scale)
    try:
        button = Button("口口", kind="link")  # its strokes reach as far as those of a Chinese sign can
        qtbot.addWidget(button)
        button.show()
        button.activateWindow()
        plain = inked(button)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        framed = inked(button)
        assert {0, button.width() - 1} & framed and not {0, button.width() - 1} & plain, "the frame is at the edge"
        assert min(plain) - 2 >= 2 and max(plain) + 2 <= button.width() - 3, "and two points of air beside the words"
        assert not {2, button.width() - 3} & plain
    finally:
        style.apply(qapp, "light", 1.0)


def inked(button: Button) -> set[int]:
    """Columns of the middle line of a button in which something is painted."""
    picture = button.grab().toImage()
    ground = picture.pixel(picture.width() // 2, 3)
    return {x for x in range(picture.width()) for y in range(8, picture.height() - 8) if picture.pixel(x, y) != ground}


def test_a_disabled_button_does_nothing(qtbot: QtBot) -> None:
    button = Button("导入")
    button.setEnabled(False)
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked, wait=50):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def segments(qtbot: QtBot) -> Segments:
    row = Segments([Segment("all", "全部", 96), Segment("late", "过期", 4), Segment("none", "没结对", 6)], name="筛选")
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    return row


def test_arrows_choose_and_take_the_focus_along(qtbot: QtBot) -> None:
    row = segments(qtbot)
    chosen: list[str] = []
    row.chosen.connect(chosen.append)
    row.button("all").setFocus()
    qtbot.keyClick(row.button("all"), Qt.Key.Key_Right)
    assert row.button("late").hasFocus()
    qtbot.keyClick(row.button("late"), Qt.Key.Key_Left)
    qtbot.keyClick(row.button("all"), Qt.Key.Key_Left)
    assert chosen == ["late", "all", "none"]
    assert row.current() == "none"


def test_tab_reaches_only_the_chosen_segment(qtbot: QtBot) -> None:
    row = segments(qtbot)
    row.set_current("late")
    reached = [key for key in ("all", "late", "none") if row.button(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == ["late"]


def test_counts_are_part_of_the_name(qtbot: QtBot) -> None:
    row = segments(qtbot)
    row.set_counts({"late": 7})
    assert row.button("late").accessibleName() == "过期 7"


def test_a_click_chooses(qtbot: QtBot) -> None:
    row = segments(qtbot)
    with qtbot.waitSignal(row.chosen) as signal:
        qtbot.mouseClick(row.button("none"), Qt.MouseButton.LeftButton)
    assert signal.args == ["none"]
