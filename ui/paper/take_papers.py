"""Papers of the stock-take: the sheet to count by, the report, the scrap form; which of them a job asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app import money
from app.days import on_paper
from app.inventory import Stocktake
from app.school import Snapshot
from app.stocktake import Row, sums
from ui.money_words import in_yuan
from ui.paper.call_back_sheet import call_back_tables
from ui.paper.output import PaintPage, Paper
from ui.paper.stock_table import Block, Column, Table, slip_sheets, table_sheets
from ui.paper.take_job import CALL_BACK, REPORT, SCRAP_FORM, SHEET, Scrapped, TakeJob, room_name, thing, title_of
from ui.stock_words import counted

SPARE = 3
"""Empty rows of a count sheet, for what is found that the books do not have there."""
EMPTY = 8
"""Rows of an empty scrap form."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakePapers", text)


def take_paper(job: TakeJob) -> Paper:
    """Its sheets; `pieces` are rooms, things or borrowers."""
    made = {SHEET: _count_sheets, REPORT: _report, SCRAP_FORM: _scrap_form, CALL_BACK: call_back_tables}
    tables = made[job.paper](job)
    if job.paper == CALL_BACK:
        sheets: list[PaintPage] = slip_sheets(tables)
    else:
        sheets = [sheet for table in tables for sheet in table_sheets(table)]
    pieces = len(job.scrapped) if job.paper == SCRAP_FORM else len(tables)
    return Paper(title_of(job.paper), sheets, pieces, [frozenset()] * len(sheets))


def _name(snapshot: Snapshot, staff_id: int | None) -> str:
    return next((one.name for one in snapshot.staff if one.id == staff_id), "")


def rooms_of(job: TakeJob) -> list[tuple[int, list[Row]]]:
    """The rows room by room, in their order."""
    found: dict[int, list[Row]] = {}
    for row in job.rows:
        found.setdefault(row.room_id, []).append(row)
    return list(found.items())


def _count_sheets(job: TakeJob) -> list[Table]:
    columns = [
        Column(_tr("序"), 9), Column(_tr("编号"), 22), Column(_tr("名称规格"), 0, "left"), Column(_tr("单位"), 12),
    ]  # fmt: skip
    if job.shown:
        columns.append(Column(_tr("账上"), 16))
    columns += [Column(_tr("借出"), 14), Column(_tr("点到"), 22), Column(_tr("其中坏的"), 20), Column(_tr("说明"), 30)]
    tables = []
    for room_id, rows in rooms_of(job):
        lines: list[tuple[str, ...]] = [
            (str(number), row.asset.number, thing(row.asset), row.asset.unit,
             *([str(row.expected)] if job.shown else []), str(row.lent) if row.lent else "", "", "", "")
            for number, row in enumerate(rows, 1)
        ]  # fmt: skip
        lines += [("",) * len(columns)] * SPARE
        title = _tr("{0}盘点表").format(room_name(job.snapshot, room_id))
        counts = _name(job.snapshot, job.take.staff_id if job.take is not None else None)
        tables.append(Table(
            job.snapshot.school.name, title, [Block(columns, lines)],
            _tr("截至 {0}").format(on_paper(job.day)) if job.shown else _tr("点的日子：　　年　　月　　日"),
            _tr("点的人：{0}").format(counts) if counts else "",
            [_tr("“点到”写室里有的个数，借出的不算。这一间没列的写在后面空行里，编号看标签。")],
            [_tr("点的人"), _tr("确认人")],
        ))  # fmt: skip
    return tables


