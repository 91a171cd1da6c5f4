"""The line under a new password: how long a stranger with the file would need, without flattery."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.passwords import LEAST, Strength, strength
from ui import tokens
from ui.pieces import paint

LEVELS = {"short": (1, "over"), "weak": (1, "over"), "fair": (2, "soon"), "good": (3, "accent")}

MINUTE, HOUR, DAY, MONTH, YEAR = 60.0, 3600.0, 86400.0, 2592000.0, 31536000.0
SPANS = (
    (90 * MINUTE, MINUTE, "分钟"), (36 * HOUR, HOUR, "小时"), (60 * DAY, DAY, "天"), (18 * MONTH, MONTH, "个月"),
    (100 * YEAR, YEAR, "年"),
)  # fmt: skip
"""(below this many seconds, unit, its name)."""


class StrengthLine(QWidget):
    """Three bars and a sentence; empty while nothing is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level, self.sentence = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tokens.px(20))

    def judge(self, password: str, own: tuple[str, ...] = ()) -> None:
        """Say what this password is worth; `own` are names a stranger tries first."""
        found = strength(password, own)
        self.level = found.level if password else ""
        self.sentence = self._words(found) if password else ""
        self.setAccessibleName(self.sentence)
        self.update()

    def _words(self, found: Strength) -> str:
        if found.level == "short":
            return self.tr("太短：至少 {0} 个字符").format(LEAST)
        why = {
            "digits": self.tr("，只有数字"),
            "common": self.tr("，别人最先试它"),
            "own": self.tr("，有自己或学校的名字"),
            "repeat": self.tr("，重复的太多"),
            "run": self.tr("，是连着的"),
        }.get(found.why, "")
        head = {"weak": self.tr("弱"), "fair": self.tr("还行"), "good": self.tr("强")}[found.level]
        return head + why + "：" + self._span(found.seconds)

    def _span(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("拿到文件的人一分钟就能试出来")
        for below, unit, name in SPANS:
            if seconds < below:
                count = max(1, round(seconds / unit))
                return self.tr("拿到文件的人约 {0} {1}能试出来").format(count, name)
        return self.tr("拿到文件的人一百年也难试出来")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.sentence:
            return
        with paint.painting(self) as painter:
            middle = self.height() / 2
            bars, token = LEVELS[self.level]
            for number in range(3):
                paint.fill(painter, QRectF(number * 20, middle - 3, 17, 6), token if number < bars else "row")
            paint.text(
                painter, 68, middle, self.sentence, size=tokens.HINT, token=token if bars < 3 else "ink2",
                width=self.width() - 68,
            )  # fmt: skip
