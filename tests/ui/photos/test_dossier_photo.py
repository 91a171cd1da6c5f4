"""The photo in a dossier: dropped, pasted, chosen, cut, taken away, undone; and never against the family's word."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.changes import Update
from app.children import Child
from db import attached
from db.folder import DataFolder
from db.store import FileStore
from tests.ui.photos.conftest import drop, files
from tests.ui.photos.pictures import BLUE, HOSTILE, RED, content, face, halves, write
from ui.children.dossier import Dossier
from ui.children.roster_page import RosterPage
from ui.photos.box import PhotoBox
from ui.photos.crop import CropDialog
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(dossier: Dossier) -> PhotoBox:
    return dossier.head.photo


def child(roster: RosterPage, key: int) -> Child:
    return roster._session.snapshot.children[key]


def colour(box: PhotoBox, part: float) -> QColor:
    """What is seen in the box, so far from its top."""
    picture = box.grab().toImage()
    return QColor(picture.pixel(picture.width() // 2, int(picture.height() * part)))


def red(box: PhotoBox) -> bool:
    return colour(box, 0.2).red() > 150 > colour(box, 0.2).blue()


def test_a_dropped_picture_is_kept_encrypted_and_undo_takes_it_back(
    box: PhotoBox, roster: RosterPage, ids: dict[str, int], store: FileStore, window: Window, tmp_path: Path
) -> None:
    key = ids["周雨桐"]
    assert drop(box, files(write(tmp_path, "IMG.jpg", content(halves(900, 1200)))))
    name = child(roster, key).photo
    assert QImage.fromData(store.file(name)).size().toTuple() == (480, 640)  # type: ignore[attr-defined]
    assert red(box) and "有" in box.accessibleName()
    action = store.last_action()
    assert action is not None and action.label == "放上周雨桐的照片"
    assert drop(box, files(write(tmp_path, "IMG2.png", content(halves(900, 1200, BLUE, RED), "PNG"))))
    assert store.last_action().label == "换周雨桐的照片"  # type: ignore[union-attr]
    assert not red(box)
    window.undo.undo.trigger()
    assert (child(roster, key).photo, red(box)) == (name, True)
    window.undo.undo.trigger()
    assert child(roster, key).photo == "" and "没有" in box.accessibleName()
    window.undo.redo.trigger()
    assert child(roster, key).photo == name


def test_a_picture_is_pasted_by_key_in_the_box_and_anywhere_in_the_dossier_but_not_into_a_field(
    qtbot: QtBot, box: PhotoBox, dossier: Dossier, roster: RosterPage, ids: dict[str, int]
) -> None:
    key = ids["周雨桐"]
    QApplication.clipboard().setImage(halves(600, 800))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, CONTROL)  # type: ignore[no-untyped-call]
    first = child(roster, key).photo
    assert first and red(box)
    QApplication.clipboard().setImage(halves(600, 800, BLUE, RED))
    dossier.setFocus()
    qtbot.keyClick(dossier, Qt.Key.Key_V, CONTROL)  # type: ignore[no-untyped-call]
    second = child(roster, key).photo
    assert second not in ("", first)
    mime = QMimeData()
    mime.setText("123")
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(box, Qt.Key.Key_V, CONTROL)  # type: ignore[no-untyped-call]
    assert child(roster, key).photo == second


def test_copied_files_are_pasted_as_files(
    qtbot: QtBot, box: PhotoBox, roster: RosterPage, ids: dict[str, int], tmp_path: Path
) -> None:
    QApplication.clipboard().setMimeData(files(write(tmp_path, "x.jpg", face(3))))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, CONTROL)  # type: ignore[no-untyped-call]
    assert child(roster, ids["周雨桐"]).photo


def test_enter_on_the_empty_box_asks_for_a_file_and_delete_takes_the_photo_away(
    qtbot: QtBot, box: PhotoBox, roster: RosterPage, ids: dict[str, int], store: FileStore, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, window: Window,
) -> None:  # fmt: skip
    key = ids["周雨桐"]
    path = write(tmp_path, "x.jpg", face(3))
    filters: list[str] = []

    def answer(*asked: object) -> tuple[str, str]:
        filters.append(str(asked[3]))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(answer))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    name = child(roster, key).photo
    assert name and "*.jpg" in filters[0] and "（" not in filters[0]
    qtbot.keyClick(box, Qt.Key.Key_Delete)  # type: ignore[no-untyped-call]
    assert child(roster, key).photo == ""
    assert store.last_action().label == "拿掉周雨桐的照片"  # type: ignore[union-attr]
    window.undo.undo.trigger()
    assert child(roster, key).photo == name


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_is_refused_in_words_and_the_old_one_stays(
    box: PhotoBox, roster: RosterPage, ids: dict[str, int], window: Window, store: FileStore, tmp_path: Path, name: str
) -> None:
    drop(box, files(write(tmp_path, "好.jpg", face(5))))
    before, actions = child(roster, ids["周雨桐"]).photo, store.last_action()
    assert drop(box, files(write(tmp_path, f"{name}.jpg", HOSTILE[name][1])))
    assert child(roster, ids["周雨桐"]).photo == before
    assert store.last_action() == actions
    said = window.errors.label.text()
    assert said.startswith("照片没有放上：") and "原来的照片没有动" in said and said.count("。") >= 3


def test_a_vanished_file_is_said(box: PhotoBox, window: Window, tmp_path: Path) -> None:
    drop(box, files(tmp_path / "gone.jpg"))
    assert "找不到这个文件" in window.errors.label.text()


def test_the_strip_asks_for_the_familys_word_and_one_click_notes_it(
    qtbot: QtBot, box: PhotoBox, dossier: Dossier, roster: RosterPage, ids: dict[str, int], tmp_path: Path
) -> None:
    strip = dossier.photo.strip
    assert not strip.isVisible()
    drop(box, files(write(tmp_path, "x.jpg", face(3))))
    assert strip.isVisible() and "没问过家长" in strip.text.text()
    qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert child(roster, ids["周雨桐"]).photo_consent == "yes"
    assert not strip.isVisible()


def test_a_family_that_says_no_sees_no_photo(
    box: PhotoBox, dossier: Dossier, roster: RosterPage, ids: dict[str, int], tmp_path: Path, window: Window
) -> None:
    drop(box, files(write(tmp_path, "x.jpg", content(halves(600, 800)))))
    consent = dossier.facts.rows["photo_consent"].field
    editor = consent.editor  # type: ignore[attr-defined]
    assert [editor.itemText(index) for index in range(3)] == ["家长已同意", "家长不同意", "没问过"]
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert child(roster, ids["周雨桐"]).photo_consent == "no"
    assert not red(box) and "不同意" in box.accessibleName()
    assert "不同意" in dossier.photo.strip.text.text()
    dossier.photo.strip.button.click()
    assert child(roster, ids["周雨桐"]).photo == ""
    window.undo.undo.trigger()
    window.undo.undo.trigger()
    assert red(box)


def test_a_missing_and_a_damaged_file_are_said_and_putting_it_anew_mends_it(
    box: PhotoBox, dossier: Dossier, store: FileStore, tmp_path: Path, roster: RosterPage, ids: dict[str, int]
) -> None:
    good = files(write(tmp_path, "x.jpg", content(halves(600, 800))))
    drop(box, good)
    (path,) = attached.paths(DataFolder(store._folder.root).files)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    dossier.photo.album.forget()
    dossier.refresh()
    assert "坏了" in box.accessibleName() and "坏了" in dossier.photo.strip.text.text()
    path.unlink()
    dossier.refresh()
    assert "不见了" in box.accessibleName() and "不见了" in dossier.photo.strip.text.text()
    drop(box, good)
    dossier.refresh()
    assert path.exists() and red(box)


def test_the_box_offers_all_it_can_in_a_menu(box: PhotoBox, tmp_path: Path) -> None:
    def offered() -> list[str]:
        return [action.text() for action in box.menu().actions() if isinstance(action, QAction) and action.text()]

    assert "裁一裁" not in offered() and "从文件选…" in offered()
    drop(box, files(write(tmp_path, "x.jpg", face(3))))
    assert {"裁一裁", "拿掉照片", "粘贴", "一次放一个文件夹的照片…"} <= set(offered())


def crop_of(box: PhotoBox, qtbot: QtBot) -> CropDialog:
    qtbot.keyClick(box, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CropDialog)
    return dialog


def test_the_frame_is_moved_by_keys_and_mouse_and_what_it_holds_is_kept(
    qtbot: QtBot, box: PhotoBox, roster: RosterPage, ids: dict[str, int], store: FileStore, tmp_path: Path,
    window: Window,
) -> None:  # fmt: skip
    key = ids["周雨桐"]
    drop(box, files(write(tmp_path, "wide.jpg", content(halves(2000, 1400, sideways=True)))))
    before = child(roster, key).photo
    dialog = crop_of(box, qtbot)
    view = dialog.view
    qtbot.waitUntil(view.hasFocus)
    assert view.is_usual() and view.part().size().toTuple() == (1000, 1400)  # type: ignore[attr-defined]
    spoken = view.accessibleDescription()
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Left)  # type: ignore[no-untyped-call]
    assert view.part().left() == 0 and view.accessibleDescription() != spoken
    qtbot.keyClick(view, Qt.Key.Key_Plus)  # type: ignore[no-untyped-call]
    assert view.part().width() < 1000
    top = view.part().top()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    qtbot.mouseMove(view, view.rect().center() + QPoint(0, 400))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=view.rect().center() + QPoint(0, 400))
    assert view.part().top() > top and view.part().bottom() < 1400
    qtbot.keyClick(view, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    after = child(roster, key).photo
    assert after != before and store.last_action().label == "裁周雨桐的照片"  # type: ignore[union-attr]
    kept = QImage.fromData(store.file(after))
    assert (kept.width(), kept.height()) == (457, 640)
    assert QColor(kept.pixel(228, 320)).red() > 150, "the left half is red"
    window.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    window.undo.undo.trigger()
    assert child(roster, key).photo == before
    dialog = crop_of(box, qtbot)
    assert dialog.view.part().height() == 640, "another photo than the one just given is cut from what is kept"
    dialog.reject()


def test_the_frame_window_also_leads_to_another_photo_and_to_none(
    qtbot: QtBot, box: PhotoBox, roster: RosterPage, ids: dict[str, int], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    key = ids["周雨桐"]
    drop(box, files(write(tmp_path, "a.jpg", face(3))))
    first = child(roster, key).photo
    crop_of(box, qtbot).reject()
    assert child(roster, key).photo == first
    other = write(tmp_path, "b.jpg", face(4))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_asked: (str(other), "")))
    crop_of(box, qtbot).other.click()
    assert child(roster, key).photo not in ("", first)
    crop_of(box, qtbot).remove.click()
    assert child(roster, key).photo == ""


def test_the_history_says_what_happened_without_the_files_name(
    box: PhotoBox, dossier: Dossier, roster: RosterPage, ids: dict[str, int], store: FileStore, tmp_path: Path
) -> None:
    drop(box, files(write(tmp_path, "a.jpg", face(3))))
    dossier.photo.strip.button.click()
    shown = dossier.history.shown
    assert shown[1] == "放上周雨桐的照片"
    assert shown[0].splitlines() == ["周雨桐的家长同意拍照", "拍照同意：没问过 → 已同意"]
    assert child(roster, ids["周雨桐"]).photo not in "".join(shown)


def test_turning_the_children_over_stays_quick_with_photos(
    dossier: Dossier, store: FileStore, ids: dict[str, int], window: Window
) -> None:
    store.apply("放照片", [
        Update("child", key, {"photo": store.keep_file(content(halves(480, 640 + key)))})
        for name, key in ids.items() if "班" not in name
    ])  # fmt: skip
    window.session.reread()
    names = [child_.photo for child_ in window.session.snapshot.children.values()]
    assert len(set(names)) == len(names)
    for _ in range(3):
        dossier.go(1)
        assert dossier.head.photo.found().picture is not None
