"""The preview: sheets drawn by the same page painter as the printer's, with page turning and zoom."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import tokens
from ui.paper.output import Paper, image
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments

ZOOMS = {"whole": 0.0, "wide": -1.0, "150": 1.5}
"""The whole sheet in view, the sheet as wide as the view, or half as large again as that."""
BORDER = 16


class SheetView(QWidget):
    """One sheet as a picture; a focusable widget that names the sheet to a screen reader."""

    turned = Signal(int)
    """PgUp (-1) or PgDn (1) was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def show_picture(self, picture: QImage | None, size: QSize) -> None:
        """Show a sheet drawn at `size` logical pixels."""
        self._picture = picture
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            frame = QRect(QPoint(0, 0), self.size())
            if self._picture is not None:
                painter.drawImage(frame, self._picture)
            painter.setPen(tokens.colour("accent" if self.hasFocus() else "line2"))
            painter.drawRect(frame.adjusted(0, 0, -1, -1))


class Preview(QWidget):
    """Turns the pages of a paper and shows one at a time."""

    turned = Signal(int)
    """Number of the sheet shown, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper, self._none = Paper("", ()), ""
        self.number = 0
        self.back = Button("", icon="chevron-left", name=self.tr("上一张"))
        self.forward = Button("", icon="chevron-right", name=self.tr("下一张"))
        self.place = Label("", "second")
        self.zoom = Segments(
            [
                Segment("whole", self.tr("整张")),
                Segment("wide", self.tr("整宽")),
                Segment("150", self.tr("放大")),
            ],
            "whole",
            name=self.tr("预览大小"),
        )
        self.sheet = SheetView()
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setObjectName("preview")
        self.area.viewport().installEventFilter(self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.sheet.turned.connect(self.turn)
        self.zoom.chosen.connect(lambda _key: self._draw())

    def show_paper(self, paper: Paper, none: str = "") -> None:
        """Show another paper, on the same sheet number if it has one; `none` says why there are no sheets."""
        self._paper, self._none = paper, none
        self.number = max(0, min(self.number, len(paper.sheets) - 1))
        self._draw()

    def turn(self, step: int) -> None:
        """Go `step` sheets on; stays at the ends."""
        wanted = self.number + step
        if 0 <= wanted < len(self._paper.sheets):
            self.number = wanted
            self._draw()
            self.area.verticalScrollBar().setValue(0)
            self.turned.emit(wanted)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(tokens.BETWEEN)
        for widget in (self.back, self.place, self.forward):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    def _size(self) -> QSize:
        """Logical pixels of the sheet at the chosen zoom."""
        room = self.area.viewport().size() - QSize(2 * BORDER, 2 * BORDER)
        factor = ZOOMS[self.zoom.current()]
        across, down = self._paper.mm
        wide = room.width() if factor < 0 else round(room.width() * factor)
        if factor == 0:
            wide = min(room.width(), round(room.height() * across / down))
        wide = max(120, wide)
        return QSize(wide, round(wide * down / across))

    def _draw(self) -> None:
        count = len(self._paper.sheets)
        self.back.setEnabled(self.number > 0)
        self.forward.setEnabled(self.number + 1 < count)
        none = self._none or self.tr("没有要印的")
        words = self.tr("第 {0} 张，共 {1} 张").format(self.number + 1, count) if count else none
        self.place.setText(words)
        self.sheet.setAccessibleName(self.tr("预览，{0}").format(words))
        size = self._size()
        picture = None
        if count:
            picture = image(self._paper.sheets[self.number], size.width(), self.devicePixelRatioF(), self._paper.mm)
        self.sheet.show_picture(picture, size)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if self.zoom.current() != "whole":
            return False
        if event.type() == QEvent.Type.Resize:
            # The view may get its size after the preview has: then the sheet is to fit that.
            self._draw()
        if not isinstance(event, QWheelEvent):
            return False
        self.turn(-1 if event.angleDelta().y() > 0 else 1)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()
