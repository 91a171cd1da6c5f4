"""A window that shows one page at a time and lets go of those it has no more use for."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class OnePage(QStackedWidget):
    """The bare top of the program's window."""

    def only(self, page: QWidget) -> None:
        """Show one page and let the others go."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        for index in reversed(range(self.count())):
            other = self.widget(index)
            if other is not None and other is not page:
                self.drop(other)

    def drop(self, page: QWidget) -> None:
        """Let one page go."""
        self.removeWidget(page)
        page.deleteLater()
