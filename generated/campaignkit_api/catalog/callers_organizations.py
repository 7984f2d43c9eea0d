# Generated from openapi.yaml by `make generate`; do not edit.
"""Catalog of the operations of `callers.organizations`."""

from campaignkit_runtime.catalog import Argument, OperationEntry

OPERATIONS: dict[str, OperationEntry] = {
    "get": OperationEntry(
        id="callers_organizations_get",
        vendor="callers",
        resource="organizations",
        name="get",
        method="GET",
        path="/organization",
        summary="Get the organization of the API key",
        description="Known only from earlier documents of the vendor.",
        returns="The organization.",
        idempotency="safe",
        effect="none",
        kind="call",
        arguments=(),
        output="#/components/schemas/OrganizationPublicDto",
    ),
    "create_sub_organization": OperationEntry(
        id="callers_organizations_create_sub_organization",
        vendor="callers",
        resource="organizations",
        name="create_sub_organization",
        method="POST",
        path="/organization/sub-organization",
        summary="Create a sub-organization",
        description="The sub-organization belongs to the main organization of the key.",
        returns="The ID of the new sub-organization.",
        idempotency="never",
        effect="changes",
        kind="call",
        arguments=(
            Argument(
                name="name",
                location="body",
                schema={"type": "string", "minLength": 1},
                help="Name of the sub-organization. Must not be empty.",
                example="Branch",
                json_name="name",
            ),
            Argument(
                name="retry_attempts_max_value",
                location="body",
                schema={"type": ["number", "null"]},
                help="Maximum number of calls to a contact. An earlier page prints the range 1 to 50.",
                example=5.5,
                json_name="retryAttemptsMaxValue",
            ),
            Argument(
                name="limits",
                location="body",
                schema={
                    "anyOf": [
                        {
                            "type": "object",
                            "required": [],
                            "properties": {
                                "incomingCalls": {
                                    "type": "number",
                                    "description": "Limit for incoming calls.",
                                },
                                "outgoingContacts": {
                                    "type": "number",
                                    "description": "Limit for outgoing contacts.",
                                },
                            },
                        },
                        {"type": "null"},
                    ]
                },
                help="Call limits. `None` is sent as null.",
                is_required=False,
                example={"incomingCalls": 1, "outgoingContacts": 1},
                json_name="limits",
                model="CallersSubOrganizationLimits",
            ),
            Argument(
                name="permissions",
                location="body",
                schema={
                    "type": "array",
                    "items": {
                        "anyOf": [
                            {"type": "string", "enum": ["permission_enable_voip_and_phones"]},
                            {"type": "string"},
                        ]
                    },
                },
                help="Permissions of the sub-organization. Known values: `permission_enable_voip_and_phones`.",
                is_required=False,
                example=["permission_enable_voip_and_phones"],
                json_name="permissions",
            ),
            Argument(
                name="webhooks",
                location="body",
                schema={
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": [],
                        "properties": {
                            "url": {"type": "string", "description": "URL of the webhook."},
                            "events": {
                                "type": "array",
                                "items": {
                                    "anyOf": [
                                        {
                                            "type": "string",
                                            "enum": [
                                                "DIALING",
                                                "CONNECTED",
                                                "FAILED",
                                                "COULD_NOT_CONNECT:BUSY",
                                                "COULD_NOT_CONNECT:NO_ANSWER",
                                                "FORWARDED",
                                                "HANG_UP",
                                                "POST_PROCESSING_FINISHED:VOICE_MAIL",
                                                "POST_PROCESSING_FINISHED:INTERESTED",
                                                "POST_PROCESSING_FINISHED:NOT_INTERESTED",
                                                "POST_PROCESSING_FINISHED:WRONG_NUMBER",
                                                "POST_PROCESSING_FINISHED:CALL_ME_LATER",
                                                "POST_PROCESSING_FINISHED:DO_NOT_CALL",
                                                "FORWARDED_CALL_FINISHED",
                                            ],
                                        },
                                        {"type": "string"},
                                    ]
                                },
                                "description": "Events that are sent to the URL. Known values: the members of `CallersWebhookEvent`.",
                            },
                        },
                    },
                },
                help="Webhooks that receive its calls.",
                is_required=False,
                example=[
                    {
                        "url": "https://hooks.example.com/calls",
                        "events": [
                            "POST_PROCESSING_FINISHED:INTERESTED",
                            "POST_PROCESSING_FINISHED:DO_NOT_CALL",
                        ],
                    }
                ],
                json_name="webhooks",
                model="CallersWebhook",
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
        output="#/components/schemas/CallersSubOrganization",
    ),
    "add_phone_numbers": OperationEntry(
        id="callers_organizations_add_phone_numbers",
        vendor="callers",
        resource="organizations",
        name="add_phone_numbers",
        method="POST",
        path="/organization/{sipId}/phone-number",
        summary="Add phone numbers to a SIP connection",
        description="The numbers belong to the carrier of the organization. Connect the carrier by SIP in the dashboard first.",
        returns="Nothing; the numbers were added.",
        idempotency="never",
        effect="changes",
        kind="call",
        arguments=(
            Argument(
                name="sip_id",
                location="path",
                schema={"type": "string", "minLength": 1},
                help="ID of the SIP connection for the numbers. Must not be empty.",
                example="507f1f77bcf86cd799439011",
                json_name="sipId",
            ),
            Argument(
                name="phone_numbers",
                location="body",
                schema={"type": "array", "items": {"type": "string"}},
                help="Phone numbers with the country code, with or without a leading +.",
                example=["14155552671", "+442071234567"],
                json_name="phoneNumbers",
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
    ),
    "sync": OperationEntry(
        id="callers_organizations_sync",
        vendor="callers",
        resource="organizations",
        name="sync",
        method="POST",
        path="/admin/organization/{id}/external-sync",
        summary="Set the pricing and limits of an organization",
        description="Pass the pricing, the limits or both. This call uses the sync secret instead of the API key.",
        returns="Whether pricing and limits were set.",
        idempotency="never",
        effect="changes",
        kind="call",
        arguments=(
            Argument(
                name="id",
                location="path",
                schema={"type": "string", "minLength": 1},
                help="ID of the organization. Must not be empty.",
                example="507f1f77bcf86cd799439011",
                json_name="id",
            ),
            Argument(
                name="pricing",
                location="body",
                schema={"type": "object", "additionalProperties": True},
                help="Pricing. Its fields are not printed.",
                is_required=False,
                json_name="pricing",
            ),
            Argument(
                name="limits",
                location="body",
                schema={
                    "type": "object",
                    "required": [],
                    "properties": {
                        "outgoingLimit": {
                            "type": ["number", "null"],
                            "description": "Limit for outgoing calls.",
                        },
                        "incomingLimit": {
                            "type": ["number", "null"],
                            "description": "Limit for incoming calls.",
                        },
                    },
                },
                help="Call limits of an organization.",
                is_required=False,
                example={"outgoingLimit": None, "incomingLimit": None},
                json_name="limits",
                model="CallersLimits",
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
        output="#/components/schemas/CallersSynced",
    ),
}
