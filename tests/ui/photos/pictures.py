"""Pictures as cameras, phones and strangers send them."""

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

RED, BLUE, GREEN = "#C01818", "#1830C0", "#18A018"


def halves(wide: int, high: int, first: str = RED, second: str = BLUE, *, sideways: bool = False) -> QImage:
    """A picture of two colours, one above the other, or side by side."""
    picture = QImage(wide, high, QImage.Format.Format_RGB32)
    picture.fill(QColor(second))
    painter = QPainter(picture)
    if sideways:
        painter.fillRect(0, 0, wide // 2, high, QColor(first))
    else:
        painter.fillRect(0, 0, wide, high // 2, QColor(first))
    painter.end()
    return picture


def content(picture: QImage, kind: str = "JPEG") -> bytes:
    """The picture as a file of that kind."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, kind, 95)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def with_exif(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG as a phone writes it: how it was held, where it was taken, what took it."""
    make, place = b"Qianshou Phone\x00", b"GPSPLACE 27.95N 109.6E\x00"
    count = 3
    entries_end = 8 + 2 + 12 * count + 4
    make_at, gps_at = entries_end, entries_end + len(make)
    gps_data = gps_at + 2 + 12 + 4
    tiff = b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", count)
    tiff += struct.pack("<HHII", 0x010F, 2, len(make), make_at)
    tiff += struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff += struct.pack("<HHII", 0x8825, 4, 1, gps_at)
    tiff += struct.pack("<I", 0) + make
    tiff += struct.pack("<H", 1) + struct.pack("<HHII", 0x001B, 2, len(place), gps_data) + struct.pack("<I", 0) + place
    payload = b"Exif\x00\x00" + tiff
    comment = "拍照地点：石桥镇".encode()
    segments = b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
    segments += b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
    return jpeg[:2] + segments + jpeg[2:]


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that says it is as large as a wall."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(999))) + chunk(b"IEND", b"")


def face(number: int, wide: int = 600, high: int = 800) -> bytes:
    """A picture of its own, as a JPEG."""
    return content(halves(wide, high, QColor.fromHsv(number * 37 % 360, 200, 200).name(), GREEN))


def write(folder: Path, name: str, data: bytes) -> Path:
    """Put a file into a folder, made if need be."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty": ("empty", b""),
    "program": ("no_picture", b"MZ\x90\x00" + bytes(4000)),
    "text": ("no_picture", "张三的照片".encode() * 50),
    "table": ("no_picture", b"PK\x03\x04" + bytes(4000)),
    "iphone": ("apple", b"\x00\x00\x00\x18ftypheic" + bytes(4000)),
    "bomb": ("too_large", bomb(60_000, 60_000)),
    "bomb-inside": ("truncated", bomb(6000, 6000)),
    "icon": ("too_small", content(halves(16, 16), "PNG")),
    "half-jpeg": ("truncated", face(1)[:3000]),
    "almost-jpeg": ("truncated", face(1)[:-2]),
    "head-jpeg": ("truncated", face(1)[:20]),
    "half-png": ("truncated", content(halves(600, 800), "PNG")[:-200]),
    "half-bmp": ("truncated", content(halves(600, 800), "BMP")[:-2000]),
    "half-webp": ("truncated", content(halves(600, 800), "WEBP")[:-100]),
}
"""Files called .jpg, and why each is refused."""
