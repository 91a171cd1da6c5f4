"""The page 学期报告: what the assessment scores, what lacks and what it would bring, the mentors, past terms."""
