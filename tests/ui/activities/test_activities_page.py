"""An activity from the first key to the file: planned, held, a contest, deleted, taken back, half typed."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from app import edits
from app.activities import HELD, PLANNED
from app.care import NOT_REACHED, REACHED
from app.edits import Told
from tests.ui.activities.conftest import ALT, Hand, Open
from tests.ui.children.conftest import TODAY
from tests.ui.hands import CONTROL
from ui.activities.desk import DRAFT
from ui.activities.page import ActivitiesPage
from ui.activities.parts import CONTEST, PEOPLE, RESULT
from ui.contacts.page import ContactsPage
from ui.paper.activity_form import ActivityJob
from ui.paper.activity_wall import WallJob
from ui.paper.print_page import PrintPage
from ui.pieces.fields import ComboField

IN_A_WEEK = TODAY + timedelta(days=7)


def plan(hand: Hand, theme: str = "ge yong bi sai", day: date = IN_A_WEEK) -> None:
    """F4, theme, day, 计划里, an agenda of two steps, Ctrl+Enter."""
    hand.grid.setFocus()
    hand.key(Qt.Key.Key_F4)
    assert hand.page.in_desk()
    hand.write(theme)
    hand.fill("day", day.isoformat())
    hand.click(hand.desk.facts.state.row.button(PLANNED))
    hand.desk.agenda.edit_cell(-1, "at_time")
    for text in ("1430", "kai chang", "li", "1500", "bi sai", ""):
        hand.cell(text)
    hand.desk.agenda.setFocus()
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert not hand.page.in_desk(), hand.failed


def test_a_plan_is_listed_first_and_is_nothing_done(hand: Hand) -> None:
    before = hand.session.due()
    plan(hand)
    (held,) = hand.all()
    assert (held.state, held.theme, held.record.day, held.record.outcome) == (
        PLANNED, "ge yong bi sai", IN_A_WEEK, NOT_REACHED,
    )  # fmt: skip
    assert held.activity is not None
    assert [(one.at_time, one.what, one.who) for one in held.activity.agenda] == [
        ("14:30", "kai chang", "li"), ("15:00", "bi sai", ""),
    ]  # fmt: skip
    assert hand.label() == "计划活动“ge yong bi sai”"
    assert hand.grid.current() == held.record.id
    ledger = hand.session.store.ledger
    assert ledger.between(date(2026, 1, 1), date(2027, 1, 1)) == []
    assert ledger.contacts(date(2026, 1, 1), date(2027, 1, 1)) == []
    assert ledger.contacts_of([held.record.id]) == []
    assert before is not None and hand.session.due() is not None
    hand.window.go("contacts")
    assert hand.window.page is not None
    hand.window.go("activities")
    assert hand.listing.segments.button("all").count == 1


def test_it_is_held_with_children_ticked_and_counts_then(hand: Hand) -> None:
    plan(hand)
    (held,) = hand.all()
    hand.key(Qt.Key.Key_Return)
    assert hand.desk.number() == held.record.id
    hand.click(hand.desk.facts.state.row.button(HELD))
    hand.click(hand.desk.go)
    assert hand.failed == ["没有存下：这一天还没到，只能放在计划里。"]
    hand.fill("day", TODAY.isoformat())
    hand.key(Qt.Key.Key_F6)
    assert hand.desk.parts.current() == PEOPLE
    scope = hand.desk.people.scope
    scope.editor.setFocus()
    while scope.value() != str(hand.ids["三（1）班"]):
        hand.key(Qt.Key.Key_Down)
        scope.commit()
    hand.click(hand.desk.people.list.all)
    assert hand.desk.parts.button(PEOPLE).count == 3
    hand.desk.show_part(RESULT)
    hand.write("hen hao")
    hand.fill("spent", "36.5")
    hand.key(Qt.Key.Key_Return, CONTROL)
    (held,) = hand.all()
    assert (held.state, held.record.outcome, held.record.summary) == (HELD, REACHED, "hen hao")
    came = {one.child_id for one in held.record.participants}
    assert came == {hand.ids[name] for name in ("周雨桐", "罗子轩", "田小禾")}
    assert held.activity is not None and held.activity.spent_fen == 3650
    assert {one.child_id for one in hand.session.store.ledger.contacts_of([held.record.id])} == came
    assert hand.session.store.ledger.lately(hand.ids["周雨桐"], 5)[0].id == held.record.id
    assert hand.label() == "修改活动“ge yong bi sai”"
    hand.key(Qt.Key.Key_Z, CONTROL)
    (held,) = hand.all()
    assert held.state == PLANNED and not held.record.participants
    assert hand.session.store.ledger.contacts_of([held.record.id]) == []


def test_a_contest_is_keyed_in_and_ranked(hand: Hand) -> None:
    plan(hand, day=TODAY)
    hand.key(Qt.Key.Key_Return)
    hand.click(hand.desk.facts.state.row.button(HELD))
    hand.desk.show_part(PEOPLE)
    hand.click(hand.desk.people.list.all)
    hand.desk.show_part(CONTEST)
    contest = hand.desk.contest
    hand.click(contest.fill)
    assert len(contest.grid.lines()) == 6 and not contest.fill.isEnabled()
    scores = ("9.5", "8", "9.5", "7", "", "9.8")
    for key, score in zip(list(contest.grid.lines()), scores, strict=True):
        contest.grid.edit_cell(key, "score")
        hand.cell(score)
    hand.click(contest.rank)
    hand.click(hand.desk.go)
    (held,) = hand.all()
    assert held.activity is not None and len(held.record.participants) == 6
    found = {one.score: one.prize for one in held.activity.entries}
    assert found == {"9.8": "第 1 名", "9.5": "第 2 名", "8": "第 4 名", "7": "第 5 名", "": ""}
    assert {one.child_id for one in held.activity.entries} == {one.child_id for one in held.record.participants}


def test_a_line_is_moved_and_taken_out_by_keys(hand: Hand) -> None:
    plan(hand)
    (held,) = hand.all()
    assert held.activity is not None
    first, second = (one.id for one in held.activity.agenda)
    hand.key(Qt.Key.Key_Return)
    hand.desk.agenda.edit_cell(second, "what")
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_Return, CONTROL)
    (held,) = hand.all()
    assert held.activity is not None and [one.id for one in held.activity.agenda] == [second, first]
    hand.key(Qt.Key.Key_Return)
    hand.desk.agenda.edit_cell(first, "what")
    hand.key(Qt.Key.Key_Delete, CONTROL)
    hand.key(Qt.Key.Key_Return, CONTROL)
    (held,) = hand.all()
    assert held.activity is not None and [one.id for one in held.activity.agenda] == [second]


def test_what_was_logged_as_a_record_is_filled_up_here(hand: Hand) -> None:
    told = Told("class_meeting", TODAY, summary="路上怎么走。讲了三件事", class_id=hand.ids["三（1）班"])
    record = hand.session.apply("记", edits.log_care(told, [hand.ids["周雨桐"]])).ids["record"]
    assert hand.grid.rows() == [record]
    hand.key(Qt.Key.Key_Return)
    assert hand.desk.heading.text() == "路上怎么走"
    hand.fill("host", "li lao shi")
    hand.key(Qt.Key.Key_Return, CONTROL)
    (held,) = hand.all()
    assert held.record.id == record and held.record.summary == told.summary and held.record.class_id == told.class_id
    assert held.activity is not None and held.activity.host == "li lao shi"


def test_a_working_meeting_names_no_child_and_has_minutes(hand: Hand) -> None:
    hand.key(Qt.Key.Key_F4)
    kind = hand.desk.fields["kind"]
    assert isinstance(kind, ComboField)
    kind.editor.setFocus()
    hand.key(Qt.Key.Key_End)
    kind.commit()
    assert hand.desk.parts.button(PEOPLE).isHidden() and hand.desk.parts.button(CONTEST).isHidden()
    assert hand.desk.go.label() == "记下会议"
    hand.fill("theme", "an pai jia fang")
    hand.key(Qt.Key.Key_F6)
    assert hand.desk.parts.current() == RESULT
    hand.write("yi")
    hand.fill("write_up", "ji yao")
    hand.key(Qt.Key.Key_Return, CONTROL)
    (held,) = hand.all()
    assert (held.record.kind, held.record.participants) == ("work_meeting", ())
    assert held.activity is not None and held.activity.write_up == "ji yao"
    hand.listing.segments.choose("activity")
    assert hand.grid.rows() == []
    hand.listing.segments.choose("meeting")
    assert hand.grid.rows() == [held.record.id]


def test_nothing_is_stored_without_a_theme_and_the_wrong_field_gets_the_cursor(hand: Hand) -> None:
    hand.key(Qt.Key.Key_F4)
    hand.click(hand.desk.go)
    assert hand.failed == ["没有存下：先写主题。"] and hand.page.in_desk()
    hand.fill("theme", "x")
    hand.fill("budget", "abc")
    hand.desk.show_part(RESULT)
    hand.click(hand.desk.go)
    assert hand.all() == [] and hand.desk.fields["budget"].isVisible() and hand.desk.fields["budget"].error()


def test_it_is_deleted_with_all_it_has_and_comes_back(hand: Hand) -> None:
    plan(hand)
    (held,) = hand.all()
    hand.key(Qt.Key.Key_Return)
    hand.click(hand.desk.delete)
    assert hand.all() == [] and not hand.page.in_desk()
    assert hand.label() == "删除活动“ge yong bi sai”"
    hand.grid.setFocus()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert hand.all() == [held]


def test_what_is_half_typed_outlives_the_program(hand: Hand, opened: Open) -> None:
    hand.key(Qt.Key.Key_F4)
    hand.write("mei xie wan")
    hand.desk.agenda.edit_cell(-1, "what")
    hand.cell("di yi")
    hand.desk.show_part(PEOPLE)
    hand.click(hand.desk.people.list.all)
    hand.session.drafts.flush()
    again = opened()
    assert again.session.drafts.opened() == f"{DRAFT}0"
    page = again.page
    assert isinstance(page, ActivitiesPage) and page.resume()
    assert page.desk.fields["theme"].value() == "mei xie wan"
    assert [texts["what"] for texts in page.desk.agenda.lines().values()] == ["di yi"]
    assert len(page.desk.people.ticked()) == 6 and page.desk.parts.current() == PEOPLE
    assert again.all() == []


def test_what_is_half_typed_of_one_is_not_lost_over_another(hand: Hand) -> None:
    for theme in ("yi", "er"):
        plan(hand, theme)
    first, second = (one.record.id for one in reversed(hand.all()))
    for record, text in ((first, "gai yi"), (second, "gai er")):
        hand.page.open_record(record)
        hand.fill("theme", text)
        hand.page.close_desk()
    hand.page.open_record(first)
    assert hand.desk.fields["theme"].value() == "gai yi"
    hand.page.open_record(second)
    assert hand.desk.fields["theme"].value() == "gai er"
    assert {one.theme for one in hand.all()} == {"yi", "er"}


def test_it_is_found_by_the_initials_of_its_theme(hand: Hand) -> None:
    for theme in ("唱歌比赛", "剪纸"):
        told = Told("activity", TODAY, summary=theme)
        hand.session.apply("记", edits.log_care(told, [hand.ids["周雨桐"]]))
    hand.grid.setFocus()
    hand.write("cgbs")
    assert [hand.listing.held[row].theme for row in hand.grid.rows()] == ["唱歌比赛"]
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.grid.rows()) == 2


def test_a_record_of_the_log_leads_here_and_ctrl_p_to_its_paper(hand: Hand) -> None:
    told = Told("lecture", TODAY, summary="防溺水讲座")
    record = hand.session.apply("记", edits.log_care(told, [hand.ids["周雨桐"]])).ids["record"]
    hand.window.go("contacts", {"record": record})
    contacts = hand.window.page
    assert isinstance(contacts, ContactsPage)
    hand.click(contacts.record.more)
    assert hand.window.page is hand.page and hand.desk.number() == record
    hand.click(hand.desk.print)
    printing = hand.window.page
    assert isinstance(printing, PrintPage)
    job = printing.job()
    assert isinstance(job, ActivityJob) and job.held is not None and job.held.record.id == record
    assert (job.paper, [child.name for child in job.children]) == ("activity_record", ["周雨桐"])
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.page is hand.page
    hand.page.back()
    hand.page.print_out()
    assert hand.window.page is printing and isinstance(printing.job(), WallJob)


def test_of_two_children_of_one_name_the_right_one_sings(hand: Hand) -> None:
    child = hand.session.snapshot.children[hand.ids["解志强"]]
    hand.session.apply("改名", edits.set_child_field(child, "name", "周雨桐"))
    plan(hand, day=TODAY)
    hand.key(Qt.Key.Key_Return)
    hand.desk.show_part(CONTEST)
    grid = hand.desk.contest.grid
    grid.edit_cell(-1, "who")
    hand.say("周雨桐 四（1）班")
    grid.edit_cell(-2, "who")
    hand.say("三（1）班小合唱")
    hand.click(hand.desk.go)
    (held,) = hand.all()
    assert held.activity is not None
    assert [(one.child_id, one.name) for one in held.activity.entries] == [
        (hand.ids["解志强"], ""), (None, "三（1）班小合唱"),
    ]  # fmt: skip
    assert [one.child_id for one in held.record.participants] == [hand.ids["解志强"]]


def test_a_plan_whose_day_has_passed_is_asked_for(hand: Hand) -> None:
    plan(hand, "chun you", TODAY - timedelta(days=1))
    assert hand.listing.head.heading.text() == "chun you：到了日子，办了没有？"
    hand.key(Qt.Key.Key_Return)
    hand.click(hand.desk.facts.state.row.button(HELD))
    hand.click(hand.desk.go)
    assert hand.listing.head.heading.text() == "活动"
