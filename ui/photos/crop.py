"""Choose the part of a picture that the card shows: a frame of 5 to 7, moved by mouse or arrows, drawn in or out."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.photos import frame
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.fitting import within
from ui.pieces.label import Label

STEP, FINE = 0.04, 0.01
"""Of the frame's height that an arrow moves it; with Shift."""
CLOSER = 1.06
LEAST = 60
"""Pixels of the picture that the frame is at least wide."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class CropView(QWidget):
    """The picture with its frame; what lies outside is dimmed."""

    moved = Signal()

    def __init__(self, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._frame = QRectF(frame.usual(picture.size()))
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setMinimumSize(240, 180)
        self._speak()

    def part(self) -> QRect:
        """The frame in pixels of the picture."""
        return self._frame.toRect().intersected(self._picture.rect())

    def is_usual(self) -> bool:
        """Whether the frame is where it began."""
        return self.part() == frame.usual(self._picture.size())

    def shift(self, across: float, down: float) -> None:
        """Move the frame by so many pixels of the picture; it stays inside."""
        self._put(self._frame.translated(across, down))

    def resize_frame(self, factor: float) -> None:
        """Draw the frame larger or smaller around its middle."""
        most = float(frame.usual(self._picture.size()).width())
        wide = min(most, max(min(most, LEAST), self._frame.width() * factor))
        size = QRectF(0, 0, wide, wide * frame.HIGH / frame.WIDE)
        size.moveCenter(self._frame.center())
        self._put(size)

    def _put(self, rect: QRectF) -> None:
        room = QRectF(self._picture.rect())
        rect.setHeight(min(rect.height(), room.height()))
        rect.moveLeft(min(max(rect.left(), 0.0), room.width() - rect.width()))
        rect.moveTop(min(max(rect.top(), 0.0), room.height() - rect.height()))
        self._frame = rect
        self._speak()
        self.update()
        self.moved.emit()

    def _speak(self) -> None:
        room, at = self._picture.rect(), self._frame.center()
        left, top = round(100 * at.x() / room.width()), round(100 * at.y() / room.height())
        size = round(100 * self._frame.height() / frame.usual(room.size()).height())
        self.setAccessibleName(self.tr("裁照片的框"))
        self.setAccessibleDescription(
            self.tr("中心在左起 {0}%、上起 {1}%，大小 {2}%。方向键移动，加号减号放大缩小。").format(left, top, size)
        )

    def _scale(self) -> float:
        return min(self.width() / self._picture.width(), self.height() / self._picture.height())

    def _target(self) -> QRectF:
        scale = self._scale()
        target = QRectF(0, 0, self._picture.width() * scale, self._picture.height() * scale)
        target.moveCenter(QRectF(self.rect()).center())
        return target

    def sizeHint(self) -> QSize:
        return self._picture.size().boundedTo(QSize(520, 460))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            way = (event.position() - self._grip) / self._scale()
            self._grip = event.position()
            self.shift(way.x(), way.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.resize_frame(1 / CLOSER if event.angleDelta().y() > 0 else CLOSER)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            step = self._frame.height() * (FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP)
            self.shift(way[0] * step, way[1] * step)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.resize_frame(1 / CLOSER)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.resize_frame(CLOSER)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            target, scale = self._target(), self._scale()
            painter.drawImage(target, self._picture, QRectF(self._picture.rect()))
            inside = QRectF(
                target.left() + self._frame.left() * scale, target.top() + self._frame.top() * scale,
                self._frame.width() * scale, self._frame.height() * scale,
            )  # fmt: skip
            outside = QPainterPath()
            outside.addRect(target)
            hole = QPainterPath()
            hole.addRect(inside)
            dim = QColor(tokens.LIGHT["ink"])
            dim.setAlphaF(0.55)
            painter.fillPath(outside.subtracted(hole), dim)
            painter.setPen(QPen(tokens.colour("accent" if self.hasFocus() else "grid"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inside)


class CropDialog(QDialog):
    """`cut` is the part to keep. The other ways out: another picture, none at all, as it was."""

    cut = Signal(QRect)
    another = Signal()
    removed = Signal()

    def __init__(self, name: str, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("{0}的照片").format(name))
        self.setProperty("ground", "paper")
        self.view = CropView(picture)
        self.other = Button(self.tr("换一张…"), icon="upload")
        self.remove = Button(self.tr("拿掉照片"), icon="trash-2")
        self.keep = Button(self.tr("不改"), keys="Esc")
        self.go = Button(self.tr("就用框里的"), keys="Enter", kind="primary")
        hint = self.tr("框里的印在联系卡上。拖动或按方向键移框，滚轮或 + − 放大缩小。")
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.BETWEEN)
        for button in (self.other, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.keep, self.go):
            buttons.addWidget(button)
        for button in (self.other, self.remove, self.keep, self.go):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, tokens.PADDING, tokens.GUTTER, tokens.PADDING)
        column.setSpacing(tokens.GAP)
        column.addWidget(Label(self.tr("{0}的照片").format(name), "heading"))
        column.addWidget(Label(hint, "second", "ink2", wrap=True))
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self.resize(within(parent, tokens.px(620), tokens.px(600)))
        self.go.clicked.connect(self._cut)
        self.keep.clicked.connect(self.reject)
        for button, signal in ((self.other, self.another), (self.remove, self.removed)):
            button.clicked.connect(self.reject)
            button.clicked.connect(signal)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cut(self) -> None:
        part = self.view.part()
        self.accept()
        self.cut.emit(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self._cut()
        else:
            super().keyPressEvent(event)
