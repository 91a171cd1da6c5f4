"""What the columns of assessment tables are called (domain.md §5), and which words mean which figure."""

import re

from app.assessment import FIGURE, JUDGED, PAPER
from app.imports.aliases import tidy
from app.scales import EACH, SHARE, STEPS, BadScale, halves, read_scale, write_scale
from app.sheets import WIDE

FIELDS = ("part", "what", "demand", "points", "criteria", "how")
_HEADERS = {
    "part": "部分 一级指标 考核指标 考核项目 考核类别 类别 大项 项目类别 考评项目 指标",
    "what": "考核项 二级指标 三级指标 指标名称 考核要点 检查项目 检查内容 小项 项目 考核点 考评要点 考评内容 内容",
    "demand": "目标要求 考核要求 工作要求 要求 目标 标准要求 工作目标 考评要求",
    "points": "分值 标准分 满分 分数 基本分 权重 分 标准分值 赋分 应得分",
    "criteria": "考核内容及评分标准 评分标准 计分标准 考核标准 扣分标准 评分细则 计分办法 考核内容 评分办法 考评标准"
    " 考评细则",
    "how": "操作说明 考核方式 检查方法 考核办法 考评办法 查看资料 备注 说明 评价方式 考核方法 检查方式 考评方式",
}  # fmt: skip
_BY_HEADER = {tidy(word): field for field, words in _HEADERS.items() for word in words.split()}
TOTALS = ("合计", "总分", "总计", "小计", "共计")

_FIGURES = (
    ("家访|走访", "rule:visit"), ("谈心|谈话", "rule:talk"),
    ("通话|亲情电话|视频|亲情热线", "rule:family-call"), ("书信|写信", "rule:letter"),
    ("家长会", "rule:parents-meeting"), ("监护人培训|家长学校|家长培训|隔代", "rule:training"),
    ("座谈", "rule:forum"), ("讲座|法治教育|安全教育", "rule:lecture"), ("体检", "rule:health"),
    ("责任书", "agreements:duty"), ("照护协议|托管协议|监护协议|委托", "agreements:care"),
    ("帮扶计划|一人一策", "plans"), ("结对|代理家长", "pairs"), ("隐患|安全检查", "hazards"),
    ("调查|排查|摸底", "rule:survey"), ("开放", "opened"), ("台账|账实|资产", "ledger"), ("上墙", "rules_posted"),
    ("设施|设备|配备|器材", "equipment"), ("五室|活动室|场地|用房|阵地", "rooms"),
    ("建档|档案|底数|五个清楚|花名册|名册", "known"), ("领导小组|领导机构|组织机构", "group"),
    ("总结", "reviewed:term"),
    ("工作计划|实施方案|年度计划|学期计划", "plan:term"), ("会议|专题研究", "count:work_meeting 2"),
    ("专人|负责人", "keeper"),
    ("照片|影像", "pictures"), ("联系监护人|监护人联系", "rule:carer"), ("活动(?!室)", "rule:activity"),
)  # fmt: skip
_PAPER = re.compile("文件|制度|材料|资料|记录|经费|账目|方案")
_EACH = re.compile(
    r"(?:每(?:缺|少|差|漏|发现)?|(?:缺|少|差|漏|有|发现)?[一1](?:人|次|户|处|项|份|间|名|个|条|例|本))"
    r"[^，。；,;]{0,12}?扣\s*([\d.．]+)\s*分"
)
_STEP = re.compile(r"(\d{1,3})\s*%[^，。；,;%\d]{0,8}([\d.]+)\s*分")


def field_of(header: str) -> str | None:
    """The field of a header; None if it is not known."""
    return _BY_HEADER.get(tidy(re.sub(r"[（(].*?[)）]", "", header)))


def measured(what: str, demand: str, criteria: str) -> tuple[str, str]:
    """How an item is probably measured, by its words: (measured, measure). A person looks it through."""
    for text in (what, demand, criteria):
        for words, key in _FIGURES:
            if re.search(words, text):
                return FIGURE, key
    return (PAPER, "1") if _PAPER.search(what + demand + criteria) else (JUDGED, "")


def meant(text: str) -> list[str]:
    """Every figure that these words may mean, the likeliest first."""
    return [key for words, key in _FIGURES if re.search(words, text)]


def scale(criteria: str, full: int = 0) -> str:
    """“每缺一人扣 0.5 分”, “少一次扣 1 分” or “90% 以上得 10 分，80% 以上得 8 分” as a scale; in proportion where
    nothing of the kind is written. `full`: the item's points in halves, which the highest step must be worth."""
    steps = {int(percent): halves(points) for percent, points in _STEP.findall(criteria.translate(WIDE))}
    ranked = sorted(steps.items(), reverse=True)
    if ranked and ranked[0][1] == full:
        text = f"{STEPS} " + " ".join(f"{percent}:{points}" for percent, points in ranked)
        try:
            return write_scale(read_scale(text))
        except BadScale:
            return SHARE
    found = _EACH.search(criteria)
    each = halves(found[1]) if found is not None else None
    return f"{EACH} {each}" if each else SHARE
