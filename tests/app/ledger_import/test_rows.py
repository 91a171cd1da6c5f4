"""What rows of old ledgers say: headers of many names, sums, dates, origins, places, sheets of several kinds."""

from datetime import date

import pytest

from app.imports.headers import ColumnGuess
from app.ledger_import import mapping
from app.ledger_import.words import count_of, fen_of, goods_of, noted, origin_of, places_of
from app.sheets import Cell, TableFile
from tests.app.ledger_import.old_ledgers import HEAD, one, read, row, sheet, table


def fields(*heads: str, rows: tuple[tuple[Cell, ...], ...] = ()) -> list[str]:
    (found,) = mapping.guess(TableFile("x.xlsx", "xlsx", (sheet(heads, *rows),)))
    return [column.field for column in found.columns]


def test_the_headers_of_the_general_book() -> None:
    assert fields(*HEAD) == ["number", "name", "spec", "unit", "count", "price", "total", "origin", "bought_on", "room",
                             "keeper", "note"]  # fmt: skip


@pytest.mark.parametrize(("heads", "known"), [
    (("序号", "品 名", "规格型号", "计量单位", "现有数量", "单价（元）"), ["", "name", "spec", "unit", "count", "price"]),
    (("编号", "物品名称", "规格", "数量", "存放地", "保管员"), ["number", "name", "spec", "count", "room", "keeper"]),
    (("书名", "作者", "出版社", "ISBN", "册数", "定价"), ["name", "author", "publisher", "isbn", "count", "price"]),
    (("名称", "数量", "使用人"), ["name", "count", "keeper"]),
    (("名称", "数量", "使用人", "保管人"), ["name", "count", "other", "keeper"]),
    (("编号", "资产编号", "名称", "数量"), ["other", "number", "name", "count"]),
])  # fmt: skip
def test_other_names_for_the_columns(heads: tuple[str, ...], known: list[str]) -> None:
    assert fields(*heads) == known


def test_a_running_number_is_no_number_of_a_thing() -> None:
    rows = tuple((n, f"物品{n}", 1) for n in range(1, 8))
    assert fields("编号", "名称", "数量", rows=rows) == ["", "name", "count"]
    padded = tuple((f"000{n}", f"物品{n}", 1) for n in range(1, 8))
    assert fields("编号", "名称", "数量", rows=padded) == ["number", "name", "count"]


def test_what_the_ledger_has_no_place_for_is_told_with_its_header() -> None:
    file = TableFile("x.xlsx", "xlsx", (sheet(
        ("编号", "资产编号", "名称", "数量", "颜色", "发票号", "使用人", "保管人", ""),
        (1, "T1", "篮球", 6, "红", 20240017, "三（1）班", "张敏", "？"), (2, "T2", "足球", 2, "同上", "", "—", "张敏", ""),
        (3, "T3", "排球", 2, None, "", "", "张敏", ""), merged=((2, 4, 3, 4),),
    ),))  # fmt: skip
    assert [one.extras for one in read(file)] == [
        (("颜色", "红"), ("发票号", "20240017"), ("使用人", "三（1）班")), (("颜色", "红"),), (("颜色", "红"),),
    ]  # fmt: skip


def test_a_note_says_each_of_it_once() -> None:
    extras = (("颜色", "红"), ("柜号", "3"))
    assert noted("", extras) == "颜色：红；柜号：3" and noted("旧的", ()) == "旧的"
    assert noted("旧的；颜色：红", extras) == "旧的；颜色：红；柜号：3"


def test_a_ledger_is_told_from_a_list_of_pupils() -> None:
    assert mapping.is_ledger(table(row()))
    pupils = sheet(("姓名", "性别", "班级", "联系电话"), ("周雨桐", "女", "三（1）班", "13800132207"))
    assert not mapping.is_ledger(TableFile("x.xlsx", "xlsx", (pupils,)))
    assert mapping.guess(TableFile("x.xlsx", "xlsx", (pupils,))) == ()


def test_titles_totals_sections_feet_and_blank_rows_are_no_things() -> None:
    file = TableFile("x.xlsx", "xlsx", (sheet(
        ("青石坪中心小学体育器材台账",), ("填报单位：青石坪中心小学", "", "2026年11月"), ("名称", "数量", "单价（元）"), ("篮球", 6, 45),
        (), ("小计", 6, 270), ("名称", "数量", "单价（元）"), ("乐器",), ("竖琴架", 1, 300.5), ("本页合计", 7), ("合  计", "", 570.5),
        ("校长：", "", "保管员签字："), ("第1页 共1页",),
    ),))  # fmt: skip
    found = read(file)
    assert [(each.row, each.name, each.count, each.price_fen) for each in found] == [
        (4, "篮球", 6, 4500), (9, "竖琴架", 1, 30050),
    ]  # fmt: skip
    assert [(each.class_of_goods, each.standard) for each in found] == [("sport", "basketball"), ("music", "")]


def test_a_header_of_two_rows_and_cells_merged_over_several() -> None:
    file = TableFile("x.xlsx", "xlsx", (sheet(
        ("名称", "账面", "", "存放地点"), ("", "数量", "金额", ""), ("课桌", 10, 1000, "阅览室"), ("方凳", 20, 600, None),
        merged=((0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3), (2, 3, 3, 3)),
    ),))  # fmt: skip
    assert [(each.name, each.count, each.price_fen, each.room) for each in read(file)] == [
        ("课桌", 10, 10000, "阅览室"), ("方凳", 20, 3000, "阅览室"),
    ]  # fmt: skip


