"""The wizard that takes an existing ledger of things in (从表格导入台账)."""
