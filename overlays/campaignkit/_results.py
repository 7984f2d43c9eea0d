"""Results of calls, as their callers get them."""

from typing import TypeVar

from campaignkit_runtime.protocols import RawResponse

from ._exceptions import CampaignKitError, ResponseDecodeError
from ._response_types import DecodedResponse

T = TypeVar("T")


def payload_of(result: DecodedResponse[T] | CampaignKitError) -> T:
    """Return the payload of a response; raise an error."""
    if isinstance(result, CampaignKitError):
        raise result
    return result.payload


def raw_response_of(result: DecodedResponse[T] | CampaignKitError) -> RawResponse[T]:
    """Return the response, also if its body does not fit the spec; raise any other error."""
    if not isinstance(result, CampaignKitError):
        return result.raw()
    raw = result.to_raw() if isinstance(result, ResponseDecodeError) else None
    if raw is None:
        raise result
    return raw
