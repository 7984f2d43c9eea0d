"""What a fake holds: the store, and the data that it begins with."""
