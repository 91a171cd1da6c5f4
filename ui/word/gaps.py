"""What costs the school points in the assessment, as the report's problems say it, the most points first."""

from typing import NamedTuple

from app.assessment import PAPER
from app.measures import split
from app.scoring import Score, Scored
from ui import score_words
from ui.sentences import rule_word
from ui.word.told import Told, tr

CHILDREN, PAPERS, MEETINGS, RULES, KEPT, THINGS, SAFETY, WORK = (
    "children", "papers", "meetings", "rules", "kept", "things", "safety", "work",
)  # fmt: skip
"""What belongs into one sentence."""


class Gap(NamedTuple):
    """`problem` and `answer` are parts of a sentence, "" where the figures (`key`) say the same."""

    topic: str
    problem: str
    answer: str
    key: str = ""
    points: int = 0
    """That it costs, in halves."""


SAID_BY = {"pairs": "pairs", "opened": "opened", "mended": "safety", "hazards": "safety", "problems": "problem"}
"""By the first word of a measure what the figures say of it (`ui.word.outlook`)."""


def gaps(score: Score | None, told: Told) -> list[Gap]:
    """Those of the table in use; what is written at the term's end is no gap before it."""
    if score is None:
        return []
    lacking = [one for one in (*score.to_gain, *score.planned) if one.found is not None and one.found.known]
    lacking.sort(key=lambda one: (-one.gain, one.item.position))
    return [_gap(one, told)._replace(points=one.gain) for one in lacking if not _comes_later(one)]


def _comes_later(one: Scored) -> bool:
    assert one.found is not None
    return one.found.ahead is not None and score_words.is_review(one.item.measure)


def _gap(one: Scored, told: Told) -> Gap:
    assert one.found is not None
    key, many, what = one.item.measure, one.found.owed - one.found.done, one.item.what
    name, arg = split(key)
    if one.item.measured == PAPER:
        return Gap(KEPT, tr("{0}的材料还差{1}份").format(what, many), tr("把{0}的材料收齐").format(what))
    if key == "figure:follow.done":
        return Gap(RULES, "", "", "follow")
    if name in SAID_BY:
        return Gap("", "", "", SAID_BY[name])
    if name == "rule":
        return _of_rule(arg, sum(each.times for each in one.found.lacks) or many, told)
    said = _said().get(key) or _said().get(name)
    if said is not None:
        return Gap(said[0], said[1].format(many), said[2].format(many))
    short = score_words.short_word(key, many).replace(" ", "")
    return Gap(WORK, tr("{0}：{1}").format(what, short), tr("补上{0}缺的").format(what))


def _of_rule(key: str, times: int, told: Told) -> Gap:
    """What is due and was not done is said of all rules at once."""
    if key == "parents-meeting":
        answer = tr("把没有开家长会的{0}个班开好").format(times)
        return Gap(MEETINGS, tr("还有{0}个班没有开家长会").format(times), answer)
    topic = MEETINGS if key in ("training", "forum", "lecture") else RULES
    if topic == RULES and told.lacking(f"rule.{key}"):
        return Gap(RULES, "", "", "rules")
    answer = tr("把差的{1}次{0}办好") if topic == MEETINGS else tr("把差的{1}次{0}补上")
    title = rule_word(key)
    return Gap(topic, tr("{0}还差{1}次").format(title, times), answer.format(title, times))


def _said() -> dict[str, tuple[str, str, str]]:
    """By measure, or by its first word: the topic, the problem, and what is done about it."""
    return {
        "plans": (CHILDREN, tr("{0}名留守儿童还没有帮扶计划"), tr("给{0}名留守儿童订好帮扶计划")),
        "pictures": (KEPT, tr("{0}次活动没有留下照片和材料"), tr("办活动当天就拍照，材料当周放好")),
        "equipment": (THINGS, tr("配备标准里的物品还有{0}样没有配够"), tr("照配备标准把缺的{0}样物品配齐")),
        "agreements": (PAPERS, tr("{0}名留守儿童的照护协议没有签"), tr("把{0}份照护协议签好")),
        "agreements:duty": (PAPERS, tr("{0}名留守儿童的帮扶责任书没有签"), tr("把{0}份帮扶责任书签好")),
        "known": (CHILDREN, tr("{0}名留守儿童的基本情况没有问清楚"), tr("把{0}名留守儿童的基本情况逐人问清楚")),
        "rooms": (THINGS, tr("功能室还有{0}间没有达到标准"), tr("把没有达到标准的{0}间功能室配好")),
        "rules_posted": (THINGS, tr("还有{0}间活动室的制度没有上墙"), tr("把{0}间活动室的制度挂上墙")),
        "ledger": (THINGS, tr("台账上有{0}样物品对不上"), tr("把对不上的{0}样物品查清楚")),
        "stages": (WORK, tr("工作计划里有{0}步到期没有做完"), tr("把计划里没有做完的{0}步做完")),
        "group": (WORK, tr("领导小组还不全"), tr("把领导小组配齐")),
        "keeper": (WORK, tr("留守儿童之家还没有负责人"), tr("明确留守儿童之家的负责人")),
        "plan": (WORK, tr("工作计划还没有写"), tr("把工作计划写好")),
        "reviewed": (WORK, tr("总结还没有写进计划"), tr("把总结写进计划")),
        "count": (WORK, tr("工作会议还差{0}次"), tr("把差的{0}次工作会议开好")),
    }  # fmt: skip
