"""The page 捐赠与心愿: a gift to many, thanks and their letter, insurance, wishes; by keys, on a real file."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from app import edits
from tests.ui.gifts.conftest import TODAY, Hand, K
from tests.ui.hands import CONTROL
from ui import gift_letter
from ui.gifts import book as books
from ui.gifts.errand import GIVE, INSURE, Errand, errand_of
from ui.money_words import yuan_word
from ui.paper.print_page import PrintPage
from ui.paper.thanks_letter import ThanksJob
from ui.paper.wish_papers import wish_scopes


def test_a_gift_to_many_finds_its_donor_by_typing_and_is_one_line_and_one_undo(hand: Hand) -> None:
    before = len(hand.store.gifts.gifts())
    hand.desk.list.focus_list()
    hand.key(K.Key_F4)
    hand.type_into("donor", "cmgy")
    assert [one.text for one in hand.desk.form.fields["donor"].list.offers()] == ["春苗公益服务中心"]  # type: ignore[attr-defined]
    hand.key(K.Key_Return)
    hand.type_into("what", "围巾")
    hand.type_into("value", "12.5")
    unit = hand.desk.form.fields["unit"]
    assert (unit.value(), hand.desk.form.fields["value"].label()) == ("条", "一条值多少（元）"), "as scarves are counted"
    some = hand.tick(3)
    assert hand.desk.form.go.label() == "登记给 3 个孩子" and len(some) == 3
    hand.enter()
    gifts = [one for one in hand.store.gifts.gifts() if one.what == "围巾"]
    assert sorted(one.child_id or 0 for one in gifts) == sorted(some) and {one.value_fen for one in gifts} == {1250}
    assert len(hand.store.gifts.donors()) == 5 and hand.label() == "登记捐赠围巾，3 个孩子"
    assert hand.desk.record.heading.text() == "围巾 3 条"
    hand.session.undo()
    assert len(hand.store.gifts.gifts()) == before and hand.desk.record.heading.text() != "围巾 3 条"


def test_a_unit_that_somebody_wrote_stays_and_is_proposed_the_next_time(hand: Hand) -> None:
    hand.desk.ask(Errand(GIVE))
    form = hand.desk.form
    hand.type_into("what", "雨伞")
    hand.type_into("unit", "顶")
    hand.type_into("what", "花雨伞")
    hand.type_into("count", "2")
    assert form.fields["unit"].value() == "顶" and form.fields["count"].label() == "多少顶"
    hand.enter()
    assert hand.desk.record.heading.text() == "花雨伞 2 顶"
    hand.desk.ask(Errand(GIVE))
    hand.type_into("what", "花雨伞")
    hand.type_into("count", "3")
    assert form.fields["unit"].value() == "顶"
    hand.type_into("unit", " ")
    hand.enter()
    assert hand.desk.record.heading.text() == "花雨伞 3 份"


def test_a_form_says_what_is_wrong_and_keeps_what_is_half_typed(hand: Hand) -> None:
    hand.desk.ask(Errand(GIVE))
    hand.enter()
    assert hand.desk.form.fields["what"].error() == "这一格不能空着"
    hand.type_into("what", "米")
    hand.type_into("value", "很贵")
    hand.enter()
    assert "写多少元" in hand.desk.form.fields["value"].error() and not hand.failed
    hand.tick(2)
    ticked = hand.desk.form.people.ticked()
    hand.window.go("today")
    hand.window.go("gifts")
    assert hand.page.back() and hand.desk.ask(Errand(GIVE))
    assert hand.desk.form.fields["what"].value() == "米" and hand.desk.form.people.ticked() == ticked
    hand.desk.ask(Errand(INSURE))
    hand.type_into("insurer", "人保")
    hand.enter()
    assert hand.failed == ["没有存下：还没勾孩子，在左边勾上。"]


def test_an_activity_brings_its_children(hand: Hand) -> None:
    hand.desk.ask(Errand(GIVE))
    visit = next(one for one in hand.store.gifts.visits() if one.theme == "春苗公益走进校园")
    box = hand.desk.form.fields["activity"]
    box.put_back(str(visit.id))
    box.commit()
    assert set(hand.desk.form.people.ticked()) == set(hand.store.gifts.took_part(visit.id)) != set()


def test_thanks_by_one_key_and_back(hand: Hand) -> None:
    assert hand.heading() == "2 位捐赠人还没谢"
    hand.desk.list.choose(books.DONORS)
    hand.desk.list.focus_list()
    hand.key(K.Key_F8)
    assert hand.heading() == "1 位捐赠人还没谢" and hand.label() == "谢过春苗公益服务中心"
    gifts = [one for one in hand.store.gifts.gifts() if one.what == "雨伞"]
    assert {one.thanked_on for one in gifts} == {TODAY} and len(gifts) == 24
    hand.session.undo()
    assert hand.heading() == "2 位捐赠人还没谢"
    assert all(one.thanked_on is None for one in hand.store.gifts.gifts() if one.what == "雨伞")


def test_each_list_has_its_own_finding_and_a_record_names_the_keys_it_has(hand: Hand) -> None:
    hand.desk.list.choose(books.COVER)
    assert "保险该续了" in hand.heading()
    hand.desk.list.choose(books.WISHES)
    assert hand.heading().endswith("个心愿还没实现")
    assert "F7" not in [key for key, _said in list(hand.page.keys())]
    hand.desk.list.focus_list()
    hand.key(K.Key_Return)
    named = hand.page.keys()
    assert [key for key, _said in named] == ["PgUp PgDn", "F2", "Ctrl+Enter", "Esc"]


def test_a_letter_is_changed_before_it_is_printed_and_its_words_stay(hand: Hand) -> None:
    hand.desk.list.choose(books.DONORS)
    hand.desk.list.focus_list()
    hand.key(K.Key_F7)
    text = hand.desk.letter.text
    assert "雨伞 24 把" in text.value() and "尊敬的春苗公益服务中心" in text.value()
    hand.key(K.Key_End, CONTROL)
    hand.write("又及：下雨天都不怕了。")
    hand.key(K.Key_P, CONTROL)
    page = hand.window.page
    assert isinstance(page, PrintPage) and page.heading.text() == "打印感谢信：春苗公益服务中心：1 封，1 张纸"
    assert hand.window.rail.tabs["rooms"].isChecked(), "paper of this page: the mark stays where one came from"
    job = page.job()
    assert isinstance(job, ThanksJob) and job.letters[0].text.endswith("下雨天都不怕了。")
    page.panel.scope.set_value("owed")
    page.panel.scope.committed.emit("owed")
    assert "2 封，2 张纸" in page.heading.text()
    hand.window.go("gifts")
    assert hand.desk.letter.text.value().endswith("下雨天都不怕了。")
    hand.desk.letter.back_to_first.click()
    assert not hand.desk.letter.text.value().endswith("不怕了。")


def test_the_school_writes_its_own_pattern(hand: Hand) -> None:
    donors = {one.name: one.id for one in hand.store.gifts.donors()}
    hand.desk.write_letter(f"donor:{donors['青石坪镇商会']}")
    letter = hand.desk.letter
    letter.which.button("pattern").click()
    assert letter.text.value() == gift_letter.proposed() and "【捐赠人】" in letter.text.value()
    letter.text.setFocus()
    hand.key(K.Key_A, CONTROL)
    hand.write("【捐赠人】：\n收到【东西】了。")
    letter.which.button("this").setFocus()
    letter.which.button("this").click()
    assert letter.text.value() == "青石坪镇商会：\n收到音响或录音机 2 台了。"
    assert gift_letter.pattern(hand.session) == "【捐赠人】：\n收到【东西】了。"
    letter.which.button("pattern").click()
    letter.back_to_first.click()
    assert gift_letter.pattern(hand.session) == gift_letter.proposed()


def test_insurance_for_those_without_and_a_number_for_one(hand: Hand) -> None:
    hand.desk.list.choose(books.BARE)
    bare = len(hand.desk.book.state.bare)
    hand.desk.list.focus_list()
    hand.key(K.Key_Return)
    child = hand.desk.record.what[1]
    hand.enter()
    assert hand.desk.form.people.ticked() == [child]
    hand.type_into("insurer", "人保")
    hand.type_into("sum", "30000")
    hand.enter()
    assert len(hand.desk.book.state.bare) == bare - 1
    cover = next(one for one in hand.store.gifts.covers() if one.child_id == child and one.insurer == "人保")
    assert cover.sum_fen == 3_000_000 and cover.from_day == TODAY
    hand.desk.acts.number(cover.id)
    hand.type_into("number", "P-77")
    hand.enter()
    assert [one.number for one in hand.store.gifts.covers() if one.id == cover.id] == ["P-77"]
    assert hand.desk.record.what == ("policy", cover.id)


def test_a_policy_is_renewed_for_the_year_after_for_the_same_children(hand: Hand) -> None:
    policy = hand.desk.book.state.endings[0].policy
    hand.desk.open_record("policy", policy.id)
    hand.desk.record.buttons["insure"].click()
    values = {key: hand.desk.form.fields[key].value() for key in ("insurer", "from_day", "until_day")}
    assert values == {"insurer": "平安养老保险", "from_day": "2026-12-13", "until_day": "2027-12-12"}
    hand.enter()
    assert hand.desk.book.state.endings == [] and hand.failed == []


def test_a_wish_is_written_down_met_and_opened_again(hand: Hand) -> None:
    hand.desk.list.choose(books.WISHES)
    hand.desk.list.focus_list()
    hand.key(K.Key_F4)
    hand.type_into("wish", "想有一个足球")
    hand.tick(1)
    hand.enter()
    wish = next(one for one in hand.store.gifts.wishes() if one.wish == "想有一个足球")
    assert wish.said_on == TODAY and hand.desk.record.what == ("wish", wish.id)
    hand.enter()
    hand.type_into("how", "镇上的店送的")
    hand.type_into("donor", "爱心小店")
    hand.enter()
    met = next(one for one in hand.store.gifts.wishes() if one.id == wish.id)
    assert (met.met_on, met.how) == (TODAY, "镇上的店送的")
    assert "爱心小店" in [one.name for one in hand.store.gifts.donors()]
    hand.desk.record.buttons["reopen"].click()
    assert next(one for one in hand.store.gifts.wishes() if one.id == wish.id).met_on is None


def test_the_wishes_of_who_has_left_hang_on_no_wall(hand: Hand) -> None:
    wish = hand.desk.book.state.open_wishes[0]
    child = hand.session.snapshot.children[wish.child_id]
    hand.session.apply("转出", edits.transfer_out(child, TODAY - timedelta(1), "县里", "转出"))
    assert wish.id not in [one.id for one in hand.desk.book.state.open_wishes]
    job = wish_scopes(hand.session)[0].job  # type: ignore[attr-defined]
    assert wish.id not in [one.id for one in job.wishes] and len(job.wishes) == 5
    hand.desk.list.choose(books.WISHES)
    assert hand.desk.list.wishes.rows()[-1] == wish.id


def test_donors_have_all_they_gave_goods_of_the_ledger_too(hand: Hand) -> None:
    state = hand.desk.book.state
    shop = next(one for one in state.given.values() if one.donor.name == "县新华书店")
    assert len(shop.goods) == 10 and shop.worth(state.prices()) > 0
    hand.desk.list.choose(books.DONORS)
    hand.desk.open_row(shop.donor.id)
    hand.key(K.Key_F2)
    hand.type_into("phone", "13800132207")
    hand.type_into("contact", "周经理")
    hand.enter()
    donor = next(one for one in hand.store.gifts.donors() if one.name == "县新华书店")
    assert (donor.contact, donor.phone) == ("周经理", "13800132207")


def test_a_donor_entered_twice_becomes_one(hand: Hand) -> None:
    state = hand.desk.book.state
    ids = {one.name: one.id for one in state.donors}
    hand.desk.open_record("donor", ids["春苗公益服务中心"])
    hand.desk.record.buttons["unite"].click()
    hand.type_into("into", "没有这位")
    hand.enter()
    assert "没有这位捐赠人" in hand.desk.form.fields["into"].error()
    hand.type_into("into", "县妇联")
    hand.enter()
    assert [one.name for one in hand.store.gifts.donors()] == sorted(set(ids) - {"春苗公益服务中心"})
    assert hand.desk.record.what == ("donor", ids["县妇联"])
    umbrella = next(one for one in hand.store.gifts.gifts() if one.what == "雨伞")
    assert umbrella.donor_id == ids["县妇联"] and hand.label() == "把捐赠人春苗公益服务中心并到县妇联"
    hand.session.undo()
    assert len(hand.store.gifts.donors()) == 5


def test_the_search_finds_a_child_among_gifts_and_says_when_nothing_is(hand: Hand) -> None:
    name = hand.desk.book.child_name(hand.desk.book.state.covers[0].child_id)
    hand.desk.list.choose(books.COVER)
    every = len(hand.desk.list.shown().rows())
    hand.page.search()
    hand.write(name)
    hand.desk.list.search.searched.emit(name)
    assert 0 < len(hand.desk.list.shown().rows()) < every
    hand.desk.list.search.searched.emit("没有的")
    assert hand.desk.list.shown().rows() == []


def test_delete_and_the_way_to_the_ledger(hand: Hand) -> None:
    goods = next(iter(hand.desk.book.state.goods))
    hand.desk.open_record("goods", goods)
    asset = hand.desk.book.state.goods[goods].asset_id
    hand.desk.record.buttons["ledger"].click()
    assert hand.window.page is not None and hand.window.page.here() == asset
    hand.window.go("gifts")
    donation = next(one for one in hand.desk.book.state.donations.values() if one.first.what == "书包")
    hand.desk.open_record("donation", donation.id)
    hand.desk.record.buttons["delete"].click()
    assert not [one for one in hand.store.gifts.gifts() if one.what == "书包"]
    hand.session.undo()
    assert len([one for one in hand.store.gifts.gifts() if one.what == "书包"]) == 12


def test_ctrl_p_prints_what_is_on_screen(hand: Hand) -> None:
    def printed() -> tuple[str, str]:
        hand.key(K.Key_P, CONTROL)
        page = hand.window.page
        assert isinstance(page, PrintPage)
        found = page.panel.layouts.current(), page.panel.scope.value()
        hand.key(K.Key_Escape)
        return found

    hand.desk.list.focus_list()
    assert printed() == ("thanks", "owed")
    donation = next(one for one in hand.desk.book.state.donations.values() if one.first.what == "雨伞")
    hand.desk.open_record("donation", donation.id)
    hand.desk.record.go.setFocus()
    assert printed() == ("receipt", f"donation:{donation.id}")
    hand.desk.list.choose(books.COVER)
    hand.desk.list.focus_list()
    assert printed() == ("receipt", f"policy:{hand.desk.list.shown().current()}")
    hand.desk.list.choose(books.WISHES)
    hand.desk.list.focus_list()
    assert printed() == ("wishes", "wall")


@pytest.mark.parametrize("errand", [Errand(GIVE), Errand(GIVE, 3, 4), Errand(INSURE, 12)])
def test_a_form_is_found_again_by_the_key_of_its_draft(errand: Errand) -> None:
    assert errand_of(errand.key) == errand and errand_of("gifts.letter.donor:5") is None


def test_after_the_lock_one_is_back_in_the_form_or_letter(hand: Hand) -> None:
    hand.desk.ask(Errand(GIVE))
    hand.type_into("what", "米")
    hand.session.drafts.flush()
    hand.desk.form.errand = None
    assert hand.page.resume() and hand.desk.form.fields["what"].value() == "米"
    hand.page.back()
    donor = hand.desk.book.state.owed[0].donor
    hand.desk.write_letter(f"donor:{donor.id}")
    hand.key(K.Key_End, CONTROL)
    hand.write("又及。")
    hand.session.drafts.flush()
    assert hand.page.resume() and hand.desk.letter.text.value().endswith("又及。")


def test_two_of_one_name_in_a_class_are_told_apart(hand: Hand) -> None:
    book, snapshot = hand.desk.book, hand.session.snapshot
    seen: dict[tuple[str, str], list[int]] = {}
    for key in sorted(one for one in snapshot.children if book.class_name(one)):
        seen.setdefault((book.class_name(key), book.child_name(key)), []).append(key)
    doubled = next(keys for keys in seen.values() if len(keys) == 2)
    alone = next(keys[0] for keys in seen.values() if len(keys) == 1)
    told = book.names_apart([*doubled, alone])
    assert told[alone] == book.child_name(alone) and len(set(told.values())) == 3
    for key in doubled:
        child = snapshot.children[key]
        assert told[key] == f"{child.name}（{child.sex}，{int(child.birth[:4])}年{int(child.birth[5:7])}月生）"
    assert book.names_apart(doubled[:1]) == {doubled[0]: book.child_name(doubled[0])}, "alone in a list its name is enough"


@pytest.mark.parametrize(("segment", "sheets"), [
    (books.GIVEN, ["捐赠登记表", "捐赠人", "领取明细"]), (books.BARE, ["保险登记表", "没有保险的孩子"]),
    (books.WISHES, ["心愿登记表"]),
])  # fmt: skip
def test_the_list_on_screen_as_excel(
    hand: Hand, segment: str, sheets: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    names: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        names.append(name)
        return str(tmp_path / "表.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    hand.desk.list.choose(segment)
    hand.page.export()
    qtbot.waitUntil((tmp_path / "表.xlsx").exists, timeout=10_000)
    qtbot.waitUntil(lambda: not hand.page._work.busy)
    found = hand.session.disk.read_table(tmp_path / "表.xlsx")
    assert [one.name for one in found.sheets] == sheets and "留守" not in names[0]
    first = found.sheets[0].rows
    state = hand.desk.book.state
    if segment == books.GIVEN:
        head = next(row for row in first if row[0] == "序号")
        line = next(row for row in first if row[head.index("捐了什么")] == "雨伞")
        told = [line[head.index(name)] for name in ("数量", "单位", "单价（元）", "一共值（元）")]
        assert told == [24, "把", 35, 840], "sums are numbers that can be added up"
        parts = [str(row[0]) for row in first if str(row[0])[:2] in ("一、", "二、")]
        given = sum(one.worth or 0 for one in state.donations.values())
        assert f"{len(state.donations)} 笔" in parts[0] and yuan_word(given) in parts[0]
        pieces = sum(one.count for one in state.goods.values())
        assert f"{len(state.goods)} 笔，{pieces} 件" in parts[1]
        whole = next(row for row in first if row[0] == "合计")
        assert any(f"{len(state.donations) + len(state.goods)} 笔" in str(cell) for cell in whole)
    listed = {books.GIVEN: len(state.donations) + len(state.goods), books.BARE: len(state.covers),
              books.WISHES: len(state.wishes)}[segment]  # fmt: skip
    assert sum(isinstance(row[0], int | float) for row in first) == listed
    if segment == books.GIVEN:
        # Ten titles of books that came on one day are one time.
        table = [row for row in found.sheets[1].rows if any(row)]
        place = next(row for row in table if row[0] == "序号").index("捐过几次")
        times = {row[1]: row[place] for row in table}
        books_given = next(one for one in state.given.values() if one.donor.name == "县新华书店")
        assert len(books_given.goods) > 1 and len({one.day for one in books_given.goods}) == 1
        assert times["县新华书店"] == books_given.times == 1
        assert all(times[one.donor.name] == len(one.days) for one in state.given.values())
    if segment == books.BARE:
        assert sum(isinstance(row[0], int | float) for row in found.sheets[1].rows) == len(state.bare)
