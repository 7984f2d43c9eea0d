"""Versions: the last tag, the places that must agree, and the step that a change needs."""

import io
import re
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple, Self

# The files that a maintainer changes for a release, in their order.
SPEC = "openapi.yaml"
PACKAGE_VERSION = "overlays/campaignkit/_version.py"
CHANGELOG = "CHANGELOG.md"
UNRELEASED = "Unreleased"


class ComparisonError(Exception):
    """The trees cannot be compared; the message has the reason."""


class VersionError(Exception):
    """A file that must contain a version does not; the message names it."""


class Impact(IntEnum):
    """Size of the version step that a change needs, by semantic versioning."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


class Reason(NamedTuple):
    """One change that callers can notice."""

    impact: Impact
    text: str


Groups = dict[str, list[Reason]]


class Version(NamedTuple):
    """Version of three numbers.

    Pre-releases are not supported, because OpenAPI and Python write them differently.
    """

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the version in a text or a tag."""
        found = re.fullmatch(r"v?(\d+)\.(\d+)\.(\d+)", text)
        if not found:
            raise VersionError(f"A version must have the form 1.2.3, got {text!r}.")
        return cls(*map(int, found.groups()))

    def after(self, impact: Impact) -> "Version":
        """Return the lowest version for a change of this size.

        While the major version is 0, a breaking change requires a new minor version. Other changes
        require a new patch.
        """
        if self.major == 0 and impact:
            impact = Impact.MINOR if impact is Impact.MAJOR else Impact.PATCH
        match impact:
            case Impact.NONE:
                return self
            case Impact.PATCH:
                return Version(self.major, self.minor, self.patch + 1)
            case Impact.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Impact.MAJOR:
                return Version(self.major + 1, 0, 0)

    def __str__(self) -> str:
        return ".".join(map(str, self))


def impact_of(groups: Groups) -> Impact:
    """Return the largest impact."""
    return max(
        (reason.impact for group in groups.values() for reason in group), default=Impact.NONE
    )


def report(tag: str, groups: Groups) -> Iterator[str]:
    """Yield the lines to print: the kind of change, then the reasons."""
    impact = impact_of(groups)
    if not impact:
        yield f"No change since {tag} that callers can notice."
        return
    yield f"{impact.name.lower()} since {tag}: {Version.parse(tag).after(impact)} or more is next"
    for name, reasons in groups.items():
        yield ""
        yield name if reasons else f"{name}: nothing"
        yield from (f"  {reason.impact.name.lower():5}  {reason.text}" for reason in reasons)


@dataclass(frozen=True)
class Versions:
    """Versions in the three places of a tree."""

    spec: str
    package: str
    heading: str
    notes: str

    @classmethod
    def of(cls, root: Path) -> Self:
        """Return the versions in a tree, with the newest section of its changelog."""
        # The spec is searched, not parsed: a tree without our tools can still be checked.
        [spec] = _search(root / SPEC, r"^info:\n(?:[ ]+.*\n|\n)*?  version: *['\"]?([^\s'\"]+)")
        [package] = _search(root / PACKAGE_VERSION, r"^__version__ = \"(.+)\"")
        heading, notes = _search(root / CHANGELOG, r"^## \[(.+?)\].*\n([\s\S]*?)(?=^## |\Z)")
        return cls(spec, package, heading, notes)

    def disagreements(self) -> Iterator[str]:
        """Yield what to do if the three places do not name one version."""
        if self.spec != self.package:
            yield (
                f"{SPEC} has version {self.spec} and {PACKAGE_VERSION} has {self.package}. Write "
                "one version into both, then run `make generate`."
            )
        if self.heading not in (UNRELEASED, self.package):
            yield (
                f"{CHANGELOG} opens with [{self.heading}], but the version is {self.package}. Open "
                f"it with `## [{UNRELEASED}]`, or with `## [{self.package}]` for the release."
            )

    def shortfalls(self, tag: str, impact: Impact) -> Iterator[str]:
        """Yield what to do if the version step since the tag is smaller than the change."""
        required = Version.parse(tag).after(impact)
        if Version.parse(self.package) < required:
            change = (
                f"the change since {tag} is {impact.name.lower()}"
                if impact
                else f"{tag} is released"
            )
            yield (
                f"The version must be at least {required}, got {self.package}, because {change}. "
                f"Write it into {SPEC} and {PACKAGE_VERSION}, then run `make generate`."
            )
        if impact and not re.search(r"^[-*] +\S", self.notes, re.MULTILINE):
            yield (
                f"{CHANGELOG} has no line below [{self.heading}], but {tag} was changed. "
                "Add a line for each change that callers notice."
            )


def _search(path: Path, pattern: str) -> Sequence[str]:
    """Return the groups of the first match; raise VersionError without a match."""
    try:
        found = re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    except OSError as error:
        raise VersionError(f"{path} cannot be read: {error.strerror}") from error
    if not found:
        raise VersionError(f"{path} contains no version.")
    return found.groups()


def is_checkout(root: Path) -> bool:
    """Return True if the tree is the root of a git checkout."""
    return (root / ".git").exists()


def last_tag(root: Path) -> str | None:
    """Return the newest release tag before the checkout, or None."""
    _git(root, "rev-parse", "--git-dir")  # raises for other failures than a missing tag
    try:
        tag = _git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*").decode().strip()
    except ComparisonError:
        return None
    try:
        Version.parse(tag)
    except VersionError as error:
        raise ComparisonError(f"the last release tag: {error}") from error
    return tag


def unpack(root: Path, tag: str, folder: Path) -> None:
    """Write the tree of the tag into a folder."""
    archive = _git(root, "archive", "--format=tar", tag)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True)  # noqa: S603 - arguments of our own
    except OSError as error:
        raise ComparisonError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        raise ComparisonError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
