"""The keys of the page of pairings in each of its states, for the foot and for the key map."""

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup

Keys = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)


def listed() -> Keys:
    """In the list."""
    return [
        ("↑↓", _tr("换老师")), ("Enter", _tr("看老师")), ("Ctrl+Enter", _tr("按建议配对")), ("←→", _tr("挑孩子")),
    ]  # fmt: skip


def more() -> Keys:
    """In the list and the panel beside it, where the foot has no room for them."""
    return [
        (_tr("打字"), _tr("找人：老师、孩子、电话")), (_tr("空格"), _tr("自己挑老师（在右边的孩子上）")),
        (_tr("拖"), _tr("把孩子拖给一位老师")),
    ]  # fmt: skip


def child(filled: str = "") -> Keys:
    """Beside a child, whose filled button says that."""
    return [("Ctrl+Enter", filled or _tr("写帮扶计划")), ("Esc", _tr("返回"))]


def helper(filled: str = "") -> Keys:
    """Beside a helper."""
    return [("↑↓", _tr("换老师")), ("Ctrl+Enter", filled or _tr("再配一个孩子")), ("Esc", _tr("返回"))]


def handover() -> Keys:
    """While handing over."""
    return [("↑↓", _tr("换孩子")), ("Enter", _tr("换一位")), ("Ctrl+Enter", _tr("都交接")), ("Esc", _tr("返回"))]


def plan() -> Keys:
    """In a help plan."""
    return [("Tab", _tr("下一格")), ("Ctrl+Enter", _tr("记下")), ("Esc", _tr("返回"))]


def groups() -> list[KeyGroup]:
    """All of them, by state."""
    return [
        KeyGroup("", (*listed(), *more())), KeyGroup(_tr("结对里的一个孩子"), tuple(child())),
        KeyGroup(_tr("一位老师"), tuple(helper())), KeyGroup(_tr("交接"), tuple(handover())),
        KeyGroup(_tr("帮扶计划"), tuple(plan())),
    ]  # fmt: skip