def _report(job: TakeJob) -> list[Table]:
    take = job.take
    if take is None:
        return []
    summary = [
        Column(_tr("房间"), 0, "left"), Column(_tr("共几样"), 18), Column(_tr("点了"), 16), Column(_tr("对上"), 16),
        Column(_tr("少的"), 16), Column(_tr("多的"), 16), Column(_tr("有坏的"), 18), Column(_tr("没点"), 16),
    ]  # fmt: skip
    lines = [_summary(room_name(job.snapshot, room_id), rows) for room_id, rows in rooms_of(job)]
    lines.append(_summary(_tr("合计"), job.rows))
    blocks = [Block(summary, lines, strong=True)]
    differing = [row for row in job.rows if row.difference or row.broken]
    if differing:
        columns = [
            Column(_tr("房间"), 27, "left", 10.5), Column(_tr("编号"), 20), Column(_tr("名称规格"), 0, "left"),
            Column(_tr("账上"), 15), Column(_tr("点到"), 15), Column(_tr("差"), 14), Column(_tr("坏的"), 13),
            Column(_tr("原因"), 36, "left", 10.5),
        ]  # fmt: skip
        blocks.append(Block(columns, [
            (room_name(job.snapshot, row.room_id), row.asset.number, thing(row.asset), str(row.expected),
             str(row.counted), _less(row), str(row.broken) if row.broken else "", row.reason)
            for row in differing
        ], _tr("有差异的 {0} 样").format(len(differing))))  # fmt: skip
    left = [row for row in job.rows if row.counted is None]
    if left:
        columns = [Column(_tr("房间"), 36, "left", 10.5), Column(_tr("编号"), 22), Column(_tr("名称规格"), 0, "left"),
                   Column(_tr("账上"), 26)]  # fmt: skip
        blocks.append(Block(columns, [
            (room_name(job.snapshot, row.room_id), row.asset.number, thing(row.asset), counted(row.expected, row.asset))
            for row in left
        ], _tr("没点的 {0} 样，账上没动").format(len(left))))  # fmt: skip
    return [Table(
        job.snapshot.school.name, _tr("物品盘点报告"), blocks, _when(take), _who(job.snapshot, take),
        [_tr("差异已经记进台账。") if take.closed_on is not None else _tr("还没有记账，以记账后的报告为准。")],
        [_tr("点的人"), _tr("确认人"), _tr("学校（盖章）")], dated=True,
    )]  # fmt: skip


def _less(row: Row) -> str:
    if not row.difference:
        return "0"
    return (_tr("多 {0}") if row.difference > 0 else _tr("少 {0}")).format(abs(row.difference))


def _when(take: Stocktake) -> str:
    said = _tr("盘点 {0}").format(on_paper(take.day))
    return said if take.closed_on is None else said + _tr("，记账 {0}").format(on_paper(take.closed_on))


def _who(snapshot: Snapshot, take: Stocktake) -> str:
    parts = [
        (_tr("点的人：{0}"), _name(snapshot, take.staff_id)), (_tr("确认人：{0}"), _name(snapshot, take.confirmed_by)),
    ]  # fmt: skip
    return _tr("，").join(said.format(name) for said, name in parts if name)


def _summary(name: str, rows: Sequence[Row]) -> tuple[str, ...]:
    found = sums(rows)
    fewer, more = sum(row.difference < 0 for row in rows), sum(row.difference > 0 for row in rows)
    done = found.things - found.uncounted
    values = (found.things, done, done - fewer - more, fewer, more, found.broken, found.uncounted)
    return (name, *map(str, values))


def _scrap_form(job: TakeJob) -> list[Table]:
    columns = [
        Column(_tr("序"), 9), Column(_tr("编号"), 20), Column(_tr("名称规格"), 0, "left"), Column(_tr("数量"), 17),
        Column(in_yuan(_tr("单价")), 21), Column(in_yuan(_tr("金额")), 22), Column(_tr("购置"), 20, pt=10.0),
        Column(_tr("报废原因"), 38, "left", 10.5),
    ]  # fmt: skip
    lines: list[tuple[str, ...]] = [
        (str(number), one.asset.number, thing(one.asset), counted(one.count, one.asset),
         money.column(one.asset.price_fen), money.column(_worth(one)),
         f"{one.asset.bought_on.year}.{one.asset.bought_on.month}" if one.asset.bought_on else "", one.reason)
        for number, one in enumerate(job.scrapped, 1)
    ]  # fmt: skip
    lines += [("",) * len(columns)] * (0 if lines else EMPTY)
    worth = [_worth(one) for one in job.scrapped]
    known = sum(one for one in worth if one is not None)
    total = money.column(known) if known else ""
    pieces = str(sum(one.count for one in job.scrapped)) if job.scrapped else ""
    lines.append(("", "", _tr("合计"), pieces, "", total, "", ""))
    rooms = list(dict.fromkeys(room_name(job.snapshot, one.room_id) for one in job.scrapped))
    days = sorted({one.day for one in job.scrapped})
    when = on_paper(days[-1]) if days else _tr("　　年　　月　　日")
    notes = [_tr("申请人写清原因，经办人看过实物，批准人同意后记入台账。一式两份，学校和活动室各留一份。")]
    if job.scrapped and None in worth:
        notes.append(_tr("没写单价的不算在金额里。"))
    return [Table(
        job.snapshot.school.name, _tr("物品报废单"), [Block(columns, lines, strong=bool(job.scrapped))],
        _tr("房间：{0}").format(_tr("、").join(rooms) if rooms else "________"), _tr("日期：{0}").format(when),
        notes, [_tr("申请人"), _tr("经办人"), _tr("批准人")], dated=True,
    )]  # fmt: skip


def _worth(one: Scrapped) -> int | None:
    return None if one.asset.price_fen is None else one.asset.price_fen * one.count
