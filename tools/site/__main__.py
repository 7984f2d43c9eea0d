"""Write the pages of the site: `python -m tools.site`."""

from .staging import STAGE, stage

if __name__ == "__main__":
    stage()
    print(f"{sum(1 for _ in STAGE.rglob('*.md'))} pages are in {STAGE}")
