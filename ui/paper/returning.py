"""Papers that come back with boxes ticked: what the file keeps of each page, so that a scan of it can be read."""

from datetime import datetime

from app.changes import Change
from app.ledger import Ledger
from app.slips.weekly import monday_of
from ui.paper import prints
from ui.paper.sign_in_form import SignInJob, sign_in_records
from ui.paper.slip import SlipJob, slip_records
from ui.paper.survey import SurveyJob, survey_records


def pages_note(job: SlipJob | SurveyJob | SignInJob, ledger: Ledger, now: datetime) -> tuple[str, list[Change]]:
    """(label, changes): the pages that are not in the file yet."""
    monday = job.monday if isinstance(job, SlipJob) else monday_of(job.day)
    known = [one.code for one in ledger.slips(monday)]
    if isinstance(job, SlipJob):
        return prints.slips_label(len(job.slips)), slip_records(job, known, now)
    if isinstance(job, SurveyJob):
        return prints.form_label("survey", len(job.children)), survey_records(job, known, now)
    return prints.form_label("signin", len(job.children)), sign_in_records(job, known, now)
