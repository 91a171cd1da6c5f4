"""Bits that flip on a bad disk are all found before anybody works with a wrong number."""

import random
from pathlib import Path

import pytest

from app.store import DamagedFile, MissingSlots
from db.folder import DataFolder
from tests.db.conftest import PASSWORD, USER
from tests.faults.school import new_school, reopened, vault_in


def test_every_flipped_bit_of_the_file_is_found_at_the_login(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault)
    database = DataFolder(vault.folder).database
    whole = database.read_bytes()
    chance = random.Random(11)
    for place in [*range(16), *(chance.randrange(len(whole)) for _ in range(80))]:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        database.write_bytes(spoilt)
        with pytest.raises(DamagedFile):
            vault.open(USER, PASSWORD)
    database.write_bytes(whole)
    reopened(vault).close()


def test_every_flipped_bit_of_the_key_file_is_found_and_no_password_is_blamed(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault, 1)
    slots = DataFolder(vault.folder).slots
    whole = slots.read_bytes()
    for place in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << (place % 8)
        slots.write_bytes(spoilt)
        with pytest.raises(MissingSlots):
            vault.users()
    slots.write_bytes(whole)
    reopened(vault).close()


def test_a_bit_that_flips_while_the_school_is_open_is_found_by_the_check(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault)
    store = vault.open(USER, PASSWORD)
    with DataFolder(vault.folder).database.open("r+b") as file:
        file.seek(4096 * 20 + 77)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1]))
    assert any("page 21" in fault for fault in store.check())
    store.close()


def test_an_aside_of_the_damaged_file_is_kept_when_a_backup_takes_its_place(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    new_school(vault)
    store = vault.open(USER, PASSWORD)
    made = store.backup("exit")
    store.close()
    folder = DataFolder(vault.folder)
    spoilt = folder.database.read_bytes()[:-4096]
    folder.database.write_bytes(spoilt)
    with pytest.raises(DamagedFile):
        vault.open(USER, PASSWORD)
    assert vault.backups() == [made]
    vault.restore(made.path, password=PASSWORD)
    reopened(vault).close()
    (aside,) = folder.aside.iterdir()
    assert (aside / folder.database.name).read_bytes() == spoilt
