"""Leads back to the quick entry or the dossier, whichever was being typed in when the program ended."""

from typing import TYPE_CHECKING

from ui.children.dossier import DRAFT as DOSSIER
from ui.children.new_child import DRAFT as NEW_CHILD
from ui.session import Session

if TYPE_CHECKING:
    from ui.children.roster_page import RosterPage


def resume(page: "RosterPage", session: Session) -> bool:
    """Open it with what was half typed in it. False if there is nothing, or its child is gone."""
    drafts, children = session.drafts, session.snapshot.children
    if drafts.opened() == NEW_CHILD:
        page.new_child()
        return True
    words = drafts.read(DOSSIER)
    if words.get("child") not in children:
        drafts.drop(DOSSIER)
        return False
    page.open_child(int(words["child"]))
    return page.dossier.put_back(words)
