"""The hard cases that every list and paper must stand, worked into the sample school (rules.md)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from app import idnumber
from app.children import Care, Child, Claim, Kin, Override, Phone, Whereabouts
from app.days import school_year
from app.kinship import spoken_relation
from app.periods import months_later
from app.sample_people import OFFICE, Numbers, away, elder, home, id_number, renamed

Case = Callable[[Numbers, Child, date], Child]


def october(on: date) -> date:
    """The last 8 October before that day: when the holiday is over and a mother stayed."""
    this = date(on.year, 10, 8)
    return this if this <= on else date(on.year - 1, 10, 8)


def named(name: str, sex: str = "") -> Case:
    """A child of this name."""

    def case(numbers: Numbers, child: Child, on: date) -> Child:
        return renamed(child, name, sex or child.sex)

    return case


def bad_id(numbers: Numbers, child: Child, on: date) -> Child:
    """The last digit of the ID number is wrong."""
    right = idnumber.check_digit(child.id_number)
    wrong = "5" if right != "5" else "6"
    return replace(child, id_number=child.id_number[:17] + wrong)


def no_id(numbers: Numbers, child: Child, on: date) -> Child:
    """No ID number at all, a temporary register number."""
    return replace(child, id_number="", register_number="L" + child.register_number[1:])


def landlines(numbers: Numbers, child: Child, on: date) -> Child:
    """Both kinds of landline: area of four and number of seven, area of three and number of eight."""
    father, mother, granny = _family(numbers, child)
    kin = (
        away(numbers, replace(father, phones=(Phone(numbers.id(), "02000361288"),)), on, True),
        away(numbers, replace(mother, phones=(*mother.phones, Phone(numbers.id(), "13600289034", "停机"))), on, True),
        replace(granny, phones=(Phone(numbers.id(), "07430036128"), Phone(numbers.id(), "666128"))),
    )
    return replace(child, kin=kin, cares=(Care(numbers.id(), granny.id),), claims=_claim(numbers, child, "both_away"))


def father_dead(numbers: Numbers, child: Child, on: date) -> Child:
    """The father died, the mother works away: both_away in effect."""
    father, mother, granny = _family(numbers, child)
    father = replace(father, state="dead", phones=(), whereabouts=(), work_unit="", occupation="")
    return replace(
        child,
        note="爸爸去世，妈妈在外",
        kin=(father, away(numbers, mother, on, True), granny),
        cares=(Care(numbers.id(), granny.id),),
        claims=_claim(numbers, child, "one_away"),
    )


def divorced(numbers: Numbers, child: Child, on: date) -> Child:
    """The custodial father works away, the mother has married elsewhere."""
    father, mother, granny = _family(numbers, child)
    mother = replace(mother, custody="none", guardian=False, whereabouts=(), work_unit="", occupation="")
    kin = (away(numbers, replace(father, custody="sole"), on, True), mother, granny)
    child = replace(child, note="父母离异，跟爸爸")
    return replace(child, kin=kin, cares=(Care(numbers.id(), granny.id),), claims=_claim(numbers, child, "both_away"))


def mother_back(numbers: Numbers, child: Child, on: date) -> Child:
    """The mother came home in October and took over; the register's file still says both away."""
    father, mother, granny = _family(numbers, child)
    back = october(on)
    gone = replace(away(numbers, mother, on, True).whereabouts[0], from_day=None, until_day=back)
    stays = Whereabouts(numbers.id(), "home", "在家带孩子", back, confirmed_on=back, confirmed_by=OFFICE)
    mother = replace(mother, occupation="务农", whereabouts=(gone, stays))
    cares = (Care(numbers.id(), granny.id, None, back), Care(numbers.id(), mother.id, back))
    return replace(
        child,
        note="10月妈妈回来带",
        kin=(away(numbers, father, on, True), mother, granny),
        cares=cares,
        claims=_claim(numbers, child, "both_away"),
    )


def carer_changed(numbers: Numbers, child: Child, on: date) -> Child:
    """The grandmother handed over to an aunt."""
    father, mother, granny = _family(numbers, child)
    aunt = elder(numbers, child, "姑母")
    since = months_later(on, -2)
    cares = (Care(numbers.id(), granny.id, None, since), Care(numbers.id(), aunt.id, since))
    kin = (away(numbers, father, on, True), away(numbers, mother, on, True), granny, aunt)
    return replace(child, kin=kin, cares=cares, claims=_claim(numbers, child, "both_away"))


