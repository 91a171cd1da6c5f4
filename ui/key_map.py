"""The page 按键: every key of the program on one page, made from the actions and the pages themselves; printable."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.store import StoreError
from ui import tokens, words
from ui.help import KeyCap
from ui.page import KeyGroup, Page
from ui.paper.key_sheet import columns, key_paper
from ui.paper.output import pdf_bytes, print_on
from ui.paper.print_page import ask_pdf_path, ask_printer, has_printer
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.panel import Panel
from ui.session import Session
from ui.work import Work


class KeyMapPage(Page):
    """Two columns of groups: what works everywhere, then page by page."""

    can = frozenset({"print_out", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.groups: Sequence[KeyGroup] = ()
        self.has_printer: Callable[[], bool] = has_printer
        self.ask_printer: Callable[[QWidget], QPrinter | None] = ask_printer
        self.ask_path: Callable[[QWidget, str], str] = ask_pdf_path
        self.print = Button(self.tr("打印"), icon="printer", keys="Ctrl+P", kind="primary", height=40)
        self.save = Button(self.tr("另存为 PDF"), icon="download", keys="Ctrl+E")
        self.note = Label("", "second", wrap=True)
        self.note.hide()
        self.area = QScrollArea()
        self._lay_out()
        self.print.clicked.connect(self.print_out)
        self.save.clicked.connect(self.export)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addWidget(Label(self.tr("按键"), "heading"), 1)
        head.addWidget(self.save)
        head.addWidget(self.print)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("所有按键"))
        self.area.setProperty("ring", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(tokens.GAP)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.area, 1)

    def keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("往下看")), ("Ctrl+P", self.tr("打印")), ("Ctrl+E", self.tr("另存为 PDF")),
                ("Esc", self.tr("返回"))]  # fmt: skip

    def key_groups(self) -> list[KeyGroup]:
        return []

    def arrive(self, want: object) -> None:
        self.groups = self.all_keys()
        self._say("")
        inner = QWidget()
        inner.setProperty("ground", "none")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(tokens.GAP)
        for groups in columns(self.groups)[:2]:
            column = QVBoxLayout()
            column.setSpacing(tokens.GAP)
            for group in groups:
                column.addWidget(_panel(group))
            column.addStretch(1)
            row.addLayout(column, 1)
        self.area.setWidget(inner)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_out(self) -> None:
        """Print the sheet; without a printer say so."""
        if not self.has_printer():
            self._say(self.tr("这台电脑没有装打印机。可以另存为 PDF，拿到有打印机的电脑上印。"))
            return
        printer = self.ask_printer(self)
        if printer is not None and not print_on(key_paper(self.groups), printer):
            self._say(self.tr("打印机没有接受。看看有没有开机、缺纸，或者先另存为 PDF。"))

    def export(self) -> None:
        """Save the sheet as a PDF where the person says."""
        paper = key_paper(self.groups)
        chosen = self.ask_path(self, f"{paper.title}.pdf")
        if not chosen:
            return
        path = PurePath(chosen if chosen.lower().endswith(".pdf") else chosen + ".pdf")
        try:
            self._session.disk.write_bytes(path, pdf_bytes(paper))
        except StoreError as error:
            self._say(words.sentence(error))
        else:
            self._say(self.tr("存好了：{0}").format(path))

    def help_text(self) -> str:
        return self.tr("所有的按键都在这一页，可以打印一张压在键盘旁边。在别的页面按 F1，看那一页的说明和按键。")

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))


def _panel(group: KeyGroup) -> Panel:
    panel = Panel(group.title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, tokens.px(104))
    grid.setColumnStretch(1, 1)
    for line, (key, what) in enumerate(group.keys):
        grid.addWidget(KeyCap(key), line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(what, "body", wrap=True), line, 1)
    panel.add(grid)
    return panel
