"""Opens the sample school, building it the first time, so that trying needs no password and no question."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.sample import sample_school
from app.store import Store, StoreError
from app.vault import Setup, Vault

PASSWORD = "qianshou-demo"
"""No secret: nothing in the sample school is real."""


def open_sample(vault: Vault, on: date) -> Store:
    """The open sample school of this folder. Raises StoreError."""
    if vault.exists():
        return vault.open(vault.users()[0], PASSWORD)
    return make_sample(vault, on)


def make_sample(vault: Vault, on: date, pupils: int = 140) -> Store:
    """A new sample school in this folder, anchored on a day. Raises StoreError; then nothing is left behind."""
    made = sample_school(on, pupils)
    term = made.term
    user = QCoreApplication.translate("sample", "示例老师")
    _code, store = vault.create(Setup(made.school, user, PASSWORD, term.code, term.from_day, term.until_day))
    try:
        store.apply(QCoreApplication.translate("sample", "编出示例学校"), made.changes, kind="setup")
    except StoreError:
        store.close()
        vault.throw_away_sample()
        raise
    return store
