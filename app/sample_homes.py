"""The circumstances of the invented families, as the registration form asks them: income, aid, marriage, needs."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.carer import carer_of
from app.children import AIDS, Child, Kin
from app.kinship import spoken_relation
from app.sample_people import OFFICE, Numbers, away, home, id_number
from app.status import BOTH, register_status
from app.whereabouts import is_parent

TIMES = ("每周六 19:00", "每周日 20:00", "每周五 18:30", "周三、周日晚上")
NEEDS = (
    "{carer}腿疼，冬天接送不便，想住校",
    "家里没有人辅导作业",
    "{carer}不会用智能手机，想在学校视频",
    "眼睛看黑板不清楚，想配一副眼镜",
    "",
    "",
)
ASKED = 0.9
"""Of how many left-behind children the office has asked."""


def with_home(numbers: Numbers, child: Child, on: date) -> Child:
    """The child with what the office has asked of the family; a few families were not asked yet."""
    random = Random(child.id)
    carer = carer_of(child, on).kin
    kin = tuple(
        _with_id(one, random) if is_parent(one) and one.state == "living" and one.birth else one for one in child.kin
    )
    if random.random() > ASKED or carer is None:
        return replace(child, kin=kin)
    if not any(one.whereabouts for one in kin):
        kin, child = _placed(numbers, child, kin, on)
    together = all(one.state == "living" and not one.custody for one in kin if is_parent(one))
    poor = random.random() < 0.3
    aid = "、".join(word for word in AIDS[:2] if random.random() < 0.7) if poor else ""
    return replace(
        child,
        kin=kin,
        call_time=child.call_time or random.choice(TIMES),
        marriage="在婚" if together else "",
        income="务工、务农" if random.random() < 0.6 else "务工",
        aid=aid or "无",
        needs=random.choice(NEEDS).format(carer=spoken_relation(carer.relation) or "家里老人"),
        entrusted="已签" if random.random() < 0.92 else "未签",
    )


def _placed(numbers: Numbers, child: Child, kin: tuple[Kin, ...], on: date) -> tuple[tuple[Kin, ...], Child]:
    """The family of a child of whom there was nothing but the register's word, with where the parents are."""
    both = register_status(child, on).status == BOTH
    placed = tuple(
        (away if both or one.relation == "父亲" else home)(numbers, one, on, True) if is_parent(one) else one
        for one in kin
    )
    return placed, replace(child, confirmed_on=on - timedelta(days=40), confirmed_by=OFFICE)


def _with_id(kin: Kin, random: Random) -> Kin:
    birth = date(int(kin.birth[:4]), 1, 1) + timedelta(days=random.randrange(365))
    sex = "男" if "父" in kin.relation else "女"
    return replace(kin, id_number=id_number(birth, sex, kin.id), birth=birth.isoformat())
