"""What the papers of a term's end must say: the figures of the slow recount under the names that the papers give them.

The words are the tests' own, so a number that stands by another name is found as well.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from app.figures import Reading
from tests.journeys.figures_recount import Slow

Numbers = Mapping[str, tuple[int, int | None]]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
NUMERALS = "一二三四五六七八九"
KINDS = {
    "family_call": "亲情电话", "letter": "书信", "talk": "谈心", "home_visit": "家访", "carer_contact": "联系照料人",
    "parent_contact": "联系父母", "hotline": "家长来电", "counselling": "心理辅导", "festival_visit": "节日慰问",
    "tutoring": "学习辅导", "plan_review": "看帮扶计划", "survey": "调查登记", "health_check": "体检", "peer_report": "帮手汇报",
    "guardian_training": "监护人培训", "parents_meeting": "家长会", "forum": "座谈会", "lecture": "讲座",
    "class_meeting": "主题班会", "activity": "活动", "work_meeting": "工作会议", "award": "表彰",
}  # fmt: skip
RULES = {
    "family-call": "亲情电话或书信", "talk": "谈心", "carer": "联系照料人", "mentor-parents": "联系父母", "visit": "家访",
    "visit-mentor": "代理家长家访", "letter": "给父母写信", "activity": "参加活动", "survey": "调查登记",
    "parents-meeting": "家长会", "training": "监护人培训", "forum": "座谈会", "lecture": "讲座", "award": "表彰",
    "health": "体检",
}  # fmt: skip
LISTED = RULES | {"training": "监护人培训（满 2 次）", "forum": "座谈会（满 2 次）"}
"""As lists have them: so many in the term are asked for."""
GOODS = {"music": "音乐器材", "sport": "体育器材", "art": "美术器材", "book": "图书", "daily": "生活用品",
         "furniture": "桌凳", "medicine": "医药", "it": "电教设备", "other": "其他"}  # fmt: skip
TITLES = {
    "children": ("学生和留守儿童", {
        "pupils": "在校学生", "girls": "在校女生", "boarders": "寄宿生", "left": "留守儿童（学籍口径）", "left_girls": "留守女童",
        "one_away": "单亲留守（一方外出）", "both_away": "双亲留守", "left_boarders": "寄宿的留守儿童",
        "civil": "留守儿童（民政口径）", "civil_unknown": "民政口径待核实"}),
    "moves": ("增减", {"new": "新入学", "in": "转入", "graduated": "毕业", "out": "转出和离校", "left_new": "新增留守儿童",
                     "left_gone": "不再是留守儿童"}),
    "away": ("谁外出", {"both": "父母都外出", "father": "只父亲外出", "mother": "只母亲外出", "unknown": "未采集"}),
    "carer": ("谁带", {"grandparents": "祖父母外祖父母", "parent": "在家的父或母", "relatives": "其他亲戚",
                     "others": "其他人或无人", "unknown": "未采集"}),
    "boarding": ("住宿", {"boards": "寄宿", "day": "走读", "unknown": "未采集"}),
    "work": ("父母在哪里务工", {"county": "县内", "city": "县外市内", "province": "市外省内", "elsewhere": "省外",
                          "abroad": "境外", "unknown": "未采集"}),
    "pairs": ("结对", {"mentored": "有代理家长的留守儿童", "peer": "有同伴帮手的", "volunteer": "有志愿者的", "mentors": "代理家长",
                     "begun": "新结的对", "ended": "结束的对"}),
    "contact": ("关爱联系", KINDS), "rule": ("该做的做了多少", LISTED), "activity": ("活动和会议", KINDS),
    "running": ("正在做，还没到期", LISTED),
    "follow": ("跟进", {"done": "办结的跟进", "open": "还没办结的跟进"}),
    "award": ("表彰", {"pupils": "给孩子的表彰", "children": "受表彰的孩子", "staff": "给老师的表彰"}),
    "gift": ("捐赠、保险和心愿", {"donations": "捐赠和慰问品", "children": "收到东西的孩子", "value": "折合",
                           "insured": "有保险的孩子", "wishes": "说了的心愿实现了"}),
    "room": ("活动室", {"rooms": "活动室", "opened": "开放", "written": "该开的写了记录", "shut": "其中写明没开的", "days": "有开放的日子",
                      "came": "来的孩子"}),
    "safety": ("活动室安全", {"checks": "活动室安全检查", "mended": "活动室隐患整改了", "open": "还没整改的活动室隐患"}),
    "problem": ("检查发现的问题", {"closed": "检查发现的问题解决了", "open": "检查发现还没解决的"}),
    "asset": ("物品", {"kinds": "物品种类", "owned": "现有物品", "value": "物品原值", "added": "入库", "donated": "捐来的",
                     "used": "领用消耗", "scrapped": "报废", "counted": "盘点差异", "lent": "借出没还"}),
    "goods": ("各类物品", GOODS),
}  # fmt: skip
DONE = ("rule", "running")
DONE_TOO = ("follow.done", "room.written", "safety.mended", "gift.wishes", "problem.closed")
SHOWN = ("children", "away", "carer", "boarding", "work", "grade", "class", "follow", "pairs")
"""Groups whose noughts are shown."""


def recounted(reading: Reading) -> tuple[Slow, dict[str, tuple[int, int | None]]]:
    """The whole only term of the file, counted slowly."""
    (term,) = (one for one in reading.snapshot.terms if one.code == "2026-1")
    slow = Slow(reading, term.from_day, term.until_day, term.until_day, term.from_day)
    return slow, slow.all() | dict(slow.rules())


def named(slow: Slow, numbers: Numbers) -> dict[tuple[str, str], str]:
    """The keys of the figures that a paper shows, by heading and name."""
    rooms = dict(slow.conn.execute("SELECT id, name FROM room"))
    found = {}
    for key, (value, of) in numbers.items():
        group, _, name = key.partition(".")
        if not (value or of or group in SHOWN):
            continue
        if group == "grade":
            found["各年级留守儿童", f"{NUMERALS[int(name) - 1]}年级"] = key
        elif group == "class":
            one = slow.base.classes[int(name)]
            grade = slow.on.year - one.entry_year + (slow.on.month >= 9)
            found["各班留守儿童", f"{NUMERALS[grade - 1]}（{one.number}）班"] = key
        elif group == "opened":
            found["各室开放", rooms[int(name)]] = key
        else:
            heading, words = TITLES[group]
            found[heading, words[name]] = key
    return found


def percent(value: int, of: int | None) -> str:
    """42%; 100% only where nothing lacks, 0% only where there is nothing."""
    if not of:
        return ""
    share = Fraction(100 * value, of)
    whole = 99 if Fraction(199, 2) <= share < 100 else 1 if 0 < share < Fraction(1, 2) else round(share)
    return f"{whole}%"


def share(key: str, numbers: Numbers) -> str:
    """What stands beside a figure."""
    value, of = numbers[key]
    group = key.partition(".")[0]
    if group in ("contact", "activity"):
        tried = (of or 0) - value
        return f"另有 {tried:,} 次没成" if tried else ""
    if of and (group in DONE or key in DONE_TOO):
        return f"{value:,} / {of:,}，{percent(value, of)}"
    return percent(value, of) if value else ""


def numbers_in(text: str) -> list[Decimal]:
    """The numbers in a text."""
    return [Decimal(one.replace(",", "")) for one in NUMBER.findall(text)]


def says(text: str, pieces: Iterable[tuple[str, Sequence[object]]]) -> None:
    """Each piece stands in the text exactly where its first number is not nought, and no number is left over."""
    rest = text
    for pattern, numbers in pieces:
        piece = pattern.format(*numbers)
        there = piece in rest
        assert there == bool(numbers[0]), f"{piece} {'in' if there else 'not in'} {text}"
        rest = rest.replace(piece, "", 1)
    assert not re.search(r"\d", rest), f"nobody counted what is left of it: {rest}"
