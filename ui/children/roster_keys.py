"""The keys of the roster in each of its states, for the foot and for the key map."""

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup

Keys = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("RosterPage", text)


def listed() -> Keys:
    """In the list."""
    return [
        ("↑↓", _tr("换一个")), ("Enter", _tr("完整档案")), ("空格", _tr("选上")), ("Ctrl+P", _tr("打印联系卡")),
        ("Alt+↓", _tr("筛选")),
    ]  # fmt: skip


def more() -> Keys:
    """In the list too, where the foot has no room for them."""
    return [
        (_tr("打字"), _tr("找人：姓名、拼音、电话、家里人、村名")), ("←→", _tr("往两边看更多的列")),
        ("Ctrl+Enter", _tr("核对这个孩子的情况")),
        ("F2", _tr("改这个孩子的资料")), ("Ctrl+C", _tr("复制选中的行，能贴进表格")),
        ("Ctrl+V", _tr("导入复制来的一块表格")), ("Home End", _tr("第一个、最后一个")),
    ]  # fmt: skip


def dossier() -> Keys:
    """In the dossier of one child."""
    return [
        ("PgUp PgDn", _tr("换一个孩子")), ("F2", _tr("改资料")), ("Ctrl+P", _tr("打印联系卡")),
        ("Esc", _tr("返回名册")),
    ]  # fmt: skip


def adding() -> Keys:
    """In the quick entry."""
    return [("Enter", _tr("存下，再添一个")), ("Tab", _tr("下一格")), ("Esc", _tr("收起"))]


def nobody() -> Keys:
    """While the roster is empty."""
    return [("Ctrl+I", _tr("选表格")), ("Ctrl+Shift+N", _tr("添孩子"))]


def groups() -> list[KeyGroup]:
    """All of them, by state."""
    return [
        KeyGroup("", (*listed(), *more())), KeyGroup(_tr("一个孩子的档案"), tuple(dossier())),
        KeyGroup(_tr("添加孩子"), tuple(adding())),
    ]  # fmt: skip
