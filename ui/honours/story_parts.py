"""What the desk of one story is made of, and where it stands."""


from app.honours import STORY_KINDS
from ui import honour_words as words
from ui import tokens
from ui.activities.facts import FieldGrid
from ui.attachments.strip import AttachmentStrip
from ui.card import Card
from ui.children.card import Column
from ui.form_desk import FormDesk
from ui.honours.person_field import PersonField
from ui.pieces.button import Button
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, Field, LineField
from ui.pieces.label import Label
from ui.session import Session
from ui.work import Work

NAMED, HIDDEN = "1", "0"


class StoryParts(FormDesk):
    """The widgets of `StoryDesk` in their places."""

    def __init__(self, session: Session, work: Work) -> None:
        super().__init__(session, session.tr("记下"), session.tr("打印"))
        self.export = Button(self.tr("导出 Word"), icon="download")
        self.approved = Button(self.tr("审定"), icon="check")
        self.back_to_draft = Button(self.tr("退回草稿"))
        self.approver = LineField(self.tr("谁审定"))
        self.day = DateField(self.tr("哪天"), today=lambda: session.today, needed=True)
        self.who = PersonField(session, self.tr("写的是谁"))
        kinds = [(one, words.story_word(one)) for one in STORY_KINDS]
        self.fields: dict[str, Field] = {
            "kind": ChoiceField(self.tr("写什么"), kinds, STORY_KINDS[0]),
            "title": LineField(self.tr("题目")), "day": self.day, "who": self.who,
            "text": AreaField(self.tr("正文，一段一行"), lines=12),
            "named": ChoiceField(self.tr("印出来写不写名字"),
                                 [(HIDDEN, self.tr("不写名字")), (NAMED, self.tr("写真名"))], HIDDEN),
            "alias": LineField(self.tr("化名"), placeholder=self.tr("小禾")),
        }  # fmt: skip
        self.warning = Label(self.tr("个案讲的是孩子家里的事，写真名要家里人同意。"), "second", "soon", wrap=True)
        self.attachments = AttachmentStrip(session, work, heading=self.tr("照片和文件"))
        self._lay_out()

    def _lay_out(self) -> None:
        fields = self.fields
        basics = FieldGrid([[fields["title"]], [fields[key] for key in ("kind", "who", "day")],
                            [fields["named"], fields["alias"]]])  # fmt: skip
        card = Card("")
        for piece in (basics, self.warning, fields["text"]):
            card.column.addWidget(piece)
        whole = Column(self.tr("这一篇"), right=6)
        whole.add(card, self.attachments)
        self.approver.setFixedWidth(tokens.px(150))
        self._stand((whole,), (self.delete, self.export, self.print),
                    (self.approver, self.approved, self.back_to_draft))  # fmt: skip
