"""Old ledgers beside a real school file: new, changed, unchanged, doubtful; what is written, and the way back."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.changes import Insert, New, Update
from app.ledger_import import mapping
from app.ledger_import.plan import BOOK, LEAVE, NEW
from app.ledger_import.planning import put_home, resolve
from app.ledger_import.writing import refused_sheet
from app.sheets import TableFile
from db.store import FileStore
from tests.app.ledger_import.old_ledgers import (
    DAY,
    HEAD,
    bring_in,
    kinds,
    planned,
    row,
    sheet,
    stock,
    table,
    write,
)

BALLS = row("0001", "篮球", "7号", 6, 单位="个", 单价=45, 来源="学校添置", 购置日期="2024-09-01", 存放地点="体育室", 保管人="张敏")
ROPES = row("0002", "跳绳", "", 10, 单位="根", 存放地点="体育室")


@pytest.fixture
def rooms(store: FileStore) -> FileStore:
    store.apply("房间", [
        Insert("room", {"name": "留守儿童之家", "kind": "home", "position": 0}),
        Insert("room", {"name": "体育室", "kind": "sport", "position": 1}),
        Insert("room", {"name": "图书室", "kind": "reading", "position": 2}),
        Insert("staff", {"name": "张敏"}),
    ])  # fmt: skip
    return store


def test_an_old_ledger_goes_in_and_the_same_file_again_changes_nothing(rooms: FileStore) -> None:
    file = table(BALLS, ROPES, row("", "三角铁", "", 2, 存放地点="音乐室"), row("", "毛巾", "", 12))
    plan = bring_in(rooms, file)
    assert kinds(plan) == ["new"] * 4
    assert plan.new_rooms == ("音乐室",)
    assert stock(rooms) == {
        ("篮球", "体育室"): 6, ("跳绳", "体育室"): 10, ("三角铁", "音乐室"): 2, ("毛巾", "留守儿童之家"): 12,
    }  # fmt: skip
    ball, _rope, triangle, towel = rooms.inventory.assets()
    assert (ball.number, ball.price_fen, ball.origin, ball.bought_on) == ("0001", 4500, "bought", date(2024, 9, 1))
    assert (ball.standard, triangle.class_of_goods, triangle.number, towel.number) == (
        "basketball", "music", "0003", "0004")  # fmt: skip
    assert ball.keeper_id == rooms.snapshot().staff[0].id
    (moved,) = rooms.inventory.movements(ball.id)
    assert (moved.kind, moved.day, moved.count, moved.accepted_by, moved.reason) == ("in", DAY, 6, None, "从旧台账结转")
    assert next(one.kind for one in rooms.snapshot().rooms if one.name == "音乐室") == "music"
    before = rooms.inventory.mark()
    again = bring_in(rooms, file)
    assert kinds(again) == ["unchanged"] * 4
    assert rooms.inventory.mark() == before


def test_columns_without_a_place_go_into_the_note_and_nothing_of_a_note_is_lost(rooms: FileStore) -> None:
    head = ("资产编号", "名称", "数量", "存放地点", "备注", "颜色", "柜号")
    rows = [("0001", "篮球", 6, "体育室", "旧的", "红", "3"), ("0001", "篮球", 2, "图书室", "", "红", "5"),
            ("0002", "跳绳", 4, "体育室", "", "", "")]  # fmt: skip
    file = TableFile("旧.xlsx", "xlsx", (sheet(head, *rows),))
    assert kinds(bring_in(rooms, file)) == ["new"] * 3
    assert [one.note for one in rooms.inventory.assets()] == ["旧的；颜色：红；柜号：3；柜号：5", ""]
    assert kinds(bring_in(rooms, file)) == ["unchanged"] * 3, "the same file again changes nothing"
    ball, rope = rooms.inventory.assets()
    rooms.apply("改", [Update("asset", rope.id, {"note": "自己记的"})])
    later = TableFile("新.xlsx", "xlsx", (sheet((*head[:4], "颜色"), ("0002", "跳绳", 4, "体育室", "蓝")),))
    plan = bring_in(rooms, later)
    assert [(one.field, one.old, one.new) for one in plan.rows[0].diffs] == [("note", "自己记的", "自己记的；颜色：蓝")]
    assert [one.note for one in rooms.inventory.assets()] == [ball.note, "自己记的；颜色：蓝"]


def test_the_whole_import_is_taken_back(rooms: FileStore) -> None:
    plan = planned(rooms, table(BALLS, row("", "三角铁", "", 2, 存放地点="音乐室", 备注="")))
    action = write(rooms, plan)
    assert [one.file_name for one in rooms.imports()] == ["台账.xlsx"]
    undone = rooms.undo(action)
    assert undone.kept == ()
    assert rooms.inventory.assets() == []
    assert rooms.inventory.mark() == (0, 0)
    assert "音乐室" not in {one.name for one in rooms.snapshot().rooms}


def test_what_differs_is_shown_and_a_number_of_pieces_never_overwrites(rooms: FileStore) -> None:
    bring_in(rooms, table(BALLS, ROPES))
    changed = row("1", "篮球", "7号", 4, 单价="48.5", 来源="", 购置日期="2024.9", 存放地点="体育室", 备注="旧")
    plan = planned(rooms, table(changed, row("0002", "跳绳", "", 8, 存放地点="体育室")))
    assert kinds(plan) == ["changed", "doubtful"]
    ball, rope = plan.rows
    assert [(one.field, one.old, one.new) for one in ball.diffs] == [("note", "", "旧"), ("price_fen", "45", "48.50")]
    assert ball.offer is not None
    assert rope.reason is not None
    assert (ball.offer.count, ball.chosen, rope.chosen, plan.differences) == (-2, True, False, 2)
    assert (rope.reason.code, rope.reason.args) == ("count_differs", ("10", "8"))
    write(rooms, plan)
    assert stock(rooms) == {("篮球", "体育室"): 6, ("跳绳", "体育室"): 10}
    assert rooms.inventory.assets()[0].price_fen == 4850
    plan = resolve(planned(rooms, table(changed, row("0002", "跳绳", "", 8, 存放地点="体育室"))), 1, BOOK)
    assert (kinds(plan), plan.rows[1].chosen) == (["doubtful", "changed"], True)
    assert kinds(resolve(plan, 1, LEAVE)) == ["doubtful", "doubtful"]
    write(rooms, plan)
    assert stock(rooms) == {("篮球", "体育室"): 6, ("跳绳", "体育室"): 8}
    moved = rooms.inventory.movements(rooms.inventory.assets()[1].id)[-1]
    assert (moved.kind, moved.count, moved.reason) == ("stocktake", -2, "表里 8，账上 10")


def test_pieces_on_loan_belong_to_the_room_they_were_lent_from(rooms: FileStore) -> None:
    bring_in(rooms, table(BALLS))
    ball, room, staff = rooms.inventory.assets()[0].id, rooms.snapshot().rooms[1].id, rooms.snapshot().staff[0].id
    rooms.apply("借", [Insert("movement", {
        "asset_id": ball, "kind": "loan", "day": DAY.isoformat(), "count": 4, "room_id": room, "staff_id": staff})])  # fmt: skip
    assert kinds(planned(rooms, table(BALLS))) == ["unchanged"]
    assert kinds(planned(rooms, table(row("0001", "篮球", "7号", 2, 存放地点="体育室")))) == ["unchanged"]
    (stuck,) = planned(rooms, table(row("0001", "篮球", "7号", 1, 存放地点="体育室"))).rows
    assert stuck.reason is not None
    assert (stuck.kind, stuck.reason.code, stuck.offer) == ("doubtful", "count_stuck", None)


def test_a_difference_in_the_past_may_not_leave_fewer_than_nothing_later(rooms: FileStore) -> None:
    bring_in(rooms, table(BALLS))
    later = DAY + timedelta(days=3)
    rooms.apply("用掉", [Insert("movement", {
        "asset_id": rooms.inventory.assets()[0].id, "kind": "scrap", "day": later.isoformat(), "count": 5,
        "room_id": rooms.snapshot().rooms[1].id, "reason": "破了"})])  # fmt: skip
    (found,) = planned(rooms, table(row("0001", "篮球", "7号", 4, 存放地点="体育室"))).rows
    assert found.offer is None


def test_another_place_is_offered_as_a_move(rooms: FileStore) -> None:
    bring_in(rooms, table(BALLS))
    plan = planned(rooms, table(row("0001", "篮球", "7号", 6, 存放地点="图书室")))
    assert plan.rows[0].reason is not None
    assert (kinds(plan), plan.rows[0].reason.code) == (["doubtful"], "place_differs")
    write(rooms, plan)
    assert stock(rooms) == {("篮球", "体育室"): 6}
    write(rooms, resolve(plan, 0, BOOK))
    assert stock(rooms) == {("篮球", "图书室"): 6}


def test_one_thing_in_several_rooms(rooms: FileStore) -> None:
    file = table(row("0001", "方凳", "", 6, 存放地点="体育室"), row("0001", "方凳", "", 4, 存放地点="图书室"))
    plan = bring_in(rooms, file)
    assert kinds(plan) == ["new", "new"]
    assert len(rooms.inventory.assets()) == 1
    assert stock(rooms) == {("方凳", "体育室"): 6, ("方凳", "图书室"): 4}
    assert kinds(planned(rooms, file)) == ["unchanged", "unchanged"]
    assert kinds(planned(rooms, table(row("0001", "方凳", "", 10)))) == ["unchanged"]
    assert kinds(planned(rooms, table(row("0001", "方凳", "", 10, 存放地点="体育室 6、图书室 4")))) == ["unchanged"]
    fewer = planned(rooms, table(row("0001", "方凳", "", 6, 存放地点="体育室"), row("0001", "方凳", "", 3, 存放地点="图书室")))
    assert kinds(fewer) == ["unchanged", "doubtful"]
    write(rooms, resolve(fewer, 1, BOOK))
    assert stock(rooms) == {("方凳", "体育室"): 6, ("方凳", "图书室"): 3}


def test_the_general_book_and_the_books_of_rooms_in_one_file(rooms: FileStore) -> None:
    general = sheet(HEAD, row("0001", "方凳", "", 10, 存放地点="体育室 6、图书室 4"), row("0002", "篮球", "", 3, 存放地点="体育室"), name="总账")
    sport = sheet(HEAD, row("0001", "方凳", "", 6, 存放地点="体育室"), row("0002", "篮球", "", 3, 存放地点="体育室"), name="体育室")
    read = sheet(HEAD, row("0001", "方凳", "", 4, 存放地点="图书室"), name="图书室")
    file = TableFile("台账.xlsx", "xlsx", (general, sport, read))
    plan = bring_in(rooms, file)
    assert kinds(plan) == ["new", "new", "unchanged", "unchanged", "unchanged"]
    assert stock(rooms) == {("方凳", "体育室"): 6, ("方凳", "图书室"): 4, ("篮球", "体育室"): 3}
    assert kinds(planned(rooms, file)) == ["unchanged"] * 5


def test_a_number_twice_in_a_sheet_is_refused_and_the_rest_goes_in(rooms: FileStore) -> None:
    file = table(BALLS, row("0001", "足球", "", 2, 存放地点="体育室"), row("0009", "", "", 2), ROPES)
    plan = planned(rooms, file)
    assert kinds(plan) == ["new", "refused", "refused", "new"]
    out = refused_sheet(plan, file, mapping.guess(file)[0], lambda problem: problem.code, "原因")
    assert [(line[0], line[1], line[-1]) for line in out.rows] == [
        ("0001", "足球", "listed_twice"), ("0009", "", "no_thing"),
    ]  # fmt: skip
    assert [column.heads for column in out.columns][-1] == ("原因",)


def test_without_a_number_by_name_spec_and_room(rooms: FileStore) -> None:
    bring_in(rooms, table(row("A1", "篮球", "7号", 6, 存放地点="体育室"), row("A2", "篮球", "5号", 3, 存放地点="体育室")))
    plan = planned(rooms, table(
        row("", "篮球", "7号", 6, 存放地点="体育室"), row("", "篮球", "", 3, 存放地点="体育室"), row("", "篮球", "7号", 1, 存放地点="图书室"),
    ))  # fmt: skip
    assert kinds(plan) == ["unchanged", "doubtful", "doubtful"]
    assert [one.reason and one.reason.code for one in plan.rows] == [None, "same_thing", "other_place"]
    second = rooms.inventory.assets()[1].id
    answered = resolve(resolve(plan, 1, second), 2, NEW)
    assert kinds(answered) == ["unchanged", "unchanged", "new"]
    with pytest.raises(ValueError, match="another row"):
        resolve(plan, 1, rooms.inventory.assets()[0].id)
    write(rooms, answered)
    assert [one.number for one in rooms.inventory.assets()] == ["A1", "A2", "A3"]


def test_rows_that_nothing_tells_apart(rooms: FileStore) -> None:
    file = table(row("", "课桌", "", 1, 存放地点="图书室"), row("", "课桌", "", 1, 存放地点="图书室"))
    plan = planned(rooms, file)
    assert kinds(plan) == ["new", "doubtful"]
    write(rooms, resolve(plan, 1, NEW))
    assert len(rooms.inventory.assets()) == 2
    assert kinds(planned(rooms, file)) == ["unchanged", "unchanged"]


def test_a_number_that_belongs_to_something_else_is_asked_about(rooms: FileStore) -> None:
    bring_in(rooms, table(BALLS))
    plan = planned(rooms, table(row("0001", "电视机", "", 1, 存放地点="图书室")))
    assert plan.rows[0].reason is not None
    assert (plan.rows[0].reason.code, plan.rows[0].candidates) == ("other_name", (rooms.inventory.assets()[0].id,))
    write(rooms, resolve(plan, 0, NEW))
    assert {one.name: one.number for one in rooms.inventory.assets()} == {"篮球": "0001", "电视机": "0002"}


def test_rooms_that_are_not_known_may_all_be_the_home(rooms: FileStore) -> None:
    file = table(row("", "三角铁", "", 2, 存放地点="音乐室"), row("", "画板", "", 3, 存放地点="美术室"))
    plan = planned(rooms, file)
    assert plan.new_rooms == ("音乐室", "美术室")
    home = put_home(plan, True)
    assert home.new_rooms == ()
    write(rooms, home)
    assert set(stock(rooms)) == {("三角铁", "留守儿童之家"), ("画板", "留守儿童之家")}
    assert kinds(planned(rooms, file)) == ["unchanged", "unchanged"]


def test_a_school_without_rooms_gets_its_home(store: FileStore) -> None:
    bring_in(store, table(row("", "毛巾", "", 12)))
    assert stock(store) == {("毛巾", "留守儿童之家"): 12}
    assert [(one.name, one.kind) for one in store.snapshot().rooms] == [("留守儿童之家", "home")]


def test_rooms_are_known_by_names_nearly_the_same(rooms: FileStore) -> None:
    rooms.apply("改", [Update("room", rooms.snapshot().rooms[1].id, {"name": "体育活动室"})])
    bring_in(rooms, table(row("", "毽子", "", 2, 存放地点="体育室"), row("", "棋", "", 2, 存放地点="图书室（二楼）")))
    assert set(stock(rooms)) == {("毽子", "体育活动室"), ("棋", "图书室")}


def test_a_tick_taken_off_leaves_out_the_row_and_its_room(rooms: FileStore) -> None:
    plan = planned(rooms, table(row("", "三角铁", "", 2, 存放地点="音乐室"), ROPES)).choose({0: False})
    write(rooms, plan)
    assert [one.name for one in rooms.inventory.assets()] == ["跳绳"]
    assert {one.name for one in rooms.snapshot().rooms} == {"留守儿童之家", "体育室", "图书室"}


def test_donors_batches_and_days_of_expiry(rooms: FileStore) -> None:
    head = ("名称", "数量", "来源", "捐赠单位", "批号", "有效期", "保管人")
    file = TableFile("药箱.xlsx", "xlsx", (sheet(head, ("创可贴", 50, "社会捐赠", "县红十字会", "B12", "2027-02", "李四")),))
    plan = bring_in(rooms, file)
    (asset,), (donor,) = rooms.inventory.assets(), rooms.inventory.donors()
    (moved,) = rooms.inventory.movements(asset.id)
    assert (donor.name, moved.donor_id, moved.batch, moved.expires_on) == ("县红十字会", donor.id, "B12", date(2027, 2, 28))
    assert (asset.consumable, asset.keeper_id) == (True, None)
    assert [one.code for one in plan.rows[0].record.problems] == ["keeper_unknown"]


def test_new_things_may_be_taken_back_after_more_was_written_of_them(rooms: FileStore) -> None:
    action = write(rooms, planned(rooms, table(BALLS, ROPES)))
    ball = rooms.inventory.assets()[0].id
    rooms.apply("改", [Update("asset", ball, {"note": "手工改的"})])
    rooms.undo(action)
    assert rooms.check() == []


COUNTS = some.lists(some.tuples(some.sampled_from("甲乙丙丁"), some.integers(0, 9), some.sampled_from(["体育室", "图书室", "", "新室"])),
                    min_size=1, max_size=8)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COUNTS)
def test_whatever_goes_in_is_unchanged_the_second_time(rooms: FileStore, listed: list[tuple[str, int, str]]) -> None:
    file = table(*(row(f"N{at}", name, "", count, 存放地点=room) for at, (name, count, room) in enumerate(listed)))
    action = write(rooms, planned(rooms, file))
    again, pieces = planned(rooms, file), sum(rooms.inventory.stock(DAY).values())
    rooms.undo(action)
    assert kinds(again) == ["unchanged"] * len(listed)
    assert pieces == sum(count for _name, count, _room in listed)
    assert rooms.inventory.mark() == (0, 0)


def test_the_books_of_the_sample_are_unchanged(rooms: FileStore) -> None:
    rooms.apply("旧", [
        Insert("asset", {"number": "0007", "name": "草房子", "class_of_goods": "book", "author": "曹文轩"}, "book"),
        Insert("movement", {"asset_id": New("book"), "kind": "in", "day": "2026-09-01", "count": 3,
                            "room_id": rooms.snapshot().rooms[2].id}),
    ])  # fmt: skip
    head = ("书名", "作者", "册数", "存放地点")
    file = TableFile("图书.xlsx", "xlsx", (sheet(head, ("草房子", "曹文轩", 3, "图书室"), ("草房子", "曹文轩 改编", 1, "图书室")),))
    assert kinds(planned(rooms, file)) == ["unchanged", "new"]
