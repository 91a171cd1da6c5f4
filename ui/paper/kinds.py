"""The papers the printing page offers: what each is called, how its sheet looks from afar, how much lies on it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.asset_books import PAPERS
from ui.finder import spelt_out
from ui.page import Place
from ui.session import Session

CARE = ("talks", "visits", "calls")
"""Papers of the ledger of care (`app.care_papers.PAPERS`)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One choice of the printing page."""

    key: str
    title: str
    columns: int
    rows: int
    """How the sheet is divided by cut lines, for its small picture."""
    drawn: str = "cards"
    """"cards", "grid", "names" or "pairs": what its small picture shows."""
    group: str = "cards"
    """One of `groups`."""

    @property
    def is_cut(self) -> bool:
        """Whether its sheets are cut apart."""
        return self.drawn == "cards"

    @property
    def each(self) -> int:
        """How many pieces lie on a sheet."""
        return self.columns * self.rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kinds", text)


def groups() -> dict[str, str]:
    """The kinds' groups, in the order of the page, with what they are called."""
    return {"cards": _tr("卡片"), "forms": _tr("表格"), "pairs": _tr("结对"), "care": _tr("关爱"),
            "held": _tr("活动"), "honours": _tr("奖励"), "things": _tr("物品")}


def kinds() -> tuple[Kind, ...]:
    """All of them, group by group, in the order of the page."""
    return (
        Kind("child", _tr("随身卡"), 2, 2),
        Kind("pocket", _tr("随身卡（小）"), 2, 5),
        Kind("school", _tr("联系卡"), 1, 2),
        Kind("form", _tr("登记表"), 1, 1, "grid", "forms"),
        Kind("survey", _tr("调查表"), 1, 3, "grid", "forms"),
        Kind("list", _tr("班级名单"), 1, 1, "names", "forms"),
        Kind("pairing_list", _tr("结对一览表"), 1, 1, "pairs", "pairs"),
        Kind("record_book", _tr("帮扶记录册"), 1, 1, "grid", "pairs"),
        Kind("duty_paper", _tr("帮扶责任书"), 1, 1, "names", "pairs"),
        Kind("agreements", _tr("签订情况"), 1, 1, "grid", "pairs"),
        Kind("leading_group", _tr("领导小组"), 1, 1, "grid", "pairs"),
        Kind("mentor_score", _tr("代理家长考核"), 1, 1, "grid", "pairs"),
        Kind("slips", _tr("任务单"), 1, 1, "names", "care"),
        Kind("today", _tr("今日清单"), 1, 1, "names", "care"),
        Kind("phones", _tr("电话单"), 1, 1, "names", "care"),
        Kind("talks", _tr("谈心记录"), 1, 2, "grid", "care"),
        Kind("visits", _tr("家访记录"), 1, 1, "grid", "care"),
        Kind("calls", _tr("电话登记表"), 1, 1, "grid", "care"),
        Kind("heat", _tr("每周一览"), 1, 1, "grid", "care"),
        Kind("rules", _tr("关爱规则"), 1, 1, "grid", "care"),
        Kind("room_rules", _tr("活动室制度"), 1, 1, "names", "care"),
        Kind("openings", _tr("开放记录"), 1, 1, "grid", "care"),
        Kind("calendar", _tr("校历"), 1, 1, "grid", "care"),
        Kind("work_plan", _tr("工作计划"), 1, 1, "grid", "care"),
        Kind("figures", _tr("学期数字"), 1, 1, "pairs", "care"),
        Kind("self_score", _tr("考核自评表"), 1, 1, "grid", "care"),
        Kind("self_check", _tr("迎检自查表"), 1, 1, "grid", "care"),
        Kind("problem_ledger", _tr("整改台账"), 1, 1, "grid", "care"),
        Kind("inspection_round", _tr("安全检查"), 1, 1, "grid", "care"),
        Kind("activity_plan", _tr("活动方案"), 1, 1, "grid", "held"),
        Kind("activity_record", _tr("活动记录"), 1, 1, "grid", "held"),
        Kind("activity_wall", _tr("活动安排"), 1, 1, "names", "held"),
        Kind("signin", _tr("签到表"), 1, 1, "names", "held"),
        Kind("thanks", _tr("感谢信"), 1, 1, "names", "held"),
        Kind("receipt", _tr("领取表"), 1, 1, "grid", "held"),
        Kind("wishes", _tr("心愿墙"), 2, 4, "grid", "held"),
        Kind("asset_book", _tr("资产台账"), 1, 1, "grid", "things"),
        Kind("asset_cards", _tr("物品卡"), 1, 2, "cards", "things"),
        Kind("asset_labels", _tr("物品标签"), 3, 8, "cards", "things"),
        Kind("standard", _tr("配备对照表"), 1, 1, "grid", "things"),
        Kind("count_sheet", _tr("盘点表"), 1, 1, "grid", "things"),
        Kind("stocktake_report", _tr("盘点报告"), 1, 1, "grid", "things"),
        Kind("scrap_form", _tr("报废单"), 1, 1, "grid", "things"),
        Kind("call_back", _tr("收回单"), 1, 1, "names", "things"),
        Kind("certificate", _tr("奖状"), 1, 1, "names", "honours"),
        Kind("honour_list", _tr("表彰名单"), 1, 1, "grid", "honours"),
        Kind("story", _tr("事迹和个案"), 1, 1, "names", "honours"),
    )


