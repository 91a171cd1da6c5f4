"""Files and folders that a person chose to bring in: their bytes and their names, within bounds."""

import os
from pathlib import Path, PurePath

from app.tablefile import CannotRead

MOST_FILES = 20_000
LEFT_OUT = {"thumbs.db", "desktop.ini", "__macosx"}


def read_file(path: PurePath, most: int) -> bytes:
    """The bytes of a file, if it has at most so many. Raises CannotRead: missing, locked, too_big."""
    try:
        with Path(path).open("rb") as source:
            content = source.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise CannotRead("missing", str(error)) from error
    except OSError as error:
        raise CannotRead("locked", str(error)) from error
    if len(content) > most:
        raise CannotRead("too_big", f"more than {most} bytes")
    return content


def files_below(folder: PurePath) -> list[PurePath]:
    """Every file in the folder and below, in order of name. Raises CannotRead: missing, locked, too_many_files."""
    found: list[PurePath] = []
    if not Path(folder).is_dir():
        raise CannotRead("missing", str(folder))

    def stop(error: OSError) -> None:
        raise CannotRead("locked", str(error)) from error

    for place, folders, names in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if _is_wanted(name))
        found += [PurePath(place, name) for name in sorted(names) if _is_wanted(name)]
        if len(found) > MOST_FILES:
            raise CannotRead("too_many_files", str(folder))
    return found


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in LEFT_OUT
