"""The four steps of an import as a painted line: what is done, what is now, what comes."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, tokens
from ui.pieces import marks, paint

_BOX, _LINK, _GAP = 24, 48, 10


class Steps(QWidget):
    """选表格 — 对列名 — 看一遍 — 导入; spoken as 第 3 步，共 4 步：看一遍."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = (self.tr("选表格"), self.tr("对列名"), self.tr("看一遍"), self.tr("导入"))
        self.now = 0
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Mark step `now` (0 to 3) as the running one; 4 = all done."""
        self.now = now
        at = min(now, len(self.names) - 1)
        self.updateGeometry()
        self.setAccessibleName(self.tr("第 {0} 步，共 {1} 步：{2}").format(at + 1, len(self.names), self.names[at]))
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Name only the running step, where the window has little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self.update()

    def _shown(self) -> list[str]:
        now = min(self.now, len(self.names) - 1)
        return [name if not self._narrow or index == now else "" for index, name in enumerate(self.names)]

    def sizeHint(self) -> QSize:
        names = self._shown()
        wide = sum(_BOX + _GAP + (fonts.width(name, tokens.BODY, 600) + _GAP if name else 0) for name in names)
        link = _LINK / 2 if self._narrow else _LINK
        return QSize(round(wide + (len(names) - 1) * (link + _GAP)) + 2, tokens.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            x, middle = 0.0, self.height() / 2
            link = _LINK / 2 if self._narrow else _LINK
            for index, name in enumerate(self._shown()):
                box = QRectF(x + 0.5, middle - _BOX / 2 + 0.5, _BOX - 1, _BOX - 1)
                running, done = index == self.now, index < self.now
                paint.box(painter, box, "accent" if running else "surface", "accent" if running or done else "line2")
                if done:
                    marks.tick(painter, box.center().x(), box.center().y(), "accent")
                else:
                    number, token = str(index + 1), "onacc" if running else "ink3"
                    left = box.center().x() - fonts.width(number, tokens.BODY, 600) / 2
                    paint.text(painter, left, middle, number, weight=600, token=token)
                x += _BOX + _GAP
                weight, token = (600, "accent") if running else (400, "ink2")
                if name:
                    x += paint.text(painter, x, middle, name, weight=weight, token=token) + _GAP
                if index + 1 < len(self.names):
                    pen = QPen(tokens.colour("grid" if done else "line2"), 1.4)
                    if not done:
                        pen.setDashPattern([2.0, 2.0])
                    painter.setPen(pen)
                    painter.drawLine(round(x), round(middle), round(x + link), round(middle))
                    x += link + _GAP
