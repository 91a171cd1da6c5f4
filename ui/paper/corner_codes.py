"""The four small codes in the corners of a page that comes back (app.slips.codes)."""

from app.slips.codes import text_of
from app.slips.sheet import Shape
from ui.paper.page import Page
from ui.paper.qr import draw_qr


def draw_corners(page: Page, shape: Shape, code: str) -> None:
    """Draw all four codes of the page."""
    for corner, (x, y) in shape.corners.items():
        draw_qr(page, text_of(code, corner), x, y, shape.side)
