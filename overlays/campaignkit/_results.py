"""Results of calls, as their callers get them."""

from typing import Any, TypeVar

from campaignkit_runtime.decoding.items import ModelList
from campaignkit_runtime.protocols import RawResponse

from ._exceptions import CampaignKitError, ResponseDecodeError
from ._response_types import DecodedResponse

T = TypeVar("T")


def payload_of(result: DecodedResponse[T] | CampaignKitError) -> T:
    """Return the payload of a response; raise an error."""
    if isinstance(result, CampaignKitError):
        raise result
    payload: Any = result.payload
    if type(payload) is list:
        payload = ModelList(payload)  # notebooks show it as a table
    found: T = payload
    return found


def raw_response_of(result: DecodedResponse[T] | CampaignKitError) -> RawResponse[T]:
    """Return the response, also if its body does not fit the spec; raise any other error."""
    if not isinstance(result, CampaignKitError):
        return result.raw()
    raw = result.to_raw() if isinstance(result, ResponseDecodeError) else None
    if raw is None:
        raise result
    return raw
