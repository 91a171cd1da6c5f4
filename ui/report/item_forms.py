"""The little forms of an item: own points, a routine check, the reviewer's points, words and activities as evidence."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.activities import PLANNED
from app.assessment import REVIEW, ROUTINE, SELF, Item
from app.edits.assessment import Given
from app.scales import points_text
from app.scoring import Scored
from app.values import BadValue
from ui import activity_words
from ui import score_words as words
from ui.pairings.little_form import LittleForm
from ui.pieces.date_field import DateField
from ui.pieces.fields import ComboField, Field, LineField
from ui.report.deeds import ReportDeeds, day_of
from ui.score_board import ReportBoard

PREFIX = "report."
WORDS, RECORD = "words", "record"
FORMS = (SELF, ROUTINE, REVIEW, WORDS, RECORD)


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


class ItemForms:
    """`ask` opens one of FORMS for an item, over `page`."""

    def __init__(self, page: QWidget, board: ReportBoard, deeds: ReportDeeds) -> None:
        self._board, self._deeds = board, deeds
        session = board.session

        def made(kind: str, fields: dict[str, Field], go: str) -> LittleForm:
            return LittleForm(page, session, kind, fields, go, prefix=PREFIX, home="report")

        def day() -> DateField:
            return DateField(_tr("哪天"), today=lambda: session.today, needed=True)

        points, reason, giver = _tr("打几分"), _tr("为什么扣分"), _tr("谁打的")
        self.record_box = ComboField(_tr("哪一次活动或会议"), [])
        self.forms = {
            SELF: made(SELF, {"points": LineField(points), "reason": LineField(reason)}, _tr("记下自评")),
            ROUTINE: made(ROUTINE, {
                "points": LineField(_tr("加减几分"), placeholder="-0.5"), "reason": LineField(_tr("为什么")),
                "giver": LineField(_tr("谁查的"), placeholder=_tr("县教育局、学校自查")), "day": day(),
            }, _tr("记下检查")),
            REVIEW: made(REVIEW, {
                "points": LineField(points), "reason": LineField(reason), "giver": LineField(giver), "day": day(),
            }, _tr("记下复核")),
            WORDS: made(WORDS, {"words": LineField(_tr("什么材料，放在哪里"))}, _tr("挂上")),
            RECORD: made(RECORD, {"record": self.record_box}, _tr("挂上")),
        }  # fmt: skip

    def ask(self, kind: str, one: Scored, anchor: QRect) -> None:
        """Open the form for the item."""
        item, today = one.item, self._board.session.today
        given: dict[str, str] = {"day": today.isoformat()}
        mark = {SELF: one.own, REVIEW: one.review}.get(kind)
        if mark is not None:
            given |= {"points": points_text(mark.points), "reason": mark.reason, "giver": mark.giver,
                      "day": mark.day.isoformat()}  # fmt: skip
        elif kind == SELF and one.counted is not None:
            given["points"] = points_text(one.counted)
        if kind == RECORD:
            self._offer(one)
        heading = _tr("{0}，满分 {1}").format(item.what, words.points_word(item.points))
        write: dict[str, Callable[[dict[str, str]], bool]] = {
            WORDS: lambda told: self._write(kind, lambda: self._deeds.link(item, one.evidence, told["words"])),
            RECORD: lambda told: self._write(kind, lambda: self._deeds.link(
                item, one.evidence, records=[int(told["record"])] if told["record"] else [])),
        }  # fmt: skip
        self.forms[kind].ask(anchor, heading, item.id, given,
                             write.get(kind, lambda told: self._give(kind, item, told)))  # fmt: skip

    def resume(self, opened: str) -> tuple[str, int] | None:
        """Which form of which item was half typed."""
        kind, _, number = opened.removeprefix(PREFIX).partition(".")
        return (kind, int(number)) if opened.startswith(PREFIX) and kind in FORMS and number.isdecimal() else None

    def _give(self, kind: str, item: Item, told: dict[str, str]) -> bool:
        today = self._board.session.today
        given = Given(kind, min(today, day_of(told.get("day", ""), today)), told["points"], told["reason"],
                      told.get("giver", ""))  # fmt: skip
        return self._write(kind, lambda: self._deeds.give(item, given))

    def _write(self, kind: str, act: Callable[[], object]) -> bool:
        form = self.forms[kind]
        try:
            act()
        except BadValue as error:
            field = form.fields.get(error.field) or next(iter(form.fields.values()))
            field.set_error(words.bad_value(error))
            field.setFocus()
            return False
        return True

    def _offer(self, one: Scored) -> None:
        """The activities and meetings of the term that are not linked yet, the newest first."""
        facts, snapshot = self._board.facts, self._board.snapshot
        linked = {each.record_id for each in one.evidence}
        held = [each for each in (facts.held if facts is not None else [])
                if each.state != PLANNED and each.record.id not in linked]  # fmt: skip
        held.sort(key=lambda each: (each.record.day, each.record.id), reverse=True)
        self.record_box.set_options([
            (str(each.record.id), f"{words.day_word(each.record.day)} {activity_words.title(each)}"
             f"（{activity_words.class_of(each, snapshot)}）") for each in held
        ])  # fmt: skip


