"""The right-hand side of the printing page: which paper, for whom, which copies, and the two buttons."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.care_words import kind_word
from ui.paper import cards
from ui.paper.asset_choice import AssetChoice
from ui.paper.care_choice import CareChoice
from ui.paper.care_scopes import RECORD
from ui.paper.certificate_choice import CertificateChoice
from ui.paper.kind_choice import KindChoice
from ui.paper.kinds import CARE, groups, kind_of, kinds
from ui.paper.lists import style_words
from ui.paper.pairings import style_words as pairing_styles
from ui.paper.scope import Scope
from ui.paper.sign_in_form import GATHERINGS
from ui.pieces.button import Button
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.pieces.side_panel import SidePanel

WHOLE = ("work_plan", "figures", "inspection_round", "activity_plan", "activity_record", "honour_list")
"""Papers for nobody in particular, of which one is chosen."""


class PrintPanel(SidePanel):
    """Choices only; what they mean is the page's business."""

    changed = Signal()
    """Another scope, copy or list was chosen."""
    kind_changed = Signal()
    """Another paper was chosen, for which the scopes may be others."""
    due_wanted = Signal()
    """Only those whose card has changed."""
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name=QCoreApplication.translate("PrintPanel", "打印什么"), parent=parent)
        self.layouts = KindChoice(kinds(), groups(), self.tr("印哪一种"))
        self.scope = ComboField(self.tr("给谁印"), [])
        self.copies_head = Label(self.tr("印哪几份"), "second")
        self.copies = {key: CheckBox(words, checked=True) for key, words in cards.copy_words().items()}
        styles = [Segment(key, words) for key, words in style_words().items()]
        self.list_style = Segments(styles, name=self.tr("哪种名单"))
        pairings = [Segment(key, words) for key, words in pairing_styles().items()]
        self.pairing_style = Segments(pairings, name=self.tr("哪种一览表"))
        self.care, self.things, self.certificate = CareChoice(today), AssetChoice(today), CertificateChoice()
        gatherings = [(kind, kind_word(kind)) for kind in GATHERINGS]
        self.gathering = ComboField(self.tr("签什么到"), gatherings)
        self.gathering.set_value(GATHERINGS[0])
        self.full_ids = CheckBox(self.tr("印完整的证件号码"))
        warning = self.tr("证件号码会完整印在纸上，这次打印会记入日志。用完请收好或粉碎。")
        self.full_hint = Label(warning, "hint", "soon", wrap=True)
        self.due = Button("", kind="ghost")
        self.why = Label("", "hint", "ink2", wrap=True)
        self.counts = Label("", "second", "ink2", wrap=True)
        self.notice = Label("", "second", "soon", wrap=True)
        self.save = Button(self.tr("另存为 PDF"), icon="download", keys="Ctrl+E")
        self.go = Button(self.tr("打印"), kind="primary", icon="printer", keys="Ctrl+P", height=tokens.CONTROL_PANEL)
        self._lay_out()
        self.layouts.chosen.connect(lambda _key: self.kind_changed.emit())
        for style in (self.list_style, self.pairing_style):
            style.chosen.connect(lambda _key: self.changed.emit())
        for choice in (self.scope, self.gathering):
            choice.committed.connect(lambda _key: self.changed.emit())
        self.care.changed.connect(self.changed)
        self.things.changed.connect(self.changed)
        self.certificate.changed.connect(self.changed)
        for box in (*self.copies.values(), self.full_ids):
            box.toggled.connect(lambda _on: self.changed.emit())
        self.due.clicked.connect(self.due_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.go.clicked.connect(self.print_wanted)

    def offer(self, scopes: Sequence[Scope], wanted: str) -> None:
        """Show the choices of whom, with `wanted` chosen if it is among them."""
        keys = [scope.key for scope in scopes]
        kind = kind_of(self.layouts.current())
        which = self.tr("印哪一份") if kind.key in WHOLE else self.tr("给谁印")
        self.scope.relabel(self.tr("印哪些") if kind.group == "things" else which)
        self.scope.set_options([(scope.key, scope.words) for scope in scopes])
        self.scope.set_value(wanted if wanted in keys else "left" if "left" in keys else keys[0])
        self.scope.set_options([(scope.key, scope.words) for scope in scopes])
        self.scope.setVisible(len(scopes) > 1)

    def show_due(self, counts: Mapping[str, int], why: Sequence[str]) -> None:
        """How many cards of each layout have changed; `why` says for those shown what it was."""
        self.layouts.show_due(counts)
        most = max(counts.values(), default=0)
        of_cards = kind_of(self.layouts.current()).group == "cards"
        self.due.setVisible(bool(most) and of_cards and self.scope.value() != "due")
        self.due.set_label(self.tr("打印有变化的"), counts.get(self.layouts.current(), most))
        self.why.setText("\n".join(why))
        self.why.setVisible(bool(why))

    def chosen_copies(self) -> tuple[str, ...]:
        """Of "school", "home", "teacher"."""
        return tuple(key for key, box in self.copies.items() if box.isChecked())

    def has_ids(self) -> bool:
        """Whether the paper shows ID numbers at all."""
        return self.layouts.current() in ("school", "form") and self.scope.value() != "blank"

    def wants_full_ids(self) -> bool:
        """Whether they shall be whole."""
        return self.has_ids() and self.full_ids.isChecked()

    def show_sheets(self, sheets: int, words: str, none: str = "") -> None:
        """Say how much paper it is; without any the buttons are off, and `none` says why."""
        kind = self.layouts.current()
        for widget in (self.copies_head, *self.copies.values()):
            widget.setVisible(kind == "school")
        self.full_ids.setVisible(self.has_ids())
        self.full_hint.setVisible(self.wants_full_ids())
        self.list_style.setVisible(kind == "list")
        self.pairing_style.setVisible(kind == "pairing_list")
        one = self.scope.value() == "blank" or self.scope.value().startswith(f"{RECORD}:")
        self.care.setVisible(kind in CARE and not one)
        self.gathering.setVisible(kind == "signin")
        self.things.show_for(kind)
        self.certificate.setVisible(kind == "certificate")
        self.counts.setText(words)
        self.say("")
        self.go.set_label(self.tr("打印 {0} 张纸").format(sheets) if sheets else none or self.tr("没有要印的"))
        self.go.setEnabled(bool(sheets))
        self.save.setEnabled(bool(sheets))

    def say(self, sentence: str, *, offer_pdf: bool = False) -> None:
        """Show what happened above the buttons; with `offer_pdf` the PDF button is the next step."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        if offer_pdf:
            self.save.setFocus()

    def _lay_out(self) -> None:
        self.head.addWidget(Label(self.tr("打印什么"), "panel"))
        styles = (self.list_style, self.pairing_style, self.gathering, self.certificate)
        options = (self.copies_head, *self.copies.values(), self.full_ids, self.full_hint)
        choices = (self.scope, self.layouts.groups, self.layouts, self.care, self.things, *styles)
        for widget in (*choices, self.due, self.why, *options):
            self.add(widget)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.counts, self.notice, self.save):
            column.addWidget(widget)
        self.set_action(foot)
        self.set_action(self.go)
