"""Pictures of the wizard that takes an old ledger in: chosen, its columns, looked through, done."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app import money
from app.ports import Disk
from app.sheets import Column, SheetOut
from app.store import Store
from ui.ledger.words import origin_words
from ui.ledger_import import words
from ui.ledger_import.page import LedgerImportPage
from ui.shell import Shell

Screen = tuple[str, QWidget]
FIELDS = ("number", "name", "spec", "unit", "count", "price", "origin", "bought_on", "room", "note")
MOST = 24


def _tr(text: str) -> str:
    return QCoreApplication.translate("pictures", text)


def old_ledger(disk: Disk, store: Store, aside: PurePath, day: date) -> PurePath:
    """A ledger as a school may have kept it beside: mostly what `store` has, some things counted otherwise, some new,
    some that cannot be read."""
    snapshot = store.snapshot()
    rooms = {one.id: one.name for one in snapshot.rooms}
    stock = store.inventory.stock(day)
    rows: list[tuple[str, ...]] = []
    for asset in store.inventory.assets()[:MOST]:
        places = [(room, count) for (asset_id, room), count in stock.items() if asset_id == asset.id]
        room, count = places[0] if places else (0, 0)
        if len(places) == 1:
            rows.append((
                asset.number, asset.name, asset.spec, asset.unit, str(count), money.yuan(asset.price_fen),
                origin_words().get(asset.origin, ""), asset.bought_on.isoformat() if asset.bought_on else "",
                rooms.get(room, ""), asset.note,
            ))  # fmt: skip
    rows[1] = (*rows[1][:4], str(int(rows[1][4]) + 2), *rows[1][5:])
    rows[3] = (*rows[3][:2], _tr("大号"), *rows[3][3:5], "36.5", *rows[3][6:])
    rows += [
        ("", _tr("投影仪"), _tr("短焦"), _tr("台"), "1", "3280", _tr("县教育局配发"), "2024.9", _tr("多功能室"), ""),
        ("", _tr("鼓号服"), "", _tr("套"), "12", "85", _tr("爱心企业捐赠"), _tr("2023年6月1日"), "", ""),
        ("", _tr("象棋盘"), "", _tr("副"), _tr("几副"), "", "", "", "", ""),
    ]
    columns = tuple(Column((words.column_word(field),), 22.0, "left") for field in FIELDS)
    path = aside / _tr("留守儿童之家物品登记.xlsx")
    disk.write_sheet(SheetOut(_tr("物品"), _tr("留守儿童之家物品登记表"), columns, tuple(rows)), path)
    return path


def looked_through(shell: Shell, path: PurePath, wait: Callable[[Shell], None]) -> Iterator[Screen]:
    """The first three steps; nothing is written."""
    window = shell.window_
    assert window is not None
    window.go("ledger-import")
    page = window.page
    assert isinstance(page, LedgerImportPage)
    yield "ledger-import-choose", shell
    page.start(str(path))
    wait(shell)
    yield "ledger-import-columns", shell
    page.look_through()
    wait(shell)
    yield "ledger-import-preview", shell
    window.back()


def carried_out(shell: Shell, path: PurePath, wait: Callable[[Shell], None]) -> Iterator[Screen]:
    """All of it, in a school that may be written to."""
    window = shell.window_
    assert window is not None
    window.go("ledger-import", str(path))
    page = window.page
    assert isinstance(page, LedgerImportPage)
    wait(shell)
    page.look_through()
    wait(shell)
    page.carry_out()
    wait(shell)
    yield "ledger-import-done", shell
