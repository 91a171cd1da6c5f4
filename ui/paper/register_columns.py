"""What the registers of calls, letters, visits with gifts and tutoring ask for: each kind its own columns and words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.care_words import said_word

NUMBER, DAY, TIME, NAME, CLASS, WHOM, PHONES, PLACE, HOW, SAID, STAFF = FIELDS = (
    "number", "day", "time", "name", "class_name", "whom", "phones", "place", "how", "said", "staff",
)  # fmt: skip
Spec = tuple[str, str, float]
WIDE = 271.0
"""mm of a table; what the others leave is for what was said."""


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """One column: which field stands in it, under which word, how wide in mm."""

    field: str
    word: str
    wide: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a kind and what stands beneath the table."""

    columns: tuple[RegisterColumn, ...]
    note: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("CallRegister", text)


def layout_of(kind: str) -> Layout:
    """How the register of a kind of care is ruled."""
    time, phones, result = (TIME, _tr("几点到几点"), 24.0), (PHONES, _tr("号码"), 34.0), _tr("结果（√）")
    own: dict[str, tuple[tuple[Spec, ...], str, str]] = {
        "letter": (
            ((WHOM, _tr("写给谁"), 20.0), (PLACE, _tr("寄到哪里"), 45.0), (HOW, result, 52.0)),
            _tr("带写的老师"), _tr("收到回信也记一行，信放进孩子的档案。"),
        ),
        "festival_visit": (
            (time, (PLACE, _tr("去了哪里"), 36.0), (WHOM, _tr("见到谁"), 20.0), (HOW, result, 38.0)),
            _tr("慰问的老师"), _tr("家里没人的也记，改天再去。"),
        ),
        "tutoring": (
            (time, (PLACE, _tr("在哪里辅导"), 34.0), (HOW, result, 42.0)),
            _tr("辅导的老师"), _tr("没辅导成的也记，改天补上。"),
        ),
        "health_check": (
            ((PLACE, _tr("在哪里查"), 40.0), (HOW, result, 34.0)),
            _tr("带去的老师"), _tr("没查的也记，补查了再记一行。"),
        ),
        "hotline": (
            (time, (WHOM, _tr("谁打来的"), 18.0), phones, (HOW, _tr("接到没有（√）"), 34.0)),
            _tr("接电话的老师"), _tr("没接到的也记，当天打回去。"),
        ),
        "parent_contact": (
            (time, (WHOM, _tr("联系谁"), 16.0), phones, (HOW, _tr("方式（√）"), 58.0)),
            _tr("联系的老师"), _tr("没联系上的也记，过两天再联系。"),
        ),
        "carer_contact": (
            (time, (WHOM, _tr("联系谁"), 16.0), phones, (HOW, _tr("方式（√）"), 50.0)),
            _tr("联系的老师"), _tr("没联系上的也记，过两天再联系。"),
        ),
    }  # fmt: skip
    called = (time, (WHOM, _tr("打给谁"), 18.0), phones, (HOW, _tr("方式（√）"), 45.0))
    return _layout(kind, *own.get(kind, (called, _tr("值班老师"), _tr("没打通的也要记，过两天再打。"))))


def _layout(kind: str, own: tuple[Spec, ...], staff: str, note: str) -> Layout:
    before = ((NUMBER, _tr("序号"), 9.0), (DAY, _tr("日期"), 19.0))
    who = ((NAME, _tr("学生"), 25.0), (CLASS, _tr("班级"), 20.0))
    timed = [one for one in own if one[0] == TIME]
    columns = [*before, *timed, *who, *(one for one in own if one[0] != TIME), (SAID, said_word(kind), 0.0),
               (STAFF, staff, 22.0)]  # fmt: skip
    left = WIDE - sum(wide for _field, _word, wide in columns)
    return Layout(tuple(RegisterColumn(field, word, wide or left) for field, word, wide in columns), note)
