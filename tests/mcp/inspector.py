"""List and call tools with the MCP Inspector, against the fake.

python -m tests.mcp.inspector
"""

import json
import sys
import tempfile

from campaignkit_fake import SAMPLE_ID, Fake

from tests.mcp import npx

PACKAGE = "@modelcontextprotocol/inspector@2.12.0"


def main() -> int:
    """Run the Inspector twice, and return an exit code."""
    server = [sys.executable, "-m", "campaignkit_mcp"]
    with Fake().serve() as base_url, tempfile.TemporaryDirectory() as folder:
        variables = {
            "SONARLY_API_KEY": "fake-sonarly",
            "SONARLY_BASE_URL": base_url,
            "CAMPAIGNKIT_CONFIG_DIR": folder,
        }
        given = [word for pair in variables.items() for word in ("-e", "=".join(pair))]
        own = ["--cli", *server, *given, "--method"]
        listed = npx.run(PACKAGE, [*own, "tools/list"])
        called = npx.run(
            PACKAGE,
            [
                *(*own, "tools/call", "--tool-name", "sonarly_campaigns_list"),
                *("--tool-arg", f"account_group_id={SAMPLE_ID}"),
            ],
        )
    try:
        tools = json.loads(listed.stdout)["tools"]
        items = json.loads(called.stdout)["structuredContent"]["items"]
    except (KeyError, ValueError):
        sys.stderr.write(listed.stderr + called.stderr)
        return 1
    sys.stdout.write(f"{len(tools)} tools are listed, and a call returned {len(items)} items.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
