"""The school calendar (校历): both terms of a year by weeks, edited day by day, printed on one sheet."""
