"""The photo on the 联系卡: framed, once in the file for all copies, and only with the family's consent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.store import DamagedAttachment, MissingFile
from tests.ui.paper.hard_school import DAY, child, hard_children, snapshot
from tests.ui.photos.pictures import RED, content, halves
from ui.paper.cards import CardJob, card_paper
from ui.paper.output import pdf_bytes
from ui.photos import frame
from ui.photos.album import KEPT, PaperAlbum

EMPTY = "贴照片处"
MM = 4
"""Pixels of the pictures of a PDF."""


def photo(wide: int = 480, high: int = 640) -> bytes:
    return content(halves(wide, high, RED, RED))


def pdf(consent: str, file: Callable[[str], bytes], **values: object) -> bytes:
    one = child(1, "周雨桐", photo="x", photo_consent=consent, **values)
    job = CardJob("school", [one], snapshot([one]), DAY, ("school", "home"), album=PaperAlbum(file))
    return pdf_bytes(card_paper(job))


def red_box(sheet: QImage, top: float) -> list[bool]:
    """Whether the corners inside the photo's box and just outside it are red."""
    left = 198.0 - 25
    inside = [(left + 1, top + 1), (left + 24, top + 34), (left + 12, top + 17)]
    outside = [(left - 1.5, top + 17), (left + 12, top - 1.5), (left + 12, top + 36.5)]
    return [
        (colour := QColor(sheet.pixel(round(x * MM), round(y * MM)))).red() > 150 and colour.green() < 90
        for x, y in (*inside, *outside)
    ]


@pytest.mark.parametrize("size", [(480, 640), (457, 640), (900, 640), (300, 640), (90, 120)])
def test_it_fills_its_box_and_nothing_else(
    size: tuple[int, int], pages_of: Callable[[bytes], list[QImage]], text_of: Callable[[bytes], str]
) -> None:
    made = pdf("yes", lambda name: photo(*size))
    (sheet,) = pages_of(made)
    for top in (11.5 + 10.6, 155.5 + 10.6):
        assert red_box(sheet, top) == [True, True, True, False, False, False]
    assert EMPTY not in text_of(made)


@pytest.mark.parametrize("consent", ["", "no"])
def test_without_the_familys_yes_the_box_stays_empty_and_the_file_unread(
    consent: str, pages_of: Callable[[bytes], list[QImage]], text_of: Callable[[bytes], str]
) -> None:
    read: list[str] = []
    made = pdf(consent, lambda name: read.append(name) or photo())  # type: ignore[func-returns-value]
    assert red_box(pages_of(made)[0], 22.1) == [False] * 6
    assert text_of(made).replace(" ", "").count(EMPTY) == 2
    assert read == []


@pytest.mark.parametrize("error", [MissingFile("x"), DamagedAttachment("x")])
def test_a_lost_or_damaged_photo_leaves_the_box_to_stick_one_in(
    error: Exception, text_of: Callable[[bytes], str]
) -> None:
    def broken(name: str) -> bytes:
        raise error

    assert text_of(pdf("yes", broken)).replace(" ", "").count(EMPTY) == 2


def test_what_is_no_picture_any_more_leaves_the_box_too(text_of: Callable[[bytes], str]) -> None:
    assert text_of(pdf("yes", lambda name: b"not a picture")).replace(" ", "").count(EMPTY) == 2


def test_the_copies_of_a_child_share_one_picture_of_the_printers_size(tmp_path: Path) -> None:
    made = pdf("yes", lambda name: photo())
    assert made.count(b"/Subtype /Image") == 1
    assert f"/Width {frame.PRINTED.width()}".encode() in made


def test_many_photos_are_read_when_their_card_is_painted_and_few_are_held() -> None:
    read: list[str] = []

    def file(name: str) -> bytes:
        read.append(name)
        return photo()

    children = [child(number, f"孩{number}", photo=f"p{number}", photo_consent="yes") for number in range(30)]
    album = PaperAlbum(file)
    paper = card_paper(CardJob("school", children, snapshot(children), DAY, album=album))
    assert read == []
    pdf_bytes(paper)
    assert sorted(read) == sorted(f"p{number}" for number in range(30))
    assert len(album._album._kept) == KEPT


def test_the_childs_own_card_never_has_one(text_of: Callable[[bytes], str]) -> None:
    one = child(1, "周雨桐", photo="x", photo_consent="yes")
    made = pdf_bytes(card_paper(CardJob("child", [one], snapshot([one]), DAY, album=PaperAlbum(lambda name: photo()))))
    assert b"/Subtype /Image" not in made


def test_the_hard_cases_fit_beside_a_photo() -> None:
    children = [replace(one, photo="x", photo_consent="yes") for one in hard_children()]
    warnings: list[str] = []
    pdf_bytes(card_paper(CardJob("school", children, snapshot(children), DAY, album=PaperAlbum(lambda _n: photo()))), warnings)
    assert warnings == []
