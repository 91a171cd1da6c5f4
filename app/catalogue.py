"""Every fact of a child as plain text under one key and title.

Columns of lists, funnels, templates and bulk edits all choose from here: a fact has one name and one wording.
Keys are those of the import (`app.imports.aliases`): "name", "父亲.phone"; a few more are derived.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.cards import working_numbers
from app.carer import carer_of
from app.children import CONSENTS, Child, Kin
from app.classnames import grade_of
from app.days import age_on, on_paper, school_year
from app.enrolment import class_on, enrolment_on
from app.fingerprint import CardScene
from app.guardianship import actual_care, care_state, cause, marriage
from app.kinship import FATHERS, MOTHERS, relation_order
from app.status import civil_status, register_status
from app.whereabouts import current

STATUS = {"none": "非留守儿童", "one_away": "单亲留守儿童", "both_away": "双亲留守儿童"}
"""The register's own words (domain.md §1)."""
GRADES = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that can be shown, filtered by, printed and, if `edits`, changed."""

    key: str
    title: str
    group: str
    """"child", "school", "father", "mother", "carer", "home" or "derived": how choosers group them; forms know
    "elders" and "members" too."""
    text: Callable[[Child, CardScene], str]
    """The text of that day, unmasked; "" = not known."""
    private: str = ""
    """"id", "phone" or "address" where rules.md asks for masking; "" otherwise."""
    edits: bool = False
    """Whether it is a column of the child's own row that `app.edits.set_child_field` takes."""


def _own(key: str, title: str, private: str = "", *, edits: bool = True, group: str = "child") -> Fact:
    return Fact(key, title, group, lambda child, _scene: str(getattr(child, key)), private, edits)


def _birth(child: Child, _scene: CardScene) -> str:
    return on_paper(child.birth) if child.birth else ""


def _age(child: Child, scene: CardScene) -> str:
    age = age_on(child.birth, scene.day)
    return "" if age is None else str(age)


def _class_head(place: int) -> Callable[[Child, CardScene], str]:
    def text(child: Child, scene: CardScene) -> str:
        enrolment = enrolment_on(child, scene.classes, scene.day, scene.school.system)
        return scene.heads[enrolment.class_id][place] if enrolment else ""

    return text


def _grade(child: Child, scene: CardScene) -> str:
    found = class_on(child, scene.classes, scene.day, scene.school.system)
    if found is None:
        return ""
    grade = grade_of(found.stage, found.entry_year, scene.day, scene.school.system)
    return f"{GRADES[grade - 1]}年级" if 1 <= grade <= len(GRADES) else ""


def _class_number(child: Child, scene: CardScene) -> str:
    found = class_on(child, scene.classes, scene.day, scene.school.system)
    return str(found.number) if found else ""


def _entry(child: Child, scene: CardScene) -> str:
    found = class_on(child, scene.classes, scene.day, scene.school.system)
    return f"{found.entry_year}年9月" if found else ""


def _boards(child: Child, _scene: CardScene) -> str:
    return {"住": "是", "走": "否"}.get(child.boarding[:1], "")


def _enrolled(child: Child, scene: CardScene) -> str:
    enrolment = enrolment_on(child, scene.classes, scene.day, scene.school.system)
    return on_paper(enrolment.from_day) if enrolment else ""


def parent_of(child: Child, relations: Iterable[str]) -> Kin | None:
    """The living parent of that side before a dead one."""
    found = [kin for kin in child.kin if kin.relation in relations]
    return next((kin for kin in found if kin.state != "dead"), found[0] if found else None)


def carer_on(child: Child, day: date) -> Kin | None:
    """Who looks after the child that day, proposed or confirmed."""
    return carer_of(child, day).kin


def _place(kin: Kin, scene: CardScene) -> str:
    where = current(kin, scene.day)
    if where is None:
        return ""
    return where.place or ("在家" if where.kind == "home" else "")


def _since(kin: Kin, scene: CardScene) -> str:
    where = current(kin, scene.day)
    return on_paper(where.from_day) if where and where.kind == "away" and where.from_day else ""


def _kin_age(kin: Kin, scene: CardScene) -> str:
    age = age_on(kin.birth, scene.day)
    return "" if age is None else str(age)


_KIN: tuple[tuple[str, str, str, Callable[[Kin, CardScene], str]], ...] = (
    ("name", "姓名", "", lambda kin, _scene: kin.name),
    ("relation", "关系", "", lambda kin, _scene: kin.relation),
    ("phone", "电话", "phone", lambda kin, _scene: "、".join(working_numbers(kin))),
    ("place", "务工地", "", _place),
    ("since", "外出时间", "", _since),
    ("address", "住址", "address", lambda kin, _scene: kin.address),
    ("work_unit", "工作单位", "", lambda kin, _scene: kin.work_unit),
    ("occupation", "职业", "", lambda kin, _scene: kin.occupation),
    ("id_number", "身份证号", "id", lambda kin, _scene: kin.id_number),
    ("age", "年龄", "", _kin_age),
    ("health", "健康", "", lambda kin, _scene: kin.health),
)
_PERSONS: tuple[tuple[str, str, Callable[[Child, CardScene], Kin | None]], ...] = (
    ("父亲", "father", lambda child, _scene: parent_of(child, FATHERS)),
    ("母亲", "mother", lambda child, _scene: parent_of(child, MOTHERS)),
    ("照料人", "carer", lambda child, scene: carer_on(child, scene.day)),
)


