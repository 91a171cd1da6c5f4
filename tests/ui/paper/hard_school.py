"""A school of hard cases for the papers: longest names, rare characters, five kin, two numbers each, a dead parent."""

from dataclasses import replace
from datetime import date

from app.children import Care, Child, Claim, Enrolment, Kin, Phone, Whereabouts
from app.classes import ClassTeacher, SchoolClass
from app.idnumber import check_digit
from app.school import School, Snapshot, Staff
from app.termdays import Term

DAY = date(2026, 11, 24)
SCHOOL_NAME = "湖南省湘西土家族苗族自治州凤凰县青石坪镇岩板井片区九年一贯制中心学校"
LONG_ADDRESS = (
    "湖南省湘西土家族苗族自治州凤凰县青石坪镇岩板井村三组（原岩板井小学后面第二户），"
    "门前有一棵大樟树，从岔路口往左走三百米再过一座小桥"
)
LONG_WORK = "新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯市经济开发区 1 号路中小企业园 3 号楼"


def phones(first: int, *numbers: str, state: str = "") -> tuple[Phone, ...]:
    return tuple(Phone(first + place, number, state) for place, number in enumerate(numbers))


def away(number: int, place: str) -> tuple[Whereabouts, ...]:
    return (Whereabouts(number, "away", place, date(2025, 2, 1), confirmed_on=date(2026, 9, 1)),)


def snapshot(children: list[Child]) -> Snapshot:
    staff = (Staff(1, "李秀兰", "13500618842"), Staff(2, "阿不都热合曼·吐尔逊", "0743-0021906"))
    classes = (
        SchoolClass(1, "primary", 2024, 1, (ClassTeacher(1, 1, date(2024, 9, 1)),)),
        SchoolClass(2, "primary", 2021, 12, (ClassTeacher(2, 2, date(2024, 9, 1)),)),
    )
    school = School(SCHOOL_NAME, duty_phone="0743-0010200")
    terms = (Term(1, "2026-1", date(2026, 9, 1), date(2027, 1, 22)),)
    return Snapshot(school, terms, staff, classes, {child.id: child for child in children})


def id_number(number: int) -> str:
    """A number of its own with a right check digit; the first child's is 433123201605120042."""
    digits = f"43312320160512{2 * number + 2:03d}"
    return digits + check_digit(digits)


def child(number: int, name: str, class_id: int = 1, **values: object) -> Child:
    plain = Child(
        number,
        name,
        sex="女",
        birth="2016-05-12",
        id_number=id_number(number),
        ethnicity="土家族",
        boarding="走读",
        travel="步行",
        address="湖南省湘西州凤凰县青石坪镇大坪村六组 18 号",
        enrolments=(Enrolment(number, class_id, date(2024, 9, 1)),),
        claims=(Claim(number, "both_away", date(2026, 9, 1)),),
        kin=usual_kin(number * 100),
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def usual_kin(base: int) -> tuple[Kin, ...]:
    return (
        Kin(base + 1, "父亲", "周建国", phones=phones(base + 1, "13900467715"), work_unit="五金厂",
            whereabouts=away(base + 1, "广东省东莞市长安镇")),
        Kin(base + 2, "母亲", "吴秀英", phones=phones(base + 2, "13600289034"),
            whereabouts=away(base + 2, "浙江省宁波市鄞州区")),
        Kin(base + 3, "外祖母", "龙妹珍", phones=phones(base + 3, "07430036128"), occupation="务农", birth="1958",
            health="身体一般"),
    )


def five_kin(base: int) -> tuple[Kin, ...]:
    names = ("古丽娜尔·阿不都热合曼", "买买提江·阿不都热合曼", "阿依古丽·吐尔逊江", "热合曼·买买提", "吐尔逊·阿不都")
    relations = ("父亲", "母亲", "外祖母", "祖父", "伯父")
    numbers = (
        ("18600247753", "13975200612"), ("07430036128", "13600289034"), ("07430036129", "13600289035"),
        ("07430036130", "13600289036"), ("15000884172", "15000884173"),
    )
    kin = [
        Kin(base + place, relation, name, address=LONG_ADDRESS, work_unit="建筑工地，长期夜班",
            occupation="在镇上开小卖部，赶场天不在家",
            health="有高血压，听力不好，打电话要大声", birth="1958-03", phones=phones(base + 10 * place, *own),
            whereabouts=away(base + place, LONG_WORK) if place < 2 else ())
        for place, (relation, name, own) in enumerate(zip(relations, names, numbers, strict=True))
    ]
    return tuple(kin)


def hard_children() -> list[Child]:
    dead = Kin(9001, "父亲", "田大山", state="dead")
    mother = Kin(9002, "母亲", "石榴花", phones=phones(9002, "19900264471", "07430039902"))
    silent = Kin(9003, "母亲", "向银花", phones=phones(9003, "13300576120", state="停机"))
    return [
        child(1, "周雨桐", attention="青霉素过敏"),
        child(2, "买买提江·阿不都热合曼·吐尔逊", 2, kin=five_kin(20_000), address=LONG_ADDRESS, ethnicity="维吾尔族",
              attention="青霉素、花生过敏；哮喘，书包里有药，发作时先喷两下再打妈妈电话", cares=(Care(1, 20_002),),
              confirmed_on=date(2026, 9, 3), confirmed_by="阿不都热合曼·吐尔逊"),
        child(3, "𠮷䶮", kin=(dead, mother)),
        child(4, "欧阳阿依古丽", kin=(silent,), id_number="", address="", sex="", birth="2017-12"),
        child(5, "㛃𫍽𬶏", 2, kin=()),
    ]
