"""The page 读县里的考核表: the county's Excel becomes a table of the file, in use from then on."""

from ui.imports.wizard import Wizard
from ui.score_import.items import Items
from ui.session import Session
from ui.work import Work


class ScoreImportPage(Wizard):
    """Opened with a path (str), paths or None by `Page.goes("score-import", path)`."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, work, Items(session))
