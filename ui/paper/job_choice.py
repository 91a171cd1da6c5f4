"""What the choices of the printing page come to: for whom there is what, and the job that they ask for."""

from collections.abc import Callable, Mapping, Sequence

from app.asset_books import CARDS, CHOSEN, LABELS
from app.asset_books import PAPERS as THINGS
from app.record_book import book_term, days_of
from app.store import Progress, Store
from app.survey import surveyed_on
from ui.paper.activity_form import PAPERS
from ui.paper.activity_scopes import ActivityScope, activity_scopes, wall_job
from ui.paper.agreement_sheet import AgreementJob
from ui.paper.asset_job import asset_job, asset_paper, asset_scopes
from ui.paper.cards import CardJob
from ui.paper.care_scopes import care_job, care_scopes
from ui.paper.due_cards import Due, offered
from ui.paper.duty_paper import DutyJob
from ui.paper.forms import FormJob
from ui.paper.group_sheet import GroupJob
from ui.paper.heat_sheet import heat_job
from ui.paper.honour_scopes import PAPERS as HONOURS
from ui.paper.honour_scopes import HonourScope, honour_scopes
from ui.paper.inspection_papers import CHECK, LEDGER, ROUND, RoundScope, inspection_job, round_scopes
from ui.paper.jobs import Job
from ui.paper.kinds import CARE
from ui.paper.lists import ListJob
from ui.paper.mentor_books import BookJob
from ui.paper.output import Paper
from ui.paper.pairings import PairingListJob
from ui.paper.phone_list import PhoneListJob
from ui.paper.plan_sheet import WORK_PLAN, PlanScope, plan_scopes
from ui.paper.print_panel import PrintPanel
from ui.paper.receipt_form import RECEIPT, ReceiptScope, receipt_scopes
from ui.paper.room_papers import PAPERS as ROOMS
from ui.paper.room_papers import RoomScope, room_scopes
from ui.paper.rule_sheet import RulesJob
from ui.paper.scope import Scope, mentors_of
from ui.paper.score_sheet import MENTORS, score_job
from ui.paper.sign_in_form import SignInJob
from ui.paper.slip import SLIPS
from ui.paper.slip_scopes import SlipScope, slip_scopes
from ui.paper.standard_sheet import standard_job
from ui.paper.survey import SurveyJob
from ui.paper.take_job import PAPERS as COUNTS
from ui.paper.take_scopes import TakeScope, take_scopes
from ui.paper.term_calendar import CalendarJob
from ui.paper.term_paper import FIGURES, figure_scopes, term_job
from ui.paper.thanks_letter import THANKS, ThanksScope, thanks_scopes
from ui.paper.today_sheet import TODAY, TodayScope, today_scopes
from ui.paper.wish_papers import WISHES, WishScope, wish_scopes
from ui.photos.album import PaperAlbum
from ui.session import Session


def scopes_of(panel: PrintPanel, session: Session, chosen: Sequence[int], due: Due, wanted: str) -> list[Scope]:
    """For whom the chosen kind of paper can be printed."""
    kind = panel.layouts.current()
    if kind in (SLIPS, TODAY):
        return slip_scopes(session) if kind == SLIPS else today_scopes(session)
    if kind in PAPERS:
        return activity_scopes(kind, session, wanted)
    if kind in HONOURS:
        return honour_scopes(kind, session, wanted)
    if kind in ROOMS:
        return room_scopes(kind, session)
    if kind in THINGS:
        return asset_scopes(kind, session, panel.things.assets)
    if kind in COUNTS:
        return take_scopes(kind, session, wanted)
    if kind in CARE:
        return care_scopes(session, chosen, wanted)
    if kind == FIGURES:
        return figure_scopes(session, wanted)
    if kind in GIFTS:
        return GIFTS[kind](session, wanted)
    if kind in (ROUND, WORK_PLAN):
        return round_scopes(session, wanted) if kind == ROUND else plan_scopes(session)
    return offered(kind, session.snapshot, session.today, chosen, due, wanted)


