"""What 今日 says of itself: its keys, the paragraph of F1, and the page while there are no children yet."""

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup
from ui.pieces.empty import Empty, Way

Keys = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def keys() -> Keys:
    """In the list."""
    return [
        ("↑↓", _tr("换一件")), ("Enter", _tr("记一笔")), ("1–4", _tr("怎么样")), (_tr("空格"), _tr("改天")),
        ("F9", _tr("打电话")),
    ]  # fmt: skip


def groups() -> list[KeyGroup]:
    """All of them."""
    more = (
        ("F2", _tr("打开孩子的档案")), ("Shift+↓", _tr("多选几件，一起记")), (_tr("打字"), _tr("找孩子、老师、电话")),
        ("Ctrl+C", _tr("复制选中的行，能贴进表格")), ("Shift+Enter", _tr("在“说了什么”里另起一行")),
    )  # fmt: skip
    return [KeyGroup("", (*keys(), *more))]


def nobody() -> Keys:
    """While there are no children."""
    return [("Ctrl+I", _tr("选表格")), ("Ctrl+Shift+N", _tr("添孩子"))]


def help_text() -> str:
    """The paragraph of F1."""
    return _tr(
        "先做红的：过期没做的，越久越靠上。再做今天要做的、本周还有的。右边是要拨的号码、最近三次联系、可以问问的话。"
        "Enter 到右边，1–4 选怎么样，再按 Enter 记下，接着看下一件。没接通的留在单子上，写着“再试一次”。"
        "空格改天：改的是哪天提醒，期限不变，过了期限还是算没做。F9 把号码复制好并开始计时，记下时分钟自己填上。"
        "上面一排是这一周，点哪天看哪天，点数字只看那几件。按谁做、按孩子，是同样的事换个排法。"
        "放假没有要做的，什么也不会变红。"
    )


def empty() -> Empty:
    """Who has no children yet is led to the roster."""
    ways = [
        Way("table", "file-spreadsheet", _tr("有现成的表格"),
            _tr("Excel、WPS 表格都行，列名不同也能对上。\n导入前先让你看一遍。"), _tr("选表格"), "Ctrl+I"),
        Way("roster", "user-round-plus", _tr("一个一个添"),
            _tr("只要姓名、班级和一个电话就能先存，\n其余以后再补。"), _tr("去名册添孩子")),
    ]  # fmt: skip
    return Empty(_tr("今日"), _tr("先把孩子的名字放进来"), _tr("名册有了人，今天要做的事会自己排出来。"), ways)
