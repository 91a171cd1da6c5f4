"""What other pages say of gifts and insurance: 今日 before cover ends, the dossier of a child."""

from PySide6.QtCore import Qt

from app.gifts import VALID
from app.today import COVER, HOME
from tests.ui.gifts.conftest import Hand, K
from ui.children.roster_page import RosterPage
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
    assert panel.isVisible() and any("意外伤害险 3 万元" in line for line in panel.shown)
    assert "10月22日 领到雨伞，春苗公益服务中心捐" in panel.shown
    nobody = next(one for one in hand.session.snapshot.children if not any(hand.store.gifts.of_child(one)))
    page.arrive(nobody)
    assert panel.isHidden()
