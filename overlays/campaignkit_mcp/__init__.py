"""Tool server for agents: operations of the catalog over the Model Context Protocol."""
