"""What the invented teachers wrote down: short notes as a clerk types them, with the mood that the child showed.

`{who}` is the relative spoken to, `{place}` where the parent works, `{carer}` who looks after the child.
"""

LOW = "low"

UNREACHED = (
    "没人接，打了两次", "手机停机", "工地上听不见，没接", "上夜班在睡觉，没接", "占线", "关机", "响了很久没接",
    "信号不好，接通就断", "号码打不通，改问{carer}",
)  # fmt: skip
HOTLINE = (
    "{who}打来问成绩，讲了", "{carer}打来说今天晚点接", "{who}打来请假，家里有事", "{who}打来问什么时候放假",
    "{who}打来问衣服收到没有", "{carer}打来问几点放学", "{who}打来说换了号码，记下了",
)  # fmt: skip
TUTORING = (
    "补了应用题，会列式了", "听写错了四个，订正了", "读课文，比上次顺", "帮着把周末作业做完", "口算练了一页，快了",
    "背课文，还差最后一段", "作文改了两遍，开头好了", "乘法口诀背到七", "生字描了一页，结构好些", "讲了两道错题",
)  # fmt: skip
COUNSELLING = (
    "来坐了一节课。说起夜里的梦和爸爸喝酒的事，慢慢说，没有追问。约好每周四下午来，先不告诉别人；周五再看一次。"
)
MEETINGS = {
    "guardian_training": ("照料人培训：怎么看作业、怎么打视频电话", "照料人培训：隔代带孩子的吃穿和安全"),
    "forum": ("座谈会：孩子们说想要一张乒乓球台", "座谈会：说了食堂、厕所和晚自习的灯"),
    "lecture": ("法治讲座：派出所王警官讲怎么保护自己",),
    "festival_visit": ("中秋慰问：每家一盒月饼、一桶油", "端午慰问：送了粽子和蚊帐"),
    "health_check": ("镇卫生院来校体检：身高、体重、视力、牙齿",),
    "survey": (
        "入户填表，电话和照料人都核对过", "入户填表，{carer}按的手印", "发表带回，家里填好交来",
        "电话里问着填的，改了一个号码", "放学留下问着填的", "{carer}来学校填的，地址补全了",
    ),
}
FOLLOW_UPS = {
    "talk": ("问问睡得好不好", "看看心情好些没有", "看看和同学处得怎样"), "老化": ("问村委会电线修了没有",),
    "灯泡": ("看灯泡换了没有",), "忙不过来": ("问问家里忙得过来没有",), "咳嗽": ("问咳嗽好了没有",),
    "助学金": ("看助学金到账没有",), "family_call": ("再打一次",),
}
"""By the kind of what was done, or by the word in it that asks for it."""
VOLUNTEERS = (
    "向启文（村支书）", "周丽（镇卫生院）", "滕志远（大学生志愿者）", "田红霞（妇女主任）", "王国良（爱心爸爸）",
    "石桂芝（爱心妈妈）",
)  # fmt: skip
FOCUS = ("学习", "生活", "心理", "学习、生活", "安全")
