"""Leads back to the quick entry, the bulk edit or the dossier, whichever was being typed in when the program ended."""

from typing import TYPE_CHECKING

from ui.children.bulk_edit import DRAFT as BULK_EDIT
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
    if drafts.opened() == BULK_EDIT:
        ids = [int(key) for key in drafts.read(BULK_EDIT)["ids"]]
        if not children.keys() >= set(ids):
            drafts.drop(BULK_EDIT)
            return False
        page.desk.changes.edit(ids)
        return True
    words = drafts.read(DOSSIER)
    if words.get("child") not in children:
        drafts.drop(DOSSIER)
        return False
    page.open_child(int(words["child"]))
    return page.dossier.put_back(words)
