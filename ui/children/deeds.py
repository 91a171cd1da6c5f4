"""What a person does to a child, each under the name that undo and history show."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app import edits
from app.changes import Change
from app.children import Child, Kin
from app.classnames import how_moved
from app.edits import BadValue
from app.enrolment import class_on, classes_by_id
from app.store import Done
from ui import labels
from ui.children.kin_editor import Where
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("deeds", text)


def bad_value_words(error: BadValue) -> str:
    """What is wrong with a value, in one sentence."""
    return {
        "empty": _tr("这一格不能空着"),
        "not_a_day": _tr("日期没看懂，写成 2026-9-1"),
        "in_the_future": _tr("这一天还没到，出生日期不能晚于今天"),
        "not_a_phone": _tr("这里写电话号码"),
        "length": _tr("身份证号是 18 位"),
        "characters": _tr("身份证号只有数字，最后一位可以是 X"),
        "date": _tr("身份证号第 7 到 14 位不是一个日期"),
        "not_a_number": _tr("写公里数，如 2.5"),
        "not_a_choice": _tr("请从列出的里面选一个"),
        "not_a_pinyin": _tr("拼音只用字母，音节之间空一格"),
        "not_here": _tr("那天孩子不在校，请换一个日期"),
        "still_here": _tr("孩子还在校，不用办回来"),
        "taken": _tr("已经有了"),
        "too_early": _tr("这一天要晚于开始那天"),
        "too_late": _tr("这一天要早于结束那天"),
        "before_the_pair": _tr("结对以后才有，请换一个日期"),
        "has_pupils": _tr("这个班有过学生，不能删"),
    }.get(error.reason, _tr("这个值存不下"))


class Deeds:
    """The verbs; each returns whether it was written. What went wrong has been said by then."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def child(self, child_id: int) -> Child:
        """The child as it is now. Raises KeyError."""
        return self._session.snapshot.children[child_id]

    def kin(self, child_id: int, kin_id: int) -> Kin:
        """A relative as they are now. Raises KeyError."""
        return {kin.id: kin for kin in self.child(child_id).kin}[kin_id]

    def set_fact(self, child_id: int, field: str, value: str) -> bool:
        """修改周雨桐的出生."""
        child = self.child(child_id)
        return self._do(labels.edit_child(child, field), lambda: edits.set_child_field(child, field, value))

    def set_kin(self, child_id: int, kin_id: int, field: str, value: str) -> bool:
        """修改周雨桐爸爸的姓名."""
        child, kin = self.child(child_id), self.kin(child_id, kin_id)
        typed: str | bool | None = {"1": True, "0": False}.get(value) if field in ("able", "guardian") else value
        return self._do(labels.edit_kin(child, kin, field), lambda: edits.set_kin_field(kin, field, typed))

    def set_phone(self, child_id: int, kin_id: int, what: str, phone_id: int, value: str) -> bool:
        """修改周雨桐爸爸的电话."""
        child, kin, day = self.child(child_id), self.kin(child_id, kin_id), self._session.today
        phone = next((one for one in kin.phones if one.id == phone_id), None)

        def build() -> Sequence[Change]:
            if what == "add":
                return edits.add_phones(kin, value, day)
            if phone is None:
                return []
            if what == "remove":
                return edits.remove_phone(phone)
            if what == "state":
                return edits.set_phone_state(phone, value, day)
            return edits.set_phone_number(phone, value, day)

        return self._do(labels.edit_kin(child, kin, "phone"), build)

    def set_where(self, child_id: int, kin_id: int, where: Where) -> bool:
        """修改周雨桐爸爸在哪."""
        child, kin = self.child(child_id), self.kin(child_id, kin_id)
        since = date.fromisoformat(where.from_day) if where.from_day else None

        def build() -> Sequence[Change]:
            if not where.kind:
                return edits.refuse_whereabouts(kin, self._session.today)
            return edits.set_whereabouts(
                kin, where.kind, where.place, since, self._session.today, self._session.store.user
            )

        return self._do(labels.set_whereabouts(child, kin), build)

    def confirm_kin(self, child_id: int, kin_id: int) -> bool:
        """确认周雨桐的父母去处, of this relative alone."""
        child, kin = self.child(child_id), self.kin(child_id, kin_id)
        return self._do(
            labels.confirm(child),
            lambda: edits.confirm_whereabouts(kin, self._session.today, self._session.store.user),
        )

    def refuse_kin(self, child_id: int, kin_id: int) -> bool:
        """不要导入的周雨桐爸爸在哪."""
        child, kin = self.child(child_id), self.kin(child_id, kin_id)
        return self._do(labels.refuse(child), lambda: edits.refuse_whereabouts(kin, self._session.today))

    def confirm_child(self, child_id: int) -> bool:
        """核对周雨桐家里的情况."""
        child = self.child(child_id)
        return self._do(
            labels.confirm(child),
            lambda: edits.confirm_child(child, self._session.today, self._session.store.user),
        )

    def confirm_many(self, child_ids: Iterable[int], of: str) -> bool:
        """核对三（1）班 12 个孩子家里的情况."""
        children = [self.child(key) for key in child_ids]
        return self._do(
            labels.confirm_class(of, len(children)),
            lambda: edits.confirm_class(children, self._session.today, self._session.store.user),
        )

    def set_carer(self, child_id: int, kin_id: int) -> bool:
        """改周雨桐由谁带."""
        child = self.child(child_id)
        kin = self.kin(child_id, kin_id)
        since = self._session.today if child.cares else None
        return self._do(
            labels.set_carer(child, kin),
            lambda: edits.set_carer(child, kin, since),
        )

    def add_kin(self, child_id: int, relation: str) -> int:
        """添上周雨桐的奶奶; returns the new relative's id, 0 if nothing was written."""
        child = self.child(child_id)
        before = {kin.id for kin in child.kin}
        label = labels.add_kin(child, relation)
        new = edits.NewKin(relation)
        if not self._do(
            label, lambda: edits.add_kin(child, new, self._session.today, self._session.store.user)
        ):
            return 0
        return next((kin.id for kin in self.child(child_id).kin if kin.id not in before), 0)

    def remove_kin(self, child_id: int, kin_id: int) -> bool:
        """去掉周雨桐的奶奶."""
        child, kin = self.child(child_id), self.kin(child_id, kin_id)
        label = labels.remove_kin(child, kin)
        return self._do(label, lambda: edits.remove_kin(child, kin), "delete", _gone(label))

    def delete_children(self, child_ids: Iterable[int]) -> bool:
        """删除录错的周雨桐: not for one who leaves the school."""
        children = [self.child(key) for key in child_ids]
        label = labels.delete_children(children)
        known, ledger = self._session.snapshot, self._session.store.ledger
        return self._do(
            label, lambda: edits.delete_children(children, known, ledger.of_child, ledger.mentions), "delete",
            _gone(label),
        )  # fmt: skip

    def transfer_out(self, child_id: int, day: date, where: str, how: str) -> bool:
        """周雨桐转出."""
        child = self.child(child_id)
        known = self._session.snapshot.pairings
        return self._do(f"{child.name}{how}", lambda: edits.transfer_out(child, day, where, how, known))

    def come_back(self, child_id: int, class_id: int, class_name: str, day: date) -> bool:
        """周雨桐回来上学."""
        child = self.child(child_id)
        return self._do(labels.come_back(child, class_name), lambda: edits.come_back(child, class_id, day))

    def change_class(self, child_id: int, class_id: int, class_name: str, day: date) -> bool:
        """周雨桐调班, or 留级 where the class entered in another year."""
        child, snapshot = self.child(child_id), self._session.snapshot
        classes = classes_by_id(snapshot)
        before = class_on(child, classes, day, snapshot.school.system)
        how = how_moved(before.key, classes[class_id].key) if before else ""
        return self._do(
            labels.change_class(child, class_name),
            lambda: edits.change_class(child, class_id, day, how),
        )

    def override(self, child_id: int, meaning: str, status: str, reason: str) -> bool:
        """改周雨桐的学籍口径; an empty status goes back to the facts."""
        child, day = self.child(child_id), self._session.today

        def build() -> Sequence[Change]:
            if not status:
                return edits.clear_override(child, meaning, day)
            return edits.set_override(child, meaning, status, reason, day)

        return self._do((labels.set_override if status else labels.clear_override)(child), build)

    def write(self, label: str, changes: Sequence[Change], kind: str = "edit", said: str = "") -> Done | None:
        """Carry out changes that were built elsewhere; None if it did not work."""
        return self._session.attempt(label, changes, kind, said=said)

    def _do(self, label: str, build: Callable[[], Sequence[Change]], kind: str = "edit", said: str = "") -> bool:
        try:
            changes = build()
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(bad_value_words(error)))
            return False
        return bool(changes) and self.write(label, changes, kind, said) is not None


def _gone(label: str) -> str:
    return _tr("{0}，Ctrl+Z 撤回，回收站里也能还原").format(label)
