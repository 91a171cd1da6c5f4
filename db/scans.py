"""Scans that a person chose to bring in: pictures as they are, and PDFs of a scanner page by page, by their pictures.

A scanner's PDF is a picture to a page. It is taken out as it lies there (JPEG, fax) or as plain shades (PNM), which the
screen's own picture reader understands: no other library for pictures is shipped.
"""

import io
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import Any

from app import late
from app.slips.scans import Scan, ScanRefused
from db.incoming import read_file

MOST_BYTES = 256 << 20
MOST_PAGES = 400
MOST_POINTS = 200_000_000
"""Of one picture of a PDF."""
WHOLE = 0.6
"""The largest picture of a page has at least this part of all its points, or the page was cut into strips."""
SMALL = 150_000
"""Points of a picture that shows no page: a logo, a signature."""
_JPEG, _FAX, _PACKED = "/DCTDecode", "/CCITTFaxDecode", ("/JBIG2Decode", "/JPXDecode")
_DEEP = 4
"""How deep forms of a PDF may lie in one another."""


def read_scan(path: PurePath) -> Scan:
    """The pages of a picture file or PDF. Raises CannotRead (missing, locked, too_big), ScanRefused."""
    return scan_of(read_file(path, MOST_BYTES), path.name)


def scan_of(content: bytes, name: str) -> Scan:
    """The pages of a picture's or PDF's content. Raises ScanRefused."""
    if not content.lstrip()[:5].startswith(b"%PDF"):
        return Scan(name, (lambda: content,))
    library = late.load("pypdf")
    try:
        reader = library.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ScanRefused("encrypted")
        count = len(reader.pages)
    except ScanRefused:
        raise
    except Exception as error:  # a hostile file may raise anything inside the library
        raise ScanRefused("damaged", str(error)) from error
    if count > MOST_PAGES:
        raise ScanRefused("too_many", str(count))
    return Scan(name, tuple(partial(_page, reader, number) for number in range(count)))


def _page(reader: Any, number: int) -> bytes:
    """The picture of one page of a PDF. Raises ScanRefused."""
    try:
        pictures = list(_pictures(reader.pages[number], 0))
        sizes = [_size(picture) for picture in pictures]
        largest = max(sizes, default=0)
        if largest < SMALL:
            raise ScanRefused("no_picture")
        if largest < WHOLE * sum(size for size in sizes if size >= SMALL):
            raise ScanRefused("strips")
        if largest > MOST_POINTS:
            raise ScanRefused("too_many", str(largest))
        return _content(pictures[sizes.index(largest)])
    except ScanRefused:
        raise
    except (MemoryError, zlib.error) as error:
        raise ScanRefused("damaged", str(error)) from error
    except Exception as error:  # a hostile file may raise anything inside the library
        raise ScanRefused("damaged", str(error)) from error


def _pictures(holder: Any, deep: int) -> Iterator[Any]:
    resources = holder.get("/Resources")
    listed = resources.get_object().get("/XObject") if resources is not None else None
    objects = listed.get_object() if listed is not None else {}
    for name in objects:
        one = objects[name].get_object()
        if one.get("/Subtype") == "/Image":
            yield one
        elif one.get("/Subtype") == "/Form" and deep < _DEEP:
            yield from _pictures(one, deep + 1)


def _size(picture: Any) -> int:
    return int(picture.get("/Width", 0)) * int(picture.get("/Height", 0))


def _content(picture: Any) -> bytes:
    filters = picture.get("/Filter")
    last = (filters[-1] if isinstance(filters, list) else filters) if filters else ""
    if last in _PACKED:
        raise ScanRefused("packed", str(last))
    data: bytes = picture.get_data()
    # A JPEG is left as it is; a fax comes out of the library with the head of a TIFF.
    if last in (_JPEG, _FAX):
        return data
    return _plain(picture, data)


def _plain(picture: Any, data: bytes) -> bytes:
    """Bare shades as a PNM file: grey, coloured, or black and white."""
    wide, high = int(picture["/Width"]), int(picture["/Height"])
    bits = 1 if picture.get("/ImageMask") else int(picture.get("/BitsPerComponent", 8))
    kind, palette, parts = _colours(picture.get("/ColorSpace"))
    line = (wide * parts * bits + 7) // 8
    if bits not in (1, 8) or parts not in (1, 3) or len(data) < line * high:
        raise ScanRefused("packed", f"{bits} bits, {parts} parts")
    data = data[: line * high]
    backwards = [float(one) for one in picture.get("/Decode", ())][:2] == [1.0, 0.0]
    if bits == 1:
        first_is_dark = not palette or sum(palette[:3]) <= sum(palette[3:6])
        # A PBM says 1 for black, a PDF for white.
        flip = first_is_dark != backwards
        return b"P4 %d %d\n" % (wide, high) + (data.translate(_FLIPPED) if flip else data)
    if kind == "indexed":
        return b"P6 %d %d 255\n" % (wide, high) + _painted(data, palette)
    head = b"P6" if parts == 3 else b"P5"
    return head + b" %d %d 255\n" % (wide, high) + (data.translate(_FLIPPED) if backwards else data)


_FLIPPED = bytes(255 - shade for shade in range(256))


def _colours(space: Any) -> tuple[str, bytes, int]:
    """(grey, rgb or indexed; the palette as RGB; how many parts a point has)."""
    if space is None:
        return "grey", b"", 1
    space = space.get_object()
    if isinstance(space, str):
        return {"/DeviceGray": ("grey", b"", 1), "/CalGray": ("grey", b"", 1), "/DeviceRGB": ("rgb", b"", 3)}.get(
            space, ("other", b"", 4)
        )
    name = space[0]
    if name == "/ICCBased":
        parts = int(space[1].get_object().get("/N", 3))
        return ("grey" if parts == 1 else "rgb"), b"", parts
    if name == "/Indexed":
        _kind, _none, parts = _colours(space[1])
        table = space[3].get_object()
        raw = table.get_data() if hasattr(table, "get_data") else _raw(table)
        return "indexed", raw if parts == 3 else bytes(shade for shade in raw for _ in range(3)), 1
    return {"/CalGray": ("grey", b"", 1), "/CalRGB": ("rgb", b"", 3)}.get(name, ("other", b"", 4))


def _raw(text: Any) -> bytes:
    return bytes(getattr(text, "original_bytes", b"")) or str(text).encode("latin-1")


def _painted(data: bytes, palette: bytes) -> bytes:
    colours = palette.ljust(768, b"\0")[:768]
    painted = bytearray(3 * len(data))
    for part in range(3):
        painted[part::3] = data.translate(bytes(colours[part::3]))
    return bytes(painted)
