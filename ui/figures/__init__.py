"""The page 本学期数字: every figure of a term beside the term before, and the names behind each."""
