"""Settings of a live run on the fake."""

from campaignkit_fake import SAMPLE_ID

SETTINGS = {
    "SONARLY_API_KEY": "fake-sonarly",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
    "CALLERS_API_KEY": "fake-callers",
    "ORGANIZATION_ID": SAMPLE_ID,
    "RATE": "100000/s",
}
