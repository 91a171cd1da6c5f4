"""The rules' verdicts in the school's words: why a child is left-behind or not, who looks after it, what is missing."""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.carer import Carer
from app.days import on_paper
from app.kinship import spoken_relation
from app.roster import RosterRow
from app.status import CivilVerdict, Disagreement, Verdict

_PLACE = re.compile(
    r"(?P<province>.{2,7}?(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区))?"
    r"(?P<city>.{2,14}?(?:自治州|地区|盟|市))?(?P<county>.{2,6}?[县区市旗])?(?P<rest>.*)"
)
_PEOPLES = re.compile(
    r"(?:土家族|苗族|侗族|藏族|羌族|彝族|回族|壮族|布依族|傣族|白族|哈尼族|傈僳族|景颇族|蒙古族?|朝鲜族|哈萨克族?)*"
    r"(?:自治州|地区|盟|市)$"
)
_REGION = re.compile(r"(?:壮族|回族|维吾尔)?自治区$|省$")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)


def status_word(status: str) -> str:
    """What the register's status is called in the school."""
    return {"both_away": _tr("双亲留守"), "one_away": _tr("单亲留守"), "none": _tr("非留守")}[status]


def why_register(verdict: Verdict) -> str:
    """Why the child has its status by the register's meaning, in one sentence."""
    args = verdict.args
    who, other = spoken_relation(args.get("who", "")), spoken_relation(args.get("other", ""))
    if verdict.reason == "sole_away":
        return _tr("{other}，{who}一人带着又在外，所以按父母都在外算。").format(
            other=_absence(other, args["why"]), who=who)
    if verdict.reason == "sole_home":
        return _tr("{other}，{who}在家，不算留守。").format(other=_absence(other, args["why"]), who=who)
    if verdict.reason == "claim":
        return _claim_sentence(verdict)
    return {
        "override": _tr("学校自己定的：{text}。"),
        "both_away": _tr("父母都在外务工，已经满三个月，是双亲留守。"),
        "one_away": _tr("{who}在外务工，{other}在家，是单亲留守。"),
        "none_away": _tr("父母都在家，不算留守。"),
        "short_away": _tr("{who}出去还不到三个月，暂不算留守。"),
        "both_dead": _tr("父母都已去世，不是因外出务工留守。"),
        "nothing": _tr("还不知道父母在哪里，先按非留守算。"),
    }[verdict.reason].format(who=who, other=other, text=args.get("text", "").rstrip("。"))


def why_civil(verdict: CivilVerdict) -> str:
    """Why the child is left-behind, or not, by civil affairs' meaning, in one sentence."""
    args = verdict.args
    words = {
        "override": _tr("学校自己定的：{text}。"),
        "age": _tr("已满 16 岁，不在民政统计里。"),
        "household": _tr("户口是{household}，不是农村户籍，不在民政统计里。"),
        "household_blank": _tr("户口性质没填，民政口径待核实。"),
        "household_unclear": _tr("户口写的是{household}，看不出是不是农村户籍，民政口径待核实。"),
        "both_away": _tr("父母都在外务工，是农村留守儿童。"),
        "one_unable": _tr("{who}在外，{other}没有监护能力，是农村留守儿童。"),
        "one_able": _tr("{who}在外，{other}在家照看，民政口径不算留守。"),
        "none_away": _tr("家里有父母照看，民政口径不算留守。"),
        "claim_both": _tr("学籍表写的是双亲留守，按农村留守儿童算，父母去处还没确认。"),
        "claim_one": _tr("学籍表写的是单亲留守，另一方能不能照看还不知道，民政口径待核实。"),
        "claim_none": _tr("学籍表写的是非留守，民政口径不算留守。"),
        "nothing": _tr("还不知道父母在哪里，民政口径待核实。"),
    }
    if verdict.reason == "both_away" and "why" in args:
        return _tr("唯一带孩子的{who}在外，是农村留守儿童。").format(who=spoken_relation(args["who"]))
    return words[verdict.reason].format(
        who=spoken_relation(args.get("who", "")), other=spoken_relation(args.get("other", "")),
        household=args.get("household", ""), text=args.get("text", "").rstrip("。"))


def meaning_civil() -> str:
    """Civil affairs' meaning, explained."""
    return _tr("民政口径：农村户籍、不满 16 岁，父母都外出，或一方外出、另一方没有监护能力。")


def disagreement_sentence(found: Disagreement) -> str:
    """That facts and the register's file differ, and what to do."""
    return _tr("核实到的情况是{facts}，学籍表写的是{claim}，请在学籍系统里改，或者再核一次。").format(
        facts=status_word(found.facts), claim=status_word(found.claim))


def civil_word(value: bool | None) -> str:
    """Civil affairs' status as a word."""
    return _tr("待核实") if value is None else _tr("是") if value else _tr("不是")


