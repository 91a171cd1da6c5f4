"""The ten points of a safety check, and what is said of what was found."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.rooms import Finding, SafetyCheck


def _tr(text: str) -> str:
    return QCoreApplication.translate("rooms", text)


def point_words() -> tuple[str, ...]:
    """Ten places to look at, in the order of a walk through the room."""
    return (
        _tr("门窗、玻璃、门锁"), _tr("电线、插座、开关"), _tr("灯和电器"), _tr("灭火器、逃生通道"),
        _tr("桌椅、书架、柜子"), _tr("地面、楼梯、护栏"), _tr("器材和玩具"), _tr("药箱、刀剪、化学品"),
        _tr("通风、卫生、饮水"), _tr("屋顶、墙面"),
    )  # fmt: skip


def point_word(point: int) -> str:
    """The point of that number, 1 to 10."""
    return point_words()[point - 1]


def since_words(check: SafetyCheck, today: date) -> str:
    """查出 27 天了; 今天查出."""
    days = (today - check.day).days
    return _tr("查出 {0} 天了").format(days) if days > 0 else _tr("今天查出")


def found_words(finding: Finding) -> str:
    """电线、插座、开关：靠窗的插座松了."""
    return _tr("{0}：{1}").format(point_word(finding.point), finding.what)


def last_words(checks: Sequence[SafetyCheck]) -> str:
    """上次检查 10月28日，10 项都好; 还没检查过."""
    if not checks:
        return _tr("这学期还没检查过安全")
    last = checks[-1]
    open_ = [one for one in last.findings if one.mended_on is None]
    said = _tr("{0} 处没整改").format(len(open_)) if open_ else (
        _tr("查出的都整改了") if last.findings else _tr("10 项都好"))
    return _tr("上次检查 {0}月{1}日，{2}").format(last.day.month, last.day.day, said)
