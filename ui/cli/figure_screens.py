"""Pictures of the figures of a term: the page, and the names of what was not done."""

from collections.abc import Iterator

from ui.figures.page import FiguresPage
from ui.shell import Shell


def figures(shell: Shell) -> Iterator[tuple[str, Shell]]:
    """The figures, then the names behind one."""
    window = shell.window_
    assert window is not None
    window.go("figures")
    page = window.page
    assert isinstance(page, FiguresPage)
    yield "figures", shell
    page.arrive("running.visit")
    page.open_names()
    yield "figures-names", shell
    page.back()
    page.print_out()
    yield "print-figures", shell