@pytest.mark.parametrize(("cell", "said"), [
    (5, (5, "")), (5.0, (5, "")), ("5个", (5, "个")), ("１２ 副", (12, "副")), ("1,200", (1200, "")), ("0", (0, "")),
    (2.5, (None, "")), ("几个", (None, "")), (-3, (None, "")), ("9999999", (None, "")), (True, (None, "")),
])  # fmt: skip
def test_how_many(cell: Cell, said: tuple[int | None, str]) -> None:
    assert count_of(cell) == said


@pytest.mark.parametrize(("cell", "fen"), [
    (45, 4500), (12.5, 1250), (0.1 + 0.2, 30), ("￥12.50", 1250), ("1,200元", 120000), ("3.999", 399), ("", None),
])  # fmt: skip
def test_what_it_cost(cell: Cell, fen: int | None) -> None:
    assert fen_of(cell) == fen


def test_a_sum_in_ten_thousands() -> None:
    file = TableFile("x.xlsx", "xlsx", (sheet(("名称", "数量", "单价（万元）"), ("电脑", 1, 0.45)),))
    assert read(file)[0].price_fen == 450_000


@pytest.mark.parametrize(("words", "origin"), [
    ("上级配发", "allotted"), ("县教育局调拨", "allotted"), ("学校添置", "bought"), ("自购", "bought"), ("爱心企业捐赠", "donated"),
    ("社会捐赠", "donated"), ("自制", ""),
])  # fmt: skip
def test_where_it_came_from(words: str, origin: str) -> None:
    assert origin_of(words) == origin


@pytest.mark.parametrize(("name", "said", "around", "book", "goods"), [
    ("斯伯丁篮球", "", "", False, ("sport", "basketball")), ("足球小子", "", "", True, ("book", "books")),
    ("联想电脑", "", "", False, ("it", "")), ("铁环", "", "体育活动室", False, ("sport", "")), ("铁环", "", "", False, ("other", "")),
    ("画板", "其他", "", False, ("other", "")), ("草房子", "图书", "", False, ("book", "books")),
])  # fmt: skip
def test_which_class_of_goods(name: str, said: str, around: str, book: bool, goods: tuple[str, str]) -> None:
    assert goods_of(name, said, around, book) == goods


@pytest.mark.parametrize(("written", "day"), [
    ("2023-09-01", "2023-09-01"), ("2023年9月", "2023-09"), (2023.9, "2023-09"), ("20230901", "2023-09-01"),
    (45170, "2023-09-01"), (date(2023, 9, 1), "2023-09-01"), ("2023", "2023"), ("去年", ""), ("2031.1.1", ""),
])  # fmt: skip
def test_when_it_was_bought(written: Cell, day: str) -> None:
    assert one(购置日期=written).bought_on == day


def test_numbers_typed_as_numbers_and_damaged_ones() -> None:
    assert one(number=12.0).number == "12"
    assert one(number="Ａ－0012 ").number == "A-0012"
    assert one(number=341125201712172.0).refusal is None
    for spoilt in (3411252017121722500.0, "3.41125E+17"):
        refusal = one(number=spoilt).refusal
        assert refusal is not None
        assert (refusal.code, refusal.column) == ("number_damaged", "A")


@pytest.mark.parametrize(("cells", "code", "column"), [
    ({"name": ""}, "no_thing", "B"), ({"count": ""}, "no_count", "E"), ({"count": "—"}, "no_count", "E"),
    ({"count": "几个"}, "count_unreadable", "E"),
])  # fmt: skip
def test_rows_that_are_refused(cells: dict[str, Cell], code: str, column: str) -> None:
    refusal = one(**{"number": "A1", **cells}).refusal
    assert refusal is not None
    assert (refusal.code, refusal.column) == (code, column)


def test_remarks_refuse_nothing() -> None:
    found = one(单价="面议", 来源="自制", 购置日期="去年")
    assert found.refusal is None
    assert [(each.code, each.column) for each in found.problems] == [
        ("price_unreadable", "F"), ("origin_unreadable", "H"), ("bought_unreadable", "I"),
    ]  # fmt: skip
    assert [each.code for each in one(单价=10, 金额=65).problems] == ["total_differs"]


def test_a_price_is_worked_out_of_the_sum() -> None:
    assert one(count=4, 金额=50).price_fen == 1250
    assert one(count=3, 金额=50).price_fen is None


def test_several_places_in_one_cell() -> None:
    two = [("体育室", 6), ("图书室", 4)]
    assert places_of("体育室 6、图书室 4")[1] == places_of("体育室（6个）；图书室（4个）")[1] == two
    assert places_of("体育室") == ("体育室", [], 0)
    assert places_of("教学楼1楼、2楼南") == ("教学楼1楼、2楼南", [], 0)
    assert places_of("图书室 29，借出 1") == places_of("图书室，另借出 1") == ("图书室", [], 1)
    assert places_of("体育室 5、图书室 4，借出 1")[1] == two
    assert one(count=10, 存放地点="体育室 6、图书室 4").places == (("体育室", 6), ("图书室", 4))
    assert one(count=9, 存放地点="体育室 6、图书室 4").places == ()


def test_a_list_of_titles_without_a_column_of_numbers_names_one_of_each() -> None:
    file = TableFile("x.xlsx", "xlsx", (sheet(("登记号", "书名", "作者"), ("T001", "草房子", "曹文轩")),))
    (found,) = read(file)
    assert (found.number, found.count, found.class_of_goods, found.values["author"]) == ("T001", 1, "book", "曹文轩")


def test_ditto_and_a_wrong_guess_put_right() -> None:
    file = table(row(存放地点="体育室"), row(name="足球", 存放地点="同上"))
    assert [each.room for each in read(file)] == ["体育室", "体育室"]
    (found,) = mapping.guess(table(row()))
    assert ColumnGuess(0, "资产编号", "", "hand") in found.with_field(0, "").columns
