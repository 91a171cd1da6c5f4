"""A page as it was photographed, laid flat, with what was read drawn into its boxes."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.slips.marks import DOUBTFUL, TICKED
from app.slips.pile import PageRead, sheet_of
from app.slips.sheet import WIDE as PAGE_WIDE
from app.slips.sheet import BadSheet
from ui import tokens
from ui.pieces import paint

LEAST_HIGH = 120
TONES = {TICKED: "accent", DOUBTFUL: "soon"}


class PagePreview(QWidget):
    """Empty where there is no picture."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._boxes: Sequence[tuple[QRectF, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(tokens.px(LEAST_HIGH))

    def show_page(self, page: PageRead | None, title: str = "") -> None:
        """Show the picture of a page; None for none."""
        picture = QImage.fromData(QByteArray(page.picture)) if page is not None and page.picture else QImage()
        self._picture = None if picture.isNull() else picture
        self._boxes = _boxes(page) if page is not None and page.counts else ()
        self.setAccessibleName(title)
        self.setVisible(self._picture is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        with paint.painting(self) as painter:
            size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            area = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, picture)
            paint.box(painter, area, "", "line2", radius=0)
            dots = area.width() / PAGE_WIDE
            for box, tone in self._boxes:
                painter.setPen(QPen(tokens.colour(tone), 2.0))
                painter.drawRect(QRectF(area.x() + box.x() * dots - 2, area.y() + box.y() * dots - 2,
                                        box.width() * dots + 4, box.height() * dots + 4))  # fmt: skip


def _boxes(page: PageRead) -> list[tuple[QRectF, str]]:
    """The boxes that are ticked or doubtful, in mm."""
    assert page.slip is not None
    try:
        sheet = sheet_of(page.slip)
    except BadSheet:
        return []
    found = []
    for number, line in enumerate(sheet.lines, 1):
        for name, (x, y) in sheet.boxes(line).items():
            mark = page.marks.get(number, {}).get(name)
            if mark is not None and mark.state in TONES:
                found.append((QRectF(x, y, sheet.shape.box, sheet.shape.box), TONES[mark.state]))
    return found
