"""A table without a header, as a block copied out of the middle of a sheet is: every column is told by its values."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from app import days, idnumber
from app.classnames import parse_class
from app.imports import aliases
from app.imports.headers import ColumnGuess, Mapping, text_of
from app.kinship import canonical_relation, is_known
from app.sheets import TableFile

LOOKED_AT = 60
_ENOUGH = 0.7
_NAME = re.compile(r"[㐀-鿿\U00020000-\U0003ffff]{2,4}|[㐀-鿿\U00020000-\U0003ffff]+(·[㐀-鿿\U00020000-\U0003ffff]+)+")
_MOBILE = re.compile(r"\D*(1[3-9]\d[ -]?\d{4}[ -]?\d{4})\D*")
_REGISTER = re.compile(r"[GJLgjl]\d{17}[\dXx]")
_PLACE = re.compile(r".*(村|组|镇|乡|县|省|市|街|路|区).*")
_WORDS = re.compile(
    r"是|否|有|无|男|女|走读|住校|寄宿|.*族|.*户口|.*留守.*|健康.*|良好|一般.*|少先队员|共青团员|群众|步行|.*接送|校车|自行车"
)
"""What looks like a name and is none."""


def mapping(table: TableFile, sheet: int, day: date) -> Mapping:
    """How a sheet is read that has no header; columns that nothing tells are left out until a person says."""
    rows = table.sheets[sheet].rows
    width = max((len(row) for row in rows), default=0)
    taken: set[str] = set()
    columns: list[ColumnGuess] = []
    for index in range(width):
        texts = [text for row in rows if index < len(row) and (text := text_of(row[index]))][:LOOKED_AT]
        field = _field(texts, taken, columns, day)
        if field:
            taken.add(field)
        samples = tuple(dict.fromkeys(texts))[:3]
        columns.append(ColumnGuess(index, "", field, "value" if field else "", samples))
    return Mapping(sheet, 0, 0, tuple(columns))


def guess(table: TableFile, day: date) -> tuple[Mapping, ...]:
    """The mapping of every sheet in which a column of names was found; () if none has one."""
    found = (mapping(table, index, day) for index, sheet in enumerate(table.sheets) if sheet.rows)
    return tuple(one for one in found if one.column("name"))


def own_list(found: Mapping) -> Mapping:
    """A block of our own roster list: what the list derives or cuts short is no news (rules.md, What is shown)."""
    cut = {"address", "home_address"}
    columns = tuple(
        replace(column, field=aliases.IGNORED)
        if column.field in cut or column.field.endswith(".address") or column.field.startswith(f"{aliases.CARER}.")
        else column
        for column in found.columns
    )
    return replace(found, columns=columns, own=True)


def _field(texts: list[str], taken: set[str], before: list[ColumnGuess], day: date) -> str:
    """The field of a column; "" if its values tell nothing."""
    if not texts:
        return aliases.IGNORED
    for field, fits in _kinds(day):
        if field not in taken and _mostly(texts, fits):
            return field
    relation = next((one.field for one in reversed(before) if one.field.endswith(".relation")), "")
    person = relation.rpartition(".")[0]
    if _mostly(texts, _is_relation) and f"{aliases.GUARDIAN}.relation" not in taken:
        return f"{aliases.GUARDIAN}.relation"
    if _mostly(texts, _is_name):
        return "name" if "name" not in taken else f"{person}.name" if person and f"{person}.name" not in taken else ""
    if _mostly(texts, lambda text: bool(_MOBILE.fullmatch(text))):
        field = f"{person}.phone" if person else "phone"
        return field if field not in taken else ""
    return ""


def _kinds(day: date) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return (
        ("id_number", _is_id),
        ("register_number", lambda text: bool(_REGISTER.fullmatch(text))),
        ("sex", lambda text: text in ("男", "女")),
        ("class", lambda text: "班" in text and parse_class(text, day=day) is not None),
        ("birth", lambda text: _is_birth(text, day)),
        ("ethnicity", lambda text: text.endswith("族") and len(text) <= 5),
        ("boarding", lambda text: text in ("走读", "住校", "寄宿", "住宿")),
        ("household", lambda text: text.endswith("户口")),
        ("claim", lambda text: "留守" in text),
        ("address", lambda text: len(text) >= 5 and bool(_PLACE.fullmatch(text)) and not _MOBILE.fullmatch(text)),
    )


def _mostly(texts: Iterable[str], fits: Callable[[str], bool]) -> bool:
    listed = list(texts)
    return sum(map(fits, listed)) >= len(listed) * _ENOUGH


def _is_id(text: str) -> bool:
    return len(text) >= 15 and idnumber.problem(idnumber.clean_id(text)) in ("", "check_digit")


def _is_birth(text: str, day: date) -> bool:
    found = days.parse_day(text)
    return bool(found) and len(text) >= 6 and day.year - 20 <= int(str(found)[:4]) <= day.year


def _is_relation(text: str) -> bool:
    return is_known(canonical_relation(text))


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _WORDS.fullmatch(text) and "班" not in text and not _is_relation(text)
