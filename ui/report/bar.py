"""The score in large, and the bar: what is reached, hatched what can still be, with the pass marks under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.assessment import Band
from app.scales import points_text
from app.scoring import Score
from ui import fonts, tokens
from ui.pieces import paint

HIGH, LOW = 108, 70
"""px at 100 %; the second where the window is low."""
BIG, SMALL = 44, 32
BAR = 12


class ScoreBar(QWidget):
    """Shows one score; a picture to a screen reader, with all it says as its name."""

    def __init__(self) -> None:
        super().__init__()
        self._score: Score | None = None
        self._bands: Sequence[Band] = ()
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: Score, bands: Sequence[Band]) -> None:
        """Show another score."""
        self._score, self._bands = score, bands
        self.setAccessibleName(self.words())
        self.update()

    def set_low(self, low: bool) -> None:
        """A window of little height."""
        self._low = low
        self.updateGeometry()

    def words(self) -> str:
        """All of it in words."""
        score = self._score
        if score is None:
            return ""
        marks = "，".join(f"{one.name} {points_text(one.least)}" for one in self._bands)
        return self.tr("现在 {0} 分，满分 {1}，补齐到 {2}。{3}").format(
            points_text(score.points), points_text(score.full), points_text(score.reachable), marks)  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(400, tokens.px(LOW if self._low else HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        score = self._score
        if score is None:
            return
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            paint.box(painter, rect, "surface", "line", radius=tokens.PANEL_RADIUS)
            left = self._number(painter, rect, score)
            self._bar(painter, QRectF(left, 0, rect.right() - left - tokens.px(28), rect.height()), score)

    def _number(self, painter: QPainter, rect: QRectF, score: Score) -> float:
        """The big number at the left; where the bar begins."""
        x, size = float(tokens.px(24)), SMALL if self._low else BIG
        top, caption = tokens.px(26), self.tr("照现在的材料能得")
        if not self._low:
            paint.text(painter, x, top, caption, size=tokens.SECOND, token="ink2")
        middle = rect.center().y() - tokens.px(2) if self._low else top + tokens.px(size) * 0.9
        wide = paint.text(painter, x, middle, points_text(score.points), size=size, weight=700)
        full = self.tr("分 / {0}").format(points_text(score.full))
        beside = paint.text(painter, x + wide + 8, middle + tokens.px(8 if not self._low else 5), full, token="ink2")
        said = 0.0 if self._low else fonts.width(caption, tokens.SECOND)
        return x + max(wide + 8 + beside, said) + tokens.px(40 if rect.width() > tokens.px(700) else 20)

    def _bar(self, painter: QPainter, room: QRectF, score: Score) -> None:
        full = max(1, score.full)
        high, middle = tokens.px(BAR), room.center().y() + tokens.px(1 if self._low else 3)
        line = QRectF(room.x(), round(middle - high / 2), room.width(), high)

        def at(halves: int) -> float:
            return line.x() + line.width() * halves / full

        paint.fill(painter, line, "row")
        paint.fill(painter, QRectF(line.x(), line.y(), at(score.points) - line.x(), high), "grid")
        if score.reachable > score.points:
            hatch = QRectF(at(score.points), line.y(), at(score.reachable) - at(score.points), high)
            paint.fill(painter, hatch, "soonT")
            painter.fillRect(hatch, QBrush(tokens.colour("soon"), Qt.BrushStyle.BDiagPattern))
        self._under(painter, line, at)
        self._above(painter, line, score, at)

    def _under(self, painter: QPainter, line: QRectF, at: Callable[[int], float]) -> None:
        """The pass marks, from the highest down; one that finds no room keeps its stroke and loses its words."""
        free = line.right() + tokens.px(24)
        for one in reversed(self._bands):
            x = at(one.least)
            paint.fill(painter, QRectF(round(x), line.y() - 5, 1, line.height() + 10), "ink2")
            said = f"{one.name} {points_text(one.least)}"
            wide = fonts.width(said, tokens.HINT)
            begin = min(x - wide / 2, free - wide)
            if begin > x + 4 or begin + wide < x - 4:
                continue
            low = line.bottom() + tokens.px(15 if self._low else 18)
            paint.text(painter, begin, low, said, size=tokens.HINT, token="ink2")
            free = begin - 10

    def _above(self, painter: QPainter, line: QRectF, score: Score, at: Callable[[int], float]) -> None:
        y = line.y() - tokens.px(15 if self._low else 18)
        now = self.tr("现在 {0}").format(points_text(score.points)) + (f" {score.band}" if score.band else "")
        wide = fonts.width(now, tokens.SECOND, 600)
        begin = min(max(line.x(), at(score.points) - wide / 2), line.right() - wide)
        if score.reachable > score.points:
            then = self.tr("补齐到 {0}").format(points_text(score.reachable))
            room = fonts.width(then, tokens.SECOND, 600)
            right = min(line.right() + tokens.px(12), at(score.reachable) + room / 2)
            begin = min(begin, right - room - 12 - wide)
            paint.text(painter, right, y, then, size=tokens.SECOND, weight=600, token="soon", right=True)
        paint.text(painter, begin, y, now, size=tokens.SECOND, weight=600)
