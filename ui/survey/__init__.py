"""The survey of a class: the forms that came back are keyed in, in the order of the paper."""
