"""A morning with photos: one pasted, one cut, a folder dropped, cards printed, all of it on a new computer again."""

import subprocess
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.children import Child
from tests.journeys.clerk import PASSWORD, Clerk
from tests.ui.photos.conftest import drop, files
from tests.ui.photos.pictures import RED, content, face, halves, with_exif, write
from ui.children.dossier import Dossier
from ui.photos.crop import CropView

SAMPLES = Path(__file__).parent.parent / "samples"


def children(clerk: Clerk) -> list[Child]:
    """Everybody, in the order of the list on screen."""
    snapshot = clerk.window.session.snapshot
    return [snapshot.children[key] for key in clerk.roster.listing.shown()]


def open_dossier(clerk: Clerk, child: Child) -> Dossier:
    """Search the name, press Enter."""
    clerk.roster.open_child(child.id)
    return clerk.roster.dossier


def sheet(pdf: Path, number: int) -> QImage:
    """A page of the PDF, 4 pixels to a mm."""
    subprocess.run(["pdftoppm", "-r", "101.6", "-f", str(number), "-l", str(number), "-png", pdf, pdf], check=True)
    (picture,) = pdf.parent.glob(f"{pdf.name}-*.png")
    return QImage(str(picture))


def test_from_the_phone_to_the_card_and_to_a_new_computer(clerk: Clerk, folder: Path, tmp_path: Path) -> None:
    clerk.starts(folder)
    clerk.opens_new_school()
    clerk.imports(SAMPLES / "register.xlsx")
    first, second, third, *others = children(clerk)

    # A portrait that was sent to her over the network lies in the clipboard.
    dossier = open_dossier(clerk, first)
    QApplication.clipboard().setImage(halves(900, 1200, RED, RED))
    dossier.head.photo.setFocus()
    clerk.control(Qt.Key.Key_V)
    assert clerk.reads("照片还没问过家长，联系卡上先空着")
    clerk.look("photo-pasted")
    clerk.press("家长同意")
    assert not clerk.reads("没问过家长")

    # A phone's picture of the whole room is dropped and cut.
    clerk.key(Qt.Key.Key_PageDown)
    assert dossier.child_id == second.id
    taken = with_exif(content(halves(2000, 1500, sideways=True)), 1)
    assert drop(dossier.head.photo, files(write(tmp_path, "IMG_0231.jpg", taken)))
    clerk.click(dossier.head.photo)
    clerk.until(lambda: bool(clerk.seen(CropView)) and clerk.seen(CropView)[0].hasFocus())
    assert clerk.reads(f"{second.name}的照片")
    for _ in range(40):
        clerk.key(Qt.Key.Key_Left)
    clerk.look("photo-cut")
    clerk.press("就用框里的")
    clerk.press("家长同意")
    kept = clerk.window.session.store.file(clerk.window.session.snapshot.children[second.id].photo)
    assert b"GPS" not in kept and QColor(QImage.fromData(kept).pixel(400, 300)).red() > 150

    # She drops the wrong thing, and nothing is lost.
    assert drop(dossier.head.photo, files(write(tmp_path, "照片.jpg", b"MZ" + bytes(900))))
    assert clerk.reads("照片没有放上：这不是照片", "原来的照片没有动")
    clerk.key(Qt.Key.Key_Escape)

    # The photographer's folder comes on a stick: by name, by ID number, and some that nobody knows.
    stick = tmp_path / "U盘" / "三年级照片"
    write(stick, f"{third.id_number}.jpg", face(7))
    for number, child in enumerate(others[:4]):
        write(stick, f"{child.name}.jpg", face(10 + number))
    write(stick, "DSC_0007.jpg", face(20))
    write(stick, "半张.jpg", face(21)[:2000])
    assert drop(clerk.window, files(stick))
    clerk.waits("5 张对上了，1 张要看一眼，1 张读不了")
    clerk.look("photos")
    clerk.press("这 5 个孩子的家长都同意拍照，照片印在联系卡上")
    clerk.press("放 5 张照片")
    clerk.waits("放好了 5 张照片，Ctrl+Z 撤回")
    clerk.look("photos-done")
    assert sum(bool(child.photo) for child in clerk.window.session.snapshot.children.values()) == 7
    clerk.control(Qt.Key.Key_Z)
    assert sum(bool(child.photo) for child in clerk.window.session.snapshot.children.values()) == 2
    clerk.control(Qt.Key.Key_Y)
    clerk.key(Qt.Key.Key_Escape)
    clerk.key(Qt.Key.Key_Escape)

    # On paper.
    clerk.window.go("print", ([first.id], "school"))
    pdf = tmp_path / "联系卡.pdf"
    clerk.will_save(pdf)
    clerk.control(Qt.Key.Key_E)
    clerk.waits("存好了")
    box = QRect(((198 - 25) * 4) + 4, round((11.5 + 10.6) * 4) + 4, 23 * 4, 33 * 4)
    seen = sheet(pdf, 1).copy(box)
    corners = [(0, 0), (seen.width() - 1, 0), (0, seen.height() - 1), (seen.width() // 2, seen.height() // 2)]
    assert all(QColor(seen.pixel(x, y)).red() > 150 > QColor(seen.pixel(x, y)).blue() for x, y in corners)

    # On leaving it is all backed up; on a new computer it is all there again.
    photos = {child.id: child.photo for child in clerk.window.session.snapshot.children.values() if child.photo}
    clerk.leaves()
    newest = max((folder / "backups").glob("*.qsbak"), key=lambda path: path.stat().st_mtime_ns)
    clerk.starts(tmp_path / "新电脑")
    clerk.press("从备份恢复")
    clerk.will_open(newest)
    clerk.press("选一份备份文件…")
    clerk.fill("备份时的密码", PASSWORD)
    clerk.press("检查这份备份")
    clerk.waits("没有损坏")
    clerk.press("恢复这份备份")
    clerk.ready()
    clerk.logs_in()
    clerk.until(lambda: clerk.shell.window_ is not None)
    store = clerk.window.session.store
    assert {child.id: child.photo for child in clerk.window.session.snapshot.children.values() if child.photo} == photos
    assert store.attached_state().sound and store.attached_state().stored >= 7
    open_dossier(clerk, first)
    clerk.look("photo-again")
    assert clerk.roster.dossier.head.photo.found().picture is not None
