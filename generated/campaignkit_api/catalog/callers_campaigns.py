# Generated from openapi.yaml by `make generate`; do not edit.
"""Catalog of the operations of `callers.campaigns`."""

from campaignkit_runtime.catalog import Argument, OperationEntry

OPERATIONS: dict[str, OperationEntry] = {
    "list": OperationEntry(
        id="callers_campaigns_list",
        vendor="callers",
        resource="campaigns",
        name="list",
        method="GET",
        path="/campaigns",
        summary="List the campaigns of an organization",
        description="Lists all campaigns of the organization, or only the campaigns of one group.",
        returns="The campaigns.",
        idempotency="safe",
        effect="none",
        kind="call",
        arguments=(
            Argument(
                name="organization_id",
                location="query",
                schema={"type": "string"},
                help="ID of the organization, a string ObjectId.",
                example="507f1f77bcf86cd799439011",
                json_name="organizationId",
            ),
            Argument(
                name="campaign_group_id",
                location="query",
                schema={"type": "string"},
                help="ID of a campaign group of the organization, a string ObjectId. Lists only the campaigns of this group.",
                is_required=False,
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
        output="#/paths/~1campaigns/get/responses/200/content/application~1json/schema",
    ),
    "get": OperationEntry(
        id="callers_campaigns_get",
        vendor="callers",
        resource="campaigns",
        name="get",
        method="GET",
        path="/campaigns/{campaignId}",
        summary="Get a campaign",
        description="Returns the campaign with its call and email settings.",
        returns="The campaign.",
        idempotency="safe",
        effect="none",
        kind="call",
        arguments=(
            Argument(
                name="campaign_id",
                location="path",
                schema={"type": "string", "minLength": 1},
                help="ID of the campaign, a string ObjectId. Must not be empty.",
                example="507f1f77bcf86cd799439011",
                json_name="campaignId",
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
        output="#/components/schemas/CampaignPublicDto",
    ),
}