GIFTS: Mapping[str, Callable[[Session, str], list[Scope]]] = {
    THANKS: thanks_scopes, RECEIPT: receipt_scopes, WISHES: lambda session, _wanted: wish_scopes(session),
}  # fmt: skip
"""Papers of gifts and wishes."""


PLAIN: Mapping[
    str, type[SurveyJob] | type[PhoneListJob] | type[GroupJob] | type[RulesJob] | type[AgreementJob]
] = {
    "survey": SurveyJob, "phones": PhoneListJob, "leading_group": GroupJob, "rules": RulesJob,
    "agreements": AgreementJob,
}  # fmt: skip
"""Papers that need to know no more than whom they are for."""


OF_SCOPE: Mapping[str, Callable[[Session, str], Job]] = {
    "heat": heat_job, "standard": standard_job, "activity_wall": wall_job, FIGURES: term_job,
    CHECK: lambda session, code: inspection_job(session, code, CHECK),
    LEDGER: lambda session, code: inspection_job(session, code, LEDGER),
    "self_score": score_job, "mentor_score": lambda session, code: score_job(session, code, MENTORS),
    "calendar": lambda session, code: CalendarJob((), session.snapshot, session.today, code),
}  # fmt: skip
"""Papers of the school, for a rule or a term."""


WITH_JOB = (
    SlipScope | TodayScope | ActivityScope | RoomScope | HonourScope | ThanksScope | ReceiptScope | WishScope
    | TakeScope | RoundScope | PlanScope
)
"""Choices that bring what is printed of them."""


LARGE = 300
"""Things: the cards of more are laid out in the background, for they would hold the window."""
Made = tuple[Job, Paper]


def large_of(panel: PrintPanel, chosen: Scope, session: Session) -> Callable[[Store, Progress], Made] | None:
    """What lays out in the background what is chosen; None for all that is made at once."""
    if panel.layouts.current() != CARDS:
        return None
    things, snapshot = panel.things, session.snapshot
    assets, day, ask = things.assets, things.day(), things.ask()
    if len(assets if chosen.key == CHOSEN else session.store.inventory.assets()) <= LARGE:
        return None

    def lay_out(store: Store, step: Progress) -> Made:
        job = asset_job(CARDS, chosen.key, snapshot, store.inventory, day, assets, ask)
        return job, asset_paper(job, step)

    return lay_out


def job_of(panel: PrintPanel, chosen: Scope, session: Session) -> Job:
    """The job for the kind and scope that are chosen."""
    if isinstance(chosen, WITH_JOB) and chosen.job is not None:
        return panel.certificate.said(chosen.job)
    kind, scope, children = panel.layouts.current(), chosen.key, chosen.children
    snapshot, day = session.snapshot, session.today
    if kind in THINGS:
        things = panel.things
        made = asset_job(kind, scope, snapshot, session.store.inventory, things.day(), things.assets, things.ask())
        things.warn_of(made.numbers() if kind == LABELS else ())
        return made
    if kind in CARE:
        return care_job(kind, panel.care, chosen, session)
    if kind == "form":
        asked = surveyed_on(session.store.ledger, day)
        return FormJob(children, snapshot, day, panel.wants_full_ids(), blank=scope == "blank", surveyed=asked)
    if (plain := PLAIN.get(kind)) is not None:
        return plain(children, snapshot, day)
    if kind == "list":
        return ListJob(panel.list_style.current(), children, snapshot, day)
    if kind == "signin":
        return SignInJob(panel.gathering.value(), children, snapshot, day)
    if (of_scope := OF_SCOPE.get(kind)) is not None:
        return of_scope(session, scope)
    if kind == "pairing_list":
        return PairingListJob(panel.pairing_style.current(), children, snapshot, day)
    if kind == "duty_paper":
        return DutyJob(mentors_of(scope), children, snapshot, day)
    if kind == "record_book":
        found = book_term(snapshot, day)
        records = session.store.ledger.between(*days_of(found[0])) if found and children else []
        return BookJob(mentors_of(scope), children, snapshot, day, records)
    album = PaperAlbum(lambda name: session.store.file(name))
    return CardJob(kind, children, snapshot, day, panel.chosen_copies(), panel.wants_full_ids(), album)
