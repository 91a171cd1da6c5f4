"""What the buttons beside the lists of 捐赠与心愿 do with the thing that is open."""

from typing import TYPE_CHECKING

from ui import gift_letter
from ui.gifts import errand as errands
from ui.gifts import records
from ui.gifts.errand import Errand

if TYPE_CHECKING:
    from ui.gifts.desk import Desk


class Acts:
    """`act` takes a key of `ui.gifts.records`."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def act(self, key: str) -> None:
        """Do it with what is open."""
        desk = self._desk
        kind, number = desk.current()
        if key == records.LETTER:
            self.letter()
        elif key == records.THANK:
            self.thank()
        elif key == records.RECEIPT:
            desk.goes.emit("print", (f"{kind}:{number}", "receipt"))
        elif key == records.LEDGER:
            desk.goes.emit("ledger", desk.book.state.goods[number].asset_id)
        elif key == records.ACTIVITY:
            self._to_activity(number)
        elif key == records.DOSSIER:
            desk.goes.emit("roster", number if kind == records.BARE else desk.book.state.wishes[number].child_id)
        elif key == records.DELETE:
            self._delete()
        elif key == records.REOPEN:
            desk.deeds.reopen(desk.book.state.wishes[number])
        else:
            self._ask(key, kind, number)

    def letter(self) -> None:
        """F7: the letter to the donor of what is open or current."""
        key = self._letter_key()
        if key:
            self._desk.write_letter(key)

    def thank(self) -> None:
        """F8: the donor of what is open or current was thanked."""
        desk, state = self._desk, self._desk.book.state
        key = desk.letter.key or self._letter_key()
        kind, _, number = key.partition(":")
        donation = state.donations.get(int(number)) if kind == gift_letter.DONATION else None
        given = state.given.get(int(number)) if kind == gift_letter.DONOR else None
        done = (desk.deeds.thank_for(donation) if donation is not None and donation.is_owed else
                desk.deeds.thank(given) if given is not None and given.is_owed else False)  # fmt: skip
        if done and desk.panel is desk.letter:
            desk.letter.forget()
            desk.close_panel()

    def number(self, cover: int) -> None:
        """The number of one child's paper."""
        self._desk.ask(Errand(errands.NUMBER, cover))

    def list_changed(self) -> None:
        """Another list is shown: where a thing was open it is now that of the current row, if there is one."""
        desk, row = self._desk, self._desk.list.shown().current()
        if row:
            desk.follow(row)
        elif desk.panel is desk.record:
            desk.record.what = "", 0
        desk.show_panel()

    # inside

    def _letter_key(self) -> str:
        """The letter of what is open or current: of one gift, else of all that a donor gave."""
        kind, number = self._desk.current()
        state = self._desk.book.state
        donation = state.donations.get(number) if kind == records.DONATION else None
        if donation is not None:
            return f"{gift_letter.DONATION}:{number}" if donation.first.donor_id is not None else ""
        goods = state.goods.get(number) if kind == records.GOODS else None
        donor = number if kind == records.DONOR else goods.donor_id if goods is not None else None
        return f"{gift_letter.DONOR}:{donor}" if donor else ""

    def _ask(self, key: str, kind: str, number: int) -> None:
        if key == records.INSURE:
            bare = kind == records.BARE
            self._desk.ask(Errand(errands.INSURE, 0 if bare else number, number if bare else 0))
        elif key == records.CHANGE and kind in _CHANGES:
            self._desk.ask(Errand(_CHANGES[kind], number))
        elif key in _ASKS:
            self._desk.ask(Errand(_ASKS[key], number))

    def _delete(self) -> None:
        desk, state = self._desk, self._desk.book.state
        kind, number = desk.current()
        found = {records.DONATION: state.donations, records.DONOR: state.given, records.POLICY: state.policies,
                 records.WISH: state.wishes}[kind].get(number)  # type: ignore[attr-defined]  # fmt: skip
        if found is not None and desk.deeds.delete(found):
            desk.close_panel()

    def _to_activity(self, number: int) -> None:
        donation = self._desk.book.state.donations.get(number)
        visit = self._desk.book.state.activities.get(donation.first.activity_id or 0) if donation is not None else None
        if visit is not None:
            self._desk.goes.emit("activities", visit.record_id)


_CHANGES = {records.DONATION: errands.DONATION, records.POLICY: errands.POLICY, records.WISH: errands.REWISH,
            records.DONOR: errands.DONOR}  # fmt: skip
_ASKS = {records.GIVE: errands.GIVE, records.UNITE: errands.UNITE, records.MET: errands.MET}

