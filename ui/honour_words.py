"""What awards, stories and certificates are called, and the program's own words on a certificate."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.enrolment import class_on, classes_by_id, name_on
from app.honours import APPROVED, CASE, CONTEST, EXAMPLE, PUPIL, STAFF, Award, Certificate, Story
from app.school import Snapshot


def _tr(text: str) -> str:
    return QCoreApplication.translate("honours", text)


def story_word(kind: str) -> str:
    """事迹, 个案."""
    return {EXAMPLE: _tr("事迹"), CASE: _tr("个案")}[kind]


def state_word(story: Story) -> str:
    """草稿, 定稿."""
    return _tr("定稿") if story.state == APPROVED else _tr("草稿")


def whom_word(whom: str) -> str:
    """What a certificate is for."""
    return {PUPIL: _tr("孩子"), CONTEST: _tr("比赛得奖"), STAFF: _tr("老师")}[whom]


def nobody() -> str:
    """Whose name is gone."""
    return _tr("已删除")


def person(award: Award, snapshot: Snapshot) -> str:
    """The name of who was given it."""
    if award.child_id is not None:
        child = snapshot.children.get(award.child_id)
        return child.name if child is not None else nobody()
    return next((one.name for one in snapshot.staff if one.id == award.staff_id), nobody())


def class_name(child_id: int | None, snapshot: Snapshot, day: date) -> str:
    """The class of a child on a day; "" for none."""
    child = snapshot.children.get(child_id or 0)
    if child is None:
        return ""
    found = class_on(child, classes_by_id(snapshot), day, snapshot.school.system)
    return name_on(found, day, snapshot.school.system) if found is not None else ""


def where(award: Award, snapshot: Snapshot) -> str:
    """三（1）班, 老师."""
    return class_name(award.child_id, snapshot, award.day) if award.child_id is not None else _tr("老师")


def summary(names: Iterable[str]) -> str:
    """三好学生 5 人，进步之星 3 人, of the names of awards."""
    counts = Counter(name.strip() for name in names)
    return "，".join(_tr("{0} {1} 人").format(name, many) for name, many in counts.items())


def occasion(given_by: str, level: str, activity: str) -> str:
    """“唱响童年”唱歌比赛, 学校 校级表彰: what an occasion is called."""
    return activity or _tr("{0}表彰").format(" ".join(part for part in (given_by, level) if part))


def levels() -> tuple[str, ...]:
    """Who gives awards, as schools say it."""
    return (_tr("班级"), _tr("校级"), _tr("乡镇级"), _tr("县级"), _tr("市级"), _tr("省级"))


def alias(story: Story) -> str:
    """What stands for the child's name where it is not to be said."""
    return story.alias or _tr("小禾")


def about(story: Story, snapshot: Snapshot) -> str:
    """Who a story is about, as lists say it: of a case without the name what stands for it."""
    child = snapshot.children.get(story.child_id or 0)
    if child is not None:
        return child.name if story.named else alias(story)
    return next((one.name for one in snapshot.staff if one.id == story.staff_id), "")


NAME, CLASS, REASON, AWARD, LEVEL, DAY = MARKS = ("姓名", "班级", "事由", "奖项", "级别", "日期")
"""The marks in the words of a certificate, each in 【】."""


def values(award: Award, snapshot: Snapshot) -> Mapping[str, str]:
    """What the marks stand for on an award's certificate."""
    return {
        NAME: person(award, snapshot), CLASS: class_name(award.child_id, snapshot, award.day), REASON: award.reason,
        AWARD: award.name, LEVEL: award.level, DAY: on_paper(award.day),
    }  # fmt: skip


def certificates(own: Sequence[Certificate]) -> tuple[Certificate, ...]:
    """The words of the school; the program's own as long as it has none."""
    if own:
        return tuple(own)
    pupil, title, end = _tr("同学"), _tr("奖状"), _tr("特发此状，以资鼓励。")
    return (
        Certificate(-1, _tr("奖状"), PUPIL, title, pupil, _tr("【事由】，被评为\n“【奖项】”\n{0}").format(end)),
        Certificate(-2, _tr("比赛奖状"), CONTEST, title, pupil, _tr("【事由】，获得\n【奖项】\n{0}").format(end), 1),
        Certificate(-3, _tr("老师的荣誉证书"), STAFF, _tr("荣誉证书"), _tr("老师"),
                    _tr("【事由】，被评为\n“【奖项】”\n特发此证，以资鼓励。"), 2),
    )  # fmt: skip
