"""The page 亲情联系: the ledger of care as it is kept day by day."""
