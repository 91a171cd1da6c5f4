"""What the sample school has honoured: awards of 1 June, a prize taken over, a good example, a case study."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.activities import Held
from app.care import CareRecord, Participant
from app.changes import Change, Value
from app.children import Child
from app.classnames import grade_of
from app.enrolment import pupils_on
from app.guardianship import GRANDS
from app.honours import APPROVED, AWARD_RECORD, CASE, EXAMPLE, Award, Story
from app.sample_activities import ARCHIVIST, UPPER, office
from app.sample_changes import insert, records_in, token
from app.sample_notes import family
from app.sample_people import Numbers
from app.sample_rooms import named
from app.school import Snapshot
from app.staffing import GROUP_ROLES
from app.status import NONE, register_status

AWARDS = (
    ("学习之星", "上课爱举手，作业从不拖拉，数学测验连着三次全班第一"),
    ("进步之星", "这学期按时交作业，字写得端端正正"),
    ("自强好少年", "每天帮{carer}做家务，从来没有迟到过"), ("孝心好少年", "{carer}病了，端水送药，从不喊累"),
    ("阅读之星", "认真读书四十二本，常给弟弟妹妹讲故事"), ("劳动之星", "主动打扫留守儿童之家，带着同学种菜"),
    ("文明之星", "见了老师同学主动问好，捡到东西就交"), ("友爱之星", "陪新转来的同学写作业，课间一起玩"),
)  # fmt: skip
PRIZES = 3
"""Of the singing contest; the others are still to be taken over."""
EXAMPLE_TEXT = (
    "{name}的爸爸妈妈在外面打工，她跟着{carer}过。每天早上六点，她先把猪喂了，再走四里山路来学校。\n"
    "有一回下大雨，班上两个低年级的同学没带伞，她把自己的雨衣给了他们，自己淋着回了家。老师问起，她说：“他们小，我不怕。”\n"
    "这学期她当了图书室的小管理员。谁借了书没还，她一个一个去问；书破了，她用浆糊补好。"
    "放学以后，她还教{carer}认字，现在{carer}已经会写自己的名字了。"
)
CASE_TEXT = (
    "{name}这学期刚开头的时候，不爱说话，一下课就趴在桌上。作业常常不交，问急了就哭。\n"
    "代理家长去家里看了两回，才知道他想妈妈，晚上睡不着。老师和妈妈说好，每个星期天晚上打一次视频；"
    "班里给他安排了同桌做小伙伴，一起写作业，一起打球。\n"
    "一个月以后，他会主动和同学说话了。还要再看一段：妈妈过年回不回来，先和他说清楚。"
)


@dataclass(frozen=True, slots=True)
class Honoured:
    """All of it, as it will be read back."""

    awards: tuple[Award, ...] = ()
    records: tuple[CareRecord, ...] = ()
    stories: tuple[Story, ...] = ()


def honoured(numbers: Numbers, snapshot: Snapshot, on: date, held: Iterable[Held]) -> Honoured:
    """The awards of the last 1 June, what was taken over from a contest, and two texts."""
    june = date(on.year if on > date(on.year, 6, 1) else on.year - 1, 6, 1)
    children = [child for child, _class in pupils_on(snapshot, on) if register_status(child, on).status != NONE]
    head = next((one.name for one in snapshot.staff if one.group_role == GROUP_ROLES[0]), "")
    there = {child.id for child, _class in pupils_on(snapshot, june)}
    old = [child for child in children if child.id in there]
    record = _record(numbers, june, old, office(snapshot)[ARCHIVIST].id)
    awards = [
        Award(numbers.id(), name, june, child.id, None, family(child, june).said(reason), "", "校级", None, record.id)
        for (name, reason), child in zip(AWARDS, old[::5], strict=False)
    ]  # fmt: skip
    teacher = next((one.staff_id for one in snapshot.pairings if one.staff_id is not None), None)
    if teacher is not None and awards:
        reason = "每周找孩子谈心，月月和家长通电话"
        awards.append(Award(numbers.id(), "优秀代理家长", june, None, teacher, reason, "", "校级", None, record.id))
    awards += _prizes(numbers, held)
    stories = _stories(numbers, snapshot, children, on, head)
    return Honoured(tuple(awards), (record,) if record.participants else (), tuple(stories))


def honours_in(told: Honoured) -> Iterator[Change]:
    """All of it as inserts, behind staff, children and activities."""
    yield from records_in(told.records)
    for award in told.awards:
        keys: dict[str, Value] = {}
        if award.activity_id is not None:
            keys["activity_id"] = token("activity", award.activity_id)
        if award.record_id is not None:
            keys["record_id"] = token("care_record", award.record_id)
        yield insert("award", award, keys | _whose(award))
    for story in told.stories:
        yield insert("story", story, _whose(story))


def _whose(one: Award | Story) -> dict[str, Value]:
    return named("child_id", "child", one.child_id) | named("staff_id", "staff", one.staff_id)


def _record(numbers: Numbers, day: date, children: list[Child], staff_id: int | None) -> CareRecord:
    given = list(zip(AWARDS, children[::5], strict=False))
    said = f"校级表彰，{len(given)} 个孩子得奖"
    return CareRecord(
        numbers.id(), AWARD_RECORD, day, staff_id=staff_id, summary=said,
        participants=tuple(Participant(numbers.id(), child.id, name) for (name, _why), child in given),
    )  # fmt: skip


def _prizes(numbers: Numbers, held: Iterable[Held]) -> list[Award]:
    contest = next((one for one in held if one.activity is not None and one.activity.entries), None)
    if contest is None or contest.activity is None:
        return []
    more, theme = contest.activity, contest.theme
    best = [one for one in more.entries if one.prize == "第 1 名"][:PRIZES]
    return [
        Award(numbers.id(), one.prize, contest.record.day, one.child_id, None, f"在{theme}中表演《{one.piece}》",
              more.organizer, "", more.id)
        for one in best
    ]  # fmt: skip


def _stories(numbers: Numbers, snapshot: Snapshot, children: list[Child], on: date, head: str) -> list[Story]:
    """Of a girl of the upper grades whose grandmother or grandfather looks after her, and of a boy who misses his
    mother: the texts say so."""
    both = [child for child in children if register_status(child, on).reason == "both_away"]
    grades = {
        child.id: grade_of(of.stage, of.entry_year, on, snapshot.school.system)
        for child, of in pupils_on(snapshot, on)
    }  # fmt: skip
    girls = [child for child in both if child.sex == "女" and family(child, on).carer in GRANDS]
    girl = next((child for child in girls if grades[child.id] >= UPPER and child.boarding == "走读"), None)
    boy = next((child for child in reversed(both) if child.sex == "男"), None)
    found = []
    if girl is not None:
        day = on - timedelta(days=20)
        text = family(girl, on).said(EXAMPLE_TEXT.replace("{name}", girl.name))
        story = Story(numbers.id(), EXAMPLE, "山路上的小雨衣", day, text, APPROVED, girl.id, named=True)
        found.append(replace(story, approved_on=on - timedelta(days=16), approved_by=head))
    if boy is not None:
        text = CASE_TEXT.format(name=boy.name)
        found.append(Story(numbers.id(), CASE, "他为什么不爱说话", on - timedelta(days=3), text, child_id=boy.id,
                           alias="小石"))  # fmt: skip
    return found
