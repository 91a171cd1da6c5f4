"""The recovery code sheet: one page, the code to be read, room to sign."""

from collections.abc import Callable

from PySide6.QtGui import QImage

from tests.ui.paper.hard_school import DAY, SCHOOL_NAME
from ui.paper.output import image, pdf_bytes
from ui.paper.recovery import recovery_paper

CODE = "ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456-789A"


def test_the_sheet(text_of: Callable[[bytes], str]) -> None:
    warnings: list[str] = []
    paper = recovery_paper(SCHOOL_NAME, CODE, DAY)
    text = text_of(pdf_bytes(paper, warnings))
    assert warnings == [] and len(paper.sheets) == 1
    assert all(group in text for group in CODE.split("-"))
    assert SCHOOL_NAME in text and "2026年11月24日" in text and "保管人签名" in text


def test_preview_and_paper_look_alike(pages_of: Callable[[bytes], list[QImage]]) -> None:
    paper = recovery_paper(SCHOOL_NAME, CODE, DAY)
    printed, shown = pages_of(pdf_bytes(paper))[0], image(paper.sheets[0], 840)
    dark = [
        sum(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 840, 2) for y in range(0, 1188, 2))
        for picture in (printed, shown)
    ]
    assert dark[0] > 1000 and abs(dark[0] - dark[1]) < 0.15 * dark[0]
