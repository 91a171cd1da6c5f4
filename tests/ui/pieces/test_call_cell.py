"""Every mark has a shape of its own, and words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.call_weeks import MARKS
from ui import tokens
from ui.pieces import call_cell


def picture(mark: str) -> bytes:
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(tokens.colour("surface"))
    painter = QPainter(image)
    call_cell.draw(painter, mark, QRectF(5, 5, 20, 20))
    painter.end()
    # Without its colours: shape and lightness alone must tell them apart.
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def test_no_two_marks_look_or_sound_alike() -> None:
    assert len({picture(mark) for mark in MARKS}) == len(MARKS)
    assert len({call_cell.word(mark) for mark in MARKS}) == len(MARKS)


def test_a_row_of_weeks_is_as_wide_as_it_says() -> None:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(tokens.colour("surface"))
    painter = QPainter(image)
    call_cell.row(painter, MARKS[:4], 10, 15)
    painter.end()
    ground = tokens.colour("surface")
    inked = [x for x in range(200) if any(image.pixelColor(x, y) != ground for y in range(30))]
    assert (inked[0], inked[-1] + 1) == (10, 10 + call_cell.width(4))
