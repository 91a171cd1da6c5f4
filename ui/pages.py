"""Every page of the window, in the order of the rail; imported after the login, for pages bring the slow libraries."""

from PySide6.QtCore import QCoreApplication

from ui.history import HistoryPage
from ui.page import PageSpec
from ui.settings.page import SettingsPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)


PAGES = (
    PageSpec("settings", _tr("设置"), "settings", SettingsPage, on_rail=False),
    PageSpec("history", _tr("历史"), "history", HistoryPage, on_rail=False),
)
