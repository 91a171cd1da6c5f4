"""The four small codes in the corners of a page: which page it is, and which of its corners."""

import hashlib
import math
from dataclasses import dataclass
from typing import Any

from app import late
from app.slips.geometry import Point

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that a person takes for one another; QR has a short form for capitals and digits."""
LONG = 10
MARK = "QS"
CORNERS = (TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT) = ("1", "2", "3", "4")
LEVEL = "Q"
"""A quarter of the code may be dirty."""


@dataclass(frozen=True, slots=True)
class Grey:
    """A picture in 256 shades, 0 = black; line after line, each `stride` bytes long."""

    width: int
    height: int
    stride: int
    pixels: memoryview | bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """A corner code found in a picture, with its own four corners: top left, top right, bottom right, bottom left as
    they lie on the page."""

    code: str
    corner: str
    points: tuple[Point, Point, Point, Point]


def code_of(*of: object) -> str:
    """The name of a page with this content: the same page printed again has the same, whatever else was printed; a
    page of another school or week has another but for one chance in 10^15."""
    spelt = "\0".join(str(one) for one in of).encode()
    number = int.from_bytes(hashlib.blake2b(spelt, digest_size=16).digest())
    code = ""
    for _ in range(LONG):
        number, place = divmod(number, len(LETTERS))
        code += LETTERS[place]
    return code


def text_of(code: str, corner: str) -> str:
    """What a corner code says: nothing of child, teacher or school."""
    return f"{MARK}{code}{corner}"


def parse(text: str) -> tuple[str, str] | None:
    """(page, corner), or None for a code that is none of ours."""
    code, corner = text[len(MARK) : -1], text[-1:]
    if not text.startswith(MARK) or len(code) != LONG or corner not in CORNERS or not set(code) <= set(LETTERS):
        return None
    return code, corner


def modules(text: str, level: str = LEVEL) -> tuple[tuple[bool, ...], ...]:
    """The code as rows of dark (True) and light squares, without the white around it."""
    library = late.load("zxingcpp")
    made = library.create_barcode(text, library.BarcodeFormat.QRCode, ec_level=level)
    shades = bytes(library.write_barcode_to_image(made, scale=1, add_quiet_zones=False))
    wide = math.isqrt(len(shades))
    return tuple(tuple(not shade for shade in shades[at : at + wide]) for at in range(0, len(shades), wide))


def find(picture: Grey) -> list[Seen]:
    """Every corner code of ours in the picture, however it is turned."""
    library = late.load("zxingcpp")
    view = library.ImageView(
        picture.pixels, picture.width, picture.height, library.ImageFormat.Lum, picture.stride, 1
    )
    found: dict[tuple[str, str], Seen] = {}
    for one in library.read_barcodes(view, formats=library.BarcodeFormat.QRCode, try_invert=False):
        if named := parse(one.text):
            found[named] = Seen(*named, _points(one.position))
    return list(found.values())


def _points(place: Any) -> tuple[Point, Point, Point, Point]:
    """In the middle of the pixels that the library names."""
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    first, second, third, fourth = ((corner.x + 0.5, corner.y + 0.5) for corner in corners)
    return first, second, third, fourth
