"""The cells of the staff's sheets: which columns, what lists of offices call them, and what may stand there."""

import re

from app import values
from app.names import clean_name
from app.phones import dial_text
from app.school import Staff
from app.values import BadValue

STAFF = ("name", "phone", "duties", "classes", "sex", "village")
GROUP = ("name", "group_role", "group_duty")
"""The leading group: its sheet has everybody, who is in it has a role."""
SEXES = ("男", "女")
HEADS = {
    "name": ("姓名", "教师姓名", "老师", "教师", "班主任", "班主任姓名"),
    "phone": ("电话", "手机", "手机号", "手机号码", "联系电话", "电话号码"),
    "duties": ("职务", "岗位", "任课", "任教", "学科", "职务分工"),
    "classes": ("班级", "任教班级", "所带班级", "班", "班主任班级", "带班"),
    "sex": ("性别",),
    "village": ("村", "村组", "住址", "家庭住址", "住在哪个村", "现住址"),
    "group_role": ("组内职务", "小组职务", "领导小组职务", "组内分工"),
    "group_duty": ("分管的事", "分管工作", "职责", "职责分工", "具体职责"),
}
"""What columns of a pasted list are called."""
FIELDS = ("name", "phone", "duties", "sex", "village", "group_role", "group_duty")
"""What the file holds of somebody; classes are periods of their own."""


def column_of(title: str) -> str:
    """The column that a title of a pasted list means; "" for none."""
    word = re.sub(r"\s+", "", title)
    return next((column for column, titles in HEADS.items() if word in titles), "")


def fields_of(one: Staff) -> dict[str, str]:
    """What the file says, as the cells show it."""
    return {field: str(getattr(one, field)) for field in FIELDS} | {"phone": dial_text(one.phone) if one.phone else ""}


def tidied(column: str, text: str) -> str:
    """What is kept of a typed text."""
    text = text.strip()
    if column == "name":
        return clean_name(text)
    if column == "phone" and text and not wrong(column, text):
        return dial_text(values.phone("phone", text))
    return text


def wrong(column: str, text: str) -> str:
    """Why a text cannot stand in that column: not_a_phone, not_a_choice; "" if it can."""
    if column == "sex" and text and text not in SEXES:
        return "not_a_choice"
    if column != "phone":
        return ""
    try:
        values.phone("phone", text)
    except BadValue as error:
        return error.reason
    return ""
