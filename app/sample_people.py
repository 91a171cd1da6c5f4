"""Invented pupils and families of an invented township, the same for the same arguments; nobody here exists."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from app import idnumber, names
from app.children import Care, Child, Claim, Enrolment, Kin, Phone, Whereabouts
from app.classes import SchoolClass
from app.periods import months_later

SURNAMES = (
    "向", "彭", "田", "石", "龙", "麻", "吴", "张", "王", "李", "刘", "陈", "杨", "谭", "覃", "滕", "冉", "罗",
    "周", "欧阳", "何", "韦", "邓", "赵", "胡", "黄", "唐", "曾", "解", "单", "查", "尚",
)
BOYS = (
    "子轩", "俊杰", "宇航", "志强", "子墨", "家乐", "浩然", "小禾", "晨曦", "文博", "建军", "思远", "宏伟",
    "天佑", "明轩", "世杰", "鹏飞", "一鸣", "永康", "鑫磊", "博文", "涛", "凯", "阳",
)
GIRLS = (
    "雨桐", "嘉怡", "佳慧", "雪梅", "婉清", "一诺", "金凤", "欣怡", "诗涵", "梦瑶", "思雨", "晓燕", "春香",
    "美玲", "静怡", "语嫣", "紫萱", "若曦", "秋月", "小满", "雅婷", "慧", "玉", "芳",
)
MEN = (
    "建华", "国良", "志明", "正明", "启文", "世才", "大勇", "光荣", "永福", "长贵", "德胜", "金山", "水生",
    "春林", "文武",
)
WOMEN = (
    "玉琴", "银花", "翠英", "桂芝", "冬妹", "秀云", "玉兰", "菊香", "腊梅", "红霞", "小英", "丽华", "兰芝",
    "秋菊", "满妹",
)
VILLAGES = ("青石坪村", "岩板溪村", "茶林堡村", "火麻冲村", "大塘湾村", "洗车河村")
WORK = (
    ("广东省东莞市长安镇", "五金厂"),
    ("广东省佛山市顺德区", "家具厂"),
    ("浙江省宁波市北仑区", "建筑工地"),
    ("福建省晋江市陈埭镇", "鞋厂"),
    ("广东省深圳市宝安区", "电子厂"),
    ("江苏省昆山市玉山镇", "电子厂"),
    ("浙江省温州市鹿城区", "制衣厂"),
    ("上海市嘉定区", "快递站"),
    ("广东省中山市小榄镇", "灯饰厂"),
    ("湖北省武汉市汉阳区", "饭店"),
)
MOBILES = ("139", "138", "136", "150", "151", "158", "177", "186")
OFFICE = "教务处"


@dataclass(slots=True)
class Numbers:
    """Gives every row an id of its own and every person a number of their own."""

    random: Random
    row: int = 0
    phone: int = 0

    def id(self) -> int:
        """The next row id."""
        self.row += 1
        return self.row

    def mobile(self) -> str:
        """A mobile number that looks like one; the middle 00 marks the invented ones."""
        self.phone += 1
        return f"{MOBILES[self.phone % len(MOBILES)]}00{(self.phone * 7919 + 461237) % 1_000_000:06}"


def pupil(numbers: Numbers, school_class: SchoolClass, school_year: int, sex: str, name: str = "") -> Child:
    """A pupil of the class without a family."""
    random = numbers.random
    age = school_year - school_class.entry_year + 6
    birth = date(school_year - age - 1, 9, 1) + timedelta(days=random.randrange(365))
    row = numbers.id()
    name = name or random.choice(SURNAMES) + random.choice(BOYS if sex == "男" else GIRLS)
    number = id_number(birth, sex, row)
    village = random.choice(VILLAGES)
    boards = random.random() < 0.18
    return Child(
        id=row,
        name=name,
        sex=sex,
        birth=birth.isoformat(),
        id_number=number,
        register_number="G" + number,
        pinyin=names.pinyin_of(name),
        ethnicity=random.choice(("土家族", "苗族", "汉族", "汉族", "侗族")),
        household="农业户口" if random.random() < 0.93 else random.choice(("非农业户口", "")),
        native_place="青石坪",
        health="健康或良好",
        political="少先队员" if age > 7 else "群众",
        boarding="住校" if boards else "走读",
        travel=random.choice(("步行", "步行", "家长自行接送", "校车")),
        distance_km=str(random.randrange(1, 12)),
        address=f"云岭县青石坪镇{village}{random.randrange(1, 9)}组{random.randrange(1, 60)}号",
        enrolments=(Enrolment(numbers.id(), school_class.id, date(school_class.entry_year, 9, 1), entered_how="招生"),),
    )


def id_number(birth: date, sex: str, row: int) -> str:
    """A number with a right check digit in a county code that is not given out."""
    serial = row * 2 % 998 + (1 if sex == "男" else 0)
    digits = f"433199{birth:%Y%m%d}{serial:03}"
    return digits + idnumber.check_digit(digits)


def parent(numbers: Numbers, child: Child, relation: str) -> Kin:
    """A father with the child's surname, or a mother with her own."""
    random = numbers.random
    father = relation == "父亲"
    surname = names.surname_of(child.name) if father and "·" not in child.name else random.choice(SURNAMES)
    name = surname + random.choice(MEN if father else WOMEN)
    return Kin(
        numbers.id(),
        relation,
        name,
        guardian=True,
        birth=str(int(child.birth[:4]) - random.randrange(22, 32)),
        phones=(Phone(numbers.id(), numbers.mobile()),),
    )


