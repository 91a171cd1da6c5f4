"""What 照片对号 looks like: the field to drop a folder on, then the list of files beside the photo and its chooser."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.photo_plan import DOUBTFUL, REFUSED, PhotoPlan
from app.school import Snapshot
from ui import icons, tokens
from ui.page import Page
from ui.photos.gathering import Gathered
from ui.photos.match_rows import MatchRows
from ui.photos.who_panel import WIDE, WIDE_NARROW, WhoPanel
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid


class DropField(QWidget):
    """Where a folder is dropped or chosen; what was wrong with the last one stands under the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Button(
            self.tr("选文件夹"), kind="primary", icon="folder-archive", height=tokens.CONTROL_PANEL, keys="Ctrl+Enter"
        )
        self.files = Button(self.tr("选几张照片"), icon="user-round", height=tokens.CONTROL_PANEL)
        self.wrong, self.do = Label("", "strong", "over", wrap=True), Label("", "second", wrap=True)
        lines = (
            Label(self.tr("把放照片的文件夹拖到这里"), "panel"),
            Label(
                self.tr(
                    "文件名里有孩子的姓名就行，像“张三.jpg”“三1班 张三.jpg”；身份证号、学籍号、“三1班 05号”也认得。"
                ),
                "second", wrap=True,
            ),
            Label(
                self.tr("先看一遍谁是谁，再放。照片会摆正、缩小、去掉拍照地点，加密存在资料里；原来的文件不动。"),
                "second", wrap=True,
            ),
        )  # fmt: skip
        self._first = lines[0]
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.folder)
        row.addWidget(self.files)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 20, 60, 12)
        column.setSpacing(tokens.GAP)
        column.addStretch(2)
        for line in (*lines, self.wrong, self.do):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for line in lines:
            column.addWidget(line)
        column.addLayout(row)
        column.addWidget(self.wrong)
        column.addWidget(self.do)
        column.addStretch(3)
        self.setFocusProxy(self.folder)
        self.tell("", "")

    def tell(self, what: str, do: str) -> None:
        """Say why the last folder was not taken; "" clears it."""
        self.wrong.setText(what)
        self.do.setText(do)
        for label in (self.wrong, self.do):
            label.setVisible(bool(label.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(20.5, 8.5, -20.5, -8.5)
            paint.box(painter, rect, "surface", "", radius=tokens.PANEL_RADIUS)
            pen = QPen(tokens.colour("grid"), 1.5)
            pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            painter.drawRoundedRect(rect, tokens.PANEL_RADIUS, tokens.PANEL_RADIUS)
            if self._first.y() > rect.top() + 56:
                icons.draw(painter, "upload", rect.center().x() - 18, self._first.y() - 52, "grid", 36)


class PhotosFrame(Page):
    """The page without what its buttons do."""

    def __init__(self, lines: MatchRows) -> None:
        super().__init__()
        self.lines = lines
        self.placed = 0
        """Photos of this folder that are stored already."""
        self.heading, self.line = Label("", "heading"), Label("", "second", "ink2", wrap=True)
        self.choose = DropField()
        self.grid = ListGrid(lines.columns(), name=self.tr("每一张照片"), row_height=46, many=False)
        self.who = WhoPanel()
        self.agreed = CheckBox("")
        self.again = Button(self.tr("换一个文件夹"), keys="Esc")
        self.go = Button("", kind="primary", keys="Ctrl+Enter", height=40)
        self.grid.setMinimumHeight(tokens.px(120))
        self.stack = QStackedWidget()
        self._lay_out()

    @property
    def plan(self) -> PhotoPlan:
        """The files as they stand."""
        return self.lines.plan

    def keys(self) -> list[tuple[str, str]]:
        if not self.plan.lines:
            return [("Ctrl+Enter", self.tr("选文件夹")), ("Esc", self.tr("返回"))]
        return [
            (self.tr("空格"), self.tr("放或不放这一张")), ("Ctrl+Enter", self.tr("放照片")),
            ("Esc", self.tr("换一个文件夹")),
        ]  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "把一个文件夹的照片一次放给孩子。文件名里的姓名、班级、身份证号、学籍号、班内学号都认得，重名的、没认出来的、"
            "读不了的排在最上面，点一行，在右边选是谁。放好以后 Ctrl+Z 整次撤回。家长不同意拍照的不放。"
        )

    def show_plan(self, snapshot: Snapshot, gathered: Gathered | None) -> None:
        """Show the files, or the field to drop them on."""
        self.stack.setCurrentWidget(self.choose if gathered is None else self._through)
        self.grid.set_rows(self.lines.rows())
        self.grid.refresh()
        chosen = [self.plan.lines[index].child_id for index in self.plan.chosen()]
        self.go.set_label(self.tr("放 {0} 张照片").format(len(chosen)))
        self.go.setEnabled(bool(chosen))
        unasked = [key for key in chosen if snapshot.children[key].photo_consent == ""]
        self.agreed.setText(self.tr("这 {0} 个孩子的家长都同意拍照，照片印在联系卡上").format(len(unasked)))
        self.agreed.setAccessibleName(self.agreed.text())
        self.agreed.updateGeometry()
        self.agreed.setVisible(bool(unasked))
        self._say(gathered, len(chosen))
        self.keys_changed.emit()

    def _say(self, gathered: Gathered | None, chosen: int) -> None:
        if gathered is None:
            self.heading.setText(self.tr("照片对号"))
            self.line.setText(self.tr("一个文件夹的照片，一次放给孩子"))
            return
        parts = [self.tr("放好了 {0} 张").format(self.placed)] if self.placed else []
        if chosen or not parts:
            parts.append(self.tr("{0} 张对上了").format(chosen))
        open_ = sum(line.kind == DOUBTFUL and not line.chosen for line in self.plan.lines)
        if open_:
            parts.append(self.tr("{0} 张要看一眼").format(open_))
        if refused := self.plan.count(REFUSED):
            parts.append(self.tr("{0} 张读不了").format(refused))
        self.heading.setText("，".join(parts))
        skipped = self.tr("，另有 {0} 个不是照片的文件").format(gathered.skipped) if gathered.skipped else ""
        self.line.setText(self.tr("照片对号：{0}").format(gathered.source) + skipped)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(tokens.GUTTER, 12, tokens.GUTTER, 10)
        head.setSpacing(2)
        head.addWidget(self.heading)
        head.addWidget(self.line)
        self._through = QWidget()
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, 0)
        foot.setSpacing(10)
        foot.addWidget(self.agreed)
        foot.addStretch(1)
        foot.addWidget(self.again)
        foot.addWidget(self.go)
        row = QHBoxLayout()
        row.setContentsMargins(tokens.GUTTER, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.grid, 1)
        row.addWidget(self.who)
        through = QVBoxLayout(self._through)
        through.setContentsMargins(0, 0, 0, 10)
        through.setSpacing(10)
        through.addLayout(row, 1)
        through.addLayout(foot)
        for page in (self.choose, self._through):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.window().width() >= tokens.NARROW_BELOW
        self.who.setFixedWidth(tokens.px(WIDE if wide else WIDE_NARROW))
