"""What the sample school was given: a charity's visit with umbrellas and insurance, older cover, wishes (REQ 5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.activities import Activity, Held
from app.care import CareRecord, Participant
from app.changes import Change, Value
from app.enrolment import pupils_on
from app.gifts import Cover, Gift, Wish
from app.inventory import Donor
from app.sample_activities import ARCHIVIST, HEAD, MUSICIAN, items, office, school_day, steps
from app.sample_changes import insert
from app.sample_people import Numbers
from app.sample_rooms import named
from app.sample_things import UNION
from app.school import Snapshot
from app.status import NONE, register_status
from app.termdays import Term

CHARITY = "春苗公益服务中心"
UMBRELLAS, RENEWED, BAGS = 24, 30, 12
VISITED, EARLIER, SOON, LAPSED = 33, 60, 18, 41
"""Days back to the visit and to earlier gifts, days to the end of older cover, days since some of it ended."""
YEAR = timedelta(days=364)
WISHES = (
    ("想在过年的时候见到妈妈", None, ""), ("一双能跑步的球鞋，36 码", None, ""),
    ("和爸爸视频的时候不卡", 9, "视频室换了网线"), ("一本《昆虫记》，自己的", 14, "志愿者寄来的"),
    ("想学会骑自行车", None, ""), ("给奶奶买一副老花镜", 6, "陪奶奶去镇上配的"),
    ("有一把自己的吉他", None, ""), ("坐一次火车", None, ""), ("想要一盒 24 色的水彩笔", None, ""),
)  # fmt: skip
"""What is wished, how many days ago it was met (None: not yet), how."""
AGENDA = (("14:00", "校长致欢迎词", HEAD), ("14:10", "春苗公益介绍，发雨伞和保险单", "春苗公益服务中心"),
          ("14:50", "孩子表演节目", MUSICIAN), ("15:20", "分组谈心，合影", ""))  # fmt: skip
TABLES: Mapping[str, str] = {"donor_id": "donor", "child_id": "child", "activity_id": "activity"}


@dataclass(frozen=True, slots=True)
class SampleGifts:
    """All of it, as it will be read back; `held` is the visit, if there was a day for it."""

    donors: tuple[Donor, ...] = ()
    gifts: tuple[Gift, ...] = ()
    covers: tuple[Cover, ...] = ()
    wishes: tuple[Wish, ...] = ()
    held: tuple[Held, ...] = ()


def gifts(numbers: Numbers, snapshot: Snapshot, on: date, term: Term, known: Sequence[Donor]) -> SampleGifts:
    """`known`: donors of the ledger of things, who are entered once."""
    charity = Donor(numbers.id(), CHARITY, "charity", "李姐", "13807430216", "每年来一次，先打电话约")
    union = next((one.id for one in known if one.name == UNION), None)
    pupils = [child for child, _class in pupils_on(snapshot, on)]
    left = [child.id for child in pupils if register_status(child, on).status != NONE][:UMBRELLAS]
    others = [child.id for child in pupils if child.id not in left]
    day = school_day(snapshot, term, on - timedelta(days=VISITED))
    held = _visit(numbers, snapshot, day, left) if day is not None else None
    visit = held.activity.id if held is not None and held.activity is not None else None
    given = [
        *(Gift(numbers.id(), visit, charity.id, child, day, "雨伞", 1, 3500, unit="把")
          for child in left if day is not None),
        *_earlier(numbers, others, on, union),
    ]  # fmt: skip
    first = day or on - timedelta(days=VISITED)
    covers = [Cover(numbers.id(), child, charity.id, visit, "中国人保云岭支公司", "", "意外伤害险", 3_000_000, first,
                    first + YEAR) for child in left]  # fmt: skip
    covers += _older(numbers, others, on)
    wishes = tuple(
        Wish(numbers.id(), child, wish, on - timedelta(days=28 + place), on - timedelta(days=met) if met else None, how,
             charity.id if how.startswith("志愿者") else None)
        for place, (child, (wish, met, how)) in enumerate(zip([*left[::3], *others], WISHES, strict=False))
    )  # fmt: skip
    return SampleGifts((charity,), tuple(given), tuple(covers), wishes, (held,) if held is not None else ())


def gifts_in(made: SampleGifts) -> Iterator[Change]:
    """All of it as inserts but the visit, behind children, activities and the ledger's donors."""
    for donor in made.donors:
        yield insert("donor", donor, {})
    for table, rows in (("gift", made.gifts), ("insurance", made.covers), ("wish", made.wishes)):
        for one in rows:
            keys: dict[str, Value] = {}
            for column, of in TABLES.items():
                keys |= named(column, of, getattr(one, column))
            yield insert(table, one, keys)


def _visit(numbers: Numbers, snapshot: Snapshot, day: date, children: Sequence[int]) -> Held:
    lead = next((one.id for one in snapshot.staff if one.name == "彭光明"), None)
    record = CareRecord(
        numbers.id(), "activity", day, "14:00", 100, lead, None, "留守儿童之家",
        summary="春苗公益来校，发了雨伞，给孩子们买了一年的意外险，一起谈心、看节目。",
        participants=tuple(Participant(numbers.id(), child) for child in children),
    )  # fmt: skip
    key, who = numbers.id(), office(snapshot)
    more = Activity(
        key, record.id, "春苗公益走进校园", "爱心", "学校", "彭光明", CHARITY, "县融媒体中心",
        "志愿者六人，镇里两位干部",
        result="24 个孩子拿到雨伞和保险单。", note="没有拍照同意的两个孩子不进镜头。",
        agenda=steps(numbers, key, AGENDA, who),
        materials=items(numbers, key, (("雨伞", "24 把", ARCHIVIST), ("保险单", "24 份", ARCHIVIST)), who),
    )  # fmt: skip
    return Held(record, more)


def _earlier(numbers: Numbers, others: Sequence[int], on: date, union: int | None) -> list[Gift]:
    """School bags for some, fruit for the school; those are thanked for where somebody gave his name."""
    day, thanked = on - timedelta(days=EARLIER), on - timedelta(days=EARLIER - 12)
    bags = [Gift(numbers.id(), None, union, child, day, "书包", 1, 5800, thanked, unit="个") for child in others[:BAGS]]
    return [
        *bags,
        Gift(numbers.id(), None, None, None, day + timedelta(days=20), "苹果", 10, note="一位老乡送来的，没留名",
             unit="袋"),
    ]  # fmt: skip


def _older(numbers: Numbers, others: Sequence[int], on: date) -> list[Cover]:
    """Cover that ends soon, each with a number of its own, and some that has ended."""
    found: list[Cover] = []
    for step, some in ((SOON, others[:RENEWED]), (-LAPSED, others[RENEWED : RENEWED + 4])):
        until = on + timedelta(days=step)
        found += [
            Cover(numbers.id(), child, None, None, "平安养老保险", f"PA{until:%Y}{place:05}", "学生平安险", 5_000_000,
                  until - YEAR, until)
            for place, child in enumerate(some, 31 + len(found))
        ]  # fmt: skip
    return found
