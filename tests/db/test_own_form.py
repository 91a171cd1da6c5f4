"""The school's own Word templates: in the history and in every backup; that of an older file comes along."""

import pytest

from app.edits.word_form import drop_form, use_form
from app.word_form import OwnForm
from db import schema, steps, triggers
from db.steps_forms import own_forms
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER


def test_a_form_is_used_changed_and_dropped_and_each_of_it_taken_back(store: FileStore) -> None:
    forms, one, other = store.own_forms, store.keep_file(b"one"), store.keep_file(b"other")
    first = store.apply("换模板", use_form("report", one, None))
    own = forms.of("report")
    assert own == OwnForm(1, "report", one) and forms.of("plan") is None
    assert use_form("report", one, own) == []
    second = store.apply("换模板", use_form("report", other, own))
    assert store.attached_state().sound
    store.undo(second.action_id)
    assert forms.of("report") == own
    third = store.apply("用回原来的模板", drop_form(own))
    assert forms.of("report") is None
    store.undo(third.action_id)
    assert forms.of("report") == own and store.file(one) == b"one"
    store.undo(first.action_id)
    assert forms.of("report") is None


def test_what_an_older_file_had_as_a_setting_comes_along(vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = steps.STEPS[: steps.STEPS.index(own_forms)]
    with monkeypatch.context() as older:
        older.setattr(schema, "STEPS", before)
        older.setattr(schema, "VERSION", len(before))
        older.setattr(schema, "TABLES", steps.TABLES - {"own_form"})
        older.delitem(triggers.OWNER, "own_form")
        _code, store = vault.create(SETUP)
        name = store.keep_file(b"form")
        store.set_setting("report.form", name)
        store.close()
    again = vault.open(USER, PASSWORD)
    own = again.own_forms.of("report")
    assert own is not None and (own.file, again.setting("report.form"), again.check()) == (name, "", [])
    again.undo(again.apply("用回原来的模板", drop_form(own)).action_id)
    assert again.own_forms.of("report") == own and again.attached_state().sound
    again.close()
