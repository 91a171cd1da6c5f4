"""The forms that were added, and the chosen one ready to be filled; before the first one: how to begin."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.school import Template
from ui import tokens
from ui.paper.scope import Scope
from ui.pieces.button import Button
from ui.pieces.empty import Empty, Way
from ui.pieces.label import Label
from ui.pieces.list_grid import ListGrid
from ui.pieces.notice import Strip
from ui.pieces.page_head import PageHead
from ui.pieces.rows import Cell, Column
from ui.session import Session
from ui.templates.fill_panel import FillPanel
from ui.templates.words import kind_word


class Shelf(QWidget):
    """The list at the left, the panel that fills at the right."""

    add_wanted = Signal()
    opened = Signal(int)
    """Id of the form whose marks shall be looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = 0
        self.head = PageHead(self.tr("县里的表"))
        self.add = Button(self.tr("添一张表"), icon="plus", keys="Ctrl+I")
        self.wrong = Strip("error")
        self.grid = ListGrid(
            [
                Column("name", self.tr("表"), 0, "two_line", self._name, lambda key: self._of(key).name),
                Column("marks", "", 120, "action", lambda _key: Cell(self.tr("哪里填什么"))),
            ],
            name=self.tr("县里的表"), many=False,
        )  # fmt: skip
        self.panel = FillPanel()
        self.empty = self._nothing_yet()
        self.stack = QStackedWidget()
        self._lay_out()
        self.add.clicked.connect(self.add_wanted)
        self.empty.chosen.connect(lambda _way: self.add_wanted.emit())
        self.grid.current_changed.connect(lambda _key: self._show_chosen())
        self.grid.opened.connect(self.opened)
        self.grid.acted.connect(lambda key, _column: self.opened.emit(key))

    def show_all(self) -> None:
        """Show what the file holds now."""
        templates = self._templates()
        self.stack.setCurrentIndex(0 if templates else 1)
        self.panel.setVisible(bool(templates))
        self.head.set_words(self.tr("县里的表"), [self.tr("表放一次，以后选好孩子，按一下就填好。")])
        self.grid.set_rows([template.id for template in templates])
        self.grid.refresh()
        if templates and not self.grid.current():
            self.grid.set_current(templates[0].id)
        self._show_chosen()

    def chosen(self) -> Template | None:
        """The form that is current in the list."""
        return next((one for one in self._templates() if one.id == self.grid.current()), None)

    def choose(self, number: int) -> None:
        """Make a form the current one."""
        self.grid.set_current(number)
        self._show_chosen()

    def offer(self, scopes: Sequence[Scope], wanted: str) -> None:
        """For whom a form can be filled."""
        self.panel.offer(scopes, wanted)

    def focus(self) -> None:
        """Put the cursor into the list, or on the way to begin."""
        (self.grid if self._templates() else self.empty).setFocus()

    def tell(self, sentence: str) -> None:
        """Say why a file could not be read; "" puts that away."""
        self.wrong.say("error", sentence)
        self.wrong.setVisible(bool(sentence))

    def _templates(self) -> tuple[Template, ...]:
        return self._session.snapshot.templates

    def _of(self, key: int) -> Template:
        return next(one for one in self._templates() if one.id == key)

    def _name(self, key: int) -> Cell:
        template = self._of(key)
        return Cell(template.name, kind_word(template))

    def _show_chosen(self) -> None:
        template = self.chosen()
        if template is not None:
            self.panel.show_template(template, other=template.id != self._shown)
            self._shown = template.id

    def _nothing_yet(self) -> Empty:
        way = Way(
            "add", "file-spreadsheet", self.tr("放进县里发的空表"),
            self.tr("Excel 或 Word 都行，拖到这里也行。\n哪一格填什么，程序先认，你再看。"),
            self.tr("选一张表"), "Ctrl+I",
        )  # fmt: skip
        return Empty(
            self.tr("表"), self.tr("县里的表，放一次，以后自动填"),
            self.tr("名单、登记表都行：格子、边框、公式、打印设置原样不动。"), [way], cells=3,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.head.add_action(self.add)
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.grid, 1)
        column.addWidget(Label(self.tr("把新的空表拖到这里也能添。"), "hint"))
        for page in (some, self.empty):
            self.stack.addWidget(page)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.GUTTER, 0, tokens.GUTTER, tokens.PADDING_TOP)
        left.setSpacing(tokens.BETWEEN)
        for widget in (self.head, self.wrong):
            left.addWidget(widget)
        left.addWidget(self.stack, 1)
        self.wrong.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
