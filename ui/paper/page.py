"""One page painter in millimetres, used alike for PDF, printer and preview; text is shrunk or wrapped, never cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ui.paper.lines import DOT, wrap
from ui.paper.type import DOTS_PER_MM, MM_PER_PT, Face, Part, glyph, glyphs_of, setting, width_mm

INK = "#000000"
GRID = "#9A9A9A"
LEAST_NUMBER = 7.0
EDGE = 5.0
"""mm from the sides of the sheet where no text belongs: most printers cannot reach there."""
LEADING = 1.28
"""Distance of two lines as a multiple of the type size."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text was made to fit: at which size, on which lines, and whether it did."""

    pt: float
    lines: tuple[str, ...]
    fits: bool


@lru_cache(maxsize=20_000)
def fit(text: str, width: float, height: float, face: Face, pt: float, min_pt: float = 9.0) -> Fit:
    """Choose size and lines for `text` in a box of `width` × `height` mm, in the order of paper.md §1.

    Shrink a little to stay on one line; wrap at the full size if the box holds the lines; shrink in half points to
    `min_pt`. If even that is too much, the result says so and the caller lets its row grow.
    """
    step = pt
    while "\n" not in text and step >= max(min_pt, pt - 1.5):
        if width_mm(text, face, step) <= width:
            return Fit(step, (text,), True)
        step -= 0.5
    step = pt
    while True:
        size = max(step, min_pt)
        lines = tuple(wrap(text, width, lambda part: width_mm(part, face, size)))  # noqa: B023
        fits = text_height(len(lines), size) <= height + 0.01 and all(
            width_mm(line, face, size) <= width + 0.01 for line in lines
        )
        if size <= min_pt or (fits and not splits_a_name(lines)):
            return Fit(size, lines, fits)
        step -= 0.5


def splits_a_name(lines: Sequence[str]) -> bool:
    """Whether a name with U+00B7 is broken elsewhere than after that: smaller type comes first."""
    whole = "".join(lines)
    return DOT in whole and len(whole) <= 30 and any(not line.endswith(DOT) for line in lines[:-1])


def text_height(lines: int, pt: float) -> float:
    """Return how many mm `lines` lines of `pt` points take."""
    return (1.08 + LEADING * (lines - 1)) * pt * MM_PER_PT


