"""The school: records and rules. Plain Python that runs without Qt, SQL or files."""
