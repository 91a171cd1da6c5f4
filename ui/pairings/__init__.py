"""The page 结对帮扶: who stands by whom, who lacks somebody, handing over, help plans."""
