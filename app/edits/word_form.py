"""Put the school's own Word template in the place of the program's, and take it away."""

from app.changes import Change, Delete, Insert, Update
from app.word_form import OwnForm


def use_form(name: str, file: str, own: OwnForm | None) -> list[Change]:
    """Write by `file` from now on (what `Store.keep_file` answered); nothing if that is so already. `own` is what is
    in use, None for the program's."""
    if own is None:
        return [Insert("own_form", {"name": name, "file": file})]
    return [] if own.file == file else [Update("own_form", own.id, {"file": file})]


def drop_form(own: OwnForm) -> list[Change]:
    """The program's own again; the file stays, so that an undo brings it back whole."""
    return [Delete("own_form", own.id)]
