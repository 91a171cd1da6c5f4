"""Correct one fact of a child's own row."""

from collections.abc import Callable

from app import names, values
from app.changes import Change, Update, Value
from app.children import AIDS, CONSENTS, ENTRUSTED, INCOMES, MARRIAGES, Child
from app.values import BadValue

REGISTER = frozenset(
    {"register_number", "register_aux", "seat_number", "ethnicity", "household", "residence_code", "native_place"}
)
TEXTS = REGISTER | frozenset(
    {"health", "political", "boarding", "travel", "address", "home_address", "phone", "only_child", "orphan",
     "disability", "attention", "note", "call_time", "needs"}
)
CLEANERS: dict[str, Callable[[str, str], str]] = {
    "name": values.name,
    "birth": values.birth,
    "id_number": values.id_number,
    "distance_km": values.kilometres,
    "sex": lambda field, text: values.choice(field, text.strip(), ("", "男", "女")),
    "former_name": lambda field, text: names.clean_name(text),
    "marriage": lambda field, text: values.choice(field, text.strip(), ("", *MARRIAGES)),
    "entrusted": lambda field, text: values.choice(field, text.strip(), ("", *ENTRUSTED)),
    "photo_consent": lambda field, text: values.choice(
        field, {word: key for key, word in CONSENTS.items()}.get(text.strip(), text.strip()), tuple(CONSENTS)
    ),
    "income": lambda field, text: values.choices(field, text, INCOMES),
    "aid": lambda field, text: values.choices(field, text, AIDS),
}


def clean_child_field(field: str, text: str) -> str:
    """The text as the file holds it. Raises BadValue."""
    if field in CLEANERS:
        return CLEANERS[field](field, text)
    if field not in TEXTS:
        raise BadValue(field, "unknown_field")
    return text.strip()


def set_child_field(child: Child, field: str, text: str) -> list[Change]:
    """Store one fact; a new name brings its pinyin along. No change for the value that is there. Raises BadValue."""
    if field == "pinyin":
        return set_pinyin(child, text)
    cleaned = clean_child_field(field, text)
    if cleaned == getattr(child, field):
        return []
    row: dict[str, Value] = {field: cleaned}
    if field == "name" and not child.pinyin_by_hand:
        row["pinyin"] = names.pinyin_of(cleaned)
    return [Update("child", child.id, row)]


def set_pinyin(child: Child, text: str) -> list[Change]:
    """Type the pinyin by hand; an empty text goes back to the reading of the name. Raises BadValue."""
    spelt = " ".join(text.lower().replace("ü", "v").split())
    if spelt and not (spelt.isascii() and spelt.replace(" ", "").isalpha()):
        raise BadValue("pinyin", "not_a_pinyin")
    by_hand = bool(spelt)
    spelt = spelt or names.pinyin_of(child.name)
    if (spelt, by_hand) == (child.pinyin, child.pinyin_by_hand):
        return []
    return [Update("child", child.id, {"pinyin": spelt, "pinyin_by_hand": int(by_hand)})]
