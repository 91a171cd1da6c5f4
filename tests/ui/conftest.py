"""For all tests with windows: the application wears the program's look, as at the start of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import start, style


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    style.dress(qapp)
    yield qapp
    start.let_go_of_clipboard()