def _of_kin(
    person: str, group: str, whom: Callable[[Child, CardScene], Kin | None],
    key: str, title: str, private: str, text: Callable[[Kin, CardScene], str],
) -> Fact:  # fmt: skip
    def of(child: Child, scene: CardScene) -> str:
        kin = whom(child, scene)
        return "" if kin is None else text(kin, scene)

    return Fact(f"{person}.{key}", f"{person}{title}", group, of, private)


def _civil(child: Child, scene: CardScene) -> str:
    value = civil_status(child, scene.day).value
    return "待核实" if value is None else "是" if value else "否"


FACTS: tuple[Fact, ...] = (
    _own("name", "姓名"),
    _own("sex", "性别"),
    Fact("birth", "出生日期", "child", _birth, edits=True),
    Fact("birth_month", "出生年月", "child", lambda child, _scene: child.birth[:7].replace("-", ".")),
    Fact("age", "年龄", "child", _age),
    _own("ethnicity", "民族"),
    _own("id_number", "身份证号", "id"),
    _own("register_number", "学籍号", "id"),
    _own("register_aux", "学籍辅号", "id"),
    _own("former_name", "曾用名"),
    _own("native_place", "籍贯"),
    _own("political", "政治面貌"),
    _own("health", "健康状况"),
    _own("disability", "残疾类型"),
    _own("attention", "要注意"),
    _own("only_child", "独生子女"),
    _own("orphan", "孤儿"),
    _own("note", "备注"),
    Fact("photo", "照片", "child", lambda child, _scene: "有" if child.photo else "没有"),
    Fact("photo_consent", "拍照同意", "child", lambda child, _scene: CONSENTS[child.photo_consent], edits=True),
    Fact("class", "班级", "school", _class_head(0)),
    Fact("grade", "年级", "school", _grade),
    Fact("class_number", "班号", "school", _class_number),
    Fact("class_teacher", "班主任", "school", _class_head(1)),
    Fact("class_teacher_phone", "班主任电话", "school", _class_head(2), "phone"),
    _own("seat_number", "班内学号", group="school"),
    _own("boarding", "就读方式", group="school"),
    Fact("boards", "是否寄宿", "school", _boards),
    _own("travel", "上下学方式", group="school"),
    _own("distance_km", "上学距离", group="school"),
    Fact("enrolled_on", "入班日期", "school", _enrolled),
    Fact("entry", "入学年月", "school", _entry),
    Fact("school", "学校", "school", lambda _child, scene: scene.school.name),
    Fact("duty_phone", "学校值班电话", "school", lambda _child, scene: scene.school.duty_phone),
    _own("household", "户口性质", group="home"),
    _own("residence_code", "户口所在地", group="home"),
    _own("address", "现住址", "address", group="home"),
    _own("home_address", "家庭地址", "address", group="home"),
    _own("phone", "家庭电话", "phone", group="home"),
    Fact("marriage", "父母婚姻", "home", lambda child, _scene: marriage(child), edits=True),
    _own("income", "收入来源", group="home"),
    _own("aid", "救助保障", group="home"),
    _own("needs", "需要帮助的事", group="home"),
    _own("entrusted", "委托照护书", group="home"),
    _own("call_time", "约好通话", group="home"),
    *(_of_kin(person, group, whom, *what) for person, group, whom in _PERSONS for what in _KIN),
    Fact("status", "留守类型", "derived", lambda child, scene: STATUS[register_status(child, scene.day).status]),
    Fact("civil", "民政口径", "derived", _civil),
    Fact("cause", "留守原因", "derived", lambda child, scene: cause(child, scene.day)),
    Fact("actual_care", "实际照料", "derived", lambda child, scene: actual_care(child, scene.day)),
    Fact("care_state", "监护情况", "derived", lambda child, scene: care_state(child, scene.day)),
    Fact("confirmed_on", "最近核对", "derived",
         lambda child, _scene: on_paper(child.confirmed_on) if child.confirmed_on else ""),
    Fact("today", "今天日期", "derived", lambda _child, scene: on_paper(scene.day)),
    Fact("school_year", "学年", "derived",
         lambda _child, scene: f"{school_year(scene.day)}—{school_year(scene.day) + 1}学年"),
)
"""In the order in which choosers show them."""
BY_KEY = {fact.key: fact for fact in FACTS}


def _relative(relation: str) -> Callable[[Child, CardScene], Kin | None]:
    return lambda child, _scene: next((kin for kin in child.kin if kin.relation == relation), None)


def _member(number: int) -> Callable[[Child, CardScene], Kin | None]:
    def whom(child: Child, _scene: CardScene) -> Kin | None:
        people = sorted(child.kin, key=lambda kin: relation_order(kin.relation))
        return people[number - 1] if number <= len(people) else None

    return whom


RELATIVES = ("祖父", "祖母", "外祖父", "外祖母")
MEMBERS = 5
"""How many members of the family a form may have rows for."""
_MORE = (
    *((relation, "elders", _relative(relation)) for relation in RELATIVES),
    *((f"成员{number}", "members", _member(number)) for number in range(1, MEMBERS + 1)),
)
FORM_FACTS: tuple[Fact, ...] = tuple(
    _of_kin(person, group, whom, *what) for person, group, whom in _MORE for what in _KIN
)
"""What only forms ask for: each grandparent, and the members of the family by their number."""
PERSONS = {person: whom for person, _group, whom in (*_PERSONS, *_MORE)}
"""Of whom a fact with a dot in its key speaks: 父亲, 照料人, 祖母, 成员1."""
