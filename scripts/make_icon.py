"""Redraws resources/icons/qianshou.ico: a 田字格 on the blackboard with 牵 in chalk."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QPen

ROOT = Path(__file__).parent.parent
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(size: int) -> QImage:
    """One picture of the icon."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1C4438"))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.16, size * 0.16)
    edge = size * 0.12
    cell = QRectF(edge, edge, size - 2 * edge, size - 2 * edge)
    if size >= 32:
        pen = QPen(QColor("#8FBFA5"), max(1.0, size / 64))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        middle = cell.center()
        painter.drawLine(QPointF(middle.x(), cell.top()), QPointF(middle.x(), cell.bottom()))
        painter.drawLine(QPointF(cell.left(), middle.y()), QPointF(cell.right(), middle.y()))
    font = QFont("Qianshou Kai")
    font.setPixelSize(round(size * (0.68 if size >= 32 else 0.86)))
    painter.setFont(font)
    painter.setPen(QColor("#F3DC93"))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, "牵")
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """The picture as PNG bytes."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An .ico whose pictures are PNGs (Windows Vista and later)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, content in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return head + entries + b"".join(pictures.values())


def main() -> None:
    """Write the icon."""
    application = QGuiApplication(["make_icon", "-platform", "offscreen"])
    QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / "QianshouKai-Regular.ttf"))
    target = ROOT / "resources" / "icons" / "qianshou.ico"
    target.write_bytes(ico({size: png(draw(size)) for size in SIZES}))
    application.quit()


if __name__ == "__main__":
    main()
