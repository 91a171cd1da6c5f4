"""照片对号: a folder dropped on the program, looked through by keys, stored as one action that one key takes back."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.changes import Update
from app.photo_plan import DOUBTFUL, MATCHED, REFUSED
from app.store import Progress
from db import attached
from db.folder import DataFolder
from db.store import FileStore
from tests.ui.photos.conftest import drop, files
from tests.ui.photos.pictures import HOSTILE, content, face, halves, write
from ui.children.roster_page import RosterPage
from ui.photos import gathering
from ui.photos.photos_page import PhotosPage
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
ALL = ("周雨桐", "罗子轩", "田小禾", "解志强", "麻金凤", "冉雪梅")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two that fit, one seat-less namesake question, one stranger, two of one child, one blurred, the hostile ones."""
    root = tmp_path / "全校照片"
    write(root, "三1班/周雨桐.jpg", face(1))
    write(root, "四（1）班 解志强.png", content(halves(700, 900), "PNG"))
    write(root, "罗子轩.jpg", face(2))
    write(root, "罗子轩 (2).jpg", face(3))
    write(root, "IMG_0001.jpg", face(4))
    write(root, "田小禾.jpg", face(5, 90, 120))
    write(root, "说明.txt", b"x")
    for name, (_reason, data) in HOSTILE.items():
        write(root, f"坏 {name}.jpg", data)
    return root


def opened(window: Window, qtbot: QtBot) -> PhotosPage:
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)
    page = window.page
    assert isinstance(page, PhotosPage)
    return page


def photos(window: Window, ids: dict[str, int]) -> dict[str, str]:
    return {name: window.session.snapshot.children[ids[name]].photo for name in ALL}


def key_of(page: PhotosPage, name: str) -> int:
    return next(index + 1 for index, line in enumerate(page.plan.lines) if line.name == name)


@pytest.fixture
def page(window: Window, roster: RosterPage, folder: Path, qtbot: QtBot) -> PhotosPage:
    assert drop(window, files(folder))
    return opened(window, qtbot)


def test_a_folder_dropped_on_the_roster_is_put_to_its_names(page: PhotosPage) -> None:
    assert (page.plan.count(MATCHED), page.plan.count(DOUBTFUL), page.plan.count(REFUSED)) == (2, 4, len(HOSTILE))
    assert page.heading.text() == f"2 张对上了，4 张要看一眼，{len(HOSTILE)} 张读不了"
    assert "另有 1 个不是照片的文件" in page.line.text()
    assert page.go.label() == "放 2 张照片"
    assert page.grid.hasFocus() and page.grid.current() == key_of(page, "IMG_0001.jpg")


