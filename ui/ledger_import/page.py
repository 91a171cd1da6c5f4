"""The page 从表格导入台账: a school's old ledger of things becomes that of the file."""

from ui.imports.wizard import Wizard
from ui.ledger_import.goods import Goods
from ui.session import Session
from ui.work import Work


class LedgerImportPage(Wizard):
    """Opened with a path (str), paths or None by `Page.goes("ledger-import", path)`."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work, Goods(session))
