"""Commands that show the program: the sample school with its papers, and a picture of every screen."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

import click
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from app.children import Child
from app.ports import Disk
from app.store import Store, Vault
from ui import start, style, tokens
from ui.cli.call import Call, Day, common, tr
from ui.cli.headless import fonts_ready, made_folder
from ui.cli.papers import pupils
from ui.paper.cards import CardJob
from ui.paper.prints import cards_pdf
from ui.paper.roster_sheet import RosterJob, roster_sheet
from ui.setup.sample import make_sample
from ui.shell import Shell

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
@click.option("--on", type=Day(), help="哪天的样子（不写就是今天）")
@common
def demo(call: Call, out: str, number: int, on: date | None) -> None:
    """做一所示例学校：资料（密码 qianshou-demo）、联系卡、花名册、每个画面的图。"""
    folder, day = PurePath(out), on or date.today()
    vault = call.disk.vault(folder / "data")
    fonts_ready()
    store = make_sample(vault, day, number)
    try:
        children = _papers(call.disk, store, folder, day)
        names = list(_pictures(call.disk, vault, store, folder / "pictures", day))
    finally:
        store.close()
    value = {"pupils": len(children), "data": str(folder / "data"), "pictures": names}
    call.say(value, tr("示例学校有 {0} 个孩子：{1}").format(len(children), out))


@click.command()
@click.option("--out", required=True, metavar="DIR")
@click.option("--size", type=Size(), default=SIZE, help="屏幕上的大小，1366x697")
@click.option("--scale", type=click.FloatRange(1.0, 3.0), default=1.0, help="显示比例，1.5 就是 150%")
@click.option("--dark", is_flag=True, help="深色")
@common
def shot(call: Call, out: str, size: tuple[int, int], scale: float, dark: bool) -> None:
    """给每个画面拍一张 PNG；没有资料就用示例学校。"""
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    fonts_ready()
    folder, vault, today = PurePath(out), call.vault, date.today()
    if vault.exists():
        with call.opened() as store:
            names = list(_pictures(call.disk, vault, store, folder, today, size, scale, dark))
    else:
        vault = call.disk.vault(folder / "data")
        store = make_sample(vault, today)
        try:
            names = list(_pictures(call.disk, vault, store, folder, today, size, scale, dark))
        finally:
            store.close()
        vault.throw_away_sample()
    call.say({"pictures": names}, tr("{0} 张图：{1}").format(len(names), out))


def _papers(disk: Disk, store: Store, folder: PurePath, day: date) -> list[Child]:
    snapshot = store.snapshot()
    chosen = pupils(snapshot, day, everyone=False)
    for layout in ("child", "school"):
        cards_pdf(disk, store, CardJob(layout, chosen, snapshot, day), folder / f"cards-{layout}.pdf")
    disk.write_sheet(roster_sheet(RosterJob(chosen, snapshot, day)), folder / "roster.xlsx")
    return pupils(snapshot, day, everyone=True)


def _pictures(
    disk: Disk, vault: Vault, store: Store, out: PurePath, day: date,
    size: tuple[int, int] = (1366, 697), scale: float = 1.0, dark: bool = False,
) -> Iterator[str]:  # fmt: skip
    """Take every screen in turn; yields the names of the pictures."""
    made_folder(out)
    app = start.application(["qianshou"])
    before = tokens.theme()
    for name, screen in _screens(app, disk, vault, store, day, (round(size[0] / scale), round(size[1] / scale)), dark):
        _settle(app)
        disk.write_bytes(out / f"{name}.png", _png(screen))
        yield f"{name}.png"
    style.apply(app, theme=before)


def _screens(
    app: QApplication, disk: Disk, vault: Vault, store: Store, day: date, size: tuple[int, int], dark: bool
) -> Iterator[tuple[str, QWidget]]:
    def shell(folder: PurePath) -> Shell:
        made = Shell(disk, folder, start.load_pages)
        made.resize(*size)
        style.apply(app, theme="dark" if dark else "light")
        return made

    first = shell(vault.folder / "nothing-here")
    first.show_first()
    first.show()
    yield "first-start", first
    first.hide()
    first.deleteLater()
    opened = shell(vault.folder)
    opened.show_login()
    opened.show()
    yield "login", opened
    opened.enter(store)
    style.apply(app, theme="dark" if dark else "light")
    window = opened.window_
    assert window is not None
    for spec in start.load_pages():
        window.go(spec.key)
        yield spec.key, opened
    opened.hide()
    opened.deleteLater()


def _settle(app: QApplication) -> None:
    until = time.monotonic() + SETTLE
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)


def _png(screen: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    screen.grab().save(buffer, "PNG")
    return bytes(content.data())
