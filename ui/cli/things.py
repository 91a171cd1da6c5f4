"""Commands of the asset ledger on paper: the books as an Excel file, the labels as a PDF (issue 6, §5)."""

from datetime import date
from pathlib import PurePath

import click

from app.asset_books import LABELS, general
from app.audit import audited
from app.school import Snapshot
from ui.cli.call import Call, Day, Refused, common, tr
from ui.cli.headless import fonts_ready
from ui.cli.papers import warn
from ui.paper.asset_job import ALL, asset_job
from ui.paper.asset_labels import STOCKS, Ask
from ui.paper.asset_sheets import asset_sheets, ledger_of
from ui.paper.jobs import write_pdf


@click.command()
@click.option("--out", required=True, metavar="F.xlsx")
@click.option("--on", type=Day(), help="哪天的账（不写就是今天）")
@common
def ledger(call: Call, out: str, on: date | None) -> None:
    """资产台账，Excel：总账、分室账、分类账、配备标准、借出。"""
    day = on or date.today()
    with call.opened() as store:
        found = ledger_of(store, store.snapshot(), day)
        sheet = asset_sheets(found)
        with audited(store, "export_ledger", f"sheets={1 + len(sheet.more)}"):
            call.disk.write_sheet(sheet, PurePath(out))
    book = general(found.lines)
    names = [sheet.name, *(one.name for one in sheet.more)]
    call.say(
        {"on": day.isoformat(), "things": len(book.entries), "pieces": book.pieces, "on_loan": book.out,
         "value_fen": book.value_fen, "unpriced": book.unpriced, "sheets": names, "out": out},
        tr("{0} 样，{1} 件：{2}").format(len(book.entries), book.pieces, out),
    )  # fmt: skip


@click.command()
@click.option("--out", required=True, metavar="F.pdf")
@click.option("--sheet", type=click.Choice(list(STOCKS)), default="24", help="一张纸上几个标签")
@click.option("--start", type=click.IntRange(1), default=1, help="从第几个格子印起（用剩的标签纸）")
@click.option("--room", default="", metavar="R", help="只印这一间的，写房间名")
@click.option("--pieces", is_flag=True, help="每一件一个标签，不写就是每样一个")
@common
def labels(call: Call, out: str, sheet: str, start: int, room: str, pieces: bool) -> None:
    """物品标签，PDF，扫出来就是资产编号。"""
    stock = STOCKS[sheet]
    if start > stock.each:
        raise click.UsageError(tr("--start 要写 1 到 {0}").format(stock.each))
    day = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        scope = f"room:{room_named(snapshot, room)}" if room else ALL
        fonts_ready()
        job = asset_job(LABELS, scope, snapshot, store.inventory, day, ask=Ask(stock, start, pieces))
        if not job.things:
            raise Refused(tr("这里没有物品，没有标签要印。"))
        done = write_pdf(call.disk, store, job, PurePath(out))
    warn(done.warnings)
    call.say(
        {"things": job.things, "labels": done.pieces, "sheets": done.sheets, "out": out},
        tr("标签 {0} 个，{1} 页：{2}").format(done.pieces, done.sheets, out),
    )


def room_named(snapshot: Snapshot, name: str) -> int:
    """The room of that name. Raises Refused, which names those there are."""
    rooms = {one.name: one.id for one in snapshot.rooms}
    if name not in rooms:
        raise Refused(tr("没有这一间：{0}。有的是：{1}。").format(name, "、".join(rooms) or tr("一间也没有")))
    return rooms[name]
