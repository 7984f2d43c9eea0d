"""A run of some areas calls their operations, and what these need; the spec says what that is."""

from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.recording.capture import capture_exchanges
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.spec.document import packaged_operations, packaged_spec, resolve
from campaignkit_contract.spec.kinds import packaged_kinds
from campaignkit_contract.spec.references import LEADS
from campaignkit_contract.stateful import registry
from campaignkit_contract.stateful.matrices.concurrency import CONCURRENCY
from campaignkit_contract.stateful.matrices.frame import FRAME
from campaignkit_contract.stateful.matrices.matrix import Matrix
from campaignkit_contract.stateful.matrices.references import REFERENCES
from campaignkit_contract.stateful.matrices.tenancy import TENANCY
from campaignkit_contract.stateful.registry import run_checks
from campaignkit_contract.targets.area_kinds import area_kinds
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.live import live_target
from campaignkit_contract.targets.outcomes import SkipCheck
from campaignkit_contract.targets.request_budget import CHECKS
from campaignkit_contract.targets.target import LIST, Target
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

from .live_settings import SETTINGS

ROUTES = packaged_validator().routes
OPERATIONS = packaged_operations()
AREAS = [*dict.fromkeys(operation.node["tags"][0] for operation in OPERATIONS.values())]
CONFIGURED = {("sonarly", "accountGroupId"), ("callers", "organizationId")}
OPTIONAL = {
    "callers_campaigns_list": ("callers", "campaignGroupId"),
    "sonarly_messages_list": ("sonarly", "providerId"),
}
Parameter = tuple[str, str]


