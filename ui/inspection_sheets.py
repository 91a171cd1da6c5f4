"""迎检自查表, 隐患排查整改台账 and the inspections as tables for Excel and paper."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.problems import Problem
from app.rooms import Finding, SafetyCheck
from app.self_check import FINE, Checked
from app.sheets import Column, SheetOut, Span, Value
from app.terms import term_title
from ui import inspection_words as words
from ui.inspection_book import CHECK, Book
from ui.inspection_said import lack_word, result_word
from ui.safety_words import found_words

Rows = list[tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line of the ledger: a problem, or what a safety check found in a room."""

    found_on: date
    kind: str
    place: str
    what: str
    measure: str
    who: str
    due_on: date | None
    closed_on: date | None
    closed_by: str
    result: str
    of_room: bool = False
    """Found by a safety check of a room, not by an inspection."""

    def late_by(self, day: date) -> int:
        """Days by which it is past its time on that day; 0 = put right, or no time was set."""
        if self.closed_on is not None or self.due_on is None:
            return 0
        return max(0, (day - self.due_on).days)


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def what_of(segment: str) -> str:
    """How the audit trail calls it."""
    return "export_self_check" if segment == CHECK else "export_problems"


def file_name(book: Book) -> str:
    """The name to suggest."""
    title = title_of(book.segment == CHECK)
    return f"{book.session.snapshot.school.name}{term_title(book.term_code)}{title}.xlsx"


def title_of(check: bool) -> str:
    """What either table is called."""
    return _tr("迎检自查表") if check else _tr("隐患排查整改台账")


def sheet_of(book: Book) -> SheetOut:
    """The table for the list that is on screen: all of it, whatever is searched for."""
    return check_sheet(book) if book.segment == CHECK else ledger_sheet(book)


def check_sheet(book: Book) -> SheetOut:
    """Part, point, what to show, result, where its papers lie, what is missing."""
    columns = (
        Column((_tr("类别"),), 26.0), Column((_tr("序号"),), 12.0), Column((_tr("自查内容"),), 46.0, "left"),
        Column((_tr("要看的材料"),), 56.0, "left"), Column((_tr("结果"),), 22.0),
        Column((_tr("材料在哪"),), 46.0, "left"), Column((_tr("还差什么"),), 46.0, "left"),
    )  # fmt: skip
    rows: Rows = []
    spans: list[Span] = []
    for key, group in words.group_words().items():
        mine = [(place, one) for place, one in enumerate(book.state.checked, 1) if one.point.group == key]
        if len(mine) > 1:
            spans.append(Span(len(rows), 0, rows=len(mine)))
        rows += [(group, place, one.point.what, one.point.look, result_of(one), one.evidence, missing_of(one))
                 for place, one in mine]  # fmt: skip
    left = len(book.state.left)
    note = _tr("自查 {0} 项，还差 {1} 项。").format(len(rows), left)
    return _sheet(book, title_of(check=True), columns, rows, (note,), tuple(spans))


def result_of(one: Checked) -> str:
    """齐了, 46/52, 没有, or nothing where nobody answered."""
    return result_word(one) or (words.state_word(one.state) if one.found is not None else "")


def missing_of(one: Checked) -> str:
    """What is missing, "" where nothing is."""
    if one.state == FINE or not one.is_open:
        return lack_word(one)
    return lack_word(one) or (words.state_word(one.state) if not one.answer else "")


def troubles(book: Book) -> list[Trouble]:
    """Problems of the term and what rooms' checks found in it, or is open still; oldest first."""
    state, home = book.state, book.session.store.home
    if state.term is None:
        return []
    found = [
        Trouble(one.found_on, words.kind_word(one.kind), one.place, one.what, one.measure,
                book.staff_name(one.staff_id), one.due_on, *_ended(one, state.last))
        for one in state.problems.values()
    ]  # fmt: skip
    checks = {one.id: one for one in home.checks(state.term.from_day, state.last)}
    for one in state.unmended.values():
        checks.setdefault(one.check.id, one.check)
    found += [_of_room(book, check, each) for check in checks.values() for each in check.findings]
    return sorted(found, key=lambda one: (one.found_on, one.place, one.what))


def _ended(one: Problem, day: date) -> tuple[date | None, str, str]:
    """When, by whom and how it was put right by that day."""
    return (None, "", "") if one.is_open(day) else (one.closed_on, one.closed_by, one.result)


