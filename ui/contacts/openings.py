"""Over the log, for whoever wrote a confidential record or is counsellor: who else read it, and why."""

from PySide6.QtCore import QCoreApplication

from app.care import NoteOpened
from app.confidential import reads
from ui.contacts.deeds import CareDeeds
from ui.pieces.notice import Strip
from ui.session import Session

SHOWN = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class Openings(Strip):
    """Stays until 知道了."""

    def __init__(self, session: Session, deeds: CareDeeds) -> None:
        super().__init__("caution", "", icon="eye", action=_tr("知道了"))
        self._session, self._deeds = session, deeds
        self._found: list[NoteOpened] = []
        self.hide()
        self.button.clicked.connect(self._seen)

    def refresh(self) -> None:
        """Say who read what this person may read without a reason, and was not told of yet."""
        session = self._session
        user = session.store.user
        self._found = [one for one in session.store.ledger.opened_unseen() if one.user != user and self._is_mine(one)]
        lines = [self._line(one) for one in self._found[:SHOWN]]
        if len(self._found) > SHOWN:
            lines.append(_tr("还有 {0} 次").format(len(self._found) - SHOWN))
        self.say("caution", "\n".join(lines))
        self.setVisible(bool(lines))

    def _is_mine(self, one: NoteOpened) -> bool:
        record = self._session.store.ledger.record(one.record_id)
        return record is not None and reads(record, self._session.snapshot, self._session.store.user)

    def _line(self, one: NoteOpened) -> str:
        record = self._session.store.ledger.record(one.record_id)
        what = self._deeds.called(record) if record is not None else ""
        return _tr("{0} {1}看了{2}，原因：{3}").format(one.at[:16].replace("T", " "), one.user, what, one.reason)

    def _seen(self) -> None:
        self._deeds.openings_seen(self._found)
