"""The stock-take as an Excel file: the report with its differences, and every thing counted; or what is out."""

from PySide6.QtCore import QCoreApplication

from app import money
from app.days import on_paper
from app.inventory import Stocktake
from app.sheets import Column, SheetOut, Value
from app.stocktake import Row
from ui.money_words import in_yuan
from ui.session import Session
from ui.stock_words import counted
from ui.stocktake import words
from ui.stocktake.board import State
from ui.stocktake.loans import who


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


def file_name(session: Session, state: State, take: Stocktake | None) -> str:
    """The name to suggest; None: for what is out."""
    school = session.snapshot.school.name
    if take is None:
        return _tr("{0}借出没还的物品（{1}）.xlsx").format(school, on_paper(state.today))
    room = words.room_word(take, state.room_names)
    return _tr("{0}{1}盘点报告（{2}）.xlsx").format(school, room, on_paper(take.day))


def take_table(session: Session, state: State, take: Stocktake) -> SheetOut:
    """Sheet 1 the rooms and what differs, sheet 2 every thing."""
    names = {one.id: one.name for one in session.snapshot.staff}
    school, rooms = session.snapshot.school.name, words.room_word(take, state.room_names)
    shut = on_paper(take.closed_on) if take.closed_on is not None else _tr("还没有")
    when = _tr("盘点 {0}　记账 {1}").format(on_paper(take.day), shut)
    by = _tr("点的人 {0}　确认人 {1}").format(names.get(take.staff_id or 0, ""), names.get(take.confirmed_by or 0, ""))
    signs = (_tr("点的人："), _tr("确认人："), _tr("学校（盖章）："))
    every = SheetOut(
        name=_tr("明细"), title=_tr("{0}{1}盘点明细").format(school, rooms), columns=_columns(),
        rows=tuple(_line(row, state) for row in state.rows), signatures=signs, boxed=True,
        left_note=when, right_note=by,
    )  # fmt: skip
    differing = tuple(_line(row, state) for row in state.rows if row.difference or row.broken)
    found = state.sums
    said = _tr("共 {0} 样，点了 {1} 样，对不上 {2} 样，有坏的 {3} 样，没点 {4} 样").format(
        found.things, found.things - found.uncounted, found.differing, found.broken, found.uncounted)  # fmt: skip
    return SheetOut(
        name=_tr("盘点报告"), title=_tr("{0}{1}盘点报告").format(school, rooms), columns=_columns(), rows=differing,
        total=(_tr("合计"), said), signatures=signs, boxed=True, more=(every,), left_note=when,
        right_note=by,
    )  # fmt: skip


def loan_table(session: Session, state: State) -> SheetOut:
    """What is out, class by class."""
    columns = (
        Column((_tr("班级"),), 24), Column((_tr("谁借着"),), 26, "left"), Column((_tr("编号"),), 22),
        Column((_tr("物品"),), 46, "left"), Column((_tr("多少"),), 18), Column((_tr("哪天借的"),), 24),
        Column((_tr("说好哪天还"),), 24), Column((_tr("过了几天"),), 18),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for of in state.borrowers:
        for loan in of.loans:
            one, asset = loan.movement, state.assets[loan.movement.asset_id]
            due = one.due_day
            rows.append((
                words.borrowers_word(of, state.classes), who(loan, session.snapshot, state), asset.number, asset.name,
                counted(loan.out, asset), on_paper(one.day), on_paper(due) if due is not None else "",
                (state.today - due).days if due is not None and loan.is_late(state.today) else "",
            ))  # fmt: skip
    title = _tr("{0}借出没还的物品").format(session.snapshot.school.name)
    return SheetOut(
        name=_tr("借出没还"), title=title, columns=columns, rows=tuple(rows), boxed=True,
        right_note=_tr("截至 {0}").format(on_paper(state.today)),
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    return (
        Column((_tr("房间"),), 34, "left"), Column((_tr("编号"),), 22), Column((_tr("名称"),), 38, "left"),
        Column((_tr("型号规格"),), 26, "left"), Column((_tr("单位"),), 12),
        Column((in_yuan(_tr("单价")),), 18, "right"),
        Column((_tr("账上"),), 14), Column((_tr("点到"),), 14), Column((_tr("差"),), 12), Column((_tr("坏的"),), 12),
        Column((_tr("借出"),), 12), Column((_tr("原因"),), 40, "left"), Column((_tr("哪天点的"),), 24),
    )  # fmt: skip


def _line(row: Row, state: State) -> tuple[Value, ...]:
    asset = row.asset
    seen: tuple[Value, ...] = (_tr("没点"), "", "")
    if row.counted is not None:
        seen = row.counted, f"{row.difference:+}" if row.difference else "0", row.broken
    return (
        state.room_names.get(row.room_id, ""), asset.number, asset.name, asset.spec, asset.unit,
        money.cell(asset.price_fen), row.expected, *seen, row.lent, row.reason,
        on_paper(row.counted_on) if row.counted_on is not None else "",
    )  # fmt: skip
