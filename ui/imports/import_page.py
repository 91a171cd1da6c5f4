"""The page 从表格导入: pupils out of a register, a county's extract or a teacher's list."""

from app.ledger_import.mapping import is_ledger
from ui.imports.pupils import Pupils
from ui.imports.reading import Reading
from ui.imports.wizard import Wizard
from ui.session import Session
from ui.work import Work


class ImportPage(Wizard):
    """Opened with a path (str) or None by `Page.goes("import", path)`."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work, Pupils(session))

    def _read(self, found: Reading) -> None:
        """A ledger of things that was chosen here goes to its own page."""
        if found.path and not found.mapping.column("name") and is_ledger(found.table):
            self.goes.emit("ledger-import", found.path)
        else:
            super()._read(found)
