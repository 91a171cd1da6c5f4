"""How long a register of 2,000 pupils takes from the file to the encrypted disk, as a multiple of the bare minimum.

The minimum reads the same file with calamine and writes the very rows that the import writes with executemany into a
database of the same kind: no matching, no preview, no history, no undo.
"""

import gc
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import python_calamine
from sqlcipher3 import dbapi2

from app.__main__ import GARBAGE
from app.catalogue import BY_KEY
from app.changes import Change, Insert
from app.fingerprint import card_scene
from app.imports.headers import guess
from app.imports.planning import plan
from app.imports.rows import records
from app.imports.writing import changes
from app.sample import sample_school
from app.school import School
from app.vault import Setup
from benchmarks.table import Row
from db import keys
from db.tables import read_table
from db.vault import FileVault

PUPILS, MOST = 2000, 5.0
DAY = date(2026, 9, 1)
COLUMNS = {
    "姓名": "name", "性别": "sex", "出生日期": "birth", "身份证件号": "id_number", "学籍号": "register_number",
    "班级": "class", "民族": "ethnicity", "户口性质": "household", "现住址": "address", "就读方式": "boarding",
    "健康状况": "health", "是否留守儿童": "status", "父亲姓名": "父亲.name", "父亲电话": "父亲.phone",
    "父亲务工地": "父亲.place", "母亲姓名": "母亲.name", "母亲电话": "母亲.phone", "母亲务工地": "母亲.place",
    "照料人": "照料人.name", "照料人关系": "照料人.relation", "照料人电话": "照料人.phone",
}  # fmt: skip


def rows() -> list[Row]:
    """Our import, all of it, over the floor in the same run."""
    gc.set_threshold(*GARBAGE)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        register = folder / "register.xlsx"
        write_register(register)
        ours, written = import_it(register, folder / "data")
        bare = floor(register, folder / "bare.db", written)
    kinds = f"{ours:.2f} s ÷ {bare:.2f} s, {len(written)} rows"
    return [Row(f"import of {PUPILS} pupils ÷ calamine and executemany", ours / bare, MOST, kinds)]


def write_register(path: Path) -> None:
    """The sample school's pupils as a register has them."""
    snapshot = sample_school(DAY, PUPILS).snapshot
    scene = card_scene(snapshot, DAY)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("学籍")
    sheet.append(list(COLUMNS))
    for child in snapshot.children.values():
        sheet.append([BY_KEY[key].text(child, scene) for key in COLUMNS.values()])
    book.save(path)


def import_it(register: Path, folder: Path) -> tuple[float, list[Change]]:
    """Seconds from the file to the last row on the disk, and what was written."""
    vault = FileVault(folder, cost=keys.LOW_COST)
    _code, store = vault.create(Setup(School("青山小学"), "李老师", "bench", "2026-1", DAY, date(2027, 1, 15)))
    start = time.perf_counter()
    table = read_table(register)
    found = plan(store.snapshot(), records(table, guess(table, DAY), DAY), DAY, table.name)
    written = changes(found)
    store.apply("import", written, kind="import")
    spent = time.perf_counter() - start
    store.close()
    return spent, list(written)


def floor(register: Path, path: Path, written: Sequence[Change]) -> float:
    """Seconds for reading the file and inserting the same number of rows and values."""
    tables: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for change in written:
        if isinstance(change, Insert):
            tables[(change.table, *change.values)].append(tuple(str(value) for value in change.values.values()))
    conn = dbapi2.connect(str(path), isolation_level=None)
    conn.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")
    conn.execute("PRAGMA journal_mode = WAL")
    names = {key: f"t{number}" for number, key in enumerate(tables)}
    for key, name in names.items():
        columns = ", ".join(f"c{number} TEXT" for number in range(len(key) - 1))
        conn.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, {columns})")
    start = time.perf_counter()
    python_calamine.CalamineWorkbook.from_path(str(register)).get_sheet_by_index(0).to_python()
    conn.execute("BEGIN")
    for key, values in tables.items():
        marks = ", ".join("?" * (len(key) - 1))
        conn.executemany(f"INSERT INTO {names[key]} VALUES (NULL, {marks})", values)
    conn.execute("COMMIT")
    spent = time.perf_counter() - start
    conn.close()
    return spent
