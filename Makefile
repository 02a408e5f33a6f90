# Dateline. The two commands: `make run` and `make test`; the rest is what they are made of.
PORT ?= 8050
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
# pip's own store is not needed twice; messages about newer pips are no news here.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check knowledge format lock pictures examples accuracy honesty hostile formats near-copies linking counts fit folds speed \
  dashboard-bench browser-bench readers import-bench leave-one-out chromium clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: $(VENV)/.ready ## make .venv from the lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Dateline needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Say which with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Dateline needs (once)…"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what the tests need (once)…"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

run: setup ## import seeds/ and serve the dashboard on http://127.0.0.1:$(PORT)
	@$(BIN)/dateline serve seeds --port $(PORT)

demo: setup ## serve some 300 annotated pages of benchmarks/: a pile, where seeds/ are five documents
	@$(BIN)/python -m benchmarks.piles > $(VENV)/demo.jsonl
	@$(BIN)/dateline serve $(VENV)/demo.jsonl --port $(PORT)

test: $(VENV)/.ready-dev chromium ## every test, in a real Chromium too
	@$(BIN)/python -m pytest -n auto --maxprocesses 4

check: $(VENV)/.ready-dev knowledge ## format, lint, types, import contracts, knowledge
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

knowledge: $(VENV)/.ready ## overlaps, impossible dates, unknown codes and missing sources in the knowledge files
	@$(BIN)/python -m data_model.knowledge.checks

format: $(VENV)/.ready-dev ## put the code into shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

chromium:
	@$(BIN)/python -m tests.browser.chromium

pictures: $(VENV)/.ready-dev chromium ## the screenshots in docs/images, made anew
	@$(BIN)/python -m tests.browser.pictures

examples: $(VENV)/.ready ## the figures, the report and the story in examples/, made anew from seeds/
	@$(BIN)/dateline import seeds --store $(VENV)/examples
	@cd examples && sh make.sh ../$(BIN)/dateline ../$(VENV)/examples

accuracy: $(if $(MIRROR),$(BENCH)/.ready,$(VENV)/.ready) ## how right it is; MIRROR=folder adds public corpora
	@$(if $(MIRROR),$(BENCH),$(VENV))/bin/python -m benchmarks.accuracy $(if $(MIRROR),--mirror $(MIRROR)) $(FREEZE)

honesty: $(BENCH)/.ready ## MIRROR=folder: whether a document's date leaves room for the truth
	@$(if $(MIRROR),,$(error say where the public corpora are: make honesty MIRROR=folder))true
	@$(BENCH)/bin/python -m benchmarks.honesty --mirror $(MIRROR) $(FREEZE)

fit: $(BENCH)/.ready ## weights from the annotated sets, out of fold; FIT=name for one slot
	@$(BENCH)/bin/python -m benchmarks.fit $(FIT)

folds: $(VENV)/.ready ## the five folds of the annotated sets, by happening
	@$(BIN)/python -m benchmarks.folds

leave-one-out: $(VENV)/.ready ## how many documents hang on a single entry of the happenings file
	@$(BIN)/python -m benchmarks.leave_one_out benchmarks/gold/dev/documents.jsonl

hostile: $(VENV)/.ready ## texts that are no prose, bad files, kills, a full disk, damage: what becomes of them
	@$(BIN)/python -m benchmarks.hostile $(FREEZE)
	@$(BIN)/python -m benchmarks.faults $(FREEZE)

near-copies: $(VENV)/.ready ## which near-copies are known as one wording, and which other pages are taken for one
	@$(BIN)/python -m benchmarks.near_copies $(FREEZE)

import-bench: $(VENV)/.ready ## what an import of 10,000 documents costs on one core and on two, and its memory
	@$(BIN)/python -m benchmarks.importing $(FREEZE)

formats: $(VENV)/.ready-dev ## words hidden in files of every format, and how many of them are found
	@$(BIN)/python -m benchmarks.formats $(FREEZE)

dashboard-bench: $(VENV)/.ready ## what a view costs the server at 10,000 and 100,000 events, beside pandas and SQL
	@$(BIN)/python -m benchmarks.dashboard $(FREEZE)

browser-bench: $(VENV)/.ready-dev chromium ## what the page costs a browser, and how soon a zoom is painted
	@$(BIN)/python -m benchmarks.dashboard_browser $(FREEZE)

readers: $(VENV)/.ready ## fifty readers at once, and the memory of a server that has answered 25,000 views
	@$(BIN)/python -m benchmarks.readers $(FREEZE)

linking: $(VENV)/.ready ## which reports are one happening, beside simple answers; MIRROR=folder adds NewsWCL50
	@$(BIN)/python -m benchmarks.linking $(FREEZE)
	@$(BIN)/python -m benchmarks.undated $(if $(MIRROR),--mirror $(MIRROR)) $(FREEZE)

counts: $(VENV)/.ready-dev ## 500 random views of the annotated pages: each number beside a plain count; VIEWS=number
	@$(BIN)/python -m tests.dashboard.counts $(VIEWS)

speed: $(BENCH)/.ready ## how fast it is, beside two peers in the same run
	@$(BENCH)/bin/python -m benchmarks.speed $(FREEZE)

# Scorers and peers need older versions of what the dashboard uses: a house of their own.
$(BENCH)/.ready: benchmarks/requirements.txt $(VENV)/.ready
	@echo "Installing scorers and peers (once)…"
	@$(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --quiet --disable-pip-version-check install -r $<
	@$(BENCH)/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation -e .
	@touch $@

lock: $(VENV)/.ready-dev ## pin the newest versions pyproject.toml allows
	@$(PIP) install pip-tools
	@$(BIN)/pip-compile -q $(LOCKING) --all-build-deps -o requirements.lock pyproject.toml
	@$(BIN)/pip-compile -q $(LOCKING) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

LOCKING := --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
  --no-emit-trusted-host --no-emit-find-links --no-emit-options

clean: ## remove what was installed and built
	@rm -rf $(VENV) $(BENCH) build dist *.egg-info
