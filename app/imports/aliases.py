"""What the columns of registers, extracts and teachers' lists are called (domain.md §1), typing errors included."""

import re
from functools import lru_cache

from app.kinship import canonical_relation, is_known
from app.sheets import WIDE

IGNORED = ""
"""A column that says nothing of the child: a running number, an age, what our own roster derived."""
OTHER = "other"
"""A column without a field of its own: kept by its header."""
GUARDIAN = "监护人"
CARER = "照料人"

_CHILD = {
    "name": "姓名 学生姓名 儿童姓名 孩子姓名 留守儿童姓名 名字 幼儿姓名",
    "sex": "性别 学生性别",
    "birth": "出生日期 出生年月 出生年月日 生日 出生时间 出生",
    "id_number": "身份证件号 身份证件号码 身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号"
    " 学生身份证号 学生身份证号码 身份号码 公民身份证号码",
    "id_kind": "身份证件类型 证件类型",
    "register_number": "学籍号 全国学籍号 国网学籍号 全国学籍号码 学籍号码 国家学籍号",
    "register_aux": "学籍辅号 省网学籍号 省学籍号",
    "seat_number": "班内学号 学号 座号",
    "class": "班级 班号 班级号 班级名称 班 所在班级 年级班级 年级班 年班 就读班级 班别 行政班",
    "grade": "年级 年级名称 所在年级 就读年级",
    "entry": "入学年月 入学时间 入学日期",
    "ethnicity": "民族 名族",
    "household": "户口性质 户籍性质 户口类型 户口类别 户籍类型",
    "residence_code": "户口所在地行政区划 户口所在地 户籍所在地 户口所在地行政区划代码 户籍地址",
    "native_place": "籍贯",
    "health": "健康状况 身体状况 健康",
    "political": "政治面貌",
    "boarding": "就读方式 是否寄宿 是否住校 寄宿 是否寄宿生 是否住宿",
    "travel": "上下学方式 上下学交通方式",
    "distance_km": "上下学距离",
    "address": "现住址 家庭住址 住址 现住地址 现居住地址 居住地址 家庭详细住址 家庭详细地址",
    "home_address": "家庭地址",
    "phone": "联系电话 电话 家庭电话 手机 手机号 手机号码 电话号码 联系方式",
    "only_child": "是否独生子女 独生子女",
    "orphan": "是否孤儿 孤儿",
    "disability": "残疾类型 残疾类别",
    "former_name": "曾用名",
    "attention": "要注意 注意事项 过敏史 特殊病史",
    "note": "备注 说明",
    "call_time": "约好通话 约定通话 通话时间 约定通话时间 亲情通话时间",
    "marriage": "父母婚姻 婚姻状况 父母婚姻状况 家长婚姻状况 父母婚姻情况",
    "income": "收入来源 家庭收入来源 主要收入来源 家庭主要收入来源 家庭经济来源 经济来源",
    "aid": "救助保障 救助情况 享受救助 享受救助情况 救助帮扶情况 享受保障情况 救助保障情况",
    "entrusted": "委托照护书 委托照护 是否签委托照护书 是否签订委托照护书 委托监护协议 是否签订委托监护协议",
    "needs": "需要帮助的事 帮扶需求 主要困难 家庭困难 需要的帮助 困难和需求",
    "claim": "是否留守儿童 是否农村留守儿童 是否留守学生 是否留守 留守类型 留守情况 留守儿童类型 留守类别",
}
_KIN = {
    "name": "姓名 名字",
    "relation": "关系 与学生关系 与儿童关系 与本人关系 与孩子关系 与留守儿童关系 与被监护人关系 称谓 与该生关系",
    "phone": "电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系号码 联系电话号码 号码",
    "place": "务工地 务工地点 务工地址 打工地 打工地点 打工地址 外出务工地 外出务工地点 外出务工地址"
    " 外出地点 外出地 工作地 工作地点 务工去向 去向 务工所在地 务工省市 在哪里",
    "address": "现住址 住址 地址 居住地 家庭住址 详细地址 现住地址 居住地址",
    "work_unit": "工作单位 单位 务工单位",
    "guardian": "是否监护人",
    "id_number": "身份证号 身份证件号 身份证号码 身份证件号码 身份证 公民身份号码",
    "occupation": "职业 职务 工种 从事工作",
}
_IGNORED = (
    "序号 编号 学校标识码 学校标示码 学校 学校名称 年龄 原因 帮扶教师 帮扶老师 结对教师 结对老师 班主任 填表人 签名 no"
)
_CARERS = (
    "照料人 代养人 实际照料人 受委托人 受委托监护人 委托监护人 临时监护人 实际监护人"
    " 被委托人 现监护人 委托照料人 抚养人 谁带"
)
_GROUPS = dict.fromkeys(("家长", "监护人", "监护(照料)人", "法定监护人", "联系人"), GUARDIAN) | dict.fromkeys(
    _CARERS.split(), CARER
)
_MEMBER = re.compile(r"(?:家庭)?(?:成员|监护人|家长)([1-9一二三四五])")
_CHILD_BY_ALIAS = {alias: field for field, aliases in _CHILD.items() for alias in aliases.split()}
_KIN_BY_ALIAS = {alias: field for field, aliases in _KIN.items() for alias in aliases.split()}
_IGNORED_SET = frozenset(_IGNORED.split())

