"""Whatever can be printed, under one name: cards, forms, class lists; its sheets and its audit line."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from app.audit import audited
from app.ports import Disk
from app.store import Progress, Store
from ui.paper import prints
from ui.paper.cards import CardJob, card_paper
from ui.paper.forms import FormJob, form_paper
from ui.paper.lists import ListJob, list_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.survey import SurveyJob, survey_paper
from ui.session import PRINT

Job = CardJob | FormJob | ListJob | SurveyJob
"""One thing to print, for some children, as of a day."""


def paper_of(job: Job) -> Paper:
    """The sheets of the job."""
    if isinstance(job, CardJob):
        return card_paper(job)
    if isinstance(job, SurveyJob):
        return survey_paper(job)
    return form_paper(job) if isinstance(job, FormJob) else list_paper(job)


def audit_of(job: Job) -> tuple[str, str]:
    """(what, detail) for the audit trail."""
    if isinstance(job, CardJob):
        return prints.PRINT_CARDS, prints.audit_line(job)
    if isinstance(job, FormJob):
        return "print_forms", f"children={len(job.children)} full_ids={int(job.full_ids)}"
    if isinstance(job, SurveyJob):
        return "print_survey", f"children={len(job.children)}"
    return "print_class_lists", f"style={job.style} children={len(job.children)}"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: pieces and sheets, and texts that found no room (none, unless a field is absurdly long)."""

    pieces: int
    sheets: int
    warnings: tuple[str, ...]


def write_pdf(disk: Disk, store: Store, job: Job, path: PurePath, progress: Progress | None = None) -> Written:
    """Write the sheets to a PDF and, of cards, record the print. Raises DiskFull, CannotWrite, Cancelled."""
    warnings: list[str] = []
    paper = paper_of(job)
    with audited(store, *audit_of(job)):
        disk.write_bytes(path, pdf_bytes(paper, warnings, progress))
    if isinstance(job, CardJob):
        store.apply(prints.record_label(job), prints.print_records(job, datetime.now()), kind=PRINT)
    return Written(paper.pieces, len(paper.sheets), tuple(warnings))
