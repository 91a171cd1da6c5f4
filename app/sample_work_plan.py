"""The work plans of the sample school: the year's and the term's, with who does what and how far it has come."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.changes import Change, Insert, New, Value
from app.sample_rooms import named
from app.school import Staff
from app.termdays import Term
from app.terms import split_code, term_title
from app.work_plan import DOING, DONE, OF_TERM, OF_YEAR, OPEN

RUNNING = 1
"""Row of the running term, which the set-up makes first."""
HALF = timedelta(days=75)
"""After so many days of the term its middle was looked at."""
Stage = tuple[str, date, date, str, str]
"""What, from and until which day, who, what came of it once it is done."""

YEAR_TEXT = (
    "全年把留守儿童关爱工作做在平常：人人有档案，人人有代理家长，该谈的谈到，该打的电话打到，该去的家去到。\n"
    "两个学期开学先摸底，学期中家访、培训，学期末总结装盒。父母过年回来的时候，把家长会开好，把电话、住址再核一遍。\n"
    "活动室天天有人管，按时开，开了就记。缺的东西列出来，一学年里补齐。"
)
TERM_TEXT = (
    "这学期先把底摸清：谁在外、谁带、电话对不对。摸清了再结对，一个孩子一位代理家长，签责任书。\n"
    "每周一次谈心，每月一次通话，每学期一次家访，做了当天就记，不到期末补材料。\n"
    "活动室天天有人管，按时开，开了就记。缺什么先补什么，学期末一起看一遍。"
)
MIDTERM = (
    "摸底、结对、安全排查按时做完，家访各班都去了。活动室开放正常，记录大多当天写。\n"
    "还差的：有几家电话没打够，后半学期先补；新转来的孩子代理家长正在找。"
)
OF_A_TERM = (
    ("开学摸底：谁在外、谁带、电话对不对，一个一个核", 0, 14, "龙正华", "各班都核了一遍，错的电话改好，档案补齐"),
    ("安全排查，消防和地震演练", 1, 40, "李秀兰", "查出的问题记了台账，能改的当时改了；演练两分多钟全部到操场"),
    ("结对：每个留守儿童有一位代理家长，签责任书", 7, 21, "田桂英", "一览表上了墙，责任书签了；后转来的再找人"),
    ("活动室按时开放，专人管，开一次记一次", 14, 135, "何丽华", "每周按时开，开放记录齐"),
    ("期中家访：每个留守儿童家去一次", 35, 75, "彭光明", "各班分头去的，记录交教务处，没遇到人的改天再去"),
    ("监护人培训和家长会：讲安全、讲怎么和孩子说话", 60, 95, "刘春燕", "家长会各班都开了，隔代的老人单独讲"),
    ("给在外的父母写一封信，报告这学期的情况", 105, 125, "张敏", "信和照片都寄出去了"),
    ("期末总结，考核自评，资料装盒", 120, 138, "龙正华", "自评表交了，资料装了盒"),
)  # fmt: skip
"""Days are counted from the term's first."""
OF_A_YEAR = (
    ("领导小组分工，制度上墙，每间活动室定下管理人", (9, 1), (9, 30), "田桂英", "分工表、开放时间都贴出来了"),
    ("活动室缺的器材、图书列单子，分两批补齐", (10, 1), (5, 31), "何丽华", "缺的都补上了"),
    ("寒假：父母回来，开家长会，没见到的再去家里", (1, 20), (2, 25), "田桂英", "家长会开了，电话、住址又核了一遍"),
    ("六一前表彰品行好、学习好的孩子和用心的代理家长", (5, 10), (6, 1), "张敏", "奖状发了，名单贴在宣传栏"),
    ("学年考核、盘点物品，收回借出的东西", (6, 1), (7, 5), "龙正华", "盘点和账上对上了"),
)  # fmt: skip
"""(Month, day) of the school year."""


def planned(staff: Sequence[Staff], term: Term, on: date) -> Iterator[Change]:
    """Both plans as inserts; what is past is done, what runs is being done."""
    whole = term_title(term.code)
    middle = MIDTERM if on - term.from_day >= HALF else ""
    yield from _plan(OF_YEAR, f"{whole[:11]}关爱工作计划", YEAR_TEXT, "", _of_year(term), staff, on)
    yield from _plan(OF_TERM, f"{whole}关爱工作计划", TERM_TEXT, middle, _of_term(term), staff, on)


def _of_term(term: Term) -> Iterator[Stage]:
    for what, first, last, who, result in OF_A_TERM:
        begins, ends = (min(term.from_day + timedelta(days=days), term.until_day) for days in (first, last))
        yield what, begins, ends, who, result


def _of_year(term: Term) -> Iterator[Stage]:
    year = split_code(term.code)[0]
    for what, first, last, who, result in OF_A_YEAR:
        begins, ends = (date(year if month >= 9 else year + 1, month, day) for month, day in (first, last))
        yield what, begins, ends, who, result


def _plan(span: str, title: str, text: str, midterm: str, stages: Iterator[Stage], staff: Sequence[Staff],
          on: date) -> Iterator[Change]:  # fmt: skip
    token = f"work_plan {span}"
    texts: dict[str, Value] = {"title": title, "text": text, "midterm": midterm}
    yield Insert("work_plan", {"term_id": RUNNING, "span": span, **texts}, token)
    ids = {one.name: one.id for one in staff}
    for place, (what, begins, ends, who, result) in enumerate(stages):
        state = DONE if ends < on else DOING if begins <= on else OPEN
        row: dict[str, Value] = {
            "plan_id": New(token), "position": place, "what": what, "from_day": begins.isoformat(),
            "until_day": ends.isoformat(), "state": state, "result": result if state == DONE else "",
            **named("staff_id", "staff", ids.get(who)),
        }  # fmt: skip
        yield Insert("plan_stage", row, f"stage {span} {place}")
