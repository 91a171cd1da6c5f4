"""The batch grid in the school's words: how it went, what is wrong with a cell, how a row stands."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.batch_cells import DAY, LETTERS, MINUTES, NOTE, WAY, WHOM
from app.batch_sheet import BOOKED, DOUBTFUL, HALF, READY, STORED, TRIED, WRONG, Row
from app.call_weeks import CALLS, MISSED, RUN, VIDEO, VOICE
from app.care_ways import ways
from ui.care_words import done_word, kind_word, missed_word, way_word
from ui.pieces import call_cell


def _tr(text: str) -> str:
    return QCoreApplication.translate("Batch", text)


def short_kind(kind: str) -> str:
    """As the slip says it: 打电话 rather than 亲情电话."""
    return {"family_call": _tr("打电话"), "letter": _tr("写信")}.get(kind, kind_word(kind))


def key_word(row: Row, key: str) -> str:
    """What a way of the row is called; a text that is no way of it as it stands."""
    way = row.ways.get(key)
    return way_word(row.kind, way) if way is not None else key


def way_of_word(row: Row, text: str) -> str:
    """The key of a way said in its word; anything else as it stands."""
    return next((key for key in row.ways if key_word(row, key) == text.strip()), text)


def way_mark(kind: str, way: str) -> str:
    """The call cell before the word, as the week will be marked; "" for nothing."""
    if way in ("", "missed"):
        return MISSED if way else ""
    return VOICE if kind in CALLS and way != VIDEO else VIDEO


def letters(kind: str) -> list[tuple[str, str]]:
    """(V, 视频) for the 方式 cell of a kind."""
    return [(LETTERS[way.key], way_word(kind, way)) for way in ways(kind)]


def day_word(text: str) -> str:
    """11月22日; what is no day as it stands."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return _tr("{0}月{1}日").format(day.month, day.day)


def week_word(number: int, *, this: bool = False) -> str:
    """第 13 周（本周）."""
    return _tr("第 {0} 周（本周）").format(number) if this else _tr("第 {0} 周").format(number)


def cell_word(cell: str) -> str:
    """The head of a column."""
    return {WAY: _tr("方式"), WHOM: _tr("和谁"), MINUTES: _tr("分钟"), DAY: _tr("哪天"), NOTE: _tr("说了什么")}[cell]


def why(kind: str, reason: str) -> str:
    """What is wrong with a cell and how to mend it."""
    said = "、".join(f"{letter} {word}" for letter, word in letters(kind))
    return {
        "not_a_choice": _tr("方式按一个字母：{0}").format(said),
        "not_a_relation": _tr("和谁没看懂，写成 爸爸、奶奶、一起"),
        "not_a_number": _tr("分钟写数字，最多 600"),
        "not_a_day": _tr("日期没看懂，写成 22 或 11月22日 或 周日"),
        "in_the_future": _tr("这一天还没到"),
        "another_week": _tr("这一天不在这一周，换到那一周再记"),
    }.get(reason, _tr("这个值存不下"))


def state_mark(state: str) -> str:
    """The shape beside the words."""
    return {
        BOOKED: "done", STORED: "done", WRONG: "over", DOUBTFUL: "soon", READY: "done", HALF: "soon", TRIED: "wait",
    }.get(state, "")  # fmt: skip


def state_word(row: Row, state: str) -> str:
    """填好了, 已存."""
    if state == TRIED:
        return _tr("试过 {0} 次").format(row.tries)
    return {
        BOOKED: _tr("已登记"), STORED: _tr("已存"), WRONG: _tr("改一下"), DOUBTFUL: _tr("看一眼"),
        READY: _tr("填好了"), HALF: _tr("没选方式"),
    }.get(state, "")  # fmt: skip


def being_filled() -> str:
    """Of the row with the cursor."""
    return _tr("正在填")


def weeks_word(kind: str, marks: Sequence[str]) -> str:
    """The four weeks beside a name, for a screen reader."""
    said = {MISSED: missed_word(kind), RUN: missed_word(kind)}
    if kind not in CALLS:
        said[VIDEO] = done_word(kind)
    return _tr("前 4 周：{0}").format("，".join(said.get(mark) or call_cell.word(mark) for mark in marks))


def help_text() -> str:
    """The paragraph of F1."""
    return _tr(
        "选好班或老师、哪一周，照着纸一行一行敲。方式按一个字母：V 视频或做成了，Y 电话，X 没通、没做成；"
        "D 和上面一样。没写哪天就跟着上面一行，没写和谁就是上一次的人，都用浅字写着。"
        "“说了什么”里按 ↓ 挑以前写过的话。已经存过的行不会再存；要再记一次，按 F2。"
        "Ctrl+Enter 一起存下，Ctrl+Z 一次撤回。没存就走开，敲过的都留着。"
        "从扫描的任务单来的行，手写的字在下面；勾得不清楚的按 V、X，或按空格认下，没看过的不会存。"
    )
