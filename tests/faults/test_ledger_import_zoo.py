"""Odd and hostile files where an old ledger is expected: read as what they are or refused, nothing worse."""

from pathlib import Path

import pytest

from app.ledger_import import mapping
from app.tablefile import CannotRead
from db.store import FileStore
from db.tables import read_table
from tests.app.ledger_import.old_ledgers import HEAD, books, planned, write
from tests.faults.test_import_zoo import HOSTILE_CELLS
from tests.faults.zoo import BAD, GOOD
from ui.ledger_import.words import problem_sentence


def test_lists_of_pupils_and_broken_files_are_no_ledgers(store: FileStore, tmp_path: Path) -> None:
    for name, content in [*GOOD.items(), *((name, content) for name, (content, _reason) in BAD.items())]:
        path = tmp_path / name
        path.write_bytes(content)
        try:
            table = read_table(path)
        except CannotRead:
            continue
        assert not mapping.is_ledger(table), name
    assert books(store).assets == ()


@pytest.mark.parametrize("column", range(len(HEAD)))
def test_hostile_cells_never_raise(store: FileStore, column: int, tmp_path: Path) -> None:
    path = tmp_path / "坏.csv"
    rows = []
    for at, text in enumerate(HOSTILE_CELLS):
        row = [f"N{at}", "篮球", "7号", "个", "6", "45", "270", "学校添置", "2024-09-01", "体育室", "张敏", ""]
        row[column] = '"' + text.replace('"', '""').replace("\x00", "") + '"'
        rows.append(",".join(row))
    path.write_text("\n".join([",".join(HEAD), *rows]), encoding="utf-8")
    plan = planned(store, read_table(path))
    assert all(problem_sentence(row.reason, row.row) for row in plan.rows if row.reason)
    write(store, plan)
    assert store.check() == []
