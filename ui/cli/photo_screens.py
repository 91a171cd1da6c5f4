"""The screens of photos, for the pictures of the program: a dossier being cut, a folder being put to its names."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.photos import printed_photo
from app.ports import Disk
from app.roster import RosterRow
from app.school import Snapshot
from app.store import Store
from ui.children.roster_page import RosterPage
from ui.cli.headless import made_folder
from ui.photos.portraits import portrait
from ui.photos.reading import encoded

LARGE, SMALL = QSize(960, 1280), QSize(90, 120)


def with_photo_first(shown: Sequence[int], snapshot: Snapshot) -> int:
    """A child of the list with a photo, else the first one."""
    return next((key for key in shown if printed_photo(snapshot.children[key])), shown[0])


def crop(page: RosterPage) -> Iterator[tuple[str, QWidget]]:
    """The frame over the photo of the dossier that is open."""
    page.dossier.photo.cut()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        yield "photo-crop", dialog
        dialog.reject()


def folder_of_photos(disk: Disk, store: Store, rows: list[RosterRow], aside: PurePath) -> tuple[str, ...]:
    """Drawn portraits, named as a school names its photos; never by real children outside their locked file."""
    folder = aside / "学生照片"
    made_folder(folder)
    sample = store.school().is_sample
    named = [f"{row.class_name} {row.name}" for row in rows[:9]] if sample else ["张三", "李四", "王小二"]
    extra = [f"{rows[12].name}", f"{rows[12].name} (2)", "IMG_0421"] if sample and len(rows) > 12 else ["IMG_0421"]
    paths = []
    for number, name in enumerate([*named, *extra]):
        girl = number < len(rows) and rows[number].sex == "女"
        path = folder / f"{name}.jpg"
        size = SMALL if number == 2 else LARGE
        disk.write_bytes(path, encoded(portrait(number + 50, girl=girl, size=size)))
        paths.append(str(path))
    half = folder / "半张.jpg"
    disk.write_bytes(half, encoded(portrait(1, girl=True))[:9000])
    return (*paths, str(half))
