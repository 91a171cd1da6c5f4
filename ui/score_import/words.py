"""The words of the wizard that takes the county's assessment table in, and of its command."""

from PySide6.QtCore import QCoreApplication

from app.scales import points_text
from app.score_import.plan import Plan, PlanRow
from ui.imports.matter import Words
from ui.score_words import measure_word, measured_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScoreImport", text)


def page_words() -> Words:
    """What stays the same on the page."""
    return Words(
        title=_tr("读县里的考核表"),
        choose=(
            _tr("把县里的考核表拖到这里，或者选一个"),
            _tr("Excel、WPS 表格、CSV 都行，合并的格子也认得。列名不同也能对上。"),
            _tr("先看一遍读出了哪些考核项，再存下；读错了能整次撤回。"),
        ),
        other_way="", other_page="", day=_tr("哪天发的"), rest=_tr("其余不读"), comparing=_tr("读考核项"),
        who=_tr("考核项"), who_kind="two_line", heads=(_tr("分值"), _tr("要求"), _tr("照什么算")),
        counters=(
            ("new", _tr("考核项"), _tr("会存进这张表")), ("refused", _tr("读不出"), _tr("改好再读")),
        ),
        nothing=_tr("一项也没读出来"), label=_tr("读考核表{0}"), finished=_tr("看现在几分"),
        help=_tr("把县里的考核表拖进来，看看每一列当作什么，再看一遍读出的考核项，最后存下。每一项照哪个数字算是猜的，"
                 "存下以后在“换表，改考核项”里改。存下就用这张表，原来的表还在，随时换回去。"),
    )  # fmt: skip


def field_words() -> dict[str, str]:
    """What a column may be."""
    return {
        "": _tr("不读"), "part": _tr("部分"), "what": _tr("考核项"), "demand": _tr("目标要求"), "points": _tr("分值"),
        "criteria": _tr("评分标准"), "how": _tr("操作说明"),
    }  # fmt: skip


def group(kind: str) -> tuple[str, str]:
    """Title and explanation of a group of rows."""
    return {
        "new": (_tr("考核项"), _tr("去掉勾的不存")),
        "refused": (_tr("读不出"), _tr("其余照常存下，这几行另存成表，改好再读")),
    }.get(kind, ("", ""))


def reason_words(row: PlanRow) -> tuple[str, str]:
    """What is wrong with a row, and what to do."""
    return {
        "nameless": (_tr("没有写考核什么"), _tr("补上考核项或目标要求")),
        "no_points": (_tr("没有分值"), _tr("补上分值，如 2.5")),
        "bad_points": (_tr("分值“{0}”读不懂").format(row.said), _tr("写成整分或半分，如 2.5")),
    }[row.reason]


def problem_sentence(row: PlanRow) -> str:
    """第 12 行 C 列：没有分值，补上分值，如 2.5。"""
    what, do = reason_words(row)
    place = _tr("第 {0} 行 {1} 列").format(row.row, row.column) if row.column else _tr("第 {0} 行").format(row.row)
    return _tr("{0}：{1}，{2}。").format(place, what, do)


def how_word(row: PlanRow) -> str:
    """How an item will be measured."""
    item = row.item
    return measure_word(item.measure) if item.measured == "figure" else measured_word(item.measured)


def sum_sentence(plan: Plan) -> str:
    """What the points add up to, and whether the file says the same."""
    total = points_text(plan.points)
    if plan.printed is not None and plan.printed != plan.points:
        return _tr("读出的加起来 {0} 分，表里写的合计是 {1} 分，看看少了哪一行。").format(
            total, points_text(plan.printed))  # fmt: skip
    return _tr("加起来 {0} 分。").format(total)