CHILD_FIELDS = tuple(_CHILD)
"""Keys of the fields a column may be given by hand, those of the child."""
KIN_FIELDS = tuple(_KIN)
"""Keys within a group of columns about one relative: `父亲.phone`, `监护人.name`, `成员1.relation`."""
GROUPS = ("父亲", "母亲", GUARDIAN, CARER, "祖父", "祖母", "外祖父", "外祖母", "成员1", "成员2", "成员3")


_LONGEST = 60
"""Longer texts head no column."""


@lru_cache(maxsize=512)
def tidy(text: str) -> str:
    """A header without blanks, stars, colons and width."""
    return re.sub(r"[\s\u3000*:#'\"]+", "", text.translate(WIDE)).lower()


# The rows at the top of a sheet are tried as headers of one and of two rows.
@lru_cache(maxsize=512)
def field_of(header: str) -> str | None:
    """The field key of a single header: "name", "父亲.phone"; "" to be ignored; None if not known."""
    if len(header) > _LONGEST:
        return None
    text = tidy(header)
    for word in (text, re.sub(r"\([^)]*\)", "", text)):
        if word in _IGNORED_SET:
            return IGNORED
        if word in _CHILD_BY_ALIAS:
            return _CHILD_BY_ALIAS[word]
        if group := group_of(word):
            return f"{group}.name"
        if found := _grouped(word):
            return found
    return None


def kin_attribute(header: str) -> str:
    """phone for 联系电话, place for 务工地: what a bare header says of the relative named before it; "" for others."""
    return _KIN_BY_ALIAS.get(re.sub(r"\([^)]*\)", "", tidy(header)), "") if len(header) <= _LONGEST else ""


def field_under(top: str, below: str) -> str | None:
    """The field key of a two-row header: 父亲 over 电话."""
    if len(top) + len(below) > _LONGEST:
        return None
    group = group_of(tidy(top))
    if group:
        word = re.sub(r"\([^)]*\)", "", tidy(below))
        attribute = _KIN_BY_ALIAS.get(word)
        return f"{group}.{attribute}" if attribute else field_of(below) if _grouped(word) else None
    return field_of(below) if below.strip() else field_of(top)


@lru_cache(maxsize=512)
def group_of(top: str) -> str:
    """父亲 for 父亲 or 父亲情况, 成员1 for 家庭成员一, 监护人, 照料人; "" for what heads no group."""
    if len(top) > _LONGEST:
        return ""
    if tidy(top) in _GROUPS:
        return _GROUPS[tidy(top)]
    word = re.sub(r"\([^)]*\)|(?:基本)?(?:情况|信息)$", "", tidy(top))
    if match := _MEMBER.fullmatch(word):
        return f"成员{_digit(match[1])}"
    if word in _GROUPS:
        return _GROUPS[word]
    relation = canonical_relation(word)
    return relation if (is_known(relation) and len(word) > 1) or word in ("父", "母") else ""


def _grouped(word: str) -> str:
    """成员1.phone for 成员1联系电话, 父亲.place for 父亲务工地; "" otherwise."""
    if member := _MEMBER.match(word):
        attribute = _KIN_BY_ALIAS.get(word[member.end() :].lstrip("的_-."))
        return f"成员{_digit(member[1])}.{attribute}" if attribute else ""
    for cut in range(len(word) - 1, 0, -1):
        group, attribute = group_of(word[:cut]), _KIN_BY_ALIAS.get(word[cut:].lstrip("的_-."))
        if group and attribute:
            return f"{group}.{attribute}"
    return ""


def _digit(text: str) -> str:
    return text if text.isdigit() else str("一二三四五".index(text) + 1)
