"""What the import wizard reads, plans and says where it takes an existing ledger of things in."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.imports.aliases import IGNORED, OTHER
from app.imports.carrying import Carried
from app.imports.headers import Mapping
from app.imports.leaving_out import one_book
from app.imports.plan import Diff
from app.ledger_import import mapping as headers
from app.ledger_import import planning
from app.ledger_import.aliases import FIELDS
from app.ledger_import.books import Books, books_on
from app.ledger_import.carrying import carry_out
from app.ledger_import.plan import BOOK, LEAVE, NEW, Plan, PlanRow
from app.ledger_import.rows import listed
from app.ledger_import.writing import refused_sheet
from app.sheets import SheetOut
from app.store import Kept, Progress, Store
from ui.imports.matter import Answer, Counted, Question, Words
from ui.imports.preview_words import blamed
from ui.imports.reading import Pasted, Reading, read_headed, turned_to
from ui.ledger_import import words
from ui.ledger_import.page_words import group, page_words
from ui.past_words import kept_words
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("LedgerImport", text)


class Goods:
    """A `ui.imports.matter.Matter`."""

    key = "ledger-import"
    headerless = False

    def __init__(self, session: Session) -> None:
        self._session = session
        self.words: Words = page_words()

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

    def fields(self, current: str) -> list[tuple[str, str]]:
        return [(key, words.column_word(key)) for key in (IGNORED, OTHER, *FIELDS)]

    def lacks(self, mapping: Mapping) -> str:
        return "" if mapping.column("name") else _tr("还没有哪一列当作“名称”，在上面给它选一下。")

    def beside(self, as_of: date) -> Books:
        return self._books(as_of)

    def plan(self, found: Reading, beside: Books) -> Plan:
        return planning.plan(beside, listed(found.table, found.mappings, found.as_of), found.table.name,
                             words.home_name())  # fmt: skip

    def is_stale(self, plan: Plan) -> bool:
        return self._books(plan.as_of) != plan.books

    def _books(self, day: date) -> Books:
        return books_on(self._session.store.inventory, self._session.snapshot, day)

    def resolve(self, plan: Plan, index: int, answer: int | str, _found: Reading) -> Plan:
        return planning.resolve(plan, index, answer)

    def not_resolved(self, _answer: int | str | None) -> str:
        return _tr("表格里另一行已经认作这样东西了，请换一个，或者先放下。")

    def finding(self, plan: Plan) -> str:
        parts = [
            (_tr("添 {0} 样"), sum(row.chosen and row.kind == "new" for row in plan.rows)),
            (_tr("改 {0} 样"), sum(row.chosen and row.kind == "changed" for row in plan.rows)),
        ]
        said = "、".join(text.format(number) for text, number in parts if number)
        if plan.differences:
            said += ("，" if said else "") + _tr("{0} 样和账上对不上").format(plan.differences)
        aside = plan.count("refused") + sum(row.kind == "doubtful" and row.offer is None for row in plan.rows)
        if aside:
            said += ("，" if said else "") + _tr("{0} 行先放下").format(aside)
        return said or _tr("没有要改的")

    def group(self, kind: str) -> tuple[str, str]:
        return group(kind)

    def name(self, plan: Plan, row: PlanRow) -> tuple[str, str]:
        record = row.record
        number, told = record.number, record.values.get("spec", "") or record.values.get("author", "")
        if row.asset_id is not None:
            asset = plan.asset(row.asset_id)
            number, told = asset.number, asset.spec or asset.author
        sheet = record.sheet if plan.of_several_sheets else ""
        return record.name or _tr("（没有名称）"), " ".join(part for part in (sheet, number, told) if part)

    def diffs(self, _plan: Plan, row: PlanRow) -> Sequence[Diff]:
        found = [Diff(one.field, one.old, one.new, doubt=one.doubt) for one in row.diffs]
        offer = row.offer
        if offer is not None and row.kind == "changed":
            found.append(
                Diff("count", str(offer.booked), str(offer.listed), doubt=not row.books_it) if offer.to_room is None
                else Diff("room", _old_room(_plan, row), words.room_word(_plan, offer.to_room), doubt=not row.books_it)
            )  # fmt: skip
        return found

    def diff_word(self, diff: Diff) -> str:
        return words.diff_word(diff.field)

    def diff_values(self, diff: Diff) -> tuple[str, str]:
        return words.value(diff.field, diff.old), words.value(diff.field, diff.new)

    def diff_note(self, diff: Diff) -> str:
        if diff.field in ("count", "room"):
            return _tr("账上不动，下面可以选") if diff.doubt else ""
        return _tr("换了名称，请看是不是同一样") if diff.doubt else ""

    def blamed(self, row: PlanRow) -> str:
        return blamed(row.column) if row.kind != "new" else _tr("数量")

    def whole_row(self, plan: Plan, row: PlanRow) -> str:
        if row.reason is not None:
            return words.problem_words(row.reason)[1]
        return words.new_thing(plan, row)

    def note(self, plan: Plan, row: PlanRow) -> tuple[str, str, str]:
        if row.reason is not None:
            short, _fact, do = words.problem_words(row.reason)
            return "refused" if row.kind == "refused" else "soon", short, do
        remark = next((words.problem_words(one)[0] for one in row.record.problems), "")
        if row.kind == "new":
            if not row.chosen:
                return "wait", _tr("先不添"), _tr("你取消了勾")
            return "new", _tr("会添进台账"), remark or words.class_word(row)
        if row.kind == "changed" and not row.chosen:
            return "wait", _tr("先不改"), _tr("你取消了勾")
        shown = self.diffs(plan, row)
        doubt = self.diff_note(shown[0]) if shown else ""
        first, second = (doubt, remark) if doubt else (remark, "")
        return ("soon" if first else ""), first, second

    def question(self, plan: Plan, row: PlanRow) -> Question | None:
        name = _tr("第 {0} 行的{1}").format(row.row, row.record.name)
        answers: list[Answer] = []
        asks_which = bool(row.candidates) or row.decided == NEW or (
            row.reason is not None and row.reason.code == "same_in_file"
        )  # fmt: skip
        if asks_which:
            answers += [Answer(words.thing_word(plan, one), one, one == row.asset_id) for one in row.candidates]
            answers.append(Answer(_tr("另一样"), NEW, row.decided == NEW))
        if row.offer is not None:
            answers.append(Answer(words.offer_words(plan, row.offer), BOOK, row.books_it))
            answers.append(Answer(_tr("账上不动"), LEAVE))
            return Question(_tr("{0}，{1}：").format(name, words.difference_word(plan, row)), tuple(answers))
        if not asks_which:
            return None
        return Question(_tr("{0}是哪一样？").format(name), (*answers, Answer(_tr("先放下"), None)))

    def beneath(self, plan: Plan) -> tuple[str, str]:
        rooms, home = plan.new_rooms, words.room_word(plan, plan.books.home or plan.home_name)
        if plan.to_home:
            return _tr("活动室里没有的地方，东西都先放在{0}。").format(home), _tr("还是新建这些房间")
        if not rooms:
            return "", ""
        named = "、".join(rooms[:6]) + (_tr("等") if len(rooms) > 6 else "")
        said = _tr("会新建 {0} 间：{1}。").format(len(rooms), named)
        return said, _tr("不新建，都放到{0}").format(home) if rooms != (plan.home_name,) else ""

    def turned(self, plan: Plan) -> Plan:
        return planning.put_home(plan, not plan.to_home)

    def facts(self, plan: Plan) -> list[Counted]:
        new = sum(row.chosen and row.kind == "new" for row in plan.rows)
        changed = sum(row.chosen and row.kind == "changed" for row in plan.rows)
        unsure = sum(row.kind == "doubtful" and row.offer is None for row in plan.rows)
        return [
            ("new", new, _tr("添了 {0} 样")),
            ("changed", changed, _tr("改了 {0} 样")),
            ("same", plan.count("unchanged"), _tr("{0} 行和台账里一样，没有动")),
            ("refused", plan.count("refused"), _tr("{0} 行没有导入，另存成表改好后再导一次")),
            ("soon", plan.differences, _tr("{0} 样和账上对不上，账没有动；可以盘点那一间再定")),
            ("soon", unsure, _tr("{0} 行拿不准是哪一样，先放下了")),
        ]

    def kept(self, one: Kept) -> str:
        return kept_words([one], self._session.snapshot)

    def carry_out(self, store: Store, plan: Plan, label: str, progress: Progress) -> Carried:
        return carry_out(store, plan, words.said(), label, progress)

    def refused_sheet(self, plan: Plan, found: Reading, reason_head: str) -> SheetOut:
        return one_book(
            refused_sheet(plan, found.table, mapping, words.problem_sentence, reason_head) for mapping in found.mappings
        )


def _old_room(plan: Plan, row: PlanRow) -> str:
    return words.room_word(plan, row.offer.room) if row.offer is not None else ""
