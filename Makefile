# All that is done with Lontar from a shell. `make` alone lists the targets.
# Installing is remembered in stamp files: it happens again only when pyproject.toml,
# constraints.txt or tests/node/package-lock.json change.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site check serve serve-survey soak soak-serve soak-survey soak-publish bench bench-100k bench-serve bench-survey lighthouse slow4g test lint screenshots catalogue guide-pictures schema constraints node-lock clean distclean

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install -qq --constraint constraints.txt
PORT ?= 8000
WORKERS ?= 2

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/.site ## build content/ into output/ (installs what that needs)
	@$(PY) build.py
	@$(PY) build.py search
	@echo
	@echo "The site is in output/. To look at it while you write: make serve"

check: $(VENV)/.site ## find every problem in content/ and templates/, write nothing
	@$(PY) build.py check

serve: $(VENV)/.site ## preview while you write: at 127.0.0.1, made anew at every save (PORT=8000)
	@$(PY) build.py serve --port $(PORT)

serve-survey: $(VENV)/.survey ## the same, and votes are taken, into a database of the preview's own
	@$(PY) build.py serve --survey --port $(PORT)

test: lint $(VENV)/.node $(VENV)/.pythons ## check and test everything (installs tools, servers and a browser)
	@$(PY) -m tests.tools.browser
	@$(PY) -m tests.tools.servers
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term:skip-covered

lint: $(VENV)/.dev ## ruff, mypy and the layers of lontar/
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy --no-error-summary lontar tests scripts build.py
	@$(VENV)/bin/lint-imports > $(VENV)/lint-imports.txt || { cat $(VENV)/lint-imports.txt; exit 1; }
	@echo "ruff, mypy and lint-imports: nothing to say"

screenshots: $(VENV)/.dev ## photograph every kind of page, three widths, light and dark, into docs/screenshots/
	@$(PY) -m tests.tools.browser
	@$(PY) build.py
	@$(PY) -m scripts.screenshots output docs/screenshots

catalogue: $(VENV)/.dev ## print the catalogue of all products, one a language: build/katalog.pdf, build/katalog-en.pdf
	@$(PY) -m tests.tools.browser
	@$(PY) build.py
	@$(PY) -m scripts.catalogue output build
	@echo "The catalogue is in:" build/katalog*.pdf

guide-pictures: $(VENV)/.dev ## photograph what the editor's guide shows into docs/screenshots/panduan/
	@$(PY) -m tests.tools.browser
	@$(PY) -m scripts.guide_pictures docs/screenshots/panduan

schema: $(VENV)/.site ## bring JSON Schema, VS Code settings and the guides' tables up to date
	@$(PY) build.py schema

constraints: $(VENV)/.dev ## write constraints.txt anew from what is installed
	@$(PY) -m pip freeze --exclude-editable --exclude lontar --exclude setuptools > constraints.tmp
	@mv constraints.tmp constraints.txt

node-lock: $(VENV)/.dev ## write tests/node/package-lock.json anew
	@$(PY) -m tests.tools.node install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

soak: $(VENV)/.dev ## five hundred random edits: incremental output stays equal to a clean build's
	@LONTAR_SOAK=1 $(PY) -m pytest tests/pipeline/test_incremental.py -q
	@$(PY) benchmarks/soak.py

soak-serve: $(VENV)/.dev ## two thousand changes in twenty seconds: the preview equals a clean build
	@LONTAR_SOAK=1 $(PY) -m pytest tests/serve/test_storm.py -q -s

soak-survey: $(VENV)/.dev ## kill the endpoint under load and cut its power; no acknowledged vote may be lost
	@$(PY) -m benchmarks.survey.soak --database sqlite --kills 20
	@$(PY) -m benchmarks.survey.soak --database postgresql --kills 10
	@$(PY) -m benchmarks.survey.powercut --cuts 500

soak-publish: $(VENV)/.dev ## kill 100 builds; publish 40 times under readers of nginx: none may see half a site
	@$(PY) -m tests.tools.servers
	@LONTAR_KILLS=100 $(PY) -m pytest tests/pipeline/test_killed.py -q -s -k random
	@LONTAR_PUBLICATIONS=40 LONTAR_READS=50000 $(PY) -m pytest tests/publish/test_reader.py -q -s

bench: $(VENV)/.site ## measure against Hugo, Eleventy and Pelican, write docs/benchmarks.md
	@$(PY) benchmarks/run.py --out docs/benchmarks.md

bench-100k: $(VENV)/.site ## measure Lontar alone with 100,000 articles
	@$(PY) benchmarks/run.py --lontar-only 100000

lighthouse: $(VENV)/.dev ## Lighthouse's mobile preset over the main kinds of page of output/, as a table
	@$(PY) -m tests.tools.browser
	@$(PY) -m tests.tools.servers
	@$(PY) benchmarks/lighthouse.py

slow4g: $(VENV)/.dev ## when a phone on Slow 4G has painted the main kinds of page of output/; fails over 2 s
	@$(PY) -m tests.tools.browser
	@$(PY) -m tests.tools.servers
	@$(PY) benchmarks/slow4g.py

bench-serve: $(VENV)/.dev ## from save to repaint in the preview
	@$(PY) -m tests.tools.browser
	@$(PY) benchmarks/serve.py

bench-survey: $(VENV)/.dev ## votes a second, with wrk beside the endpoint
	@$(PY) -m benchmarks.survey.bench --seconds 10

clean: ## remove what was built, keep what was installed
	@find output -mindepth 1 ! -name .gitkeep -delete
	@rm -rf .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*
	@find lontar tests scripts -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove what was installed, too
	@rm -rf $(VENV) tests/node/node_modules *.egg-info

# --- installing, remembered by stamps ---------------------------------------------------------

$(VENV)/.made: scripts/venv.sh
	@bash scripts/venv.sh $(VENV)
	@touch $@

$(VENV)/.site: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Lontar …"
	@$(PIP) --config-settings editable_mode=compat --editable '.[search]'
	@touch $@

$(VENV)/.survey: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Lontar and its form endpoint …"
	@$(PIP) --config-settings editable_mode=compat --editable '.[survey,search]'
	@touch $(VENV)/.site $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Lontar and what its tests need …"
	@$(PIP) --config-settings editable_mode=compat --editable '.[dev]'
	@touch $(VENV)/.site $(VENV)/.survey $@

$(VENV)/.pythons: $(VENV)/.dev scripts/pythons.sh
	@bash scripts/pythons.sh $(VENV)/pythons $(PY)
	@touch $@

$(VENV)/.node: $(VENV)/.dev tests/node/package.json tests/node/package-lock.json
	@echo "Installing the checkers that run on node …"
	@$(PY) -m tests.tools.node ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@
