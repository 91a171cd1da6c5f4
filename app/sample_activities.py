"""What the sample school holds for many at once and writes up: a singing contest, a working meeting, a plan."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.activities import Activity, Entry, Held, Item, Step, places
from app.care import NOT_REACHED, WORK_MEETING, CareRecord, Participant
from app.changes import Change, Insert, Value
from app.children import Child
from app.classnames import grade_of
from app.enrolment import pupils_on
from app.sample_changes import insert, records_in, token
from app.sample_people import Numbers
from app.sample_rooms import named
from app.school import Snapshot, Staff
from app.schooldays import SchoolDays
from app.status import NONE, register_status
from app.termdays import Term

THURSDAY = 3
ENTRANTS = 12
UPPER = 4
"""From which grade on one sings in the upper group."""
SONGS = (
    "让我们荡起双桨", "小螺号", "歌声与微笑", "鲁冰花", "蜗牛与黄鹂鸟", "童年", "采蘑菇的小姑娘", "种太阳", "送别",
    "外婆的澎湖湾", "数鸭子", "感恩的心",
)  # fmt: skip
SCORES = ("9.2", "9.6", "8.8", "9.2", "9.0", "8.5", "9.7", "9.1", "9.4", "8.9", "9.4", "8.7")
HEAD, DEPUTY, COUNSELLOR, ARCHIVIST, MUSICIAN = OFFICE = ("head", "deputy", "counsellor", "archivist", "musician")
"""Stand for the names of those who do the work."""
Line = tuple[str, str, str]
AGENDA = (
    ("14:30", "主持人开场，校长讲话", HEAD), ("14:40", "低段组六位同学唱", ""), ("15:20", "高段组六位同学唱", ""),
    ("16:00", "大家合唱《感恩的心》，视频连线爸爸妈妈", ""), ("16:20", "评分、颁奖、合影", ""),
)  # fmt: skip
MATERIALS = (
    ("音响、话筒", "1 套", MUSICIAN), ("电子琴", "1 台", MUSICIAN), ("奖状", "12 张", ARCHIVIST),
    ("笔记本（奖品）", "12 本", ARCHIVIST), ("评分表", "5 张", DEPUTY),
)  # fmt: skip


MET = timedelta(days=21)
OPENING = (
    "开学摸底，分结对的孩子，排亲情电话的值班。", "九月底前每家走一遍；电话号码一个一个打通；责任书这周签完。",
    "一、开学摸底分到各班，父母在哪里、谁带、电话通不通，班主任一个一个核。\n二、代理家长名单定了，新来的孩子再等一等。"
    "\n三、中午和傍晚各一位老师值班，陪孩子打电话。",
    "摸底怎么做，表谁收", ARCHIVIST, "代理家长名单", HEAD, "电话值班", DEPUTY,
)  # fmt: skip
MIDDLE = (
    "看上个月的电话和家访，定唱歌比赛怎么办。", "月底前补上没走到的家；唱歌比赛由音乐老师负责；亲情电话中午也开。",
    "一、家访还差的班级在月底前补上，路远的两人一组。\n二、唱歌比赛分两组，人人有奖状。\n三、亲情电话中午加开一次，值班老师轮流。",
    "上个月的电话和家访情况", ARCHIVIST, "唱歌比赛怎么办", MUSICIAN, "值班怎么排", DEPUTY,
)  # fmt: skip
"""Of the meetings: what it was about, what was decided, the minutes; the points in order with who reports."""


def office(snapshot: Snapshot) -> dict[str, Staff]:
    """Who does the work: the head, the deputy, the counsellor, the archivist, and who teaches music."""
    teachers = {one.staff_id for school_class in snapshot.classes for one in school_class.teachers}
    here = [one for one in snapshot.staff if one.left_on is None]
    music = next((one for one in here if one.duties == "音乐"), here[0])
    return dict(zip(OFFICE, [*(one for one in here if one.id not in teachers), music], strict=True))


def steps(numbers: Numbers, key: int, agenda: Iterable[Line], who: dict[str, Staff]) -> tuple[Step, ...]:
    """The agenda of an activity with names in it."""
    return tuple(
        Step(numbers.id(), key, place, at, what, who[by].name if by in who else by)
        for place, (at, what, by) in enumerate(agenda)
    )


def items(numbers: Numbers, key: int, materials: Iterable[Line], who: dict[str, Staff]) -> tuple[Item, ...]:
    """What an activity needs, with the names of those who keep it."""
    return tuple(
        Item(numbers.id(), key, place, what, count, who[by].name if by in who else by)
        for place, (what, count, by) in enumerate(materials)
    )


def activities(numbers: Numbers, snapshot: Snapshot, on: date, term: Term) -> Iterator[Held]:
    """In the order of their days. What would lie before the term is left out."""
    who = office(snapshot)
    if (day := school_day(snapshot, term, term.from_day + timedelta(days=9))) is not None and day < on - MET:
        yield _meeting(numbers, day, who, OPENING)
    if (day := school_day(snapshot, term, on - MET)) is not None:
        yield _meeting(numbers, day, who, MIDDLE)
    if (day := school_day(snapshot, term, on - timedelta(days=12))) is not None:
        yield _contest(numbers, snapshot, day, who)
    calendar = SchoolDays(snapshot.calendar)
    for theme, place, step, keeper in (("好书换着看", "图书阅览室", -1, ARCHIVIST), ("踢毽子比赛", "操场", 1, DEPUTY)):
        day = on + timedelta(days=step)
        if term.from_day <= day <= term.until_day and calendar.is_school_day(day):
            yield _short_plan(numbers, day, who[keeper].id, theme, place)
    ahead = on + timedelta(days=9)
    ahead += timedelta(days=(THURSDAY - ahead.weekday()) % 7)
    if ahead <= term.until_day:
        yield _plan(numbers, ahead, who)


def activities_in(held: Iterable[Held]) -> Iterator[Change]:
    """All of it as inserts, behind staff, rooms and children."""
    for one in held:
        yield from records_in([one.record])
        more = one.activity
        if more is None:
            continue
        yield insert("activity", more, {"record_id": token("care_record", more.record_id)})
        owner: dict[str, Value] = {"activity_id": token("activity", more.id)}
        for step in more.agenda:
            yield insert("agenda_step", step, owner)
        for item in more.materials:
            yield insert("activity_item", item, owner)
        for entry in more.entries:
            yield _entry(entry)


def _entry(entry: Entry) -> Insert:
    keys: dict[str, Value] = {"activity_id": token("activity", entry.activity_id)}
    return insert("contest_entry", entry, keys | named("child_id", "child", entry.child_id))


def school_day(snapshot: Snapshot, term: Term, until: date) -> date | None:
    """The last Thursday with school up to that day."""
    calendar = SchoolDays(snapshot.calendar)
    day = until - timedelta(days=(until.weekday() - THURSDAY) % 7)
    while day >= term.from_day and not calendar.is_school_day(day):
        day -= timedelta(days=7)
    return day if day >= term.from_day else None


def _contest(numbers: Numbers, snapshot: Snapshot, day: date, who: dict[str, Staff]) -> Held:
    singers = _singers(snapshot, day)
    record = CareRecord(
        numbers.id(), "activity", day, "14:30", 120, who[MUSICIAN].id, None, "音乐活动室",
        summary="唱歌比赛，大家合唱《感恩的心》，视频连线在外的家长。",
        participants=tuple(Participant(numbers.id(), child.id) for child, _upper in singers),
    )  # fmt: skip
    key = numbers.id()
    groups = ["高段组" if upper else "低段组" for _child, upper in singers]
    won = places(list(zip(groups, SCORES, strict=False)))
    entries = tuple(
        Entry(numbers.id(), key, place, group, child.id, "", SONGS[place], SCORES[place], f"第 {rank} 名")
        for place, ((child, _upper), group, rank) in enumerate(zip(singers, groups, won, strict=True))
    )
    more = Activity(
        key, record.id, "“唱响童年”唱歌比赛", "比赛", "少先队大队部", "彭光明", "云岭县关工委", "",
        "关工委两位老同志、十五位家长", 30_000, 28_650, "十二位同学都上了台，五位家长从视频里看完了全场。",
        "歌声从音乐活动室里传出来，操场上的同学都停下来听。十二位同学分低段、高段两组，有的独唱，有的边弹边唱。"
        "最后大家一起唱《感恩的心》，老师打开视频，在广东、浙江打工的爸爸妈妈看着孩子在台上鞠躬。\n"
        "评委老师说，名次不要紧，敢站上来就了不起。奖状和笔记本发给了每一位同学。",
        "下次把视频放到大屏幕上。", None, False,
        steps(numbers, key, AGENDA, who), items(numbers, key, MATERIALS, who), entries,
    )  # fmt: skip
    return Held(record, more)


def _singers(snapshot: Snapshot, day: date) -> list[tuple[Child, bool]]:
    """Six of the lower grades, then six of the upper."""
    system = snapshot.school.system
    left = [
        (child, grade_of(of.stage, of.entry_year, day, system) >= UPPER) for child, of in pupils_on(snapshot, day)
        if child.photo_consent == "yes" and register_status(child, day).status != NONE
    ]  # fmt: skip
    return [one for wanted in (False, True) for one in [two for two in left if two[1] == wanted][:ENTRANTS:2]]


def _meeting(numbers: Numbers, day: date, who: dict[str, Staff], said: tuple[str, ...]) -> Held:
    summary, decided, minutes, *points = said
    record = CareRecord(
        numbers.id(), WORK_MEETING, day, "16:10", 50, who[HEAD].id, None, "会议室", summary=summary,
    )  # fmt: skip
    key = numbers.id()
    agenda = zip(("16:10", "16:30", "16:45"), points[::2], points[1::2], strict=True)
    more = Activity(
        key, record.id, "关爱工作会", "", "", who[HEAD].name, "", "", "领导小组全体，各班班主任", None, None, decided,
        minutes, agenda=steps(numbers, key, agenda, who),
    )  # fmt: skip
    return Held(record, more)


def _short_plan(numbers: Numbers, day: date, staff_id: int | None, theme: str, place: str) -> Held:
    """Of this week: what was to be yesterday asks whether it was held."""
    record = CareRecord(numbers.id(), "activity", day, "16:10", 40, staff_id, None, place, outcome=NOT_REACHED)
    return Held(record, Activity(numbers.id(), record.id, theme, planned=True))


def _plan(numbers: Numbers, day: date, who: dict[str, Staff]) -> Held:
    record = CareRecord(
        numbers.id(), "activity", day, "15:00", 90, who[DEPUTY].id, None, "食堂", outcome=NOT_REACHED,
    )  # fmt: skip
    key = numbers.id()
    agenda = (("15:00", "和面、拌馅", "食堂师傅"), ("15:30", "一起包", ""), ("16:10", "下锅，一起吃", ""))
    more = Activity(
        key, record.id, "一起包饺子", "节日", "学校", who[HEAD].name, budget_fen=24_000, planned=True,
        agenda=steps(numbers, key, agenda, who),
        materials=items(numbers, key, (("面粉", "10 斤", "食堂"), ("肉馅", "8 斤", "食堂")), who),
    )  # fmt: skip
    return Held(record, more)
