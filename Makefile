# make run    open the program (without a screen: build the sample school and print its papers into build/demo/)
# make demo   the same papers; with REGISTER=file.xlsx those of your own register: cards, roster, pictures
# make test   everything that can fail          make lint   style, types, architecture
# make build  one executable in dist/, tested   make bench  how fast and how large it is
SHELL := /bin/bash
PYTHON ?= python3
PY := .venv/bin/python
SCHOOL ?= 我们的学校
OUT ?= build/demo
export PYTHONUTF8 := 1

.PHONY: setup run test demo build bench lint clean
.DEFAULT_GOAL := run

setup: .venv/.ready

.venv/.ready: setup.cfg pyproject.toml scripts/system_packages.sh
	@bash scripts/system_packages.sh
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

# A screen is what Qt can open a window on; Windows and macOS always have one.
HAS_SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)),$(filter Windows_NT,$(OS)))

ifneq ($(HAS_SCREEN),)
run: setup
	$(PY) -m app
else
run: demo
	@echo "No screen here, so the window was not opened. In $(OUT)/ instead: contact cards (PDF), the term roster"
	@echo "(xlsx) and a picture of every screen, made with the same program."
endif

demo: setup
ifdef REGISTER
	@bash scripts/print_register.sh "$(REGISTER)" "$(OUT)" "$(SCHOOL)"
else
	@rm -rf "$(OUT)"
	QT_QPA_PLATFORM=offscreen $(PY) -m app demo --out "$(OUT)"
endif
	@ls -1 "$(OUT)"

test: setup lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 --dist worksteal

lint: setup
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

# make build FOLDER=1 builds a folder instead of one file: it starts faster, but is more to copy.
build: setup
	QIANSHOU_FOLDER=$(FOLDER) $(PY) -m PyInstaller --noconfirm --log-level ERROR --workpath build/pyinstaller build.spec
	$(PY) scripts/smoke.py

bench: setup
	@test -e dist/qianshou -o -e dist/qianshou.exe || $(MAKE) build
	$(PY) -m benchmarks

clean:
	rm -rf build dist