def kind_of(key: str) -> Kind:
    """The kind of that key. Raises KeyError."""
    return {kind.key: kind for kind in kinds()}[key]


def places(_session: Session) -> list[Place]:
    """The papers, for Ctrl+K."""
    return [spelt_out(Place("print", kind.key, kind.title, icon="printer")) for kind in kinds()]


def heading_words(kind: str, title: str, pieces: int, sheets: int) -> str:
    """The page's heading: 打印随身卡：5 张卡，2 张纸."""
    pattern = {
        "form": _tr("打印{0}：{1} 份，{2} 张纸"),
        "list": _tr("打印{0}：{1} 个班，{2} 张纸"),
        "survey": _tr("打印{0}：{1} 人，{2} 张纸"),
        "pairing_list": _tr("打印{0}：{1} 位代理家长，{2} 张纸"),
        "record_book": _tr("打印{0}：{1} 本，{2} 张纸"),
        "duty_paper": _tr("打印{0}：{1} 份，{2} 张纸"),
        "agreements": _tr("打印签订情况：{1} 份签了，{2} 张纸"),
        "leading_group": _tr("打印{0}：{1} 人，{2} 张纸"),
        "slips": _tr("打印{0}：{1} 位老师，{2} 张纸"),
        "signin": _tr("打印{0}：{1} 个班，{2} 张纸"),
        "phones": _tr("打印{0}：{1} 个孩子，{2} 张纸"),
        "talks": _tr("打印{0}：{1} 份，{2} 张纸"),
        "visits": _tr("打印{0}：{1} 份，{2} 张纸"),
        "calls": _tr("打印{0}：{1} 行，{2} 张纸"),
        "heat": _tr("打印{0}：{1} 个孩子，{2} 张纸"),
        "figures": _tr("打印{0}：{1} 个数字，{2} 张纸"),
        "rules": _tr("打印{0}：{1} 条，{2} 张纸"),
        "work_plan": _tr("打印{0}：{1} 步，{2} 张纸"),
        "calendar": _tr("打印{0}：{1} 周，{2} 张纸"),
        "self_score": _tr("打印{0}：{1} 项，{2} 张纸"),
        "mentor_score": _tr("打印{0}：{1} 位老师，{2} 张纸"),
        "self_check": _tr("打印{0}：{1} 项，{2} 张纸"),
        "problem_ledger": _tr("打印{0}：{1} 个问题，{2} 张纸"),
        "inspection_round": _tr("打印{0}，{2} 张纸"),
        "room_rules": _tr("打印{0}：{1} 间，{2} 张纸"),
        "openings": _tr("打印{0}：{1} 间，{2} 张纸"),
        "today": _tr("打印{0}：{1} 件，{2} 张纸"),
        "activity_plan": _tr("打印{0}，{2} 张纸"),
        "activity_record": _tr("打印{0}，{2} 张纸"),
        "activity_wall": _tr("打印{0}：{1} 次活动，{2} 张纸"),
        "thanks": _tr("打印{0}：{1} 封，{2} 张纸"),
        "receipt": _tr("打印{0}：{1} 个孩子，{2} 张纸"),
        "wishes": _tr("打印{0}：{1} 个心愿，{2} 张纸"),
        "asset_book": _tr("打印{0}：{1} 样，{2} 张纸"),
        "standard": _tr("打印{0}：{1} 样，{2} 张纸"),
        "asset_labels": _tr("打印{0}：{1} 个，{2} 张纸"),
        "certificate": _tr("打印{0}：{1} 张"),
        "honour_list": _tr("打印{0}：{1} 个奖，{2} 张纸"),
        "story": _tr("打印“{0}”，{2} 张纸"),
        "count_sheet": _tr("打印{0}：{1} 间，{2} 张纸"),
        "stocktake_report": _tr("打印{0}，{2} 张纸"),
        "scrap_form": _tr("打印{0}：{1} 样，{2} 张纸"),
        "call_back": _tr("打印{0}：{1} 份，{2} 张纸"),
    }.get(kind, _tr("打印{0}：{1} 张卡，{2} 张纸"))
    if kind in ("survey", "receipt") and not pieces:
        pattern = _tr("打印空白{0}：{2} 张纸")
    return pattern.format(title, pieces, sheets)


