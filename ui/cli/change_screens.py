"""The screens on which much is changed at once, in a school made up for the pictures, for they change it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import edits
from app.enrolment import pupils_on
from ui.children.bulk_edit import BulkEdit
from ui.children.roster_page import RosterPage
from ui.shell import Shell


def changes(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Several chosen, changed together; one entered twice, laid side by side; one deleted, in the bin."""
    window, session = shell.window_, shell.session
    assert window is not None and session is not None
    window.go("roster")
    page = window.page
    assert isinstance(page, RosterPage)
    page.list.choose_segment("all")
    page.list.grid.select(page.list.grid.rows()[:6])
    yield "chosen", shell
    page.desk.changes.edit_chosen()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, BulkEdit):
        dialog.what.set_value("boarding")
        dialog.value.write("住校")
        yield "bulk-edit", dialog
    if isinstance(dialog, QDialog):
        dialog.reject()
    child, school_class = pupils_on(session.snapshot, session.today)[0]
    facts = {"name": child.name, "birth": child.birth, "sex": child.sex, "id_number": child.id_number,
             "address": "青石坪村3组，靠河边第二家，门口有棵大樟树"}  # fmt: skip
    family = [edits.NewKin("父亲", "田长富", "13900467715"), edits.NewKin("姑母", "田小妹")]
    session.apply("", edits.add_child(facts, school_class.id, session.today, family=family))
    window.go("duplicates")
    yield "duplicates", shell
    window.go("roster")
    page.deeds.delete_children(page.list.grid.rows()[:1])
    window.go("recycle")
    yield "recycle-filled", shell
    window.go("roster")
