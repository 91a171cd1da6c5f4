"""Pairing by the proposal, by hand and by carrying a child over; what is refused; undo."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import edits
from app.pairing import MENTOR, PEER
from tests.ui.children.conftest import TODAY
from tests.ui.hands import CONTROL, NONE
from tests.ui.pairings.conftest import Hand, Open


def test_the_heading_the_rail_and_the_panel_say_who_has_nobody(hand: Hand) -> None:
    assert hand.desk.list.head.heading.text() == "还有 4 个孩子没有代理家长"
    assert hand.window.rail.tabs["pairings"].accessibleName() == "结对帮扶 4"
    assert hand.desk.list.head.sentence.words().startswith("1 位老师带 1 个孩子")
    names = [hand.session.snapshot.children[key].name for key in hand.desk.unpaired.grid.rows()]
    assert set(names) == {"罗子轩", "解志强", "麻金凤", "冉雪梅"}
    row = hand.desk.unpaired.grid.rows().index(hand.ids["罗子轩"])
    spoken = hand.desk.unpaired.grid.model().index(row, 0).data()
    assert "罗子轩" in spoken and "李秀兰" in spoken and "同班班主任，还能带 4 个" in spoken


def test_all_are_paired_as_proposed_by_one_key_and_taken_back_by_one(hand: Hand) -> None:
    before = hand.session.store.snapshot()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.mentors() == {
        "周雨桐": "李秀兰", "罗子轩": "李秀兰", "解志强": "张敏", "麻金凤": "张敏", "冉雪梅": "张敏",
    }  # fmt: skip
    assert hand.label() == "给 4 个孩子配老师"
    assert "Ctrl+Z 撤回" in hand.window.foot.said()
    assert hand.window.rail.tabs["pairings"].accessibleName() == "结对帮扶"
    assert hand.desk.list.head.heading.text() == "结对帮扶"
    assert not hand.desk.unpaired.go.isEnabled()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert hand.session.store.snapshot() == before
    assert hand.desk.list.head.heading.text() == "还有 4 个孩子没有代理家长"


def test_one_is_paired_by_its_button_and_one_by_enter(hand: Hand) -> None:
    grid = hand.desk.unpaired.grid
    hand.click_at(grid.viewport(), grid.button_rect(hand.ids["解志强"]))
    assert hand.mentors()["解志强"] == "张敏"
    assert hand.ids["解志强"] not in grid.rows()
    grid.setFocus()
    grid.set_current(hand.ids["罗子轩"])
    hand.key(Qt.Key.Key_Return)
    assert hand.mentors()["罗子轩"] == "李秀兰"
    assert hand.label() == "给罗子轩结对：李秀兰"


def test_a_teacher_is_chosen_by_hand_with_keys_alone(hand: Hand) -> None:
    grid = hand.desk.unpaired.grid
    grid.setFocus()
    grid.set_current(hand.ids["罗子轩"])
    hand.key(Qt.Key.Key_Space)
    assert hand.page.doings.acts.chooser.isVisible()
    hand.write("wjg")
    hand.key(Qt.Key.Key_Return)
    assert hand.mentors()["罗子轩"] == "王建国"
    assert not hand.page.doings.acts.chooser.isVisible()


def test_a_child_is_carried_from_the_panel_to_a_teacher(hand: Hand) -> None:
    hand.drag(hand.waiting("解志强"), "李秀兰")
    assert hand.mentors()["解志强"] == "李秀兰"
    assert hand.failed == []


def test_a_child_is_carried_from_one_teacher_to_another_and_the_first_stays_in_its_history(hand: Hand) -> None:
    hand.desk.choose_segment("room")
    hand.drag(hand.child_of("李秀兰", "周雨桐"), "王建国")
    assert hand.mentors()["周雨桐"] == "王建国"
    old, new = [one for one in hand.session.snapshot.pairings if one.child_id == hand.ids["周雨桐"]]
    assert (old.until_day, old.why_ended, new.from_day) == (TODAY, "换给王建国", TODAY)
    assert hand.label() == "周雨桐从李秀兰换给王建国"
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert hand.mentors()["周雨桐"] == "李秀兰"


def test_a_child_let_go_beside_or_with_esc_goes_back(hand: Hand) -> None:
    hand.desk.choose_segment("room")
    before = hand.session.store.snapshot()
    view, at = hand.child_of("李秀兰", "周雨桐")
    hand.lift((view, at))
    assert hand.page.doings.dragging.is_on()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, QPoint(-300, 20))
    assert not hand.page.doings.dragging.is_on()
    hand.lift((view, at))
    hand.key(Qt.Key.Key_Escape)
    assert not hand.page.doings.dragging.is_on()
    target = hand.row("王建国")
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, target)
    assert hand.session.store.snapshot() == before


def test_a_click_on_a_name_opens_the_child_and_one_beside_it_the_teacher(hand: Hand) -> None:
    view, at = hand.child_of("李秀兰", "周雨桐")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, at)
    assert hand.desk.panel is hand.desk.child and hand.desk.child.child_id == hand.ids["周雨桐"]
    hand.key(Qt.Key.Key_Escape)
    assert hand.desk.panel is hand.desk.unpaired
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, hand.row("李秀兰"))
    assert hand.desk.panel is hand.desk.helper and hand.desk.helper.name.text() == "李秀兰"


def test_the_limit_is_changed_in_place_and_never_exceeded(hand: Hand) -> None:
    limit = hand.desk.list.limit
    hand.click(limit.change)
    hand.write("1")
    hand.key(Qt.Key.Key_Return)
    assert hand.desk.circle.limit == 1
    assert limit.words.text() == "每位老师最多带 1 个"
    assert "1 位已带满" in hand.desk.list.head.sentence.words()
    hand.drag(hand.waiting("罗子轩"), "李秀兰")
    assert hand.failed == ["李秀兰已经带满 1 个。先把每位老师的上限改大，或者换一位老师。"]
    assert "罗子轩" not in hand.mentors()
    assert hand.desk.unpaired.go.label() == "2 个都按建议配对"
    hand.desk.unpaired.go.setFocus()
    hand.key(Qt.Key.Key_Return)
    assert sorted(hand.mentors().values()) == ["张敏", "李秀兰", "王建国"]
    assert hand.desk.unpaired.after.words == "2 个没有人能带了，把上限改大"


def test_nobody_on_leave_is_proposed_or_takes_a_child(hand: Hand) -> None:
    staff = next(one for one in hand.session.snapshot.staff if one.name == "张敏")
    hand.session.apply("请假", edits.go_on_leave(staff, TODAY, None, "产假"))
    assert all(one.helper_id != staff.id for one in hand.desk.circle.lacking(MENTOR))
    assert staff.id not in hand.grid.rows()
    hand.session.apply("结对", edits.pair(hand.ids["解志强"], MENTOR, TODAY, hand.session.snapshot.pairings,
                                        staff_id=staff.id))  # fmt: skip
    hand.drag(hand.waiting("罗子轩"), "张敏")
    assert hand.failed == ["张敏请假了，请换一位老师。"]
    assert hand.desk.list.head.sentence.words().endswith("1 位老师要交接")


def test_a_classmate_becomes_a_helper(hand: Hand) -> None:
    hand.click(hand.desk.unpaired.roles.button(PEER))
    assert hand.desk.unpaired.heading.isVisible()
    grid = hand.desk.unpaired.grid
    grid.setFocus()
    grid.set_current(hand.ids["周雨桐"])
    hand.key(Qt.Key.Key_Return)
    peer = hand.pairing("周雨桐")
    assert (peer.role, peer.peer_id) == (PEER, hand.ids["田小禾"]), "the classmate whose parents are at home"
    hand.click(hand.desk.list.segments.button("peers"))
    assert [hand.desk.circle.board.row(key).name for key in hand.grid.rows()] == ["田小禾"]  # type: ignore[union-attr]
    assert hand.desk.list.segments.button("peers").accessibleName() == "学习帮手 1"


def test_wishes_are_remembered(hand: Hand, opened: Open) -> None:
    assert hand.desk.circle.wishes.same_village and not hand.desk.circle.wishes.same_sex
    hand.click(hand.desk.unpaired.sex)
    hand.click(hand.desk.unpaired.village)
    again = opened()
    assert again.desk.unpaired.sex.isChecked() and not again.desk.unpaired.village.isChecked()
    assert again.desk.circle.wishes.same_sex and not again.desk.circle.wishes.same_village


def test_typing_finds_helpers_by_name_by_child_and_by_number(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.grid.setFocus()
    for typed, found in (("zm", ["张敏"]), ("zyt", ["李秀兰"]), ("7715", ["李秀兰", "张敏"]), ("xzq", ["张敏"])):
        hand.desk.list.search.setFocus()
        hand.desk.list.search.clear()
        hand.write(typed)
        assert [hand.desk.circle.board.row(key).name for key in hand.grid.rows()] == found  # type: ignore[union-attr]
    hand.desk.list.search.clear()
    assert len(hand.grid.rows()) == 2


def test_in_a_narrow_window_nothing_is_accepted_unseen(opened: Open) -> None:
    hand = opened(911, 465)
    assert hand.desk.list.isVisible() and not hand.desk.unpaired.isVisible()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.mentors() == {"周雨桐": "李秀兰"}
    assert hand.desk.unpaired.isVisible() and not hand.desk.list.isVisible()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert len(hand.mentors()) == 5
    hand.key(Qt.Key.Key_Escape)
    assert hand.desk.list.isVisible()


def test_without_staff_the_filled_button_leads_to_the_list_of_staff(hand: Hand) -> None:
    snapshot = hand.session.snapshot
    hand.session.apply("删", [change for one in snapshot.staff for change in edits.delete_staff(one, snapshot)])
    assert hand.desk.unpaired.go.label() == "去添老师"
    hand.click(hand.desk.unpaired.go)
    assert hand.window.key == "settings"


def test_without_children_the_page_says_what_comes_first(hand: Hand) -> None:
    snapshot = hand.session.snapshot
    hand.session.apply("删", edits.delete_children(snapshot.children.values(), snapshot))
    assert hand.page.stack.currentWidget() is hand.page._nobody
    hand.click(hand.page.empty.buttons["roster"])
    assert hand.window.key == "roster"


def test_a_handover_dated_ahead_is_no_work_that_waits(hand: Hand) -> None:
    staff = next(one for one in hand.session.snapshot.staff if one.name == "李秀兰")
    monday = date(2026, 11, 30)
    to: dict[int, int | None] = {hand.ids["周雨桐"]: hand.ids["张敏"]}
    known = hand.session.snapshot
    hand.session.apply("交接", [*edits.hand_over_all(staff, monday, "调走", to, known),
                                *edits.staff_left(staff, monday, known.classes)])  # fmt: skip
    assert hand.mentors()["周雨桐"] == "李秀兰", "until Monday"
    assert hand.desk.circle.board.to_hand_over() == []
    assert hand.ids["周雨桐"] not in hand.desk.unpaired.grid.rows()
