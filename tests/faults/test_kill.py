"""kill -9 at any moment: what was promised is there, nothing is torn, and the school opens again at once."""

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.changes import Insert, Update
from app.store import ImportNote, StoreError
from db.folder import DataFolder
from tests.db.conftest import PASSWORD, SETUP, USER
from tests.db.dump import dump
from tests.db.families import pupils
from tests.faults.school import killed, new_school, reopened, vault_in, with_pictures


@pytest.mark.parametrize("seed", range(15))
def test_while_saving_no_promise_is_broken(tmp_path: Path, seed: int) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 5)

    def save(tell: Callable[[str], None]) -> None:
        store = vault.open(USER, PASSWORD)
        number = 0
        while True:
            number += 1
            store.apply("加", [Insert("staff", {"name": f"老师{number}"}), Insert("staff", {"name": f"副{number}"})])
            tell(str(number))

    death = killed(save, random.Random(seed).uniform(0, 0.12))
    store = reopened(vault)
    names = {member.name for member in store.snapshot().staff}
    promised = int(death.told[-1])
    assert {f"老师{number}" for number in range(1, promised + 1)} <= names
    assert len([name for name in names if name.startswith("老师")]) == len(names) / 2
    store.close()


@pytest.mark.parametrize("seed", range(5))
def test_while_importing_all_or_nothing(tmp_path: Path, seed: int) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 5)

    def work(tell: Callable[[str], None]) -> None:
        store = vault.open(USER, PASSWORD)
        tell("open")
        note = ImportNote("学籍.xlsx", date(2026, 9, 1), 2000, 0)
        store.apply("导入", pupils(2000, 10, 2), kind="import", note=note)
        tell("done")

    killed(work, random.Random(seed).uniform(0.05, 0.6))
    store = reopened(vault)
    assert (len(store.snapshot().children), len(store.imports())) in ((5, 0), (2005, 1))
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_while_backing_up_every_backup_that_has_its_name_is_whole(tmp_path: Path, seed: int) -> None:
    vault = vault_in(tmp_path)
    new_school(vault)
    store = vault.open(USER, PASSWORD)
    with_pictures(store, 20, 100_000 if seed % 2 else 500)
    store.close()

    def work(tell: Callable[[str], None]) -> None:
        store = vault.open(USER, PASSWORD)
        while True:
            tell(str(store.backup("hand").path))

    death = killed(work, random.Random(seed).uniform(0, 0.15))
    store = reopened(vault)
    made = store.backups()
    assert {str(backup.path) for backup in made} >= set(death.told)
    for backup in made:
        vault.verify(backup.path, password=PASSWORD)
    folder = DataFolder(vault.folder)
    assert [path for path in folder.backups.iterdir() if path.suffix != ".qsbak"] == []
    store.close()


def dying_at(step: int, work: Callable[[], object], before: bool) -> bool:
    """Whether `work` was cut by a sudden end just before or after its so-many-th renaming of a file."""

    def job(tell: Callable[[str], None]) -> None:
        rename, count = Path.replace, 0

        def counted(self: Path, target: Path) -> Path:
            nonlocal count
            count += 1
            if count == step and before:
                os._exit(9)
            done = rename(self, target)
            if count == step:
                os._exit(9)
            return done

        Path.replace = counted  # type: ignore[method-assign, assignment]
        work()
        tell("ended")

    return killed(job).told == []


@pytest.mark.parametrize("before", [True, False])
def test_a_restore_cut_at_any_step_leaves_the_old_school_or_the_new(tmp_path: Path, before: bool) -> None:
    step, cut = 0, True
    while cut:
        step += 1
        vault = vault_in(tmp_path / str(step))
        new_school(vault, 3)
        store = vault.open(USER, PASSWORD)
        with_pictures(store, 2, 300)
        old = dump(store)
        made = store.backup("hand")
        store.apply("导入", pupils(2, 10, 2), kind="import")
        with_pictures(store, 5, 300)
        new = dump(store)
        store.close()
        cut = dying_at(step, lambda: vault.restore(made.path, password=PASSWORD), before)  # noqa: B023
        again = reopened(vault)
        assert dump(again) in (old, new)
        again.close()
    assert step > 5


@pytest.mark.parametrize("seed", range(8))
def test_while_pictures_are_stored_every_one_that_a_child_has_is_whole(tmp_path: Path, seed: int) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 5)

    def work(tell: Callable[[str], None]) -> None:
        store = vault.open(USER, PASSWORD)
        chance = random.Random(seed)
        tell("open")
        while True:
            name = store.keep_file(chance.randbytes(60_000))
            store.apply("换照片", [Update("child", 1 + chance.randrange(5), {"photo": name})])
            tell(name)

    death = killed(work, random.Random(seed).uniform(0, 0.15))
    store = reopened(vault)
    for name in death.told[1:]:
        assert len(store.file(name)) == 60_000
    assert list(DataFolder(vault.folder).files.rglob("*.tmp")) == []
    made = store.backup("hand")
    store.close()
    vault.verify(made.path, password=PASSWORD)


@pytest.mark.parametrize("before", [True, False])
def test_a_setup_cut_at_any_step_leaves_a_school_or_none(tmp_path: Path, before: bool) -> None:
    step, cut = 0, True
    while cut:
        step += 1
        vault = vault_in(tmp_path / str(step))
        cut = dying_at(step, lambda: vault.create(SETUP), before)  # noqa: B023
        if not vault.exists():
            vault.create(SETUP)[1].close()
        store = reopened(vault)
        assert store.school() == SETUP.school
        store.close()
        folder = Path(vault.folder)
        assert sorted(path.name for path in folder.iterdir()) == ["qianshou.db", "qianshou.keys", "qianshou.lock"]
    assert step > 3


def test_a_password_change_that_is_cut_leaves_one_of_both_passwords(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 1)
    for before in (True, False):
        store = vault.open(USER, PASSWORD)
        assert dying_at(1, lambda: store.change_password(PASSWORD, "neu"), before)  # noqa: B023
        store.close()
        opened = []
        for password in (PASSWORD, "neu"):
            try:
                vault.open(USER, password).close()
                opened.append(password)
            except StoreError:
                continue
        assert opened == ([PASSWORD] if before else ["neu"])