def mother_unable(numbers: Numbers, child: Child, on: date) -> Child:
    """The father works away and the mother, ill at home, cannot look after the child."""
    father, mother, granny = _family(numbers, child)
    mother = replace(home(numbers, mother, on, True), able=False, health="重病", occupation="")
    mother = replace(mother, whereabouts=(replace(mother.whereabouts[0], place="在家养病"),))
    return replace(
        child,
        note="妈妈重病在家",
        kin=(away(numbers, father, on, True), mother, granny),
        cares=(Care(numbers.id(), granny.id),),
        claims=_claim(numbers, child, "one_away"),
    )


def transferred_in(numbers: Numbers, child: Child, on: date) -> Child:
    """Came from another school a month ago."""
    since = max(months_later(on, -1), date(school_year(on), 9, 1))
    first = replace(child.enrolments[0], from_day=since, entered_how="转入")
    return replace(child, enrolments=(first,), claims=_claim(numbers, child, "both_away", since))


def transferred_out(numbers: Numbers, child: Child, on: date) -> Child:
    """Left for the parents' work place and is in no count any more."""
    day = max(on - timedelta(days=20), date(school_year(on), 9, 1) - timedelta(days=30))
    first = replace(child.enrolments[0], until_day=day, left_how="转出", left_where="广东省东莞市长安镇第二小学")
    return replace(child, enrolments=(first,))


def turning_16(numbers: Numbers, child: Child, on: date) -> Child:
    """Sixteen in ten days: leaves civil affairs' count that day."""
    birth = months_later(on + timedelta(days=10), -16 * 12)
    number = id_number(birth, child.sex, child.id)
    return replace(child, birth=birth.isoformat(), id_number=number, register_number="G" + number, household="农业户口")


def allergy(numbers: Numbers, child: Child, on: date) -> Child:
    """An allergy that the school card must show, on a child who boards."""
    old = spoken_relation(child.kin[-1].relation)
    return replace(child, attention=f"对花生过敏，书包里有药。{old}听力不好，打电话要大声", boarding="住校")


def no_photo(numbers: Numbers, child: Child, on: date) -> Child:
    """The family does not want pictures."""
    return replace(child, photo_consent="no")


def overruled(numbers: Numbers, child: Child, on: date) -> Child:
    """The office decided otherwise than the file, and says why."""
    word = Override(numbers.id(), "register", "none", "父亲在镇上开店，每天回家", child.enrolments[0].from_day)
    return replace(child, overrides=(word,))


def unknown_mother(numbers: Numbers, child: Child, on: date) -> Child:
    """Nobody knows who or where the mother is; the father's number is dead."""
    father, mother, granny = _family(numbers, child)
    father = away(numbers, replace(father, phones=(Phone(numbers.id(), numbers.mobile(), "空号"),)), on, True)
    mother = replace(mother, name="", state="unknown", phones=(), birth="", whereabouts=(), work_unit="", occupation="")
    child = replace(child, note="妈妈没有消息")
    return replace(child, kin=(father, mother, replace(granny, phones=())), claims=_claim(numbers, child, "both_away"))


def new_village(numbers: Numbers, child: Child, on: date) -> Child:
    """A very long address, to be wrapped and never cut."""
    return replace(child, address=child.address + "（原火麻冲林场职工宿舍后面，过石拱桥往左第三家，门口有棵柿子树）")


CASES: tuple[tuple[Case, ...], ...] = (
    (named("龙𬶏", "女"),),
    (named("石𠮷", "男"),),
    (named("麻䶮辰", "男"),),
    (named("阿依古丽·买买提", "女"),),
    (named("欧阳晨曦", "女"), allergy),
    (named("解志强", "男"), bad_id),
    (no_id,),
    (named("周雨桐", "女"), landlines),
    (father_dead,),
    (divorced,),
    (mother_back,),
    (carer_changed,),
    (mother_unable,),
    (transferred_in,),
    (turning_16,),
    (no_photo,),
    (overruled,),
    (unknown_mother,),
    (new_village,),
)
"""One child each, spread over the school. Twins and namesakes need two and are made by `app.sample`."""


def _family(numbers: Numbers, child: Child) -> tuple[Kin, Kin, Kin]:
    father, mother = child.kin[0], child.kin[1]
    granny = next((kin for kin in child.kin if kin.relation not in ("父亲", "母亲")), None)
    return father, mother, granny or elder(numbers, child, "外祖母")


def _claim(numbers: Numbers, child: Child, status: str, since: date | None = None) -> tuple[Claim, ...]:
    since = since or child.enrolments[0].from_day
    return (Claim(numbers.id(), status, since, f"{since.year}年秋学籍导出.xlsx"),)
