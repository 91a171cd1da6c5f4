"""Pictures of the work plan: the term's, and the year's that has no stages yet."""

from collections.abc import Iterator

from app.work_plan import OF_YEAR
from ui.plan.page import PlanPage
from ui.shell import Shell


def plans(shell: Shell) -> Iterator[tuple[str, Shell]]:
    """Both plans."""
    window = shell.window_
    assert window is not None
    window.go("plan")
    yield "plan", shell
    page = window.page
    assert isinstance(page, PlanPage)
    page.span.choose(OF_YEAR)
    yield "plan-year", shell