def counts_words(kind: str, children: int, pieces: int, sheets: int) -> str:
    """Above the buttons: for how many, and how the sheets are used."""
    if kind in ("form", "survey", *CARE) and sheets and not children:
        return _tr("一张空白表，要几张在打印机里选份数。")
    if kind == "leading_group":
        return _group_words(pieces)
    if kind in _OF_ACTIVITY:
        return _tr(_OF_ACTIVITY[kind])
    if kind == "wishes":
        return _wish_words(children, pieces)
    if kind == "receipt" and not children:
        return _tr("一张空白表，要几张在打印机里选份数。")
    if kind in PAPERS and not pieces:
        return _tr("那天这里没有物品，换一天，或者换一个范围。")
    if kind in _OF_HONOURS:
        words, none = _OF_HONOURS[kind]
        return _tr(words if sheets else none)
    if kind in _OF_SCHOOL:
        return _tr(_OF_SCHOOL[kind]).format(pieces)
    if not children and not (kind == "today" and pieces):
        return _nobody_words(kind)
    if not sheets:
        return _tr("先勾上要印哪几份。")
    if kind == "form":
        more = sheets - pieces
        words = _tr("{0} 人，一人一张 A4，按班级排好。").format(children)
        return words + (_tr("字多的有 {0} 张附页。").format(more) if more else "")
    pattern = {
        "survey": _tr("{0} 人，一张 A4 三个人，各班另起一张。收回来在“任务单”里读。"),
        "list": _tr("{1} 个班 {0} 人，各班从新的一张纸起。"),
        "pairing_list": _tr("{1} 位代理家长 {0} 个孩子，A4 横着印。上墙的只有姓名和班级，没有电话。"),
        "record_book": _tr("{1} 本 {0} 个孩子，一人一页，这学期做过的已经印上。"),
        "duty_paper": _tr("{1} 位代理家长 {0} 个孩子，签名盖章用。一式两份就印两次。"),
        "today": _tr("{1} 件事 {0} 个孩子，有电话，办公室自己用，不要上墙。"),
        "phones": _tr("{0} 个孩子，按班级排好。打完照着在“亲情联系”里敲进去。有号码，用完收好。"),
        "slips": _tr("{1} 位老师 {0} 个孩子，一位老师一份。四角的小方块别剪掉。"),
        "talks": _tr("{0} 个孩子 {1} 份，一张 A4 两份，一个孩子一张起，好放进各人的档案袋。"),
        "visits": _tr("{0} 个孩子 {1} 份，一份一张 A4。字多的有附页。"),
        "calls": _tr("{0} 个孩子 {1} 行，A4 横着印，没打通的也在里面。"),
        "receipt": _tr("{0} 个孩子，按班级排好，领了就签名。有名字，放档案盒，不要上墙。"),
        "signin": _tr("{1} 个班 {0} 人，各班从新的一张纸起。收回来在“任务单”里读。"),
    }.get(kind, _tr("{0} 人，一张 A4 印 {2} 张卡，按班级排好。"))
    return pattern.format(children, pieces, kind_of(kind).each)


