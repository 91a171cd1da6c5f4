"""How an item's points follow: the kind, and for steps and deductions what is typed: 90% 7，80% 5.5."""

import re

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scales import ALL, EACH, SHARE, STEPS, BadScale, Scale, halves, points_text, read_scale, write_scale
from ui.pieces.fields import ComboField, LineField


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def kind_words() -> dict[str, str]:
    """The kinds, as the office calls them."""
    return {
        SHARE: _tr("做到多少得多少"), STEPS: _tr("分几档"), EACH: _tr("缺一样扣几分"), ALL: _tr("齐了才得分"),
    }  # fmt: skip


def typed(scale: Scale) -> str:
    """The part of a scale that is typed."""
    if scale.kind == STEPS:
        return "，".join(f"{percent}% {points_text(points)}" for percent, points in scale.steps)
    return points_text(scale.each) if scale.kind == EACH else ""


def read_typed(kind: str, text: str) -> str:
    """Kind and text as the file keeps them. Raises BadScale."""
    if kind == EACH:
        each = halves(text)
        if not each or each < 0:
            raise BadScale(text)
        return write_scale(Scale(EACH, each=each))
    if kind != STEPS:
        return kind
    pairs = re.findall(r"(\d+)\s*[%％]?\s*(?:以上|得|[:：])*\s*([\d.．]+)\s*分?", text)
    points = [(int(percent), halves(value)) for percent, value in pairs]
    if not points or any(value is None for _percent, value in points):
        raise BadScale(text)
    return write_scale(read_scale(" ".join((STEPS, *(f"{percent}:{value}" for percent, value in points)))))


class ScaleField(QWidget):
    """`committed` tells the scale as the file keeps it."""

    committed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kind = ComboField(_tr("怎么给分"), list(kind_words().items()))
        self.more = LineField(_tr("几档，各得几分"), hint=_tr("如 90% 7，80% 5.5，最高一档是满分"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kind)
        column.addWidget(self.more)
        self.kind.committed.connect(lambda _kind: self._kind())
        self.more.committed.connect(lambda _text: self._commit())

    def set_scale(self, scale: Scale) -> None:
        """Show a scale from the file."""
        self.kind.set_value(scale.kind)
        self.more.set_value(typed(scale))
        self._fit()

    def refuse(self, sentence: str) -> None:
        """What is wrong with it."""
        self.more.set_error(sentence)

    def _kind(self) -> None:
        self._fit()
        if self.kind.value() in (SHARE, ALL):
            self._commit()
        else:
            self.more.setFocus()

    def _fit(self) -> None:
        kind = self.kind.value()
        self.more.setVisible(kind in (STEPS, EACH))
        self.more.relabel(_tr("缺一样扣几分") if kind == EACH else _tr("几档，各得几分"))

    def _commit(self) -> None:
        try:
            text = read_typed(self.kind.value(), self.more.value())
        except BadScale:
            self.more.refuse(_tr("写成 90% 7，80% 5.5 这样") if self.kind.value() == STEPS else _tr("写几分，如 0.5"))
            return
        self.committed.emit(text)
