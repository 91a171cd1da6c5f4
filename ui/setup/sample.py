"""Opens the sample school, building it the first time, so that trying needs no password and no question."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.school import School
from app.store import Setup, Store, Vault
from app.terms import current_or_next_code, guess_term

PASSWORD = "qianshou-demo"
"""No secret: nothing in the sample school is real."""


def open_sample(vault: Vault, on: date) -> Store:
    """The open sample school of this folder. Raises StoreError."""
    if vault.exists():
        return vault.open(vault.users()[0], PASSWORD)
    return make_sample(vault, on)


def make_sample(vault: Vault, on: date) -> Store:
    """A new sample school in this folder, anchored on a day. Raises StoreError."""
    term = guess_term(current_or_next_code(on))
    assert term is not None
    name = QCoreApplication.translate("sample", "示例小学")
    user = QCoreApplication.translate("sample", "示例老师")
    school = School(name, is_sample=True, started_on=on - timedelta(days=on.weekday()))
    _code, store = vault.create(Setup(school, user, PASSWORD, term.code, term.from_day, term.until_day))
    return store
