"""Old ledgers in memory, and what an import of them does to a real school file."""

from datetime import date

from app.ledger_import import mapping, planning
from app.ledger_import.books import Books, books_on
from app.ledger_import.plan import Plan
from app.ledger_import.records import Listed
from app.ledger_import.rows import listed
from app.ledger_import.writing import Said, changes
from app.sheets import Cell, SheetIn, TableFile
from app.store import ImportNote
from db.store import FileStore

DAY = date(2026, 11, 24)
HEAD = ("资产编号", "名称", "型号规格", "单位", "数量", "单价", "金额", "来源", "购置日期", "存放地点", "保管人", "备注")
SAID = Said("从旧台账结转", "表里 {0}，账上 {1}", "改地方")


def sheet(*rows: tuple[Cell, ...], name: str = "Sheet1", **more: tuple[tuple[int, ...], ...]) -> SheetIn:
    return SheetIn(name, rows, **more)  # type: ignore[arg-type]


def table(*rows: tuple[Cell, ...], name: str = "台账.xlsx") -> TableFile:
    """A file of one sheet under the usual header."""
    return TableFile(name, "xlsx", (sheet(HEAD, *rows),))


def row(number: Cell = "", name: Cell = "篮球", spec: Cell = "", count: Cell = 6, **more: Cell) -> tuple[Cell, ...]:
    said = {"资产编号": number, "名称": name, "型号规格": spec, "数量": count, **more}
    return tuple(said.get(head, "") for head in HEAD)


def read(file: TableFile, day: date = DAY) -> tuple[Listed, ...]:
    return listed(file, mapping.guess(file), day)


def one(**cells: Cell) -> Listed:
    """The record of one row."""
    (found,) = read(table(row(**cells)))  # type: ignore[arg-type]
    return found


def planned(store: FileStore, file: TableFile, day: date = DAY) -> Plan:
    return planning.plan(books(store, day), read(file, day), file.name, "留守儿童之家")


def books(store: FileStore, day: date = DAY) -> Books:
    return books_on(store.inventory, store.snapshot(), day)


def write(store: FileStore, plan: Plan) -> int:
    """Carry the plan out; the action's id."""
    note = ImportNote(plan.source, plan.as_of, 0, 0)
    return store.apply("导入台账", changes(plan, SAID), kind="import", note=note).action_id


def bring_in(store: FileStore, file: TableFile) -> Plan:
    plan = planned(store, file)
    write(store, plan)
    return plan


def kinds(plan: Plan) -> list[str]:
    return [each.kind for each in plan.rows]


def stock(store: FileStore, day: date = DAY) -> dict[tuple[str, str], int]:
    """(name, room) → pieces."""
    names = {each.id: each.name for each in store.inventory.assets()}
    rooms = {each.id: each.name for each in store.snapshot().rooms}
    return {(names[asset], rooms[room]): count for (asset, room), count in store.inventory.stock(day).items()}
