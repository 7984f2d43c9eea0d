# Generated from openapi.yaml by `make generate`; do not edit.
"""Catalog of the operations of `callers.campaign_groups`."""

from campaignkit_runtime.catalog import Argument, OperationEntry

OPERATIONS: dict[str, OperationEntry] = {
    "get": OperationEntry(
        id="callers_campaign_groups_get",
        vendor="callers",
        resource="campaign_groups",
        name="get",
        method="GET",
        path="/campaign-groups/{campaignGroupId}",
        summary="Get a campaign group",
        description="A group of another organization is not found (404).",
        returns="The campaign group.",
        idempotency="safe",
        effect="none",
        kind="call",
        arguments=(
            Argument(
                name="campaign_group_id",
                location="path",
                schema={"type": "string", "minLength": 1},
                help="ID of the campaign group, a string ObjectId. Must not be empty.",
                example="507f1f77bcf86cd799439011",
                json_name="campaignGroupId",
            ),
            Argument(
                name="sub_organization_id",
                location="header",
                schema={"type": "string"},
                help="ID of a sub-organization to act for. It must belong to the main organization of the key.",
                is_required=False,
                json_name="x-sub-organization-id",
            ),
        ),
        output="#/components/schemas/CampaignGroupPublicDto",
    ),
}
