"""HTTP/1.1 over sockets, sync and asyncio: parser, connections and connection pools.

The package knows nothing of campaignkit. It needs httptools, and for async connections
aiohappyeyeballs; each is imported when the first connection is opened.
"""
