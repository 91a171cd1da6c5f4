"""The stages of a plan as lines to type into."""

from collections.abc import Iterable
from datetime import date

from app.days import read_date
from app.work_plan import OPEN, PlanStage
from ui.activities.lines_grid import LinesGrid, Texts
from ui.pieces.entry_model import EntryColumn
from ui.plan_words import state_words
from ui.session import Session

WHAT, FIRST, LAST, WHO, STATE, RESULT = "what", "from", "until", "who", "state", "result"


class StageLines(LinesGrid):
    """`told` are the stages as they stand here."""

    def __init__(self, session: Session, name: str) -> None:
        self._session = session
        states = tuple(state_words().values())
        here = tuple(dict.fromkeys(one.name for one in session.snapshot.staff if one.left_on is None))
        columns = [
            EntryColumn(WHAT, self.tr("做什么"), 0), EntryColumn(FIRST, self.tr("从哪天"), 122),
            EntryColumn(LAST, self.tr("到哪天"), 122), EntryColumn(WHO, self.tr("谁"), 88, options=here),
            EntryColumn(STATE, self.tr("怎样了"), 84, options=states), EntryColumn(RESULT, self.tr("结果"), 0),
        ]  # fmt: skip
        super().__init__(columns, name=name, needed=WHAT)

    def show_stages(self, stages: Iterable[PlanStage]) -> None:
        """Begin with these; those without an id are new ones."""
        lines: dict[int, Texts] = {}
        for place, one in enumerate(stages, 1):
            lines[one.id or -place] = self._line(one)
        self.show_lines(lines)

    def told(self) -> tuple[PlanStage, ...]:
        """The stages of all lines, in their order."""
        return tuple(self._stage(key, texts) for key, texts in self.lines().items())

    def mistakes(self) -> dict[tuple[int, str], str]:
        wrong = {}
        for key, texts in self.lines().items():
            if not texts[WHAT].strip():
                wrong[key, WHAT] = self.tr("这一行先写做什么")
            for column in (FIRST, LAST):
                if self._day(texts[column]) is None:
                    wrong[key, column] = self.tr("写成 9.30 或 2026-9-30")
            first, last = self._day(texts[FIRST]), self._day(texts[LAST])
            if first and last and last < first:
                wrong[key, LAST] = self.tr("结束在开始前面")
            if texts[WHO].strip() and self._staff(texts[WHO]) is None:
                wrong[key, WHO] = self.tr("老师里没有这个名字")
            if texts[STATE].strip() and texts[STATE].strip() not in state_words().values():
                wrong[key, STATE] = self.tr("写{0}").format("、".join(state_words().values()))
        return wrong

    def _stage(self, key: int, texts: Texts) -> PlanStage:
        states = {word: state for state, word in state_words().items()}
        first, last = (self._day(texts[column]) for column in (FIRST, LAST))
        return PlanStage(
            max(0, key), 0, texts[WHAT].strip(), date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None, states.get(texts[STATE].strip(), OPEN), texts[RESULT].strip(),
            self._staff(texts[WHO]),
        )  # fmt: skip

    def _day(self, text: str) -> str | None:
        """A whole day as ISO text; "" for none, None for what is no day."""
        found = read_date(text, self._session.today)
        return found if found is None or len(found) in (0, 10) else None

    def _staff(self, name: str) -> int | None:
        same = [one for one in self._session.snapshot.staff if one.name == name.strip()]
        same = [one for one in same if one.left_on is None] or same
        return same[0].id if same else None

    def _line(self, one: PlanStage) -> Texts:
        who = next((staff.name for staff in self._session.snapshot.staff if staff.id == one.staff_id), "")
        return {
            WHAT: one.what, FIRST: one.from_day.isoformat() if one.from_day else "",
            LAST: one.until_day.isoformat() if one.until_day else "", WHO: who, STATE: state_words()[one.state],
            RESULT: one.result,
        }  # fmt: skip
