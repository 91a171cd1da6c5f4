"""The wizard's three steps of questions: the school, the person and her password, the term."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.days import parse_day
from app.passwords import LEAST
from app.school import School
from app.termdays import Term
from app.terms import assumed_term, current_or_next_code, split_code, term_title
from ui.pieces.fields import ComboField, LineField
from ui.pieces.label import Label
from ui.secret import SecretEdit, labelled
from ui.setup.step import Step
from ui.strength import StrengthLine


class SchoolStep(Step):
    """Name, code, county, phone on duty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("学校叫什么"), self.tr("印在联系卡和花名册上。只有校名一定要填，其余以后能补。"), parent
        )
        self.name = LineField(self.tr("学校名称"), placeholder=self.tr("如：青石坪中心小学"))
        self.code = LineField(self.tr("学校标识码"), placeholder=self.tr("10 位数字，可以不填"), clean=digits)
        self.county = LineField(self.tr("所在县（市、区）"), placeholder=self.tr("如：凤凰县"))
        self.phone = LineField(self.tr("值班电话"), placeholder=self.tr("印在孩子的随身卡上"))
        for field in (self.name, self.code, self.county, self.phone):
            self.column.addWidget(field)

    def arrive(self) -> None:
        self.name.setFocus()

    def check(self) -> str:
        if self.name.value():
            return ""
        self.name.setFocus()
        return self.tr("请填学校名称。")

    def school(self, started_on: date) -> School:
        """The school as answered."""
        return School(
            self.name.value(), self.code.value(), self.county.value(), self.phone.value(), started_on=started_on
        )


class UserStep(Step):
    """Who works with it, and the password with its strength shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("谁来用，密码是什么"), self.tr("资料全部加密，没有密码谁也看不到。"), parent)
        self.school_name = ""
        self.user = LineField(self.tr("姓名"), placeholder=self.tr("如：陈晓梅"))
        self.password, self.again = SecretEdit(self.tr("密码")), SecretEdit(self.tr("密码再输一遍"))
        self.strength = StrengthLine()
        self.column.addWidget(self.user)
        self.column.addLayout(labelled(self.tr("密码"), self.password, self.strength))
        self.column.addLayout(labelled(self.tr("再输一遍"), self.again))
        self.fixed = Label(self.tr("已经按这个姓名和密码建好了，要改请到设置里改。"), "second", "soon", wrap=True)
        self.fixed.hide()
        self.column.addWidget(self.fixed)
        self.password.textChanged.connect(self._judge)

    def _judge(self, text: str) -> None:
        self.strength.judge(text, tuple(name for name in (self.user.value(), self.school_name) if len(name) > 1))

    def arrive(self) -> None:
        (self.user if not self.user.value() else self.password).setFocus()

    def fix(self) -> None:
        """The school is made: name and password stand."""
        for widget in (self.user, self.password, self.again):
            widget.setEnabled(False)
        self.fixed.show()

    def check(self) -> str:
        if not self.user.value():
            self.user.setFocus()
            return self.tr("请填姓名，登录时从名单里选。")
        if len(self.password.text()) < LEAST:
            self.password.setFocus()
            return self.tr("密码太短，至少 {0} 个字符。").format(LEAST)
        if self.password.text() != self.again.text():
            self.again.setFocus()
            self.again.selectAll()
            return self.tr("两次输的密码不一样，请再输一遍。")
        return ""


class TermStep(Step):
    """The running term, its dates guessed until somebody looks at the county's calendar."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("现在是哪个学期"), self.tr("日期是按惯例推的，照县里的校历核对一下；没有就先不改。"), parent
        )
        year, half = split_code(current_or_next_code(today))
        terms = [assumed_term(*pair) for pair in _around(year, half)]
        self._guesses = {term.code: term for term in terms}
        first = terms[1]
        self.code = ComboField(self.tr("学期"), [(t.code, term_title(t.code)) for t in terms], first.code)
        self.from_day = LineField(self.tr("开学"), clean=day_text, check=self._wrong_day)
        self.until_day = LineField(self.tr("放假"), clean=day_text, check=self._wrong_day)
        self.mark = Label("", "second", "soon")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.from_day)
        row.addWidget(self.until_day)
        self.column.addWidget(self.code)
        self.column.addLayout(row)
        self.column.addWidget(self.mark)
        self.rules = Label(self.tr(
            "谁多久做一次什么，先用“常用”这一套关爱规则：每周谈一次心，每月打电话、联系照料人。"
            "以后在“设置”的“关爱规则”里换一套，或者一条一条改。"), "second", "ink2", wrap=True)  # fmt: skip
        self.column.addWidget(self.rules)
        self.code.committed.connect(self._guess)
        for field in (self.from_day, self.until_day):
            field.editor.textChanged.connect(self._mark)
        self._guess(first.code)

    def _wrong_day(self, text: str) -> str:
        return "" if exact_day(text) else self.tr("写成 2026-9-1 这样的日期")

    def _guess(self, code: str) -> None:
        term = self._guesses[code]
        self.from_day.set_value(term.from_day.isoformat())
        self.until_day.set_value(term.until_day.isoformat())
        self._mark()

    def _mark(self) -> None:
        checked = self.checked()
        self.mark.setText("" if checked else self.tr("未核对：这是按惯例推的日期"))

    def checked(self) -> bool:
        """Whether somebody typed dates of her own."""
        guess = self._guesses[self.code.value()]
        return (self.from_day.value(), self.until_day.value()) != (
            guess.from_day.isoformat(), guess.until_day.isoformat(),
        )  # fmt: skip

    def arrive(self) -> None:
        self.from_day.setFocus()

    def check(self) -> str:
        first, last = exact_day(self.from_day.value()), exact_day(self.until_day.value())
        if first is None or last is None:
            (self.from_day if first is None else self.until_day).setFocus()
            return self.tr("日期要写全，如 2026-9-1。")
        if last <= first:
            self.until_day.setFocus()
            return self.tr("放假要在开学之后。")
        return ""

    def term(self) -> Term:
        """The term as answered. Only after `check`."""
        first, last = exact_day(self.from_day.value()), exact_day(self.until_day.value())
        assert first is not None and last is not None
        return Term(0, self.code.value(), first, last, self.checked())


def _around(year: int, half: int) -> tuple[tuple[int, int], ...]:
    """The term before, this one, the next."""
    return ((year, 1), (year, 2), (year + 1, 1)) if half == 2 else ((year - 1, 2), (year, 1), (year, 2))


def digits(text: str) -> str:
    """Full-width digits narrowed, blanks gone."""
    return "".join(chr(ord(c) - 0xFEE0) if "０" <= c <= "９" else c for c in text if not c.isspace())


def day_text(text: str) -> str:
    """ISO text of any way to write a day; what is no day stays as typed."""
    return parse_day(text.strip()) or text.strip()


def exact_day(text: str) -> date | None:
    """The day, if the text names one exactly."""
    iso = parse_day(text.strip()) or ""
    return date.fromisoformat(iso) if len(iso) == 10 else None
