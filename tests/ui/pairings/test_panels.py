"""A child and a helper beside the list: ending, priority, handing over one or all, help plans, reviews, drafts."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import edits
from app.changes import Insert
from app.pairing import MENTOR, PEER, VOLUNTEER
from tests.ui.children.conftest import TODAY
from tests.ui.hands import CONTROL
from tests.ui.pairings.conftest import Hand, Open
from ui.pairings.chooser import NEW
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.settings.page import SettingsPage
from ui.settings.staff import StaffSection


def open_child(hand: Hand, name: str) -> None:
    """By keys alone: the row, then the child, then Enter."""
    hand.grid.setFocus()
    for row in hand.grid.rows():
        hand.grid.set_current(row)
        helper = hand.desk.circle.board.row(row)
        assert helper is not None
        for charge in helper.charges:
            hand.key(Qt.Key.Key_Right)
            assert hand.grid.chosen() == charge.child.id
            if charge.child.name == name:
                hand.key(Qt.Key.Key_Return)
                assert hand.desk.child.child_id == charge.child.id
                return
    raise AssertionError(f"{name} is in no row")


def test_a_pair_ends_with_a_reason_by_keys_alone(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    button = hand.desk.child.blocks[0].buttons["end"]
    button.setFocus()
    hand.key(Qt.Key.Key_Return)
    form = hand.page.doings.forms.end
    assert form.isVisible()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible(), "without a reason it does not end"
    hand.write("ma ma hui lai le")
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert not form.isVisible()
    pairing = hand.pairing("周雨桐")
    assert (pairing.until_day, pairing.why_ended) == (TODAY, "ma ma hui lai le")
    assert hand.label() == "周雨桐和李秀兰不再结对"
    assert hand.window.rail.tabs["pairings"].accessibleName() == "结对帮扶 5"

    def in_history() -> bool:
        shown = [label.text() for label in hand.desk.child.findChildren(Label) if label.isVisible()]
        return any("李秀兰" in text and "ma ma hui lai le" in text for text in shown)

    hand.qtbot.waitUntil(in_history, timeout=3_000)
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert hand.pairing("周雨桐").until_day is None


def test_a_form_stays_open_while_its_choices_or_its_calendar_are(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.blocks[0].buttons["end"])
    form = hand.page.doings.forms.end
    why, day = form.fields["why"], form.fields["day"]
    assert isinstance(why, ComboField) and isinstance(day, DateField)
    why.editor.showPopup()
    hand.qtbot.waitUntil(why.editor.view().isVisible)
    QTest.keyClick(why.editor.view(), Qt.Key.Key_Down)
    QTest.keyClick(why.editor.view(), Qt.Key.Key_Return)
    assert form.isVisible() and why.value() == "父母回来了"
    hand.click(day.button)
    calendar = day.calendar()
    assert calendar is not None and calendar.isVisible() and form.isVisible()
    calendar.clicked.emit(QDate(2026, 11, 20))
    assert form.isVisible()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert (hand.pairing("周雨桐").until_day, hand.pairing("周雨桐").why_ended) == (date(2026, 11, 20), "父母回来了")


def test_what_is_half_typed_in_a_form_is_there_again(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.blocks[0].buttons["end"])
    hand.write("zhuan")
    QTest.mouseClick(hand.desk.list.head.heading, Qt.MouseButton.LeftButton)
    form = hand.page.doings.forms.end
    assert not form.isVisible() and hand.pairing("周雨桐").until_day is None
    hand.click(hand.desk.child.blocks[0].buttons["end"])
    assert form.fields["why"].value() == "zhuan"
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.pairing("周雨桐").why_ended == "zhuan"


def test_a_form_comes_back_after_the_program_ended(hand: Hand, opened: Open) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.blocks[0].buttons["end"])
    hand.write("zhuan")
    hand.session.drafts.flush()
    again = opened()
    assert again.session.drafts.page() == "pairings"
    assert again.page.resume()
    form = again.page.doings.forms.end
    assert form.isVisible() and form.fields["why"].value() == "zhuan"


def test_a_child_is_handed_to_another_teacher_by_keys_alone(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.desk.child.blocks[0].buttons["change"].setFocus()
    hand.key(Qt.Key.Key_Return)
    hand.write("zm")
    hand.key(Qt.Key.Key_Return)
    assert hand.mentors()["周雨桐"] == "张敏"


def test_what_a_pair_is_for_and_its_first_day_are_corrected(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.blocks[0].buttons["correct"])
    hand.write("shuxue")
    hand.key(Qt.Key.Key_Tab)
    hand.page.doings.forms.correct.fields["day"].focusProxy().selectAll()  # type: ignore[union-attr]
    hand.write("2026-10-8")
    hand.key(Qt.Key.Key_Return, CONTROL)
    pairing = hand.pairing("周雨桐")
    assert (pairing.focus, pairing.from_day, pairing.until_day) == ("shuxue", date(2026, 10, 8), None)
    assert hand.label() == "修改周雨桐和李秀兰的结对"


def test_a_record_is_begun_for_the_child_that_is_shown(hand: Hand) -> None:
    assert hand.page.child_shown() is None
    open_child(hand, "周雨桐")
    assert hand.page.child_shown() == hand.ids["周雨桐"]
    assert hand.page.keys()[0] == ("Ctrl+Enter", "写帮扶计划")
    hand.click(hand.desk.child.record)
    assert hand.window.key == "contacts"


def test_priority_is_set_with_a_reason_shown_and_cleared(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.priority)
    hand.write("zu mu bing zhong")
    hand.key(Qt.Key.Key_Return)
    (one,) = hand.session.snapshot.priorities
    assert (one.from_day, one.reason) == (TODAY, "zu mu bing zhong")
    assert hand.label() == "周雨桐列为重点帮扶"
    assert hand.desk.child.why.text() == "重点帮扶，从 11月24日 起：zu mu bing zhong"
    spoken = hand.grid.model().index(0, 2).data()
    assert "周雨桐，重点帮扶" in spoken
    hand.click(hand.desk.child.priority)
    assert hand.session.snapshot.priorities == () or hand.session.snapshot.priorities[0].until_day == TODAY
    assert "重点帮扶" not in hand.grid.model().index(0, 2).data()


def test_a_volunteer_is_written_by_name_and_found_again(hand: Hand) -> None:
    open_child(hand, "周雨桐")
    hand.click(hand.desk.child.ways[VOLUNTEER])
    chooser = hand.page.doings.acts.chooser
    hand.write("Zhang Zhishu")
    assert chooser.grid.rows() == [NEW]
    hand.key(Qt.Key.Key_Return)
    assert (hand.pairing("周雨桐").role, hand.pairing("周雨桐").helper_name) == (VOLUNTEER, "Zhang Zhishu")
    hand.desk.open_child(hand.ids["罗子轩"])
    hand.click(hand.desk.child.ways[VOLUNTEER])
    hand.write("zhang")
    hand.key(Qt.Key.Key_Return)
    assert hand.pairing("罗子轩").helper_name == "Zhang Zhishu"
    hand.desk.choose_segment("volunteers")
    assert len(hand.grid.rows()) == 1


def test_all_children_of_one_who_leaves_are_handed_over_in_one_step(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Return, CONTROL)
    before = hand.session.store.snapshot()
    hand.grid.setFocus()
    hand.grid.set_current(hand.ids["李秀兰"])
    hand.key(Qt.Key.Key_Return)
    assert hand.desk.helper.name.text() == "李秀兰"
    hand.click(hand.desk.helper.handover)
    panel = hand.desk.handover
    hand.click(panel.how.button("left"))
    panel.grid.setFocus()
    panel.grid.set_current(hand.ids["罗子轩"])
    assert hand.desk.found[hand.ids["罗子轩"]].helper_id == hand.ids["王建国"], "who has the fewest"
    hand.key(Qt.Key.Key_Return)
    hand.write("zm")
    hand.key(Qt.Key.Key_Return)
    assert panel.go.label() == "2 个都交接"
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.failed == []
    mentors = hand.mentors()
    assert (mentors["罗子轩"], mentors["周雨桐"]) == ("张敏", "王建国")
    staff = next(one for one in hand.session.snapshot.staff if one.name == "李秀兰")
    assert staff.left_on == TODAY
    assert all(one.why_ended == "调走" for one in hand.session.snapshot.pairings if one.staff_id == staff.id)
    assert hand.label() == "交接李秀兰的 2 个孩子"
    assert hand.desk.panel is hand.desk.unpaired
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert hand.session.store.snapshot() == before


def test_what_was_chosen_by_hand_takes_no_more_than_there_is_room(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.desk.circle.set_limit(3)
    hand.desk.open_handover(hand.ids["张敏"])
    a, b, c = (hand.ids[name] for name in ("解志强", "麻金凤", "冉雪梅"))
    hand.desk.handover.choose(a, hand.ids["李秀兰"])
    hand.desk.show_handover()
    got = [hand.desk.found[child].helper_id for child in (a, b, c)]
    assert got[0] == hand.ids["李秀兰"]
    assert set(got[1:]) == {hand.ids["王建国"]}, "two of 李秀兰, one by hand: she is full"


def test_leaving_in_the_settings_offers_the_handover(hand: Hand) -> None:
    hand.window.go("settings", "staff")
    page = hand.window.page
    assert isinstance(page, SettingsPage)
    section = page.section("staff")
    assert isinstance(section, StaffSection)
    section.staff.grid.edit_cell(hand.ids["李秀兰"], "name")
    hand.click(section.staff.leave)
    assert hand.window.key == "pairings"
    panel = hand.desk.handover
    assert hand.desk.panel is panel and panel.how.current() == "left"
    assert hand.session.snapshot.staff[0].left_on is None, "nothing is written before it is accepted"
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.mentors()["周雨桐"] in ("张敏", "王建国")
    assert hand.session.snapshot.staff[0].left_on == TODAY


def test_a_plan_is_written_with_goals_and_reviewed(hand: Hand) -> None:
    hand.session.apply("规则", [Insert("care_rule", {
        "key": "plan-review", "kinds": "plan_review", "owner": "mentor", "span": "month", "with_plan": 1})])  # fmt: skip
    child_id = hand.ids["周雨桐"]
    due = hand.session.due()
    assert due is not None and due.of_child(child_id) == []
    open_child(hand, "周雨桐")
    hand.desk.child.go.setFocus()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.page.in_plan()
    plan = hand.page.plan
    hand.write("shi zi shao")
    hand.key(Qt.Key.Key_Tab)
    hand.write("mei tian ting xie")
    plan.fields["from_day"].setFocus()
    plan.fields["from_day"].focusProxy().selectAll()  # type: ignore[union-attr]
    hand.write("2026-11-2")
    plan.grid.edit_cell(-1, "goal")
    for text, key in (("xie 20 zi", Qt.Key.Key_Tab), ("12.20", Qt.Key.Key_Tab)):
        hand.write(text)
        hand.key(key)
    hand.key(Qt.Key.Key_Return, CONTROL)
    (made,) = hand.session.snapshot.plans
    assert (made.situation, made.content, made.from_day) == ("shi zi shao", "mei tian ting xie", date(2026, 11, 2))
    assert [(goal.goal, goal.by_day) for goal in made.goals] == [("xie 20 zi", date(2026, 12, 20))]
    assert hand.label() == "写周雨桐的帮扶计划"
    assert not hand.page.in_plan() and hand.desk.panel is hand.desk.child
    due = hand.session.due()
    assert due is not None
    (standing,) = due.of_child(child_id)
    assert (standing.rule.key, standing.state, standing.owed_by) == ("plan-review", "open", hand.ids["李秀兰"])
    assert hand.desk.child.go.label() == "检查一次计划"
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.write("hui xie 12 ge")
    hand.key(Qt.Key.Key_Return, CONTROL)
    due = hand.session.due()
    assert due is not None and due.of_child(child_id)[0].state == "done"
    record = hand.session.store.ledger.of_child(child_id)[0]
    assert (record.kind, record.pairing_id, record.summary) == ("plan_review", hand.pairing("周雨桐").id, "hui xie 12 ge")


def test_a_half_written_plan_comes_back(hand: Hand, opened: Open) -> None:
    open_child(hand, "周雨桐")
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.write("shi zi shao")
    hand.page.plan.grid.edit_cell(-1, "goal")
    hand.write("xie 20 zi")
    hand.window.page.leave()
    hand.session.drafts.flush()
    assert hand.session.snapshot.plans == ()
    again = opened()
    assert again.session.drafts.page() == "pairings" and again.page.resume()
    assert again.page.in_plan()
    assert again.page.plan.fields["situation"].value() == "shi zi shao"
    again.key(Qt.Key.Key_Return, CONTROL)
    (made,) = again.session.snapshot.plans
    assert [goal.goal for goal in made.goals] == ["xie 20 zi"]


def test_a_wrong_day_of_a_goal_is_said_and_nothing_is_stored(hand: Hand) -> None:
    hand.page.open_plan(hand.pairing("周雨桐").id)
    plan = hand.page.plan
    plan.grid.edit_cell(-1, "goal")
    hand.write("xie")
    hand.key(Qt.Key.Key_Tab)
    hand.write("nextyear")
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.session.snapshot.plans == ()
    assert plan.hint.text() == "日期没看懂，写成 2026-9-1"
    assert plan.grid.here() == (-1, "by_day")


def test_what_a_peer_tells_is_kept_with_the_pair(hand: Hand) -> None:
    hand.session.apply("结对", edits.pair(hand.ids["周雨桐"], PEER, date(2026, 9, 1), hand.session.snapshot.pairings,
                                        peer_id=hand.ids["田小禾"]))  # fmt: skip
    hand.desk.open_child(hand.ids["周雨桐"])
    peer = next(block for block in hand.desk.child.blocks if block.pairing.role == PEER)
    hand.click(peer.buttons["report"])
    hand.write("yi qi zuo zuo ye")
    hand.key(Qt.Key.Key_Return, CONTROL)
    record = hand.session.store.ledger.of_child(hand.ids["周雨桐"])[0]
    assert (record.kind, record.pairing_id, record.staff_id) == ("peer_report", peer.pairing.id, None)
    hand.desk.choose_segment("peers")
    assert hand.grid.model().index(0, 3).data() == "11月24日"


def test_a_pair_that_is_quiet_for_four_weeks_of_school_is_shown(hand: Hand) -> None:
    def talk(day: date) -> None:
        told = edits.Told("talk", day, staff_id=hand.ids["李秀兰"])
        hand.session.apply("谈心", edits.log_care(told, [hand.ids["周雨桐"]]))

    spoken = hand.grid.model().index(0, 2)
    assert "周没联系" in spoken.data()
    assert hand.desk.list.segments.button("quiet").accessibleName() == "久没联系 1"
    talk(TODAY - timedelta(days=28))
    assert "4 周没联系" in spoken.data()
    hand.click(hand.desk.list.segments.button("quiet"))
    assert hand.grid.rows() == [hand.ids["李秀兰"]]
    talk(TODAY - timedelta(days=20))
    assert hand.grid.rows() == []
    assert hand.desk.list.segments.button("quiet").accessibleName() == "久没联系 0"


def test_one_more_child_for_a_helper(hand: Hand) -> None:
    hand.desk.choose_segment("room")
    hand.grid.setFocus()
    hand.grid.set_current(hand.ids["王建国"])
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.write("mjf")
    hand.key(Qt.Key.Key_Return)
    assert hand.mentors()["麻金凤"] == "王建国"
    assert [block.charge.child.name for block in hand.desk.helper.blocks] == ["麻金凤"]


def test_the_arrows_go_from_helper_to_helper(hand: Hand) -> None:
    hand.desk.choose_segment("room")
    hand.grid.setFocus()
    hand.key(Qt.Key.Key_Home)
    hand.key(Qt.Key.Key_Return)
    first = hand.desk.helper.name.text()
    hand.key(Qt.Key.Key_Down)
    assert hand.desk.helper.name.text() != first
    hand.key(Qt.Key.Key_Escape)
    assert hand.desk.panel is hand.desk.unpaired
    assert hand.grid.hasFocus()


def test_the_page_follows_a_want(hand: Hand) -> None:
    hand.window.go("pairings", hand.ids["李秀兰"])
    assert hand.desk.helper.name.text() == "李秀兰"
    assert hand.page.here() == ("helper", hand.ids["李秀兰"])
    hand.window.go("pairings", ("child", hand.ids["罗子轩"]))
    assert hand.desk.child.child_id == hand.ids["罗子轩"]
    assert hand.desk.child.go.label() == "配给李秀兰"
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.mentors()["罗子轩"] == "李秀兰"
    hand.window.go("pairings", "volunteers")
    assert hand.desk.list.segments.current() == "volunteers"
    assert hand.session.snapshot.pairings[-1].role == MENTOR


def test_the_page_comes_back_to_its_plan_and_a_search_leaves_it(hand: Hand) -> None:
    hand.page.open_plan(hand.pairing("周雨桐").id)
    hand.write("shi")
    hand.window.go("roster")
    hand.window.go("pairings")
    assert hand.page.in_plan()
    assert hand.page.plan.fields["situation"].isAncestorOf(QApplication.focusWidget())
    assert hand.page.plan.fields["situation"].value() == "shi"
    hand.key(Qt.Key.Key_F, CONTROL)
    assert not hand.page.in_plan() and hand.desk.list.search.hasFocus()
    hand.window.go("pairings", ("child", hand.ids["罗子轩"]))
    assert hand.desk.child.child_id == hand.ids["罗子轩"]
    hand.window.go("pairings")
    hand.click(hand.desk.list.print)
    assert hand.window.key == "print"
