"""Commands of the papers that come back: the weekly slips as a PDF, and what scans of them say."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

import click

from app.cards import class_name_on, class_of
from app.school import Snapshot
from app.slips.booking import RowBooking, bookings, changes_of
from app.slips.marks import DOUBTFUL, TICKED
from app.slips.pile import WEEK, PageRead, who_came
from app.slips.weekly import due_for, monday_of, week_slips
from app.store import Store
from ui.cli.call import Call, Day, Refused, common, tr
from ui.cli.headless import fonts_ready
from ui.cli.papers import warn
from ui.paper.jobs import write_pdf
from ui.paper.slip import slip_job
from ui.slips.reading import read_files
from ui.slips.words import page_name, sentence


@click.command()
@click.option("--out", required=True, metavar="F.pdf")
@click.option("--week", type=Day(), help="哪一周，写其中任何一天（不写就是这周）")
@common
def slips(call: Call, out: str, week: date | None) -> None:
    """每位老师的本周关爱任务单，PDF。"""
    today = date.today()
    monday = monday_of(week or today)
    with call.opened() as store:
        snapshot = store.snapshot()
        due = due_for(snapshot, store.ledger, monday, today)
        found = week_slips(due, store.ledger, monday) if due is not None else []
        if not found:
            raise Refused(
                tr("{0} 那一周放假，没有任务单。").format(monday.isoformat()) if due is None
                else tr("{0} 那一周没有要做的，不用印任务单。").format(monday.isoformat())
            )
        fonts_ready()
        job = slip_job(found, snapshot, today, monday)
        done = write_pdf(call.disk, store, job, PurePath(out))
    warn(done.warnings)
    rows = sum(slip.errands for slip in found)
    value = {
        "week": monday.isoformat(), "slips": done.pieces, "children": len(job.children), "rows": rows,
        "sheets": done.sheets, "out": out,
    }  # fmt: skip
    said = tr("{0} 位老师的任务单，{1} 个孩子 {2} 件事，{3} 页：{4}")
    call.say(value, said.format(done.pieces, len(job.children), rows, done.sheets, out))


@click.command("read-slips")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--yes", is_flag=True, help="任务单上勾得清楚的记进去，日期记那一周最后一个上课日；不写就只看看")
@common
def read_slips(call: Call, files: Sequence[str], yes: bool) -> None:
    """读回扫描或拍照的任务单：图、PDF 或者文件夹。"""
    today = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        fonts_ready()
        pages = read_files(call.disk, store.ledger, files, lambda _done, _total: None)
        found = [_read(page, store, snapshot, today, yes) for page in pages]
    if not any(page.counts or page.again for page in pages):
        why = sentence(pages[0].error) if pages and pages[0].error else tr("这里没有图，也没有 PDF。")
        raise Refused(why if len(pages) < 2 else tr("{0} 页一页也没读出来。第一页：{1}").format(len(pages), why))
    lines = [_line(page, value) for page, value in zip(pages, found, strict=True)]
    call.say(found, "\n".join(lines))


def _read(page: PageRead, store: Store, snapshot: Snapshot, today: date, yes: bool) -> dict[str, Any]:
    value: dict[str, Any] = {"file": page.file, "file_page": page.number}
    slip = page.slip
    if slip is None:
        return {**value, "error": sentence(page.error) if page.error else ""}
    staff = next((one.name for one in snapshot.staff if one.id == slip.staff_id), None)
    value |= {
        "code": slip.code, "kind": slip.kind, "week": slip.week.isoformat(), "staff": staff, "page": slip.page,
        "pages": slip.pages, "again": page.again, "doubtful": page.doubts,
    }  # fmt: skip
    if slip.kind != WEEK:
        came, unsure = who_came(page) if page.counts else ([], [])
        rows_of_form = [_on_form(child, child in came, snapshot, slip.week) for child in (*came, *unsure)]
        return {**value, "rows": rows_of_form, "booked": 0}
    rows = bookings(page, snapshot, store.ledger) if page.counts else []
    booked: dict[str, int] = {}
    if yes and (changes := changes_of(rows, slip, snapshot, today)):
        booked = store.apply(tr("读回{0}的任务单").format(staff or tr("没有指定老师")), changes).ids
    return {
        **value, "rows": [_row(one, page, snapshot, booked) for one in rows],
        "booked": sum(1 for one in rows if one.token in booked),
    }  # fmt: skip


def _on_form(child_id: int, ticked: bool, snapshot: Snapshot, day: date) -> dict[str, Any]:
    """A child on a survey or sign-in form; these are booked in the window only."""
    child = snapshot.children.get(child_id)
    class_name = class_name_on(class_of(child, snapshot, day), snapshot, day) if child else ""
    named = {"id_number": child.id_number, "name": child.name, "class_name": class_name} if child else None
    return {"child": named, "ticked": ticked, "doubtful": not ticked}


def _row(one: RowBooking, page: PageRead, snapshot: Snapshot, booked: dict[str, int]) -> dict[str, Any]:
    child = snapshot.children.get(one.row.child_id)
    marks = page.marks.get(one.number, {})
    slip = page.slip
    assert slip is not None
    class_name = class_name_on(class_of(child, snapshot, slip.week), snapshot, slip.week) if child else ""
    return {
        "row": one.number,
        "child": {"id_number": child.id_number, "name": child.name, "class_name": class_name} if child else None,
        "kind": one.row.kind,
        "ticked": [name for name, mark in marks.items() if mark.state == TICKED],
        "doubtful": [name for name, mark in marks.items() if mark.state == DOUBTFUL],
        "outcome": one.row.state or None,
        "record_id": booked.get(one.token) if one.token else one.record,
        "booked": one.token in booked or one.record is not None,
    }  # fmt: skip


def _line(page: PageRead, value: dict[str, Any]) -> str:
    if page.slip is None or page.error is not None:
        return tr("{0}：没读出来。{1}").format(page_name(page), value.get("error", ""))
    if page.again:
        return tr("{0}：同一张拍了两次，用另一张。").format(page_name(page))
    if page.slip.kind != WEEK:
        ticked = sum(1 for row in value["rows"] if row["ticked"])
        return tr("{0}：表上勾了 {1} 个孩子，看不准 {2} 格").format(page_name(page), ticked, page.doubts)
    ticked = sum(1 for row in value["rows"] if row["outcome"])
    said = tr("{0}：{1}，第 {2} 页共 {3} 页，勾了 {4} 行，看不准 {5} 格，记下 {6} 条")
    return said.format(page_name(page), value["staff"] or tr("没有指定老师"), page.slip.page, page.slip.pages, ticked,
                       page.doubts, value["booked"])  # fmt: skip
