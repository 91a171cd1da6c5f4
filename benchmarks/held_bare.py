"""Prints the megabytes that a bare PySide6 window holds."""

from PySide6.QtWidgets import QApplication, QLabel

from benchmarks import held

application = QApplication(["bare"])
window = QLabel("bare")
window.resize(1366, 697)
window.show()
held.settle(application.processEvents)
print(held.megabytes())
