"""A picture becomes a photo: upright, of the card's size, of itself alone; and what is none is told apart."""

import pytest
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QColor, QImage

from app.photos import PictureRefused
from tests.ui.photos.pictures import BLUE, HOSTILE, RED, content, face, halves, with_exif
from ui.photos import frame, reading


def opened(photo: bytes) -> QImage:
    return QImage.fromData(QByteArray(photo))


def near(picture: QImage, x: int, y: int, colour: str) -> bool:
    seen, wanted = QColor(picture.pixel(x, y)), QColor(colour)
    return all(abs(a - b) < 40 for a, b in zip(seen.getRgb(), wanted.getRgb(), strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "WEBP"])
def test_every_kind_of_picture_becomes_a_small_jpeg(kind: str) -> None:
    photo = reading.kept_photo(content(halves(1800, 2400), kind))
    picture = opened(photo)
    assert photo.startswith(b"\xff\xd8")
    assert picture.size() == QSize(480, 640)
    assert near(picture, 240, 20, RED) and near(picture, 240, 620, BLUE)


@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (1, halves(900, 1200)),
        (3, halves(900, 1200, BLUE, RED)),
        (6, halves(1200, 900, RED, BLUE, sideways=True)),
        (8, halves(1200, 900, BLUE, RED, sideways=True)),
    ],
)
def test_a_phone_held_any_way_gives_an_upright_photo(orientation: int, stored: QImage) -> None:
    picture = opened(reading.kept_photo(with_exif(content(stored), orientation)))
    assert picture.size() == QSize(480, 640)
    assert near(picture, 240, 10, RED) and near(picture, 240, 630, BLUE)


def test_where_and_with_what_it_was_taken_is_gone() -> None:
    taken = with_exif(content(halves(900, 1200)), 6)
    assert b"GPSPLACE" in taken and "石桥镇".encode() in taken
    photo = reading.kept_photo(taken)
    for secret in (b"Exif", b"GPS", b"27.95", b"Phone", "石桥镇".encode()):
        assert secret not in photo
    assert opened(photo).textKeys() == []
    assert reading.kept_photo(photo).count(b"\xff\xe1") == 0


def test_what_is_transparent_becomes_white() -> None:
    picture = QImage(300, 420, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    assert near(opened(reading.kept_photo(content(picture, "PNG"))), 150, 200, "#FFFFFF")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_says_why(name: str) -> None:
    reason, data = HOSTILE[name]
    with pytest.raises(PictureRefused) as refused:
        reading.kept_photo(data)
    assert refused.value.reason == reason


def test_more_bytes_than_any_camera_gives_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    with pytest.raises(PictureRefused, match="too_heavy"):
        reading.kept_photo(face(1))


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((480, 640), (480, 640)), ((3000, 4000), (480, 640)), ((4000, 3000), (853, 640)), ((300, 400), (300, 400)),
        ((5000, 1000), (1280, 640)), ((1000, 5000), (457, 914)), ((2500, 3500), (457, 640)),
    ],
)  # fmt: skip
def test_as_much_is_kept_as_the_card_needs_and_its_surroundings(size: tuple[int, int], kept: tuple[int, int]) -> None:
    picture = opened(reading.kept_photo(content(halves(*size))))
    assert (picture.width(), picture.height()) == kept


@pytest.mark.parametrize(
    ("size", "inside"),
    [
        ((500, 700), (0, 0, 500, 700)), ((480, 640), (11, 0, 457, 640)), ((800, 600), (185, 0, 429, 600)),
        ((500, 1200), (0, 150, 500, 700)),
    ],
)  # fmt: skip
def test_the_usual_frame_is_in_the_middle_and_rather_high(
    size: tuple[int, int], inside: tuple[int, int, int, int]
) -> None:
    assert frame.usual(QSize(*size)) == QRect(*inside)


def test_a_frame_that_was_cut_stays_the_whole_of_the_photo() -> None:
    part = frame.cut(halves(1600, 1200), QRect(100, 50, 500, 700))
    again = opened(reading.encoded(part))
    assert again.size() == QSize(457, 640)
    assert frame.is_framed(again.size())
    assert frame.framed(again).size() == frame.PRINTED


def test_a_photo_smaller_than_half_the_card_prints_blurred() -> None:
    assert frame.prints_blurred(QSize(120, 168))
    assert not frame.prints_blurred(QSize(295, 413))
