"""The circumstances of the invented families, as the registration form asks them: income, aid, marriage, needs."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.children import AIDS, Child, Kin
from app.sample_people import id_number
from app.whereabouts import is_parent

TIMES = ("每周六 19:00", "每周日 20:00", "每周五 18:30", "周三、周日晚上")
NEEDS = (
    "外婆腿疼，冬天接送不便，想住校",
    "家里没有人辅导作业",
    "奶奶不会用智能手机，想在学校和爸爸妈妈视频",
    "眼睛看黑板不清楚，想配一副眼镜",
    "",
    "",
)
ASKED = 0.8
"""Of how many left-behind children the office has asked."""


def with_home(child: Child, on: date) -> Child:
    """The child with what the office has asked of the family; a few families were not asked yet."""
    random = Random(child.id)
    kin = tuple(_with_id(one, random) if is_parent(one) and one.state == "living" and one.birth else one
                for one in child.kin)
    if random.random() > ASKED:
        return replace(child, kin=kin)
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
        needs=random.choice(NEEDS),
        entrusted="已签" if random.random() < 0.7 else "未签",
    )


def _with_id(kin: Kin, random: Random) -> Kin:
    birth = date(int(kin.birth[:4]), 1, 1) + timedelta(days=random.randrange(365))
    sex = "男" if "父" in kin.relation else "女"
    return replace(kin, id_number=id_number(birth, sex, kin.id), birth=birth.isoformat())
