"""What stands on the page 批量登记: the finding, whose rows and which week, the letters, the grid, the one button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts, icons, tokens
from ui.batch.grid import BatchGrid
from ui.contacts.views import Views
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.page_head import PageHead

WHOSE, KIND, WEEK, BY = 152, 124, 166, 138
Options = Sequence[tuple[str, str]]


class Letters(QWidget):
    """The letters of the 方式 cell and the keys of the grid; what finds no room is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[tuple[str, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """(key, what it does), from left to right."""
        self._keys = keys
        self.setAccessibleName("，".join(f"{key} {what}" for key, what in keys))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, tokens.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            x, middle, high = 0.0, self.height() / 2, tokens.px(19)
            for key, what in self._keys:
                cap = fonts.width(key, tokens.KEYCAP) + 12
                if x + cap + 8 + fonts.width(what, tokens.SECOND) > self.width():
                    break
                paint.box(painter, QRectF(x, middle - high / 2, cap, high), "surface", "line2", radius=3)
                paint.text(painter, x + 6, middle, key, size=tokens.KEYCAP, token="ink2")
                x += cap + 8
                x += paint.text(painter, x, middle, what, size=tokens.SECOND, token="ink2") + 20


class BatchDesk(QWidget):
    """Shows what the page says."""

    def __init__(self) -> None:
        super().__init__()
        self.views = Views("batch")
        self.head = PageHead("", [], self.views)
        self.letters = Letters()
        self.whose, self.kind, self.week, self.by = (ComboField("", []) for _ in range(4))
        for field, spoken in (
            (self.whose, self.tr("哪个班或哪位老师")), (self.kind, self.tr("登记什么")), (self.week, self.tr("哪一周")),
            (self.by, self.tr("谁做的")),
        ):  # fmt: skip
            field.name_it(spoken)
        self.by.setToolTip(self.tr("谁做的，记在每一条上"))
        self.grid = BatchGrid(self.tr("批量登记"))
        self.hint = Label("", "second", "ink2", wrap=True)
        self.shield = Label("")
        self.slips = Button(self.tr("任务单"), icon="clipboard-check", height=40)
        self.slips.setToolTip(self.tr("谁的交回来了，读扫描件"))
        self.print = Button(self.tr("打印空白登记表"), icon="printer", height=40)
        self.print.setToolTip("Ctrl+P")
        self.go = Button("", keys="Ctrl+Enter", kind="primary", height=40)
        self._lay_out()

    def choose(self, field: ComboField, options: Options, value: str) -> None:
        """Offer these in one of the choices, with `value` chosen; a choice of one is not shown."""
        field.set_value(value)
        field.set_options(options)
        field.setVisible(bool(options))

    def say(self, hint: str, tone: str = "") -> None:
        """The sentence beside the button."""
        self.hint.setText(hint)
        self.hint.set_tone(tone or "ink2")
        self.shield.setVisible(not tone)

    def _lay_out(self) -> None:
        for field, wide in ((self.whose, WHOSE), (self.kind, KIND), (self.week, WEEK), (self.by, BY)):
            field.setFixedWidth(tokens.px(wide))
        self.shield.setPixmap(icons.pixmap("shield-check", "accent", 18))
        choices = QHBoxLayout()
        choices.setSpacing(tokens.BETWEEN)
        choices.addWidget(self.letters, 1)
        for field in (self.whose, self.kind, self.week, self.by):
            choices.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.BETWEEN)
        foot.addWidget(self.shield)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.slips)
        foot.addWidget(self.print)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 10)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.head)
        column.addLayout(choices)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "by"):
            for field, wide in ((self.whose, WHOSE), (self.kind, KIND), (self.week, WEEK), (self.by, BY)):
                field.setFixedWidth(tokens.px(wide))
