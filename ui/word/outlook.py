"""The end of the report: what is not well yet, and what is done about it."""

from collections.abc import Sequence

from ui.word.gaps import CHILDREN, RULES, SAFETY, Gap
from ui.word.told import Told, tr

NUMERALS = "一二三四五六七八九"
MOST = 3
"""Rules that are named; the table at the end has all."""


def problems(told: Told, gaps: Sequence[Gap] = ()) -> str:
    """What lacks, counted off; that nothing does. `gaps`: what costs points in the assessment."""
    said = ["，".join(one.problem for one in those) for those in _lacking(told, gaps)]
    return _counted(said, tr("到期的事都做了，发现的问题都解决了。"))


def intentions(told: Told, gaps: Sequence[Gap] = ()) -> str:
    """The same the other way round: what will be done."""
    said = ["，".join(one.answer for one in those) for those in _lacking(told, gaps)]
    return _counted(said, tr("结对、谈心、通话、家访照现在的做法做下去，开学先核对一遍电话和住址。"))


def _lacking(told: Told, gaps: Sequence[Gap]) -> list[list[Gap]]:
    """What belongs together in one sentence, what costs most points first; nothing is said twice. Without an assessment
    table what the figures say, each alone."""
    of_figures = {one.key: one for one in _figures(told) if one.problem}
    if not gaps:
        return [[one] for one in of_figures.values()]
    costs = {one.key: sum(each.points for each in gaps if each.key == one.key) for one in gaps if one.key}
    every = [*(one for one in gaps if one.problem), *(
        one._replace(points=costs.get(key, 0)) for key, one in of_figures.items())]  # fmt: skip
    every.sort(key=lambda one: -one.points)
    topics: dict[str, list[Gap]] = {}
    for one in every:
        topics.setdefault(one.topic, []).append(one)
    return sorted(topics.values(), key=lambda those: -sum(one.points for one in those))


def _figures(told: Told) -> list[Gap]:
    missed = told.missed()[:MOST]
    lacks = "、".join(tr("{0}缺{1}次").format(*one) for one in missed)
    titles = "、".join(title for title, _lack in missed)
    return [
        Gap(RULES, tr("规定的事没有全部做到，{0}").format(lacks) if missed else "",
            tr("{0}在到期以前先查还差谁，按规定做够").format(titles), "rules"),
        Gap(CHILDREN, told.lacks("pairs.mentored", tr("还有{0}名留守儿童没有代理家长")),
            told.lacks("pairs.mentored", tr("给没有代理家长的{0}名留守儿童结好对")), "pairs"),
        Gap(RULES, told.some("follow.open", tr("还有{0}件跟进没有办结")),
            told.some("follow.open", tr("把没有办结的{0}件跟进逐件办结")), "follow"),
        Gap(SAFETY, told.lacks("room.written", tr("活动室的开放记录缺{0}次")), tr("活动室开放当天写好记录"), "opened"),
        Gap(SAFETY, told.some("safety.open", tr("有{0}处活动室隐患没有整改")),
            told.some("safety.open", tr("把{0}处活动室隐患整改好")), "safety"),
        Gap(SAFETY, told.some("problem.open", tr("检查发现的问题还有{0}件没有解决")),
            told.some("problem.open", tr("解决检查发现还没有解决的{0}件问题")), "problem"),
        Gap(CHILDREN, told.some("children.civil_unknown", tr("有{0}人按民政口径是不是留守儿童还没有核实")),
            told.some("children.civil_unknown", tr("把待核实的{0}人逐人核实")), "civil"),
    ]  # fmt: skip


def _counted(said: list[str], none: str) -> str:
    """一是…；二是…。 One alone is not counted."""
    if len(said) < 2:
        return f"{said[0]}。" if said else none
    return "；".join(tr("{0}是{1}").format(NUMERALS[place], one) for place, one in enumerate(said)) + "。"
