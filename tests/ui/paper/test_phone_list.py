"""The phone list: every child once with the numbers to try, room to write, and nothing else of the family."""

from collections.abc import Callable

from tests.ui.paper.hard_school import DAY, child, hard_children, snapshot
from ui.paper.output import pdf_bytes
from ui.paper.phone_list import EACH, PhoneListJob, phone_list_paper


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_child_once_with_numbers_and_nothing_more(text_of: Callable[[bytes], str]) -> None:
    children = hard_children()
    warnings: list[str] = []
    paper = phone_list_paper(PhoneListJob(children, snapshot(children), DAY))
    text = squeezed(text_of(pdf_bytes(paper, warnings)))
    assert warnings == [] and paper.pieces == len(children)
    for one in children:
        assert squeezed(one.name) in text
    assert "13900467715" in text
    for hidden in ("433123", "大坪村", "留守", "双亲", "过敏"):
        assert hidden not in text and hidden not in paper.title


def test_a_dead_number_is_not_printed(text_of: Callable[[bytes], str]) -> None:
    children = hard_children()
    dead = {phone.number for one in children for kin in one.kin for phone in kin.phones if phone.state}
    alive = {phone.number for one in children for kin in one.kin for phone in kin.phones if not phone.state}
    text = squeezed(text_of(pdf_bytes(phone_list_paper(PhoneListJob(children, snapshot(children), DAY)))))
    assert dead - alive and not any(number in text for number in dead - alive)


def test_a_long_list_goes_on_on_the_next_sheet() -> None:
    children = [child(n, f"周雨{chr(0x4E00 + n)}", pinyin=f"zhou yu {n:03}") for n in range(1, EACH + 2)]
    paper = phone_list_paper(PhoneListJob(children, snapshot(children), DAY))
    assert len(paper.sheets) == 2 and [len(one) for one in paper.owners] == [EACH, 1]
