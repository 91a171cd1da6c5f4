"""Folders 09 and 11 to 13: the asset ledger, awards and good deeds, gifts and wishes, the assessment, the figures."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.assessment import in_use
from app.asset_books import BOOK, CARDS
from app.attachments import ASSET, ITEM, MOVEMENT, STORY
from app.figures import term_book
from app.honours import APPROVED, givings
from app.pack import Content, LeftOut
from app.pack_masking import masked_text
from app.proofs import DRAFT
from app.work_plan import OF_TERM, plan_of
from ui import honour_words
from ui.gifts.book import COVER, GIVEN, WISHES
from ui.gifts.sheets import sheet_of
from ui.honours.sheet import honour_table
from ui.pack.drafts import Draft, pdf, sheet
from ui.pack.given import TermBook, TermState
from ui.pack.part import Figures, Lack, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.asset_job import ALL, ROOMS, asset_job
from ui.paper.asset_sheets import asset_sheets, ledger_of, standard_table
from ui.paper.certificate import CertificateJob
from ui.paper.honour_scopes import list_job, occasions
from ui.paper.receipt_form import ReceiptJob
from ui.paper.score_sheet import MENTORS, SELF, score_job
from ui.paper.standard_sheet import standard_job
from ui.paper.story_sheet import StoryJob
from ui.paper.term_paper import scope_key, term_job
from ui.paper.term_sheet import term_sheet
from ui.score_board import ReportBoard
from ui.score_sheets import mentor_sheet, self_sheet
from ui.word.report import report

# 09


def ledger(scene: Scene) -> Iterator[Draft]:
    """资产台账 of the day: in Excel, the general book, a book a room."""
    if not scene.store.inventory.assets():
        return
    found = ledger_of(scene.store, scene.snapshot, scene.day)
    yield sheet(scene, tr("资产台账"), lambda: asset_sheets(found))
    for title, paper, key in (
        (tr("资产总账"), BOOK, ALL), (tr("资产分室账"), BOOK, ROOMS), (tr("物品卡"), CARDS, ALL),
    ):  # fmt: skip
        yield pdf(scene, title, lambda paper=paper, key=key: asset_job(  # type: ignore[misc]
            paper, key, scene.snapshot, scene.store.inventory, scene.day))  # fmt: skip


def standard(scene: Scene) -> Iterator[Draft]:
    """配备标准对照表: what the standard list asks for beside what is there, on paper and in Excel."""
    if not scene.store.inventory.assets():
        return
    title = tr("配备标准对照表")
    yield pdf(scene, title, lambda: standard_job(scene.session))
    yield sheet(scene, title, lambda: standard_table(ledger_of(scene.store, scene.snapshot, scene.day)))


def asset_pictures(scene: Scene) -> Iterator[Draft | LeftOut]:
    """Pictures of things and the papers of what came in, of this term."""
    assets = scene.store.inventory.assets()
    names = {one.id: f"{one.number} {one.name}" for one in assets}
    yield from hung(scene, ASSET, [Holder(key, name) for key, name in names.items()], tr("物品照片"), of_term=True)
    moved = scene.store.inventory.between(scene.days.first, scene.days.last)
    holders = [
        Holder(one.id, f"{one.day.isoformat()} {names.get(one.asset_id, '')}", (), scene.staff(one.accepted_by),
               one.day.isoformat())
        for one in moved
    ]  # fmt: skip
    yield from hung(scene, MOVEMENT, holders, tr("入库单据"))


# 11


def honours(scene: Scene) -> Iterator[Draft]:
    """表彰名单 in Excel and on paper, then the certificates of each occasion."""
    awards = scene.store.honours.awards(scene.days.first, scene.days.last)
    if not awards:
        return
    code = scene.term.code
    yield pdf(scene, tr("表彰名单"), lambda: list_job(scene.session, code))
    yield sheet(scene, tr("表彰名单"), lambda: honour_table(list_job(scene.session, code)))
    own = honour_words.certificates(scene.store.honours.certificates())
    names = occasions(scene.session, (one.activity_id for one in awards))
    for one in givings(awards):
        children = scene.names(award.child_id for award in one.awards if award.child_id is not None)
        job = CertificateJob(children, scene.snapshot, scene.day, one.awards, own)
        said = honour_words.occasion(one.given_by, one.level, names.get(one.activity_id or 0, ""))
        draft = pdf(scene, tr("奖状 {0}").format(said), lambda job=job: job, one.given_by, one.day.isoformat())  # type: ignore[misc]
        yield replace(draft, name=f"{draft.day} {draft.title}")


def stories(scene: Scene) -> Iterator[Draft]:
    """Good examples and case studies of the term that were approved."""
    for one in scene.store.honours.stories():
        if one.state == APPROVED and one.day is not None and scene.days.first <= one.day <= scene.days.last:
            shown = one if scene.choices.full else replace(one, text=masked_text(one.text))
            job = StoryJob(scene.names([one.child_id or 0]), scene.snapshot, scene.day, shown)
            title = tr("{0} {1}").format(honour_words.story_word(one.kind), one.title)
            yield pdf(scene, title, lambda job=job: job, "", one.day.isoformat(), (f"story:{one.id}",))  # type: ignore[misc]


def story_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What hangs on them."""
    holders = [
        Holder(one.id, one.title, (one.child_id,) if one.child_id else (), "", one.day.isoformat() if one.day else "")
        for one in scene.store.honours.stories()
        if one.state == APPROVED and one.day is not None and scene.days.first <= one.day <= scene.days.last
    ]  # fmt: skip
    return hung(scene, STORY, holders, tr("事迹照片"))


