"""The words of the wizard that takes an existing ledger in."""

from PySide6.QtCore import QCoreApplication

from ui.imports.matter import Words


def _tr(text: str) -> str:
    return QCoreApplication.translate("LedgerImport", text)


def page_words() -> Words:
    """What stays the same on the page."""
    return Words(
        title=_tr("从表格导入台账"),
        choose=(
            _tr("把学校原来的台账拖到这里，或者选一个"),
            _tr("固定资产账、器材账、图书登记都行：Excel、WPS 表格、CSV。列名不同也能对上，几张表一次导。"),
            _tr("先看一遍每一行会怎么变，再导入；数量和账上不一样的只列出来，不会改账。导错了能整次撤回。"),
        ),
        other_way="", other_page="", day=_tr("表里的数是哪天的"), rest=_tr("其余记进备注"), comparing=_tr("对照台账"),
        who=_tr("物品"), who_kind="two_line",
        counters=(
            ("changed", _tr("有变动"), _tr("台账里有，表格里改了")), ("new", _tr("新物品"), _tr("台账里没有的")),
            ("doubtful", _tr("要你定"), _tr("数量不一样，或拿不准")), ("refused", _tr("不能导入"), _tr("改好再导")),
            ("unchanged", _tr("没变"), _tr("不用动")),
        ),
        nothing=_tr("没有要改的：表格里的和台账里的都一样"), label=_tr("导入台账{0}"), finished=_tr("回到台账"),
        home="ledger",
        help=_tr("把学校原来的台账拖进来，看看每一列当作什么，再看一遍哪些东西会添、会改，最后导入。有编号的按编号认，"
                 "没有编号的按名称、规格和地方认。数量和账上不一样的，账不会动，除非你选“记一笔差异”。"
                 "导入前自动备份，导错了可以整次撤回。"),
    )  # fmt: skip


def group(kind: str) -> tuple[str, str]:
    """Title and explanation of a group of rows."""
    return {
        "changed": (_tr("有变动"), _tr("划掉的是台账里现在的，黄底是表格里的")),
        "refused": (_tr("不能导入"), _tr("其余照常导入，这几行另存成表，改好再导")),
        "doubtful": (_tr("要你定"), _tr("点这一行，在下面选；不选就先放下，账不动")),
        "new": (_tr("新物品"), _tr("会添进台账，数量照表里的结转")),
        "unchanged": (_tr("没变"), _tr("表格里的和台账里一样")),
    }[kind]
