"""An action that fails at any of its changes leaves the file exactly as it was, ids and history included."""

import random
from pathlib import Path

import pytest

from app.changes import Update
from app.store import Cancelled
from tests.db.conftest import PASSWORD, USER
from tests.db.dump import dump
from tests.db.families import pupils
from tests.faults.school import new_school, vault_in


def test_an_import_that_fails_at_any_row_leaves_no_trace(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 5)
    store = vault.open(USER, PASSWORD)
    before, history = dump(store), store.history()
    good = pupils(30, 10, 2)
    chance = random.Random(3)
    for _ in range(30):
        at = chance.randrange(len(good) + 1)
        with pytest.raises(ValueError, match="no row"):
            store.apply("导入", [*good[:at], Update("child", 9999, {"name": "x"}), *good[at:]], kind="import")
        assert dump(store) == before
        assert store.history() == history

    def cancel(done: int, total: int) -> None:
        if done >= 200:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.apply("导入", good, kind="import", progress=cancel)
    assert dump(store) == before
    done = store.apply("导入", good, kind="import")
    assert min(done.touched) == 6
    store.undo(done.action_id)
    assert dump(store) == before
    store.close()
