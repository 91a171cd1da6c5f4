"""What part of something is done, in percent: one rule for every page, paper and sheet."""


def percent(done: int, of: int) -> int | None:
    """Rounded to whole percent, a half up; 100 only where nothing lacks, 0 only where nothing is done. None where there
    is nothing to do."""
    if not of:
        return None
    rounded = (200 * done + of) // (2 * of)
    if done < of:
        rounded = min(rounded, 99)
    return max(rounded, 1) if done > 0 else rounded
