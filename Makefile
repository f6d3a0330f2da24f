# Everything happens in .venv, with the versions of constraints.txt. Only Python 3.11 and make are needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
SCREENS := library compare facts why table reader help

.PHONY: run test check format screenshots man bench model clean fuzz soak kill

run: $(READY)
	@$(BIN)/sidebyline

test: $(READY)
	$(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.hostile.markup

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(READY)
	@for name in $(SCREENS); do \
	  $(BIN)/sidebyline screenshot $$name --size 120x40 --output screenshots/$$name.svg || exit 2; \
	done
	@$(BIN)/sidebyline screenshot compare --size 80x24 --output screenshots/compare-80x24.svg
	@$(BIN)/python -m tests.reports.pictures screenshots

man: $(READY)
	@$(BIN)/sidebyline man > tui/cli/sidebyline.1

bench: $(READY)
	$(BIN)/python -m pytest tests/benchmarks --override-ini addopts= -s -q
	$(BIN)/python -m pytest tests --override-ini addopts= --ignore=tests/benchmarks -m timed -q

model: $(READY)
	@test -n "$(DATA)" || { echo "make model: needs DATA=FOLDER, the training text with names marked; see tui/facts/training"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[model]"
	$(BIN)/python -m tui.facts.training $(DATA)

# Coverage-guided where atheris can be installed, else with Hypothesis. SECONDS of CPU a target; finds lie in FOUND.
SECONDS ?= 600
FOUND ?= /tmp/sidebyline-fuzz
fuzz: $(READY)
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[fuzz]"
	@for target in reading comparing finding asking taking words; do \
	  $(BIN)/python -m tests.fuzz $$target $(SECONDS) $(FOUND) || exit 2; \
	done

KEYS ?= 200000
soak: $(READY)
	$(BIN)/python -m tests.soak $(KEYS)

KILLS ?= 300
kill: $(READY)
	SIDEBYLINE_KILLS=$(KILLS) $(BIN)/python -m pytest tests/library/test_kill.py

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf .venv
