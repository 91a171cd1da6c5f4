"""What the page 批量登记 shows now: the rows of a scope with what was typed, and the finding over them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QImage

from app.batch import Prefilled, Task, Wanted
from app.batch_cells import WAY
from app.batch_rows import printed_slip, rows_of, tasks_of_class, tasks_of_page, tasks_of_staff, usual_day
from app.batch_sheet import DOUBTFUL, EMPTY, HALF, READY, TRIED, WRONG, BatchSheet, Key
from app.cards import class_name_on
from app.children import Child
from app.enrolment import class_on, classes_by_id
from app.school import Snapshot
from ui.batch import finding, words
from ui.batch.choices import Choices
from ui.batch.desk import BatchDesk
from ui.batch.pile import Pile
from ui.batch.scope import CLASS, STAFF, Scope, classes, first_scope, teachers
from ui.batch.shown import Person, key_of, row_id, shown
from ui.session import Session


class Board:
    """`show` a scope, `read` it anew after a save, `redraw` it after a key."""

    def __init__(self, session: Session, desk: BatchDesk, pile: Pile) -> None:
        self._session, self._desk = session, desk
        self.choices = Choices(session, pile)
        self.scope: Scope | None = None
        self.sheet = BatchSheet(session.today, session.today)
        self._pictures: dict[Key, QImage] = {}
        self._phrases: dict[str, Sequence[str]] = {}
        self._tasks: list[Task] = []
        self._tasks_of: tuple[Snapshot, int, date] | None = None
        self._people: dict[int, Person] = {}

    def show(self, scope: Scope, draft: Mapping[str, Any]) -> None:
        """Show other rows, with a draft."""
        self.scope = scope
        self.sheet = BatchSheet(scope.monday, self._session.today)
        self._pictures = {
            (row.child_id, row.kind): picture for row in (scope.page.rows if scope.page else ())
            if row.picture and not (picture := QImage.fromData(row.picture)).isNull()
        }  # fmt: skip
        self.read(draft)
        row, cell = draft.get("at", (0, ""))
        if cell and key_of(row) in self.sheet.rows:
            self._desk.grid.edit_cell(row, cell)
        else:
            self.start()

    def read(self, draft: Mapping[str, Any] | None = None) -> None:
        """Read the rows of the file anew."""
        assert self.scope is not None
        session, scope, snapshot = self._session, self.scope, self._session.snapshot
        day = usual_day(snapshot, scope.monday, session.today)
        page = scope.page
        if scope.what == STAFF:
            page = printed_slip(session.store.ledger, scope.number, scope.monday)
        rows = rows_of(snapshot, session.store.ledger, self._wanted(page), scope.monday, session.today, page)
        self._phrases = {}
        self._people = {row.child_id: self._person(snapshot.children[row.child_id], day) for row in rows}
        self.sheet.show(rows, session.today, day)
        self.sheet.take(draft or {})
        self.choices.offer(self._desk, scope, self.sheet.by)
        self.redraw()

    def _wanted(self, page: Prefilled | None) -> list[Task]:
        assert self.scope is not None
        scope, session, snapshot = self.scope, self._session, self._session.snapshot
        if page is not None:
            return tasks_of_page(snapshot, page)
        if scope.what == CLASS:
            return tasks_of_class(snapshot, scope.number, scope.kind, scope.monday, session.today)
        known = self._tasks_of
        if known is None or known[0] is not snapshot or known[1:] != (scope.number, scope.monday):
            # What was due on Monday hangs on nothing that is recorded since, so a save need not work it out anew.
            self._tasks = tasks_of_staff(snapshot, session.store.ledger, scope.number, scope.monday)
            self._tasks_of = snapshot, scope.number, scope.monday
        return self._tasks

    def _person(self, child: Child, day: date) -> Person:
        if self.scope is not None and self.scope.what == CLASS:
            return Person(child.name, child.sex)
        snapshot = self._session.snapshot
        of_class = class_on(child, classes_by_id(snapshot), day, snapshot.school.system)
        return Person(child.name, class_name_on(of_class, snapshot, day))

    # what the page asks

    def write(self, key: Key, cell: str, text: str) -> None:
        """What somebody typed into a cell."""
        row = self.sheet.rows.get(key)
        if row is not None:
            self.sheet.write(key, cell, words.way_of_word(row, text) if cell == WAY else text)

    def start(self) -> None:
        """Put the cursor into the first row that waits; one that must be looked at comes before all others."""
        ranks = ((DOUBTFUL, WRONG, HALF), (TRIED, EMPTY), (READY,))
        self._desk.grid.start([row_id(key) for states in ranks for key in self.sheet.with_state(*states)])

    def is_done_with(self) -> bool:
        """Whether no row of a page waits for somebody."""
        return not self.sheet.with_state(DOUBTFUL, WRONG, HALF, READY)

    def label(self, count: int) -> str:
        """How undo and the history call what is stored."""
        assert self.scope is not None
        return finding.label(self.scope, self.whose(), count)

    def whose(self) -> str:
        """The name of the class or teacher."""
        assert self.scope is not None
        if self.scope.what == CLASS:
            return classes(self._session, self._session.today).get(self.scope.number, "")
        return teachers(self._session, date.min).get(self.scope.number, "")

    def after_page(self) -> Scope:
        """When the last page of the pile is stored: the teacher's week."""
        assert self.scope is not None
        return self.scope.of_staff(self.scope.number) if self.scope.number else first_scope(self._session, Wanted())

    # what is shown

    def redraw(self) -> None:
        """Show the sheet as it is now."""
        assert self.scope is not None
        scope, desk, sheet = self.scope, self._desk, self.sheet
        found = shown(sheet, self._people, self._known_phrases, self._pictures)
        desk.grid.show_rows(found.texts, found.looks, kinds=scope.what != CLASS)
        desk.grid.set_marks(found.marks)
        desk.grid.set_empty(finding.nothing(scope, bool(self._session.snapshot.children)))
        week = dict(self.choices.weeks(scope.monday))[scope.monday.isoformat()]
        desk.head.set_words(finding.heading(scope, self.whose(), sheet), finding.sentence(scope, week, sheet))
        said, enabled = finding.button(sheet, scope.page is not None and self.is_done_with())
        desk.go.set_label(said)
        desk.go.setEnabled(enabled)
        self.hint()

    def hint(self) -> None:
        """Say what is to be said of the cell with the cursor."""
        row, cell = self._desk.grid.here()
        key = key_of(row) if row else None
        self._desk.say(*finding.hint(self.sheet, key, cell))
        kind = key[1] if key is not None else self.scope.kind if self.scope is not None else ""
        self._desk.letters.show_keys(finding.keys(kind, slip=bool(self._pictures)))

    def _known_phrases(self, kind: str) -> Sequence[str]:
        if kind not in self._phrases:
            self._phrases[kind] = self._session.store.ledger.phrases(kind, 200)
        return self._phrases[kind]
