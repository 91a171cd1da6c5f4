"""The staff as a sheet to type or paste into: names, phones, duties, classes; all of it becomes one list of changes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app import edits
from app.changes import Change, Insert, New
from app.classes import SchoolClass
from app.classnames import ClassKey, class_name, class_order, parse_class
from app.names import name_key
from app.periods import latest
from app.school import Snapshot, Staff
from app.staff_cells import FIELDS, STAFF, column_of, fields_of, tidied, wrong
from app.staffing import present, running

_BETWEEN = re.compile(r"[、，,;；/\s]+(?![）)])")


class StaffSheet:
    """Rows by id; new ones have ids below nought. Nothing is in the file until `changes` are carried out.
    One that does not `grow` has no rows but those of the staff."""

    def __init__(self, snapshot: Snapshot, today: date, columns: Sequence[str] = STAFF, *, grows: bool = True) -> None:
        self.columns, self._grows = tuple(columns), grows
        self._typed: dict[int, dict[str, str]] = {}
        self.show(snapshot, today)

    def show(self, snapshot: Snapshot, today: date) -> None:
        """The staff as the file has it now; what is typed stays, but of those who left."""
        self._snapshot, self._today, self._system = snapshot, today, snapshot.school.system
        self.staff = {one.id: one for one in present(snapshot.staff, today)}
        self._classes = {one.key: one for one in running(snapshot.classes, snapshot.school, today)}
        self._known = {one.id: self._of(one) for one in self.staff.values()}
        typed, self._typed = self._typed, {}
        for row, cells in typed.items():
            for column, text in cells.items():
                if row < 0 or row in self.staff:
                    self.write(row, column, text)

    def rows(self) -> dict[int, dict[str, str]]:
        """Everybody who is here, then the new ones, and an empty row to type into."""
        new = sorted((row for row in self._typed if row < 0), reverse=True)
        ids = (*self.staff, *new, *([self.next_row()] if self._grows else []))
        return {row: {column: self.text(row, column) for column in self.columns} for row in ids}

    def next_row(self) -> int:
        """The id of the empty row at the end."""
        return min((row for row in self._typed if row < 0), default=0) - 1

    def text(self, row: int, column: str) -> str:
        """What stands in a cell; a class that another row has taken over has left its former teacher's."""
        typed = self._typed.get(row, {})
        if column in typed or column != "classes" or row not in self._known:
            return typed.get(column, self.old(row, column))
        taken = {key for other in self._typed if other != row for key in self._keys_typed(other)}
        mine = [one for one in self._taught(row) if one.key not in taken]
        return "、".join(self._name(one.key) for one in mine)

    def old(self, row: int, column: str) -> str:
        """What the file says."""
        return self._known.get(row, {}).get(column, "")

    def write(self, row: int, column: str, text: str) -> None:
        """Type into a cell; the text of the file takes it back."""
        text = self._tidied(column, text)
        mine = self._typed.setdefault(row, {})
        mine.pop(column, None)
        if text != self.old(row, column):
            mine[column] = text
        if not mine:
            del self._typed[row]

    def paste(self, row: int, column: str, lines: Sequence[Sequence[str]]) -> None:
        """Put a block in from a cell on; below the last row new ones begin. A line of titles names the columns.
        A line with a name goes to the one of that name, else to a new row: nobody is renamed."""
        heads = [column_of(cell) if column_of(cell) in self.columns else "" for cell in lines[0]] if lines else []
        titled = "name" in heads
        columns: Sequence[str] = heads if titled else self.columns[self.columns.index(column) :]
        ids = list(self.rows())
        place = ids.index(row)
        by_name = {name_key(one.name): one.id for one in self.staff.values()}
        for cells in lines[1 if titled else 0 :]:
            found = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
            if not any(found.values()):
                continue
            here = by_name.get(name_key(found.get("name", "")))
            if here is None and (titled or found.get("name")):
                here = self.next_row()
            elif here is None:
                here = ids[place] if place < len(ids) else self.next_row()
            place += 1
            if here < 0 and not self._grows:
                continue
            for one, text in found.items():
                if text or not titled:
                    self.write(here, one, text)

    def cells(self) -> dict[tuple[int, str], str]:
        """Every cell of somebody who is here that was corrected, and what stood there."""
        return {(row, one): self.old(row, one) for row, mine in self._typed.items() if row > 0 for one in mine}

    def new_rows(self) -> list[int]:
        """The rows that would be added."""
        return sorted((row for row in self._typed if row < 0), reverse=True)

    def new_classes(self) -> list[str]:
        """The names of classes that would be added."""
        return [self._name(key) for key in self._new_keys()]

    def mistakes(self) -> dict[tuple[int, str], str]:
        """What cannot be so: empty, not_a_phone, not_a_class, taken (the class), twice (the name)."""
        found: dict[tuple[int, str], str] = {}
        seen: dict[ClassKey, int] = {}
        names = {name_key(self.text(row, "name")): row for row in reversed(list(self.rows())) if self.text(row, "name")}
        for row, mine in self._typed.items():
            name = self.text(row, "name")
            if not name:
                found[row, "name"] = "empty"
            elif "name" in mine and names[name_key(name)] != row:
                found[row, "name"] = "twice"
            found |= {(row, one): why for one, text in mine.items() if (why := wrong(one, text))}
            words = _split(mine.get("classes", ""))
            if any(self._parsed(word) is None for word in words):
                found[row, "classes"] = "not_a_class"
            for key in self._keys_typed(row):
                if seen.setdefault(key, row) != row:
                    found[row, "classes"] = "taken"
        return found

    def changes(self) -> list[Change]:
        """All of it as one list; call it without mistakes. Raises BadValue."""
        changes: list[Change] = []
        known = dict(self._classes)
        for key in self._new_keys():
            token = f"class{key.stage}{key.entry_year}.{key.number}"
            insert = edits.add_class(key.stage, key.entry_year, key.number, known.values())[0]
            assert isinstance(insert, Insert)
            changes.append(Insert(insert.table, insert.values, token))
        for row in (*self.staff, *self.new_rows()):
            if row in self._typed:
                changes += self._row_changes(row)
        return changes

    def words(self) -> dict[str, Any]:
        """As a draft; {} for nothing."""
        return {"typed": {str(row): dict(mine) for row, mine in self._typed.items()}} if self._typed else {}

    def take(self, words: Mapping[str, Any]) -> None:
        """Take a draft up again; of somebody who left meanwhile nothing."""
        for row, mine in words.get("typed", {}).items():
            for column, text in mine.items():
                if int(row) < 0 or int(row) in self.staff:
                    self.write(int(row), column, text)

    def forget(self) -> None:
        """It is in the file."""
        self._typed = {}

    def _row_changes(self, row: int) -> list[Change]:
        mine, staff_id = self._typed[row], row if row > 0 else New(f"staff{-row}")
        changes: list[Change] = []
        if row < 0:
            made = edits.add_staff(**{field: mine[field] for field in FIELDS if field in mine})[0]
            assert isinstance(made, Insert)
            changes.append(Insert(made.table, made.values, f"staff{-row}"))
        else:
            for column in FIELDS:
                if column in mine:
                    changes += edits.set_staff_field(self.staff[row], column, mine[column])
        if "classes" not in mine:
            return changes
        wanted = self._keys_typed(row)
        for key in wanted:
            changes += _teaches(self._classes.get(key), key, staff_id, self._today)
        if row > 0:
            elsewhere = {key for other in self._typed if other != row for key in self._keys_typed(other)}
            for one in self._taught(row):
                if one.key not in (*wanted, *elsewhere):
                    changes += edits.set_class_teacher(one, None, self._today)
        return changes

    def _of(self, one: Staff) -> dict[str, str]:
        classes = "、".join(self._name(school_class.key) for school_class in self._taught(one.id))
        return fields_of(one) | {"classes": classes}

    def _taught(self, staff_id: int) -> list[SchoolClass]:
        found = []
        for one in self._classes.values():
            now = latest(one.teachers, self._today)
            if now is not None and now.staff_id == staff_id:
                found.append(one)
        return found

    def _new_keys(self) -> list[ClassKey]:
        found = {key for row in self._typed for key in self._keys_typed(row) if key not in self._classes}
        return sorted(found, key=lambda key: class_order(key.stage, key.entry_year, key.number))

    def _keys_typed(self, row: int) -> list[ClassKey]:
        found = [self._parsed(word) for word in _split(self._typed.get(row, {}).get("classes", ""))]
        return [key for key in found if key is not None]

    def _parsed(self, word: str) -> ClassKey | None:
        return parse_class(word, day=self._today, system=self._system)

    def _name(self, key: ClassKey) -> str:
        return class_name(key.stage, key.entry_year, key.number, self._today, self._system)

    def _tidied(self, column: str, text: str) -> str:
        if column != "classes":
            return tidied(column, text)
        keys = [(word, self._parsed(word)) for word in _split(text.strip())]
        return "、".join(word if key is None else self._name(key) for word, key in keys)


def _teaches(known: SchoolClass | None, key: ClassKey, staff_id: int | New, day: date) -> list[Change]:
    """Who is class teacher from that day; of a class that the same list adds, too."""
    if known is not None:
        return edits.set_class_teacher(known, staff_id, day)
    made = SchoolClass(0, key.stage, key.entry_year, key.number)
    token = New(f"class{key.stage}{key.entry_year}.{key.number}")
    return [
        Insert(one.table, {**one.values, "class_id": token}) if isinstance(one, Insert) else one
        for one in edits.set_class_teacher(made, staff_id, day)
    ]


def _split(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]
