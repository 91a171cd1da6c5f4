"""Rows of a mapped sheet become listed things; what is wrong with a row is said of the row, the others go on."""

from collections.abc import Iterator, Sequence
from datetime import date

from app import days, idnumber
from app.imports import cells
from app.imports.aliases import IGNORED, OTHER
from app.imports.family import RowCells
from app.imports.headers import Mapping, letter, text_of
from app.ledger_import import aliases, words
from app.ledger_import.mapping import is_of_books
from app.ledger_import.records import Listed
from app.names import clean_name
from app.sheets import WIDE, Cell, SheetIn, TableFile
from app.values import BadValue

_TEXTS = ("spec", "unit", "author", "publisher", "note")
_RUNS_DOWN = frozenset(("room", "keeper", "origin", "class", "bought_on", "donor", "unit", "publisher"))
"""What a cell merged over several rows says of all of them."""


def listed(table: TableFile, mappings: Sequence[Mapping], day: date) -> tuple[Listed, ...]:
    """Every thing of the mapped sheets in file order; blank, total, heading and signature rows are left out. `day` is
    the one that the list holds of."""
    return tuple(one for mapping in mappings for one in _Reader(table, mapping, day).things())


class _Reader:
    """Reads one sheet."""

    def __init__(self, table: TableFile, mapping: Mapping, day: date) -> None:
        self.sheet: SheetIn = table.sheets[mapping.sheet]
        self.mapping, self.day = mapping, day
        self.fields = {column.field: column.index for column in mapping.columns
                       if column.field not in (IGNORED, OTHER)}  # fmt: skip
        self.others = [(column.index, column.header) for column in mapping.columns if column.field == OTHER]
        self.letters = {field: letter(index) for field, index in self.fields.items()}
        self.heads = {column.header for column in mapping.columns if column.header}
        self.heads |= {part for head in self.heads for part in head.split(" · ")}
        self.times = {column.field: aliases.times(column.header) for column in mapping.columns}
        self.books = is_of_books(mapping)
        self.around = f"{mapping.title} {self.sheet.name} {table.name if len(table.sheets) == 1 else ''}"
        self.section = ""
        self.above: dict[int, Cell] = {}
        self.without_value = set(self.sheet.formulas_without_value)
        self.merged = {
            (row, left): (top, left) for top, left, bottom, _right in self.sheet.merged
            for row in range(top + 1, min(bottom, len(self.sheet.rows) - 1) + 1)
        }  # fmt: skip

    def things(self) -> Iterator[Listed]:
        start = self.mapping.header_row + self.mapping.header_rows
        for index, row in enumerate(self.sheet.rows[start:], start):
            texts = [text_of(cell) for cell in row]
            filled = [text for text in texts if text]
            if not filled or set(filled) <= self.heads or words.is_sum(texts) or words.is_signatures(texts):
                continue
            if len(filled) == 1:
                self.section = filled[0] if words.class_of(filled[0]) else ""
                if self.section or not self._is_name(texts):
                    continue
            if found := self._thing(index, row):
                yield found

    def _is_name(self, texts: list[str]) -> bool:
        at = self.fields.get("name", -1)
        return 0 <= at < len(texts) and bool(texts[at])

    def _thing(self, index: int, row: tuple[Cell, ...]) -> Listed | None:
        read = self._cells(index, row)
        if not read.said:
            return None
        name = clean_name(read.text("name"))
        if not name:
            read.refuse("no_thing", "name")
        for field, at in self.fields.items() if self.without_value else ():
            if (index, at) in self.without_value:
                read.refuse("formula_without_value", field)
        number = self._number(read)
        count, unit = self._count(read)
        values = {field: read.said[field] for field in _TEXTS if field in read.said}
        if unit and not values.get("unit"):
            values["unit"] = unit
        if isbn := self._isbn(read):
            values["isbn"] = isbn
        price = self._price(read, count)
        room, several, lent = words.places_of(read.text("room"))
        places = tuple(several) if sum(each for _room, each in several) == count else ()
        class_said = words.class_of(read.text("class"))
        book = self.books or any(field in read.said for field in aliases.IN_BOOKS)
        goods, standard = words.goods_of(name, read.text("class"), f"{self.section} {self.around}", book)
        return Listed(
            row=index + 1, sheet=self.sheet.name, name=name, number=number, values=values, count=count,
            price_fen=price, origin=self._origin(read), bought_on=self._bought(read), room=room, places=places,
            lent=lent, keeper=read.text("keeper"), class_said=class_said, class_of_goods=goods,
            standard=standard, donor=read.text("donor"), batch=read.text("batch"), expires_on=self._expires(read),
            extras=self._extras(index, row), problems=tuple(read.problems), refusal=read.refusal, cells=row,
            columns=self.letters,
        )  # fmt: skip

    def _extras(self, index: int, row: tuple[Cell, ...]) -> tuple[tuple[str, str], ...]:
        found = []
        for column, header in self.others:
            cell = self._cell(index, column, row, runs_down=True)
            if told := cells.said(text_of(cell)):
                found.append((header, told))
        return tuple(found)

    def _cell(self, index: int, column: int, row: tuple[Cell, ...], runs_down: bool) -> Cell:
        """What a cell says, or the one it is merged with, or the one above where it says 同上."""
        cell = row[column] if column < len(row) else None
        if runs_down and (index, column) in self.merged:
            top, left = self.merged[index, column]
            cell = self.sheet.rows[top][left]
        if cells.is_ditto(text_of(cell)):
            return self.above.get(column)
        if text_of(cell):
            self.above[column] = cell
        return cell

    def _cells(self, index: int, row: tuple[Cell, ...]) -> RowCells:
        found: dict[str, Cell] = {}
        said: dict[str, str] = {}
        for field, column in self.fields.items():
            cell = found[field] = self._cell(index, column, row, field in _RUNS_DOWN)
            if told := cells.said(text_of(cell)):
                said[field] = told
        return RowCells(found, said, set(), lambda field: self.letters.get(field, ""))

    def _number(self, read: RowCells) -> str:
        cell = read.cells.get("number")
        if idnumber.damaged_by_excel(cell):
            read.refuse("number_damaged", "number", text_of(cell))
            return ""
        return read.text("number").translate(WIDE).strip()

    def _isbn(self, read: RowCells) -> str:
        cell = read.cells.get("isbn")
        if idnumber.damaged_by_excel(cell):
            read.remark("isbn_damaged", "isbn", text_of(cell))
            return ""
        return read.text("isbn").translate(WIDE)

    def _count(self, read: RowCells) -> tuple[int | None, str]:
        """How many; a list without a column of numbers names one piece in each row."""
        if "count" not in self.fields:
            return 1, ""
        cell = read.cells.get("count")
        if cells.is_blank(text_of(cell)):
            read.refuse("no_count", "count")
            return None, ""
        count, unit = words.count_of(cell)
        if count is None:
            read.refuse("count_unreadable", "count", text_of(cell))
        return count, unit

    def _price(self, read: RowCells, count: int | None) -> int | None:
        price, total = self._fen(read, "price"), self._fen(read, "total")
        if price is None and total is not None and count and total % count == 0:
            return total // count
        if price is not None and total is not None and count is not None and price * count != total:
            read.remark("total_differs", "total", text_of(read.cells.get("total")))
        return price

    def _fen(self, read: RowCells, field: str) -> int | None:
        if field not in read.said:
            return None
        try:
            return words.fen_of(read.cells.get(field), self.times.get(field, 1))
        except BadValue:
            read.remark("price_unreadable", field, read.text(field))
            return None

    def _origin(self, read: RowCells) -> str:
        text = read.text("origin")
        found = words.origin_of(text)
        if text and not found:
            read.remark("origin_unreadable", "origin", text)
        return found

    def _bought(self, read: RowCells) -> str:
        if "bought_on" not in read.said:
            return ""
        found = days.parse_day(read.cells.get("bought_on"))
        if found is None:
            read.remark("bought_unreadable", "bought_on", read.text("bought_on"))
            return ""
        if found > self.day.isoformat()[: len(found)]:
            read.remark("bought_future", "bought_on", days.on_paper(found))
            return ""
        if found and len(found) < 10:
            read.remark("bought_vague", "bought_on", days.on_paper(found))
        return found

    def _expires(self, read: RowCells) -> str:
        if "expires_on" not in read.said:
            return ""
        found = days.parse_day(read.cells.get("expires_on"))
        if found is None or len(found) == 4:
            read.remark("expires_unreadable", "expires_on", read.text("expires_on"))
            return ""
        return found
