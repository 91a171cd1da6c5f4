"""What can be written down about gifts, insurance and wishes, for Ctrl+K."""

from ui.finder import spelt_out
from ui.gifts.errand import GIVE, INSURE, WISH, Errand, heading
from ui.page import Place
from ui.session import Session


def places(_session: Session) -> list[Place]:
    """登记捐赠, 登记保险, 记心愿."""
    return [spelt_out(Place("gifts", kind, heading(Errand(kind)), icon="pencil")) for kind in (GIVE, INSURE, WISH)]
