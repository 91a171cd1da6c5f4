"""What a mentor does, in the words of the papers: of a rule with its rhythm, and of one thing that was done."""

from PySide6.QtCore import QCoreApplication

from app.care import NOT_REACHED, CareRecord
from app.care_papers import in_blocks
from app.care_rules import CareRule
from app.confidential import veiled
from app.windows import Window
from ui.care_words import block_marks, kind_word, missed_word, whom_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("DutyWords", text)


def rhythm(rule: CareRule) -> str:
    """每周 1 次, 期初、期中、期末各 1 次."""
    every = {
        "week": _tr("每周 {0} 次"), "fortnight": _tr("每两周 {0} 次"), "month": _tr("每月 {0} 次"),
        "third": _tr("期初、期中、期末各 {0} 次"), "term": _tr("每学期 {0} 次"), "year": _tr("每学年 {0} 次"),
    }[rule.span]  # fmt: skip
    if rule.third:
        every = (_tr("期初 {0} 次"), _tr("期中 {0} 次"), _tr("期末 {0} 次"))[rule.third - 1]
    return every.format(rule.needed)


def work_word(rule: CareRule) -> str:
    """谈心, 亲情电话或书信."""
    return _tr("或").join(kind_word(kind) for kind in rule.kinds)


def title_of(rule: CareRule) -> str:
    """谈心（每周 1 次）."""
    return _tr("{0}（{1}）").format(work_word(rule), rhythm(rule))


def window_word(span: str, number: int, window: Window) -> str:
    """第 3 周 and its days, 9 月, 期中."""
    first, last = window.from_day, window.until_day
    if span in ("week", "fortnight"):
        name = _tr("第 {0} 周") if span == "week" else _tr("第 {0} 次")
        return _tr("{0}\n{1}").format(name.format(number), f"{first.month}.{first.day}—{last.month}.{last.day}")
    if span == "third":
        return (_tr("期初"), _tr("期中"), _tr("期末"))[number - 1]
    if span == "month":
        if (first.year, first.month) == (last.year, last.month):
            return _tr("{0} 月").format(first.month)
        return _tr("{0}—{1}\n月").format(first.month, last.month)
    return ""


def done_words(record: CareRecord, child_id: int, by: str) -> str:
    """9月8日 和爸爸：聊了作业（李秀兰）. What is confidential is only dated: its words are never printed. Of what was
    written for the blocks of a form (在家：…) the first and the last stand here, the others on that form."""
    record = veiled(record)
    parts = [_tr("{0}月{1}日").format(record.day.month, record.day.day)]
    if record.relation and record.kind != "carer_contact":
        parts.append(_tr("和{0}").format(whom_word(record.relation)))
    if record.outcome == NOT_REACHED:
        parts.append(missed_word(record.kind))
    remark = next((one.remark for one in record.participants if one.child_id == child_id), "")
    blocks = in_blocks(record.summary, block_marks(record.kind))
    said = remark or "".join(blocks[:1] + blocks[1:][-1:]) or record.summary
    words = _tr("{0}：{1}").format(" ".join(parts), said) if said else " ".join(parts)
    return _tr("{0}（{1}）").format(words, by) if by else words
