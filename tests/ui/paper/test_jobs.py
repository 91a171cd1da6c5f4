"""Every paper that can be drawn has a line in the audit trail, so that none can leave without one."""

import inspect
import re

from ui.paper import jobs


def test_every_paper_is_known_to_the_audit_trail() -> None:
    asked = set(re.findall(r"case (\w+)\(\)", inspect.getsource(jobs.audit_of)))
    told = {kind.__name__ for kind in (*jobs._NAMES, *jobs._TOLD)}
    assert {kind.__name__ for kind in jobs._PAPERS} == asked | told and not asked & told
