"""Opens the sample school, building it the first time, so that trying needs no password and no question."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import edits
from app.sample import sample_school
from app.sample_changes import records_in
from app.sample_years import sample_years
from app.store import Store, StoreError
from app.terms import term_title
from app.vault import Setup, Vault
from ui.photos.portraits import portrait
from ui.photos.reading import encoded
from ui.setup.sample_pictures import hang_pictures

PASSWORD = "qianshou-demo"
"""No secret: nothing in the sample school is real."""


def open_sample(vault: Vault, on: date) -> Store:
    """The open sample school of this folder. Raises StoreError."""
    if vault.exists():
        return vault.open(vault.users()[0], PASSWORD)
    return make_sample(vault, on)


def _give_photos(store: Store, ids: Sequence[int]) -> None:
    """Drawn portraits, kept like real ones."""
    children = store.children(ids)
    photos = [
        (child, store.keep_file(encoded(portrait(number, girl=child.sex == "女"))))
        for number, child in enumerate(children[key] for key in ids)
    ]
    label = QCoreApplication.translate("sample", "放上示例学校的照片")
    store.apply(label, edits.set_photos(photos, agreed=False), kind="setup")


def make_sample(vault: Vault, on: date, pupils: int = 140, years: int = 0) -> Store:
    """A new sample school in this folder, anchored on a day, with one term of care or so many years. Raises
    StoreError; then nothing is left behind."""
    made, told = sample_years(on, pupils, years) if years else (sample_school(on, pupils), ())
    term = made.term
    user = QCoreApplication.translate("sample", "示例老师")
    _code, store = vault.create(Setup(made.school, user, PASSWORD, term.code, term.from_day, term.until_day))
    try:
        done = store.apply(QCoreApplication.translate("sample", "编出示例学校"), made.changes, kind="setup")
        _give_photos(store, [done.ids[f"child{key}"] for key in made.with_photo])
        for term, records in told:
            label = QCoreApplication.translate("sample", "编出{0}的关爱记录").format(term_title(term.code))
            store.apply(label, list(records_in(records, done.ids)), kind="setup")
        hang_pictures(store, on, [done.ids[f"child{key}"] for key in made.with_photo])
    except StoreError:
        store.close()
        vault.throw_away_sample()
        raise
    return store
