"""The list of who is given what on one occasion: one line an award."""

from collections.abc import Iterable, Sequence

from app.edits.honours import AwardTold
from app.honours import Award
from ui.activities.lines_grid import LinesGrid, Texts
from ui.honours.winners import CHILD, STAFF, Winner, Winners, WinnersModel
from ui.pieces.entry_model import EntryColumn

WHO, AWARD, REASON, KEY = "who", "award", "reason", "key"


class AwardLines(LinesGrid):
    """`told` are the awards as they stand here; `key` in a line says whom the name was put for; `known` who may be
    meant."""

    def __init__(self, winners: Winners, name: str) -> None:
        self.known = winners
        columns = [EntryColumn(WHO, self.tr("谁"), 176, options=("",)), EntryColumn(AWARD, self.tr("奖项"), 200),
                   EntryColumn(REASON, self.tr("事由"), 0)]  # fmt: skip
        super().__init__(columns, name=name, needed=WHO, model=WinnersModel(columns, winners))

    def show_awards(self, awards: Iterable[Award]) -> None:
        """Begin with those of the file."""
        self.show_lines({one.id: self._line(_winner(one), one.name, one.reason) for one in awards})

    def give(self, winners: Sequence[Winner], award: str, reason: str) -> None:
        """A line for each of these who has no line for this award yet."""
        there = {(self._who(texts), texts[AWARD]) for texts in self.lines().values()}
        self.add_lines([self._line(one, award, reason) for one in winners if (one, award) not in there])

    def winners(self) -> list[Winner]:
        """Who has a line."""
        found = (self._who(texts) for texts in self.lines().values())
        return list(dict.fromkeys(one for one in found if one is not None))

    def told(self) -> list[AwardTold]:
        """The awards of all lines; who is not known is neither child nor staff."""
        found = []
        for key, texts in self.lines().items():
            who = self._who(texts)
            child = who.id if who is not None and who.kind == CHILD else None
            staff = who.id if who is not None and who.kind == STAFF else None
            found.append(AwardTold(texts[AWARD], child, staff, texts[REASON], max(0, key)))
        return found

    def mistakes(self) -> dict[tuple[int, str], str]:
        wrong = {}
        for key, texts in self.lines().items():
            if self._who(texts) is None:
                unclear = self.tr("没有这个名字，或者有两个同名的；从“得奖的人”里勾")
                wrong[key, WHO] = unclear if texts[WHO] else self.tr("这一行先写谁")
            if not texts[AWARD]:
                wrong[key, AWARD] = self.tr("写上是什么奖")
        return wrong

    def _who(self, texts: Texts) -> Winner | None:
        return self.known.meant(texts[WHO].strip(), texts.get(KEY, ""))

    def _line(self, who: Winner, award: str, reason: str) -> Texts:
        return {WHO: self.known.called(who), AWARD: award, REASON: reason, KEY: who.key}


def _winner(award: Award) -> Winner:
    return Winner(CHILD, award.child_id) if award.child_id is not None else Winner(STAFF, award.staff_id or 0)
