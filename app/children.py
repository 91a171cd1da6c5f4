"""A child with everything that hangs on it: kin, phones, where the parents are, who cares, claims, classes.

Facts are dated and status is derived (docs/architecture.md): every period here is half-open, [from_day, until_day),
`None` meaning "since ever" or "still". Births may be vague: "2017", "2017-12" or "2017-12-17".
"""

from dataclasses import dataclass
from datetime import date

MARRIAGES = ("在婚", "离异", "丧偶", "一方失踪", "其他")
INCOMES = ("务工", "务农", "经商", "救助", "其他")
AIDS = ("建档立卡", "低保", "特困供养", "临时救助", "医疗救助", "住房救助", "残疾补助", "孤儿津贴", "其他", "无")
"""Of 农村留守儿童基本情况登记表 (domain.md §2, §3)."""
CONSENTS = {"yes": "已同意", "no": "不同意", "": "没问过"}
"""拍照同意: how the office writes what `Child.photo_consent` holds."""
NO_CARER = "无照料人"
ENTRUSTED = ("已签", "未签", NO_CARER)
"""委托照护书; the last says that there is nobody it could be signed with."""


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of a relative. `state` is "" (in use, or not known), "停机" or "空号"."""

    id: int
    number: str
    """Digits only, as dialled: 13900467715, 07430036128, 6123."""
    state: str = ""
    checked_on: date | None = None
    note: str = ""
    """The cell it came from, where that says more than the number."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a parent is in a period: a fact when confirmed, a proposal of an import until then."""

    id: int
    kind: str
    """"away" (out for work) or "home"."""
    place: str = ""
    """As written: 广东省东莞市长安镇五金厂, 在家务农."""
    from_day: date | None = None
    """None: the start is not known, which counts as three months ago or more."""
    until_day: date | None = None
    confirmed_on: date | None = None
    """None: proposed by an import; counts for nothing until somebody confirms it."""
    confirmed_by: str = ""
    source: str = ""
    """What it was read from: a file's name, or the office."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A parent, grandparent or other adult of the child's family (relation in canonical form: 父亲 祖母 外祖父 …)."""

    id: int
    relation: str
    name: str = ""
    state: str = "living"
    """"living", "dead", "missing" or "unknown"."""
    custody: str = ""
    """After a divorce: "sole" (the child lives with this parent) or "none"; "" otherwise."""
    guardian: bool | None = None
    """是否监护人 of the register: legal guardian. The carer is another matter (`Child.cares`)."""
    able: bool | None = None
    """Able to act as guardian; None = not known."""
    address: str = ""
    work_unit: str = ""
    occupation: str = ""
    id_number: str = ""
    birth: str = ""
    health: str = ""
    phones: tuple[Phone, ...] = ()
    whereabouts: tuple[Whereabouts, ...] = ()


@dataclass(frozen=True, slots=True)
class Care:
    """A period in which `kin_id` looks after the child in daily life (谁带)."""

    id: int
    kin_id: int
    from_day: date | None = None
    until_day: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A period in one class."""

    id: int
    class_id: int
    from_day: date
    until_day: date | None = None
    entered_how: str = ""
    left_how: str = ""
    """转出, 休学, 调班 … ; graduation needs no entry, the class says when it ends."""
    left_where: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a register file says of the child from a day on: "none", "one_away" or "both_away"."""

    id: int
    status: str
    from_day: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """The office's own word on the status, with its reason, by the register's or civil affairs' meaning."""

    id: int
    meaning: str
    """"register" or "civil"."""
    status: str
    """register: none/one_away/both_away; civil: yes/no."""
    reason: str
    from_day: date
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class CardPrint:
    """That a contact card was printed; `facts` is the fingerprint of what stood on it."""

    id: int
    layout: str
    printed_at: str
    facts: str
    said: str = ""
    """What stood on it, as `app.card_changes.said` writes it; "" of prints before that was kept."""


@dataclass(frozen=True, slots=True)
class Child:
    """One pupil, present or past."""

    id: int
    name: str
    sex: str = ""
    """男, 女 or "" (not known)."""
    birth: str = ""
    id_number: str = ""
    register_number: str = ""
    register_aux: str = ""
    """学籍辅号."""
    seat_number: str = ""
    """班内学号."""
    pinyin: str = ""
    """Space-separated syllables, surname reading applied: "xie zhi qiang"."""
    pinyin_by_hand: bool = False
    ethnicity: str = ""
    household: str = ""
    """户口性质 as written; 农业户口 and 农村… are rural."""
    residence_code: str = ""
    native_place: str = ""
    health: str = ""
    political: str = ""
    boarding: str = ""
    """就读方式: 走读, 住校 or ""."""
    travel: str = ""
    """上下学方式."""
    distance_km: str = ""
    address: str = ""
    """现住址."""
    home_address: str = ""
    """家庭地址, where it differs."""
    phone: str = ""
    """联系电话 of the household, as written."""
    only_child: str = ""
    orphan: str = ""
    disability: str = ""
    former_name: str = ""
    attention: str = ""
    """要注意: allergies, medicine; printed on the school card."""
    note: str = ""
    """备注."""
    call_time: str = ""
    """约好通话: when the family calls, as agreed: 周日晚 7 点."""
    marriage: str = ""
    """The parents' marriage, one of MARRIAGES or "" (derived from deaths and custody, where the form asks)."""
    income: str = ""
    """收入来源 of the family: some of INCOMES, joined by 、."""
    aid: str = ""
    """救助保障: some of AIDS, joined by 、; 无 = asked, and there is none."""
    needs: str = ""
    """需要帮助的事, in the family's words."""
    entrusted: str = ""
    """委托照护书, one of ENTRUSTED or "" (not known)."""
    photo: str = ""
    """The child's picture: what `Store.keep_file` answered for it; "" = none."""
    photo_consent: str = ""
    """Whether the family allows pictures: "yes", "no" or "" (not asked)."""
    other: str = ""
    """JSON object of the register's remaining columns, by their header, so that nothing of a file is lost."""
    confirmed_on: date | None = None
    """最近核对: when the family's facts were last confirmed."""
    confirmed_by: str = ""
    kin: tuple[Kin, ...] = ()
    cares: tuple[Care, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    claims: tuple[Claim, ...] = ()
    overrides: tuple[Override, ...] = ()
    cards: tuple[CardPrint, ...] = ()
