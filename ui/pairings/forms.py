"""The little forms of this page: why a pair ends, why a child is of priority, what a review found."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.edits.plans import REPORT, REVIEW
from app.pairing import Pairing, helper_of
from ui.pairings import words
from ui.pairings.deeds import PairDeeds
from ui.pairings.little_form import PREFIX, LittleForm
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, LineField
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("pairings", text)


class Forms:
    """One of each; they open under what asked for them."""

    def __init__(self, page: QWidget, session: Session, deeds: PairDeeds) -> None:
        self._session, self._deeds = session, deeds

        def day(label: str, needed: bool = True) -> DateField:
            return DateField(label, today=lambda: session.today, needed=needed)

        reasons = [_tr(one) for one in ("换老师", "父母回来了", "孩子转走了", "孩子不用帮了", "帮扶的人走了")]
        self.end = LittleForm(page, session, "end", {
            "why": ComboField(_tr("为什么结束"), [(one, one) for one in reasons], editable=True, check=_needed),
            "day": day(_tr("从哪天起")),
        }, _tr("结束结对"))  # fmt: skip
        focuses = [_tr(one) for one in ("学习", "生活", "心理", "安全", "学习和生活")]
        self.correct = LittleForm(page, session, "correct", {
            "focus": ComboField(_tr("主要帮什么"), [("", ""), *((one, one) for one in focuses)], editable=True),
            "day": day(_tr("从哪天起")),
        }, _tr("改好"))  # fmt: skip
        self.priority = LittleForm(page, session, "priority", {
            "reason": LineField(_tr("为什么要重点帮扶"), placeholder=_tr("写事实，如祖母病重"), check=_needed),
            "day": day(_tr("从哪天起")),
        }, _tr("列为重点帮扶"))  # fmt: skip
        self.reviews = {
            kind: LittleForm(page, session, kind, {
                "said": AreaField(label, lines=3, check=_needed), "day": day(_tr("哪天")),
                "follow_up": day(_tr("哪天再看，不用就空着"), needed=False),
            }, _tr("记下"))
            for kind, label in ((REVIEW, _tr("做到了什么，还差什么")), (REPORT, _tr("帮手说了什么")))
        }  # fmt: skip

    def ask_end(self, anchor: QRect, pairing: Pairing) -> None:
        """Why and when a pair ends."""
        name = words.helper_name(helper_of(pairing), self._session.snapshot)
        heading = _tr("{0}和{1}不再结对").format(self._deeds.name(pairing.child_id), name)
        self.end.ask(anchor, heading, pairing.id, {"why": "", "day": self._today()},
                     lambda told: self._deeds.end(pairing, date.fromisoformat(told["day"]), told["why"]))  # fmt: skip

    def ask_correct(self, anchor: QRect, pairing: Pairing) -> None:
        """What a pair is for, and since when."""
        name = words.helper_name(helper_of(pairing), self._session.snapshot)
        heading = _tr("{0}和{1}").format(name, self._deeds.name(pairing.child_id))
        given = {"focus": pairing.focus, "day": pairing.from_day.isoformat()}
        self.correct.ask(anchor, heading, pairing.id, given, lambda told: self._deeds.correct(
            pairing, date.fromisoformat(told["day"]), told["focus"]))  # fmt: skip

    def all(self) -> list[LittleForm]:
        """Every one of them."""
        return [self.end, self.correct, self.priority, *self.reviews.values()]

    def ask_priority(self, anchor: QRect, child_id: int) -> None:
        """Why a child is helped first, and from when."""
        heading = _tr("{0}列为重点帮扶").format(self._deeds.name(child_id))
        self.priority.ask(
            anchor, heading, child_id, {"reason": "", "day": self._today()},
            lambda told: self._deeds.set_priority(child_id, date.fromisoformat(told["day"]), told["reason"]),
        )  # fmt: skip

    def ask_review(self, anchor: QRect, pairing: Pairing, kind: str) -> None:
        """What a review found, or a helper told."""
        child = self._deeds.name(pairing.child_id)
        name = words.helper_name(helper_of(pairing), self._session.snapshot)
        heading = _tr("检查{0}的帮扶计划").format(child) if kind == REVIEW else _tr("{0}说的{1}").format(name, child)

        def write(told: dict[str, str]) -> bool:
            later = date.fromisoformat(told["follow_up"]) if told["follow_up"] else None
            return self._deeds.review(pairing, kind, date.fromisoformat(told["day"]), told["said"], later)

        given = {"said": "", "day": self._today(), "follow_up": ""}
        self.reviews[kind].ask(anchor, heading, pairing.id, given, write)

    def resume(self, anchor: QRect, opened: str) -> bool:
        """Open the form of that draft again; False if what it is about is gone."""
        kind, _, number = opened.removeprefix(PREFIX).partition(".")
        snapshot = self._session.snapshot
        pairing = next((one for one in snapshot.pairings if str(one.id) == number), None)
        ways: dict[str, Callable[[Pairing], None]] = {
            "end": lambda one: self.ask_end(anchor, one), "correct": lambda one: self.ask_correct(anchor, one),
            REVIEW: lambda one: self.ask_review(anchor, one, REVIEW),
            REPORT: lambda one: self.ask_review(anchor, one, REPORT),
        }  # fmt: skip
        if kind == "priority" and number.isdecimal() and int(number) in snapshot.children:
            self.ask_priority(anchor, int(number))
        elif pairing is not None and kind in ways:
            ways[kind](pairing)
        else:
            return False
        return True

    def _today(self) -> str:
        return self._session.today.isoformat()


def _needed(value: str) -> str:
    return "" if value else _tr("这一格不能空着")
