"""What the words beside a blank ask for, as a key of `app.templates.facts`."""

import re

from app.catalogue import FACTS, PERSONS
from app.imports import aliases
from app.kinship import FATHERS, MOTHERS
from app.templates.facts import TITLES

_OWN = {
    "seq": "序号 编号 no",
    "age": "年龄 岁 周岁",
    "school": "学校 学校名称 就读学校 所在学校 填报单位 填报学校 单位 单位名称 学校(盖章) 报送单位",
    "today": "填报日期 填表日期 填报时间 填表时间 报送日期 登记日期 登记时间",
    "class_teacher": "班主任 班主任姓名",
    "class_teacher_phone": "班主任电话 班主任联系电话",
    "duty_phone": "学校电话 学校联系电话 值班电话",
    "count": "总人数 合计人数 人数 共计 共 共有 合计",
    "birth_month": "出生年月",
    "boards": "是否寄宿 是否住校 是否寄宿生 是否住宿 寄宿",
    "enrolled_on": "入班日期 入班时间",
    "entry": "入学年月 入学时间 入学日期",
    "marriage": "父母婚姻状况 父母婚姻 婚姻状况 婚姻 父母婚姻情况",
    "income": "家庭收入来源 收入来源 经济来源 主要收入来源 家庭主要收入来源",
    "aid": "救助保障 救助保障情况 享受救助情况 享受救助保障情况 救助情况",
    "needs": "需要帮助的事 需求 帮扶需求 需要的帮助 主要困难 存在困难",
    "entrusted": "委托照护书 是否签订委托照护书 委托监护协议 是否签订委托监护协议",
    "call_time": "约好通话 通话时间",
    "cause": "留守原因 成为留守儿童原因",
    "actual_care": "实际照料 实际照料情况 实际监护情况 委托照料情况",
    "care_state": "监护情况 监护状况",
    "school_year": "学年 学年度",
    "grade": "年级 年级名称 所在年级 就读年级",
    "status": "留守儿童类型 是否留守儿童 留守情况 留守类型",
    "class_number": "班号",
    "confirmed_on": "核对日期 最近核对",
}
_KIN = {
    "age": "年龄 周岁",
    "health": "健康状况 身体状况 健康 身体健康状况",
    "since": "外出时间 外出务工时间 外出日期 何时外出 务工时间",
    "relation": "关系 与学生关系 与儿童关系 称谓 与孩子关系 与留守儿童关系 与被监护人关系 与本人关系",
}
_BY_LABEL = {aliases.tidy(label): key for key, labels in _OWN.items() for label in labels.split()}
_BY_TITLE = {aliases.tidy(fact.title): fact.key for fact in FACTS}
_KIN_BY_LABEL = {label: key for key, labels in _KIN.items() for label in labels.split()}
_OF_IMPORT = {"claim": "status", "id_kind": ""}
_HAND = re.compile(r"签[名字章]|盖章|意见|填表人|负责人|复核|审核|照片|相片|贴照|经办|制表")
"""Beside these words a person writes, signs or pastes by hand."""


def by_hand(label: str) -> bool:
    """Whether what stands beside this label is no business of the program."""
    return bool(_HAND.search(aliases.tidy(label)))


def key_of(label: str) -> str:
    """The fact that a label of its own asks for: 姓名, 父亲电话, 填报日期; "" if it is not known."""
    for word in dict.fromkeys((aliases.tidy(label), _unbracketed(label))):
        if word in _BY_LABEL:
            return _BY_LABEL[word]
        if word in _BY_TITLE:
            return _BY_TITLE[word]
        person, attribute = _split(word)
        if person:
            return known(f"{person}.{attribute}")
    return known(aliases.field_of(label) or "")


def key_under(person: str, label: str) -> str:
    """The fact that a label asks for under the name of a person: 电话 under 父亲; "" if it asks for nothing of him."""
    attribute = kin_attribute(label)
    return known(f"{person}.{attribute}") if attribute else ""


def kin_attribute(label: str) -> str:
    """phone for 联系电话: what a label asks of a relative."""
    word = _unbracketed(label)
    return _KIN_BY_LABEL.get(word) or aliases.kin_attribute(label)


def person_of(label: str) -> str:
    """父亲 for 父亲情况, 照料人 for 监护人; "" for what names nobody."""
    person = _person(aliases.group_of(label))
    return person if person in PERSONS else ""


def known(field: str) -> str:
    """The key of a form for a field of an import; "" for one that no form can be filled with."""
    field = _OF_IMPORT.get(field, field)
    person, dot, attribute = field.partition(".")
    key = f"{_person(person)}.{attribute}" if dot else field
    return key if key in TITLES else ""


def _person(group: str) -> str:
    if group in FATHERS or group in MOTHERS:
        return FATHERS[0] if group in FATHERS else MOTHERS[0]
    return aliases.CARER if group == aliases.GUARDIAN else group


def _split(word: str) -> tuple[str, str]:
    """父亲 and age for 父亲年龄, where the import has no such field."""
    for label, attribute in _KIN_BY_LABEL.items():
        if word.endswith(label) and (person := person_of(word[: -len(label)].rstrip("的"))):
            return person, attribute
    return "", ""


def _unbracketed(label: str) -> str:
    return re.sub(r"\([^)]*\)", "", aliases.tidy(label))
