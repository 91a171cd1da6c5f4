"""Awards and stories from the first key to the file and to paper: many at once, prizes taken over, approved, undone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.care_index import SCHOOL_ITSELF
from app.care_rules import FULL
from app.edits import Told, add_child
from app.edits.activities import ActivityTold, EntryTold, Lines, set_activity
from app.edits.rules import use_preset
from app.honours import APPROVED, CASE, DRAFT, EXAMPLE
from app.standing import DONE, OPEN
from tests.ui.children.conftest import TODAY
from tests.ui.hands import CONTROL
from tests.ui.honours.conftest import Hand, Open
from ui.activities.page import ActivitiesPage
from ui.activities.parts import CONTEST
from ui.children.roster_page import RosterPage
from ui.honours.award_parts import AWARDS, PEOPLE
from ui.honours.listing import STORIES
from ui.honours.page import HonoursPage
from ui.honours.winners import Winner
from ui.paper.certificate import CertificateJob
from ui.paper.honour_list import HonourListJob
from ui.paper.print_page import PrintPage
from ui.paper.story_sheet import StoryJob


def give(hand: Hand, *names: str, award: str = "san hao") -> None:
    """F4, these ticked, the award written once, Ctrl+Enter."""
    hand.listing.grid().setFocus()
    hand.key(Qt.Key.Key_F4)
    hand.awards.people.tick([hand.ids[name] for name in names])
    hand.key(Qt.Key.Key_F6)
    hand.write(award, hand.awards.award.editor)
    hand.click(hand.awards.give)
    hand.key(Qt.Key.Key_Return, CONTROL)
    assert hand.page.in_list(), hand.failed


def contest(hand: Hand) -> int:
    """A contest with three prizes, one of them of a team."""
    entries = [EntryTold("", hand.ids["周雨桐"], "", "小螺号", "9.6", "第 1 名"),
               EntryTold("", hand.ids["罗子轩"], "", "", "9.1", "第 2 名"), EntryTold("合唱队", prize="第 3 名")]  # fmt: skip
    told = Told("activity", TODAY - timedelta(days=7))
    more = ActivityTold(theme="唱歌比赛", organizer="少先队")
    return hand.session.apply("比赛", set_activity(told, more, [], Lines(entries=entries), TODAY)).ids["record"]


def state(hand: Hand) -> str:
    """How the rule of the yearly honour stands."""
    due = hand.session.due()
    assert due is not None
    found = due.duties.standing("award", SCHOOL_ITSELF)
    assert found is not None
    return found.state


def test_many_at_once_meet_the_rule_of_the_year_and_are_taken_back_whole(hand: Hand) -> None:
    hand.session.apply("规则", use_preset(hand.session.snapshot.rules, FULL, TODAY))
    assert state(hand) == OPEN
    give(hand, "周雨桐", "罗子轩")
    assert {(one.child_id, one.name) for one in hand.all()} == {
        (hand.ids["周雨桐"], "san hao"), (hand.ids["罗子轩"], "san hao"),
    }  # fmt: skip
    assert hand.label() == "记下 2 个奖" and state(hand) == DONE
    assert hand.listing.awards.current() in {one.id for one in hand.all()}
    record = hand.session.store.ledger.record(hand.all()[0].record_id or 0)
    assert record is not None and record.summary == "表彰，2 个孩子得奖"
    hand.session.undo()
    assert hand.all() == [] and state(hand) == OPEN
    hand.session.redo()
    assert len(hand.all()) == 2 and state(hand) == DONE


def test_staff_and_children_are_written_by_name_and_who_is_not_known_gets_the_cursor(hand: Hand) -> None:
    hand.page.begin()
    hand.awards.show_part(AWARDS)
    lines = hand.awards.lines
    lines.show_lines({-1: {"who": "王建国", "award": "优秀教师"}, -2: {"who": "王小二", "award": "进步之星"}})
    assert not hand.awards.commit() and lines.here() == (-2, "who")
    lines.show_lines({-1: {"who": "王建国", "award": "优秀教师"}, -2: {"who": "周雨桐", "award": ""}})
    assert not hand.awards.commit() and lines.here() == (-2, "award")
    lines.show_lines({-1: {"who": "王建国", "award": "优秀教师"}, -2: {"who": "周雨桐", "award": "进步之星"}})
    assert hand.awards.commit()
    assert {(one.child_id, one.staff_id) for one in hand.all()} == {
        (None, hand.ids["王建国"]), (hand.ids["周雨桐"], None),
    }  # fmt: skip


def test_an_occasion_is_changed_and_deleted(hand: Hand) -> None:
    give(hand, "周雨桐", "罗子轩")
    hand.key(Qt.Key.Key_Return)
    desk = hand.awards
    assert desk.giving is not None and len(desk.lines.told()) == 2
    desk.lines.give(desk.lines.winners()[:1], "进步之星", "")
    desk.fields["level"].put_back("校级")
    assert desk.commit() and hand.label() == "修改 3 个奖"
    assert {one.level for one in hand.all()} == {"校级"} and len(hand.all()) == 3
    hand.page.open_award(hand.all()[0].id)
    hand.click(desk.delete)
    assert hand.all() == [] and hand.page.in_list() and hand.label() == "删除 3 个奖"


def test_the_prizes_of_a_contest_become_awards_in_one_step_and_only_once(hand: Hand) -> None:
    contest(hand)
    assert hand.listing.head.heading.text() == "2 个名次还没记"
    hand.click(hand.listing.contest.button)
    found = {one.child_id: one for one in hand.all()}
    assert {key: (one.name, one.reason) for key, one in found.items()} == {
        hand.ids["周雨桐"]: ("第 1 名", "在唱歌比赛中表演《小螺号》"), hand.ids["罗子轩"]: ("第 2 名", "在唱歌比赛中"),
    }  # fmt: skip
    assert {(one.given_by, one.day, one.record_id) for one in found.values()} == {
        ("少先队", TODAY - timedelta(days=7), None)
    }
    assert hand.listing.contest.isHidden(), "nothing is left to take over"
    hand.session.undo()
    assert hand.all() == [] and not hand.listing.contest.isHidden()
    # One was written by hand before: the other joins it.
    hand.click(hand.listing.contest.button)
    one, other = hand.all()
    hand.page.open_award(one.id)
    hand.awards.lines.show_awards([other])
    assert hand.awards.commit() and len(hand.all()) == 1
    hand.click(hand.listing.contest.button)
    assert len(hand.all()) == 2 and len({one.day for one in hand.all()}) == 1


def test_two_of_one_name_in_a_class_are_told_apart_by_the_tick(hand: Hand) -> None:
    snapshot = hand.session.snapshot
    one = snapshot.children[hand.ids["周雨桐"]]
    of = one.enrolments[0].class_id
    assert of is not None
    twin = hand.session.apply("加", add_child({"name": "周雨桐", "sex": "女"}, of, one.enrolments[0].from_day)).ids["child"]
    hand.page.begin()
    hand.awards.lines.give([Winner("child", one.id), Winner("child", twin)], "进步之星", "")
    assert hand.awards.lines.mistakes() == {}
    assert hand.awards.commit()
    assert {award.child_id for award in hand.all()} == {one.id, twin}
    hand.page.begin()
    hand.awards.lines.show_lines({-1: {"who": "周雨桐", "award": "进步之星"}})
    assert not hand.awards.commit(), "which of them is not known"


def test_the_contest_itself_leads_to_its_awards_and_one_certificate_is_printed_alone(hand: Hand) -> None:
    record = contest(hand)
    hand.window.go("activities", record)
    page = hand.window.page
    assert isinstance(page, ActivitiesPage)
    page.desk.show_part(CONTEST)
    hand.click(page.desk.contest.awards)
    assert isinstance(hand.window.page, HonoursPage) and len(hand.all()) == 2
    hand.listing.awards.acted.emit(hand.all()[0].id, "certificate")
    printed = hand.window.page
    assert isinstance(printed, PrintPage) and len(printed._paper.sheets) == 1
    hand.window.go("activities", record)
    assert page.desk.contest.awards.isHidden(), "nothing is left to take over"


def test_a_prize_is_seen_in_the_childs_records_and_leads_back(hand: Hand) -> None:
    contest(hand)
    hand.page.take_prizes()
    award = next(one for one in hand.all() if one.child_id == hand.ids["周雨桐"])
    hand.window.go("roster", hand.ids["周雨桐"])
    page = hand.window.page
    assert isinstance(page, RosterPage)
    timeline = page.dossier.timeline
    assert {one.kind for one in timeline._shown} == {"award", "activity"}
    assert timeline.records()[0].kind == "activity", "it is in no figure"
    timeline.view.opened.emit(-award.id)
    assert isinstance(hand.window.page, HonoursPage) and hand.awards.giving is not None


def test_the_activity_it_was_given_at_says_that_it_is_not_the_yearly_honour(hand: Hand) -> None:
    contest(hand)
    hand.page.begin()
    field = hand.awards.fields["activity"]
    option = hand.awards.fields["activity"].editor.itemData(1)  # type: ignore[attr-defined]
    field.put_back(option)
    assert field.commit() and hand.awards.counts.value() == "0"


def test_what_is_half_typed_survives_and_is_gone_once_stored(hand: Hand, opened: Open) -> None:
    hand.page.begin()
    hand.awards.people.tick([hand.ids["周雨桐"]])
    hand.awards.show_part(AWARDS)
    hand.write("shao xian dui", hand.awards.fields["given_by"].focusProxy())
    hand.session.drafts.flush()
    again = opened()
    assert again.page.resume()
    assert again.awards.fields["given_by"].value() == "shao xian dui"
    assert again.awards.people.ticked() == [hand.ids["周雨桐"]] and again.awards.parts.current() == AWARDS
    again.key(Qt.Key.Key_Escape)
    assert again.page.in_list()
    again.page.begin()
    assert again.awards.parts.current() == PEOPLE and again.awards.people.ticked() == [hand.ids["周雨桐"]]
    again.write("sheng ri", again.awards.award.editor)
    again.awards.give_ticked()
    assert again.awards.commit() and again.session.drafts.read("award.0") == {}


def story(hand: Hand, kind: str, title: str, who: str, text: str) -> int:
    """F4 on the stories, written and stored; its id."""
    hand.listing.show_view(STORIES)
    hand.listing.grid().setFocus()
    hand.key(Qt.Key.Key_F4)
    desk = hand.stories
    hand.click(desk.fields["kind"].row.button(kind))  # type: ignore[attr-defined]
    desk.fields["title"].put_back(title)
    desk.fields["text"].put_back(text)
    desk.who.choose(f"child:{hand.ids[who]}")
    assert desk.commit(), hand.failed
    return hand.session.store.honours.stories()[0].id


def test_a_case_is_told_without_the_name_and_approved_by_name_and_day(hand: Hand) -> None:
    story_id = story(hand, CASE, "周雨桐变开朗了", "周雨桐", "周雨桐起初不爱说话。")
    found = hand.session.store.honours.story(story_id)
    assert found is not None and not found.named and found.state == DRAFT
    assert hand.label() == "写个案", "undo and history do not name the child"
    assert hand.listing.stories.current() == story_id
    model = hand.listing.stories.model()
    shown = [str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
             for row in range(model.rowCount()) for column in range(model.columnCount())]  # fmt: skip
    assert any("小禾变开朗了" in one for one in shown) and not any("周雨桐" in one for one in shown)
    hand.key(Qt.Key.Key_Return)
    hand.stories.approver.put_back("")
    hand.click(hand.stories.approved)
    assert hand.failed == ["没有审定：先写谁审定的。"]
    hand.stories.approver.put_back("李秀兰")
    hand.click(hand.stories.approved)
    found = hand.session.store.honours.story(story_id)
    assert found is not None
    assert (found.state, found.approved_by, found.approved_on) == (APPROVED, "李秀兰", TODAY)
    hand.page.open_story(story_id)
    assert "李秀兰审定" in hand.stories.line.text() and hand.stories.approved.isHidden()
    hand.stories.fields["text"].put_back("周雨桐起初不爱说话，现在好了。")
    assert hand.stories.commit()
    found = hand.session.store.honours.story(story_id)
    assert found is not None and found.state == DRAFT, "nobody has approved these words"


def test_a_good_example_says_the_name_and_a_story_needs_somebody_known(hand: Hand) -> None:
    story_id = story(hand, EXAMPLE, "她会修伞", "周雨桐", "周雨桐会修伞。")
    found = hand.session.store.honours.story(story_id)
    assert found is not None and found.named
    hand.page.open_story(story_id)
    hand.stories.who.editor.setText("王小二")
    assert not hand.stories.commit() and hand.stories.who.error()
    hand.click(hand.stories.delete)
    assert hand.session.store.honours.stories() == [] and hand.page.in_list()


def test_the_words_of_certificates_are_changed_seen_and_kept(hand: Hand) -> None:
    hand.click(hand.listing.words)
    desk = hand.page.words
    assert desk.which.editor.count() == 3 and len(desk.preview._paper.sheets) == 1
    desk.fields["body"].setFocus()
    desk.fields["body"].put_back("【学号】")
    desk._typed()
    assert not desk.commit() and "姓名、班级" in hand.failed[0]
    desk.fields["body"].put_back("表现好，被评为\n【奖项】")
    hand.click(desk.add)
    assert not desk.commit(), "a new one has no name yet"
    desk.fields["name"].put_back("六一奖状")
    assert desk.commit() and hand.page.in_list()
    own = hand.session.store.honours.certificates()
    assert [one.name for one in own] == ["奖状", "比赛奖状", "老师的荣誉证书", "六一奖状"]
    assert own[0].body == own[3].body == "表现好，被评为\n【奖项】"
    hand.session.undo()
    assert hand.session.store.honours.certificates() == []


def test_everything_goes_to_paper(hand: Hand) -> None:
    give(hand, "周雨桐", "罗子轩")
    example = story(hand, EXAMPLE, "她会修伞", "周雨桐", "周雨桐会修伞。")

    def printed() -> PrintPage:
        page = hand.window.page
        assert isinstance(page, PrintPage)
        return page

    hand.page.open_story(example)
    hand.page.print_out()
    job = printed().job()
    assert isinstance(job, StoryJob) and job.story is not None and job.story.id == example
    hand.window.go("honours", ("award", hand.all()[0].id))
    hand.page.print_out()
    page = printed()
    job = page.job()
    assert isinstance(job, CertificateJob) and len(page._paper.sheets) == 2 and job.frame
    page.panel.certificate.frame.setChecked(False)
    page.panel.certificate.words.put_back("比赛奖状")
    assert page.panel.certificate.words.commit()
    job = page.job()
    assert isinstance(job, CertificateJob) and not job.frame and job.chosen == "比赛奖状"
    hand.window.go("print", (f"award:{hand.all()[1].id}", "certificate"))
    assert len(printed()._paper.sheets) == 1
    hand.window.go("honours")
    hand.page.close_desk()
    hand.listing.show_view("awards")
    hand.page.print_out()
    job = printed().job()
    assert isinstance(job, HonourListJob) and len(job.awards) == 2


def test_the_record_in_the_log_leads_to_its_awards(hand: Hand) -> None:
    give(hand, "周雨桐")
    record = hand.all()[0].record_id
    hand.window.go("honours", ("record", record))
    assert hand.awards.giving is not None and hand.awards.giving.record_id == record
