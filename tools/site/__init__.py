"""Documentation site: the guides, and a reference that is generated from the catalog."""
