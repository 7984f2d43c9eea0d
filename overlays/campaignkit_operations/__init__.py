"""Operations of the catalog for a user: keys, stakes and reports, for each way to call them."""
