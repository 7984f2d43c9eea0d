"""Mutation operators: each makes a mutant at every place where it fits."""
