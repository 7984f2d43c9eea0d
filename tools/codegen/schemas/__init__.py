"""Schemas of the document in the few forms that the generator reads correctly.

Every class becomes a component, so all names are chosen here. A construct that the generator would
drop or misread is rewritten, or refused.
"""
