"""What other pages say of gifts and insurance: 今日 before cover ends, the dossier of a child."""

from PySide6.QtCore import Qt

from app.gifts import VALID
from app.today import COVER, HOME
from tests.ui.gifts.conftest import Hand, K
from ui.activities.page import ActivitiesPage
from ui.activities.parts import RESULT
from ui.children.roster_page import RosterPage
from ui.paper.activity_scopes import ActivityScope, activity_scopes
from ui.today import words
from ui.today.page import TodayPage


def test_the_days_page_says_once_that_cover_ends_and_leads_to_renewing_it(hand: Hand) -> None:
    hand.window.go("today")
    page = hand.window.page
    assert isinstance(page, TodayPage)
    item, = (one for one in page.day.plan.of(HOME) if one.kind == COVER)
    assert item.ending is not None and len(item.ending.children) == 30
    assert words.what(item, None, hand.session.today) == "学生平安险快到期"
    assert words.status(item, page.day.plan) == ("soon", "还有 18 天", "12月12日")
    page.list.grid.set_current(page.day.row(item))
    page.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.key(K.Key_Return)
    assert hand.desk.record.what == ("policy", item.ending.policy.id)
    hand.desk.record.buttons["insure"].click()
    hand.enter()
    assert not [one for one in page.day.plan.of(HOME) if one.kind == COVER]


def test_a_dossier_says_how_the_child_is_insured_and_what_it_was_given(hand: Hand) -> None:
    cover = next(one for one in hand.store.gifts.covers() if one.state(hand.session.today) == VALID)
    hand.window.go("roster", cover.child_id)
    page = hand.window.page
    assert isinstance(page, RosterPage)
    panel = page.dossier.gifts
    assert panel.isVisible() and any("意外伤害险 30,000 元" in line for line in panel.shown)
    assert "10月22日 领到雨伞，春苗公益服务中心捐" in panel.shown
    nobody = next(one for one in hand.session.snapshot.children if not any(hand.store.gifts.of_child(one)))
    page.arrive(nobody)
    assert panel.isHidden()


def test_an_activity_shows_what_came_with_it_and_takes_more(hand: Hand) -> None:
    visit = next(one for one in hand.store.gifts.visits() if one.theme == "春苗公益走进校园")
    hand.window.go("activities", visit.record_id)
    page = hand.window.page
    assert isinstance(page, ActivitiesPage)
    assert page.desk.gifts.shown == [
        "雨伞 24 把，24 个孩子，春苗公益服务中心捐", "24 个孩子的意外伤害险 30,000 元，春苗公益服务中心捐"]
    page.desk.show_part(RESULT)
    page.desk.gifts.add.click()
    form = hand.desk.form
    assert form.fields["activity"].value() == str(visit.id) and len(form.people.ticked()) == 24
    hand.type_into("what", "围巾")
    hand.enter()
    hand.window.go("activities", visit.record_id)
    assert len(page.desk.gifts.shown) == 3
    scope = next(one for one in activity_scopes("activity_record", hand.session, f"activity:{visit.record_id}")
                 if one.key == f"activity:{visit.record_id}")  # fmt: skip
    assert isinstance(scope, ActivityScope) and scope.job is not None and len(scope.job.given) == 3
