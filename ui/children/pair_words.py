"""How two records of one child are laid side by side: what each line is called and what its values say."""

from PySide6.QtCore import QCoreApplication

from app import days, idnumber
from app.children import CONSENTS, Child, Kin
from app.enrolment import classes_by_id, last_enrolment, name_on
from app.kinship import spoken_relation
from app.merging import CARER, CLASS, Line
from app.phones import dial_text
from app.school import Snapshot
from ui.labels import field_word
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairs", text)


def reason_words(reasons: tuple[str, ...]) -> str:
    """Why two children may be one."""
    words = {
        "same_id": _tr("身份证号一样"), "near_id": _tr("身份证号只差一位"), "same_birth": _tr("姓名、生日一样"),
        "same_family": _tr("姓名一样，电话或家长也一样"), "same_sound": _tr("名字同音，生日一样"),
    }  # fmt: skip
    return _tr("；").join(words[reason] for reason in reasons)


def who(session: Session, child: Child) -> str:
    """三（1）班，2016年5月12日生: what tells one record from the other."""
    snapshot = session.snapshot
    last = last_enrolment(child)
    of = classes_by_id(snapshot).get(last.class_id) if last else None
    name = name_on(of, session.today, snapshot.school.system) if of else _tr("没有进班")
    birth = _tr("{0}生").format(days.on_paper(child.birth)) if child.birth else ""
    return "，".join(part for part in (name, birth) if part)


def title(line: Line) -> str:
    """班级, 住址, 爸爸的姓名."""
    if line.key in (CLASS, CARER):
        return _tr("班级") if line.key == CLASS else _tr("谁带")
    if line.kin is None:
        return field_word(line.key)
    return _tr("{0}的{1}").format(spoken_relation(line.kin.relation), field_word(line.key.partition(".")[2]))


def value(line: Line, text: str, session: Session, people: dict[int, Kin]) -> str:
    """A value as a person reads it; "" for nothing."""
    if not text:
        return ""
    field = line.key.partition(".")[2] or line.key
    if field in ("id_number", "register_number", "register_aux"):
        return text if line.asks else idnumber.mask_id(text)
    if field == CLASS:
        of = classes_by_id(session.snapshot).get(int(text))
        return name_on(of, session.today, session.snapshot.school.system) if of else ""
    if field == CARER:
        kin = people.get(int(text))
        return f"{spoken_relation(kin.relation)} {kin.name}".strip() if kin else ""
    if field in ("birth", "confirmed_on"):
        return days.on_paper(text)
    if field == "photo":
        return _tr("有")
    if field == "photo_consent":
        return CONSENTS[text]
    if field in ("guardian", "able"):
        return _tr("是") if text == "1" else _tr("不是")
    return _WORDS[text]() if text in _WORDS and field in ("state", "custody") else text


_WORDS = {
    "living": lambda: _tr("在世"), "dead": lambda: _tr("已去世"), "missing": lambda: _tr("失联"),
    "unknown": lambda: _tr("不详"), "sole": lambda: _tr("离婚，孩子跟着"), "none": lambda: _tr("离婚，孩子不跟"),
}


def numbers(kin: Kin) -> str:
    """All numbers of a relative."""
    return "、".join(dial_text(phone.number) + (f"（{phone.state}）" if phone.state else "") for phone in kin.phones)


def pair_name(snapshot: Snapshot, first: int, second: int) -> str:
    """周雨桐 · 周雨彤, or the one name of both."""
    one, other = snapshot.children[first].name, snapshot.children[second].name
    return one if one == other else f"{one}、{other}"
