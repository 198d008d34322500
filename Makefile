# Every target sets up what it needs first; see README.md.
PYTHON ?= python3
VENV := .venv/bin/python
export CJEDITOR_NODE_MODULES := $(CURDIR)/.venv/node/node_modules

.PHONY: help setup run test soak poster screenshots bench wheel clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | sort

setup:  ## make .venv and install what the program needs
	@$(PYTHON) packaging/environment.py run

run: setup  ## open the editor on the sample map
	@$(VENV) packaging/run_sample.py

poster: setup  ## write the sample's poster and workbook to out/, without a screen
	@$(VENV) packaging/run_sample.py --no-window

test:  ## set up and run the whole check
	@$(PYTHON) packaging/environment.py check
	@$(VENV) packaging/check.py

soak:  ## set up and let everything that can go wrong go wrong, for hours
	@$(PYTHON) packaging/environment.py check
	@$(VENV) -m pytest --soak -m soak -n 2 --dist worksteal

screenshots: setup  ## make the pictures of the window in docs/pictures
	@$(VENV) packaging/screenshots.py

bench:  ## measure speed and write docs/benchmarks.md
	@$(PYTHON) packaging/environment.py bench
	@$(VENV) -m benchmarks

wheel: setup  ## build the wheel into dist/
	@$(VENV) -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## remove what the other targets made
	rm -rf .venv out dist build
