"""The staged goals of a help plan, typed in a grid: goal, by when, how it went, when it was reached."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent

from app.days import read_date
from app.edits import GoalTold
from app.pairing import Goal
from ui import tokens
from ui.pieces.entry_grid import EntryGrid
from ui.pieces.entry_model import EntryColumn, Mark
from ui.pieces.list_header import ListHeader

BLANK = {"goal": "", "by_day": "", "result": "", "met_on": ""}
DAYS = ("by_day", "met_on")


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)


class GoalGrid(EntryGrid):
    """Goals of the file keep their ids; new ones have negative ids. The last line is empty, to type into."""

    changed = Signal()
    """A person changed a cell."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._goals: dict[int, dict[str, str]] = {}
        super().__init__(
            [
                EntryColumn("goal", _tr("阶段目标"), 0), EntryColumn("by_day", _tr("到哪天"), 104),
                EntryColumn("result", _tr("做得怎样"), 200), EntryColumn("met_on", _tr("达到那天"), 104),
            ],
            name=_tr("阶段目标"),
        )  # fmt: skip
        self.edited.connect(self._edited)

    def show_goals(self, goals: Iterable[Goal]) -> None:
        """Begin with the goals of the file."""
        self._goals = {
            one.id: {"goal": one.goal, "by_day": _iso(one.by_day), "result": one.result, "met_on": _iso(one.met_on)}
            for one in goals
        }
        self._show()

    def texts(self) -> dict[str, dict[str, str]]:
        """What stands in the lines that are not empty, for a draft."""
        return {str(key): dict(texts) for key, texts in self._goals.items() if any(texts.values())}

    def put_back(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        """Show what a draft kept."""
        self._goals = {int(key): {**BLANK, **line} for key, line in texts.items()}
        self._show()

    def told(self) -> list[GoalTold]:
        """The goals as they stand here, once there are no `mistakes`."""
        return [
            GoalTold(texts["goal"], _day(texts["by_day"]), texts["result"], _day(texts["met_on"]), max(0, key))
            for key, texts in self._goals.items() if any(texts.values())
        ]  # fmt: skip

    def mistakes(self) -> dict[tuple[int, str], str]:
        """The cells that cannot be stored, and why."""
        found: dict[tuple[int, str], str] = {}
        for key, texts in self._goals.items():
            if any(texts.values()) and not texts["goal"]:
                found[key, "goal"] = _tr("先写目标")
            for column in DAYS:
                if texts[column] and len(read_date(texts[column], self._today()) or "") < 10:
                    found[key, column] = _tr("日期没看懂，写成 2026-9-1")
        return found

    def problem(self) -> str:
        """The first thing that is wrong, "" for nothing."""
        return next(iter(self.mistakes().values()), "")

    def _edited(self, row: int, column: str, text: str) -> None:
        self._goals[row][column] = (read_date(text, self._today()) or text) if column in DAYS else text
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if not self._goals or any(next(reversed(self._goals.values())).values()):
            self._goals[min([0, *self._goals]) - 1] = dict(BLANK)
        self.set_rows(self._goals)
        self.set_marks({cell: Mark("wrong", why) for cell, why in self.mistakes().items()})
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(tokens.px(tokens.ROW_HEADER) + len(self._goals) * row + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        if isinstance(head, ListHeader):
            head.fit(self.viewport().width())


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
