"""What was before: the last contacts of a child, and what one might ask after."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.asking import LOW_MOOD, Topic
from app.care import REACHED, CareRecord
from app.care_ways import TIMED
from ui import fonts, tokens
from ui.care_words import kind_word, missed_word, mood_word
from ui.contacts.day_field import day_short
from ui.pieces import marks, paint

LINE = 22
LAST = 3
"""How many contacts are shown."""
BULLET = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


class Lines(QWidget):
    """Painted lines, one under the other: what is too long is cut and stands in the tip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.rows: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tell(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """(mark, text, quiet text) of each line."""
        self.rows = list(rows)
        said = "\n".join(" ".join(part for part in row[1:] if part) for row in rows)
        self.setAccessibleName(f"{self._name} {said}".strip())
        self.setToolTip(said)
        self.setHidden(not rows)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self.rows) * tokens.px(LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())


class Contacts(Lines):
    """The last contacts: day, whether it was reached, what was said."""

    def show_records(self, records: Iterable[CareRecord], today: date) -> None:
        """Show the newest of them."""
        newest = [one for one, _place in zip(records, range(LAST), strict=False)]
        self.tell([
            ("done" if one.outcome == REACHED else "refused", contact_words(one), day_short(one.day, today))
            for one in newest
        ])  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            lead = max((fonts.width(day, tokens.HINT) for _mark, _text, day in self.rows), default=0) + 12
            for place, (mark, text, day) in enumerate(self.rows):
                middle = (place + 0.5) * tokens.px(LINE)
                paint.text(painter, 0, middle, day, size=tokens.HINT, token="ink2")
                marks.draw(painter, mark, lead, middle)
                x = lead + marks.room()
                paint.text(painter, x, middle, text, size=tokens.SECOND, token="ink", width=self.width() - x)


class Topics(Lines):
    """What one might ask after, with where it comes from."""

    def show_topics(self, topics: Iterable[Topic], today: date) -> None:
        """Show them."""
        self.tell([
            ("", _tr("心情好些了没有") if one.text == LOW_MOOD else one.text, _source(one, today)) for one in topics
        ])  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            for place, (_mark, text, source) in enumerate(self.rows):
                middle = (place + 0.5) * tokens.px(LINE)
                paint.fill(painter, QRectF(0, round(middle - BULLET / 2), BULLET, BULLET), "grid")
                room = self.width() - BULLET - 10
                beside = fonts.width(source, tokens.HINT) + 10
                wide = paint.text(painter, BULLET + 10, middle, text, size=tokens.BODY, width=max(60.0, room - beside))
                left = room - wide - 10
                if left > 40:
                    paint.text(painter, BULLET + 20 + wide, middle, source, size=tokens.HINT, token="ink3", width=left)


def contact_words(one: CareRecord) -> str:
    """通话 12 分钟，想家；没接通，打了两次; never what is confidential."""
    said = "" if one.confidential else one.summary.strip()
    if one.outcome != REACHED:
        return "，".join(part for part in (missed_word(one.kind), said) if part)
    timed = one.minutes and one.kind in TIMED
    first = _tr("{0} {1} 分钟").format(kind_word(one.kind), one.minutes) if timed else kind_word(one.kind)
    mood = mood_word(one.mood) if one.mood and not one.confidential else ""
    parts = [first, said or (_tr("心情{0}").format(mood) if mood else "")]
    if one.confidential:
        parts.append(_tr("保密"))
    return "，".join(part for part in parts if part)


def _source(topic: Topic, today: date) -> str:
    if topic.due is not None:
        return _tr("{0}说好再问的").format(day_short(topic.day, today))
    return _tr("{0}说的").format(day_short(topic.day, today))