def test_every_unreadable_file_says_why_and_cannot_be_taken(qtbot: QtBot, page: PhotosPage) -> None:
    notes = {line.name: page.lines._note(index + 1) for index, line in enumerate(page.plan.lines) if line.reason}
    assert len(notes) == len(HOSTILE)
    assert all(note.text and note.second and note.mark == "refused" for note in notes.values())
    assert "HEIC" in notes["坏 iphone.jpg"].text and "60000×60000" in notes["坏 bomb.jpg"].text
    page.grid.set_current(key_of(page, "坏 program.jpg"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert page.go.label() == "放 2 张照片"
    assert not page.who.search.isVisible()


def test_doubtful_ones_are_decided_by_keys_stored_as_one_action_and_taken_back_by_one_key(
    qtbot: QtBot, page: PhotosPage, window: Window, store: FileStore, ids: dict[str, int]
) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert page.who.search.hasFocus()
    qtbot.keyClicks(page.who.search, "majin")  # type: ignore[no-untyped-call]
    qtbot.keyClick(page.who.search, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert page.plan.lines[key_of(page, "IMG_0001.jpg") - 1].decided == ids["麻金凤"]
    assert page.grid.hasFocus() and page.grid.current() == key_of(page, "田小禾.jpg")
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert page.who.grid.rows() == [ids["罗子轩"]]
    page.who.grid.setFocus()
    page.who.grid.focus_first()
    qtbot.keyClick(page.who.grid, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert page.grid.current() == key_of(page, "罗子轩.jpg")
    assert page.go.label() == "放 5 张照片"
    assert page.agreed.text() == "这 5 个孩子的家长都同意拍照，照片印在联系卡上"
    page.agreed.click()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    opened(window, qtbot)
    given = photos(window, ids)
    assert [name for name in ALL if given[name]] == ["周雨桐", "罗子轩", "田小禾", "解志强", "麻金凤"]
    assert {window.session.snapshot.children[ids[name]].photo_consent for name in ALL if given[name]} == {"yes"}
    assert store.file(given["罗子轩"]) != store.file(given["周雨桐"])
    assert window.foot.said() == "放好了 5 张照片，Ctrl+Z 撤回"
    assert page.heading.text().startswith("放好了 5 张，1 张要看一眼")
    assert page.grid.current() == key_of(page, "罗子轩.jpg")
    assert [made.why for made in store.backups()] == ["import"]
    assert store.last_action().label == "放上 5 个孩子的照片"  # type: ignore[union-attr]
    window.undo.undo.trigger()
    assert set(photos(window, ids).values()) == {""}
    assert {child.photo_consent for child in window.session.snapshot.children.values()} == {""}
    window.undo.redo.trigger()
    assert photos(window, ids) == given


def test_without_the_tick_no_family_is_put_words_into_its_mouth(
    qtbot: QtBot, page: PhotosPage, window: Window, ids: dict[str, int]
) -> None:
    page.go.click()
    opened(window, qtbot)
    assert {child.photo_consent for child in window.session.snapshot.children.values()} == {""}


def test_one_whose_family_said_no_is_never_taken_by_itself(
    qtbot: QtBot, window: Window, ids: dict[str, int], tmp_path: Path
) -> None:
    window.session.apply("问过", [Update("child", ids["周雨桐"], {"photo_consent": "no"})])
    window.go("photos", (str(write(tmp_path, "周雨桐.jpg", face(1))),))
    page = opened(window, qtbot)
    assert page.plan.chosen() == []
    assert page.lines._note(1).text == "家长不同意"
    assert not page.go.isEnabled()


def test_a_photo_that_takes_anothers_place_says_so(
    qtbot: QtBot, window: Window, ids: dict[str, int], tmp_path: Path, store: FileStore
) -> None:
    window.session.apply("放", [Update("child", ids["周雨桐"], {"photo": store.keep_file(face(9))})])
    window.go("photos", (str(write(tmp_path, "周雨桐.jpg", face(1))),))
    assert opened(window, qtbot).lines._note(1).text == "换下原来的照片"


def test_all_done_leads_back_where_one_came_from(
    qtbot: QtBot, window: Window, ids: dict[str, int], tmp_path: Path
) -> None:
    window.go("photos", (str(write(tmp_path, "周雨桐.jpg", face(1))),))
    opened(window, qtbot).go.click()
    qtbot.waitUntil(lambda: window.key == "roster", timeout=20_000)
    assert photos(window, ids)["周雨桐"]


def test_cancelled_half_way_nothing_is_changed(
    qtbot: QtBot, page: PhotosPage, window: Window, ids: dict[str, int], store: FileStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    kept = gathering.carry_out

    def slow(*args: object) -> object:
        progress = args[-1]

        def stop_at_once(done: int, total: int) -> None:
            window.work.cancel()
            progress(done, total)  # type: ignore[operator]

        return kept(*args[:-1], stop_at_once)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "carry_out", slow)
    before = store.last_action()
    page.go.click()
    opened(window, qtbot)
    assert set(photos(window, ids).values()) == {""}
    assert store.last_action() == before
    assert "停下了" in window.foot.said()
    assert page.plan.chosen(), "what was looked through is still there"
    monkeypatch.setattr(gathering, "carry_out", kept)
    page.go.click()
    opened(window, qtbot)
    assert photos(window, ids)["周雨桐"]


def test_reading_can_be_cancelled_and_tells_how_far_it_is(
    window: Window, folder: Path, qtbot: QtBot, roster: RosterPage
) -> None:
    steps: list[tuple[int, int]] = []
    window.work.moved.connect(lambda done, total: steps.append((done, total)))
    window.go("photos", (str(folder),))
    window.work.cancel()
    qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)
    assert isinstance(window.page, PhotosPage) and window.page.plan.lines == ()
    window.go("photos", (str(folder),))
    opened(window, qtbot)
    assert steps and steps[-1][1] == 6 + len(HOSTILE)


def test_a_folder_is_chosen_by_button_and_one_without_photos_says_so(
    qtbot: QtBot, window: Window, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("photos")
    page = opened(window, qtbot)
    (tmp_path / "空文件夹").mkdir()
    answers = iter([str(tmp_path / "空文件夹"), str(folder)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_asked: next(answers)))
    page.choose.folder.click()
    opened(window, qtbot)
    assert page.choose.wrong.text() == "这里面没有照片。" and page.choose.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    opened(window, qtbot)
    assert page.plan.lines and not page.choose.isVisible()
    window.back()
    assert page.choose.isVisible()
    window.back()
    assert window.key == "roster"


def test_several_pictures_dropped_on_one_dossier_go_to_the_page(
    qtbot: QtBot, window: Window, roster: RosterPage, ids: dict[str, int], tmp_path: Path
) -> None:
    roster.open_child(ids["周雨桐"])
    pictures = files(write(tmp_path, "周雨桐.jpg", face(1)), write(tmp_path, "解志强.jpg", face(2)))
    assert drop(roster.dossier.head.photo, pictures)
    assert len(opened(window, qtbot).plan.lines) == 2
    assert photos(window, ids)["周雨桐"] == ""


def test_a_table_dropped_on_the_window_is_still_a_table(
    qtbot: QtBot, window: Window, roster: RosterPage, tmp_path: Path
) -> None:
    for dropped, key in (
        (write(tmp_path, "学籍.xlsx", b"x"), "import"), (write(tmp_path, "周雨桐.jpg", face(1)), "photos"),
        (tmp_path, "photos"),
    ):  # fmt: skip
        window.go("roster")
        assert drop(window, files(dropped))
        qtbot.waitUntil(lambda: not window.work.busy, timeout=20_000)
        assert window.key == key


def test_a_full_disk_is_said_and_nothing_half_done(
    qtbot: QtBot, page: PhotosPage, window: Window, ids: dict[str, int], store: FileStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    real, count = attached.files.write_bytes, iter(range(99))

    def full(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
        if next(count) == 1:
            raise attached.files.DiskFull("no room")
        real(path, data, by_way_of)

    monkeypatch.setattr(attached.files, "write_bytes", full)
    page.go.click()
    opened(window, qtbot)
    assert set(photos(window, ids).values()) == {""}
    assert "磁盘满了" in window.errors.label.text()
    assert list(DataFolder(store._folder.root).files.rglob("*.tmp")) == []


def test_two_hundred_photos_are_gathered_with_bounded_work(
    window: Window, roster: RosterPage, tmp_path: Path, ids: dict[str, int]
) -> None:
    chance = random.Random(1)
    names = [f"{chance.choice(ALL)}{number}.jpg" for number in range(200)]
    for number, name in enumerate(names):
        write(tmp_path / "多", name, face(number, 200, 280))
    steps: list[int] = []
    progress: Progress = lambda done, _total: steps.append(done)  # noqa: E731
    session = window.session
    found = gathering.gather(session.disk, [str(tmp_path / "多")], session.snapshot, session.today, progress)
    assert steps == list(range(200))
    assert sum(len(photo) for photo in found.photos.values()) < 200 * 20_000
