"""The keys of the page of awards and stories, state by state, and its help."""

from PySide6.QtCore import QCoreApplication

from ui.page import KeyGroup


def _tr(text: str) -> str:
    return QCoreApplication.translate("honours", text)


def list_keys() -> list[tuple[str, str]]:
    """Those of the lists."""
    return [("↑↓", _tr("换一个")), ("Enter", _tr("打开")), ("F4", _tr("新的")), ("Ctrl+P", _tr("打印")),
            ("Ctrl+E", _tr("导出 Excel")), ("Esc", _tr("返回"))]  # fmt: skip


def award_keys() -> list[tuple[str, str]]:
    """Those of one occasion."""
    return [("F6", _tr("另一部分")), ("Ctrl+Enter", _tr("记下")), ("Ctrl+P", _tr("打印奖状")),
            ("Esc", _tr("返回，没记下的留着"))]  # fmt: skip


def story_keys() -> list[tuple[str, str]]:
    """Those of one story."""
    return [("Ctrl+Enter", _tr("记下")), ("Ctrl+P", _tr("打印")), ("Ctrl+E", _tr("导出 Word")),
            ("Esc", _tr("返回，没记下的留着"))]  # fmt: skip


def words_keys() -> list[tuple[str, str]]:
    """Those of the words of the certificates."""
    return [("Ctrl+Enter", _tr("记下")), ("Esc", _tr("返回，没记下的留着"))]


def groups() -> list[KeyGroup]:
    """The keys of all states of the page."""
    return [
        KeyGroup("", tuple(list_keys())), KeyGroup(_tr("一次奖励"), (*award_keys(), *grid_keys())),
        KeyGroup(_tr("一篇事迹"), tuple(story_keys())), KeyGroup(_tr("奖状的字"), tuple(words_keys())),
    ]  # fmt: skip


def grid_keys() -> list[tuple[str, str]]:
    """Those of the list of who gets what."""
    return [("Ctrl+D", _tr("照上一行写")), ("Alt+↑↓", _tr("这一行往上往下")), ("Ctrl+Delete", _tr("去掉这一行"))]


def help_words() -> str:
    """The paragraph of F1."""
    return _tr(
        "给孩子和老师的奖都记在这里，一次可以勾上很多人。比赛的名次一键就记成奖励，不用再写一遍。"
        "算学年表彰的，同时记进关爱台账，六一前表彰这一条就做到了。奖状一个奖一张，字由学校自己改。"
        "事迹和个案先是草稿，领导审定了才算定稿；个案印出来不写名字。"
    )
