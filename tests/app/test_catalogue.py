"""The catalogue of facts: one key and one title each, in step with the verbs and the import."""

from datetime import date

from app.catalogue import BY_KEY, FACTS
from app.children import Child
from app.edits.pupil import CLEANERS, TEXTS
from app.fingerprint import card_scene
from app.imports.aliases import CHILD_FIELDS, KIN_FIELDS
from app.sample import sample_school

DAY = date(2026, 11, 20)


def test_keys_and_titles_are_unique() -> None:
    assert len(BY_KEY) == len(FACTS)
    assert len({fact.title for fact in FACTS}) == len(FACTS)


def test_what_edits_is_a_column_that_the_verbs_take() -> None:
    for fact in FACTS:
        if fact.edits:
            assert fact.key in CLEANERS or fact.key in TEXTS, fact.key
            assert fact.key in Child.__dataclass_fields__


def test_what_an_import_calls_a_column_it_is_called_here() -> None:
    own = {fact.key for fact in FACTS if "." not in fact.key}
    assert {"name", "sex", "birth", "class", "id_number", "address", "phone", "boarding", "attention"} <= own & {
        *CHILD_FIELDS
    }
    assert {"父亲.name", "母亲.phone", "照料人.relation"} <= BY_KEY.keys()
    assert {"name", "phone", "relation"} <= {*KIN_FIELDS}


def test_every_fact_of_every_pupil_is_a_text() -> None:
    snapshot = sample_school(DAY).snapshot
    scene = card_scene(snapshot, DAY)
    found = {fact.key for fact in FACTS if any(fact.text(child, scene) for child in snapshot.children.values())}
    assert {"name", "age", "class", "grade", "class_teacher", "enrolled_on", "status", "civil", "today"} <= found
    assert {"父亲.phone", "父亲.since", "母亲.place", "照料人.relation", "照料人.age", "照料人.phone"} <= found
    texts = [fact.text(child, scene) for fact in FACTS for child in snapshot.children.values()]
    assert all(isinstance(text, str) for text in texts) and "None" not in texts
