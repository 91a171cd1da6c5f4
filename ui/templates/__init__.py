"""The page 县里的表: the county's own forms, what goes where in them, and filling them."""
