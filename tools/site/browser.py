"""Check of the site in headless Chromium: what a reader does, and what a reader must not see."""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
SCREENS = ROOT / "build" / "screens"
PAGES = (
    "/",
    "/retries/",
    "/cli/",
    "/faults/",
    "/measurements/",
    "/frameworks/celery/",
    "/reference/operations/",
    "/reference/operations/sonarly-campaigns-start/",
)
MAX_BYTES = 600_000
DESKTOP, PHONE = (1280, 900), (390, 844)
_PATIENCE = 20  # seconds, for a busy machine
_ARGUMENTS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars"),
)


class Reader:
    """A browser with a page of the site."""

    def __init__(self, driver: Any, base_url: str, axe: str) -> None:
        self.driver, self.base_url, self._axe = driver, base_url, axe

    def open(self, page: str, size: tuple[int, int] = DESKTOP) -> None:
        """Open a page in a window of a size."""
        self.driver.get_log("performance")
        self.driver.set_window_size(*size)
        self.driver.get(f"{self.base_url}{page}")
        self.wait(lambda: self.script("return document.readyState") == "complete")
        # A color that still fades would have any contrast.
        self.script(
            "document.head.insertAdjacentHTML('beforeend',"
            "'<style>* { transition: none !important }</style>')"
        )

    def script(self, code: str, *arguments: Any) -> Any:
        """Run JavaScript in the page."""
        return self.driver.execute_script(code, *arguments)

    def wait(self, condition: Callable[[], Any]) -> Any:
        """Wait until a condition holds."""
        return WebDriverWait(self.driver, _PATIENCE).until(lambda _: condition())

    def problems(self) -> Iterator[str]:
        """Yield what the page must not have: errors, requests to others, and too many bytes."""
        for entry in self.driver.get_log("browser"):
            if entry["level"] == "SEVERE":
                yield f"console: {entry['message']}"
        size = 0
        for event in self._network_events():
            if event["method"] == "Network.requestWillBeSent":
                url = event["params"]["request"]["url"]
                if urlsplit(url).scheme != "data" and not url.startswith(self.base_url):
                    yield f"external request: {url}"
            elif event["method"] == "Network.loadingFinished":
                size += int(event["params"]["encodedDataLength"])
        if size > MAX_BYTES:
            yield f"the page weighs {size} bytes, more than {MAX_BYTES}"

    def contrast_problems(self) -> Iterator[str]:
        """Yield the violations of WCAG A and AA that axe finds."""
        self.script(self._axe)
        found = self.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']}).then(r => done(r.violations));"
        )
        for violation in found:
            targets = [node["target"] for node in violation["nodes"]][:3]
            yield f"{violation['id']}: {violation['help']} at {targets}"

    def screen(self, name: str) -> None:
        """Save a picture of the window."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(SCREENS / f"{name}.png"))

    def _network_events(self) -> Iterator[Any]:
        for entry in self.driver.get_log("performance"):
            yield json.loads(entry["message"])["message"]


def check_pages(reader: Reader) -> Iterator[str]:
    """Yield the problems of each page, light and dark, on a desktop and on a phone."""
    for page in PAGES:
        name = page.strip("/").rpartition("/")[2] or "start"
        reader.open(page)
        yield from (f"{page}: {problem}" for problem in reader.problems())
        for scheme in ("default", "slate"):
            reader.script(
                "document.body.setAttribute('data-md-color-scheme', arguments[0])", scheme
            )
            yield from (f"{page} ({scheme}): {one}" for one in reader.contrast_problems())
            reader.screen(f"{name}-{'dark' if scheme == 'slate' else 'light'}")
        reader.open(page, PHONE)
        reader.screen(f"{name}-phone")
        if reader.script("return document.documentElement.scrollWidth > window.innerWidth"):
            yield f"{page}: it is wider than a phone"


def check_search(reader: Reader) -> Iterator[str]:
    """Yield an operation that the search does not find by its name, its path or its title."""
    for words in ("campaigns.start", "/lead-status", "Start a campaign", "pending content approve"):
        reader.open("/")
        box = reader.driver.find_element(By.CSS_SELECTOR, "input.md-search__input")
        reader.script("arguments[0].focus(); arguments[0].click();", box)
        box.send_keys(words)
        try:
            reader.wait(lambda: "reference/operations/" in _results(reader))
        except Exception:
            yield f"the search does not find an operation by {words!r}"


def _results(reader: Reader) -> str:
    links = reader.script(
        "return [...document.querySelectorAll('a.md-search-result__link')].map(a => a.href)"
    )
    return " ".join(links)


def check_dark_switch(reader: Reader) -> Iterator[str]:
    """Yield a finding if the switch does not change the theme."""
    reader.open("/")
    before = reader.script("return document.body.getAttribute('data-md-color-scheme')")
    reader.script(
        "document.querySelector('label.md-header__button[for^=__palette]:not([hidden])').click()"
    )
    after = reader.script("return document.body.getAttribute('data-md-color-scheme')")
    if before == after:
        yield f"the switch keeps the theme {before}"


def check_phone_navigation(reader: Reader) -> Iterator[str]:
    """Yield a finding if the menu of a phone does not lead to a page."""
    reader.open("/", PHONE)
    reader.script("document.querySelector('label.md-header__button[for=__drawer]').click()")
    reader.wait(lambda: reader.script("return document.querySelector('#__drawer').checked"))
    links = reader.script(
        "return [...document.querySelectorAll('.md-nav--primary a')].map(a => a.textContent.trim())"
    )
    if "Reference" not in links:
        yield f"the menu of a phone lacks the reference: {links[:10]}"
    reader.screen("menu-phone")


class _Handler(SimpleHTTPRequestHandler):
    """Handler that compresses text, as hosts of sites do, and does not log."""

    def do_GET(self) -> None:
        """Send a file; the index of a folder."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), compresslevel=6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Write nothing."""


@contextmanager
def served(folder: Path = SITE) -> Iterator[str]:
    """Serve the site on the loopback interface."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def new_driver() -> Any:
    """Return headless Chromium of Debian, which makes no request by itself."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))


def main(axe_file: str) -> int:
    """Check the site, print the problems, and return 1 if there are any."""
    driver = new_driver()
    try:
        with served() as base_url:
            reader = Reader(driver, base_url, Path(axe_file).read_text(encoding="utf-8"))
            checks = (check_pages, check_search, check_dark_switch, check_phone_navigation)
            problems = [problem for check in checks for problem in check(reader)]
    finally:
        driver.quit()
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems on {len(PAGES)} pages; the screens are in {SCREENS}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
