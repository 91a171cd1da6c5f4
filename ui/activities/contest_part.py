"""A contest: groups, entrants, what they perform, scores and places."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.activities import Activity, Entry, places, score_of
from app.edits.activities import EntryTold
from app.honours import prizes_left
from ui import tokens
from ui.activities.lines_grid import LinesGrid, Texts
from ui.contacts.people import People
from ui.pieces.button import Button
from ui.pieces.entry_model import EntryColumn, EntryModel
from ui.pieces.label import Label
from ui.pieces.row_model import Index
from ui.session import Session


class ContestModel(EntryModel):
    """Offers the names of who takes part."""

    names: Callable[[], Sequence[str]] = tuple

    def options(self, index: Index) -> tuple[str, ...]:
        if self.columns[index.column()].key == "who":
            return tuple(self.names())
        return super().options(index)


class ContestPart(QWidget):
    """Children are written by name, with their class where two share one; any other text is somebody or a team."""

    changed = Signal()
    filled = Signal()
    """Put everybody who is ticked on the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._people = session, People(session)
        self._ticked: list[int] = []
        columns = [
            EntryColumn("group", self.tr("组别"), 112), EntryColumn("who", self.tr("选手"), 168, options=("",)),
            EntryColumn("piece", self.tr("节目"), 0), EntryColumn("score", self.tr("得分"), 84, right=True),
            EntryColumn("prize", self.tr("名次或奖项"), 124),
        ]  # fmt: skip
        model = ContestModel(columns)
        model.names = lambda: [self.called(child) for child in self._ticked]
        self.grid = LinesGrid(columns, name=self.tr("比赛"), needed="who", model=model, grows=False)
        self.fill = Button(self.tr("勾上的都参赛"))
        self.rank = Button(self.tr("按得分排名次"))
        self.awards = Button(self.tr("名次记成奖励"))
        self.said = Label("", "second", "ink2", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.said, 1)
        line.addWidget(self.fill)
        line.addWidget(self.rank)
        line.addWidget(self.awards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(line)
        column.addWidget(self.grid, 1)
        self.grid.changed.connect(self._say)
        self.grid.changed.connect(self.changed)
        self.fill.clicked.connect(self.enter_ticked)
        self.rank.clicked.connect(self.rank_all)

    # what is shown

    def show_entries(self, entries: Iterable[Entry], ticked: Sequence[int]) -> None:
        """Begin with the entries of the file."""
        self.grid.show_lines({
            one.id: {
                "group": one.contest_group, "who": self.called(one.child_id) if one.child_id else one.name,
                "piece": one.piece, "score": one.score, "prize": one.prize,
            }
            for one in entries
        })  # fmt: skip
        self.show_ticked(ticked)

    def offer_awards(self, activity: Activity | None) -> None:
        """Offer to make awards of what was won, as long as something won is none yet."""
        given = self._session.store.honours.awards_of_activities([activity.id]) if activity is not None else []
        self.awards.setVisible(activity is not None and bool(prizes_left(activity.entries, given)))

    def show_ticked(self, ticked: Sequence[int]) -> None:
        """Offer these children."""
        self._ticked = list(ticked)
        self._say()

    def called(self, child_id: int) -> str:
        """The name of a child, with the class where there are two of that name."""
        one = self._people.named(child_id)
        twins = sum(other.name == one.name for other in self._people.children.values())
        return f"{one.name} {one.class_name}" if twins > 1 else one.name

    def told(self) -> list[EntryTold]:
        """The entries as they stand here."""
        known = self._by_name()
        return [
            EntryTold(texts["who"], known.get(texts["who"].strip()), texts["group"], texts["piece"], texts["score"],
                      texts["prize"], max(0, key))
            for key, texts in self.grid.lines().items()
        ]  # fmt: skip

    def entrants(self) -> list[int]:
        """The children among the entrants."""
        return [one.child_id for one in self.told() if one.child_id is not None]

    # what a person does

    def enter_ticked(self) -> None:
        """Everybody ticked who is not on the list yet."""
        there = set(self.entrants())
        fresh: list[Texts] = [{"who": self.called(child)} for child in self._ticked if child not in there]
        if fresh:
            self.grid.add_lines(fresh)
        self.grid.setFocus()

    def rank_all(self) -> None:
        """第 1 名 …, in each group by score; a prize that somebody wrote in words stays."""
        lines = self.grid.lines()
        found = places([(texts["group"], texts["score"]) for texts in lines.values()])
        ranked = {
            key: self.tr("第 {0} 名").format(place)
            for (key, texts), place in zip(lines.items(), found, strict=True)
            if place and (not texts["prize"] or texts["prize"].startswith(self.tr("第")))
        }
        self.grid.put("prize", ranked)

    def _by_name(self) -> dict[str, int]:
        """Children by what they are called here. Of two of one name only the whole, with the class, is clear; a pupil
        of a class that has left is known by who takes part."""
        every = dict.fromkeys([*self._people.children, *self._ticked])
        return {self.called(child): child for child in every}

    def _say(self) -> None:
        told = self.told()
        groups = {one.contest_group for one in told}
        ticked = set(self._ticked)
        self.fill.setEnabled(bool(ticked - set(self.entrants())))
        self.fill.setToolTip("" if self.fill.isEnabled() else self.tr("先在“参加的人”里勾上孩子"))
        self.rank.setEnabled(any(score_of(one.score) is not None for one in told))
        self.rank.setToolTip("" if self.rank.isEnabled() else self.tr("先写得分"))
        if not told:
            self.said.setText(self.tr("不是比赛就空着。选手写名字，集体节目写班级或队名。"))
        elif len(groups) > 1:
            self.said.setText(self.tr("{0} 个组，{1} 个选手").format(len(groups), len(told)))
        else:
            self.said.setText(self.tr("{0} 个选手").format(len(told)))