def calls(area: str, **settings: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often a run of an area calls each operation, in its two parts."""
    found: list[str] = []
    with Fake().serve() as base_url, capture_exchanges(lambda item: found.extend(names(item))):
        live = live_target(base_url, {**SETTINGS, "AREAS": area, **settings}, ROUTES)
        discovery = Counter(found)
        target = live.stateful_target()
        with live.budget.part(CHECKS), target.client, Sandbox(target):
            assert [result for result in run_checks(target) if result.findings] == []
    return discovery, Counter(found) - discovery


def names(exchange: Exchange) -> list[str]:
    """Return the operation of an exchange; HEAD and undeclared methods are of their path.

    A path that the spec does not have is of no operation.
    """
    match = ROUTES.match(exchange.path)
    operations = match[0].operations if match else {}
    of_path = [operation.id for operation in operations.values()]
    return [operations[exchange.method].id] if exchange.method in operations else of_path[:1]


def required(operation_id: str) -> set[Parameter]:
    """Return the parameters that an operation needs and no setting has."""
    operation = OPERATIONS[operation_id]
    parameters = [resolve(packaged_spec(), item) for item in operation.node.get("parameters", ())]
    found = {(operation.vendor, item["name"]) for item in parameters if item.get("required")}
    return found - CONFIGURED


def links(operation_id: str) -> Iterator[Parameter]:
    """Yield the parameters that the responses of an operation have values of."""
    if operation_id in OPTIONAL:
        yield OPTIONAL[operation_id]
    for response in OPERATIONS[operation_id].node["responses"].values():
        for link in resolve(packaged_spec(), response).get("links", {}).values():
            target = resolve(packaged_spec(), link)
            for parameter, value in target.get("parameters", {}).items():
                if str(value).startswith("$response.body#"):
                    yield OPERATIONS[target["operationId"]].vendor, parameter.rpartition(".")[2]


def needed(area: str) -> set[str]:
    """Return the operations of an area, and the reads that yield their ids, step by step."""
    found = {id_ for id_, item in OPERATIONS.items() if area in item.node["tags"]}
    while True:
        wanted = {parameter for id_ in found for parameter in required(id_)}
        reads = {id_ for id_, item in OPERATIONS.items() if item.method == "GET"}
        more = {id_ for id_ in reads if wanted & {*links(id_)}} - found
        if not more:
            return found
        found |= more


@pytest.mark.no_cover
@pytest.mark.grid(one_in=5)
@pytest.mark.parametrize("area", AREAS)
def test_reads(area: str) -> None:
    """Checks call the area only. The discovery reads once what its ids need, of one vendor."""
    own = {id_ for id_, item in OPERATIONS.items() if area in item.node["tags"]}
    discovery, checks = calls(area)

    assert discovery.keys() <= needed(area)
    assert checks.keys() <= own
    assert {count for id_, count in discovery.items() if id_ not in own} <= {1}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "area", ["callers memories", pytest.param("sonarly templates", marks=pytest.mark.full)]
)
def test_writes(area: str) -> None:
    """A run that writes also calls what makes, finds, reads and removes the kinds of the area."""
    kinds = [packaged_kinds().all[kind] for kind in area_kinds((area,))]
    makers = {
        id_
        for kind in kinds
        for id_ in (
            *(kind.remover, kind.reader, kind.listing),
            *(item.operation for item in kind.creators),
        )
    }
    discovery, checks = calls(area, WRITE="all", DISPOSABLE_ACCOUNTS=SAMPLE_ID)

    assert {*discovery, *checks} <= needed(area) | makers


def cells_of(matrix: Matrix, area: str, operation: str) -> list[str]:
    """Return the findings of the cells of an operation, in a run of its area that writes."""
    settings = {
        **SETTINGS,
        "AREAS": area,
        "WRITE": "all",
        "DISPOSABLE_ACCOUNTS": SAMPLE_ID,
        "STRANGER_KEY_ENV": "sonarly=A,callers=B",
        "A": "fake-sonarly-narrow",
        "B": "fake-callers-other",
    }
    with Fake().serve() as base_url:
        target = live_target(base_url, settings, ROUTES).stateful_target()
        with target.client, Sandbox(target):
            return list(matrix.findings(target, only=[operation]))


@pytest.mark.parametrize(
    ("matrix", "operation"),
    [
        (CONCURRENCY, "callers_memories_create"),
        (CONCURRENCY, "sonarly_templates_update_writing_style"),
        (FRAME, "callers_contacts_archive"),
        (FRAME, "callers_memories_delete_all"),
        (REFERENCES, "sonarly_campaigns_duplicate"),
        (REFERENCES, "sonarly_messages_respond"),
        (REFERENCES, "sonarly_signals_start"),
        (TENANCY, "sonarly_accounts_list"),
    ],
)
def test_cells(matrix: Matrix, operation: str) -> None:
    """No cell is skipped because another area makes what it needs, or opens connections."""
    assert cells_of(matrix, OPERATIONS[operation].node["tags"][0], operation) == []


def test_other_customer() -> None:
    """A cell that needs ids of another customer says that reads of no called area show them."""
    with pytest.raises(SkipCheck, match="does not name the area of a read that shows ids of the"):
        cells_of(TENANCY, "callers calls", "callers_calls_list")


def test_kinds() -> None:
    """A kind is needed if a path or a body of the areas names it, or makes another needed one."""
    assert area_kinds(()) == {*packaged_kinds().all, LEADS}
    assert {LEADS, "sonarly prospectId"} <= area_kinds(("sonarly messages",))
    assert "sonarly specificationId" in area_kinds(("sonarly signals",))
    assert "sonarly audienceId" in area_kinds(("sonarly campaigns",))
    assert "callers contactId" in area_kinds(("callers memories",))
    assert area_kinds(("callers voices",)) == {"callers voiceId"}


def test_refused() -> None:
    """A check must not call another area, or make what no call of the area needs."""
    transport = Fake().transport()
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target = Target(client, {"sonarly": "fake-sonarly"}, {"accountGroupId": [SAMPLE_ID]})
        target.areas, target.is_limited, target.may_write = ["sonarly templates"], True, True
        sandbox = Sandbox(target)
        with pytest.raises(SkipCheck, match="does not name the area of sonarly_campaigns_list"):
            target.ask(LIST)
        with pytest.raises(SkipCheck, match="does not name an area with a sonarly campaignId"):
            sandbox.make("sonarly campaignId")
        with pytest.raises(SkipCheck, match="does not name an area of callers"):
            target.require_exclusive("callers")
        with target.preparing():
            assert target.ask(LIST).status == 200


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["authorization matrix", "frame matrix", "pages matrix"])
def test_matrix(fake: Fake, name: str) -> None:
    """A matrix checks the operations of an area, and reads no other ids than it may."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client)
        target.areas, target.is_limited = ["sonarly templates"], True
        [check] = [check for check in registry.CHECKS if check.name == name]
        result = check.run(target)

    assert "sonarly_accounts_list" not in result.skipped
    assert result.exchanges
    assert not result.findings
