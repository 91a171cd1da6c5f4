"""The work plans of the sample school: the year's and the term's, their stages as far on as the day is."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.changes import Change, Insert, New, Value
from app.termdays import Term
from app.terms import term_title
from app.work_plan import DOING, DONE, OF_TERM, OF_YEAR, OPEN

RUNNING = 1
"""Row of the running term, which the set-up makes first."""
TEXT = (
    "这学期把留守儿童关爱工作做在平常：人人有档案，人人有代理家长，该谈的谈到，该打的电话打到，该去的家去到。\n"
    "活动室天天有人管，按时开，开了就记。缺什么先补什么，学期末一起看一遍。"
)
STAGES = (
    ("开学摸底：谁在外、谁带、电话对不对，一个一个核", 0, 14, "核了一遍，错的电话改了"),
    ("结对：每个留守儿童有一位代理家长，签责任书", 7, 21, "都排了，缺两个在找人"),
    ("期中家访：每个留守儿童家去一次", 35, 75, ""),
    ("监护人培训和家长会", 60, 90, ""),
    ("期末总结，资料装盒", 125, 140, ""),
)  # fmt: skip
"""What, from and until which day of the term, what came of it."""


def planned(term: Term, on: date) -> Iterator[Change]:
    """Both plans as inserts; what is past is done, what runs is being done."""
    for span in (OF_YEAR, OF_TERM):
        token = f"work_plan {span}"
        whole = term_title(term.code)
        when = whole if span == OF_TERM else whole[:11]
        title = f"{when}关爱工作计划"
        yield Insert("work_plan", {"term_id": RUNNING, "span": span, "title": title, "text": TEXT}, token)
        for place, (what, first, last, result) in enumerate(STAGES if span == OF_TERM else ()):
            begins, ends = (term.from_day + timedelta(days=days) for days in (first, last))
            state = DONE if ends < on else DOING if begins <= on else OPEN
            row: dict[str, Value] = {
                "plan_id": New(token), "position": place, "what": what, "from_day": begins.isoformat(),
                "until_day": ends.isoformat(), "state": state, "result": result if state == DONE else "",
            }  # fmt: skip
            yield Insert("plan_stage", row, f"stage {place}")
