"""Trial of a document of another house: what can be generated from it, and a client package."""
