"""What the page 任务单 shows now: the pages that were read, those of the week, the finding, the current line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.batch import Prefilled, from_words
from app.school_weeks import weeks_until
from app.slips.booking import usual_day
from app.slips.pile import SIGN_IN, SURVEY, WEEK, PageRead, best_of_each, in_order, prefilled, who_came
from app.slips.returns import BACK, returns
from app.slips.weekly import monday_of
from app.store import StoreError
from ui.batch.pile import DRAFT
from ui.session import Session
from ui.slips import words
from ui.slips.frame import SlipsFrame
from ui.slips.lines import FAILED, MISSING, WAITING, Entry
from ui.slips.meeting import meeting_label


def _tr(text: str) -> str:
    return QCoreApplication.translate("slip_board", text)


class Board:
    """`take` pages that were read, `show` after anything changed, `show_current` after another line is looked at."""

    def __init__(self, session: Session, frame: SlipsFrame) -> None:
        self._session, self._frame = session, frame
        self.monday = monday_of(session.today)
        self.pages: list[PageRead] = []
        """Read, and not gone through yet."""
        self._signed: PageRead | None = None

    # what waits

    def take(self, pages: Sequence[PageRead]) -> None:
        """Put pages to those that wait, and note that they are back."""
        self.pages = best_of_each([*(replace(page, again=False) for page in self.pages), *pages])
        self._note_back([page for page in pages if page.slip is not None])
        weeks = [page.slip.week for page in pages if page.counts and page.slip is not None]
        if weeks and self.monday not in weeks:
            self.monday = max(weeks)

    def weekly(self) -> list[PageRead]:
        """The weekly slips that wait, in the order to go through them."""
        staff = [one.id for one in self._session.snapshot.staff]
        return [page for page in in_order(self.pages, staff) if page.slip is not None and page.slip.kind == WEEK]

    def pile(self, first: PageRead | None) -> Prefilled | None:
        """Hand all of them to the grid, from this page on; they wait there now."""
        pages = self.weekly()
        place = pages.index(first) if first in pages else 0
        self.pages = [page for page in self.pages if page not in pages]
        return prefilled([*pages[place:], *pages[:place]])

    def put_away(self, page: PageRead) -> None:
        """It is gone through."""
        self.pages = [one for one in self.pages if one is not page]

    def current(self) -> Entry | None:
        """The line with the mark."""
        return self._frame.lines.entry(self._frame.grid.current())

    def _note_back(self, pages: Sequence[PageRead]) -> None:
        store = self._session.store
        try:
            for week in {page.slip.week for page in pages if page.slip is not None}:
                mine = {page.slip.code for page in pages if page.slip is not None and page.slip.week == week}
                known = set(store.setting(BACK + week.isoformat()).split())
                if not mine <= known:
                    store.set_setting(BACK + week.isoformat(), " ".join(sorted(known | mine)))
        except StoreError as error:
            self._session.failed.emit(words.sentence(error))

    def _opened(self) -> dict[str, Prefilled]:
        """The pages that lie in the grid and are not stored yet, by code."""
        found = {}
        for kept in self._session.drafts.read(DRAFT).get("pages", ()):
            try:
                page = from_words(kept)
            except (KeyError, TypeError, ValueError):
                continue
            found[page.code] = page
        return found

    def _is_booked(self, page: PageRead) -> bool:
        """A sign-in form that is in the ledger already has nothing to be gone through."""
        slip = page.slip
        sign_in = slip is not None and slip.kind == SIGN_IN
        return sign_in and slip is not None and bool(self._session.store.ledger.sources(f"slip:{slip.code}:"))

    # what is shown

    def show(self) -> None:
        """Show it all as the file has it now."""
        session, frame = self._session, self._frame
        self.pages = [page for page in self.pages if not self._is_booked(page)]
        read = session.store.setting(BACK + self.monday.isoformat()).split()
        printed = returns(session.store.ledger, self.monday, read, [one.id for one in session.snapshot.staff])
        frame.lines.take(session.snapshot, self.pages, printed, self._opened())
        nothing = _tr("这一周还没有印任务单。印好发下去，收回来把扫描件或照片拖到这里。")
        frame.grid.set_empty(nothing, "" if frame.lines.entries else _tr("打印任务单"))
        frame.grid.set_rows(frame.lines.rows())
        frame.grid.refresh()
        if self.current() is None and frame.lines.entries:
            frame.grid.set_current(frame.lines.first())
        self._offer_weeks()
        heading, said = self._finding()
        frame.heading.setText(heading)
        frame.sentence.setText(said)
        self.show_current()

    def _offer_weeks(self) -> None:
        this_week = monday_of(self._session.today)
        weeks = weeks_until(self._session.snapshot, self._session.today)
        options = {self.monday: words.month_day(self.monday), this_week: _tr("这一周")}
        options |= {week.monday: _tr("第 {0} 周").format(week.number) for week in weeks}
        if this_week in {week.monday for week in weeks}:
            options[this_week] += _tr("（本周）")
        self._frame.week.set_value(self.monday.isoformat())
        self._frame.week.set_options([(day.isoformat(), said) for day, said in sorted(options.items(), reverse=True)])

    def choose_week(self, monday: str) -> None:
        """Show the pages of another week."""
        self.monday = date.fromisoformat(monday)
        self.show()

    def _finding(self) -> tuple[str, str]:
        lines = self._frame.lines
        waiting, missing, failed = (lines.count(state) for state in (WAITING, MISSING, FAILED))
        printed = sum(one.printed is not None for one in lines.entries)
        mine = {code for page in self.weekly() for code in ([page.slip.code] if page.slip else [])}
        total = printed + len(mine)
        heading = _tr("任务单都交回来了")
        if failed:
            heading = _tr("有 {0} 张没读出来").format(failed)
        elif waiting:
            heading = _tr("读好了 {0} 张，核对了就记下").format(waiting)
        elif missing:
            heading = _tr("还差 {0} 张没交回").format(missing)
        elif not total:
            heading = _tr("任务单")
        if not total:
            return heading, _tr("每周一印好发下去，收回来读一遍")
        return heading, _tr("这一周印了 {0} 张，交回 {1} 张").format(total, total - missing)

    def show_current(self) -> None:
        """Show the page of the current line, what is wrong with it, and what to do."""
        panel, entry, title = self._frame.panel, self.current(), ""
        page = entry.page if entry is not None else None
        if entry is not None:
            title = self._frame.lines.title(entry)
        panel.preview.show_page(page, title)
        panel.sign_in.setVisible(False)
        panel.key.setVisible(entry is not None and entry.state == MISSING and entry.is_weekly)
        if entry is None:
            panel.say(_tr("读回任务单"), do=how_words())
        elif page is not None and page.error is not None:
            what, do = words.wording(page.error)
            panel.say(title, what, do, wrong=True)
        elif page is not None and entry.state == WAITING:
            self._show_waiting(title, page)
        else:
            panel.say(title, do=how_words() if entry.state == MISSING else "")
        self.name_button()

    def _show_waiting(self, title: str, page: PageRead) -> None:
        what, do = _tr("勾了 {0} 格").format(page.ticks), _tr("绿框是读到的勾。")
        if page.doubts:
            what += _tr("，{0} 格看不准").format(page.doubts)
            do += _tr("黄框看不准，核对时自己定。")
        if page.slip is not None and page.slip.kind == SIGN_IN:
            if page is not self._signed:
                self._offer_who_came(page)
            self._frame.panel.sign_in.setVisible(True)
        self._frame.panel.say(title, what, do)

    def _offer_who_came(self, page: PageRead) -> None:
        """Once for a page: what somebody ticks beside stays while other things change."""
        assert page.slip is not None
        self._signed = page
        snapshot, today = self._session.snapshot, self._session.today
        listed = [snapshot.children[one] for one in words.children_of(page) if one in snapshot.children]
        day = usual_day(snapshot, page.slip.week, today)
        self._frame.panel.sign_in.show_children(listed, *who_came(page), day)

    def name_button(self) -> None:
        """The one green button says what it would do."""
        panel, entry, weekly = self._frame.panel, self.current(), self.weekly()
        page = entry.page if entry is not None and entry.state == WAITING else None
        kind = page.slip.kind if page is not None and page.slip is not None else ""
        panel.go.setEnabled(True)
        panel.files.setVisible(True)
        if page is not None and kind == SIGN_IN:
            count = len(panel.sign_in.who_came())
            panel.go.set_label(meeting_label(page, count))
            panel.go.setEnabled(count > 0)
        elif page is not None and kind == SURVEY:
            panel.go.set_label(_tr("打开调查登记，{0} 人没有变化").format(len(who_came(page)[0])))
        elif weekly:
            panel.go.set_label(_tr("逐张核对 {0} 张").format(len(weekly)))
        else:
            panel.go.set_label(_tr("读扫描件或照片"))
            panel.files.setVisible(False)


def how_words() -> str:
    """How a pile is read."""
    return _tr("把扫描的 PDF、照片或者整个文件夹拖到窗口里就读。四个角都要拍到。")
