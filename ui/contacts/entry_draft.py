"""What stands in the entry strip and is not saved: it comes back after a lock or a power cut, and a call runs on."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.care import LOGGED

if TYPE_CHECKING:
    from ui.contacts.strip import EntryStrip

DRAFT = "contacts.entry"


def words_of(strip: "EntryStrip") -> dict[str, Any]:
    """The draft; {} for nothing worth keeping."""
    form, picker, company = strip.form, strip.picker, strip.company
    if not (form.words() or picker.target or picker.typed_only() or company.remarks or strip.is_ringing()):
        return {}
    started = strip.bar.started
    return {
        "kind": strip.kind.value(), "target": picker.target, "text": picker.editor.text(), "form": form.words(),
        "way": form.way.value(), "whom": form.whom.value(), "day": form.day.value(),
        "many": list(company.remarks.items()) if strip.is_many else None, "class": company.class_id,
        "ringing": strip.is_ringing(), "started": started.isoformat() if started is not None else "",
    }  # fmt: skip


def put_back(strip: "EntryStrip", words: dict[str, Any], here: frozenset[int]) -> bool:
    """Show a draft again; children that are gone are left out. False for no draft."""
    if words.get("kind") not in LOGGED:
        return False
    strip.kind.set_value(str(words["kind"]))
    kind, number = words.get("target") or ("", 0)
    started = str(words.get("started") or "")
    if words.get("ringing") and number in here:
        strip.ring(number, datetime.fromisoformat(started) if started else None, start=bool(started))
    elif words.get("many") is not None:
        strip.enter_many()
        strip.company.set_all(
            {int(key): str(text) for key, text in words["many"] if int(key) in here}, words.get("class")
        )
    elif number in here:
        strip.picker.choose((str(kind), int(number)))
    strip.ask()
    for key in ("whom", "way", "day"):
        if words.get(key):
            strip.form.fields[key].set_value(str(words[key]))
    strip.form.put_back(words.get("form") or {})
    if not number and words.get("text"):
        strip.picker.editor.setText(str(words["text"]))
    return True
