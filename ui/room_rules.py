"""Rules to hang on the wall, proposed for each kind of room; the school rewrites them as it likes (REQ 2.12)."""

from PySide6.QtCore import QCoreApplication

from app import rooms as kinds


def _tr(text: str) -> str:
    return QCoreApplication.translate("room_rules", text)


def proposed(kind: str) -> str:
    """A rule a line."""
    return "\n".join([*_own(kind), *_all()])


def _all() -> list[str]:
    return [
        _tr("按时开放，值班老师先到后走，开放情况当天记下来。"),
        _tr("进门先听老师安排，不追跑打闹，不攀爬门窗。"),
        _tr("爱护公物，用完放回原处，损坏了告诉老师。"),
        _tr("保持干净，离开时关灯、关窗、断电、锁门。"),
    ]


def _own(kind: str) -> list[str]:
    return {
        kinds.HOME: [
            _tr("这里是大家的家，课后和假期都欢迎来。"),
            _tr("和爸爸妈妈通话、视频按次序来，每人十五分钟左右。"),
            _tr("电脑、电话在老师在场时使用，不说出家里的地址和密码。"),
        ],
        kinds.MUSIC: [_tr("乐器轻拿轻放，口琴、竖笛各用各的，用完擦净。"), _tr("音量以不影响隔壁上课为准。")],
        kinds.SPORT: [_tr("活动前先热身，穿运动鞋，不戴硬物。"), _tr("器材先检查再用，坏了的不用。")],
        kinds.ART: [_tr("剪刀、刻刀在老师看护下使用，不对着人。"), _tr("颜料、胶水不入口，用完洗手。")],
        kinds.READING: [_tr("安静看书，不在书上写画、折角。"), _tr("借书登记，两周内归还，丢了照价赔或者换一本。")],
        kinds.TALK: [
            _tr("谈心由心理老师负责，一次一个孩子，事先约好。"),
            _tr("谈的内容保密；会伤到自己或别人的事除外。"),
        ],
    }.get(kind, [])
