# `make run` reads samples/agreements/ into out/. `make test` checks everything. Both install what they need, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVALUATION := .evaluation
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.PHONY: run test evaluate clean

run: $(VENV)/.runtime
	@$(BIN)/aktenlese run samples/agreements --out out

test: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pytest
	@echo "Checked: style (ruff), types (mypy --strict), import contract, tests (pytest). Look above for what failed, if anything."

# The figures of docs/accuracy.md: 200 agreements of the test split, made, read and held against their gold.
evaluate: $(VENV)/.dev
	@rm -rf $(EVALUATION)
	@$(BIN)/python -m samples.synth --out $(EVALUATION)/archive --count 200 --seed 2026 --split test
	@$(BIN)/aktenlese run $(EVALUATION)/archive --out $(EVALUATION)/out --quiet || test $$? -eq 4
	@$(BIN)/aktenlese evaluate $(EVALUATION)/out $(EVALUATION)/archive \
	  --json docs/accuracy/figures.json --page docs/accuracy.md
	@echo "Measured 200 made agreements: see docs/accuracy.md."

$(VENV)/.runtime: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Aktenlese needs Python 3.11 or newer; '$(PYTHON)' is `$(PYTHON) --version 2>&1`. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo "Installing into $(VENV) (once; takes a minute or two) ..."
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "'$(PYTHON) -m venv' failed: this Python has no venv module. Use one from python.org, pyenv or conda."; exit 2; }
	@$(PIP) -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	@echo "Installing the development tools into $(VENV) (once) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

clean:
	@rm -rf $(VENV) out build *.egg-info
