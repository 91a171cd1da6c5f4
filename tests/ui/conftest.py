"""For all tests with windows: the application wears the program's look, as at the start of the program."""

import pytest
from PySide6.QtWidgets import QApplication

from ui import style


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    style.dress(qapp)
    return qapp
