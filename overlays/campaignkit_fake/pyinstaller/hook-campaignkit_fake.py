"""Parts of the fake that an executable needs: lazy modules, and data of the generated client."""

from pkgutil import walk_packages

import campaignkit_fake

hiddenimports = [
    "campaignkit_api",
    *(
        module.name
        for module in walk_packages(campaignkit_fake.__path__, "campaignkit_fake.")
        # pytest loads its plugin by itself; an executable has neither pytest nor PyInstaller.
        if "pytest" not in module.name and "pyinstaller" not in module.name
    ),
]
