"""How a backup is called: when it was made, and why."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.backups import Backup


def _tr(text: str) -> str:
    return QCoreApplication.translate("backup", text)


def moment(at: datetime, now: datetime) -> str:
    """今天 8:12, 昨天 16:40, 11月5日, 2025年11月5日."""
    clock = f"{at.hour}:{at.minute:02}"
    days = (now.date() - at.date()).days
    if days == 0:
        return _tr("今天 {0}").format(clock)
    if days == 1:
        return _tr("昨天 {0}").format(clock)
    if at.year == now.year:
        return _tr("{0}月{1}日").format(at.month, at.day)
    return _tr("{0}年{1}月{2}日").format(at.year, at.month, at.day)


def to_the_minute(at: datetime, now: datetime) -> str:
    """今天 8:12, 11月5日 16:40."""
    when = moment(at, now)
    return when if ":" in when else f"{when} {at.hour}:{at.minute:02}"


def backup_line(backup: Backup | None, now: datetime) -> str:
    """For the foot of the rail: 今天 8:12 已备份."""
    if backup is None:
        return _tr("还没有备份")
    return _tr("{0} 已备份").format(moment(backup.at, now))


def why(reason: str) -> str:
    """Why it was made, in words."""
    return {
        "exit": _tr("退出时"),
        "hand": _tr("手动"),
        "import": _tr("导入之前"),
        "migration": _tr("升级之前"),
        "restore": _tr("恢复之前"),
        "term": _tr("学期结束时"),
    }.get(reason, _tr("自动"))


def size(count: int) -> str:
    """2.4 MB, 312 KB."""
    return f"{count / 1048576:.1f} MB" if count >= 1048576 else f"{max(1, round(count / 1024))} KB"
