"""What a law is, and what comes of holding a server to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx

from ..targets.target import BrokenError, Server, UncheckedError


@dataclass(frozen=True)
class Verdict:
    """What came of a law."""

    law: "Law"
    findings: tuple[str, ...]
    exchanges: int
    """How many were needed; a law that needed none had nothing to look at."""
    unchecked: str = ""
    """Why it was not checked, or not to its end."""

    def __str__(self) -> str:
        if self.findings:
            return "\n".join(f"{self.law.name}: {each}" for each in self.findings)
        state = self.unchecked or ("holds" if self.exchanges else "nothing to check")
        return f"{self.law.name}: {state}"


@dataclass(frozen=True)
class Law:
    """One law."""

    check: Callable[[Server], Iterator[str]]
    writes: bool = False
    """Whether it changes something, or would with a server that has the bug it looks for."""
    needs: str = ""
    """The attribute of `Server` without which it cannot be checked."""

    @property
    def name(self) -> str:
        """What reports call it."""
        return self.check.__name__.replace("_", " ")

    @property
    def text(self) -> str:
        """The law itself."""
        return (self.check.__doc__ or "").strip()

    def verdict(self, server: Server) -> Verdict:
        """Hold a server to it."""
        if self.writes and not server.may_write:
            return Verdict(self, (), 0, "not checked: it writes")
        if self.needs and not getattr(server, self.needs):
            return Verdict(self, (), 0, f"not checked: it needs {self.needs}")
        server.begin()
        findings, unchecked, asked = [], "", len(server.exchanges)
        try:
            for each in self.check(server):
                findings.append(each)
        except UncheckedError as reason:
            unchecked = f"not checked: {reason}"
        except httpx.HTTPError as error:
            unchecked = f"not checked: {type(error).__name__}"
        except BrokenError as error:
            findings.append(str(error))
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            # The judge has more to say about an answer that is not of its form.
            findings.append(f"an answer cannot be read: {type(error).__name__}")
        return Verdict(self, tuple(findings), len(server.exchanges) - asked, unchecked)
