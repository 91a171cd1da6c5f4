"""Pictures and films kept as they came tell no place, and show the same as before."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from app.bare_pictures import bare, bare_film
from tests.ui.photos.pictures import BLUE, RED, content, halves, with_exif

PLACE = b"27.95N 109.6E"


def shown(data: bytes) -> QImage:
    """As a viewer shows it: held upright."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("held", range(1, 9))
def test_a_jpeg_keeps_its_points_and_how_it_was_held_and_nothing_else(held: int) -> None:
    plain = content(halves(300, 200, RED, BLUE))
    phone = with_exif(plain, held)
    clean = bare(phone)
    assert clean is not None
    assert PLACE in phone and PLACE not in clean
    assert b"Qianshou Phone" not in clean and "石桥镇".encode() not in clean
    assert shown(clean) == shown(phone)
    # From the first table on not a byte differs.
    assert clean.endswith(plain[plain.index(b"\xff\xdb") :])


def test_what_hangs_behind_a_jpeg_goes() -> None:
    plain = content(halves(300, 200))
    clean = bare(plain + b"\x00\x00\x00\x18ftypmp42" + PLACE)
    assert clean == bare(plain)


def test_a_png_loses_its_texts() -> None:
    plain = content(halves(300, 200), "PNG")

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    end = plain.index(b"IEND") - 4
    texts = chunk(b"tEXt", b"GPS\x00" + PLACE) + chunk(b"eXIf", b"II*\x00" + PLACE) + chunk(b"iTXt", b"XML" + PLACE)
    marked = plain[:end] + texts + plain[end:] + PLACE
    clean = bare(marked)
    assert clean is not None and PLACE not in clean
    assert shown(clean) == shown(plain)


def test_a_webp_loses_its_texts() -> None:
    plain = content(halves(300, 200), "WEBP")
    body = plain[12:]
    wide, high = (300 - 1).to_bytes(3, "little"), (200 - 1).to_bytes(3, "little")
    head = b"VP8X" + struct.pack("<I", 10) + bytes((0x0C, 0, 0, 0)) + wide + high
    exif = b"EXIF" + struct.pack("<I", len(PLACE)) + PLACE + b"\0" * (len(PLACE) % 2)
    whole = b"WEBP" + head + body + exif
    marked = b"RIFF" + struct.pack("<I", len(whole)) + whole
    clean = bare(marked)
    assert clean is not None and PLACE not in clean
    assert shown(clean) == shown(plain)
    assert len(clean) == 8 + int.from_bytes(clean[4:8], "little")


def test_what_cannot_be_cleaned_is_not_kept() -> None:
    assert bare(b"II*\0" + bytes(100)) is None
    bmp = content(halves(30, 20), "BMP")
    assert bare(bmp) == bmp


def box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", 8 + len(inside)) + kind + inside


def test_a_film_loses_its_place_and_nothing_moves() -> None:
    frames = box(b"mdat", bytes(range(256)))
    user = box(b"udta", box(b"\xa9xyz", b"\x00\x10\x15\xc7+27.95+109.6/") + box(b"name", b"sing"))
    keys = box(b"meta", box(b"hdlr", b"mdta") + box(b"keys", b"com.apple.quicktime.location.ISO6709")
               + box(b"ilst", b"+27.95+109.6/"))  # fmt: skip
    film = box(b"ftyp", b"mp42") + box(b"moov", box(b"mvhd", b"7") + user + keys) + frames
    clean = bare_film(film)
    assert len(clean) == len(film) and clean.endswith(frames)
    assert b"27.95" not in clean and b"sing" in clean
    assert bare_film(clean) == clean
    assert bare_film(b"no film at all") == b"no film at all"


@pytest.mark.parametrize("cut", [0, 1, 5, 9, 20, 60, 150])
def test_a_cut_or_silly_file_ends(cut: int) -> None:
    for whole in (with_exif(content(halves(80, 80)), 6), content(halves(80, 80), "PNG"), content(halves(80, 80), "WEBP")):
        bare(whole[:cut])
        bare(whole[:20] + b"\xff" * cut)
    bare_film(b"\0\0\0\x08ftyp" + b"\0\0\0\0moov" * cut)
    bare_film(b"\0\0\0\x08ftyp" + b"\0\0\0\1moov" * cut)
