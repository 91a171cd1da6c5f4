"""What a person does to pairs, each under the name that undo and history show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import edits
from app.changes import Change
from app.edits import BadValue, GoalTold, PlanTold
from app.pairing import MENTOR, Helper, HelpPlan, Pairing, helper_of
from app.school import Staff
from app.suggest import Suggestion, is_away, loads
from ui.children.deeds import bad_value_words
from ui.pairings import words
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)





class PairDeeds:
    """The verbs; each returns whether it was written. What went wrong has been said by then."""

    def __init__(self, session: Session, limit: Callable[[], int]) -> None:
        self._session, self._limit = session, limit

    def name(self, child_id: int) -> str:
        """The child's name. Raises KeyError."""
        return self._session.snapshot.children[child_id].name

    def pair(self, child_id: int, helper: Helper, day: date | None = None) -> bool:
        """给麻金凤结对：李秀兰."""
        snapshot = self._session.snapshot
        if not self._has_room(helper, 1):
            return False
        name = words.helper_name(helper, snapshot)
        label = _tr("给{0}结对：{1}").format(self.name(child_id), name)
        said = _tr("{0}和{1}结对了，Ctrl+Z 撤回").format(self.name(child_id), name)
        begins = day or self._session.today
        return self._do(label, lambda: edits.pair_with(child_id, helper, begins, snapshot.pairings), said)

    def accept(self, suggestions: Iterable[Suggestion], role: str) -> bool:
        """给 6 个孩子结对: just as proposed."""
        wanted = [(one.child_id, one.helper_id) for one in suggestions if one.helper_id is not None]
        snapshot, day = self._session.snapshot, self._session.today

        def build() -> list[Change]:
            return [
                change for child_id, helper_id in wanted
                for change in edits.pair_with(child_id, as_helper(role, helper_id), day, snapshot.pairings)
            ]  # fmt: skip

        label = _tr("给 {0} 个孩子配{1}").format(len(wanted), words.helper_word(role))
        return self._do(label, build, _tr("{0} 个都配好了，Ctrl+Z 撤回").format(len(wanted)))

    def hand_over(self, pairing: Pairing, to: Helper, why: str = "", day: date | None = None) -> bool:
        """周雨桐从张敏换给李秀兰."""
        snapshot = self._session.snapshot
        if not self._has_room(to, 1):
            return False
        before, after = (words.helper_name(helper, snapshot) for helper in (helper_of(pairing), to))
        label = _tr("{0}从{1}换给{2}").format(self.name(pairing.child_id), before, after)
        reason = why or _tr("换给{0}").format(after)
        return self._do(
            label, lambda: edits.hand_over(pairing, to, day or self._session.today, reason, snapshot),
            _tr("{0}，Ctrl+Z 撤回").format(label),
        )  # fmt: skip

    def hand_over_all(
        self, staff: Staff, day: date, why: str, to: Mapping[int, int | None], also: Callable[[], list[Change]]
    ) -> bool:
        """交接李秀兰的 4 个孩子; `also` is what happens to the teacher in the same step."""
        snapshot = self._session.snapshot
        label = _tr("交接{0}的 {1} 个孩子").format(staff.name, len(to))
        left = sum(one is None for one in to.values())
        said = _tr("{0} 个孩子交接好了").format(len(to) - left)
        said += _tr("，{0} 个还没有老师").format(left) if left else ""
        return self._do(
            label, lambda: [*edits.hand_over_all(staff, day, why, to, snapshot), *also()],
            _tr("{0}，Ctrl+Z 撤回").format(said),
        )  # fmt: skip

    def correct(self, pairing: Pairing, from_day: date, focus: str) -> bool:
        """修改周雨桐和张敏的结对."""
        name = words.helper_name(helper_of(pairing), self._session.snapshot)
        label = _tr("修改{0}和{1}的结对").format(self.name(pairing.child_id), name)
        return self._do(label, lambda: edits.correct_pairing(pairing, from_day, focus), nothing=True)

    def end(self, pairing: Pairing, day: date, why: str) -> bool:
        """周雨桐和张敏不再结对."""
        name = words.helper_name(helper_of(pairing), self._session.snapshot)
        label = _tr("{0}和{1}不再结对").format(self.name(pairing.child_id), name)
        return self._do(label, lambda: edits.end_pairing(pairing, day, why))

    def set_priority(self, child_id: int, day: date, reason: str) -> bool:
        """周雨桐列为重点帮扶."""
        known = self._session.snapshot.priorities
        label = _tr("{0}列为重点帮扶").format(self.name(child_id))
        return self._do(label, lambda: edits.set_priority(child_id, day, reason, known))

    def clear_priority(self, child_id: int) -> bool:
        """周雨桐不再重点帮扶."""
        known, day = self._session.snapshot.priorities, self._session.today
        label = _tr("{0}不再重点帮扶").format(self.name(child_id))
        return self._do(label, lambda: edits.clear_priority(child_id, day, known))

    def set_plan(self, pairing: Pairing, told: PlanTold, goals: Sequence[GoalTold], plan: HelpPlan | None) -> bool:
        """写周雨桐的帮扶计划."""
        label = _tr("写{0}的帮扶计划") if plan is None else _tr("修改{0}的帮扶计划")
        return self._do(
            label.format(self.name(pairing.child_id)), lambda: edits.set_plan(pairing, told, goals, plan), nothing=True
        )

    def end_plan(self, plan: HelpPlan, child_id: int, day: date) -> bool:
        """结束周雨桐的帮扶计划."""
        return self._do(_tr("结束{0}的帮扶计划").format(self.name(child_id)), lambda: edits.end_plan(plan, day))

    def review(self, pairing: Pairing, kind: str, day: date, said: str, follow_up: date | None) -> bool:
        """检查周雨桐的帮扶计划."""
        label = _tr("检查{0}的帮扶计划") if kind == "plan_review" else _tr("记{0}的帮手反映")
        return self._do(
            label.format(self.name(pairing.child_id)),
            lambda: edits.log_review(pairing, kind, day, said, follow_up),
        )

    def _has_room(self, helper: Helper, more: int) -> bool:
        """Whether a mentor may get more children; else it has been said why not."""
        if helper.role != MENTOR or helper.staff_id is None:
            return True
        snapshot, day = self._session.snapshot, self._session.today
        staff = next(one for one in snapshot.staff if one.id == helper.staff_id)
        if is_away(staff, snapshot, day):
            gone = staff.left_on is not None
            why = _tr("{0}要离校或已离校，请换一位老师。") if gone else _tr("{0}请假了，请换一位老师。")
            self._session.failed.emit(why.format(staff.name))
            return False
        if loads(snapshot, day).get(staff.id, 0) + more > self._limit():
            why = _tr("{0}已经带满 {1} 个。先把每位老师的上限改大，或者换一位老师。")
            self._session.failed.emit(why.format(staff.name, self._limit()))
            return False
        return True

    def _do(self, label: str, build: Callable[[], list[Change]], said: str = "", *, nothing: bool = False) -> bool:
        """`nothing`: that there is nothing to write is as good as written."""
        try:
            changes = build()
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(bad_value_words(error)))
            return False
        if not changes:
            return nothing
        return self._session.attempt(label, changes, said=said) is not None


def as_helper(role: str, helper_id: int) -> Helper:
    """A helper by id: of staff for a mentor, of a pupil for a peer."""
    return Helper(role, staff_id=helper_id) if role == MENTOR else Helper(role, peer_id=helper_id)
