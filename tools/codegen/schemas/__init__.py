"""Schemas of the document in the few forms that the generator reads right.

Every class becomes a component of its own, so all names are chosen here. What the generator would
drop or read wrongly is rewritten, or refused by name.
"""
