"""Pictures and papers on a record: brought in every way, kept upright, small and without place, seen, undone."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import edits
from app.attachments import FILM, PAPER, PDF, PICTURE, Kept
from app.edits.attachments import attach
from db import attached
from db.store import FileStore
from tests.ui.attachments.conftest import Settle, drop, files
from tests.ui.photos.pictures import BLUE, GREEN, RED, bomb, content, face, halves, with_exif, write
from ui.attachments.album import album_of
from ui.attachments.strip import AttachmentStrip
from ui.paper.picture_sheets import picture_sheets
from ui.photos.album import DAMAGED, MISSING
from ui.photos.given import Given
from ui.session import Session


def near(picture: QImage, x: float, y: float, colour: str) -> bool:
    seen = picture.pixelColor(round(x * (picture.width() - 1)), round(y * (picture.height() - 1)))
    wanted = QImage(1, 1, QImage.Format.Format_RGB32)
    wanted.fill(colour)
    other = wanted.pixelColor(0, 0)
    return max(abs(seen.red() - other.red()), abs(seen.green() - other.green()), abs(seen.blue() - other.blue())) < 40


def place_of(store: FileStore, name: str) -> Path:
    return attached.place(Path(store._folder.files), name)


def test_a_dropped_picture_is_upright_small_and_without_place(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path
) -> None:
    phone = with_exif(content(halves(4000, 3000, RED, BLUE)), orientation=6)
    assert b"GPSPLACE" in phone
    path = write(tmp_path, "家访.jpg", phone)
    assert drop(strip, files([path]))
    settle()
    (one,) = strip.shown()
    kept = session.store.file(one.file)
    picture = QImage.fromData(kept)
    # Held upright: what was above is at the right now.
    assert (picture.width(), picture.height()) == (1500, 2000)
    assert near(picture, 0.9, 0.5, RED) and near(picture, 0.1, 0.5, BLUE)
    for name in (one.file, one.thumbnail):
        data = session.store.file(name)
        assert b"GPSPLACE" not in data and b"Exif" not in data and "石桥镇".encode() not in data
    assert one.original == "" and one.bytes == len(kept) and one.name == "家访.jpg" and one.kind == PICTURE
    small = QImage.fromData(session.store.file(one.thumbnail))
    assert min(small.width(), small.height()) == 240
    assert strip.heading.text().endswith("1")
    # The disk holds no picture that anybody else could open.
    assert not QImage.fromData(place_of(session.store, one.file).read_bytes()).width()  # type: ignore[arg-type]


def test_the_thumbnail_comes_by_itself_and_is_painted(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path
) -> None:
    strip.bring(Given((str(write(tmp_path, "红.jpg", content(halves(900, 900, RED, RED)))),)))
    settle()
    settle()
    found = album_of(session).look(strip.shown()[0])
    assert found is not None and found.picture is not None
    tile = strip.tiles.viewport().grab().toImage()
    assert near(tile, 30 / tile.width(), 30 / tile.height(), RED)


def test_files_pasted_and_a_picture_pasted(
    strip: AttachmentStrip, settle: Settle, tmp_path: Path
) -> None:
    clip = QApplication.clipboard()
    clip.setMimeData(files([write(tmp_path, "甲.jpg", face(1)), write(tmp_path, "乙.jpg", face(2))]))
    strip.add.setFocus()
    QTest.keyClick(strip.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [one.name for one in strip.shown()] == ["甲.jpg", "乙.jpg"]
    clip.setImage(halves(700, 300, GREEN, GREEN))
    strip.tiles.setFocus()
    QTest.keyClick(strip.tiles, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [one.name for one in strip.shown()] == ["甲.jpg", "乙.jpg", "粘贴的图片.jpg"]
    assert strip.tiles.currentIndex().row() == 2


def test_chosen_files_of_every_kind_and_a_program_refused(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path
) -> None:
    names = ["总结.docx", "节目单.pdf", "合唱.mp4"]
    paths = [write(tmp_path, name, f"content of {name}".encode() * 9) for name in names]
    program = write(tmp_path, "setup.exe", b"MZ" + bytes(500))
    broken = write(tmp_path, "半张.jpg", face(3)[:3000])
    wall = write(tmp_path, "墙.png", bomb(60_000, 60_000))
    empty = write(tmp_path, "空.pdf", b"")
    apple = write(tmp_path, "苹果.heic", b"\x00\x00\x00\x18ftypheic" + bytes(400))
    strip.ask_files = lambda _parent: [str(path) for path in (*paths, program, broken, wall, empty, apple)]
    strip.add.setFocus()
    QTest.keyClick(strip.add, Qt.Key.Key_Return)
    settle()
    assert [one.kind for one in strip.shown()] == [PAPER, PDF, FILM]
    assert [session.store.file(one.file) for one in strip.shown()] == [path.read_bytes() for path in paths]
    said = strip.refused.text()
    assert strip.refused.isVisible() and "setup.exe" in said and "半张.jpg" in said and "还有 2 个没有放上" in said


def test_one_undo_takes_all_back_and_redo_brings_them(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path
) -> None:
    for number in range(5):
        write(tmp_path / "照片", f"{number}.jpg", face(number))
    assert drop(strip, files([tmp_path / "照片"]))
    settle()
    assert len(strip.shown()) == 5
    last = session.store.last_action()
    assert last is not None and last.label == "给周雨桐的谈心放上 5 个附件"
    session.undo()
    assert strip.shown() == [] and strip.empty.isVisible()
    session.redo()
    assert [one.name for one in strip.shown()] == [f"{number}.jpg" for number in range(5)]
    strip.tiles.setFocus()
    strip.tiles.set_current(1)
    QTest.keyClick(strip.tiles, Qt.Key.Key_Delete)
    assert [one.name for one in strip.shown()] == ["0.jpg", "2.jpg", "3.jpg", "4.jpg"]
    assert strip.tiles.currentIndex().row() == 1
    last = session.store.last_action()
    assert last is not None and last.label == "删除周雨桐的谈心的附件：1.jpg"
    session.undo()
    assert [one.name for one in strip.shown()] == [f"{number}.jpg" for number in range(5)]


def test_the_same_file_is_stored_once_and_hangs_once(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, ids: dict[str, int]
) -> None:
    one, again = write(tmp_path, "甲.jpg", face(1)), write(tmp_path, "甲 副本.jpg", face(1))
    strip.bring(Given((str(one), str(again))))
    settle()
    assert [each.name for each in strip.shown()] == ["甲.jpg"]
    before = session.store.attached_state()
    strip.bring(Given((str(one),)))
    settle()
    assert len(strip.shown()) == 1 and "已经有这个文件了" in strip.refused.text()
    strip.show_for("child_id", ids["周雨桐"], "周雨桐")
    strip.bring(Given((str(one),)))
    settle()
    assert len(strip.shown()) == 1 and not strip.refused.isVisible()
    assert session.store.attached_state() == before


def test_the_original_is_kept_on_request_without_its_place(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path
) -> None:
    phone = with_exif(content(halves(2600, 1300, RED, BLUE)), orientation=8)
    strip.original = True
    strip.bring(Given((str(write(tmp_path, "大.jpg", phone)),)))
    settle()
    (one,) = strip.shown()
    whole = session.store.file(one.original)
    assert b"GPSPLACE" not in whole and b"Qianshou Phone" not in whole
    assert QImage.fromData(whole).size().width() * QImage.fromData(whole).size().height() == 2600 * 1300
    out = tmp_path / "出去.jpg"
    strip.ask_path = lambda _parent, name: str(out) if name == "大.jpg" else ""
    strip.tiles.set_current(0)
    strip.export(original=True)
    settle()
    assert out.read_bytes() == whole


def test_missing_and_damaged_files_are_said(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, store: FileStore
) -> None:
    strip.bring(Given(tuple(str(write(tmp_path, f"{number}.jpg", face(number))) for number in range(3))))
    settle()
    first, second, third = strip.shown()
    place_of(store, first.file).unlink()
    damaged = place_of(store, second.file)
    damaged.write_bytes(damaged.read_bytes()[:-20] + bytes(20))
    place_of(store, third.thumbnail).unlink()
    album_of(session).forget()
    strip.tiles.viewport().update()
    settle()
    settle()
    look = album_of(session).look
    found = [look(one) for one in (first, second, third)]
    assert [one.wrong if one else "?" for one in found] == [MISSING, DAMAGED, ""]
    # A lost thumbnail is made anew of the picture.
    assert found[2] is not None and found[2].picture is not None
    assert strip.wrong.isVisible() and strip.wrong.text().startswith("2 个文件不见了或者坏了")


def test_children_without_consent_are_named_beside_pictures(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, ids: dict[str, int]
) -> None:
    strip.bring(Given((str(write(tmp_path, "说明.txt", b"words")),)))
    settle()
    assert not strip.consent.isVisible()
    strip.bring(Given((str(write(tmp_path, "甲.jpg", face(1))),)))
    settle()
    assert strip.consent.text() == "还没问过家长：周雨桐、罗子轩"
    children = session.snapshot.children
    session.apply("同意", edits.set_child_field(children[ids["周雨桐"]], "photo_consent", "yes"))
    session.apply("不同意", edits.set_child_field(children[ids["罗子轩"]], "photo_consent", "no"))
    assert strip.consent.text() == "家长不同意拍照：罗子轩"
    both = [ids["周雨桐"], ids["罗子轩"]]
    seen = [one for one in strip.shown() if one.kind == PICTURE]
    marks = [[sheet.keywords["marked"] for sheet in picture_sheets(session, seen, "谈心", some).sheets]  # type: ignore[attr-defined]
             for some in (both, both[:1], [])]  # fmt: skip
    assert marks == [[True], [False], [False]], "a sheet says that somebody may not be seen, and never who"


def test_saving_several_into_a_folder_is_noted(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, store: FileStore
) -> None:
    paths = [write(tmp_path / "a", "图.png", content(halves(800, 600), "PNG")), write(tmp_path / "b", "图.jpg", face(2))]
    strip.bring(Given(tuple(map(str, paths))))
    settle()
    out = tmp_path / "出去"
    out.mkdir()
    strip.ask_folder = lambda _parent: str(out)
    strip.tiles.setFocus()
    strip.tiles.selectAll()
    strip.export()
    settle()
    assert sorted(path.name for path in out.iterdir()) == ["图 2.jpg", "图.jpg"]
    assert (out / "图.jpg").read_bytes() == store.file(strip.shown()[0].file)
    noted = store._conn.execute("SELECT what, detail FROM log_entry ORDER BY id DESC LIMIT 1").fetchone()
    which = ",".join(str(one.id) for one in strip.shown())
    assert tuple(noted) == ("export_attachment", f"attachments={which}")


def test_a_drop_of_words_is_not_taken(strip: AttachmentStrip) -> None:
    mime = QMimeData()
    mime.setText("只是字")
    assert not drop(strip, mime)


def test_a_strip_that_belongs_to_nothing_is_not_there(strip: AttachmentStrip, qtbot: QtBot) -> None:
    strip.show_for("record_id", 0)
    assert not strip.isVisible()


def test_of_many_only_what_is_on_the_screen_is_read(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, record: int
) -> None:
    strip.bring(Given((str(write(tmp_path, "甲.jpg", face(1))),)))
    settle()
    one = strip.shown()[0]
    same = [Kept(one.file, f"{number}.jpg", PICTURE, one.bytes, one.thumbnail) for number in range(2000)]
    changes = [change for kept in same for change in attach("record_id", record, [kept], "2026-11-24")]
    album_of(session).forget()
    session.apply("很多", changes)
    settle()
    assert len(strip.shown()) == 2001
    album = album_of(session)
    read = [row for row in strip.shown() if row.id in album._kept]
    assert 0 < len(read) <= 40
    strip.tiles.setFocus()
    QTest.keyClick(strip.tiles, Qt.Key.Key_End)
    settle()
    assert strip.tiles.currentIndex().row() == 2000 and strip.shown()[-1].id in album._kept
    assert len([row for row in strip.shown() if row.id in album._kept]) <= 80


def test_a_lock_while_pictures_are_read_spoils_none(
    strip: AttachmentStrip, session: Session, settle: Settle, tmp_path: Path, store: FileStore
) -> None:
    strip.bring(Given(tuple(str(write(tmp_path, f"{number}.jpg", face(number))) for number in range(6))))
    settle()
    album = album_of(session)
    album.forget()
    with store.for_thread() as other:
        # As after the login that follows a lock: the file is open anew, and the old one lost its key.
        store._files = attached.AttachedFiles(store._folder, b"")
        for one in strip.shown():
            album.look(one)
        settle()
        session.store = other
        strip.tiles.viewport().update()
        settle()
        settle()
        looks = [album.look(one) for one in strip.shown()]
        assert [look.wrong if look else "?" for look in looks] == [""] * 6
        session.store = store


def test_a_school_that_goes_waits_for_its_reader(
    session: Session, strip: AttachmentStrip, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    strip.bring(Given(tuple(str(write(tmp_path, f"{number}.jpg", face(number))) for number in range(6))))
    settle()
    other = Session(session.disk, session.store, session.today)
    album = album_of(other)
    for one in strip.shown():
        album.look(one)
    shiboken6.delete(other)
    assert not shiboken6.isValid(album)
