"""What the line over the roster does: choose a segment, class, filter, values of a column, columns; drop them again."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.classnames import class_order
from app.enrolment import name_on
from app.filters import NAMED, READY_PART, Choice
from ui import tokens
from ui.children.filter_line import FilterLine
from ui.children.filter_words import part_word
from ui.children.gone_children import gone_ids
from ui.children.listing import CLASS, Listing
from ui.children.saved_filters import SavedFilters
from ui.pieces.chips import Chip
from ui.pieces.column_chooser import ColumnChooser
from ui.pieces.funnel import Funnel
from ui.pieces.list_grid import ListGrid
from ui.session import Session

GONE, SEVERAL = "gone", "several"
QUERY = "query"


class RosterFilters(FilterLine):
    """Changes `listing.choice` and says so; the list fills itself then."""

    chosen = Signal()
    unsearched = Signal()
    """The search is to be dropped."""
    gone_wanted = Signal()
    """Show the children who have left the school."""

    def __init__(self, session: Session, listing: Listing, page: QWidget) -> None:
        super().__init__()
        self._session, self._listing = session, listing
        self.saved = SavedFilters(session, listing, page)
        self.funnel = Funnel(page)
        self._page = page
        self.segments.chosen.connect(self.choose_segment)
        self.classes.committed.connect(self.choose_class)
        self.ready.clicked.connect(lambda: self.saved.open_for(_place(self.ready)))
        self.saved.chosen.connect(self.choose)
        self.funnel.kept.connect(lambda key, kept: self.choose(self._listing.choice.keeping(key, kept)))
        self.chips.dropped.connect(self._drop)
        self.chips.cleared.connect(self.clear)
        self.chips.kept.connect(lambda: self.saved.open_for(_place(self.chips.keep), keeping=True))

    def serve(self, grid: ListGrid) -> None:
        """Open funnels and the chooser of columns at the titles of this list."""
        self._grid = grid
        self.chooser = ColumnChooser(grid, list(self._listing.columns.values()), self._page)
        grid.head.has_chooser = True
        grid.head.funnel_wanted.connect(self.open_funnel)
        grid.head.chooser_wanted.connect(self.choose_columns)
        self.columns.clicked.connect(self.choose_columns)
        self.funnel.sorted_by.connect(grid.head.order_by)
        self.funnel.hidden.connect(lambda key: grid.head.show_column(key, False))

    # choosing

    def choose(self, choice: Choice) -> None:
        """Show another choice."""
        self._listing.choose(choice)
        self.segments.set_current(self._listing.segment)
        self.chosen.emit()

    def choose_segment(self, key: str) -> None:
        """Show one segment, everything else as it was."""
        self._listing.choose_segment(key)
        self.choose(self._listing.choice)

    def choose_class(self, name: str) -> None:
        """Show one class; "" = all. The last choice leads to those who have left."""
        if name in (GONE, SEVERAL):
            self._show_class()
            if name == GONE:
                self.gone_wanted.emit()
            return
        self._listing.choose_class(name)
        self.choose(self._listing.choice)

    def clear(self) -> None:
        """Drop every filter but the segment, and the search."""
        self.choose(Choice(self._listing.segment))
        self.unsearched.emit()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_funnel(self, key: str) -> None:
        """Offer the values of a column."""
        listing, head = self._listing, self._grid.head
        anchor = head.section_rect(key)
        corner = head.viewport().mapToGlobal(anchor.topLeft())
        counts = listing.value_counts(key)

        def count(kept: frozenset[str]) -> int:
            return len(listing.of(listing.choice.keeping(key, kept)))

        self.funnel.open_for(
            listing.columns[key], counts, listing.choice.kept.get(key), count, QRect(corner, anchor.size()),
            may_hide=key != next(iter(listing.columns)),
        )  # fmt: skip

    def choose_columns(self) -> None:
        """Offer all columns."""
        place = _place(self.columns)
        self.chooser.open_for(place.translated(place.width() - tokens.px(300), 0))

    def column_menu(self) -> QMenu:
        """What can be done with the columns, for the keyboard: the funnel of each, the chooser, the default."""
        menu = QMenu(self)
        for column in self._grid.shown_columns():
            if column.values is not None:
                action = menu.addAction(self.tr("筛选和排序：{0}…").format(column.title))
                action.setCheckable(True)
                action.setChecked(column.key in self._listing.choice.kept)
                action.triggered.connect(lambda _on=False, key=column.key: self.open_funnel(key))
        menu.addSeparator()
        menu.addAction(self.tr("显示哪些列…")).triggered.connect(self.choose_columns)
        menu.addAction(self.tr("恢复默认")).triggered.connect(self._grid.head.lay_out)
        return menu

    def open_column_menu(self) -> None:
        """Alt+↓ in the list."""
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._grid.head.mapToGlobal(QPoint(0, self._grid.head.height())))

    # showing

    def refresh(self, waiting: int) -> None:
        """Show chips, counts and marks of what is chosen now; `waiting` children listed have something to confirm."""
        listing = self._listing
        self.show_chips()
        self.segments.set_counts(listing.segment_counts())
        self._grid.head.mark_filtered(frozenset(listing.choice.kept))
        self._show_class()
        self.confirm.setVisible(listing.segment == "check" and waiting > 0)
        self.confirm.set_label(self.tr("一起核对"), waiting)
        self.fit()

    def show_chips(self) -> None:
        """Show which filters hold."""
        listing = self._listing
        kept = [part for part in listing.choice.parts() if part in listing.choice.kept or part in (READY_PART, NAMED)]
        chips = [Chip(part, part_word(listing, listing.choice, part)) for part in kept]
        if listing.query:
            chips.append(Chip(QUERY, self.tr("搜“{0}”").format(listing.query)))
        self.chips.show_chips(chips, may_keep=bool(kept) and listing.choice.named is None)

    def offer_classes(self) -> None:
        """Fill the class box with the classes of today."""
        day, system = self._session.today, self._session.snapshot.school.system
        present = {row.class_id for row in self._listing.rows.values()}
        classes = sorted(
            (one for one in self._session.snapshot.classes if one.id in present),
            key=lambda one: class_order(one.stage, one.entry_year, one.number),
        )
        self._names = [name_on(one, day, system) for one in classes]
        kept = self._listing.choice.kept.get(CLASS)
        if kept is not None and kept.isdisjoint(self._names):
            self._listing.choose_class("")
        self._show_class()

    def _show_class(self) -> None:
        kept = self._listing.choice.kept.get(CLASS, frozenset())
        gone = gone_ids(self._session)
        options = [("", self.tr("所有班级")), *((name, name) for name in self._names)]
        options += [(SEVERAL, self.tr("{0} 个班").format(len(kept)))] if len(kept) > 1 else []
        options += [(GONE, self.tr("已离校 {0} 人…").format(len(gone)))] if gone else []
        self.classes.set_options(options)
        self.classes.set_value(SEVERAL if len(kept) > 1 else self._listing.class_name)

    def _drop(self, part: str) -> None:
        if part == QUERY:
            self.unsearched.emit()
        else:
            self.choose(self._listing.choice.without(part))
        if self.chips.isHidden():
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
