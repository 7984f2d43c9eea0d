"""Tests of `campaignkit_runtime`: models, decoding, rate limiter."""
