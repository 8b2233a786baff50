# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# `make run` and `make test` do all the set-up on a fresh Debian or Ubuntu machine and say what they do.

SHELL := /bin/bash
PY := .venv/bin/python
export QT_QPA_PLATFORM ?=

.PHONY: run test check screens bench soak words package clean setup

run: .venv/ready words-built           ## open the window on a sample library (without a screen: the same job, headless)
	@$(PY) -m forgeatelier demo-or-window $(LIBRARY)

test: .venv/ready words-built          ## every test, without a screen
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q $(ARGS)

check: .venv/ready words-built         ## style, types, rooms, licences, words, and the wheel in a clean environment
	@$(PY) -m ruff format --check src tests benchmarks sample
	@$(PY) -m ruff check src tests benchmarks sample
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/reuse lint --quiet || (.venv/bin/reuse lint; exit 1)
	@$(PY) packaging/check_words.py
	@bash packaging/try_wheel.sh
	@echo "Everything is in order."

screens: .venv/ready words-built       ## a picture of every page, theme and language under docs/screens/
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q tests/screens --screens $(ARGS)

bench: .venv/ready words-built         ## every goal, measured beside its floor or peer
	@for script in benchmarks/*.py; do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(PY) $$script || exit 1; done

soak: .venv/ready words-built          ## the long proofs: two hundred power cuts
	@FORGEATELIER_CUTS=200 QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q tests/stories/test_power_cuts.py

words: .venv/ready                     ## collect the words to translate and compile the catalogues
	@$(PY) packaging/words.py collect && $(PY) packaging/words.py compile

package: .venv/ready words-built       ## build the wheel
	@$(PY) -m hatchling build -t wheel

words-built: .venv/ready
	@$(PY) packaging/words.py compile

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml packaging/setup.sh
	@bash packaging/setup.sh

clean:
	rm -rf .venv dist build
