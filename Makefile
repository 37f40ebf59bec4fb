# Limber's verbs. `make help` lists them.

.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
PYTHON ?= python3
IN := .venv/bin/python
# Node and uv from the system where there are any, else those in .venv.
export PATH := $(PATH):$(CURDIR)/.venv/bin
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help run demo test test-fast lint types fix vendor screenshots figures bench simulate statistics lock where

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A stamp for each lock file: a second run has nothing to install.
.venv/run.stamp: requirements.txt scripts/environment.py
	@$(PYTHON) scripts/environment.py requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt scripts/environment.py
	@$(PYTHON) scripts/environment.py requirements-dev.txt
	@touch .venv/run.stamp $@

run: .venv/run.stamp ## Start Limber; PORT=8123 picks another port
	@LIMBER_PORT=$(PORT) $(IN) scripts/serve.py

demo: .venv/run.stamp ## Add a demo person with a 120-day story
	@$(IN) -m flask --app wsgi db upgrade
	@$(IN) -m flask --app wsgi demo

test: .venv/dev.stamp ## Check everything: lint, types, all tests, the real browser
	@$(IN) scripts/check.py all

test-fast: .venv/dev.stamp ## Check what takes under a minute
	@$(IN) scripts/check.py fast

lint: .venv/dev.stamp ## Check the style
	@$(IN) scripts/check.py lint

types: .venv/dev.stamp ## Check the types, front and back
	@$(IN) scripts/check.py types

fix: .venv/dev.stamp ## Repair what the linter can repair
	@$(IN) -m ruff check --fix .

vendor: .venv/dev.stamp ## Fetch the browser's libraries anew
	@$(IN) scripts/ensure.py node
	@$(IN) scripts/vendor.py

screenshots: .venv/dev.stamp ## Take the pictures in docs/screenshots
	@$(IN) scripts/ensure.py browser
	@$(IN) scripts/screenshots.py

figures: .venv/dev.stamp ## Draw figures to look at: make figures WHAT=rom, WHAT=ROM-01 or WHAT=bases
	@$(IN) scripts/ensure.py browser
	@$(IN) scripts/figure_sheets.py $(WHAT)

bench: .venv/dev.stamp ## Measure and write docs/measurements.md: make bench, or WHAT=phone, sync, alike or insights
	@$(IN) scripts/ensure.py node browser postgres
	@$(IN) -m scripts.bench $(WHAT)

simulate: .venv/dev.stamp ## Play random days of sync: RUNS=2000 DATABASE=postgres SEED=7 CORE=02 BUG=no_dedup
	@RUNS=$(RUNS) DATABASE=$(DATABASE) SEED=$(SEED) CORE=$(CORE) BUG=$(BUG) WRITE=$(WRITE) $(IN) -m tests.sync.simulate

statistics: .venv/dev.stamp ## Simulate people for docs/statistics.md: make statistics, or PEOPLE=200 to look only
	@PEOPLE=$(PEOPLE) $(IN) -m scripts.statistics_page

lock: .venv/dev.stamp ## Choose the newest allowed packages and write the lock files
	@$(IN) scripts/lock.py

where: ## Show every file of a feature: make where WHAT=symptom
	@git ls-files '*$(WHAT)*' | grep -v '^static/vendor/' || echo "No file is called like '$(WHAT)'."
