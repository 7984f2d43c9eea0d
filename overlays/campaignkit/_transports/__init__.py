"""How our own clients send: straight over `campaignkit_wire`, or through httpx."""
