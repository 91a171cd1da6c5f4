"""Rows of a mapped sheet become records; what is wrong with a row is said of the row, the others go on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app import days, idnumber, names, phones
from app.classnames import ClassKey, class_in, grade_in, grade_of, last_grade, parse_class, years_of
from app.imports import aliases, cells, identity
from app.imports.family import RowCells, relatives
from app.imports.headers import Mapping, letter, text_of
from app.imports.household import household
from app.imports.records import Record
from app.sheets import Cell, SheetIn, TableFile

_TEXT_FIELDS = (
    "register_aux",
    "seat_number",
    "household",
    "residence_code",
    "native_place",
    "health",
    "political",
    "travel",
    "distance_km",
    "address",
    "home_address",
    "only_child",
    "orphan",
    "disability",
    "former_name",
    "attention",
    "note",
)


def records(table: TableFile, mappings: Sequence[Mapping], as_of: date, system: str = "六三") -> tuple[Record, ...]:
    """Every pupil row of the mapped sheets in file order; blank, total, heading and signature rows are left out.

    `as_of` is the day the class names hold from, `system` the school's 学制.
    """
    found: list[Record] = []
    for mapping in mappings:
        found.extend(_Reader(table, mapping, as_of, system).records())
    return tuple(found)


class _Reader:
    """Reads one sheet."""

    def __init__(self, table: TableFile, mapping: Mapping, as_of: date, system: str) -> None:
        self.sheet: SheetIn = table.sheets[mapping.sheet]
        self.mapping = mapping
        self.as_of = as_of
        self.system = system
        self.fields = {column.field: column.index for column in mapping.columns if column.field not in ("", "other")}
        self.others = [column for column in mapping.columns if column.field == aliases.OTHER]
        self.heads = {column.header for column in mapping.columns if column.header}
        self.heads |= {part for head in self.heads for part in head.split(" · ")}
        self.without_value = set(self.sheet.formulas_without_value)
        self.above: dict[int, Cell] = {}
        titles = (mapping.title, self.sheet.name, table.name)
        self.class_above = self._class_of_titles(titles)
        self.grade_above = next((grade for grade in map(grade_in, titles) if grade), "")

    def records(self) -> Iterator[Record]:
        start = self.mapping.header_row + self.mapping.header_rows
        for index, row in enumerate(self.sheet.rows[start:], start):
            texts = [text_of(cell) for cell in row]
            filled = [text for text in texts if text]
            if not filled or cells.is_total(texts) or cells.is_foot(texts) or set(filled) <= self.heads:
                continue
            if len(filled) == 1 and "class" not in self.fields and (key := self._class_of_titles(filled)):
                self.class_above = key
                continue
            record = self._record(index, row, texts)
            if record:
                yield record

    def _class_of_titles(self, titles: Iterable[str]) -> ClassKey | None:
        found = (class_in(title, day=self.as_of, system=self.system) for title in titles if title)
        return next((key for key in found if key), None)

    def _record(self, index: int, row: tuple[Cell, ...], texts: list[str]) -> Record | None:
        read = self._cells(row, texts)
        if not any(cells.plain(cell) for cell in read.cells.values()):
            return None
        name = names.clean_name(cells.plain(read.cells.get("name")))
        if not name and sum(text != "" for text in texts) == 1:
            return None
        self._check_name(read, name)
        values, soft = self._values(read)
        key = self._class(read, values.get("birth", ""))
        mask = cells.plain(read.cells.get("id_number"))
        for column in self.mapping.columns if self.without_value else ():
            if (index, column.index) in self.without_value and column.field not in ("", aliases.OTHER):
                read.refuse("formula_without_value", column.field)
        self._check_numbers(read)
        kin = relatives(read, values.get("address", "") or values.get("home_address", ""))
        if not values.get("phone") and (household := self._household_phone(read)):
            values["phone"] = household
        claim = self._claim(read)
        return Record(
            row=index + 1,
            sheet=self.sheet.name,
            name=name,
            class_key=key,
            class_text=cells.plain(read.cells.get("class")),
            values=values,
            other={} if self.mapping.own else self._other(texts),
            kin=kin,
            claim=claim,
            id_mask=mask if cells.is_masked(mask) else "",
            soft=frozenset(soft & values.keys()),
            own=self.mapping.own,
            problems=tuple(read.problems),
            refusal=read.refusal,
            cells=row,
        )

    def _cells(self, row: tuple[Cell, ...], texts: list[str]) -> RowCells:
        found: dict[str, Cell] = {}
        said: dict[str, str] = {}
        soft: set[str] = set()
        for field, column in self.fields.items():
            cell, text = (row[column], texts[column]) if column < len(row) else (None, "")
            if cells.is_ditto(text):
                cell = self.above.get(column)
                text = text_of(cell)
                soft.add(field)
            elif text:
                self.above[column] = cell
            found[field] = cell
            if text and (told := cells.said(text)):
                said[field] = told
        return RowCells(found, said, soft, lambda field: letter(self.fields[field]) if field in self.fields else "")

    def _check_numbers(self, read: RowCells) -> None:
        """A number of 16 digits or more has lost its last ones, whatever it was to be."""
        for field, cell in read.cells.items():
            number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
            if number and "id_number" not in field and idnumber.damaged_by_excel(cell):
                read.refuse("number_damaged", field, text_of(cell))

    def _check_name(self, read: RowCells, name: str) -> None:
        if not name:
            read.refuse("no_name", "name")
        elif len(names.name_key(name)) < 2 or "*" in name or "?" in name or "\ufffd" in name:
            read.refuse("name_incomplete", "name", name)

    def _values(self, read: RowCells) -> tuple[dict[str, str], set[str]]:
        values = {field: read.said[field] for field in _TEXT_FIELDS if field in read.said}
        values |= household(read)
        values["ethnicity"] = cells.ethnicity_of(read.text("ethnicity"))
        values["boarding"] = cells.boarding_of(read.text("boarding"))
        values["phone"] = _phone_text(read)
        values["id_number"] = identity.id_number(read)
        values["register_number"] = identity.register_number(read, values["id_number"])
        soft = {field for field in read.soft if "." not in field}
        identity.birth_and_sex(read, values, soft)
        if values["birth"] > self.as_of.isoformat()[: len(values["birth"])]:
            read.remark("birth_future", "birth" if "birth" in self.fields else "id_number", values["birth"])
            values["birth"] = ""
        return {field: text for field, text in values.items() if text}, soft

    def _class(self, read: RowCells, birth: str) -> ClassKey | None:
        text, grade = cells.plain(read.cells.get("class")), read.cells.get("grade") or self.grade_above
        entry = read.cells.get("entry")
        if cells.is_blank(text):
            whole = parse_class(grade, day=self.as_of, system=self.system) if "班" in text_of(grade) else None
            return whole or (None if "class" in self.fields else self.class_above)
        key = parse_class(
            read.cells.get("class"), day=self.as_of, grade=grade, entry=entry, stage=self._stage(entry, birth),
            system=self.system,
        )  # fmt: skip
        if key is None or key.number < 1:
            read.refuse("class_unreadable", "class", text)
            return None
        last = last_grade(key.stage, self.system)
        grade_then = grade_of(key.stage, key.entry_year, self.as_of, self.system)
        if not last - years_of(key.stage, self.system) < grade_then <= last:
            read.refuse("class_gone", "class", text)
        return key

    def _stage(self, entry: Cell, birth: str) -> str:
        """Whoever entered at eleven or older entered junior school."""
        month = days.parse_day(entry) or ""
        return "junior" if month and birth and int(month[:4]) - int(birth[:4]) >= 11 else ""

    def _claim(self, read: RowCells) -> str:
        text = read.text("claim")
        if not text or self.mapping.own:
            return ""
        claim = cells.claim_of(text)
        if not claim:
            read.remark("claim_unreadable", "claim", text)
        return claim

    def _household_phone(self, read: RowCells) -> str:
        """A 家长电话 without a name or relation is the household's number."""
        for group in (aliases.GUARDIAN, aliases.CARER):
            if not read.text(f"{group}.name") and not read.text(f"{group}.relation"):
                numbers = phones.parse_phones(read.cells.get(f"{group}.phone"))
                return "、".join(phone.number for phone in numbers if phone.number)
        return ""

    def _other(self, texts: list[str]) -> dict[str, str]:
        found = {}
        for column in self.others:
            text = cells.one_line(texts[column.index]) if column.index < len(texts) else ""
            if text and not cells.is_ditto(text) and not cells.is_masked(text):
                found[column.header] = text
        return found


def _phone_text(read: RowCells) -> str:
    text = read.text("phone")
    numbers = [phone.number for phone in phones.parse_phones(read.cells.get("phone")) if phone.number]
    return "、".join(numbers) if text and numbers else text
