"""`activities`: the term's gatherings as the window shows them."""

from datetime import date, timedelta

from app.edits import Told
from app.edits.activities import ActivityTold, EntryTold, ItemTold, Lines, StepTold, set_activity
from tests.ui.cli.conftest import PASSWORD, Program

TODAY = date.today()


def test_it_lists_a_term_with_plan_and_contest(program: Program) -> None:
    program("init", "--school", "青山小学", "--user", "李老师")
    with_store = program.disk.vault(program.folder).open("李老师", PASSWORD)
    term = with_store.snapshot().terms[0]
    day = min(max(TODAY, term.from_day), term.until_day)
    lines = Lines([StepTold("开场", "14:30", "李老师")], [ItemTold("话筒", "2 个", "李老师")],
                  [EntryTold("三（1）班小合唱", None, "低段组", "送别", "9.5", "第 1 名")])  # fmt: skip
    told = Told("activity", day, place="音乐室")
    with_store.apply("一", set_activity(told, ActivityTold(theme="唱歌比赛", budget="100", spent="86.5"), [], lines, day))
    ahead = Told("lecture", day + timedelta(days=1))
    with_store.apply("二", set_activity(ahead, ActivityTold("planned", "法治讲座"), [], Lines(), day))
    with_store.close()
    first, second = program.json("activities", "--term", term.code)
    assert (first["theme"], first["state"], first["spent_fen"], first["place"]) == ("唱歌比赛", "held", 8650, "音乐室")
    assert first["agenda"] == [{"at": "14:30", "what": "开场", "who": "李老师"}]
    assert first["contest"] == [{"group": "低段组", "child": None, "name": "三（1）班小合唱", "piece": "送别",
                                 "score": "9.5", "prize": "第 1 名"}]  # fmt: skip
    assert (second["state"], second["kind"], second["children"]) == ("planned", "lecture", [])
    assert "共 2 次，花了 86.50 元" in program("activities", "--term", term.code)
    program("activities", "--term", "2001-1", status=1)
    assert "没有这个学期" in program.err