@dataclass(slots=True)
class Page:
    """A sheet being painted. All lengths are mm from its top left corner, all type sizes points."""

    painter: QPainter
    warnings: list[str] = field(default_factory=list)
    """Texts that did not fit their box; a test prints the hard-case school and fails on any."""
    drawn: dict[Face, dict[str, None]] = field(default_factory=lambda: {face: {} for face in Face})
    """Characters in the order each face first drew them (for `ui.paper.pdf_text`)."""
    noted: dict[int, Part] = field(default_factory=dict)
    """The parts whose characters stand in `drawn` already."""
    size: tuple[float, float] | None = None
    """mm of the sheet, if it is known: text nearer to its edges than EDGE is noted among the warnings."""
    shaped: bool = False
    """Whether to draw glyphs rather than text: a third of the time in a PDF. Printers' drivers get the text."""
    dots: float = DOTS_PER_MM
    """Of the device, per mm."""
    _taken: QPen | None = None
    """The pen the painter has."""

    def begin(self, dots_per_mm: float) -> None:
        """Set the painter up for a device with so many dots per mm."""
        scale = dots_per_mm / DOTS_PER_MM
        self.dots = dots_per_mm
        self.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.painter.resetTransform()
        self.painter.scale(scale, scale)

    def line(self, x1: float, y1: float, x2: float, y2: float, thick: float = 0.2, colour: str = INK,
             dashes: tuple[float, float] | None = None) -> None:
        """Draw a straight line; `dashes` are (mm drawn, mm left out)."""
        self._take(thick, colour, dashes)
        self.painter.drawLine(_line(x1, y1, x2, y2))

    def rect(self, x: float, y: float, w: float, h: float, thick: float = 0.2, colour: str = INK) -> None:
        """Draw a frame; the line lies centred on the edge."""
        self._take(thick, colour, None)
        self.painter.drawRect(QRectF(_point(x, y), _point(x + w, y + h)))

    def ring(self, x: float, y: float, radius: float, thick: float = 0.2, colour: str = INK) -> None:
        """Draw a circle round a point."""
        self._take(thick, colour, None)
        self.painter.drawEllipse(_point(x, y), radius * DOTS_PER_MM, radius * DOTS_PER_MM)

    def outline(self, path: QPainterPath, thick: float, colour: str = INK, *, filled: bool = False) -> None:
        """Draw a path whose points are mm."""
        self._take(thick, colour, None)
        self.painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
        self.painter.drawPath(QTransform.fromScale(DOTS_PER_MM, DOTS_PER_MM).map(path))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def text(self, x: float, centre: float, text: str, face: Face, pt: float, align: str = "left",
             colour: str = INK) -> float:
        """Draw one line whose middle is at `centre` and whose left, middle or right is at `x`; return its width."""
        wide, parts = setting(text, face, pt)
        if align != "left":
            x -= wide if align == "right" else wide / 2
        if self.size is not None and text and not _holds(self, self.size, _line(x, centre, x + wide, centre)):
            self.warnings.append(text)
        dots = (centre + 0.365 * pt * MM_PER_PT) * DOTS_PER_MM
        painter = self.painter
        self._take(0.2, colour, None)
        for part in parts:
            glyphs = glyphs_of(part, pt) if self.shaped else None
            if glyphs is not None:
                painter.drawGlyphRun(QPointF(x * DOTS_PER_MM, dots), glyphs)
            else:
                painter.setFont(part.font)
                painter.drawText(QPointF(x * DOTS_PER_MM, dots), part.text)
            if id(part) not in self.noted:
                self._note(part)
            x += part.width
        return wide

    def turned(self, x: float, y: float, text: str, face: Face, pt: float) -> None:
        """Draw one line from top to bottom, its middle at this point."""
        self.painter.save()
        self.painter.translate(_point(x, y))
        self.painter.rotate(90)
        self._taken = None
        self.text(0.0, 0.0, text, face, pt, "center")
        self.painter.restore()
        self._taken = None

    def number(self, right: float, centre: float, text: str, pt: float, room: float) -> float:
        """A number to dial that ends at `right`, in smaller type where two of them do not fit; return its width."""
        while pt > LEAST_NUMBER and width_mm(text, Face.BOLD, pt) > room:
            pt -= 0.5
        if width_mm(text, Face.BOLD, pt) > room:
            self.warnings.append(text)
        return self.text(right, centre, text, Face.BOLD, pt, "right")

    def _take(self, thick: float, colour: str, dashes: tuple[float, float] | None) -> None:
        """Set the pen, if it is another than the last."""
        pen = _pen(thick, colour, dashes)
        if pen is not self._taken:
            self.painter.setPen(pen)
            self._taken = pen

    def _note(self, part: Part) -> None:
        self.noted[id(part)] = part
        seen = self.drawn[part.face]
        for character in part.text:
            if glyph(character, part.face):
                seen.setdefault(character)

    def box(self, text: str, x: float, y: float, w: float, h: float, face: Face, pt: float, *,
            min_pt: float = 9.0, align: str = "left", colour: str = INK) -> Fit:
        """Draw `text` in the middle of a box, shrunk or wrapped; what cannot fit is drawn whole and noted."""
        if not text:
            return Fit(pt, (), True)
        result = fit(text, w, h, face, pt, min_pt)
        if not result.fits:
            self.warnings.append(text)
        step = LEADING * result.pt * MM_PER_PT
        centre = y + h / 2 - step * (len(result.lines) - 1) / 2
        anchor = x + {"left": 0.0, "center": w / 2, "right": w}[align]
        for number, line in enumerate(result.lines):
            self.text(anchor, centre + number * step, line, face, result.pt, align, colour)
        return result

    def cells(self, name: str, x: float, y: float, size: float, room: float, *, most: int = 4) -> None:
        """Write a name into 田字格 of `size` mm; a longer one gets its first character's cell and stands beside it."""
        characters = list(name)
        shown = characters if len(characters) <= most and len(characters) * size <= room + 0.01 else characters[:1]
        self._cells([x + number * size for number in range(len(shown))], y, size)
        for number, character in enumerate(shown):
            left = x + number * size
            self.text(left + size / 2, y + size / 2, character, Face.KAI, size / MM_PER_PT * 0.72, "center")
        if len(shown) < len(characters):
            gap = size * 0.12
            full = size / MM_PER_PT * 0.5
            self.box(name, x + size + gap, y, room - size - gap, size, Face.KAI, full, min_pt=9.0)

    def _cells(self, lefts: Sequence[float], y: float, size: float) -> None:
        """The squares with their crosses, pen by pen: a change of the pen costs more than the line."""
        self._take(0.25, GRID, None)
        self.painter.drawRects([QRectF(_point(x, y), _point(x + size, y + size)) for x in lefts])
        self._take(0.15, GRID, (0.6, 0.6))
        half = size / 2
        self.painter.drawLines([_line(x + half, y, x + half, y + size) for x in lefts])
        self.painter.drawLines([_line(x, y + half, x + size, y + half) for x in lefts])

    def writing_line(self, x1: float, x2: float, y: float) -> None:
        """A line to write on by hand."""
        self.line(x1, y, x2, y, 0.15, "#555555")

    def tick(self, x: float, y: float) -> None:
        """A tick of two strokes around a point, as a pen would make it: no font has the same everywhere."""
        path = QPainterPath(_point(x - 1.7, y + 0.2))
        path.lineTo(_point(x - 0.5, y + 1.6))
        path.lineTo(_point(x + 1.9, y - 1.7))
        pen = QPen(_pen(0.6, INK, None))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self._taken = None
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def thread(self, x1: float, x2: float, y: float, sag: float) -> None:
        """A thread that sags between two knots: who stands by whom."""
        path = QPainterPath(_point(x1, y))
        path.quadTo(_point((x1 + x2) / 2, y + 2 * sag), _point(x2, y))
        self._take(0.45, INK, None)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)
        for x in (x1, x2):
            knot = QPainterPath()
            knot.addEllipse(_point(x, y), 0.75 * DOTS_PER_MM, 0.75 * DOTS_PER_MM)
            self.painter.fillPath(knot, QColor(INK))

    def picture(self, picture: QImage, x: float, y: float, w: float, h: float) -> None:
        """A picture stretched into a box; its shape is the caller's matter."""
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(QRectF(_point(x, y), _point(x + w, y + h)), picture)
        self.painter.restore()

    def cut(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A dashed line to cut along, with scissors at its beginning."""
        self.line(x1, y1, x2, y2, 0.2, "#444444", (2.0, 1.5))
        self._scissors(x1, y1, down=x1 == x2)

    def _scissors(self, x: float, y: float, *, down: bool) -> None:
        painter = self.painter
        painter.save()
        painter.translate(_point(x, y))
        painter.scale(DOTS_PER_MM, DOTS_PER_MM)
        if down:
            painter.rotate(90)
        painter.fillRect(QRectF(0, -0.5, 5.6, 1.0), QColor("#FFFFFF"))
        painter.setPen(QPen(QColor("#222222"), 0.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        blades = QPainterPath()
        for side in (1, -1):
            blades.addEllipse(QPointF(1.0, 1.15 * side), 0.8, 0.8)
            blades.moveTo(1.65, 0.7 * side)
            blades.lineTo(5.2, -1.3 * side)
        painter.drawPath(blades)
        painter.restore()


def _holds(page: Page, size: tuple[float, float], line: QLineF) -> bool:
    """Whether a line of text, also one that is turned or moved, begins and ends where a printer reaches."""
    turned = page.painter.worldTransform().map(line)
    first, last = turned.p1() / page.dots, turned.p2() / page.dots
    if abs(last.x() - first.x()) >= abs(last.y() - first.y()):
        ends, edge = (first.x(), last.x()), size[0]
    else:
        ends, edge = (first.y(), last.y()), size[1]
    return min(ends) >= EDGE and max(ends) <= edge - EDGE


def _line(x1: float, y1: float, x2: float, y2: float) -> QLineF:
    return QLineF(x1 * DOTS_PER_MM, y1 * DOTS_PER_MM, x2 * DOTS_PER_MM, y2 * DOTS_PER_MM)


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * DOTS_PER_MM, y * DOTS_PER_MM)


@lru_cache(maxsize=256)
def _pen(thick: float, colour: str, dashes: tuple[float, float] | None) -> QPen:
    pen = QPen(QColor(colour), thick * DOTS_PER_MM, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashes:
        pen.setDashPattern([dashes[0] / thick, dashes[1] / thick])
    return pen
