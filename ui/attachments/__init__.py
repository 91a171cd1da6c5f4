"""What hangs on a record: brought in, shown small and large, printed, saved, taken off."""
