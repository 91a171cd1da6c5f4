"""Commands that show the program: the sample school with its papers, and a picture of every screen."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import PurePath
from tempfile import TemporaryDirectory

import click
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.asset_books import LABELS
from app.children import Child
from app.mentoring import paired_children
from app.ports import Disk
from app.record_book import book_term, days_of
from app.store import Store
from app.survey import surveyed_on
from ui import start, style, tokens
from ui.cli.call import Call, Day, common, tr
from ui.cli.headless import fonts_ready, made_folder
from ui.cli.papers import pupils
from ui.cli.screens import Camera, screens
from ui.paper.agreement_sheet import AgreementJob
from ui.paper.asset_job import asset_job
from ui.paper.asset_sheets import asset_sheets, ledger_of
from ui.paper.cards import CardJob
from ui.paper.duty_paper import DutyJob
from ui.paper.forms import FormJob
from ui.paper.group_sheet import GroupJob
from ui.paper.jobs import Job, write_pdf
from ui.paper.lists import ListJob
from ui.paper.mentor_books import BookJob
from ui.paper.pairings import PairingListJob
from ui.paper.roster_sheet import RosterJob, roster_sheet
from ui.photos.album import PaperAlbum
from ui.setup.sample import make_sample

SIZE = "1366x697"
"""A maximised window on a 1366×768 screen, without title bar and task bar."""
SETTLE = 0.25
"""Seconds a screen gets to draw itself and to end its animations."""


class Size(click.ParamType[tuple[int, int]]):
    """Width and height in pixels."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Raises BadParameter for anything but 1366x697."""
        width, cross, height = str(value).partition("x")
        if not (cross and width.isdecimal() and height.isdecimal() and 0 < int(width) * int(height) < 10**8):
            self.fail(tr("{0} 不是大小，要写成 1366x697").format(value), param, ctx)
        return int(width), int(height)


@click.command()
@click.option("--out", required=True, metavar="DIR")
@click.option("--pupils", "number", type=click.IntRange(80, 20000), default=140, help="多少个孩子")
@click.option("--years", type=click.IntRange(1, 20), help="编出多少年的关爱记录（不写就是一个学期）")
@click.option("--on", type=Day(), help="哪天的样子（不写就是今天）")
@common
def demo(call: Call, out: str, number: int, years: int | None, on: date | None) -> None:
    """做一所示例学校：资料（密码 qianshou-demo）、联系卡、花名册、每个画面的图。"""
    folder, day = PurePath(out), on or date.today()
    vault = call.disk.vault(folder / "data")
    fonts_ready()
    store = make_sample(vault, day, number, years or 0)
    try:
        children = _papers(call.disk, store, folder, day)
        names = list(_pictures(call.disk, vault.folder, store, folder / "pictures", day))
    finally:
        store.close()
    value = {"pupils": len(children), "data": str(folder / "data"), "pictures": names}
    call.say(value, tr("示例学校有 {0} 个孩子：{1}").format(len(children), out))


@click.command()
@click.option("--out", required=True, metavar="DIR")
@click.option("--size", type=Size(), default=SIZE, help="屏幕上的大小，1366x697")
@click.option("--scale", type=click.FloatRange(1.0, 3.0), default=1.0, help="显示比例，1.5 就是 150%")
@click.option("--dark", is_flag=True, help="深色")
@click.option("--text", type=click.IntRange(100, 150), default=100, help="字的大小，125 就是 125%")
@common
def shot(call: Call, out: str, size: tuple[int, int], scale: float, dark: bool, text: int) -> None:
    """给每个画面拍一张 PNG；没有资料就用示例学校。"""
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    fonts_ready()
    with _school(call) as (data, store):
        names = list(_pictures(call.disk, data, store, PurePath(out), date.today(), size, scale, dark, text / 100))
    call.say({"pictures": names}, tr("{0} 张图：{1}").format(len(names), out))


