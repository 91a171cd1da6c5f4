"""Our own Excel ledger comes back: unchanged where it was written, and whole in a school that has nothing yet."""

from collections import Counter
from pathlib import Path, PurePath

import pytest

from db import keys
from db.store import FileStore
from db.tables import read_table
from db.vault import FileVault
from db.xlsx import write_sheet
from tests.app.ledger_import.old_ledgers import kinds, planned, stock, write
from tests.db.conftest import SETUP
from tests.ui.sampled import TODAY, store
from ui.paper.asset_sheets import asset_sheets, ledger_of

__all__ = ["store"]


@pytest.fixture
def book(store: FileStore, tmp_path: Path, qapp: object) -> Path:
    path = tmp_path / "台账.xlsx"
    write_sheet(asset_sheets(ledger_of(store, store.snapshot(), TODAY)), PurePath(path))
    return path


def test_it_changes_nothing_where_it_was_written(store: FileStore, book: Path) -> None:
    plan = planned(store, read_table(book), TODAY)
    assert Counter(kinds(plan)) == {"unchanged": len(plan.rows)}
    assert len(plan.rows) > 2 * len(store.inventory.assets())


def test_it_fills_a_school_that_has_nothing(store: FileStore, book: Path, tmp_path: Path) -> None:
    _code, other = FileVault(tmp_path / "另一所", cost=keys.LOW_COST).create(SETUP)
    try:
        write(other, planned(other, read_table(book), TODAY))
        again = planned(other, read_table(book), TODAY)
        assert Counter(kinds(again)) == {"unchanged": len(again.rows)}
        told = [(one.number, one.name, one.spec, one.price_fen, one.origin, one.bought_on, one.author, one.class_of_goods)
                for one in store.inventory.assets()]  # fmt: skip
        assert told == [
            (one.number, one.name, one.spec, one.price_fen, one.origin, one.bought_on, one.author, one.class_of_goods)
            for one in other.inventory.assets()
        ]  # fmt: skip
        owned = Counter(stock(other, TODAY))
        lent = {(loan.movement.asset_id, loan.movement.room_id): loan.out for loan in store.inventory.loans(TODAY)}
        names = {one.id: one.name for one in store.inventory.assets()}
        rooms = {one.id: one.name for one in store.snapshot().rooms}
        here = Counter(stock(store, TODAY))
        here.update({(names[asset], rooms[room]): out for (asset, room), out in lent.items()})
        assert owned == here
    finally:
        other.close()
