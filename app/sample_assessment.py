"""The assessment of the sample school: the shipped table in use, some checks of the term, evidence on three items."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.activities import HELD, Held
from app.assessment import REVIEW, ROUTINE, SELF, shipped
from app.care import WORK_MEETING
from app.changes import Change, Insert, New, Value
from app.edits.assessment import add_table
from app.sample_changes import token
from app.termdays import Term

RUNNING = 1
"""Row of the running term, which the set-up makes first."""
COUNTY = "县教育局"
MARKS = (
    ("谈心", ROUTINE, 40, -1, "抽查两份谈心记录，没有写效果", COUNTY),
    ("按时开放", ROUTINE, 19, -1, "图书阅览室有一天没有写人数", "学校自查"),
    ("环境卫生", SELF, 6, 3, "清洁工具还没有归位", ""),
    ("领导小组", REVIEW, 5, 4, "", COUNTY),
    ("制度上墙", REVIEW, 5, 3, "美术室、谈心室还没有上墙", COUNTY),
    ("建档", REVIEW, 5, 12, "两个孩子缺电话", COUNTY),
    ("按时开放", REVIEW, 5, 7, "", COUNTY),
)  # fmt: skip
"""Item, kind, how many days ago, halves, reason, who gave it."""
WHERE = (("经费保障", "关爱经费账目复印件，在档案盒第 3 盒"), ("专人负责", "之家负责人任命文件，在档案盒第 1 盒"))


def assessed(held: Iterable[Held], term: Term, on: date) -> Iterator[Change]:
    """All of it as inserts, behind the records."""
    yield from add_table(shipped())
    items = {one.what: New(f"item{place}") for place, one in enumerate(shipped().items)}
    if on < term.from_day:
        return
    for place, (what, kind, ago, points, reason, giver) in enumerate(MARKS):
        day = max(term.from_day, on - timedelta(days=ago))
        yield Insert("assessment_mark", {
            "item_id": items[what], "term_id": RUNNING, "kind": kind, "day": day.isoformat(), "points": points,
            "reason": reason, "giver": giver,
        }, f"assessment_mark{place}")  # fmt: skip
    for what, words in WHERE:
        row: dict[str, Value] = {"item_id": items[what], "term_id": RUNNING, "words": words}
        yield Insert("assessment_evidence", row, f"evidence of {what}")
    for one in held:
        if one.state == HELD and one.activity is not None:
            what = "工作会议" if one.record.kind == WORK_MEETING else "集体活动"
            yield Insert("assessment_evidence", {
                "item_id": items[what], "term_id": RUNNING, "record_id": token("care_record", one.record.id),
            }, f"evidence{one.record.id}")  # fmt: skip
