"""What a drop or the clipboard brings: files on the disk, or a picture without a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from app.ports import Disk
from app.tablefile import CannotRead

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".heic", ".gif", ".tif", ".tiff", ".jfif"})


@dataclass(frozen=True, slots=True)
class Given:
    """Paths of files and folders, or the content of one picture."""

    paths: tuple[str, ...] = ()
    content: bytes = b""

    def __bool__(self) -> bool:
        return bool(self.paths or self.content)


def given(mime: QMimeData | None) -> Given:
    """Files come before the picture a program put beside them: they are the better one."""
    if mime is None:
        return Given()
    paths = tuple(url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    if paths:
        return Given(paths)
    if mime.hasImage():
        picture = mime.imageData()
        if isinstance(picture, QImage) and not picture.isNull():
            return Given(content=content(picture))
    return Given()


def from_clipboard() -> Given:
    """What Ctrl+V would bring."""
    return given(QGuiApplication.clipboard().mimeData())


def is_folder(disk: Disk, path: str) -> bool:
    """Whether the path is that of a folder."""
    try:
        disk.files_below(PurePath(path))
    except CannotRead as error:
        return error.reason != "missing"
    return True


def brings_photos(disk: Disk, paths: Sequence[str]) -> bool:
    """Whether what is dropped looks like photos rather than a table: a folder, or files that end as pictures do."""
    if len(paths) == 1 and PurePath(paths[0]).suffix.lower() not in PICTURES:
        return is_folder(disk, paths[0])
    return bool(paths) and all(PurePath(path).suffix.lower() in PICTURES for path in paths)


def content(picture: QImage, kind: str = "png") -> bytes:
    """The picture as a file of that kind."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind.encode())).write(picture)
    buffer.close()
    return bytes(data.data())
