"""The page 从表格导入: pupils out of a register, a county's extract or a teacher's list."""

from ui.imports.pupils import Pupils
from ui.imports.wizard import Wizard
from ui.session import Session
from ui.work import Work


class ImportPage(Wizard):
    """Opened with a path (str) or None by `Page.goes("import", path)`."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work, Pupils(session))