def ledger_sheet(book: Book) -> SheetOut:
    """隐患排查整改台账, with the inspections in the same book."""
    columns = (
        Column((_tr("序号"),), 10.0), Column((_tr("类别"),), 20.0), Column((_tr("查出日期"),), 31.0),
        Column((_tr("地点"),), 28.0, "left"), Column((_tr("问题"),), 42.0, "left"),
        Column((_tr("整改措施"),), 40.0, "left"), Column((_tr("责任人"),), 18.0), Column((_tr("期限"),), 31.0),
        Column((_tr("完成日期"),), 31.0), Column((_tr("整改结果"),), 34.0, "left"), Column((_tr("整改人"),), 18.0),
    )  # fmt: skip
    every = troubles(book)
    rows: Rows = [
        (place, one.kind, on_paper(one.found_on), one.place, one.what, one.measure, one.who, _day(one.due_on),
         _closed(one, book.state.last), one.result, one.closed_by)
        for place, one in enumerate(every, 1)
    ]  # fmt: skip
    closed = sum(one.closed_on is not None for one in every)
    note = _tr("查出 {0} 个，改好 {1} 个，没改好 {2} 个。").format(len(every), closed, len(every) - closed)
    note += _apart(every) + _late(every, book.state.last)
    held = (
        Column((_tr("序号"),), 12.0), Column((_tr("日期"),), 28.0), Column((_tr("检查"),), 36.0, "left"),
        Column((_tr("检查人"),), 24.0), Column((_tr("一起检查的"),), 60.0, "left"), Column((_tr("查出问题"),), 22.0),
        Column((_tr("备注"),), 70.0, "left"),
    )  # fmt: skip
    state = book.state
    rounds: Rows = [
        (place, on_paper(one.day), words.round_word(one.kind), book.staff_name(one.staff_id), one.people,
         len(state.found_in(one.id)), one.note)
        for place, one in enumerate(state.rounds.values(), 1)
    ]  # fmt: skip
    more = _sheet(book, _tr("安全检查记录"), held, rounds, ())
    return _sheet(book, title_of(check=False), columns, rows, (note,), (), (more,))


def _apart(every: list[Trouble]) -> str:
    """其中活动室隐患 2 个，改好 1 个；检查发现的问题 2 个，改好 1 个: reports count them apart."""
    said = []
    rooms, found = _tr("活动室隐患 {0} 个，改好 {1} 个"), _tr("检查发现的问题 {0} 个，改好 {1} 个")
    for pattern, of_rooms in ((rooms, True), (found, False)):
        mine = [one for one in every if one.of_room is of_rooms]
        if not mine:
            return ""
        said.append(pattern.format(len(mine), sum(one.closed_on is not None for one in mine)))
    return _tr("其中{0}。").format(_tr("；").join(said))


def _closed(one: Trouble, day: date) -> str:
    """The day on which it was put right; of what is open past its time how late it is."""
    late = one.late_by(day)
    return _tr("逾期 {0} 天").format(late) if late else _day(one.closed_on)


def _late(every: list[Trouble], day: date) -> str:
    """没改好的里面逾期 1 个，最长 17 天。"""
    late = [days for one in every if (days := one.late_by(day))]
    return _tr("没改好的里面逾期 {0} 个，最长 {1} 天。").format(len(late), max(late)) if late else ""


def _sheet(book: Book, title: str, columns: tuple[Column, ...], rows: Rows, notes: tuple[str, ...],
           spans: tuple[Span, ...] = (), more: tuple[SheetOut, ...] = ()) -> SheetOut:  # fmt: skip
    school = book.session.snapshot.school.name
    return SheetOut(
        name=title, title=f"{school}{title}", columns=columns, rows=tuple(rows),
        left_note=_tr("填报单位（盖章）："), middle_note=term_title(book.term_code),
        right_note=_tr("截至{0}").format(on_paper(book.state.last)), spans=spans, notes=notes, more=more, boxed=True,
        signatures=(_tr("单位负责人："), _tr("复核人："), _tr("填表人：")),
    )  # fmt: skip


def _of_room(book: Book, check: SafetyCheck, one: Finding) -> Trouble:
    room = next((each for each in book.session.snapshot.rooms if each.id == check.room_id), None)
    closed = one.mended_on if one.mended_on is not None and one.mended_on <= book.state.last else None
    return Trouble(
        check.day, _tr("活动室"), room.name if room is not None else "", found_words(one), one.measure,
        book.staff_name(room.keeper_id if room is not None else None), None, closed, one.mended_by if closed else "",
        _tr("整改好了") if closed else "", of_room=True,
    )  # fmt: skip


def _day(day: date | None) -> str:
    return on_paper(day) if day is not None else ""