def carer_word(carer: Carer) -> str:
    """Who looks after the child, as the list says it under the name: 奶奶, 奶奶？, 还不知道."""
    if carer.kin is None:
        return _tr("还不知道")
    word = spoken_relation(carer.kin.relation)
    return word if carer.certainty == "confirmed" else _tr("{0}，待确认").format(word)


def missing_word(key: str) -> str:
    """One of the five in school words."""
    return {
        "parents_names": _tr("父母姓名"),
        "work_places": _tr("父母在哪打工"),
        "parents_phones": _tr("父母电话"),
        "carer_name": _tr("谁带"),
        "carer_phone": _tr("带的人电话"),
    }[key]


def missing_sentence(keys: Sequence[str]) -> str:
    """What is lacking of the five: 五样都清楚, 还缺父母电话、谁带."""
    if not keys:
        return _tr("五样都清楚")
    return _tr("还缺{0}").format(_tr("、").join(missing_word(key) for key in keys))


def away_summary(row: RosterRow) -> str:
    """The 父母 column: 父母都在外, 爸爸在外, 父母都在家, 妈妈去世，爸爸在外, 还不知道."""
    gone = [one for one in row.parents if one.kind in ("dead", "missing")]
    away = [one for one in row.parents if one.kind == "away"]
    home = [one for one in row.parents if one.kind == "home"]
    if len(away) == 2:
        said = _tr("父母都在外")
    elif away:
        said = _tr("{0}在外").format(spoken_relation(away[0].relation))
    elif len(home) == 2:
        said = _tr("父母都在家")
    elif home:
        said = _tr("{0}在家").format(spoken_relation(home[0].relation))
    elif len(gone) == 2:
        said = ""
    else:
        said = _by_claim_only(row)
    lost = _tr("，").join(_absence(spoken_relation(one.relation), one.kind) for one in gone)
    return _tr("，").join(part for part in (lost, said) if part)


def is_guess(row: RosterRow) -> bool:
    """Whether the 父母 column shows what an import proposed and nobody has confirmed."""
    return any(not one.sure for one in row.parents)


def place_short(place: str) -> str:
    """Province and town as one says them: 广东东莞 of 广东省东莞市长安镇五金厂; a place without them as it is."""
    text = place.strip()
    match = _PLACE.fullmatch(text)
    if match is None or not (match["province"] or match["city"]):
        return text
    province = _REGION.sub("", match["province"] or "")
    town = _PEOPLES.sub("", match["city"] or "")
    if province:
        return province + (town or match["county"] or "")
    county = match["county"] or ""
    return town + (re.sub(r"[县区市旗]$", "", county) if len(county) > 2 else county)


def _absence(other: str, why: str) -> str:
    words = {"dead": _tr("{0}去世"), "missing": _tr("{0}失踪"), "unknown": _tr("{0}不详"), "custody": _tr("父母离婚")}
    return words[why].format(other or _tr("另一方"))


def _claim_sentence(verdict: Verdict) -> str:
    source = verdict.args.get("source", "")
    day = on_paper(date.fromisoformat(verdict.args["day"]))
    said = _tr("{source}写的是{status}").format(source=source or _tr("学籍表"), status=status_word(verdict.status))
    return _tr("{said}（从{day}起），父母去处还没全部确认。").format(said=said, day=day)


def _by_claim_only(row: RosterRow) -> str:
    if row.verdict.basis in ("claim", "override") and row.left_behind:
        return _tr("父母都在外") if row.status == "both_away" else _tr("一方在外")
    return _tr("还不知道")


def rule_word(key: str) -> str:
    """A care rule as the office calls it."""
    return {
        "family-call": _tr("亲情电话或书信"), "parents-call": _tr("和父母通话"), "talk": _tr("谈心"),
        "carer": _tr("联系照料人"), "mentor-parents": _tr("联系父母"), "visit": _tr("家访"),
        "visit-thirds": _tr("期初期中期末家访"), "visit-mentor": _tr("代理家长家访"), "letter": _tr("给父母写信"),
        "activity": _tr("参加活动"), "plan-review": _tr("看帮扶计划"), "survey": _tr("调查登记"),
        "health": _tr("体检"), "parents-meeting": _tr("家长会"), "training": _tr("监护人培训"),
        "forum": _tr("座谈会"), "lecture": _tr("讲座"), "award": _tr("表彰"),
    }.get(key, key)  # fmt: skip


def standing_word(state: str, overdue_days: int = 0) -> str:
    """做了, 还没做, 快到期, 过了 6 天."""
    if state == "overdue":
        return _tr("过了 {0} 天").format(overdue_days)
    return {"done": _tr("做了"), "open": _tr("还没做"), "soon": _tr("快到期")}.get(state, state)
