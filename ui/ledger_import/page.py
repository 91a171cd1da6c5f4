"""The page 从表格导入台账: a school's old ledger of things becomes that of the file."""

from app.imports import headers
from ui.imports.reading import Reading
from ui.imports.wizard import Wizard
from ui.ledger_import.goods import Goods
from ui.session import Session
from ui.work import Work


class LedgerImportPage(Wizard):
    """Opened with a path (str), paths or None by `Page.goes("ledger-import", path)`."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work, Goods(session))

    def _read(self, found: Reading) -> None:
        """A list of pupils that was chosen here goes to its own page."""
        if found.path and not found.mapping.column("name") and headers.guess(found.table, found.as_of):
            self.goes.emit("import", found.path)
        else:
            super()._read(found)
