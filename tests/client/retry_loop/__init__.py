"""A call is brought to its end: sent again, read about, or given up, and never done twice."""
