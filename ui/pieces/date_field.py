"""The date field: takes dates as they are written here, may be empty or vague, and has a small calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QWidget

from app.days import read_date
from ui import icons, tokens
from ui.pieces.fields import LineField


class DateField(LineField):
    """`value` and `committed` are ISO text or "". With `vague`, 2012 and 2012-02 are taken too (births)."""

    def __init__(
        self, label: str, value: str = "", *, today: Callable[[], date] = date.today, vague: bool = False,
        needed: bool = False, hint: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._today, self._vague, self._needed = today, vague, needed
        super().__init__(
            label, value, placeholder="2012-2-29", hint=hint, clean=self._iso, check=self._wrong, parent=parent
        )
        self._column.removeWidget(self.editor)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.editor, 1)
        self.button = self._calendar_button()
        row.addWidget(self.button)
        self._column.insertLayout(1, row)
        self._calendar: Calendar | None = None

    def day(self) -> date | None:
        """The whole day in the field; None when it is empty, vague or wrong."""
        value = self.value()
        return date.fromisoformat(value) if len(value) == 10 and not self._wrong(value) else None

    def show_calendar(self) -> None:
        """Open the small calendar under the field, on its day or today."""
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.clicked.connect(self._picked)
            self._calendar.activated.connect(self._picked)
        day = self.day() or self._today()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.move(self.editor.mapToGlobal(QPoint(0, self.editor.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus()

    def calendar(self) -> "Calendar | None":
        """The calendar, once it was opened."""
        return self._calendar

    def _picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.editor.setText(day.toString(Qt.DateFormat.ISODate))
        self.editor.setFocus()
        self.commit()

    def _iso(self, text: str) -> str:
        found = read_date(text, self._today())
        return text.strip() if found is None else found

    def _wrong(self, value: str) -> str:
        if not value:
            return self.tr("日期不能空着，例如 2012-2-29") if self._needed else ""
        if read_date(value, self._today()) is None:
            return self.tr("没有“{0}”这一天，写成 2012-2-29 或 20120229").format(value)
        if len(value) < 10 and not self._vague:
            return self.tr("要写到哪一天，例如 2012-2-29")
        return ""

    def _calendar_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon("calendar"))
        button.setFixedSize(QSize(tokens.px(tokens.CONTROL), tokens.px(tokens.CONTROL)))
        button.setAccessibleName(self.tr("选日期：{0}").format(self.label()))
        button.setToolTip(self.tr("选日期"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.show_calendar)
        return button


class Calendar(QCalendarWidget):
    """A month in a popup; Esc closes it without a choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self.setAccessibleName(self.tr("日历"))
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        """Red is for what is overdue: week-ends are grey, and the arrows are the icons of the look."""
        for day in Qt.DayOfWeek:
            plain = QTextCharFormat()
            plain.setForeground(tokens.colour("ink2" if day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday) else "ink"))
            self.setWeekdayTextFormat(day, plain)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            arrow = self.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(icons.icon(icon))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
