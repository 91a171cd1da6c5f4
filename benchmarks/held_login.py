"""`make DIR` makes a sample school there; `open DIR` logs into it and prints the megabytes the program holds then."""

import os
import sys
from datetime import date
from pathlib import Path

from app.__main__ import disk
from benchmarks import held
from ui import late, start
from ui.login import Login
from ui.shell import Shell

PASSWORD = "qianshou-demo"


def make(folder: Path) -> None:
    """Aside, so that what making it needs is not counted."""
    start.application(["qianshou"])
    late.load("ui.setup.sample").make_sample(disk().vault(folder), date(2026, 10, 12)).close()
    print(0)


def opened(folder: Path) -> None:
    """From the login page to the roster, by the password."""
    application = start.application(["qianshou"])
    shell = Shell(disk(), folder, start.load_pages)
    shell.resize(1366, 697)
    shell.start()
    shell.show()
    held.settle(application.processEvents)
    page = shell.currentWidget()
    assert isinstance(page, Login)
    page.form.password.setText(PASSWORD)
    page.form.enter.click()
    held.settle(application.processEvents)
    assert shell.window_ is not None
    print(held.megabytes(), flush=True)
    os._exit(0)


{"make": make, "open": opened}[sys.argv[1]](Path(sys.argv[2]) / "school")
