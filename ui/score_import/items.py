"""What the import wizard reads, plans and says where it takes an assessment table in."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.imports.carrying import Carried
from app.imports.headers import Mapping
from app.imports.leaving_out import LeftOut, left_out_sheet, one_book
from app.imports.plan import Diff
from app.scales import points_text
from app.score_import import mapping as headers
from app.score_import.aliases import FIELDS
from app.score_import.carrying import carry_out
from app.score_import.plan import NEW, REFUSED, Plan, PlanRow, plan
from app.sheets import SheetOut
from app.store import Kept, Progress, Store
from ui.imports.matter import Counted, Question, Words
from ui.imports.preview_words import blamed
from ui.imports.reading import Pasted, Reading, read_headed, turned_to
from ui.past_words import kept_words
from ui.score_import import words
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScoreImport", text)


class Items:
    """A `ui.imports.matter.Matter`."""

    key = "score-import"
    headerless = False

    def __init__(self, session: Session) -> None:
        self._session = session
        self.words: Words = words.page_words()

    def day(self) -> date:
        return self._session.today

    def read(self, path: str, as_of: date) -> Reading:
        table = self._session.disk.read_table(PurePath(path))
        return read_headed(path, table, headers.guess, headers.by_hand, as_of)

    def read_pasted(self, pasted: Pasted, name: str, as_of: date) -> Reading:
        table = self._session.disk.read_block(pasted.html, pasted.text, name)
        return read_headed("", table, headers.guess, headers.by_hand, as_of)

    def with_header(self, found: Reading, sheet: int, row: int | None) -> Reading:
        return turned_to(found, sheet, row, headers.by_hand)

    def fields(self, _current: str) -> list[tuple[str, str]]:
        named = words.field_words()
        return [(key, named[key]) for key in ("", *FIELDS)]

    def lacks(self, mapping: Mapping) -> str:
        if mapping.column("points") is None:
            return _tr("还没有哪一列当作“分值”，在上面给它选一下。")
        if not any(mapping.column(field) for field in ("what", "demand", "criteria")):
            return _tr("还没有哪一列当作“考核项”，在上面给它选一下。")
        return ""

    def beside(self, _as_of: date) -> None:
        return None

    def plan(self, found: Reading, _beside: None) -> Plan:
        return plan(found.table, found.mappings, found.as_of)

    def is_stale(self, _plan: Plan) -> bool:
        return False

    def resolve(self, plan_: Plan, _index: int, _answer: int | str, _found: Reading) -> Plan:
        return plan_

    def not_resolved(self, _answer: int | str | None) -> str:
        return ""

    def finding(self, plan_: Plan) -> str:
        taken = sum(row.chosen for row in plan_.rows)
        said = _tr("读出 {0} 项，{1} 分").format(taken, points_text(plan_.points)) if taken else _tr("一项也没读出来")
        refused = plan_.count(REFUSED)
        return said + (_tr("，{0} 行读不出").format(refused) if refused else "")

    def group(self, kind: str) -> tuple[str, str]:
        return words.group(kind)

    def name(self, _plan: Plan, row: PlanRow) -> tuple[str, str]:
        return row.item.what or _tr("（没有名字）"), row.item.part

    def diffs(self, _plan: Plan, _row: PlanRow) -> Sequence[Diff]:
        return ()

    def diff_word(self, _diff: Diff) -> str:
        return ""

    def diff_values(self, _diff: Diff) -> tuple[str, str]:
        return "", ""

    def diff_note(self, _diff: Diff) -> str:
        return ""

    def blamed(self, row: PlanRow) -> str:
        return blamed(row.column) if row.kind == REFUSED else _tr("{0} 分").format(points_text(row.item.points))

    def whole_row(self, _plan: Plan, row: PlanRow) -> str:
        if row.kind == REFUSED:
            return words.reason_words(row)[0]
        return (row.item.criteria or row.item.demand).replace("\n", "；")

    def note(self, _plan: Plan, row: PlanRow) -> tuple[str, str, str]:
        if row.kind == REFUSED:
            what, do = words.reason_words(row)
            return "refused", what, do
        if not row.chosen:
            return "wait", _tr("不存"), _tr("你取消了勾")
        return "new", words.how_word(row), _tr("存下以后能改")

    def question(self, _plan: Plan, _row: PlanRow) -> Question | None:
        return None

    def beneath(self, plan_: Plan) -> tuple[str, str]:
        return words.sum_sentence(plan_), ""

    def turned(self, plan_: Plan) -> Plan:
        return plan_

    def facts(self, plan_: Plan) -> list[Counted]:
        taken = sum(row.chosen and row.kind == NEW for row in plan_.rows)
        return [
            ("new", taken, _tr("存下了 {0} 项，现在用的就是这张表")),
            ("refused", plan_.count(REFUSED), _tr("{0} 行没有存，另存成表改好后再读一次")),
        ]

    def kept(self, one: Kept) -> str:
        return kept_words([one], self._session.snapshot)

    def carry_out(self, store: Store, plan_: Plan, label: str, progress: Progress) -> Carried:
        return carry_out(store, plan_, label, progress)

    def refused_sheet(self, plan_: Plan, found: Reading, reason_head: str) -> SheetOut:
        def rows(mapping: Mapping) -> list[LeftOut]:
            sheet = found.table.sheets[mapping.sheet].name
            return [LeftOut(row.cells, words.problem_sentence(row)) for row in plan_.rows
                    if row.kind == REFUSED and row.sheet == sheet]  # fmt: skip

        return one_book(left_out_sheet(found.table, one, rows(one), reason_head) for one in found.mappings)
