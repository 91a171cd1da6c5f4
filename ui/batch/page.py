"""The page 批量登记: one class or one teacher's slip, one week; all rows that are filled are stored in one action."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.batch import Prefilled, Wanted
from app.batch_sheet import Key
from app.store import Undone
from ui.batch import words
from ui.batch.board import Board
from ui.batch.desk import BatchDesk
from ui.batch.hands import Hands
from ui.batch.pile import Pile
from ui.batch.scope import Scope, first_scope, scope_of_draft
from ui.batch.shown import key_of, row_id
from ui.drafts import Made, Words
from ui.dropping import ScanDrops
from ui.page import Page
from ui.session import Session
from ui.work import Work


class BatchPage(Page):
    """`arrive` takes a `Prefilled` page of a scan, a `Wanted`, or None for what was shown."""

    can = frozenset({"print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pile = Pile(session)
        self.desk = BatchDesk()
        self.grid = self.desk.grid
        self.board = Board(session, self.desk, self.pile)
        self.hands = Hands(self.board, self.grid, self)
        self._typing = ""
        self._stored: tuple[str, list[Key], Words] = ("", [], {})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        _connect(self, session)

    @property
    def scope(self) -> Scope | None:
        """Whose rows are shown."""
        return self.board.scope

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Tab", self.tr("下一格")), ("Enter", self.tr("下一个孩子")), ("Ctrl+D", self.tr("和上面一样")),
            ("Ctrl+Enter", self.tr("全部存下")), ("Ctrl+PgDn", self.tr("下一个班或老师")), ("F2", self.tr("再记一次")),
            ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def arrive(self, want: object) -> None:
        self.pile.put_back()
        if isinstance(want, Prefilled):
            self.pile.add(want)
            self.show_scope(Scope.of_page(want))
        elif isinstance(want, Wanted):
            self.show_scope(first_scope(self._session, want))
        elif self.scope is None:
            self.show_scope(first_scope(self._session, Wanted()))
        else:
            self.refresh(None)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> object:
        return self.scope and (self.scope.page or self.scope.wanted())

    def resume(self) -> bool:
        key = self._session.drafts.opened()
        self.pile.put_back()
        scope = scope_of_draft(self._session, key, self.pile.pages)
        if scope is None:
            return False
        if scope != self.scope:
            self.show_scope(scope)
        typing = self._session.drafts.read(key).get("typing", "")
        if typing:
            self.grid.type_on(typing)
        return True

    def refresh(self, touched: frozenset[int] | None) -> None:
        if self.scope is not None:
            self.board.read()

    def leave(self) -> bool:
        self.grid.finish_typing()
        if self.scope is not None:
            self._session.drafts.keep(self.scope.draft, self._draft())
        return True

    def back(self) -> bool:
        if self.scope is not None:
            self._session.drafts.close(self.scope.draft)
        return False

    def print_out(self) -> None:
        """The empty form of what is shown."""
        if self.scope is not None and self.scope.page is None:
            self.goes.emit("print", self.scope.empty_form(self._session.today))

    def help_text(self) -> str:
        return words.help_text()

    def child_shown(self) -> int | None:
        row = self.grid.here()[0]
        return key_of(row)[0] if row else None

    # inside

    def show_scope(self, scope: Scope) -> None:
        """Show these rows, with what was keyed and not stored yet."""
        if self.scope is not None:
            self.grid.finish_typing()
            self._keep()
        self.board.show(scope, self._session.drafts.read(scope.draft))

    def commit(self) -> bool:
        """Ctrl+Enter: store every row that is filled, as one action. A wrong cell gets the cursor instead."""
        self.grid.finish_typing()
        scope, sheet = self.scope, self.board.sheet
        wrong = sheet.mistakes()
        if wrong:
            (key, cell) = next(iter(wrong))
            self.grid.edit_cell(row_id(key), cell)
            return False
        ready = sheet.ready()
        if scope is not None and scope.page is not None and self.board.is_done_with():
            self._go_on(scope)
            return True
        if scope is None or not ready:
            return False
        label, changes, kept = self.board.label(len(ready)), sheet.changes(), sheet.words()
        sheet.forget(ready)
        self._stored = (label, ready, kept)
        if self._session.attempt(label, changes) is None:
            sheet.take(kept)
            self.board.redraw()
            return False
        if sheet.words():
            self._keep()
        else:
            self._session.drafts.drop(scope.draft)
        self._go_on(scope)
        return True

    def _go_on(self, scope: Scope) -> None:
        """A page of a pile that is done with makes room for the next."""
        if scope.page is not None and self.board.is_done_with():
            following = self.pile.done(scope.page)
            self.show_scope(Scope.of_page(following) if following else self.board.after_page())
        else:
            self.board.start()

    def step(self, by: int) -> None:
        """Ctrl+PgDn, Ctrl+PgUp: the next class, teacher or page of the choice."""
        scope = self.board.choices.neighbour(self.scope, by) if self.scope is not None else None
        if scope is not None:
            self.show_scope(scope)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undone(self, undone: Undone) -> None:
        """What was stored from here and is taken back stands in the grid again, as it was typed."""
        label, keys, kept = self._stored
        if undone.label != label or self.scope is None or not set(keys) <= set(self.board.sheet.rows):
            return
        if all(self.board.sheet.is_open(key) for key in keys):
            self.board.sheet.take(kept)
        else:
            self.board.sheet.forget(keys)
        self._changed()

    def _type(self, _row: int, _cell: str, text: str) -> None:
        self._typing = text
        self._keep()

    def _changed(self) -> None:
        self._typing = ""
        self.board.redraw()
        self._keep()

    def _keep(self) -> None:
        if self.scope is not None:
            self._session.drafts.keep(self.scope.draft, self._draft(), "batch")

    def _draft(self) -> Made:
        scope, sheet = self.scope, self.board.sheet
        assert scope is not None

        def draft() -> Words | None:
            if not isValid(self):
                return None
            mine = sheet.words()
            if scope != self.scope or sheet is not self.board.sheet:
                return mine
            if not mine and not self._typing:
                return {}
            return {**mine, "at": self.grid.here(), "typing": self._typing}

        return draft

    def _set_by(self, staff_id: str) -> None:
        self.board.sheet.by = int(staff_id) if staff_id else None
        self._changed()

    def _choose(self, **what: str) -> None:
        scope = self.board.choices.of(self.scope, **what) if self.scope is not None else None
        if scope is not None and scope != self.scope:
            self.show_scope(scope)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(640, 360)


def _connect(page: BatchPage, session: Session) -> None:
    desk, grid = page.desk, page.grid
    desk.whose.committed.connect(lambda key: page._choose(whose=key))
    desk.kind.committed.connect(lambda kind: page._choose(kind=kind))
    desk.week.committed.connect(lambda monday: page._choose(monday=monday))
    desk.by.committed.connect(page._set_by)
    desk.print.clicked.connect(page.print_out)
    desk.slips.clicked.connect(lambda: page.goes.emit("slips", None))
    ScanDrops(page).dropped.connect(lambda paths: page.goes.emit("slips", paths))
    desk.go.clicked.connect(page.commit)
    desk.views.goes.connect(page.goes)
    desk.head.clicked.connect(lambda _key: page.board.start())
    page.hands.changed.connect(page._changed)
    grid.typing.connect(page._type)
    grid.submitted.connect(page.commit)
    grid.stepped.connect(page.step)
    grid.moved.connect(lambda _row, _cell: page.board.hint())
    session.undone.connect(page._undone)
