"""The lines of two records side by side: what they contradict each other in, what only one knows, what is the same."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app import merging
from app.children import Child, Kin
from app.kinship import spoken_relation
from app.merging import KEPT, OTHER, SEVERAL, UNITED, Line
from ui.children import pair_words as words
from ui.pieces.rows import Cell, Column, Group, Row
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairs", text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line on screen: its title, both values as text, and the line itself if it can be chosen."""

    title: str
    kept: str
    other: str
    line: Line | None = None
    both: bool = False
    """Both values are kept."""


class PairLines:
    """Lines by id (from 1); `sides` holds what a person chose against the better value."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shown: list[Shown] = []
        self.sides: dict[str, str] = {}

    def show(self, kept: Child, other: Child) -> list[Row]:
        """The rows of the grid for a pair; choices are those of the better values."""
        self.sides, self._shown = {}, []
        people = {kin.id: kin for kin in (*kept.kin, *other.kin)}
        every = [self._of(line, people) for line in merging.lines(kept, other, self._session.today)]
        every += self._family(kept, other)
        every = [one for one in every if one.kept or one.other]
        differ = [one for one in every if one.line is not None and one.line.asks and one.kept != one.other]
        both = [one for one in every if one.both and one not in differ]
        alone = [one for one in every if not (one.kept and one.other) and one not in both]
        same = [one for one in every if one not in differ and one not in both and one not in alone]
        rows: list[Row] = []
        for listed, heading, hint, mark in (
            (differ, _tr("两份不一样"), _tr("打勾的留下；空格或点一下换成另一份的"), "changed"),
            (both, _tr("两份的都留着"), "", "new"),
            (alone, _tr("只有一份写了"), _tr("写了的留下"), "new"),
            (same, _tr("一样的"), "", "same"),
        ):
            if listed:
                rows.append(Group(heading, len(listed), hint, mark))
                for one in listed:
                    self._shown.append(one)
                    rows.append(len(self._shown))
        return rows

    def toggle(self, line_id: int, side: str = "") -> bool:
        """Choose the other value, or that of `side`; False for a line with nothing to choose."""
        line = self._shown[line_id - 1].line if 0 < line_id <= len(self._shown) else None
        if line is None or not line.asks:
            return False
        now = self.side(line)
        self.sides[line.key] = side or (OTHER if now == KEPT else KEPT)
        return True

    def side(self, line: Line) -> str:
        """Whose value holds."""
        return self.sides.get(line.key, line.side)

    def shows_whole_id(self) -> bool:
        """Whether an ID number stands on screen unmasked, for its digits have to be compared."""
        asked = (one.line.key for one in self._shown if one.line is not None and one.line.asks)
        return any(key.endswith(("id_number", "register_number", "register_aux")) for key in asked)

    def whole(self, line_id: int) -> tuple[str, str]:
        """Both values of a line in full."""
        shown = self._shown[line_id - 1] if 0 < line_id <= len(self._shown) else None
        return (shown.kept, shown.other) if shown else ("", "")

    def columns(self, heads: tuple[str, str]) -> list[Column]:
        """What it is, the record entered first, the one entered later."""
        return [
            Column("what", _tr("哪一项"), 132, "text", lambda key: Cell(self._shown[key - 1].title, tone="ink2")),
            Column(KEPT, heads[0], 0, "status", lambda key: self._cell(key, KEPT)),
            Column(OTHER, heads[1], 0, "status", lambda key: self._cell(key, OTHER)),
        ]

    def _cell(self, line_id: int, side: str) -> Cell:
        shown = self._shown[line_id - 1]
        text = shown.kept if side == KEPT else shown.other
        line = shown.line
        if line is None or not line.asks:
            taken = bool(text) and (shown.both or shown.kept != shown.other)
            return Cell(text, tone="ink" if text else "ink3", mark="done" if taken else "")
        holds = self.side(line) == side
        return Cell(text, tone="ink" if holds else "ink3", mark="done" if holds else "wait")

    def _of(self, line: Line, people: dict[int, Kin]) -> Shown:
        kept, other = (words.value(line, text, self._session, people) for text in (line.kept, line.other))
        several = line.key in UNITED or line.key in SEVERAL
        return Shown(words.title(line), kept, other, line, several and bool(kept) and bool(other) and kept != other)

    def _family(self, kept: Child, other: Child) -> list[Shown]:
        """Numbers of those both know, and the relatives only one knows: nothing is chosen, all of it is kept."""
        people = merging.matches(kept, other)
        known = {own.id for own in people.values()}
        found = []
        for kin in other.kin:
            own, spoken = people.get(kin.id), spoken_relation(kin.relation)
            if own is None:
                found.append(Shown(spoken, "", f"{kin.name} {words.numbers(kin)}".strip() or spoken, both=True))
            elif own.phones or kin.phones:
                mine, theirs = words.numbers(own), words.numbers(kin)
                both = bool(mine and theirs) and mine != theirs
                found.append(Shown(_tr("{0}的电话").format(spoken), mine, theirs, both=both))
        for kin in kept.kin:
            if kin.id not in known:
                spoken = spoken_relation(kin.relation)
                found.append(Shown(spoken, f"{kin.name} {words.numbers(kin)}".strip() or spoken, "", both=True))
        return found
