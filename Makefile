# Two commands matter: `make run` opens Tillroll, `make test` proves it. Both install what they need.
# Cargo is always asked for the whole workspace: another selection has other features and builds everything again.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test bench dev fmt bindings bundle system-run system-test rust-tools ui

# Silent where nobody watches, with progress on a terminal.
QUIET := $(shell test -t 2 || echo --quiet)
UI_SOURCES := $(shell find ui/src ui/public ui/index.html ui/vite.config.ts ui/tsconfig.json -type f 2>/dev/null)
VIRTUAL := xvfb-run -a -s "-screen 0 1600x1200x24"
say = @printf '▸ %s\n'

help:
	@echo "make run      open Tillroll (on a virtual display when there is none)"
	@echo "make test     format, lints, types, and every test, the real window included"
	@echo "make bench    measure, against peers in the same run"
	@echo "make dev      open Tillroll on the sources, redrawn at every change"
	@echo "make fmt      format Rust and TypeScript"
	@echo "make bindings write the TypeScript side of the commands again"
	@echo "make bundle   build the .deb and .rpm packages"

run: system-run ui
	$(say) "building the application (the first time takes some minutes)"
	@cargo build --workspace $(QUIET)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "▸ opening Tillroll"; exec target/debug/tillroll; \
	else \
		echo "▸ there is no display: opening Tillroll on a virtual one (Ctrl C ends it)"; \
		exec $(VIRTUAL) dbus-run-session -- target/debug/tillroll; \
	fi

test: system-test rust-tools ui
	$(say) "format"
	@cargo fmt --all --check
	$(say) "interface: lints and types"
	@npm --prefix ui run --silent check
	$(say) "interface: unit tests"
	@npm --prefix ui run --silent test
	$(say) "lints (the first time takes some minutes)"
	@cargo clippy --workspace --all-targets $(QUIET) -- -D warnings
	$(say) "building the application and the tests"
	@cargo build --workspace $(QUIET)
	@cargo test --workspace --no-run $(QUIET)
	$(say) "tests, the real window included"
	@$(VIRTUAL) cargo test --workspace $(QUIET)
	$(say) "interface: in a browser"
	@npm --prefix ui run --silent e2e
	$(say) "all is well"

bench: system-run
	$(say) "measuring"
	@cargo bench --package benches --features peers $(QUIET)

dev: system-run ui/node_modules/.package-lock.json
	@ui/node_modules/.bin/tauri dev --config src-tauri/tauri.dev.conf.json

fmt: rust-tools ui/node_modules/.package-lock.json
	@cargo fmt --all
	@npm --prefix ui run --silent fix

# Needs no built interface, which could not be built while the bindings it uses are stale: an old empty page will do.
bindings: system-run
	@test -e ui/dist/index.html || { mkdir -p ui/dist && touch -d 2000-01-01 ui/dist/index.html; }
	@UPDATE_BINDINGS=1 cargo test --workspace --lib $(QUIET) -- the_bindings_of_the_ui_are_fresh

bundle: system-run ui
	$(say) "building the packages (this takes a while)"
	@ui/node_modules/.bin/tauri build --ci --bundles deb,rpm -- --profile bundle

system-run system-test: system-%:
	@.ci/prepare $*

rust-tools:
	@cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 \
		|| { echo "▸ installing rustfmt and clippy"; rustup component add rustfmt clippy; }

ui: ui/dist/index.html

ui/node_modules/.package-lock.json: ui/package-lock.json
	$(say) "installing the interface's packages"
	@npm --prefix ui ci --silent --no-audit --no-fund
	@touch $@

ui/dist/index.html: ui/node_modules/.package-lock.json $(UI_SOURCES)
	$(say) "building the interface"
	@npm --prefix ui run --silent build
	@touch $@
