"""Release gates: the versions, and what changed in the spec and the API since the last tag."""
