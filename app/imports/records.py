"""What a file says, row by row, before it meets the school: a pupil, the family, and what is wrong with the row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.classnames import ClassKey
from app.phones import ParsedPhone
from app.sheets import Cell


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a row. `ui.imports.words` says it in Chinese.

    Refusals: no_name, name_incomplete, id_damaged, id_length, id_characters, kin_id_damaged, number_damaged, no_class,
    class_unreadable, class_gone, duplicate, formula_without_value. Doubts: same_name, same_name_in_file, same_number.
    Remarks that refuse nothing: id_none, id_check_digit, id_date, birth_unreadable, birth_differs, birth_future,
    sex_unreadable, sex_differs, register_unreadable, register_differs, phone_unreadable, claim_unreadable,
    kin_id_wrong.
    """

    code: str
    column: str = ""
    """Letter of the column in Excel: "E"; "" where no single cell is to blame."""
    args: tuple[str, ...] = ()
    """What the sentence needs: the cell's text, another row's number …"""


@dataclass(frozen=True, slots=True)
class KinRecord:
    """A relative as one row tells it; blank = the row does not say."""

    relation: str
    """Canonical, "" where the row does not say."""
    name: str = ""
    phones: tuple[ParsedPhone, ...] = ()
    place: str = ""
    """Work place, or the address where that differs from the child's."""
    at_home: bool | None = None
    """Whether `place` means at home; None where nothing is said."""
    address: str = ""
    work_unit: str = ""
    occupation: str = ""
    id_number: str = ""
    guardian: bool | None = None
    state: str = ""
    """"dead" or "missing" where a cell says so."""
    carer: bool = False
    """Named as the one who looks after the child."""
    soft: frozenset[str] = frozenset()
    """Fields that come from a 同上: they fill blanks and replace nothing."""


@dataclass(frozen=True, slots=True)
class Record:
    """One pupil as one row tells it."""

    row: int
    """1-based, as Excel numbers it."""
    sheet: str
    name: str
    class_key: ClassKey | None = None
    class_text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """Fields of `app.children.Child` by name, blanks left out."""
    other: Mapping[str, str] = field(default_factory=dict)
    """Columns without a field of their own, by header."""
    kin: tuple[KinRecord, ...] = ()
    claim: str = ""
    """"none", "one_away" or "both_away" as the register file claims."""
    id_mask: str = ""
    """A masked ID number (341125********0167): tells nothing new, but tells two of the same name apart."""
    soft: frozenset[str] = frozenset()
    """Fields of `values` that come from a 同上 or from the ID number: they fill blanks and replace nothing."""
    own: bool = False
    """From our own roster: derived columns are not news."""
    problems: tuple[Problem, ...] = ()
    refusal: Problem | None = None
    cells: tuple[Cell, ...] = ()
    """The row as it stood in the file."""
