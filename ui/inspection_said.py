"""How a point of the self-check is said to stand: what was counted, what is missing (`app.self_check`)."""

from PySide6.QtCore import QCoreApplication

from app.self_check import FINE, MOSTLY, Checked
from ui import score_words
from ui.inspection_words import answer_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def lack_word(one: Checked) -> str:
    """What of a point is missing, in words; "" where nothing is."""
    if one.found is None or one.state == FINE:
        return ""
    if not one.found.known:
        return score_words.unknown_word(one.key)
    if one.found.ahead is not None and score_words.is_review(one.key):
        return _tr("学期末写")
    if one.found.ahead is not None:
        return _tr("{0}排好了").format(score_words.day_word(one.found.ahead))
    short = score_words.short_word(one.key, one.found.owed - one.found.done)
    return _tr("基本做到 {0}%，{1}").format(one.found.percent, short) if one.state == MOSTLY else short


def result_word(one: Checked) -> str:
    """The result of a point: 46/52, 有, 不用有."""
    if one.found is None:
        said = one.answer.answer if one.answer is not None else ""
        return answer_words().get(said, "")
    return f"{one.found.done}/{one.found.owed}" if one.found.known and one.found.owed > 1 else ""


def counted_sentence(one: Checked) -> str:
    """谈心：该有 743 次，有了 677 次，91%。"""
    found = one.found
    if found is None:
        return ""
    what = score_words.said_measure(one.key)
    if not found.known:
        return _tr("{0}：{1}。").format(what, score_words.unknown_word(one.key))
    if not found.owed:
        return _tr("{0}：没有要做的。").format(what)
    unit = score_words.unit_word(one.key)
    said = _tr("{0}：该有 {1} {3}，有了 {2} {3}，{4}%。").format(what, found.owed, found.done, unit, found.percent)
    if one.state == MOSTLY:
        said += _tr("做到 {0}% 就算基本做到。").format(one.enough)
    return said
