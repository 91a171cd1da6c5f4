"""Commands that print: contact cards as a PDF and the term roster as an Excel file."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

import click

from app.children import Child
from app.enrolment import pupils_on
from app.school import Snapshot
from app.status import NONE, register_status
from app.survey import surveyed_on
from app.terms import day_in_term, guess_term, term_title
from ui.cli.call import Call, Refused, common, tr
from ui.cli.care import child_of
from ui.cli.headless import fonts_ready
from ui.cli.staff import class_named
from ui.paper.cards import CardJob
from ui.paper.export_roster import export_roster
from ui.paper.forms import FormJob
from ui.paper.jobs import write_pdf
from ui.paper.roster_sheet import RosterJob
from ui.photos.album import PaperAlbum


@click.command()
@click.option("--out", required=True, metavar="F.pdf")
@click.option("--layout", type=click.Choice(["child", "pocket", "school"]), default="child",
              help="child 随身卡（一页 4 张），pocket 随身卡（小，一页 10 张），school 联系卡（一页 2 张）")
@click.option("--class", "class_name", metavar="三（1）班", help="只打印这个班")
@click.option("--all", "everyone", is_flag=True, help="全部孩子，不只是留守的")
@click.option("--full", is_flag=True, help="联系卡上的身份证号不遮（会记下来）")
@common
def cards(call: Call, out: str, layout: str, class_name: str | None, everyone: bool, full: bool) -> None:
    """打印联系卡到 PDF。"""
    day = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        chosen = pupils(snapshot, day, everyone, class_name)
        if not chosen:
            raise Refused(tr("没有要打印的孩子。要打印全部孩子，请加 --all。"))
        fonts_ready()
        job = CardJob(layout, chosen, snapshot, day, full_ids=full, album=PaperAlbum(store.file))
        done = write_pdf(call.disk, store, job, PurePath(out))
    warn(done.warnings)
    call.say(
        {"children": len(chosen), "cards": done.pieces, "sheets": done.sheets, "out": out},
        tr("{0} 人的卡片，{1} 张，{2} 页：{3}").format(len(chosen), done.pieces, done.sheets, out),
    )


@click.command()
@click.option("--out", required=True, metavar="F.pdf")
@click.option("--child", "named", multiple=True, metavar="ID", help="只要这个孩子的（身份证号或学籍号，可以写几次）")
@click.option("--class", "class_name", metavar="三（1）班", help="只要这个班")
@click.option("--all", "everyone", is_flag=True, help="全部孩子，不只是留守的")
@click.option("--blank", is_flag=True, help="一张空白表，手写用")
@click.option("--full", is_flag=True, help="身份证号不遮（会记下来）")
@common
def forms(
    call: Call, out: str, named: tuple[str, ...], class_name: str | None, everyone: bool, blank: bool, full: bool
) -> None:
    """基本情况登记表，PDF，一人一张。"""
    day = date.today()
    with call.opened() as store:
        snapshot = store.snapshot()
        chosen: list[Child] = []
        if named:
            chosen = [child_of(snapshot, number) for number in named]
        elif not blank:
            chosen = pupils(snapshot, day, everyone, class_name)
        if not chosen and not blank:
            raise Refused(tr("没有要填表的孩子。要全部孩子，请加 --all；要空白表，请加 --blank。"))
        fonts_ready()
        job = FormJob(chosen, snapshot, day, full, blank, surveyed_on(store.ledger, day))
        done = write_pdf(call.disk, store, job, PurePath(out))
    warn(done.warnings)
    call.say(
        {"children": len(chosen), "forms": done.pieces, "sheets": done.sheets, "out": out},
        tr("登记表 {0} 份，{1} 页：{2}").format(done.pieces, done.sheets, out),
    )


def warn(texts: Sequence[str]) -> None:
    """Say on stderr what found no room on paper."""
    for text in texts:
        click.echo(tr("纸上没有印下，太长了：{0}").format(" ".join(text.split())), err=True)


@click.command()
@click.option("--out", required=True, metavar="F.xlsx")
@click.option("--term", help="学期，2026-1（不写就是现在这学期）")
@click.option("--all", "everyone", is_flag=True, help="全部孩子，不只是留守的")
@click.option("--full", is_flag=True, help="身份证号不遮（会记下来）")
@common
def roster(call: Call, out: str, term: str | None, everyone: bool, full: bool) -> None:
    """学期花名册，Excel。"""
    with call.opened() as store:
        snapshot = store.snapshot()
        day = _day(snapshot, term)
        chosen = pupils(snapshot, day, everyone)
        fonts_ready()
        export_roster(call.disk, store, RosterJob(chosen, snapshot, day, full, everyone), PurePath(out))
    call.say({"children": len(chosen), "out": out}, tr("{0} 人的花名册：{1}").format(len(chosen), out))


def pupils(snapshot: Snapshot, day: date, everyone: bool, class_name: str | None = None) -> list[Child]:
    """The pupils of that day: the left-behind by the register's meaning, or everyone; of one class if named."""
    found = [
        (child, school_class)
        for child, school_class in pupils_on(snapshot, day)
        if everyone or register_status(child, day).status != NONE
    ]
    if class_name is None:
        return [child for child, _school_class in found]
    wanted = class_named(snapshot, class_name, day)
    return [child for child, school_class in found if school_class.id == wanted.id]


def _day(snapshot: Snapshot, term: str | None) -> date:
    """Today if it lies in the term, else the term's nearest day. Raises Refused for a term the school has not."""
    today = date.today()
    if term is None:
        return today
    named = next((known for known in snapshot.terms if known.code == term), None)
    if named is not None:
        return day_in_term(named, today)
    if guess_term(term) is None:
        raise click.UsageError(tr("{0} 不是学期，要写成 2026-1 或 2026-2").format(term))
    known = "、".join(f"{one.code}（{term_title(one.code)}）" for one in snapshot.terms)
    raise Refused(tr("学校里没有这个学期：{0}。有的是：{1}。").format(term, known or tr("一个也没有")))
