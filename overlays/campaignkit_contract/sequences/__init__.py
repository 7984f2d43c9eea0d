"""Sequences: checks over several exchanges in order, which send nothing."""