def gifts(scene: Scene) -> Iterator[Draft]:
    """捐赠, 保险 and 心愿登记表 in Excel, and the list to sign of each donation to children of the term."""
    state = TermState(scene)
    for segment, title, there in (
        (GIVEN, tr("捐赠登记表"), bool(state.donations or state.goods)), (COVER, tr("保险登记表"), bool(state.covers)),
        (WISHES, tr("心愿登记表"), bool(state.wishes)),
    ):  # fmt: skip
        if there:
            yield sheet(scene, title, lambda segment=segment: sheet_of(scene.session, TermBook(scene, segment)),  # type: ignore[misc]
                        proves=(f"gifts:{segment}",))  # fmt: skip
    for one in sorted(state.donations.values(), key=lambda one: (one.first.day, one.id)):
        children, day = scene.names(one.children), one.first.day.isoformat()
        if children:
            donor = state.names.get(one.first.donor_id or 0, "")
            theme = state.activity_word(one.first.activity_id)
            job = ReceiptJob(children, scene.snapshot, scene.day, one, donor, theme)
            draft = pdf(scene, tr("领取表 {0}").format(one.first.what), lambda job=job: job, donor, day)  # type: ignore[misc]
            yield replace(draft, name=f"{draft.day} {draft.title}")


# 12 and 13


def score(scene: Scene) -> Iterator[Draft]:
    """考核自评表 and that of the mentors, on paper and in Excel."""
    if in_use(scene.store.assessment.tables()) is None:
        return
    code, titles = scene.term.code, {SELF: tr("考核自评表"), MENTORS: tr("代理家长考核表")}
    for paper, title in titles.items():
        yield pdf(scene, title, lambda paper=paper: score_job(scene.whole, code, paper))  # type: ignore[misc]
        made = self_sheet if paper == SELF else mentor_sheet
        yield sheet(scene, title, lambda made=made: made(_board(scene)))  # type: ignore[misc]


def no_table(scene: Scene, _figures: Figures) -> Iterator[Lack]:
    """No table is in use."""
    if in_use(scene.store.assessment.tables()) is None:
        yield Lack(1, tr("还没选用考核表"), "report")


def score_papers(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What was hung on the items of the table as their evidence."""
    table = in_use(scene.store.assessment.tables())
    holders = [Holder(one.id, f"{one.part} {one.what}", (), "", "", (f"item:{one.id}",)) for one in
               (table.items if table is not None else ())]  # fmt: skip
    return hung(scene, ITEM, holders, tr("考核依据"))


def _board(scene: Scene) -> ReportBoard:
    board = ReportBoard(scene.whole)
    board.term_code = scene.term.code
    board.read()
    return board


def term_numbers(scene: Scene) -> Iterator[Draft]:
    """学期数字 on paper and in Excel."""
    key = scope_key(scene.term, scene.day)
    yield pdf(scene, tr("学期数字"), lambda: term_job(scene.whole, key))
    yield sheet(scene, tr("学期数字"), lambda: term_sheet(term_book(scene.whole, scene.term, scene.day), scene.open))


def term_report(scene: Scene) -> Iterator[Draft]:
    """学期总结 in Word, by the school's own form; a draft until the term is over and the plan is looked back on, as the
    score counts it."""

    def make() -> Content:
        book = term_book(scene.whole, scene.term, scene.day)
        return Content(report(scene.session.disk, scene.store, scene.open, book, scene.day).content)

    going_on = scene.day < scene.term.until_day
    plan = plan_of(scene.store.work_plans.plans(), scene.open.terms, scene.term, OF_TERM)
    draft = going_on or plan is None or not plan.review
    yield Draft(tr("学期总结（稿）") if going_on else tr("学期总结"), "docx", make, proves=(DRAFT,) if draft else ())
