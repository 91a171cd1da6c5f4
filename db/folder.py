"""The data folder of one school: what lies in it, and how a database and its key file are put in place together."""

from datetime import datetime
from pathlib import Path, PurePath

from db import files


class DataFolder:
    """Names in the folder. Nothing is made before a school is."""

    def __init__(self, root: PurePath) -> None:
        self.root = Path(root)
        self.database = self.root / "qianshou.db"
        self.slots = self.root / "qianshou.keys"
        self.tries = self.root / "qianshou.tries"
        self.backups = self.root / "backups"
        self.files = self.root / "files"
        """Attached files, encrypted (`db.attached`)."""
        self.aside = self.root / "aside"
        """Files that a restore took the place of."""
        self.making = self.root / ("making" + files.TEMPORARY)
        self._ready = self.root / "ready"

    def present(self) -> list[Path]:
        """The files that make up a school and are there, and the folder of attached ones."""
        wal, shm = (self.database.with_name(self.database.name + tail) for tail in ("-wal", "-shm"))
        return [path for path in (self.files, self.database, wal, shm, self.slots, self.tries) if path.exists()]

    def exists(self) -> bool:
        """Whether a school lies here, damaged or not."""
        lone = self.files.is_dir() and any(self.files.iterdir())
        return self.database.exists() or self.slots.exists() or self._ready.exists() or lone

    def start_making(self) -> Path:
        """An empty scratch folder to make a database and its key file in."""
        with files.refusals():
            self.root.mkdir(parents=True, exist_ok=True)
            files.drop(self.making)
            self.making.mkdir()
        return self.making

    def put_in_place(self) -> None:
        """Let what was made take the place of what is there, which moves to aside/; `tidy` ends what a kill cuts."""
        with files.refusals():
            files.put(self.making, self._ready)
            self._finish()

    def tidy(self) -> None:
        """At start: finish what a kill cut short, take away what was never finished."""
        with files.refusals():
            if self._ready.exists():
                self._finish()
        files.drop(self.making)
        files.sweep(self.root, "qianshou*")
        files.sweep(self.backups)
        files.sweep(self.files)

    def _finish(self) -> None:
        """The database goes first: as long as it waits in ready/, what is in place is the old school."""
        database, slots = self._ready / self.database.name, self._ready / self.slots.name
        attached = self._ready / self.files.name
        if database.exists():
            present = self.present()
            if present:
                stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
                aside = self.aside / stamp
                aside.mkdir(parents=True)
                for path in present:
                    path.replace(aside / path.name)
            database.replace(self.database)
            files.flush_folder(self.root)
        if attached.exists():
            attached.replace(self.files)
        if slots.exists():
            slots.replace(self.slots)
        files.drop(self._ready)
        files.flush_folder(self.root)
