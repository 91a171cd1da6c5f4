"""Gifts, insurance and wishes in a file: read as they were written, and undo leaves no trace."""

from datetime import date, timedelta

from app.changes import Insert, New
from app.edits.donors import thank
from app.edits.gifts import CoverTold, GiftTold, MetTold, WishTold, give, insure, meet_wish, wish_for
from app.gifts import donations, policies
from app.thanks import by_donor
from db.store import FileStore

DAY = date(2026, 10, 15)


def child(store: FileStore, *names: str) -> list[int]:
    return [store.apply("录入", [Insert("child", {"name": name}, "child")]).ids["child"] for name in names]


def test_what_is_written_is_read_and_undone(store: FileStore) -> None:
    some = child(store, "周雨桐", "罗子轩")
    reader = store.gifts
    store.apply("捐", give(GiftTold(DAY, "雨伞", 1, 3500, "春苗公益"), some, reader.donors()))
    donation, = donations(reader.gifts())
    assert (donation.children, donation.worth, [one.name for one in reader.donors()]) == (some, 7000, ["春苗公益"])
    store.apply("再捐", give(GiftTold(DAY, "书包", donor="春苗公益"), [], reader.donors()))
    assert len(reader.donors()) == 1, "a donor is entered once"
    last = store.last_action()
    assert last is not None and next(one.what for one in reader.gifts()) == "书包"
    store.undo(last.id)
    assert [one.what for one in reader.gifts()] == ["雨伞"] * 2
    insured = insure(CoverTold("人保", until_day=DAY + timedelta(9), donor="春苗公益"), some, reader.donors())
    store.apply("保险", insured)
    policy, = policies(reader.covers())
    assert policy.children == some
    assert len(reader.covers(DAY + timedelta(9))) == 2 and reader.covers(DAY + timedelta(10)) == []
    assert reader.ending(DAY, DAY + timedelta(9)) and not reader.ending(DAY, DAY + timedelta(8))
    given, = by_donor(reader.donors(), [donation], reader.goods(), [policy], [])
    store.apply("谢", thank(given, DAY))
    again, = by_donor(reader.donors(), donations(reader.gifts()), [], policies(reader.covers()), [])
    assert not again.is_owed and again.donor.thanked_on == DAY


def test_a_wish_is_met_and_a_child_has_all_that_is_its_own(store: FileStore) -> None:
    one, other = child(store, "周雨桐", "罗子轩")
    reader = store.gifts
    key = store.apply("愿", wish_for(WishTold("一双球鞋", DAY), [one])).ids["wish"]
    wish, = (each for each in reader.wishes() if each.id == key)
    store.apply("成", meet_wish(wish, MetTold(DAY, "寄来的", "爱心超市"), reader.donors()))
    store.apply("捐", give(GiftTold(DAY, "雨伞"), [other], reader.donors()))
    gifts, covers, wishes = reader.of_child(one)
    assert (gifts, covers, [each.how for each in wishes]) == ([], [], ["寄来的"])
    assert [each.what for each in reader.of_child(other)[0]] == ["雨伞"]


def test_goods_of_a_donor_and_the_children_of_an_activity(store: FileStore) -> None:
    some = child(store, "周雨桐", "罗子轩")
    ids = store.apply("活动", [
        Insert("room", {"name": "体育室"}, "room"), Insert("donor", {"name": "县妇联"}, "donor"),
        Insert("asset", {"number": "A1", "name": "足球"}, "asset"),
        *(Insert("movement", {"asset_id": New("asset"), "kind": "in", "day": "2026-10-01", "count": count,
                              "room_id": New("room"), **more}, "") for count, more in (
            (2, {"donor_id": New("donor")}), (3, {}))),
        Insert("care_record", {"kind": "activity", "day": "2026-10-15"}, "record"),
        *(Insert("participant", {"record_id": New("record"), "child_id": one}) for one in some),
        Insert("activity", {"record_id": New("record"), "theme": "春苗走进校园"}, "activity"),
    ]).ids  # fmt: skip
    assert [one.count for one in store.gifts.goods()] == [2]
    visit, = store.gifts.visits()
    assert (visit.id, visit.record_id, visit.theme, visit.day) == (ids["activity"], ids["record"], "春苗走进校园", DAY)
    assert store.gifts.took_part(ids["activity"]) == some
