"""Whatever can be printed, under one name: cards, forms, class lists; its sheets and its audit line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from app.audit import audited
from app.changes import Change
from app.ledger import Ledger
from app.ports import Disk
from app.store import Progress, Store
from ui.paper import prints
from ui.paper.activity_form import ActivityJob, activity_paper
from ui.paper.activity_wall import WallJob, wall_paper
from ui.paper.agreement_sheet import AgreementJob, agreement_paper
from ui.paper.asset_job import AssetJob, asset_paper
from ui.paper.cards import CardJob, card_paper
from ui.paper.care_job import CareJob, care_paper
from ui.paper.certificate import CertificateJob, certificate_paper
from ui.paper.duty_paper import DutyJob, duty_paper
from ui.paper.forms import FormJob, form_paper
from ui.paper.group_sheet import GroupJob, group_paper
from ui.paper.heat_sheet import HeatJob, heat_paper
from ui.paper.honour_list import HonourListJob, honour_list_paper
from ui.paper.inspection_papers import InspectionJob, inspection_paper
from ui.paper.lists import ListJob, list_paper
from ui.paper.mentor_books import BookJob, book_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.pairings import PairingListJob, pairing_paper
from ui.paper.phone_list import PhoneListJob, phone_list_paper
from ui.paper.plan_sheet import PlanJob, plan_paper
from ui.paper.receipt_form import ReceiptJob, receipt_paper
from ui.paper.returning import pages_note
from ui.paper.room_papers import RoomJob, room_paper
from ui.paper.rule_sheet import RulesJob, rules_paper
from ui.paper.score_sheet import ScoreJob, score_paper
from ui.paper.sign_in_form import SignInJob, sign_in_paper
from ui.paper.slip import SlipJob, slip_paper
from ui.paper.standard_sheet import StandardJob, standard_paper
from ui.paper.story_sheet import StoryJob, story_paper
from ui.paper.survey import SurveyJob, survey_paper
from ui.paper.take_job import TakeJob
from ui.paper.take_papers import take_paper
from ui.paper.term_calendar import CalendarJob, calendar_paper
from ui.paper.term_paper import TermJob, term_paper
from ui.paper.thanks_letter import ThanksJob, thanks_paper
from ui.paper.today_sheet import TodayJob, today_paper
from ui.paper.wish_papers import WishJob, wish_paper
from ui.session import PRINT

Job = (
    CardJob | FormJob | ListJob | SurveyJob | PairingListJob | BookJob | DutyJob | GroupJob | SlipJob | CalendarJob
    | PhoneListJob | CareJob | TodayJob | HeatJob | RulesJob | SignInJob | ActivityJob | WallJob | RoomJob
    | AssetJob | CertificateJob | HonourListJob | StoryJob
    | TermJob | TakeJob | PlanJob
    | ThanksJob | ReceiptJob | WishJob
    | ScoreJob | InspectionJob | AgreementJob | StandardJob
)
"""One thing to print, for some children, as of a day."""


_PAPERS: Mapping[type[Any], Callable[[Any], Paper]] = {
    CardJob: card_paper, FormJob: form_paper, SurveyJob: survey_paper, PairingListJob: pairing_paper,
    BookJob: book_paper, DutyJob: duty_paper, GroupJob: group_paper, SlipJob: slip_paper, CalendarJob: calendar_paper,
    PhoneListJob: phone_list_paper, CareJob: care_paper, ListJob: list_paper, TodayJob: today_paper,
    HeatJob: heat_paper, RulesJob: rules_paper,
    SignInJob: sign_in_paper, ActivityJob: activity_paper, WallJob: wall_paper, RoomJob: room_paper,
    AssetJob: asset_paper, CertificateJob: certificate_paper, HonourListJob: honour_list_paper, StoryJob: story_paper,
    TermJob: term_paper, TakeJob: take_paper, PlanJob: plan_paper,
    ThanksJob: thanks_paper, ReceiptJob: receipt_paper, WishJob: wish_paper,
    AgreementJob: agreement_paper, StandardJob: standard_paper,
    ScoreJob: score_paper, InspectionJob: inspection_paper,
}  # fmt: skip
_NAMES: Mapping[type[Any], str] = {
    SurveyJob: "print_survey", BookJob: "print_record_books", DutyJob: "print_duty_papers",
    PhoneListJob: "print_phone_list", TodayJob: "print_today", HeatJob: "print_heat",
    RoomJob: "print_rooms", RulesJob: "print_rules", HonourListJob: "print_honour_list",
    CertificateJob: "print_certificates", StoryJob: "print_story",
    TermJob: "print_figures", PlanJob: "print_work_plan",
    ReceiptJob: "print_receipt",
}  # fmt: skip
"""What the audit trail calls papers of which it only says for how many children they were."""
_TOLD: Mapping[type[Any], Callable[[Any], tuple[str, str]]] = {
    ActivityJob: lambda job: (f"print_{job.paper}", f"children={len(job.children)}"),
    WallJob: lambda job: ("print_activity_wall", job.code),
    GroupJob: lambda job: ("print_leading_group", ""),
    AgreementJob: lambda job: ("print_agreements", ""),
    StandardJob: lambda job: ("print_standard", f"things={len(job.needs)}"),
    ScoreJob: lambda job: (f"print_{job.paper}", ""),
    InspectionJob: lambda job: (f"print_{job.paper}", ""),
    TakeJob: lambda job: (f"print_{job.paper}", f"children={len(job.children)}"),
    AssetJob: lambda job: (f"print_{job.paper}", f"things={job.things} children={len(job.children)} day={job.day}"),
    ThanksJob: lambda job: ("print_thanks", f"letters={len(job.letters)}"),
    WishJob: lambda job: ("print_wishes", f"style={job.style} wishes={len(job.wishes)}"),
}
"""What it says of papers that say it in words of their own."""


def paper_of(job: Job) -> Paper:
    """The sheets of the job."""
    return _PAPERS[type(job)](job)


def audit_of(job: Job) -> tuple[str, str]:
    """(what, detail) for the audit trail."""
    count = f"children={len(job.children)}"
    if (told := _TOLD.get(type(job))) is not None:
        return told(job)
    match job:
        case CardJob():
            return prints.PRINT_CARDS, prints.audit_line(job)
        case FormJob():
            return "print_forms", f"{count} full_ids={int(job.full_ids)}"
        case PairingListJob():
            return "print_pairing_list", f"style={job.style} {count}"
        case SlipJob():
            return "print_slips", f"week={job.monday.isoformat()} staff={len(job.slips)} {count}"
        case SignInJob():
            return "print_sign_in", f"kind={job.gathering} {count}"
        case CalendarJob():
            return "print_calendar", job.code
        case CareJob():
            days = f"{job.days.first.isoformat()}..{job.days.last.isoformat()}"
            return f"print_{job.paper}", f"{count} style={job.style} days={days}"
        case ListJob():
            return "print_class_lists", f"style={job.style} {count}"
    return _NAMES[type(job)], count


def note_of(job: Job, ledger: Ledger, now: datetime) -> tuple[str, list[Change]]:
    """(label, changes) by which the file remembers what was printed; no changes for papers that nobody asks after."""
    if isinstance(job, CardJob) and job.children:
        return prints.record_label(job), prints.print_records(job, now)
    if isinstance(job, SlipJob | SurveyJob | SignInJob):
        return pages_note(job, ledger, now)
    return "", []


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: pieces and sheets, and texts that found no room (none, unless a field is absurdly long)."""

    pieces: int
    sheets: int
    warnings: tuple[str, ...]


def write_pdf(disk: Disk, store: Store, job: Job, path: PurePath, progress: Progress | None = None) -> Written:
    """Write the sheets to a PDF and note the print where that matters. Raises DiskFull, CannotWrite, Cancelled."""
    warnings: list[str] = []
    paper = paper_of(job)
    with audited(store, *audit_of(job)):
        disk.write_bytes(path, pdf_bytes(paper, warnings, progress))
    label, changes = note_of(job, store.ledger, datetime.now())
    if changes:
        store.apply(label, changes, kind=PRINT)
    return Written(paper.pieces, len(paper.sheets), tuple(warnings))