_OF_SCHOOL = {
    "agreements": "签了 {0} 份，没签的在最前面。有孩子的名字，放档案盒，不要上墙。",
    "room_rules": "{0} 间，一间一张 A4，上面没有电话，可以上墙。在“活动室”点“改这间”改。",
    "openings": "{0} 间，各另起一张。空白的挂在房间里手写，月底照着补记。",
    "heat": "{0} 个孩子，A4 横着印，一格一周。办公室用，不上墙。",
    "figures": "{0} 个数字，报告里要写的都在，没有孩子的名字。名单在“本学期数字”里。",
    "activity_wall": "{0} 次活动，上面没有孩子的名字，可以上墙。名字写在主题里的，只印是什么活动。",
    "thanks": "{0} 封，一封一张 A4，信里没有孩子的名字。要改在“捐赠与心愿”里按 F7。",
    "count_sheet": "{0} 间，一间一张起。照着点，点完在“盘点”里敲进去；账上数可以不印。",
    "scrap_form": "{0} 样，申请、经办、批准三个人签字，一式两份就印两次。",
    "call_back": "{0} 份，一个班一张，班主任照着收。有孩子的名字，不上墙。",
    "stocktake_report": "点的人、确认人签字，放进档案盒。每一样的明细在“盘点”里导出。",
    "calendar": "{0} 周，一张 A4，上面没有孩子的名字，可以上墙。日期在“校历”里改。",
    "asset_book": "{0} 样，A4 横着印，各本从新的一张起，最后签名。",
    "standard": "{0} 样，该有多少、有多少、缺多少、过期多少都在上面。最少几样在“还缺”里改。",
    "asset_cards": "{0} 张卡，一张 A4 两张。借给谁也写着，放办公室，不要贴在外面。",
    "asset_labels": "{0} 个标签，扫出来就是资产编号。贴纸印歪了，先用白纸试一张再挪。",
    "self_score": "{0} 项，A4 横着印，得分、扣分原因、材料都在上面，签字盖章用。",
    "self_check": "{0} 项，A4 横着印，结果、材料在哪、还差什么都在上面，签字盖章用。",
    "problem_ledger": "{0} 个问题，活动室查出来的也在里面，A4 横着印，放档案盒。",
    "inspection_round": "查的人、学校负责人签字。空白的带着去查，回来照着记。",
    "mentor_score": "{0} 位代理家长，A4 横着印。有老师的姓名和做了多少，办公室用，不上墙。",
    "rules": "{0} 条，一张 A4，上面没有名字，可以上墙。在“设置”的“关爱规则”里改。",
}
"""Of papers that are not for the children of a choice."""
_OF_ACTIVITY = {
    "activity_plan": "议程、物品、预算都印上，签了字放档案盒。要改就在“活动”里改。",
    "activity_record": "有孩子的名字和比赛名次，放档案盒，不要上墙。工作会议印出来就是会议纪要。",
}
"""Of papers of one activity or meeting."""
_OF_HONOURS = {
    "certificate": ("一个奖一张 A4，横着印，右下角盖章。字在“奖状的字”里改。",
                    "还没有奖励。先在“奖励和事迹”里写上谁得了什么奖。"),
    "honour_list": ("上面有姓名、班级和奖项，没有电话，可以上墙。", "这段时间还没有奖励，换一段时间。"),
    "story": ("不写名字的，名字、家里人、住处和班级都换掉了，印前自己再读一遍。",
              "还没有事迹。先在“奖励和事迹”里写一篇。"),
    "work_plan": ("签字盖章，放档案盒。空的横线手写，内容在“工作计划”里改。",
                  "还没有工作计划。先在“学期报告”的“工作计划”里写。"),
}  # fmt: skip
"""Of awards, stories and plans: with sheets, and where there is nothing."""


def _group_words(pieces: int) -> str:
    if pieces:
        return _tr("{0} 人，组长在前。没有电话，可以上墙。").format(pieces)
    return _tr("领导小组还没有人，印的是空白表。在“设置”的“领导小组”里添上就印出来。")


def _wish_words(children: int, pieces: int) -> str:
    if not pieces:
        return _tr("没有要印的心愿，在“捐赠与心愿”里记。")
    if children:
        return _tr("{0} 个心愿，有孩子的名字，办公室用，不要上墙。").format(pieces)
    return _tr("{0} 个心愿，没有名字，可以上墙。写了孩子名字的不印，编号和心愿单上的一样。").format(pieces)


def _nobody_words(kind: str) -> str:
    if kind == "today":
        return _tr("今天没有要做的，不用印清单。")
    if kind == "slips":
        return _tr("这一周没有要做的，不用印任务单。")
    if kind in CARE:
        return _tr("这段时间没有记录，换一段时间，或者印空白的。")
    if kind in ("pairing_list", "record_book", "duty_paper"):
        return _tr("还没有孩子结对。先在“结对帮扶”里给孩子配上代理家长。")
    return _tr("这里一个孩子也没有，换一个范围。")
