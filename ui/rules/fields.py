"""What can be changed of a rule, as fields: used or not, how often, by when, by whom, from which grade."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.care_rules import CHILD, DEADLINES, CareRule
from app.edits.rules import HIGHEST, MOST, OWNED_BY
from app.festivals import NAMES
from app.sheets import WIDE
from app.windows import FORTNIGHT, MONTH, TERM, THIRD, WEEK, YEAR
from ui import tokens
from ui.pieces.fields import ComboField, Field, LineField
from ui.rules import words
from ui.unsaved import UNSENT

ON, OFF, FIXED = "on", "off", "fixed:"
CHILDREN_S_DAY = "06-01"
SPANS = {
    WEEK: (WEEK, 0), FORTNIGHT: (FORTNIGHT, 0), MONTH: (MONTH, 0), THIRD: (THIRD, 0), "third1": (THIRD, 1),
    "third2": (THIRD, 2), "third3": (THIRD, 3), TERM: (TERM, 0), YEAR: (YEAR, 0),
}  # fmt: skip
"""What can be chosen: span, and which third of the term (0 = every window)."""


class RuleFields(QWidget):
    """`take` shows a rule, `wanted` says what stands there; until a button is pressed nothing is saved."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._base: CareRule | None = None
        self._offered: list[tuple[str, str]] = []
        self.use = ComboField(self.tr("用不用"), [(ON, self.tr("用")), (OFF, self.tr("不用"))])
        self.often = ComboField(self.tr("多久一次"), _spans())
        self.needed = LineField(self.tr("几次"), clean=_narrowed, check=self._number)
        self.deadline = ComboField(self.tr("最晚哪天"), [])
        self.owner = ComboField(self.tr("谁来做"), [])
        every = [("0", self.tr("不分年级"))]
        grades = [(str(n), self.tr("{0}年级").format(words.grade(n))) for n in range(2, HIGHEST + 1)]
        self.grade = ComboField(self.tr("从几年级起"), every + grades)
        self.fields: tuple[Field, ...] = (
            self.use, self.often, self.needed, self.deadline, self.owner, self.grade,
        )  # fmt: skip
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        for place, field in enumerate(self.fields):
            grid.addWidget(field, place // 3, place % 3)
            field.typing.connect(self._follow)
            field.committed.connect(lambda _text: self._follow())

    def take(self, rule: CareRule, in_use: bool) -> None:
        """Show a rule; one that is not in use is opened by whoever wants to use it."""
        self._base = rule
        self.owner.set_options([(owner, words.owner_word(owner)) for owner in OWNED_BY[rule.whom]])
        self.grade.setVisible(rule.whom == CHILD)
        span = next(key for key, value in SPANS.items() if value == (rule.span, rule.third))
        grade = rule.grade_from if rule.grade_from > 1 else 0
        for field, value in ((self.use, ON if in_use else OFF), (self.often, span), (self.needed, str(rule.needed)),
                             (self.owner, rule.owner), (self.grade, str(grade))):  # fmt: skip
            _put(field, value)
        # The day of the rule before is no choice of this one.
        _put(self.deadline, rule.deadline)
        self._offered = []
        self._offer_deadlines()
        _put(self.deadline, FIXED + rule.by_date if rule.by_date else rule.deadline)
        if not in_use:
            self.use.put_back(ON)
        self._follow()

    def wanted(self) -> CareRule | None:
        """What the fields ask for; None = not in use. Only while `mistake` says nothing."""
        assert self._base is not None
        if self.use.value() == OFF:
            return None
        span, third = SPANS[self.often.value()]
        deadline, fixed = self.deadline.value(), ""
        if deadline.startswith(FIXED):
            deadline, fixed = self._base.deadline, deadline.removeprefix(FIXED)
        return replace(
            self._base, id=0, from_day=None, until_day=None, span=span, third=third, needed=int(self.needed.value()),
            deadline=deadline, by_date=fixed, owner=self.owner.value(), grade_from=int(self.grade.value() or 0),
        )  # fmt: skip

    def mistake(self) -> str:
        """What is wrong in a field; "" if nothing."""
        return self._number(self.needed.value())

    def span(self) -> str:
        """The length of the window chosen."""
        return SPANS[self.often.value()][0]

    def _follow(self) -> None:
        """A deadline is named after its window; what is not in use has nothing to choose."""
        self._offer_deadlines()
        for field in self.fields[1:]:
            field.setEnabled(self.use.value() == ON)
        self.changed.emit()

    def _offer_deadlines(self) -> None:
        offered = self._deadlines()
        if offered != self._offered:
            chosen, self._offered = self.deadline.value(), offered
            self.deadline.set_options(offered)
            if chosen in [key for key, _words in offered]:
                self.deadline.put_back(chosen)

    def _deadlines(self) -> list[tuple[str, str]]:
        span = self.span()
        found = [(one, words.deadline_choice(span, one)) for one in DEADLINES]
        if span == YEAR:
            own = self._base.by_date if self._base is not None else ""
            days = dict.fromkeys(day for day in (own, CHILDREN_S_DAY, *NAMES) if day)
            found += [(FIXED + day, words.date_choice(day)) for day in days]
        return found

    def _number(self, text: str) -> str:
        good = text.isdecimal() and 1 <= int(text) <= MOST
        return "" if good else self.tr("写 1 到 {0} 的数").format(MOST)


def _narrowed(text: str) -> str:
    """Digits as a person types them, full-width ones too."""
    return "".join(text.translate(WIDE).split())


def _spans() -> list[tuple[str, str]]:
    return [
        (key, words.each_third() if key == THIRD else words.span_word(span, third))
        for key, (span, third) in SPANS.items()
    ]


def _put(field: Field, value: str) -> None:
    """Show a value of the file; anything else is a draft until the button is pressed."""
    field.revert()
    field.set_value(value)
    field.setProperty(UNSENT, value)
