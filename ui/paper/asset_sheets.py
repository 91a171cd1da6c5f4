"""The asset ledger in Excel: 总账, 分室账, 分类账, what the standard asks for, what is lent (paper.md §9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import money
from app.asset_books import Book, each_goods, each_room, general
from app.cards import class_name_on, class_of
from app.days import on_paper
from app.equipment import MISSING, SETTING, SHORT, THERE, Need, items, needs, read_least
from app.inventory import OpenLoan
from app.school import Snapshot
from app.sheets import Column, SheetOut, Span, Value
from app.shelf import Line, lines_on, past_date
from app.store import Store
from ui.agreement_words import short_date
from ui.figure_words import verdict
from ui.money_words import yuan_word
from ui.paper.asset_rows import (
    Names,
    gone_words,
    goods_word,
    heads,
    paper_day,
    row_of,
    signature_words,
    unit,
    value_words,
)
from ui.stock_words import borrower, class_words

WIDTHS = (24.0, 33.0, 24.0, 10.0, 13.0, 17.0, 19.0, 20.0, 38.0, 17.0, 24.0, 17.0, 16.0, 20.0)
LEFT = frozenset((1, 2, 8, 10, 12, 13))
"""Columns whose texts begin at the left."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the file says of its things on a day."""

    snapshot: Snapshot
    day: date
    lines: tuple[Line, ...]
    needs: tuple[Need, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetSheets", text)


def ledger_of(store: Store, snapshot: Snapshot, day: date) -> Ledger:
    """Read the ledger of that day."""
    lines = lines_on(store.inventory, day)
    listed = items(read_least(store.setting(SETTING)))
    return Ledger(snapshot, day, tuple(lines), tuple(needs(listed, lines, past_date(store.inventory, day))))


def asset_sheets(ledger: Ledger) -> SheetOut:
    """The whole book; its first sheet is the general ledger, which an import reads back."""
    names = Names(ledger.snapshot)
    rooms = [one.id for one in sorted(ledger.snapshot.rooms, key=lambda one: one.position)]
    by_room, by_goods = each_room(ledger.lines, rooms), each_goods(ledger.lines)
    whole = general(ledger.lines)
    room_words = [names.rooms.get(int(book.key), "") for book in by_room]
    first = _sheet(ledger, _tr("总账"), [whole], [], names)
    more = (
        replace(_sheet(ledger, _tr("分室账"), by_room, room_words, names), notes=(_rooms_agree(by_room, whole),)),
        replace(_sheet(ledger, _tr("分类账"), by_goods, [goods_word(book.key) for book in by_goods], names),
                notes=(_goods_agree(by_goods, whole),)),
        standard_table(ledger), _loans(ledger, names),
    )  # fmt: skip
    gone = gone_words(whole)
    return replace(first, notes=(gone,) if gone else (), more=more)


def file_name(ledger: Ledger) -> str:
    """The name to suggest."""
    return _tr("{0}资产台账（{1}）.xlsx").format(ledger.snapshot.school.name, on_paper(ledger.day))


def _sheet(ledger: Ledger, name: str, books: Sequence[Book], words: Sequence[str], names: Names) -> SheetOut:
    """One sheet; of several books each has a line above that names it and one beneath with its sums."""
    body = _Body()
    for place, book in enumerate(books):
        if words:
            body.name(words[place])
        for number, entry in enumerate(book.entries, 1):
            row, asset = row_of(entry, book, names), entry.line.asset
            body.rows.append((
                str(number), row.number, row.name, asset.spec, asset.unit, row.count, money.cell(row.price_fen),
                row.origin, row.bought, row.place, row.keeper, row.note,
                class_words().get(asset.class_of_goods, ""), asset.author, asset.publisher,
            ))  # fmt: skip
        body.sum(_tr("小计") if words else _tr("合计"), len(book.entries), book.pieces, value_words(book))
    if words:
        value = _tr("金额 {0}").format(yuan_word(sum(one.value_fen for one in books)))
        body.sum(_tr("合计"), sum(len(one.entries) for one in books), sum(one.pieces for one in books), value)
    return _out(ledger, name, _tr("资产台账（{0}）").format(name), _columns(), tuple(body.rows), _tr("　单位：元"),
                signature_words(), strong=frozenset(body.strong), ruled=frozenset(body.ruled),
                spans=tuple(body.spans))  # fmt: skip


class _Body:
    """The rows of a sheet of books, with what is special about some."""

    def __init__(self) -> None:
        self.rows: list[tuple[Value, ...]] = []
        self.spans: list[Span] = []
        self.strong: list[int] = []
        self.ruled: list[int] = []

    def name(self, word: str) -> None:
        """Whose book begins here."""
        self.ruled.append(len(self.rows))
        self.spans.append(Span(len(self.rows), 0, 1, len(WIDTHS) + 1, "left"))
        self.rows.append((word, *[""] * len(WIDTHS)))

    def sum(self, word: str, things: int, pieces: int, value: str) -> None:
        """What it comes to."""
        at = len(self.rows)
        self.strong.append(at)
        self.ruled.append(at)
        self.spans += [Span(at, 0, 1, 2), Span(at, 2, 1, 3), Span(at, 6, 1, len(WIDTHS) - 5, "left")]
        said = _tr("{0} 样").format(things)
        self.rows.append((word, "", said, "", "", pieces, value, *[""] * (len(WIDTHS) - 6)))


def _out(
    ledger: Ledger, name: str, title: str, columns: tuple[Column, ...], rows: tuple[tuple[Value, ...], ...],
    aside: str = "", signers: Sequence[str] = (), **more: Any,
) -> SheetOut:  # fmt: skip
    school = ledger.snapshot.school.name
    signers = signers or signature_words()[1:]
    return SheetOut(
        name=name, title=school + title, columns=columns, rows=rows,
        left_note=_tr("填报单位（盖章）：{0}").format(school),
        right_note=_tr("截至日期：{0}").format(on_paper(ledger.day)) + aside,
        signatures=tuple(_tr("{0}（签名）：").format(word) for word in signers), boxed=True, **more,
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    """Behind those of the paper ledger what an import needs to make the same things of it."""
    titles = (*heads(), _tr("类别"), _tr("作者"), _tr("出版社"))
    return (Column((_tr("序号"),), 10.0), *(
        Column((head,), wide, "left" if place in LEFT else "center")
        for place, (head, wide) in enumerate(zip(titles, WIDTHS, strict=True))
    ))  # fmt: skip


def _rooms_agree(books: Sequence[Book], whole: Book) -> str:
    there = sum(one.pieces for one in books)
    said = _tr("核对：各室 {0} 件 + 借出 {1} 件 = 总账 {2} 件").format(there, whole.out, whole.pieces)
    return f"{said}　{verdict(there + whole.out - whole.pieces)}"


def _goods_agree(books: Sequence[Book], whole: Book) -> str:
    there = sum(one.pieces for one in books)
    return f"{_tr('核对：各类 {0} 件 = 总账 {1} 件').format(there, whole.pieces)}　{verdict(there - whole.pieces)}"


def standard_table(ledger: Ledger) -> SheetOut:
    """What the standard list asks for, how many can be used, what is missing, what is past its date (REQ 10.18)."""
    said = {MISSING: _tr("没有"), SHORT: _tr("不够"), THERE: _tr("够了")}
    # Not 名称, as in the next sheet: an import would take either for a ledger.
    columns = tuple(
        Column((head,), wide, align) for head, wide, align in (
            (_tr("序号"), 12.0, "center"), (_tr("类别"), 28.0, "center"), (_tr("要配的"), 52.0, "left"),
            (_tr("单位"), 14.0, "center"), (_tr("最少"), 16.0, "center"), (_tr("现有"), 16.0, "center"),
            (_tr("还缺"), 16.0, "center"), (_tr("结果"), 18.0, "center"), (_tr("备注"), 44.0, "left"))
    )  # fmt: skip
    rows = tuple(
        (str(number), goods_word(one.item.class_of_goods), one.item.name, one.item.unit, one.item.least, one.there,
         one.lacking, said[one.state], past_words(one))
        for number, one in enumerate(ledger.needs, 1)
    )  # fmt: skip
    short = [one for one in ledger.needs if one.state != THERE]
    total = _tr("{0} 样，没有的 {1} 样，不够的 {2} 样。").format(
        len(rows), sum(one.state == MISSING for one in short), sum(one.state == SHORT for one in short))  # fmt: skip
    total += past_note(ledger.needs)
    title = _tr("配备标准对照表")
    return _out(ledger, _tr("配备标准"), title, columns, rows, total=(_tr("合计"), total), landscape=False)


def past_words(need: Need) -> str:
    """3 盒 2026.10.1 过期，不算; "" for nothing past its date."""
    said = _tr("，").join(
        _tr("{0} {1} {2} 过期").format(one.left, need.item.unit, short_date(one.expires_on)) for one in need.expired
    )
    return _tr("{0}，不算").format(said) if said else ""


def past_note(found: Iterable[Need]) -> str:
    """That what is past its date is not counted, where there is such a thing; else ""."""
    late = sum(bool(one.past) for one in found)
    return _tr("过期的 {0} 样，过期的不算现有。").format(late) if late else ""


def _loans(ledger: Ledger, names: Names) -> SheetOut:
    """What is out that day, the one due first at the top."""
    columns = tuple(
        Column((head,), wide, align) for head, wide, align in (
            (_tr("序号"), 12.0, "center"), (_tr("资产编号"), 30.0, "center"), (_tr("借出的"), 44.0, "left"),
            (_tr("数量"), 14.0, "center"), (_tr("单位"), 12.0, "center"), (_tr("借给谁"), 46.0, "left"),
            (_tr("哪天借的"), 26.0, "center"), (_tr("应还日期"), 26.0, "center"), (_tr("过了几天"), 18.0, "center"),
            (_tr("从哪间借的"), 38.0, "left"))
    )  # fmt: skip
    loans = sorted(((one, line) for line in ledger.lines for one in line.loans),
                   key=lambda two: (two[0].movement.due_day or date.max, two[0].movement.day, two[0].movement.id))
    classes = {one.id: class_name_on(one, ledger.snapshot, ledger.day) for one in ledger.snapshot.classes}
    rows = tuple(
        (str(number), line.asset.number, line.asset.name, one.out, unit(line.asset), _who(one, ledger, classes),
         paper_day(one.movement.day), paper_day(one.movement.due_day), _late(one, ledger.day),
         names.rooms.get(one.movement.room_id, ""))
        for number, (one, line) in enumerate(loans, 1)
    )  # fmt: skip
    late = sum(one.is_late(ledger.day) for one, _line in loans)
    total = _tr("{0} 笔，{1} 件，过了日子没还 {2} 笔。").format(len(rows), sum(one.out for one, _line in loans), late)
    return _out(ledger, _tr("借出"), _tr("物品借出登记"), columns, rows, total=(_tr("合计"), total))


def _who(loan: OpenLoan, ledger: Ledger, classes: Mapping[int, str]) -> str:
    """周雨桐（三（1）班）."""
    said = borrower(loan.movement, ledger.snapshot, classes)
    child = ledger.snapshot.children.get(loan.movement.child_id or 0)
    of = class_of(child, ledger.snapshot, ledger.day) if child is not None else None
    return f"{said}（{classes[of.id]}）" if of is not None and of.id in classes else said


def _late(loan: OpenLoan, day: date) -> Value:
    due = loan.movement.due_day
    return (day - due).days if due is not None and due < day else ""
