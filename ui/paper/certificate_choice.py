"""On the printing page: which words a certificate has, and whether its frame is printed with them."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import tokens
from ui.paper.certificate import CertificateJob
from ui.pieces.check_box import CheckBox
from ui.pieces.fields import ComboField

SUITING = ""
J = TypeVar("J")


class CertificateChoice(QWidget):
    """`changed` comes when another choice holds."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ComboField(self.tr("用哪种字"), [(SUITING, self.tr("各用各的"))], SUITING)
        self.frame = CheckBox(self.tr("印边框和题头"), checked=True)
        self.frame.setToolTip(self.tr("买来的奖状纸已经有边框，就不勾"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for widget in (self.words, self.frame):
            column.addWidget(widget)
        self.words.committed.connect(lambda _key: self.changed.emit())
        self.frame.toggled.connect(lambda _on: self.changed.emit())

    def said(self, job: J) -> J:
        """Certificates as they are chosen here, whose words are what can be chosen; any other job as it is."""
        if not isinstance(job, CertificateJob):
            return job
        options = [(SUITING, self.tr("各用各的")), *((one.name, one.name) for one in job.words)]
        chosen = self.words.value()
        self.words.set_options(options)
        if chosen in dict(options):
            self.words.set_value(chosen)
        return replace(job, chosen=self.words.value(), frame=self.frame.isChecked())
