"""Folder 10: the self-check, the ledger of problems, the record of each inspection, photos of what was put right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.attachments import PROBLEM
from app.pack import LeftOut
from ui.inspection_book import PROBLEMS, Book
from ui.inspection_sheets import check_sheet, ledger_sheet
from ui.inspection_words import problem_word, round_word
from ui.pack.drafts import Draft, pdf, sheet
from ui.pack.part import Figures, Lack, tr
from ui.pack.pictures import Holder, hung
from ui.pack.scene import Scene
from ui.paper.inspection_papers import CHECK, LEDGER, inspection_job, round_job


def inspection(scene: Scene) -> Iterator[Draft]:
    """自查表 and 整改台账 on paper and in Excel, a record of each inspection."""
    code, book = scene.term.code, _book(scene)
    if book.state.term is None:
        return
    papers = [(CHECK, tr("迎检自查表"), check_sheet, "self_check")]
    if book.state.problems or book.state.unmended:
        papers.append((LEDGER, tr("隐患排查整改台账"), ledger_sheet, "problems"))
    for paper, title, made, shows in papers:
        yield pdf(scene, title, lambda paper=paper: inspection_job(scene.whole, code, paper), proves=(shows,))  # type: ignore[misc]
        yield sheet(scene, title, lambda made=made: made(book), proves=(shows,))  # type: ignore[misc]
    for one in book.state.rounds.values():
        job = round_job(scene.whole, one, book.state.found_in(one.id))
        title, day = tr("{0}记录").format(round_word(one.kind)), one.day.isoformat()
        proves = ("rounds", f"round:{one.kind}", f"inspection:{one.id}")
        draft = pdf(scene, title, lambda job=job: job, scene.staff(one.staff_id), day, proves)  # type: ignore[misc]
        yield replace(draft, name=f"{day} {title}")


def lacking(scene: Scene, _figures: Figures) -> Iterator[Lack]:
    """What the self-check still asks for, and problems that are not put right."""
    state = _book(scene).state
    if state.left:
        yield Lack(len(state.left), tr("自查还差 {0} 项").format(len(state.left)), "inspection")
    if state.waiting:
        yield Lack(len(state.waiting), tr("{0} 个问题还没改好").format(len(state.waiting)), "inspection", PROBLEMS)


def problem_pictures(scene: Scene) -> Iterable[Draft | LeftOut]:
    """What was found, before and after it was put right."""
    known = scene.store.problems.known(scene.days.first, scene.days.last)
    holders = [Holder(one.id, f"{one.found_on.isoformat()} {problem_word(one)}", (), scene.staff(one.staff_id),
                      one.found_on.isoformat()) for one in known]  # fmt: skip
    return hung(scene, PROBLEM, holders, tr("整改照片"))


def _book(scene: Scene) -> Book:
    book = Book(scene.whole)
    book.term_code = scene.term.code
    return book
