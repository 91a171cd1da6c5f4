"""The columns of the two lists: of awards, and of stories."""

from PySide6.QtCore import QCoreApplication

from app.honours import APPROVED
from ui import honour_words as words
from ui.care_words import day_short
from ui.honours.shelf import Shelf
from ui.paper.story_sheet import told
from ui.pieces.rows import Cell, Column


def _tr(text: str) -> str:
    return QCoreApplication.translate("honours", text)


class Cells:
    """What stands in a row. What would tell who a case is about is not said there either."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def award_columns(self) -> list[Column]:
        """Those of the awards."""
        return [
            Column("who", _tr("谁"), 168, "two_line", self._who),
            Column("award", _tr("奖项"), 0, "two_line", self._award),
            Column("by", _tr("谁发的"), 168, "text", self._by),
            Column("counts", _tr("学年表彰"), 96, "status", self._counts),
            Column("certificate", "", 84, "action", lambda _row: Cell(_tr("奖状"))),
        ]

    def _who(self, row: int) -> Cell:
        award = self.shelf.awards[row]
        return Cell(words.person(award, self.shelf.session.snapshot), words.where(award, self.shelf.session.snapshot))

    def _award(self, row: int) -> Cell:
        return Cell(self.shelf.awards[row].name, self.shelf.awards[row].reason)

    def _by(self, row: int) -> Cell:
        award = self.shelf.awards[row]
        giver = award.given_by or self.shelf.session.snapshot.school.name
        return Cell(" ".join(one for one in (giver, award.level) if one), tone="ink2")

    def _counts(self, row: int) -> Cell:
        return Cell(_tr("算"), mark="done") if self.shelf.awards[row].record_id is not None else Cell("")

    def story_columns(self) -> list[Column]:
        """Those of the stories."""
        return [
            Column("title", _tr("题目"), 0, "two_line", self.title),
            Column("about", _tr("写的是谁"), 148, "text", self._about),
            Column("day", _tr("哪天"), 120, "text", lambda row: Cell(
                day_short(self.shelf.stories[row].day, self.shelf.session.today), tone="ink2")),
            Column("state", _tr("怎样了"), 168, "status", self._state),
        ]  # fmt: skip

    def title(self, row: int) -> Cell:
        story = self.shelf.stories[row]
        said = told(story, self.shelf.session.snapshot)
        first = said.paragraphs[0] if said.paragraphs else ""
        return Cell(said.title, "：".join(part for part in (words.story_word(story.kind), first) if part))

    def _about(self, row: int) -> Cell:
        return Cell(words.about(self.shelf.stories[row], self.shelf.session.snapshot), tone="ink2")

    def _state(self, row: int) -> Cell:
        story = self.shelf.stories[row]
        approved = story.state == APPROVED
        return Cell(words.state_word(story), story.approved_by, mark="done" if approved else "soon")
