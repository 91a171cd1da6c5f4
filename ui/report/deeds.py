"""What the page of the assessment writes, each deed under a name that undo and the history show."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.assessment import SELF, Evidence, Item, Mark, shipped
from app.changes import Change
from app.edits import assessment as edits
from app.scoring import Scored, evidence_of
from app.store import Done
from ui import score_words as words
from ui.score_board import ReportBoard


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


class ReportDeeds:
    """Each answers what was done, or None after `session.failed` has said why not; BadValue is for the field."""

    def __init__(self, board: ReportBoard) -> None:
        self._board, self._session = board, board.session

    def use_shipped(self) -> Done | None:
        """The example of the program comes into use."""
        table = shipped()
        return self.write(_tr("用上{0}").format(table.name), edits.add_table(table, self._board.tables))

    def give(self, item: Item, given: edits.Given) -> Done | None:
        """Points of the school, of a check, or of the reviewer. Raises BadValue."""
        board = self._board
        if board.term is None or board.table is None:
            return None
        marks = self._session.store.assessment.marks(board.table.id)
        changes = edits.give(item, board.term, given, marks)
        return self.write(_tr("{0}{1}").format(item.what, words.mark_word(given.kind)), changes)

    def take_back(self, item: Item, mark: Mark) -> Done | None:
        """A mark that was wrong."""
        label = _tr("删掉{0}的{1}").format(item.what, words.mark_word(mark.kind))
        return self.write(label, edits.take_back(mark), "delete")

    def back_to_counted(self, item: Item) -> Done | None:
        """The school's own points give way to what is counted."""
        return self.give(item, edits.Given(SELF, self._session.today, ""))

    def link(
        self, item: Item, there: Sequence[Evidence], words_: str = "", links: Sequence[tuple[str, int]] = (),
        papers: Sequence[str] = (),
    ) -> Done | None:  # fmt: skip
        """Words, rows of any kind or papers of the term as evidence."""
        if self._board.term is None:
            return None
        changes = edits.link(item, self._board.term, there, words=words_, links=links, papers=papers)
        return self.write(_tr("{0}挂上材料").format(item.what), changes)

    def carried(self, one: Scored) -> list[Change]:
        """Words and papers of the term before that are not linked in this one."""
        board = self._board
        terms = [each for each in board.begun() if board.term is not None and each.from_day < board.term.from_day]
        if board.term is None or board.table is None or not terms:
            return []
        before = [each for each in evidence_of(board.facts_of(terms[0]), board.table) if each.item_id == one.item.id]
        return edits.carry_on(one.item, board.term, one.evidence, before)

    def carry_on(self, one: Scored) -> Done | None:
        """They show it in this term too."""
        return self.write(_tr("{0}沿用上学期的材料").format(one.item.what), self.carried(one))

    def unlink(self, item: Item, one: Evidence) -> Done | None:
        """No evidence of it any more."""
        return self.write(_tr("{0}取下材料").format(item.what), edits.unlink([one]), "delete")

    def write(self, label: str, changes: Sequence[Change], kind: str = "edit") -> Done | None:
        """Carry the changes out; none is nothing to do."""
        return self._session.attempt(label, changes, kind) if changes else None


def day_of(text: str, today: date) -> date:
    """The day of a form, today where it says none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today
