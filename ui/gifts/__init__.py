"""The page 捐赠与心愿: who gave what to whom, how children are insured, what they wish for."""
