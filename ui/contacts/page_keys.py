"""The keys of the page 亲情联系, and what F1 says of it."""

from PySide6.QtCore import QCoreApplication

from ui.attachments import strip_keys
from ui.contacts.views import registered
from ui.page import KeyGroup


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


def usual() -> list[tuple[str, str]]:
    """For the foot while records are written."""
    found = [
        ("Ctrl+N", _tr("记一次")), ("Enter", _tr("存下")), ("F4", _tr("记什么")), ("F7", _tr("几个孩子")),
        ("F8", _tr("还没通话的")),
    ]  # fmt: skip
    return found + ([("Ctrl+B", _tr("批量登记"))] if "batch" in registered() else [])


def ringing() -> list[tuple[str, str]]:
    """For the foot while calls are made."""
    return [("Enter", _tr("开始，记下")), ("X", _tr("没通")), ("PgDn", _tr("下一个")), ("Esc", _tr("不打了"))]


def groups() -> list[KeyGroup]:
    """For the key map."""
    return [
        KeyGroup("", (
            ("Ctrl+N", _tr("记一次")), ("Enter", _tr("选中孩子，存下，打开一条")), ("F4", _tr("记什么")),
            ("F6", _tr("跟进、谁做的、地点")), ("F7", _tr("几个孩子一起记")), ("F8", _tr("还没通话的孩子")),
            ("Ctrl+B", _tr("批量登记")), ("V Y X", _tr("视频、语音、没通")), ("1 2 3", _tr("和谁、方式、心情里选")),
            ("↓", _tr("常写的话")), ("Delete", _tr("删除一条")),
        )),
        KeyGroup(_tr("打电话"), (
            ("Enter", _tr("开始，打完记下")), ("X", _tr("没通")), ("PgDn", _tr("下一个孩子")), ("Esc", _tr("不打了")),
        )),
        strip_keys.group(),
    ]  # fmt: skip


def help_text() -> str:
    """The paragraph about the page."""
    return _tr(
        "写孩子的首字母，按 Enter 选中；选和谁、怎么联系的，再按 Enter 就存下，接着记下一个。"
        "谈心、家访、家长会也在这里记，F4 换“记什么”；几个孩子一样的，F7 一起记，各自的话写在名字旁边。"
        "右边是这周还没通话的孩子，时间最长的在前；按 Enter 就打，号码是大字，有钟，打完 Enter 记下分钟，没通按 X。"
        "没通的记录旁边有“再试一次”；要跟进的，到那天还在，跟进好了才走。"
        "保密的记录不露字，别人要看得写原因，写它的人看得到谁看过。"
    )
