"""Files of scanners and phones: pictures as they are, PDFs page by page, hostile ones refused in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.slips.scans import ScanRefused
from app.tablefile import CannotRead
from db.scans import read_scan
from tests.db.pdf_pages import fax, flate, jpeg, pdf

WIDE, HIGH = 400, 500
GREY = bytes(20 if x < 100 else 230 for _y in range(HIGH) for x in range(WIDE))
ONE_BIT = (b"\x00" * 12 + b"\x0f" + b"\xff" * 37) * HIGH
"""The same in black and white: a PDF says 1 for white."""


@pytest.fixture
def stored(tmp_path: Path) -> Callable[[bytes], Path]:
    def store(content: bytes) -> Path:
        path = tmp_path / "扫描 一.pdf"
        path.write_bytes(content)
        return path

    return store


def check(picture: QImage) -> None:
    """Dark at the left, light at the right."""
    assert (picture.width(), picture.height()) == (WIDE, HIGH)
    assert picture.pixelColor(50, 250).lightness() < 60
    assert picture.pixelColor(300, 250).lightness() > 200


def as_jpeg(tmp_path: Path) -> bytes:
    picture = QImage(GREY, WIDE, HIGH, WIDE, QImage.Format.Format_Grayscale8)
    assert picture.save(str(tmp_path / "page.jpg"), quality=80)
    return (tmp_path / "page.jpg").read_bytes()


RGB = "/DeviceRGB"
PAGES = {
    "grey": flate(WIDE, HIGH, "/DeviceGray", 8, GREY),
    "coloured": flate(WIDE, HIGH, RGB, 8, bytes(shade for shade in GREY for _ in range(3))),
    "turned round": flate(WIDE, HIGH, "/DeviceGray", 8, bytes(255 - shade for shade in GREY), Decode="[1 0]"),
    "black and white": flate(WIDE, HIGH, "/DeviceGray", 1, ONE_BIT),
    "with a palette": flate(WIDE, HIGH, f"[/Indexed {RGB} 255 <{bytes(n for n in range(256) for _ in 'rgb').hex()}>]",
                            8, GREY),
    "palette of two": flate(WIDE, HIGH, f"[/Indexed {RGB} 1 <ffffff000000>]", 1,
                            bytes(255 - one for one in ONE_BIT)),
    "mask": flate(WIDE, HIGH, "/DeviceGray", 1, ONE_BIT, ImageMask="true"),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_a_scanner_comes_out_as_its_picture(kind: str, stored: Callable[[bytes], Path]) -> None:
    scan = read_scan(stored(pdf([PAGES[kind]])))
    assert (scan.name, len(scan.pages)) == ("扫描 一.pdf", 1)
    check(QImage.fromData(scan.pages[0]()))


def test_a_jpeg_lies_in_a_pdf_as_it_is(stored: Callable[[bytes], Path], tmp_path: Path) -> None:
    content = as_jpeg(tmp_path)
    assert read_scan(stored(pdf([jpeg(WIDE, HIGH, content)]))).pages[0]() == content


def test_a_fax_comes_out_as_a_picture(stored: Callable[[bytes], Path]) -> None:
    # 400 × 500 points, the left quarter black: the first row as runs, each other as the one above (CCITT group 4).
    # Horizontal mode, white run of 0, black run of 100 (64 + 36); the rest of the row as the white row above it.
    first = "001" + "00110101" + "0000001111" + "000011010100" + "1"
    bits = first + "111" * (HIGH - 1) + "000000000001" * 2
    data = int(bits.ljust((len(bits) + 7) // 8 * 8, "0"), 2).to_bytes((len(bits) + 7) // 8)
    check(QImage.fromData(read_scan(stored(pdf([fax(WIDE, HIGH, data)]))).pages[0]()))


def test_every_page_of_a_pile_is_there_and_a_logo_is_no_page(stored: Callable[[bytes], Path]) -> None:
    logo = flate(90, 40, "/DeviceGray", 8, bytes(90 * 40))
    scan = read_scan(stored(pdf([PAGES["grey"]], [logo, PAGES["black and white"]])))
    for page in scan.pages:
        check(QImage.fromData(page()))


def test_a_picture_is_handed_over_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(as_jpeg(tmp_path))
    [page] = read_scan(path).pages
    assert page() == path.read_bytes()


REFUSED = {
    "encrypted": pdf([PAGES["grey"]], encrypt=True),
    "no_picture": pdf([]),
    "strips": pdf([flate(WIDE, HIGH, "/DeviceGray", 8, GREY)] * 3),
    "packed": pdf([({"Width": "400", "Height": "500", "Filter": "/JBIG2Decode", "ColorSpace": "/DeviceGray"}, b"x")]),
    "damaged": pdf([PAGES["grey"]])[:600],
    "too_many": pdf([flate(20_000, 20_000, "/DeviceGray", 8, b"")]),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_holds_no_page_says_why(reason: str, stored: Callable[[bytes], Path]) -> None:
    with pytest.raises(ScanRefused) as refused:
        for page in read_scan(stored(REFUSED[reason])).pages:
            page()
    assert refused.value.reason == reason


@pytest.mark.parametrize("cut", range(40, 900, 61))
def test_no_cut_or_dented_pdf_ends_the_program(cut: int, stored: Callable[[bytes], Path]) -> None:
    whole = pdf([PAGES["grey"]])
    for content in (whole[:cut], whole[:cut] + b"\xff\x00 R >>" + whole[cut + 9 :]):
        try:
            for page in read_scan(stored(content)).pages:
                page()
        except ScanRefused as error:
            assert error.reason in ("damaged", "no_picture", "packed", "encrypted", "strips", "too_many")


def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_scan(tmp_path / "没有.pdf")


def test_colours_are_kept(stored: Callable[[bytes], Path]) -> None:
    red = bytes((200, 30, 30)) * (WIDE * HIGH)
    picture = QImage.fromData(read_scan(stored(pdf([flate(WIDE, HIGH, RGB, 8, red)]))).pages[0]())
    assert picture.pixelColor(5, 5) == QColor(200, 30, 30)
