"""What the wizard knows of a step: a heading, a sentence, fields, and whether it may go on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pieces.label import Label


class Step(QWidget):
    """One page of the wizard. Fields keep what was typed when the person goes back."""

    def __init__(self, heading: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.heading = heading
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        if note:
            self.column.addWidget(Label(note, "second", wrap=True))

    def arrive(self) -> None:
        """The step comes on screen: put the cursor into its first field."""

    def check(self) -> str:
        """"" if the wizard may go on, else what is missing, having put the cursor there."""
        return ""
