"""At the right, one thing: how many there are and where, who has some, its batches, what was written of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.attachments import ASSET
from app.equipment import standard
from app.inventory import CONSUME, IN, LOAN, MOVE, RETURN, SCRAP, Movement, OpenLoan
from app.shelf import Line
from app.today_home import EXPIRY_DAYS
from ui import tokens
from ui.attachments.strip import AttachmentStrip
from ui.ledger import words
from ui.ledger.errand import CHANGE, Errand
from ui.ledger.shelf import Shelf
from ui.money_words import yuan_word
from ui.pieces.button import Button
from ui.pieces.flow_line import FlowLine
from ui.pieces.label import Label
from ui.pieces.marks import Mark
from ui.pieces.panel import Fact
from ui.pieces.titled_panel import TitledPanel
from ui.session import Session
from ui.stock_words import counted, expiry
from ui.work import Work

NEWEST = 12
"""Movements that are shown before 全部."""


class AssetPanel(TitledPanel):
    """`show_asset` after every change; hands on what a person wants to write."""

    wanted = Signal(object)
    """Errand."""
    form_wanted = Signal(str)
    """The key of the choice for which a scrap form is printed (`ui.paper.take_scopes`)."""

    def __init__(self, session: Session, work: Work, shelf: Shelf) -> None:
        super().__init__(name=session.tr("一样物品"))
        self._session, self._shelf = session, shelf
        self.asset_id = 0
        self._whole = False
        self.acts = {kind: Button(words.kind_word(kind)) for kind in (IN, LOAN, MOVE, CONSUME, SCRAP)}
        self.acts[CHANGE] = Button(self.tr("修改"), icon="pencil")
        self.head.addWidget(FlowLine(self.acts.values()))
        self.pictures = AttachmentStrip(session, work, heading=self.tr("照片和单据"))
        self.add_staying(self.pictures)
        self.set_action(self.go)
        self.go.clicked.connect(lambda: self.wanted.emit(Errand(self.main(), self.asset_id)))
        for kind, button in self.acts.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.wanted.emit(Errand(kind, self.asset_id)))

    def main(self) -> str:
        """What is done with it most: it is lent, or used up; one of which nothing is there comes in."""
        line = self._line()
        if line is None or not line.here:
            return IN
        return CONSUME if line.asset.consumable else LOAN

    def show_asset(self, asset_id: int) -> bool:
        """Show it afresh; False if it is gone."""
        if asset_id != self.asset_id:
            self._whole = False
        self.asset_id = asset_id
        line = self._line()
        if line is None:
            return False
        self.heading.setText(line.asset.name)
        self.about.setText(words.detail(line.asset))
        main, today = self.main(), self._shelf.is_today()
        for kind, button in self.acts.items():
            button.setVisible(kind != main)
            button.setEnabled(today and (kind in (IN, CHANGE) or line.here > 0))
            button.setToolTip("" if line.here > 0 or kind in (IN, CHANGE) else self.tr("室里没有了"))
        self.go.set_label(words.kind_word(main))
        self.go.setEnabled(today)
        self.go.setToolTip("" if today else self.tr("先回到今天"))
        self._fill(line)
        self.pictures.show_for(ASSET, asset_id, line.asset.name)
        return True

    # inside

    def _line(self) -> Line | None:
        return self._shelf.books.by_id.get(self.asset_id)

    def _fill(self, line: Line) -> None:
        self.clear()
        mark, said, second = words.state(line, self._shelf.day)
        if mark != "wait":
            self.add(Mark(mark, f"{said}，{second}" if second else said))
        for name, value in self._facts(line):
            self.add(Fact(name, value))
        if line.loans:
            self.add_section(self.tr("谁借着"))
            for loan in line.loans:
                self.add(self._loan(loan, line))
        found = [one for one in self._shelf.books.batches(line.id) if one.left]
        if found:
            self.add_section(self.tr("有效期"))
        for one in found:
            day = words.day_word(one.expires_on, self._session.today)
            near = (one.expires_on - self._shelf.day).days <= EXPIRY_DAYS
            text = self.tr("{0} 到期，剩 {1}").format(day, counted(one.left, line.asset))
            more = expiry(one.expires_on, self._shelf.day) if near else one.batch
            late = one.expires_on < self._shelf.day
            piece: QWidget = Mark("over" if late else "soon", f"{text}，{more}") if near else Label(text, "second")
            self.add(piece)
        self._add_history(line)

    def _facts(self, line: Line) -> list[tuple[str, str]]:
        asset, books = line.asset, self._shelf.books
        rooms = [
            f"{books.room_names.get(room, '')} {counted(count, asset)}" for room, count in line.rooms
        ]  # fmt: skip
        keeper = next((one.name for one in self._session.snapshot.staff if one.id == asset.keeper_id), "")
        meant = next((one.name for one in standard() if one.key == asset.standard), "")
        facts = [
            (self.tr("账上"), counted(line.owned, asset)), (self.tr("放在"), self.tr("，").join(rooms)),
            (self.tr("借出"), counted(line.out, asset) if line.out else ""),
            (self.tr("类别"), words.class_words().get(asset.class_of_goods, "")),
            (self.tr("来源"), words.origin_words().get(asset.origin, "")),
            (self.tr("单价"), yuan_word(asset.price_fen)),
            (self.tr("购置"), words.day_word(asset.bought_on, self._session.today) if asset.bought_on else ""),
            (self.tr("保管人"), keeper), (self.tr("算作"), meant), (self.tr("备注"), asset.note),
        ]  # fmt: skip
        return [(name, value) for name, value in facts if value]

    def _loan(self, loan: OpenLoan, line: Line) -> QWidget:
        piece = QWidget()
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        one, today = loan.movement, self._shelf.day
        who = words.borrower(one, self._session.snapshot, self._shelf.books.classes)
        text = f"{who} {counted(loan.out, line.asset)}"
        if one.due_day is not None:
            text += self.tr("，{0}还").format(words.day_word(one.due_day, self._session.today))
        row.addWidget(Mark("over", text) if loan.is_late(today) else Label(text, "second", wrap=True), 1)
        back = Button(words.kind_word(RETURN), kind="link", height=28, name=self.tr("{0}归还").format(who))
        back.setEnabled(self._shelf.is_today())
        back.clicked.connect(lambda: self.wanted.emit(Errand(RETURN, one.id)))
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return piece

    def _add_history(self, line: Line) -> None:
        moved = [one for one in reversed(self._shelf.books.movements(line.id)) if one.day <= self._shelf.day]
        more = None
        if len(moved) > NEWEST and not self._whole:
            more = Button(self.tr("全部"), kind="link", height=26, count=len(moved))
            more.clicked.connect(self._show_whole)
        self.add_section(self.tr("出入记录"), more)
        if not moved:
            self.add(Label(self.tr("还没有入库。点“入库”，两个人验收。"), "second", "ink2", wrap=True))
        for one in moved if self._whole else moved[:NEWEST]:
            self.add(self._history_line(one, line))

    def _history_line(self, one: Movement, line: Line) -> QWidget:
        said = Label(self._moved(one, line), "second", "ink2", wrap=True)
        if one.kind != SCRAP:
            return said
        piece = QWidget()
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(said, 1)
        form = Button(self.tr("报废单"), kind="link", height=26, name=self.tr("打印报废单，{0}").format(said.text()))
        scope = f"scrap:{one.id}" if one.stocktake_id is None else f"take:{one.stocktake_id}"
        form.clicked.connect(lambda: self.form_wanted.emit(scope))
        row.addWidget(form, 0, Qt.AlignmentFlag.AlignTop)
        return piece

    def _show_whole(self) -> None:
        self._whole = True
        self.show_asset(self.asset_id)

    def _moved(self, one: Movement, line: Line) -> str:
        """11月3日 入库 5 个，县妇联捐，张敏、李秀兰验收."""
        books = self._shelf.books
        staff = {each.id: each.name for each in self._session.snapshot.staff}
        donor = next((each.name for each in books.donors if each.id == one.donor_id), "")
        who = words.borrower(one, self._session.snapshot, books.classes)
        accepted = self.tr("、").join(staff[key] for key in (one.accepted_by, one.second_by) if key in staff)
        parts = [
            f"{words.day_word(one.day, self._session.today)} {words.kind_word(one.kind)} "
            + counted(one.count, line.asset),
            self.tr("{0}捐").format(donor) if donor else "", who,
            self.tr("到{0}").format(books.room_names.get(one.to_room_id, "")) if one.to_room_id else "",
            self.tr("{0}验收").format(accepted) if accepted else "", one.batch, one.reason,
        ]  # fmt: skip
        return self.tr("，").join(part for part in parts if part)
