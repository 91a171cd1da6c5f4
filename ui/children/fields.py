"""The facts of a child as the dossier shows them: which field, under which words, typed or chosen how."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.children import AIDS, ENTRUSTED, INCOMES, MARRIAGES


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts panel.

    `kind`: text, long, birth, id, number, consent, choice (`choices` can be picked or typed), pick (one of `choices`
    and nothing else), several (any of them).
    """

    field: str
    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together under one heading."""

    heading: str
    facts: tuple[Fact, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("facts", text)


def fact_groups() -> tuple[FactGroup, ...]:
    """All facts a person may correct, the daily ones first; names as the student register has them (domain.md §1)."""
    return (_who(), _home(), _family(), _school(), _body())


def _who() -> FactGroup:
    return FactGroup(
        _tr("基本资料"),
        (
            Fact("name", _tr("姓名")),
            Fact("pinyin", _tr("拼音"), hint=_tr("多音字读错了就改这里")),
            Fact("sex", _tr("性别"), "choice", ("男", "女")),
            Fact("birth", _tr("出生"), "birth", hint=_tr("如 2016-5-12，只知道年月也行")),
            Fact("id_number", _tr("身份证号"), "id"),
            Fact("ethnicity", _tr("民族"), "choice", ("汉族", "苗族", "土家族", "侗族", "瑶族", "壮族", "回族")),
            Fact("household", _tr("户口性质"), "choice", ("农业户口", "非农业户口")),
            Fact("former_name", _tr("曾用名")),
            Fact("photo_consent", _tr("拍照"), "consent"),
        ),
    )


def _home() -> FactGroup:
    return FactGroup(
        _tr("住处"),
        (
            Fact("address", _tr("现住址"), "long"),
            Fact("home_address", _tr("家庭地址"), "long", hint=_tr("和现住址不同才填")),
            Fact("phone", _tr("家里电话")),
            Fact("boarding", _tr("就读方式"), "choice", ("走读", "住校")),
            Fact(
                "travel",
                _tr("上下学"),
                "choice",
                ("步行", "自行车", "公共交通", "家长自行接送", "校车", "其他"),
            ),
            Fact("distance_km", _tr("离校公里"), "number"),
        ),
    )


def _family() -> FactGroup:
    """What the registration form asks of the family, and the agreed time of the cards."""
    return FactGroup(
        _tr("家庭情况"),
        (
            Fact("call_time", _tr("约好通话"), hint=_tr("如 周六 19:00")),
            Fact("marriage", _tr("父母婚姻"), "pick", MARRIAGES),
            Fact("income", _tr("收入来源"), "several", INCOMES),
            Fact("aid", _tr("救助保障"), "several", AIDS),
            Fact("entrusted", _tr("委托照护"), "pick", ENTRUSTED),
            Fact("needs", _tr("要帮的事"), "long", hint=_tr("印在登记表上")),
        ),
    )


def _school() -> FactGroup:
    return FactGroup(
        _tr("学籍"),
        (
            Fact("register_number", _tr("学籍号")),
            Fact("register_aux", _tr("学籍辅号")),
            Fact("seat_number", _tr("班内学号")),
            Fact("political", _tr("政治面貌"), "choice", ("少先队员", "共青团员", "群众")),
            Fact("native_place", _tr("籍贯")),
            Fact("residence_code", _tr("户口所在地")),
        ),
    )


def _body() -> FactGroup:
    return FactGroup(
        _tr("要留心"),
        (
            Fact("attention", _tr("要注意"), "long", hint=_tr("过敏、用药，印在学校联系卡上")),
            Fact(
                "health",
                _tr("健康"),
                "choice",
                ("健康或良好", "一般或较弱", "有慢性病", "有生理缺陷", "残疾"),
            ),
            Fact("disability", _tr("残疾类型")),
            Fact("only_child", _tr("独生子女"), "choice", ("是", "否")),
            Fact("orphan", _tr("孤儿"), "choice", ("是", "否")),
            Fact("note", _tr("备注"), "long"),
        ),
    )
