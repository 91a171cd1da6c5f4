"""From an item of any table to what shows it: by what it is measured by, by its words, by what was linked."""

import pytest

from app.assessment import FIGURE, JUDGED, PAPER, Evidence, Item, shipped
from app.measures import offered
from app.proofs import of_measure, of_words, speaks_of, wanted


def item(what: str, measured: str = JUDGED, measure: str = "", **texts: str) -> Item:
    return Item(7, 1, 0, "日常管理", what, measured=measured, measure=measure, points=4, **texts)


def first(one: Item, *linked: Evidence) -> list[str]:
    return list(next(iter(wanted(one, linked))))


def test_every_measure_that_is_offered_has_something_that_shows_it() -> None:
    assert all(of_measure(key) for key in offered())


def test_every_item_of_the_example_asks_for_something() -> None:
    for one in shipped().items:
        assert len(first(one)) > 2 or one.what == "经费保障", one.what


@pytest.mark.parametrize(("measure", "tokens"), [
    ("plan:term", ["plan:term"]), ("plan:year", ["plan:year"]), ("stages", ["plan:term", "plan:year"]),
    ("rule:talk", ["kind:talk", "part:weeks"]), ("rule:lecture", ["kind:lecture"]),
    ("rule:parents-meeting", ["kind:parents_meeting"]), ("count:work_meeting 2", ["kind:work_meeting"]),
    ("agreements:care", ["agreement:care", "part:agreements"]), ("rounds:fire", ["round:fire", "problems"]),
    ("rule:health", ["kind:health_check", "part:weeks"]),
])  # fmt: skip
def test_what_shows_a_measure_the_best_first(measure: str, tokens: list[str]) -> None:
    assert list(of_measure(measure)) == tokens


@pytest.mark.parametrize(("words", "token"), [
    ("校园环境整洁，物品摆放有序", "part:room_checks"), ("定期排查安全隐患", "problems"), ("食堂食品安全管理", "round:food"),
    ("开展应急疏散演练", "round:drill"), ("留守儿童花名册齐全", "part:roster"), ("成长记录袋一人一袋", "part:growth"),
    ("关爱典型事迹宣传", "part:stories"), ("节日慰问留守儿童", "kind:festival_visit"), ("规章制度健全", "part:rules"),
    ("年度工作计划切实可行", "plan:term"), ("一人一策帮扶计划", "part:books"), ("表彰先进", "part:honours"),
    ("每学期家访不少于一次", "kind:home_visit"), ("心理健康教育", "kind:lecture"), ("学生体检", "kind:health_check"),
    ("受托监护人签订委托协议", "agreement:care"), ("人身意外保险", "gifts:cover"),
])  # fmt: skip
def test_a_countys_own_words_find_their_papers(words: str, token: str) -> None:
    assert any(token in alike.split() for alike in of_words(item(words)))
    assert any(token in alike.split() for alike in first(item(words, PAPER, "1")))


def test_an_item_whose_name_says_nothing_is_known_by_what_is_asked_of_it() -> None:
    assert of_words(item("二级指标三")) == ()
    assert "kind:talk" in of_words(item("二级指标三", demand="每周谈心一次"))


def test_a_part_says_nothing_of_its_items_and_a_plan_is_shown_with_its_review() -> None:
    assert of_words(item("经费有保障", how="查账目")) == () and of_words(item("落实到位")) == ()
    both = first(item("有年度工作计划和总结", FIGURE, "reviewed:term"))
    assert both.index("part:term_report") < both.index("plan:term")
    assert "plan:term" not in first(item("期末总结", FIGURE, "reviewed:term", demand="写总结"))
    assert "kind:activity" not in " ".join(of_words(item("活动室按时开放")))
    assert of_words(item("宣传先进典型"))[0] == "part:stories"


def test_what_was_linked_comes_first_and_words_only_where_the_measure_finds_nothing() -> None:
    linked = Evidence(1, 7, 1, record_id=5), Evidence(2, 7, 1, words="第 3 盒"), Evidence(3, 7, 1, attachment_id=9)
    one = item("安全教育", FIGURE, "rule:talk")
    assert first(one, *linked)[:4] == ["record:5", "attachment:9", "item:7", "kind:talk"]
    measured, by_words = list(wanted(one, linked))
    assert "kind:lecture" not in measured and "kind:lecture" in by_words
    assert "planned:kind:talk" in measured[measured.index("part:weeks") :]


def test_a_title_that_has_the_items_words_speaks_of_it() -> None:
    assert speaks_of(item("举办“唱响童年”歌咏活动"), "“唱响童年”唱歌比赛")
    assert not speaks_of(item("学校工作"), "学校工作计划") and not speaks_of(item("经费保障"), "活动安排")
