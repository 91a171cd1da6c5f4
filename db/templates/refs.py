"""References of a sheet (A1, $B$5:B24) when rows are put in, and formulas when they are copied to another row."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_REF = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
_TOKEN = re.compile(
    r"(?P<string>\"(?:[^\"]|\"\")*\")"
    r"|(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?<![\w.$])(?P<first>\$?[A-Za-z]{1,3}\$?\d{1,7})(?P<rest>:\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.!])"
)


@dataclass(frozen=True, slots=True)
class Growth:
    """`count` rows put in before row `at` (from 1); a range that ends in `at` - 1 grows with them if `after_last`."""

    at: int
    count: int
    after_last: bool = False

    def row(self, row: int) -> int:
        """Where a row is afterwards."""
        return row + self.count if row >= self.at else row

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The same for a range of rows."""
        grows = last >= self.at or (self.after_last and last == self.at - 1)
        return self.row(first), last + self.count if grows else last

    def ref(self, text: str) -> str:
        """A cell or a range: a merge, a link, a table."""
        return self._range(text)

    def areas(self, text: str) -> str:
        """Cells and ranges parted by blanks to which a format or a check applies: those of the last row above apply
        to the new rows too."""
        spreading = Growth(self.at, self.count, after_last=True)
        return " ".join(spreading._range(one if ":" in one else f"{one}:{one}") for one in text.split())

    def formula(self, formula: str, sheet: str, own: bool) -> str:
        """A formula; `sheet` is the one that grew, `own` says whether the formula stands in it."""
        return _over(formula, lambda named, ref: self._range(ref) if _is(named, sheet, own) else ref)

    def _range(self, ref: str) -> str:
        first_ref, colon, last_ref = ref.partition(":")
        if not colon:
            return _REF.sub(lambda match: f"{match[1]}{match[2]}{match[3]}{self.row(int(match[4]))}", ref)
        one, two = _REF.fullmatch(first_ref), _REF.fullmatch(last_ref)
        if one is None or two is None:
            return ref
        first, last = self.span(int(one[4]), int(two[4]))
        return f"{one[1]}{one[2]}{one[3]}{first}:{two[1]}{two[2]}{two[3]}{last}"


def moved(formula: str, down: int, right: int = 0) -> str:
    """The formula as it reads when it is copied `down` rows: references without $ go along."""

    def one(match: re.Match[str]) -> str:
        column = match[2] if match[1] or not right else _letters(_number(match[2]) + right)
        row = match[4] if match[3] else str(int(match[4]) + down)
        return f"{match[1]}{column}{match[3]}{row}"

    return _over(formula, lambda _sheet, ref: _REF.sub(one, ref))


def renamed(formula: str, old: str, new: str) -> str:
    """The formula when a sheet has got another name."""
    quoted = "'" + new.replace("'", "''") + "'!"
    return re.sub(rf"(?:'{re.escape(old)}'|(?<![\w'.]){re.escape(old)})!", lambda _match: quoted, formula)


def split(ref: str) -> tuple[int, int]:
    """(row, column) from 0 of C5."""
    match = _REF.fullmatch(ref)
    if match is None:
        return 0, 0
    return int(match[4]) - 1, _number(match[2]) - 1


def name(row: int, col: int) -> str:
    """C5 for (4, 2)."""
    return f"{_letters(col + 1)}{row + 1}"


def _over(formula: str, change: Callable[[str, str], str]) -> str:
    def one(match: re.Match[str]) -> str:
        if match["string"]:
            return match[0]
        sheet = match["sheet"] or ""
        return sheet + change(sheet, match["first"] + (match["rest"] or ""))

    return _TOKEN.sub(one, formula)


def _is(named: str, sheet: str, own: bool) -> bool:
    if not named:
        return own
    return named[:-1].strip("'").replace("''", "'") == sheet


def _number(column: str) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found
