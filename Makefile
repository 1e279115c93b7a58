# Everything a developer does here. `make` or `make help` lists it.
# A second run does only what has changed.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The newest of the usual names that is a working Python of 3.11 or later.
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13 python3.14,\
  $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt
SYSTEM := packaging/dev/system_packages.py
CATALOGUES := packaging/dev/catalogues.py

PO_FILES := $(wildcard resources/catalogues/*/LC_MESSAGES/*.po)
MO_FILES := $(PO_FILES:.po=.mo)

# The one tool of npm: a validator of Word files, for the tests.
NPM_TOOLS := tests/tools/node_modules/.made

.PHONY: help run test coverage venv tools program catalogues compile-catalogues schema goldens lint format \
  types bench screenshots help-pictures clean

help: ## lists what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: program ## opens the window; with no display does the sample's whole job into out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(BIN)/python $(SYSTEM) window && exec $(BIN)/python -m ui; \
	else \
	    $(BIN)/python $(SYSTEM) offscreen && \
	    QT_QPA_PLATFORM=offscreen exec $(BIN)/python -m ui --demo out/; \
	fi

test: venv compile-catalogues ## what CI runs first: system packages, lint, types, tests
	@$(BIN)/python $(SYSTEM) tests
	@$(MAKE) --no-print-directory tools lint types
	HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest --numprocesses 2

# By itself: being watched doubles the time of what runs in Python, and nothing fails by it.
coverage: venv compile-catalogues ## what the tests of app leave unreached in it, line by line
	@$(BIN)/python $(SYSTEM) tests
	@$(MAKE) --no-print-directory tools
	HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest --numprocesses 2 --cov --cov-report term tests/app

venv: $(VENV)/.developer ## makes .venv with everything a developer needs
	@:

tools: $(NPM_TOOLS) ## fetches what the tests need of npm
	@:

program: $(VENV)/.program compile-catalogues

catalogues: venv ## brings the translations up to date with the texts in the code
	$(BIN)/python $(CATALOGUES) update

compile-catalogues: $(MO_FILES) ## compiles the translations that have changed
	@:

schema: venv compile-catalogues ## writes anew what follows from types: JSON Schema, diagram, policy
	$(BIN)/python packaging/dev/json_schema.py
	$(BIN)/python packaging/dev/archive_diagram.py
	$(BIN)/python packaging/dev/policy_templates.py

goldens: venv ## writes the golden Word documents anew; look at the difference, then commit it
	$(BIN)/python -m tests.app.word.goldens

lint: venv ## ruff: faults, and layout (make format mends it)
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet

format: venv ## lays the code out and mends what ruff can mend
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

types: venv ## mypy, strict
	$(BIN)/mypy

screenshots: venv compile-catalogues ## draws every page and dialog, in both themes and languages, into out/screenshots
	$(BIN)/python -m tests.ui.looks out/screenshots

help-pictures: venv compile-catalogues ## draws the pictures of the guide and the README anew; look at them, then commit them
	$(BIN)/python -m tests.ui.looks.help_pictures resources/help/pictures

bench: venv compile-catalogues ## measures, each row beside its peer in the same run
	$(BIN)/python -m tests.benchmarks

torture: venv compile-catalogues ## an hour or more: kills a writing process, damages and fills disks
	$(BIN)/python -m tests.torture kill --times 1000
	$(BIN)/python -m tests.torture kill --times 1000 --window --lanes 2
	$(BIN)/python -m tests.torture damage --times 10000
	[ "$$(uname)" != Linux ] || $(BIN)/python -m tests.torture power
	@[ "$$(id -u)" != 0 ] || $(BIN)/python -m tests.torture full

clean: ## removes all that was made
	rm -rf $(VENV) out build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf tests/tools/node_modules
	rm -f $(MO_FILES)
	find app ui tests packaging -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(if $(PYTHON),,echo "Python 3.11 or later is needed: sudo apt-get install python3" >&2; exit 1)
	@$(PYTHON) $(SYSTEM) venv
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.program: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.developer: $(VENV)/.program
	$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

$(NPM_TOOLS): tests/tools/package.json tests/tools/package-lock.json
	npm ci --prefix tests/tools --no-audit --no-fund --loglevel=error
	@touch $@

%.mo: %.po | $(VENV)/.program
	$(BIN)/python $(CATALOGUES) compile $< $@

INSTALLERS := PYTHONPATH=.:packaging $(BIN)/python -m installers
PROVE := $(BIN)/python -m pytest -p no:randomly -p no:cacheprovider --no-cov -rP

.PHONY: packages test-packages test-packages-linux test-packages-windows lock-packages

packages: venv ## builds the installers of the last commit for Linux and Windows into dist/
	@$(BIN)/python $(SYSTEM) packages
	$(INSTALLERS)

test-packages: test-packages-linux test-packages-windows ## installs what is in dist/ and tries it (as root)
	$(PROVE) tests/packaging/installed/dist_contents.py tests/packaging/installed/reproducible.py

test-packages-linux:
	@$(BIN)/python $(SYSTEM) packages
	$(PROVE) tests/packaging/installed/linux_packages.py tests/packaging/installed/input_methods.py

test-packages-windows:
	@$(BIN)/python $(SYSTEM) packages
	$(PROVE) tests/packaging/installed/windows_packages.py

lock-packages: venv ## pins the inputs of the packages anew, from constraints.txt
	$(INSTALLERS).lock
