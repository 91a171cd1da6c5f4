"""What leaves the page as a file: the awards for Excel, a story for Word; and the ways that lead here."""

import io
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.care_rules import FULL
from app.edits.honours import AwardTold, GivingTold, StoryTold, set_giving, set_story
from app.edits.rules import use_preset
from app.honours import CASE
from tests.ui.children.conftest import TODAY
from tests.ui.honours.conftest import Hand
from ui.contacts.page import ContactsPage
from ui.honours.award_parts import PEOPLE
from ui.honours.page import HonoursPage
from ui.paper.honour_scopes import list_job, stretches


def saved(hand: Hand, monkeypatch: pytest.MonkeyPatch, at: Path) -> bytes:
    """What Ctrl+E writes."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(at), ""))
    said: list[str] = []
    hand.session.said.connect(said.append)
    hand.page.export()
    hand.window.work.wait()
    QApplication.processEvents()
    assert said == [f"存好了：{at}"]
    return at.read_bytes()


def give(hand: Hand) -> int:
    awards = [AwardTold("三好学生", hand.ids["周雨桐"], reason="认真"), AwardTold("优秀教师", staff_id=hand.ids["王建国"])]
    told = GivingTold(TODAY, "县教育局", "县级", counts=True, summary="县级表彰")
    done = hand.session.apply("表彰", set_giving(told, awards, TODAY))
    hand.page.refresh(None)
    return done.ids["award"]


def test_the_list_of_awards_goes_to_excel(hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(hand)
    content = saved(hand, monkeypatch, tmp_path / "名单.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "青山小学表彰名单"
    assert any(row[1:8] == ["周雨桐", "三（1）班", "三好学生", "认真", "2026年11月24日", "县教育局", "县级"] for row in rows)
    assert any("王建国" in row for row in rows) and any("2 个奖，1 个孩子" in row for row in rows)
    above, signed = rows[1], rows[-1]
    assert "填报单位（盖章）：青山小学" in above and "填报日期：2026年11月24日" in above
    assert [one for one in signed if one] == ["校长（签名）：", "审核人（签名）：", "填表人（签名）："]


def test_a_case_goes_to_word_without_the_name(hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = StoryTold(CASE, "周雨桐变开朗了", TODAY, "周雨桐起初不爱说话。\n外婆石翠英也放心了。", hand.ids["周雨桐"])
    story = hand.session.apply("写", set_story(told)).ids["story"]
    hand.page.open_story(story)
    content = saved(hand, monkeypatch, tmp_path / "个案.docx")
    text = "\n".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)
    assert "小禾变开朗了" in text and "外婆也放心了。" in text and "草稿，还没审定" in text
    assert "周雨桐" not in text and "石翠英" not in text


def test_terms_and_school_years_share_the_awards_out(hand: Hand) -> None:
    award = give(hand)
    for day in (date(2026, 9, 1), date(2026, 3, 4)):
        told = GivingTold(day)
        hand.session.apply("表彰", set_giving(told, [AwardTold("进步之星", hand.ids["罗子轩"])], TODAY))
    jobs = {key: list_job(hand.session, key) for key in stretches(hand.session)}
    assert list(jobs) == ["year:2026", "2026-1"]
    assert len(jobs["2026-1"].awards) == 3 and award in [one.id for one in jobs["2026-1"].awards]
    assert [one.day for one in jobs["2026-1"].earlier] == [date(2026, 3, 4)], "from before all terms: listed, not counted"


def test_today_and_the_log_lead_here(hand: Hand) -> None:
    hand.session.apply("规则", use_preset(hand.session.snapshot.rules, FULL, TODAY))
    hand.window.go("today")
    hand.window.page.desk.awards_wanted.emit()  # type: ignore[union-attr]
    assert isinstance(hand.window.page, HonoursPage)
    assert not hand.page.in_list() and hand.awards.giving is None and hand.awards.parts.current() == PEOPLE
    hand.page.close_desk()
    award = give(hand)
    giving = hand.session.store.honours.giving(award)
    assert giving is not None
    hand.window.go("contacts", {"record": giving.record_id})
    page = hand.window.page
    assert isinstance(page, ContactsPage) and not page.record.awards.isHidden()
    hand.click(page.record.awards)
    assert isinstance(hand.window.page, HonoursPage) and hand.awards.giving == giving
