"""What the page of the pack does: make it, check it, close the term and open it again; what comes of it is said."""

from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from app.edits.term_close import close_term, reopen_term
from app.pack import Manifest, Outcome, PackRefused, Verdict
from app.store import Cancelled, DiskFull, Progress, Store
from app.term_close import TermClose, frozen
from app.termdays import Term
from app.terms import term_title
from ui import words
from ui.pack import words as pack_words
from ui.pack.closing import numbers_of
from ui.pack.making import make_pack
from ui.pack.part import tr
from ui.pack.scene import Choices, scene_of
from ui.session import Session
from ui.work import Work

MOST = 20
"""Files that are named one by one."""


class PackDeeds(QObject):
    """Nothing is begun while another job runs."""

    said = Signal(str, str)
    """(kind of strip, text): what came of making or checking; "" takes it away."""
    made = Signal()
    """A pack is finished (after `said`)."""

    def __init__(self, session: Session, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work

    def make(self, term: Term, choices: Choices, folder: PurePath) -> None:
        """Write the pack, a folder or a zip, in the background, or go on with a folder that was stopped."""
        if self._work.busy:
            return
        session = self._session

        def job(store: Store, progress: Progress) -> Outcome:
            scene = scene_of(session.disk, store, session.snapshot, term, session.today, choices)
            return make_pack(session.disk, scene, folder, progress)

        def done(found: Outcome) -> None:
            self.said.emit("info", pack_words.made(found))
            self.made.emit()

        self.said.emit("", "")
        self._work.run(job, done, lambda error: self._broke(error, folder), tr("正在生成迎检资料"))

    def check(self, folder: PurePath) -> None:
        """Hold the pack in that folder or zip against its list."""
        if self._work.busy:
            return
        packs = self._session.disk.packs()

        def job(progress: Progress) -> tuple[Manifest, Verdict]:
            return packs.verify(folder, progress)

        def done(found: tuple[Manifest, Verdict]) -> None:
            lines = [pack_words.verdict(found[1]), *pack_words.wrongs(found[1])[:MOST]]
            self.said.emit("info" if found[1].is_whole else "error", "\n".join(lines))

        self._work.run_alone(job, done, lambda error: self._broke(error, folder), tr("正在核对"))

    def close_term(self, term: Term) -> bool:
        """Freeze the term, enter the next one, and back up; whether it was done."""
        if self._work.busy:
            return False
        session, store, title = self._session, self._session.store, term_title(term.code)
        changes = close_term(
            term, session.snapshot.terms, store.term_closes.every(),
            at=datetime.now().isoformat(timespec="seconds"), by=store.user, seq=store.past.newest(),
            figures=frozen(numbers_of(session, term)),
        )  # fmt: skip
        if not session.attempt(tr("结束{0}").format(title), changes, said=tr("{0}结束了，Ctrl+Z 撤回").format(title)):
            return False
        self._work.run(lambda own, _step: own.backup("term"), lambda _backup: None, None, tr("备份"), can_cancel=False)
        return True

    def reopen(self, term: Term, close: TermClose) -> None:
        """Take the close back on a later day."""
        self._session.attempt(tr("重新打开{0}").format(term_title(term.code)), reopen_term(close))

    def _broke(self, error: Exception, folder: PurePath) -> None:
        if isinstance(error, PackRefused):
            self.said.emit("error", pack_words.refused(error, str(folder)))
        elif isinstance(error, Cancelled):
            self.said.emit("caution", pack_words.stopped(folder))
        elif isinstance(error, DiskFull):
            self.said.emit("error", pack_words.no_room(folder))
        else:
            self.said.emit("error", words.sentence(error))
