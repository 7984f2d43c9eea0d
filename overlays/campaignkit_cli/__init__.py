"""The command line `campaignkit`: every operation of the catalog, and common workflows."""
