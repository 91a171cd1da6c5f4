"""How the ledger of things says something: classes, origins, movements, what is not right."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.edits.inventory import TooMany
from app.equipment import MISSING, SHORT, Need
from app.inventory import Asset
from app.shelf import BELOW, DIFFERS, LATE, NEVER, Line
from app.values import BadValue
from ui.children.deeds import bad_value_words
from ui.stock_words import borrower, class_words, counted, day_word, kind_word, origin_words

__all__ = [
    "borrower", "class_words", "day_word", "detail", "kind_word", "need_state", "origin_words", "state", "wrong",
]  # fmt: skip
State = tuple[str, str, str]
"""(mark, words, second line)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


def detail(asset: Asset) -> str:
    """The second line under a name: number, spec, author, publisher."""
    parts = (asset.number, asset.spec, asset.author, asset.publisher)
    return _tr("，").join(part for part in parts if part)


def state(line: Line, today: date) -> State:
    """What is right or not about an asset."""
    if line.state == BELOW:
        return "over", _tr("少于零，查账"), ""
    if line.state == DIFFERS and line.last is not None:
        step = line.last.difference
        said = _tr("多 {0}") if step > 0 else _tr("少 {0}")
        return "over", said.format(counted(abs(step), line.asset)), _tr("盘点后还没记账")
    if line.state == LATE:
        return "over", _tr("{0}没还").format(counted(line.late, line.asset)), _tr("过了归还的日子")
    if line.state == NEVER:
        return "wait", _tr("还没盘过"), ""
    return "done", _tr("对上了"), ""


def need_state(need: Need) -> State:
    """How the school stands with a thing of the standard list."""
    past = _tr("{0} {1}过期，不算").format(need.past, need.item.unit) if need.past else ""
    if need.state == MISSING:
        return "over", _tr("没有"), past
    if need.state == SHORT:
        return "soon", _tr("还差 {0} {1}").format(need.lacking, need.item.unit), past
    return "done", _tr("够了"), past


def wrong(error: BadValue) -> str:
    """What is wrong with a field of a form, and what to write."""
    if isinstance(error, TooMany):
        return _tr("只有 {0}，写少一点，或者换一间、换一天").format(error.there)
    return {
        "same_person": _tr("验收要两个人，换一位"), "same_room": _tr("就在这一间，换一间"),
        "too_few": _tr("写个数，至少 1"), "not_money": _tr("写多少元，如 45.50"), "taken": _tr("这个编号有了，换一个"),
        "too_early": _tr("这一天早了，换一天"), "in_the_future": _tr("这一天还没到，换一天"),
        "not_here": _tr("刚才已经还清或者撤回了"),
    }.get(error.reason) or bad_value_words(error)  # fmt: skip
