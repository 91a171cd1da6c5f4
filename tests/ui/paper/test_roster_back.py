"""The roster that left for Excel comes back by import and changes nothing (issue 3, §6)."""

from datetime import date
from pathlib import Path, PurePath

import pytest

from app.imports.headers import guess
from app.imports.planning import plan
from app.imports.rows import records
from tests.ui.paper.hard_school import DAY
from tests.ui.paper.stored import opened
from ui.paper.roster_sheet import RosterJob, roster_sheet

AS_OF = date(2026, 9, 1)


@pytest.mark.parametrize("full", [True, False])
def test_nothing_changes(tmp_path: Path, full: bool) -> None:
    with opened(tmp_path) as session:
        snapshot = session.snapshot
        path = PurePath(tmp_path / "花名册.xlsx")
        job = RosterJob(list(snapshot.children.values()), snapshot, DAY, full=full)
        session.disk.write_sheet(roster_sheet(job), path)
        table = session.disk.read_table(path)
        planned = plan(snapshot, records(table, guess(table, DAY), AS_OF), AS_OF, "花名册.xlsx")
    assert [(row.kind, row.diffs) for row in planned.rows] == [("unchanged", ())] * 5
