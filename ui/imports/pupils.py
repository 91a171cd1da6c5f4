"""What the import wizard reads, plans and says where it takes pupils in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.imports import aliases, planning, rows
from app.imports.carrying import Carried, carry_out
from app.imports.headers import Mapping
from app.imports.leaving_out import one_book
from app.imports.plan import Diff, Plan, PlanRow
from app.imports.writing import refused_sheet
from app.school import Snapshot
from app.sheets import SheetOut
from app.store import Kept, Progress, Store
from app.terms import import_day
from ui.imports import preview_words, reading, words
from ui.imports.matter import Answer, Counted, Question, Words
from ui.imports.reading import Pasted, Reading
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("imports", text)


class Pupils:
    """A `ui.imports.matter.Matter`."""

    key = "import"
    headerless = True

    def __init__(self, session: Session) -> None:
        self._session = session
        self.words = _words()

    def day(self) -> date:
        return import_day(self._session.snapshot.terms, self._session.today)

    def read(self, path: str, as_of: date) -> Reading:
        return reading.read(self._session.disk.read_table, path, as_of)

    def read_pasted(self, pasted: Pasted, name: str, as_of: date) -> Reading:
        return reading.read_pasted(self._session.disk.read_block, pasted, name, as_of)

    def with_header(self, found: Reading, sheet: int, row: int | None) -> Reading:
        return reading.with_header(found, sheet, row)

    def fields(self, current: str) -> list[tuple[str, str]]:
        keys = [aliases.OTHER, aliases.IGNORED]
        keys += [key for key in words.column_fields() if key not in keys]
        if current not in keys:
            keys.append(current)
        return [(key, words.column_word(key)) for key in keys]

    def lacks(self, mapping: Mapping) -> str:
        return "" if mapping.column("name") else _tr("还没有哪一列当作“姓名”，在上面给它选一下。")

    def beside(self, _as_of: date) -> Snapshot:
        return self._session.snapshot

    def plan(self, found: Reading, beside: Snapshot) -> Plan:
        read = rows.records(found.table, found.mappings, found.as_of, beside.school.system)
        return _whole(planning.plan(beside, read, found.as_of, found.table.name), found)

    def is_stale(self, plan: Plan) -> bool:
        return plan.snapshot != self._session.snapshot

    def resolve(self, plan: Plan, index: int, answer: int | str, found: Reading) -> Plan:
        return _whole(planning.resolve(plan, index, answer), found)

    def not_resolved(self, answer: int | str | None) -> str:
        if answer == "new":
            return _tr("这一行没有写班级，没法当新孩子添，请在表格里补上班级再导。")
        return _tr("表格里另一行已经认作这个孩子了，请换一个，或者先放下。")

    def finding(self, plan: Plan) -> str:
        parts = [
            (_tr("添 {0} 个"), sum(row.chosen and row.kind == "new" for row in plan.rows)),
            (_tr("改 {0} 个"), sum(row.chosen and row.kind == "changed" for row in plan.rows)),
        ]
        said = "、".join(text.format(number) for text, number in parts if number)
        aside = plan.count("refused") + plan.count("doubtful")
        if aside:
            said += ("，" if said else "") + _tr("{0} 行先放下").format(aside)
        return said or _tr("没有要改的")

    def group(self, kind: str) -> tuple[str, str]:
        return preview_words.group(kind)

    def name(self, plan: Plan, row: PlanRow) -> tuple[str, str]:
        return row.record.name or _tr("（没有姓名）"), preview_words.class_of_row(plan, row)

    def diffs(self, _plan: Plan, row: PlanRow) -> Sequence[Diff]:
        return row.diffs

    def diff_word(self, diff: Diff) -> str:
        return words.diff_word(diff)

    def diff_values(self, diff: Diff) -> tuple[str, str]:
        return words.diff_values(diff)

    def diff_note(self, diff: Diff) -> str:
        return words.diff_note(diff)

    def blamed(self, row: PlanRow) -> str:
        return preview_words.blamed(row.column)

    def whole_row(self, _plan: Plan, row: PlanRow) -> str:
        return preview_words.whole_row(row)

    def note(self, _plan: Plan, row: PlanRow) -> tuple[str, str, str]:
        return preview_words.note(row)

    def question(self, plan: Plan, row: PlanRow) -> Question | None:
        if row.kind != "doubtful" and row.decided is None:
            return None
        answers: list[tuple[str, int | str | None]] = [
            (preview_words.candidate(plan, child_id), child_id) for child_id in row.candidates
        ]
        answers += [(_tr("是新来的孩子"), "new"), (_tr("先放下"), None)]
        return Question(
            preview_words.question(row),
            tuple(Answer(text, what, what is not None and what == row.decided) for text, what in answers),
        )

    def beneath(self, plan: Plan) -> tuple[str, str]:
        return preview_words.absent(plan), ""

    def turned(self, plan: Plan) -> Plan:
        return plan

    def facts(self, plan: Plan) -> list[Counted]:
        new = sum(row.chosen and row.kind == "new" for row in plan.rows)
        changed = sum(row.chosen and row.kind == "changed" for row in plan.rows)
        return [
            ("new", new, _tr("添了 {0} 个孩子")),
            ("changed", changed, _tr("改了 {0} 个孩子的资料")),
            ("same", plan.count("unchanged"), _tr("{0} 行和名册里一样，没有动")),
            ("refused", plan.count("refused"), _tr("{0} 行没有导入，另存成表改好后再导一次")),
            ("soon", plan.count("doubtful"), _tr("{0} 行拿不准是谁，先放下了")),
            ("soon", plan.proposals, _tr("{0} 处“在外、在家”要核对，在名册的“要核对”里一个班一个班地确认")),
        ]

    def kept(self, one: Kept) -> str:
        return preview_words.kept(self._session.snapshot, one)

    def carry_out(self, store: Store, plan: Plan, label: str, progress: Progress) -> Carried:
        return carry_out(store, plan, label, progress)

    def refused_sheet(self, plan: Plan, found: Reading, reason_head: str) -> SheetOut:
        return one_book(
            refused_sheet(plan, found.table, mapping, words.problem_sentence, reason_head) for mapping in found.mappings
        )


def _whole(plan: Plan, found: Reading) -> Plan:
    """A pasted block is no list of whole classes."""
    return plan if found.path else replace(plan, absent=())


def _words() -> Words:
    return Words(
        title=_tr("从表格导入"),
        choose=(
            _tr("把表格拖到这里，或者选一个"),
            _tr("学籍系统导出的、县里发的、班主任填的都行：Excel、WPS 表格、CSV。列名不同也能对上。"),
            _tr("先看一遍每一行会怎么变，再导入；导错了任何时候都能整次撤回。"),
        ),
        other_way=_tr("放孩子的照片"), other_page="photos", day=_tr("从哪天算起"), rest=_tr("其余照原样留着"),
        comparing=_tr("对照名册"), who=_tr("孩子"), who_kind="who",
        counters=(
            ("changed", _tr("有变动"), _tr("名册里有，表格里改了")), ("new", _tr("新孩子"), _tr("名册里没有的")),
            ("doubtful", _tr("拿不准"), _tr("请你定一下是谁")), ("refused", _tr("不能导入"), _tr("改好再导")),
            ("unchanged", _tr("没变"), _tr("不用动")),
        ),
        nothing=_tr("没有要改的：表格里的和名册里的都一样"), label=_tr("导入{0}"), finished=_tr("回到名册"),
        help=_tr("把表格拖进来，看看每一列当作什么，再看一遍哪些孩子会添、会改，最后导入。导入前自动备份，"
                 "导错了可以整次撤回，后来手工改过的会留着。"),
    )  # fmt: skip
