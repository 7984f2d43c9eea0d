"""Tests of `campaignkit`, the client."""
