"""Gifts, insurance and wishes as Excel sheets for the office: each list with its second half in the same book."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app import money
from app.days import on_paper
from app.gifts import Donation, Policy, Wish
from app.sheets import Column, SheetOut, Span, Value
from ui import gift_words as words
from ui.gift_state import State
from ui.gifts import book as books
from ui.gifts.book import Book
from ui.money_words import in_yuan, yuan_word
from ui.paper.asset_rows import unit
from ui.session import Session

DAY_MM = 30.0
"""2026年12月31日 on one line."""
Rows = list[tuple[Value, ...]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def what_of(segment: str) -> str:
    """How the audit trail calls it."""
    return {books.COVER: "export_insurance", books.BARE: "export_insurance", books.WISHES: "export_wishes"}.get(
        segment, "export_gifts")


def file_name(session: Session, segment: str) -> str:
    """The name to suggest."""
    title = _titles()[what_of(segment)]
    return _tr("{0}{1}（截至{2}）.xlsx").format(session.snapshot.school.name, title, on_paper(session.today))


def sheet_of(session: Session, book: Book) -> SheetOut:
    """The book for the list that is on screen: all of it, whatever is searched for."""
    what = what_of(book.segment)
    if what == "export_insurance":
        return _insurance(session, book)
    return _wishes(session, book) if what == "export_wishes" else _gifts(session, book)


def _titles() -> dict[str, str]:
    return {"export_gifts": _tr("捐赠登记表"), "export_insurance": _tr("保险登记表"),
            "export_wishes": _tr("心愿登记表")}  # fmt: skip


def _sheet(
    session: Session, name: str, columns: list[Column], rows: Rows, total: str = "", heads: dict[int, str] | None = None
) -> SheetOut:
    """`heads`: what stands above the row of that place."""
    school = session.snapshot.school.name
    listed: Rows = []
    strong: list[int] = []
    for place, row in enumerate(rows):
        if heads and place in heads:
            strong.append(len(listed))
            listed.append((heads[place], *[""] * len(columns)))
        listed.append((place + 1, *row))
    return SheetOut(
        name=name, title=f"{school}{name}", columns=(Column((_tr("序号"),), 10.0), *columns), rows=tuple(listed),
        strong=frozenset(strong), spans=tuple(Span(one, 0, 1, len(columns) + 1, "left") for one in strong),
        left_note=_tr("填报单位（盖章）：{0}").format(school),
        right_note=_tr("截至{0}").format(on_paper(session.today)),
        total=(_tr("合计"), total) if total else None, signatures=(_tr("负责人"), _tr("填表人")),
    )  # fmt: skip


def _gifts(session: Session, book: Book) -> SheetOut:
    state = book.state
    columns = [
        Column((_tr("日期"),), DAY_MM), Column((_tr("捐赠人"),), 42.0, "left"),
        Column((_tr("捐了什么"),), 42.0, "left"),
        Column((_tr("数量"),), 14.0, "right"), Column((_tr("单位"),), 12.0),
        Column((in_yuan(_tr("单价")),), 20.0, "right"),
        Column((in_yuan(_tr("一共值")),), 24.0, "right"), Column((_tr("给谁"),), 24.0),
        Column((_tr("活动"),), 34.0, "left"), Column((_tr("谢过"),), DAY_MM),
    ]  # fmt: skip
    dated: list[tuple[str, tuple[Value, ...]]] = []
    stocked: list[tuple[str, tuple[Value, ...]]] = []
    for one in state.donations.values():
        gift = one.first
        dated.append((gift.day.isoformat(), (
            on_paper(gift.day), state.names.get(gift.donor_id or 0, ""), gift.what, one.count, gift.unit,
            money.cell(gift.value_fen), money.cell(one.worth), words.whom_word(one),
            state.activity_word(gift.activity_id), on_paper(one.thanked_on) if one.thanked_on else "",
        )))  # fmt: skip
    for moved in state.goods.values():
        asset, given = state.assets.get(moved.asset_id), state.given.get(moved.donor_id or 0)
        price = asset.price_fen if asset is not None else None
        thanked = given.donor.thanked_on if given is not None and moved not in given.owed_goods else None
        stocked.append((moved.day.isoformat(), (
            on_paper(moved.day), state.names.get(moved.donor_id or 0, ""), asset.name if asset is not None else "",
            moved.count, unit(asset) if asset is not None else "",
            money.cell(price), money.cell(price * moved.count if price is not None else None),
            _tr("入库"), "", on_paper(thanked) if thanked else "",
        )))  # fmt: skip
    parts = [[row for _day, row in sorted(part, key=lambda two: two[0])] for part in (dated, stocked)]
    rows = [*parts[0], *parts[1]]
    direct, kept = _worth(state)
    total = _tr("{0} 笔，知道价值的一共 {1}").format(len(rows), yuan_word(direct + kept))
    # Reports count what was given and what went into the ledger apart, so both have sums of their own.
    heads = {
        0: _tr("一、给孩子和学校用的：{0} 笔，知道价值的 {1}").format(len(parts[0]), yuan_word(direct)),
        len(parts[0]): _tr("二、捐来入库的物品：{0} 笔，{1} 件，知道价值的 {2}").format(
            len(parts[1]), sum(one.count for one in state.goods.values()), yuan_word(kept)),
    } if all(parts) else {}  # fmt: skip
    donors = [
        Column((_tr("捐赠人"),), 56.0, "left"), Column((_tr("是谁"),), 24.0), Column((_tr("联系人"),), 26.0),
        Column((_tr("电话"),), 32.0), Column((_tr("捐过几次"),), 20.0, "right"),
        Column((in_yuan(_tr("一共值")),), 28.0, "right"), Column((_tr("最近一次"),), DAY_MM),
        Column((_tr("备注"),), 48.0, "left"),
    ]  # fmt: skip
    people: Rows = [
        (one.donor.name, words.people_words().get(one.donor.kind, ""), one.donor.contact, one.donor.phone,
         one.times, money.cell(one.worth(state.prices()) or None),
         on_paper(one.last) if one.last else "", one.donor.note)
        for one in state.given.values()
    ]  # fmt: skip
    received = [
        Column((_tr("班级"),), 26.0), Column((_tr("姓名"),), 24.0), Column((_tr("捐了什么"),), 60.0, "left"),
        Column((_tr("数量"),), 16.0, "right"), Column((_tr("单位"),), 12.0),
        Column((_tr("捐赠人"),), 52.0, "left"), Column((_tr("日期"),), DAY_MM),
    ]  # fmt: skip
    more = (_sheet(session, _tr("捐赠人"), donors, people),
            _sheet(session, _tr("领取明细"), received, _received(book, list(state.donations.values()))))  # fmt: skip
    return _with(_sheet(session, _titles()["export_gifts"], columns, rows, total, heads), *more)


def _worth(state: State) -> tuple[int, int]:
    """(of what was given to children and the school, of what went into the ledger of things), in fen."""
    prices = state.prices()
    kept = sum((prices.get(one.asset_id) or 0) * one.count for one in state.goods.values())
    return sum(one.worth or 0 for one in state.donations.values()), kept


def _received(book: Book, donations: list[Donation]) -> Rows:
    names = book.names_apart(child for one in donations for child in one.children)
    return [
        (book.class_name(gift.child_id), names[gift.child_id], gift.what, gift.count, gift.unit,
         book.state.names.get(gift.donor_id or 0, ""), on_paper(gift.day))
        for one in donations for gift in one.gifts if gift.child_id is not None
    ]  # fmt: skip


def _insurance(session: Session, book: Book) -> SheetOut:
    state, today = book.state, session.today
    columns = [
        Column((_tr("班级"),), 24.0), Column((_tr("姓名"),), 22.0), Column((_tr("保险公司"),), 40.0, "left"),
        Column((_tr("险种"),), 34.0, "left"), Column((in_yuan(_tr("保额")),), 22.0, "right"),
        Column((_tr("保单号"),), 42.0),
        Column((_tr("从哪天"),), DAY_MM), Column((_tr("到哪天"),), DAY_MM), Column((_tr("有效吗"),), 30.0),
    ]  # fmt: skip
    names = book.names_apart([*(one.child_id for one in state.covers), *state.bare])
    rows: Rows = [row for policy in state.policies.values() for row in _covered(book, policy, session, names)]
    bare: Rows = [(book.class_name(one), names[one]) for one in state.bare]
    lacking = [Column((_tr("班级"),), 40.0), Column((_tr("姓名"),), 40.0)]
    pupils = _tr("{0} 份").format(len(rows))
    second = _sheet(session, _tr("没有保险的孩子"), lacking, bare, _tr("{0} 个孩子，截至{1}").format(
        len(bare), on_paper(today)))  # fmt: skip
    return _with(_sheet(session, _titles()["export_insurance"], columns, rows, pupils), second)


def _covered(book: Book, policy: Policy, session: Session, names: Mapping[int, str]) -> Rows:
    return [
        (book.class_name(one.child_id), names[one.child_id], one.insurer, one.kind,
         money.cell(one.sum_fen), one.number, on_paper(one.from_day) if one.from_day else "",
         on_paper(one.until_day) if one.until_day else "", words.state_word(one, session.today)[1])
        for one in policy.covers
    ]  # fmt: skip


def _wishes(session: Session, book: Book) -> SheetOut:
    columns = [
        Column((_tr("班级"),), 24.0), Column((_tr("姓名"),), 22.0), Column((_tr("心愿"),), 84.0, "left"),
        Column((_tr("哪天说的"),), DAY_MM), Column((_tr("哪天实现"),), DAY_MM),
        Column((_tr("怎么实现的"),), 50.0, "left"),
        Column((_tr("谁帮的"),), 40.0, "left"),
    ]  # fmt: skip
    found = list(book.state.wishes.values())
    met = sum(one.met_on is not None for one in found)
    names = book.names_apart(one.child_id for one in found)
    total = _tr("{0} 个心愿，实现了 {1} 个").format(len(found), met)
    return _sheet(session, _titles()["export_wishes"], columns, [_wish(book, one, names) for one in found], total)


def _wish(book: Book, one: Wish, names: Mapping[int, str]) -> tuple[Value, ...]:
    return (
        book.class_name(one.child_id), names[one.child_id], one.wish,
        on_paper(one.said_on) if one.said_on else "", on_paper(one.met_on) if one.met_on else "", one.how,
        book.state.names.get(one.donor_id or 0, ""),
    )


def _with(first: SheetOut, *more: SheetOut) -> SheetOut:
    return replace(first, more=more)
