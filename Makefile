# Everything a newcomer or CI runs. Each target sets up what it needs in .venv; no virtual environment has to be active.

# The Python to build .venv with, e.g. make report PYTHON=python3.12
PYTHON ?= python3
# What to report on, and where to
CORPUS ?= seeds
OUT ?= reports
# Readers beyond the core that are installed with it
EXTRAS ?= html,pdf,rtf,review,xlsx,parquet
# Where labels and scorers for `make quality` lie, if they lie anywhere
SHARED ?= ../shared

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# Open data sets that `make quality-open` scores: a line of text, the data it needs, the scorer's command
open_set = if [ -e "$(SHARED)/data/$(2)" ] && [ -e "$(SHARED)/eval/$(firstword $(3))" ]; then \
	    echo "== $(1)" && PYTHONPATH=. $(BIN)/python "$(SHARED)/eval/"$(3); \
	  else echo "== $(1): skipped, there is no $(SHARED)/data/$(2) or no $(SHARED)/eval/$(firstword $(3))"; fi

# A folder of documents with its codebook, its labels, and the file that passes between the two programs
score = echo "== $(1)" && $(BIN)/python benchmarks/quality.py $(1) --out $(3) && \
	  $(BIN)/python "$(SHARED)/eval/score_gold.py" --gold "$(2)" --docs $(1) --system $(3)

.PHONY: help report test quality quality-open study bench picture clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: $(VENV)/.installed ## compare the documents in seeds and write reports/index.html
	@# 3: done, but some inputs were refused; they are listed above and in the report
	@$(BIN)/xref report $(CORPUS) -o $(OUT) || [ $$? -eq 3 ]
	@echo "The report is in $(OUT)/index.html: open it in a browser."

test: $(VENV)/.tested-with ## style, types, floors and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

quality: $(VENV)/.installed ## score the result against labels, where the scorer is at hand
	@if [ ! -d "$(SHARED)/eval" ]; then \
	  echo "make quality: skipped, there is no folder $(SHARED)/eval with the scorer"; exit 0; \
	fi; \
	mkdir -p $(OUT) && \
	$(call score,seeds,$(SHARED)/eval/gold/seeds.json,$(OUT)/quality-seeds.json) && \
	$(call score,tests/corpora/documents,tests/corpora/gold.json,$(OUT)/quality-corpora.json) && \
	echo "== the thesaurus on and off" && $(BIN)/python benchmarks/wording.py

quality-open: $(VENV)/.installed ## score single steps on open data, where it is at hand
	@$(call open_set,sentences,segmentation,segmentation.py "$(SHARED)/data/segmentation" --set golden_rules \
	  --set gum_news_speech --system py:benchmarks.adapters:sentences --system regex)
	@$(call open_set,dates in text,timex,dates.py "$(SHARED)/data" --task text --system text=py:benchmarks.adapters:dates)
	@$(call open_set,names,names,pairs.py "$(SHARED)/data" --set names --system py:benchmarks.adapters:name_score)
	@if $(BIN)/python -c 'import numpy' 2>/dev/null; then \
	  $(call open_set,cross-document events,crossdoc/ecbplus_dev.jsonl,crossdoc.py "$(SHARED)/data/crossdoc" \
	    --set ecbplus_dev --system py:benchmarks.adapters:event_pairs); \
	  else echo "== cross-document events: skipped, the scorer needs numpy: $(BIN)/python -m pip install numpy"; fi
	@if [ -e "$(SHARED)/data/sotu" ]; then echo "== 245 addresses" && \
	  $(BIN)/python benchmarks/addresses.py "$(SHARED)/data/sotu"; \
	  else echo "== 245 addresses: skipped, there is no $(SHARED)/data/sotu"; fi

study: $(VENV)/.installed ## what each weight of a pair is worth, and each part of the likeness of events
	@gold="$(SHARED)/eval/gold/seeds.json"; events="$(SHARED)/data/crossdoc/ecbplus_dev.jsonl"; \
	$(BIN)/python -c 'import numpy' 2>/dev/null || events=""; \
	$(BIN)/python benchmarks/study.py $$([ ! -e "$$gold" ] || echo "--corpus seeds $$gold") \
	  $$([ ! -e "$$events" ] || [ ! -e "$(SHARED)/eval/crossdoc.py" ] || echo "--events $$events $(SHARED)/eval")

bench: $(VENV)/.tested-with ## time and memory of a run, the theme kernel against a naive loop, planted passages
	$(BIN)/python benchmarks/speed.py $(CORPUS)
	$(BIN)/python benchmarks/kernel.py --claims 10000
	$(BIN)/python benchmarks/planted.py
	$(BIN)/python benchmarks/page.py

picture: $(VENV)/.tested-with report ## draw docs/report.png, the picture in the README, in Chromium
	$(BIN)/python docs/picture.py $(OUT)/index.html docs/report.png

clean: ## remove .venv and caches; reports stay
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps, so that a second run installs nothing. pip 25.1 is the first that knows --group.
$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "xref needs Python 3.11 or newer, and there is no $(PYTHON): install it, or name another: make PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "xref needs Python 3.11 or newer, and $(PYTHON) is `$(PYTHON) --version 2>&1`: name another, e.g. make PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: pyproject.toml Makefile $(VENV)/.made
	@echo "installing xref into $(VENV) ..."
	@$(PIP) --editable '.$(if $(EXTRAS),[$(EXTRAS)])'
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed
	@echo "installing what the tests need into $(VENV) ..."
	@$(PIP) --group dev --group browser
	@touch $@
