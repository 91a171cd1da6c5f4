"""The school of hard cases with pairs: long names on both sides, a plan too long for its row, one that ended, one alone."""

from dataclasses import replace
from datetime import date

from app.care import NOT_REACHED, CareRecord, Participant
from app.children import Child
from app.pairing import Goal, HelpPlan, Pairing, Priority
from app.school import Snapshot, Staff, StaffLeave
from tests.ui.paper.hard_school import child, hard_children, snapshot

SINCE = date(2026, 9, 7)
LONGEST = "买买提江·阿不都热合曼·吐尔逊·" * 3 + "阿依古丽"
LONG_STAFF = "古丽娜尔·阿不都热合曼·买买提江"
LONG_POST = "语文、班主任、教研组长、少先队大队辅导员、图书室管理员、心理辅导室值班"
PLAN = "每天中午一起看一遍作业，读半小时书，周三放学和爸爸妈妈视频一次，说说这一周的事。" * 12
SECRET = "他说的话只有心理老师能看"


def pairs_school(more: int = 20) -> Snapshot:
    """Three mentors; the third has the longest name, the last hard child has nobody."""
    children = [*hard_children(), child(7, LONGEST, 2), *(child(20 + n, f"龙小{chr(0x4E00 + n)}") for n in range(more))]
    found = snapshot(children)
    staff = (
        replace(found.staff[0], group_role="组长", group_duty="全面负责，每月听一次汇报。", duties="语文"),
        replace(found.staff[1], group_role="组员", group_duty="每周看一次谈心和家访记录，没做的提醒。" * 40),
        Staff(3, LONG_STAFF, "13975200612", LONG_POST, group_role="常务副组长兼办公室主任"),
    )
    by_mentor = {1: [1, 2, *(20 + n for n in range(more))], 2: [4, 7], 3: [3]}
    links = [(staff_id, child_id) for staff_id, ids in by_mentor.items() for child_id in ids]
    pairings = [
        Pairing(number, child_id, "mentor", SINCE, staff_id=staff_id, focus="学习")
        for number, (staff_id, child_id) in enumerate(links, 1)
    ]
    pairings += [
        Pairing(900, 1, "mentor", date(2026, 9, 1), SINCE, staff_id=3, why_ended="调去中心校"),
        Pairing(901, 1, "peer", SINCE, peer_id=7),
        Pairing(902, 1, "volunteer", SINCE, helper_name="镇妇联的王阿姨"),
    ]
    goals = tuple(Goal(n, 1, n, f"第 {n} 步，作业每天交齐，字写端正", date(2026, 10, 31), "交齐了") for n in range(1, 4))
    plans = (HelpPlan(1, 1, SINCE, None, "爸爸妈妈都在广东，作业没人看。", PLAN, "每周三中午", goals),)
    return replace(
        found, staff=staff, pairings=tuple(pairings), plans=plans, priorities=(Priority(1, 1, SINCE),),
        leaves=(StaffLeave(1, 2, date(2026, 11, 2), date(2026, 12, 1), "病假"),),
    )  # fmt: skip


def records() -> list[CareRecord]:
    """Of child 1: a usual talk, one too long for its row, a confidential one, a call that reached nobody."""
    mine = (Participant(1, 1),)
    return [
        CareRecord(1, "talk", date(2026, 9, 9), staff_id=1, summary="聊了作业，说想妈妈了", participants=mine),
        CareRecord(2, "talk", date(2026, 10, 14), staff_id=2, summary="他说晚上睡不着，想妈妈。" * 40, participants=mine),
        CareRecord(3, "talk", date(2026, 11, 4), staff_id=1, summary=SECRET, confidential=True, participants=mine),
        CareRecord(4, "carer_contact", date(2026, 10, 8), relation="外祖母", outcome=NOT_REACHED, participants=mine),
        CareRecord(5, "talk", date(2026, 9, 16), summary="一起谈的", participants=(
            Participant(2, 1, "只说他的"), Participant(3, 2))),
    ]  # fmt: skip


def mentored(found: Snapshot) -> list[Child]:
    """Everybody who has a mentor."""
    return [found.children[one.child_id] for one in found.pairings if one.role == "mentor" and one.until_day is None]
