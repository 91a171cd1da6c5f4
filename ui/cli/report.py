"""The command that writes the report of a term, as Word or Excel; the ending of the file's name says in which form."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

import click

from app.audit import audited
from app.figures import Book, Reading, term_book, terms_known
from app.ports import Disk
from app.school import Snapshot
from app.store import Store
from app.terms import guess_term, term_title
from ui.cli.call import Call, Day, Refused, common, tr
from ui.cli.headless import fonts_ready
from ui.paper.term_sheet import term_sheet, wrong_words
from ui.word.report import report as report_in_word

Writer = Callable[[Disk, Store, Snapshot, Book, PurePath], None]


@click.command()
@click.option("--term", "code", required=True, metavar="T", help="学期，2026-1")
@click.option("--out", required=True, metavar="F.docx", help="写到哪个文件，名字以 .docx 或 .xlsx 结尾")
@click.option("--on", type=Day(), help="截至哪天（不写就是今天，或那个学期的最后一天）")
@common
def report(call: Call, code: str, out: str, on: date | None) -> None:
    """学期报告：这学期的数字，和上学期比。"""
    path, today = PurePath(out), date.today()
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise click.UsageError(tr("{0} 要以 {1} 结尾").format(out, tr("或").join(WRITERS)))
    with call.opened() as store:
        snapshot = store.snapshot()
        book = _book(Reading(snapshot, store), code, on or today, today)
        wrong = wrong_words(book, snapshot)
        if wrong:
            raise Refused(tr("数字对不上，没有写：{0}。").format("；".join(wrong)))
        with audited(store, "export_report", f"term={book.term.code} on={book.on.isoformat()}"):
            write(call.disk, store, snapshot, book, path)
    said = tr("{0}的报告，截至{1}：{2}").format(term_title(book.term.code), book.on.isoformat(), out)
    call.say(report_json(book, out), said)


def _book(reading: Reading, code: str, on: date, today: date) -> Book:
    known = {one.code: one for one in terms_known(reading.snapshot, today)}
    if code in known:
        return term_book(reading, known[code], on)
    if guess_term(code) is None:
        raise click.UsageError(tr("{0} 不是学期，要写成 2026-1 或 2026-2").format(code))
    had = "、".join(f"{one} {term_title(one)}" for one in known)
    raise Refused(tr("学校里没有这个学期的记录：{0}。有的是：{1}。").format(code, had or tr("一个也没有")))


def report_json(book: Book, out: str) -> dict[str, Any]:
    """Every figure by its key, with what it is out of and last term's."""
    pairs = [book.pair(key) for key in book.figures]
    return {
        "term": book.term.code,
        "on": book.on.isoformat(),
        "before": book.last.code if book.last is not None else None,
        "out": out,
        "figures": {
            one.now.key: {"value": one.now.value, "of": one.now.of,
                          "before": None if one.before is None else one.before.value}
            for one in pairs
        },
    }  # fmt: skip


def _xlsx(disk: Disk, _store: Store, snapshot: Snapshot, book: Book, path: PurePath) -> None:
    disk.write_sheet(term_sheet(book, snapshot), path)


def _docx(disk: Disk, store: Store, snapshot: Snapshot, book: Book, path: PurePath) -> None:
    fonts_ready()
    written = report_in_word(disk, store, snapshot, book, date.today())
    disk.write_bytes(path, written.content)
    if written.refused:
        click.echo(tr("没有照学校自己的模板写，用的是原来的：{0}").format(written.refused), err=True)


WRITERS: Mapping[str, Writer] = {".docx": _docx, ".xlsx": _xlsx}
"""Who writes a file that ends so."""
