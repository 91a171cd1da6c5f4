"""The end of the report: what is not well yet, and what is done about it."""

from ui.word.told import Told, tr

NUMERALS = "一二三四五六七八九"
MOST = 3
"""Rules that are named; the table at the end has all."""


def problems(told: Told) -> str:
    """What lacks, counted off; that nothing does."""
    missed = "、".join(tr("{0}缺{1}次").format(*one) for one in told.missed()[:MOST])
    said = [
        tr("规定的事没有全部做到，{0}").format(missed) if missed else "",
        told.lacks("pairs.mentored", tr("还有{0}名留守儿童没有代理家长")),
        told.some("follow.open", tr("还有{0}件跟进没有办结")),
        told.lacks("room.written", tr("活动室的开放记录缺{0}次")),
        told.some("safety.open", tr("有{0}处活动室隐患没有整改")),
        told.some("problem.open", tr("检查发现的问题还有{0}件没有解决")),
        told.some("children.civil_unknown", tr("有{0}人按民政口径是不是留守儿童还没有核实")),
    ]  # fmt: skip
    return _counted(said, tr("到期的事都做了，发现的问题都解决了。"))


def intentions(told: Told) -> str:
    """The same the other way round: what will be done."""
    missed = "、".join(title for title, _lack in told.missed()[:MOST])
    said = [
        tr("{0}在到期以前先查还差谁，按规定做够").format(missed) if missed else "",
        told.lacks("pairs.mentored", tr("给没有代理家长的{0}名留守儿童结好对")),
        told.some("follow.open", tr("把没有办结的{0}件跟进逐件办结")),
        tr("活动室开放当天写好记录") if told.lacking("room.written") else "",
        told.some("safety.open", tr("把{0}处活动室隐患整改好")),
        told.some("problem.open", tr("解决检查发现还没有解决的{0}件问题")),
        told.some("children.civil_unknown", tr("把待核实的{0}人逐人核实")),
    ]  # fmt: skip
    return _counted(said, tr("结对、谈心、通话、家访照现在的做法做下去，开学先核对一遍电话和住址。"))


def _counted(parts: list[str], none: str) -> str:
    """一是…；二是…。 One alone is not counted."""
    said = [one for one in parts if one]
    if len(said) < 2:
        return f"{said[0]}。" if said else none
    return "；".join(tr("{0}是{1}").format(NUMERALS[place], one) for place, one in enumerate(said)) + "。"
