"""The little forms of an item: own points, a routine check, the reviewer's points, words or a row as evidence."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.assessment import REVIEW, ROUTINE, SELF, Item
from app.edits.assessment import Given
from app.scales import points_text
from app.scoring import Scored
from app.values import BadValue
from ui import score_words as words
from ui.evidence_words import Linkable, Links
from ui.pairings.little_form import LittleForm
from ui.pieces.date_field import DateField
from ui.pieces.fields import Field, LineField
from ui.report.deeds import ReportDeeds, day_of
from ui.report.link_chooser import LinkChooser
from ui.score_board import ReportBoard

PREFIX = "report."
WORDS, LINK = "words", "link"
FORMS = (SELF, ROUTINE, REVIEW, WORDS)


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


class ItemForms:
    """`ask` opens one of FORMS, or with LINK the chooser, for an item, over `page`."""

    def __init__(self, page: QWidget, board: ReportBoard, deeds: ReportDeeds) -> None:
        self._board, self._deeds = board, deeds
        session = board.session

        def made(kind: str, fields: dict[str, Field], go: str) -> LittleForm:
            return LittleForm(page, session, kind, fields, go, prefix=PREFIX, home="report")

        def day() -> DateField:
            return DateField(_tr("哪天"), today=lambda: session.today, needed=True)

        points, reason, giver = _tr("打几分"), _tr("为什么扣分"), _tr("谁打的")
        self.chooser = LinkChooser(page, session)
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
        }  # fmt: skip

    def ask(self, kind: str, one: Scored, anchor: QRect) -> None:
        """Open the form for the item."""
        item, today = one.item, self._board.session.today
        if kind == LINK:
            self.chooser.ask(anchor, _tr("{0}：挂一份材料").format(item.what), self.offered(one),
                             lambda chosen: self._link(one, chosen))  # fmt: skip
            return
        given: dict[str, str] = {"day": today.isoformat()}
        mark = {SELF: one.own, REVIEW: one.review}.get(kind)
        if mark is not None:
            given |= {"points": points_text(mark.points), "reason": mark.reason, "giver": mark.giver,
                      "day": mark.day.isoformat()}  # fmt: skip
        elif kind == SELF and one.counted is not None:
            given["points"] = points_text(one.counted)
        heading = _tr("{0}，满分 {1}").format(item.what, words.points_word(item.points))
        write: dict[str, Callable[[dict[str, str]], bool]] = {
            WORDS: lambda told: self._write(kind, lambda: self._deeds.link(item, one.evidence, told["words"])),
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

    def offered(self, one: Scored) -> list[Linkable]:
        """All of the term that is not linked to the item yet."""
        board = self._board
        if board.term is None:
            return []
        linked = {each.link for each in one.evidence} | {("paper", each.paper) for each in one.evidence}
        found = Links(board.session.store, board.snapshot, board.term, board.session.today).every()
        return [each for each in found if (each.kind, each.paper or each.id) not in linked]

    def _link(self, one: Scored, chosen: Linkable) -> None:
        if chosen.kind == "paper":
            self._deeds.link(one.item, one.evidence, papers=[chosen.paper])
        else:
            self._deeds.link(one.item, one.evidence, links=[(chosen.kind, chosen.id)])
