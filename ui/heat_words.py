"""What the heat map says: of a cell, a row, a rule not kept, a run."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.call_weeks import CALLS, VIDEO, VOICE
from app.call_weeks import HOLIDAY as CELL_HOLIDAY
from app.call_weeks import MISSED as CELL_MISSED
from app.call_weeks import NONE as CELL_NONE
from app.call_weeks import RUN as CELL_RUN
from app.care_rules import CareRule
from app.heat import AHEAD, CHILDREN, CLASSES, DONE, HOLIDAY, MENTORS, MISSED, NONE, NOW, RULES, RUN, Column
from app.windows import FORTNIGHT, MONTH, TERM, THIRD, WEEK
from ui.calendar.words import range_word

MOST_WEEKS = "一两三四五六七八九"


def _tr(text: str) -> str:
    return QCoreApplication.translate("heat", text)


def rows_word(by: str) -> str:
    """What the rows are."""
    return {
        CHILDREN: _tr("孩子"), MENTORS: _tr("代理家长"), CLASSES: _tr("班级"), RULES: _tr("规则"),
    }[by]  # fmt: skip


def order_words() -> list[tuple[str, str]]:
    """The orders of the rows."""
    return [("worst", _tr("没做的多在前")), ("class", _tr("按班级")), ("name", _tr("按姓名"))]


def all_rules() -> str:
    """The choice of every rule at once."""
    return _tr("全部规则")


def this_term() -> str:
    """The running term, as one chooses it."""
    return _tr("本学期")


def ended_term() -> str:
    """The newest term in the holidays after it."""
    return _tr("刚过的学期")


def last_term() -> str:
    """The one before."""
    return _tr("上学期")


def is_call(rule: CareRule | None) -> bool:
    """Whether it matters over which medium it was done."""
    return rule is not None and any(kind in CALLS for kind in rule.kinds)


def undone_word(key: str) -> str:
    """That a rule was not kept: 没谈心, 没通话."""
    return {
        "family-call": _tr("没通话"), "parents-call": _tr("没通话"), "talk": _tr("没谈心"),
        "carer": _tr("没联系照料人"), "mentor-parents": _tr("没联系父母"), "visit": _tr("没家访"),
        "visit-thirds": _tr("没家访"), "visit-mentor": _tr("没家访"), "letter": _tr("没写信"),
        "activity": _tr("没参加活动"), "plan-review": _tr("没看计划"), "survey": _tr("没调查"),
        "health": _tr("没体检"), "parents-meeting": _tr("没开家长会"), "training": _tr("没培训"),
        "forum": _tr("没开座谈会"), "lecture": _tr("没办讲座"), "award": _tr("没表彰"),
    }.get(key, _tr("没做"))  # fmt: skip


def done_word(key: str) -> str:
    """That a rule was kept: 谈了心, 通上话."""
    return {
        "family-call": _tr("通上话"), "parents-call": _tr("通上话"), "talk": _tr("谈了心"),
        "carer": _tr("联系上照料人"), "mentor-parents": _tr("联系上父母"), "visit": _tr("家访过"),
        "visit-thirds": _tr("家访过"), "visit-mentor": _tr("家访过"), "letter": _tr("写了信"),
        "activity": _tr("参加了活动"),
    }.get(key, _tr("做到"))  # fmt: skip


def missed_head(key: str) -> str:
    """The head over the totals: 没通 for calls, else 没做."""
    return _tr("没通") if key in ("family-call", "parents-call") else _tr("没做")


def run_word(run: int, span: str) -> str:
    """2 周, 3 个月, 2 次."""
    return {
        WEEK: _tr("{0} 周"), MONTH: _tr("{0} 个月"), TERM: _tr("{0} 学期"),
    }.get(span, _tr("{0} 次")).format(run)  # fmt: skip


def in_a_row(run: int, span: str) -> str:
    """连着两周, 连着三个月 …"""
    number = MOST_WEEKS[run - 1] if run <= len(MOST_WEEKS) else str(run)
    return {
        WEEK: _tr("连着{0}周"), MONTH: _tr("连着{0}个月"), FORTNIGHT: _tr("连着{0}个两周"), THIRD: _tr("连着{0}期"),
    }.get(span, _tr("连着{0}次")).format(number)  # fmt: skip


def column_word(column: Column, *, days: bool = True) -> str:
    """第 12 周, 第 1—5 周; with its days 第 12 周（11月16日—22日）."""
    if column.weeks == 1:
        said = _tr("第 {0} 周").format(column.first_week)
    else:
        said = _tr("第 {0}—{1} 周").format(column.first_week, column.last_week)
    return _tr("{0}（{1}）").format(said, range_word(column.from_day, column.until_day)) if days else said


def window_word(first: date, last: date) -> str:
    """11月16日—22日."""
    return range_word(first, last)


def state_word(state: str, key: str, *, video: bool | None = None) -> str:
    """What a cell says: 谈了心, 没谈心, 放假 …"""
    if state == DONE and video is not None:
        return _tr("视频") if video else _tr("语音")
    return {
        DONE: done_word(key), MISSED: undone_word(key), RUN: _tr("连着{0}").format(undone_word(key)),
        NOW: _tr("这一次还没做"), AHEAD: _tr("还没到"), HOLIDAY: _tr("放假"), NONE: _tr("不用做"),
    }[state]  # fmt: skip


def legend(rule: str, call: bool, by: str) -> list[tuple[str, str]]:
    """The marks of the call cell and what they mean for this rule; "" stands for a mark that has none."""
    if by != CHILDREN:
        return [(VIDEO, _tr("都做到了")), (CELL_HOLIDAY, _tr("放假不算")), (CELL_NONE, _tr("还没到，还没做完")),
                ("", _tr("红框里是没做的件数，虚线框里是已经做了的件数"))]  # fmt: skip
    undone = undone_word(rule)
    done = [(VIDEO, _tr("视频")), (VOICE, _tr("语音"))] if call else [(VIDEO, done_word(rule))]
    return [*done, (CELL_MISSED, undone), (CELL_RUN, _tr("连着{0}").format(undone)), (CELL_HOLIDAY, _tr("放假不算")),
            (CELL_NONE, _tr("还没到，还没做")), ("", _tr("空着：不用做"))]  # fmt: skip


def tried_word(times: int) -> str:
    """打过 2 次没人接."""
    return _tr("试过 {0} 次没成").format(times)


def counts_word(owed: int, done: int, missed: int) -> str:
    """该做 12，做了 9，没做 2."""
    return _tr("该做 {0}，做了 {1}，没做 {2}").format(owed, done, missed)


def total_heads(by: str, key: str) -> tuple[str, ...]:
    """The heads of the totals at the right."""
    if by == CHILDREN:
        return missed_head(key), _tr("连着")
    return _tr("该做"), _tr("做了"), _tr("没做")


def month_word(month: int) -> str:
    """9月."""
    return _tr("{0}月").format(month)


def month_of_week(first_monday: date, week: int) -> int:
    """The month that has most of a week."""
    return (first_monday + timedelta(days=7 * (week - 1) + 3)).month


def nobody() -> str:
    """The row of children without a mentor."""
    return _tr("还没有代理家长")


def per_column(rule: str, by: str) -> str:
    """Over the counts of every week: 每周通上话的孩子."""
    if by != CHILDREN or not rule:
        return _tr("每一次做到的")
    return _tr("每一次{0}的孩子").format(done_word(rule))


def empty(counted: bool, filtered: bool) -> str:
    """Why there is no row."""
    if not counted:
        return _tr("还没有学期。在“设置”的“学期”里添上，这里就一周一格地算。")
    if filtered:
        return _tr("没有这样的孩子。换一个班，或者把找的字删掉。")
    return _tr("这学期没有要做的：还没有留守儿童，或者学校还没有从这学期起用关爱规则。")


def entry_state(done: bool, missed: bool, began: bool) -> str:
    """What became of one window in the list behind a number."""
    return _tr("做了") if done else _tr("没做") if missed else _tr("还没做") if began else _tr("还没到")
