"""What is done on the page of the report: an item opened, its names listed, the way taken, points given and taken."""

from PySide6.QtCore import QRect, Qt

from app.assessment import Evidence, Mark
from app.scoring import Scored
from ui.report.desk import ITEMS, LEFT, WEEKS
from ui.report.frame import DESK, LIST, NOTHING, ReportFrame
from ui.report.ways import NAMES, way_of
from ui.session import Session
from ui.work import Work


class ReportActs(ReportFrame):
    """Beneath what the window asks of the page."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work)
        self._connect()

    # an item

    def open_item(self, item_id: int) -> None:
        """Show it at the right."""
        one = self.board.scored(item_id)
        if one is None:
            return
        self._turn(DESK)
        if self.desk.view() != ITEMS:
            self.desk.turn(ITEMS)
        self.desk.items.grid.set_current(item_id)
        self._show_item(one)
        self._show_side(panel=True)

    def show_names(self, item_id: int) -> None:
        """List what an item lacks."""
        one = self.board.scored(item_id)
        if one is None or one.found is None or not one.found.lacks:
            self.open_item(item_id)
            return
        self.names.show_item(one)
        self._turn(LIST)

    def follow(self, item_id: int) -> None:
        """Go where what it lacks is made good."""
        one = self.board.scored(item_id)
        if one is None:
            return
        way = way_of(one)
        if way.page:
            self.goes.emit(way.page, way.want)
        elif way.want == NAMES:
            self.show_names(item_id)
        else:
            self.open_item(item_id)

    # inside

    def _open(self, item_id: int) -> None:
        self.open_item(item_id)
        self._focus()

    def _names_of(self, item_id: int) -> None:
        self.show_names(item_id)
        self._focus()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.board.read()
        if self.board.score is None:
            self._turn(NOTHING)
            return
        if self.stack.currentIndex() != LIST:
            self._turn(DESK)
        self.desk.show_board()
        self.aside.show_board()
        one = self._in_hand()
        if one is None:
            self._show_side(panel=False)
            self._turn(DESK)
        elif not self.panel.isHidden():
            self._show_item(one)
        if one is not None and self.stack.currentIndex() == LIST:
            self.names.show_item(one)

    def _in_hand(self) -> Scored | None:
        return self.board.scored(self.panel.item_id or self.desk.items.grid.current())

    def _focus(self) -> None:
        place = self.stack.currentIndex()
        if place == NOTHING:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place == LIST:
            self.names.grid.focus_first()
        elif not self.panel.isHidden():
            self.panel.first().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.focus()

    def _choose_term(self, code: str) -> None:
        self.board.term_code, self._stale = code, True
        self._show()

    def _follow_current(self, item_id: int) -> None:
        if not self.panel.isHidden() and item_id:
            one = self.board.scored(item_id)
            if one is not None:
                self._show_item(one)

    def _begin(self, key: str) -> None:
        if key == "shipped":
            self.deeds.use_shipped()
            self._focus()
        else:
            self.goes.emit("score-import", None)

    def _show_item(self, one: Scored) -> None:
        self.panel.show_item(one, len(self.deeds.carried(one)))
        self.keys_changed.emit()

    def _carry_on(self) -> None:
        one = self.board.scored(self.panel.item_id)
        if one is not None:
            self.deeds.carry_on(one)

    def _ask(self, kind: str, anchor: QRect) -> None:
        one = self.board.scored(self.panel.item_id)
        if one is not None:
            self.forms.ask(kind, one, anchor)

    def _remove(self, what: object) -> None:
        one = self.board.scored(self.panel.item_id)
        if one is None:
            return
        if isinstance(what, Mark):
            self.deeds.take_back(one.item, what)
        elif isinstance(what, Evidence):
            self.deeds.unlink(one.item, what)

    def _number(self, key: str) -> None:
        if key == LEFT:
            self.desk.turn(ITEMS)
            self._focus()
        elif key == WEEKS:
            self.goes.emit("calendar", None)

    def _connect(self) -> None:
        desk, panel = self.desk, self.panel
        desk.term_chosen.connect(self._choose_term)
        desk.view_chosen.connect(lambda _view: self._show_side(panel=False))
        desk.print.clicked.connect(self.print_out)
        desk.head.clicked.connect(self._number)
        desk.items.opened.connect(self._open)
        desk.items.names_wanted.connect(self._names_of)
        desk.items.way_wanted.connect(self.follow)
        desk.items.current_changed.connect(self._follow_current)
        desk.mentors.opened.connect(lambda staff: self.goes.emit("pairings", staff))
        desk.mentors.commend_wanted.connect(lambda mentors: self.goes.emit("honours", ("mentors", mentors)))
        desk.past.opened.connect(self._open_term)
        self.names.left.connect(self.back)
        self.names.goes.connect(self.goes)
        self.aside.goes.connect(self.goes)
        self.aside.table_wanted.connect(lambda: self.goes.emit("score-tables", None))
        self.aside.export_wanted.connect(self.export)
        self.aside.closed.connect(self.back)
        desk.more.clicked.connect(self.unfold)
        desk.pack.clicked.connect(self.aside.pack.click)
        panel.closed.connect(self.back)
        panel.asks.connect(self._ask)
        panel.removed.connect(self._remove)
        panel.carry_wanted.connect(self._carry_on)
        panel.way_wanted.connect(lambda: self.follow(panel.item_id))
        panel.names_wanted.connect(lambda: self._names_of(panel.item_id))
        panel.row_wanted.connect(self.goes)
        self.empty.chosen.connect(self._begin)

    def _open_term(self, code: str) -> None:
        self._choose_term(code)
        self.desk.turn(ITEMS)
        self._focus()
