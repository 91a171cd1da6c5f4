"""Choosing by hand: who shall stand by a child, which child a helper gets, and what a drop means."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.board import HelperRow
from app.pairing import MENTOR, PEER, VOLUNTEER, Helper, Pairing
from app.suggest import Suggestion
from ui.pairings import words
from ui.pairings.chooser import NEW, Choice, Chooser
from ui.pairings.circle import Circle
from ui.pairings.deeds import PairDeeds, as_helper
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)


class Acts:
    """Asks by the one chooser and writes by the deeds."""

    def __init__(self, page: QWidget, session: Session, circle: Circle, deeds: PairDeeds) -> None:
        self._session, self._circle, self._deeds = session, circle, deeds
        self.chooser = Chooser(page)

    def pair_by_hand(self, anchor: QRect, child_id: int, role: str) -> None:
        """Choose who shall stand by the child."""
        name = self._deeds.name(child_id)
        heading = _tr("谁来帮{0}").format(name) if role != MENTOR else _tr("给{0}挑老师").format(name)
        if role == VOLUNTEER:
            self._ask_volunteer(anchor, heading, child_id)
            return
        self._ask(anchor, heading, self._circle.ranked(child_id, role), role,
                  lambda helper: self._deeds.pair(child_id, helper))  # fmt: skip

    def change(self, anchor: QRect, pairing: Pairing) -> None:
        """Choose who shall stand by the child instead."""
        name = self._deeds.name(pairing.child_id)
        found = self._circle.ranked(pairing.child_id, pairing.role)
        self._ask(anchor, _tr("{0}换给谁").format(name), found, pairing.role,
                  lambda helper: self._deeds.hand_over(pairing, helper))  # fmt: skip

    def choose_mentor(self, anchor: QRect, child_id: int, without: int, answer: Callable[[int], None]) -> None:
        """Choose a mentor for a child that is being handed over, without writing anything."""
        found = [one for one in self._circle.ranked(child_id, MENTOR) if one.helper_id != without]
        heading = _tr("{0}交给谁").format(self._deeds.name(child_id))
        self._ask(anchor, heading, found, MENTOR, lambda helper: answer(helper.staff_id or 0))

    def more(self, anchor: QRect, row: HelperRow) -> None:
        """Choose one more child for this helper: first those who have nobody and for whom the helper is proposed."""
        session, role = self._session, row.helper.role
        waiting = self._circle.lacking(role if role in (MENTOR, PEER) else MENTOR)
        theirs = {charge.child.id for charge in row.charges}
        helper_id = row.helper.staff_id if role == MENTOR else row.helper.peer_id
        waiting = sorted(waiting, key=lambda one: one.helper_id != helper_id)
        choices = [
            Choice(one.child_id, self._deeds.name(one.child_id), self._child_line(one, helper_id))
            for one in waiting if one.child_id not in theirs and one.child_id != row.helper.peer_id
        ]  # fmt: skip
        heading = _tr("给{0}配哪个孩子").format(words.helper_name(row.helper, session.snapshot))
        self.chooser.ask(anchor, heading, choices, lambda key, _name: self._pair(key, row.helper))

    def drop(self, child_id: int, source: HelperRow | None, target: HelperRow) -> bool:
        """A child was let go on a helper: paired, or handed over if it came from somebody in the same role."""
        pairing = None
        if source is not None and source.helper.role == target.helper.role:
            pairing = next((one.pairing for one in source.charges if one.child.id == child_id), None)
        if any(charge.child.id == child_id for charge in target.charges):
            already = _tr("{0}本来就和{1}结着对。").format(self._deeds.name(child_id), target.name)
            self._session.failed.emit(already)
            return False
        if target.helper.peer_id is not None and not self._is_classmate(child_id, target.helper.peer_id):
            self._session.failed.emit(_tr("学习帮手要找同班同学，{0}不在一个班。").format(target.name))
            return False
        if pairing is not None:
            return self._deeds.hand_over(pairing, target.helper)
        return self._deeds.pair(child_id, target.helper)

    def _is_classmate(self, child_id: int, peer_id: int) -> bool:
        snapshot, day = self._session.snapshot, self._session.today
        first, second = (words.class_word(snapshot.children[key], snapshot, day) for key in (child_id, peer_id))
        return first == second and child_id != peer_id

    def _pair(self, child_id: int, helper: Helper) -> None:
        self._deeds.pair(child_id, helper)

    def _child_line(self, one: Suggestion, helper_id: int | None) -> str:
        snapshot, day = self._session.snapshot, self._session.today
        line = words.child_line(snapshot.children[one.child_id], snapshot, day)
        fits = helper_id is not None and one.helper_id == helper_id
        return _tr("{0}，建议配的就是这一位").format(line) if fits else line

    def _ask(
        self, anchor: QRect, heading: str, found: list[Suggestion], role: str, write: Callable[[Helper], object]
    ) -> None:
        snapshot = self._session.snapshot
        choices = []
        for one in found:
            assert one.helper_id is not None
            name = words.helper_name(as_helper(role, one.helper_id), snapshot)
            choices.append(Choice(one.helper_id, name, words.why(one), one.room < 1))

        def take(key: int, _name: str) -> None:
            write(as_helper(role, key))

        self.chooser.ask(anchor, heading, choices, take)

    def _ask_volunteer(self, anchor: QRect, heading: str, child_id: int) -> None:
        known = self._circle.volunteers()
        board = {one.name: len(one.charges) for one in self._circle.board.volunteers}
        choices = [Choice(n, name, _tr("帮 {0} 个孩子").format(board.get(name, 0))) for n, name in enumerate(known, 1)]

        def take(key: int, name: str) -> None:
            chosen = name if key == NEW else known[key - 1]
            self._deeds.pair(child_id, Helper(VOLUNTEER, name=chosen))

        self.chooser.ask(anchor, heading, choices, take, new=_tr("写名字，加一位志愿者"))


def under(widget: QWidget) -> QRect:
    """A widget's place on the screen, for what opens under it."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


