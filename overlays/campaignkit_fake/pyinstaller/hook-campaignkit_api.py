"""Parts of the generated client that an executable needs: the OpenAPI document, lazy modules."""

from importlib.resources import files
from pkgutil import walk_packages

import campaignkit_api

datas = [(str(files("campaignkit_api") / "openapi.json"), "campaignkit_api")]
hiddenimports = [
    module.name for module in walk_packages(campaignkit_api.__path__, "campaignkit_api.")
]
