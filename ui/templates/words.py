"""What the page of the county's forms says: where a cell is, what goes in, and why."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.school import Template
from app.templates.facts import TITLES
from app.templates.filling import is_list
from app.templates.form import Form, letters
from app.templates.marks import Mark, Marks, from_json
from ui.page import Place
from ui.session import Session

_GROUPS = {
    "child": "孩子", "school": "学校和班级", "home": "家庭", "father": "父亲", "mother": "母亲", "carer": "谁带",
    "derived": "口径和日期", "form": "这张表", "elders": "爷爷奶奶、外公外婆", "members": "家庭成员（按顺序）",
}  # fmt: skip
_WHY = {
    "left": "左边写着“{0}”", "above": "上面写着“{0}”", "inside": "这里写着“{0}”", "placeholder": "表里写着“{0}”",
    "member": "家庭成员表里的“{0}”", "hand": "你选的", "before": "上一张表里“{0}”是这样选的",
}  # fmt: skip


def is_form(_session: Session, paths: Sequence[str]) -> bool:
    """Whether what was dropped on the window is an empty form of the county."""
    return paths[0].lower().endswith(".docx")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)


def group_word(group: str) -> str:
    """学校和班级."""
    return _tr(_GROUPS.get(group, "其他"))


def fact_word(key: str) -> str:
    """父亲电话; 不填 for what is left for the hand."""
    return _tr(TITLES[key]) if key in TITLES else _tr("不填")


def why_word(mark: Mark) -> str:
    """因为左边写着“姓名”."""
    if mark.why == "hand":
        return _tr(_WHY["hand"])
    return _tr("因为") + _tr(_WHY.get(mark.why, "{0}")).format(_one_line(mark.label))


def place_word(form: Form, row: int, col: int) -> str:
    """C5 in a workbook, 第 5 行 in a Word file."""
    return f"{letters(col)}{row + 1}" if form.kind == "xlsx" else _tr("第 {0} 行").format(row + 1)


def kind_word(template: Template) -> str:
    """Excel，一个孩子一行，填 18 处."""
    marks = from_json(template.marks)
    file = "Excel" if template.kind == "xlsx" else "Word"
    count = len(marks.filled())
    if not count:
        return _tr("{0}，还没有说哪里填什么").format(file)
    shape = _tr("一个孩子一行") if is_list(marks) else _tr("一个孩子一张")
    return _tr("{0}，{1}，填 {2} 处").format(file, shape, count)


def marked_word(form: Form, marks: Marks, mark: Mark) -> str:
    """What the undo menu says of one place: C5 填姓名."""
    what = _tr("{0} 填{1}") if mark.fact else _tr("{0} 不填")
    return what.format(place_word(form, mark.row, mark.col), fact_word(mark.fact))


def places(session: Session) -> list[Place]:
    """The forms, for Ctrl+K."""
    return [Place("templates", template.id, template.name, detail=_tr("县里的表"), icon="file-spreadsheet")
            for template in session.snapshot.templates]  # fmt: skip


def name_of(path: str) -> str:
    """What to call a form that came in this file."""
    return PurePath(path).stem.strip() or _tr("县里的表")


def _one_line(text: str) -> str:
    return " ".join(text.split())
