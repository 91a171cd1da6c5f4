"""Runs all benchmarks and prints one table; a miss is printed, and the exit status stays 0."""

from benchmarks import (
    attachments,
    cards,
    executable,
    figures,
    finding,
    importing,
    logging,
    memory,
    pack,
    paper_roster,
    pictures,
    report,
    roster,
    slips,
    stock,
    timeline,
    today,
)
from benchmarks.table import printed


def main() -> None:
    """Measure and print."""
    print(printed([
        *executable.rows(), *roster.rows(), *importing.rows(), *finding.rows(), *paper_roster.rows(), *cards.rows(),
        *pictures.rows(), *memory.rows(), *today.rows(), *logging.rows(), *timeline.rows(),
        *figures.rows(), *report.rows(), *slips.rows(), *attachments.rows(), *stock.rows(), *pack.rows(),
    ]))  # fmt: skip


if __name__ == "__main__":
    main()
