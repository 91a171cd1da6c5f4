"""What an open file can be asked beyond its snapshot: each part of it by a reader of its own."""

from typing import TYPE_CHECKING

from db import (
    activities,
    assessment,
    attachments,
    gifts,
    home,
    honours,
    inspection,
    inventory,
    ledger,
    own_form,
    past,
    problems,
    term_close,
    work_plan,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.folder import DataFolder


class Readers:
    """The readers of `app.store.Store`, on the connection of a store."""

    _conn: "Connection"
    _folder: "DataFolder"

    @property
    def past(self) -> past.FilePast:
        return past.FilePast(self._conn, self._folder.database)

    @property
    def ledger(self) -> ledger.FileLedger:
        return ledger.FileLedger(self._conn, self._folder.database)

    @property
    def home(self) -> home.FileHome:
        return home.FileHome(self._conn, self._folder.database)

    @property
    def inventory(self) -> inventory.FileInventory:
        return inventory.FileInventory(self._conn, self._folder.database)

    @property
    def attachments(self) -> attachments.FileAttachments:
        return attachments.FileAttachments(self._conn, self._folder.database)

    @property
    def activities(self) -> activities.FileActivities:
        return activities.FileActivities(self._conn, self._folder.database)

    @property
    def honours(self) -> honours.FileHonours:
        return honours.FileHonours(self._conn, self._folder.database)

    @property
    def gifts(self) -> gifts.FileGifts:
        return gifts.FileGifts(self._conn, self._folder.database)

    @property
    def problems(self) -> problems.FileProblems:
        return problems.FileProblems(self._conn, self._folder.database)

    @property
    def inspection(self) -> inspection.FileInspections:
        return inspection.FileInspections(self._conn, self._folder.database)

    @property
    def work_plans(self) -> work_plan.FileWorkPlans:
        return work_plan.FileWorkPlans(self._conn, self._folder.database)

    @property
    def own_forms(self) -> own_form.FileOwnForms:
        return own_form.FileOwnForms(self._conn, self._folder.database)

    @property
    def assessment(self) -> assessment.FileAssessments:
        return assessment.FileAssessments(self._conn, self._folder.database)

    @property
    def term_closes(self) -> term_close.FileTermCloses:
        return term_close.FileTermCloses(self._conn, self._folder.database)
