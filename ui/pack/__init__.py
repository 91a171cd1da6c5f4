"""The archive pack (迎检资料): which papers belong in it, how it is made, the page, and the term's close."""