def elder(numbers: Numbers, child: Child, relation: str) -> Kin:
    """A grandparent or aunt in the village."""
    random = numbers.random
    own = relation == "祖父" and "·" not in child.name
    name = (names.surname_of(child.name) if own else random.choice(SURNAMES)) + random.choice(
        MEN if relation in ("祖父", "外祖父", "叔父") else WOMEN
    )
    return Kin(
        numbers.id(),
        relation,
        name,
        guardian=False,
        able=True,
        address=child.address,
        occupation="务农",
        birth=str(int(child.birth[:4]) - random.randrange(48, 60)),
        health=random.choice(("健康", "健康", "一般")),
        phones=(Phone(numbers.id(), numbers.mobile()),),
    )


def away(numbers: Numbers, kin: Kin, on: date, sure: bool) -> Kin:
    """The person out for work since a year or more, sometimes since an unknown day."""
    random = numbers.random
    town, firm = random.choice(WORK)
    since = months_later(on, -random.randrange(8, 60)) if random.random() < 0.6 else None
    where = Whereabouts(
        numbers.id(),
        "away",
        town + firm,
        since,
        confirmed_on=on - timedelta(days=40) if sure else None,
        confirmed_by=OFFICE if sure else "",
        source="学籍导出.xlsx",
    )
    return replace(kin, work_unit=firm, occupation="务工", whereabouts=(where,))


def home(numbers: Numbers, kin: Kin, on: date, sure: bool) -> Kin:
    """The person at home in the village."""
    where = Whereabouts(
        numbers.id(),
        "home",
        "在家务农",
        None,
        confirmed_on=on - timedelta(days=40) if sure else None,
        confirmed_by=OFFICE if sure else "",
        source="学籍导出.xlsx",
    )
    return replace(kin, occupation="务农", address="", whereabouts=(where,))


def with_family(numbers: Numbers, child: Child, kind: str, on: date, certainty: str) -> Child:
    """The child with parents and, where both or one are away, often a grandparent. `kind` is the register's status,
    `certainty` "confirmed", "proposed" or "claim" (nothing but the claim)."""
    random = numbers.random
    father, mother = parent(numbers, child, "父亲"), parent(numbers, child, "母亲")
    gone = {"both_away": 2, "one_away": 1, "none": 0}[kind]
    leaving = random.random() < 0.75
    placed = []
    for kin, leaves in (
        (father, gone == 2 or (gone == 1 and leaving)),
        (mother, gone == 2 or (gone == 1 and not leaving)),
    ):
        sure = certainty == "confirmed"
        move = away if leaves else home
        placed.append(kin if certainty == "claim" else move(numbers, kin, on, sure))
    cares: tuple[Care, ...] = ()
    if kind == "both_away" or random.random() < 0.3:
        carer = elder(numbers, child, random.choice(("祖母", "祖母", "祖父", "外祖母", "外祖父")))
        placed.append(carer)
        if kind == "both_away" and random.random() < 0.8:
            cares = (Care(numbers.id(), carer.id, child.enrolments[0].from_day),)
    confirmed = on - timedelta(days=40) if certainty == "confirmed" else None
    return replace(
        child,
        kin=tuple(placed),
        cares=cares,
        claims=claims(numbers, child, kind, on),
        confirmed_on=confirmed,
        confirmed_by=OFFICE if confirmed else "",
    )


def claims(numbers: Numbers, child: Child, kind: str, on: date) -> tuple[Claim, ...]:
    """What the register's file of the year of entry says."""
    since = child.enrolments[0].from_day
    return (Claim(numbers.id(), kind, since, f"{since.year}年秋学籍导出.xlsx"),)


def renamed(child: Child, name: str, sex: str) -> Child:
    """The child under another name; the father takes the surname along, the ID number fits the sex."""
    number = id_number(date.fromisoformat(child.birth), sex, child.id)
    surname = names.surname_of(name)
    kin = tuple(
        replace(one, name=surname + one.name[len(names.surname_of(one.name)) :])
        if one.relation == "父亲" and "·" not in name
        else one
        for one in child.kin
    )
    return replace(
        child, name=name, sex=sex, pinyin=names.pinyin_of(name), id_number=number, register_number="G" + number, kin=kin
    )