@contextmanager
def _school(call: Call) -> Iterator[tuple[PurePath, Store]]:
    """The school of the data folder; where there is none, a sample school that leaves nothing behind."""
    if call.vault.exists():
        with call.opened() as store:
            yield call.folder, store
        return
    with TemporaryDirectory(prefix="qianshou-", ignore_cleanup_errors=True) as aside:
        store = make_sample(call.disk.vault(PurePath(aside)), date.today())
        try:
            yield PurePath(aside), store
        finally:
            store.close()


def _pairs(disk: Disk, store: Store, folder: PurePath, day: date) -> None:
    """The papers of the pairs and of the leading group."""
    snapshot = store.snapshot()
    children = paired_children(snapshot, day)
    found = book_term(snapshot, day)
    records = store.ledger.between(*days_of(found[0])) if found else []
    jobs: dict[str, Job] = {
        "pairings-office": PairingListJob("office", children, snapshot, day),
        "pairings-wall": PairingListJob("wall", children, snapshot, day),
        "record-books": BookJob((), children, snapshot, day, records),
        "duty-papers": DutyJob((), children, snapshot, day),
        "leading-group": GroupJob((), snapshot, day),
        "agreements": AgreementJob((), snapshot, day),
    }
    for name, job in jobs.items():
        write_pdf(disk, store, job, folder / f"{name}.pdf")


def _papers(disk: Disk, store: Store, folder: PurePath, day: date) -> list[Child]:
    snapshot = store.snapshot()
    chosen = pupils(snapshot, day, everyone=False)
    album = PaperAlbum(store.file)
    for layout in ("child", "pocket", "school"):
        write_pdf(disk, store, CardJob(layout, chosen, snapshot, day, album=album), folder / f"cards-{layout}.pdf")
    asked = surveyed_on(store.ledger, day)
    write_pdf(disk, store, FormJob(chosen, snapshot, day, surveyed=asked), folder / "forms.pdf")
    everyone = pupils(snapshot, day, everyone=True)
    write_pdf(disk, store, ListJob("door", everyone, snapshot, day), folder / "lists.pdf")
    _pairs(disk, store, folder, day)
    disk.write_sheet(roster_sheet(RosterJob(chosen, snapshot, day)), folder / "roster.xlsx")
    disk.write_sheet(asset_sheets(ledger_of(store, snapshot, day)), folder / "ledger.xlsx")
    write_pdf(disk, store, asset_job(LABELS, "all", snapshot, store.inventory, day), folder / "asset-labels.pdf")
    return everyone


def _pictures(
    disk: Disk, folder: PurePath, store: Store, out: PurePath, day: date,
    size: tuple[int, int] = (1366, 697), scale: float = 1.0, dark: bool = False, text: float = 1.0,
) -> Iterator[str]:  # fmt: skip
    """Take every screen in turn, numbered in the order of the way through; yields the names of the pictures."""
    made_folder(out)
    app = start.application(["qianshou"])
    before = tokens.theme(), tokens.scale()
    with TemporaryDirectory(prefix="qianshou-", ignore_cleanup_errors=True) as aside:
        points = (round(size[0] / scale), round(size[1] / scale))
        camera = Camera(app, disk, day, points, dark, PurePath(aside), text)
        for number, (screen, shown) in enumerate(screens(camera, folder, store), 1):
            _settle(app)
            name = f"{number:02}-{screen}.png"
            disk.write_bytes(out / name, _png(shown))
            yield name
    style.apply(app, *before)


def _settle(app: QApplication) -> None:
    until = time.monotonic() + SETTLE
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)


def _png(shown: QWidget) -> bytes:
    """The window; a dialog in the middle of the window it lies over."""
    parent = shown.parentWidget()
    picture = shown.grab()
    if isinstance(shown, QDialog) and parent is not None:
        over, picture = picture, parent.window().grab()
        place = parent.window().rect()
        frame = QRect(0, 0, shown.width(), shown.height())
        frame.moveCenter(place.center())
        painter = QPainter(picture)
        painter.fillRect(place, QColor(0, 0, 0, 70))
        painter.drawPixmap(frame, over)
        painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content.data())
