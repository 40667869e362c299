# `make demo` and `make test` set everything up by themselves, on Debian 12 or macOS with Swift 6.3 and Python 3.11.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help build release package demo test check generate facts suite bench torture fuzz killed flood properties \
    leases soak clean system vectors sshd

JOBS ?= 2
# What nobody reads in a build that is thrown away: `LEAN="-debug-info-format none"`.
LEAN ?=
NEAP := $(CURDIR)/.build/debug/neap
PYTHON := $(CURDIR)/.venv/bin/python
REQUIREMENTS := Tools/requirements.txt
# The tests mostly wait, each worker on an AWS of its own. What loses a race against a busy machine may run once more, and
# is listed.
PYTEST = NEAP=$(NEAP) $(PYTHON) -m pytest -q -p no:cacheprovider -n 6 --dist worksteal --reruns 1 -rR
# What moto gives a second opinion on: how a converged stack looks, and what one turn writes.
SECOND := test_reference_stack.py test_turns.py test_moto_mends.py test_leases.py
# The stamp's name holds the requirements' hash: other requirements, another stamp.
STAMP := .venv/.installed-$(shell cksum < $(REQUIREMENTS) | tr ' ' '-')

help: ## What there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: system ## The debug executable, .build/debug/neap
	@echo "== Building"
	@swift build -j $(JOBS) $(QUIET)

release: system ## The release executable, .build/release/neap, with Swift's libraries in it
	@echo "== Building the release"
	@swift build -j $(JOBS) -c release --product neap --static-swift-stdlib
	@strip --strip-debug .build/release/neap

package: release ## neap_VERSION_ARCH.deb in dist/
	@Tools/packaging/deb.sh dist

demo: QUIET := --quiet
demo: build ## The reference stack on an AWS of its own: made, rolled out, reclaimed, told in Git
	@NEAP=$(NEAP) Tools/demo.sh

# All at once would starve each other of Swift's few threads: what meets a real connection would wait for minutes.
test: system $(STAMP) vectors sshd ## Every test: Swift's, then the executable against moto and Git
	@echo "== Building the tests"
	@swift build -j $(JOBS) $(LEAN) --build-tests
	@echo "== Swift tests"
	@NEAP_VECTORS=$(CURDIR)/.build/vectors NEAP_PYTHON=$(PYTHON) swift test -j $(JOBS) --skip-build \
	    --experimental-maximum-parallelization-width 12
	@echo "== End-to-end tests"
	@$(PYTEST) Tests/EndToEnd
	@echo "== The same against moto, a second opinion"
	@$(PYTEST) --aws moto $(addprefix Tests/EndToEnd/,$(SECOND))

check: system $(STAMP) ## Layout, generated code, forbidden words, order
	@echo "== Layout"
	@git ls-files -z Package.swift 'Sources/*.swift' 'Tests/*.swift' 'Benchmarks/*.swift' 'Fuzz/*.swift' | grep -zv '/Generated/' \
	    | xargs -0 swift format lint --strict --parallel --configuration .swift-format
	@echo "== Generated code"
	@$(PYTHON) Tools/generate/generate.py --check
	@$(PYTHON) Tools/generate/chart.py --check
	@echo "== Words"
	@! git grep -nE '\b(try!|as!|fatalError\(|TODO|FIXME)' -- 'Sources/*.swift' 'Tests/*.swift' 'Benchmarks/*.swift' 'Fuzz/*.swift' ':!*/Generated/*'
	@! git ls-files 'Sources/*' 'Tests/*' 'Tools/*' | grep -E '(Common|Util|Utils|Helper|Helpers|Manager)\.[a-z]+$$'
	@echo "== Order"
	@$(PYTHON) Tools/lint/ordered.py --self-test && $(PYTHON) Tools/lint/ordered.py
	@echo "All in order"

generate: $(STAMP) ## The AWS service modules, from botocore's models; the chart that bootstrap writes
	@$(PYTHON) Tools/generate/generate.py
	@$(PYTHON) Tools/generate/chart.py

facts: ## What AWS says of the kinds' members and operations, from the data in two wheels
	@python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
	    -r Tools/facts/requirements.txt -d .build/facts
	@python3 Tools/facts/cloudformation.py .build/facts
	@python3 Tools/facts/permissions.py .build/facts

suite: build $(STAMP) ## moto's own tests against `neap local`, with the differences that are AWS's
	@NEAP=$(NEAP) $(PYTHON) Tools/moto/suite.py

bench: ## The budgets of simulation and rendering, and forecasts against what then happens
	@echo "== Building"
	@swift build -j $(JOBS) --quiet -c release --product SimulationBenchmark
	@swift build -j $(JOBS) --quiet -c release --product ForecastBenchmark
	@swift build -j $(JOBS) --quiet -c release --product RenderingBenchmark
	@echo "== A large account's hour"
	@.build/release/SimulationBenchmark
	@echo "== 10,000 manifests from charts"
	@.build/release/RenderingBenchmark
	@echo "== 200 forecasts against what then happens"
	@.build/release/ForecastBenchmark

SEEDS ?= 2500
torture: system ## The simulation's laws over thousands of seeds (SEEDS), and its budget as a test
	@NEAP_SEEDS=$(SEEDS) NEAP_FULL_SCALE=1 swift test -j $(JOBS) -c release -Xswiftc -enable-testing --filter SimulationTests

FUZZ_SECONDS ?= 3600
FUZZ_JOBS ?= 2
fuzz: system ## What takes bytes of others, under libFuzzer and the address sanitizer (FUZZ_SECONDS each, FUZZ_TARGETS)
	@echo "== Building with the sanitizers"
	@# SwiftPM keeps the sanitizers in a set: in another order everything would be built again.
	@NEAP_FUZZERS=1 SWIFT_DETERMINISTIC_HASHING=1 swift build -j $(JOBS) -c release --sanitize fuzzer --sanitize address --scratch-path .build/fuzz \
	    --product fuzz --quiet
	@echo "== Fuzzing"
	@FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_JOBS=$(FUZZ_JOBS) FUZZ_TARGETS="$(FUZZ_TARGETS)" Tools/fuzz.sh

killed: build $(STAMP) ## `neap destroy` killed at every one of its writes, each time run again
	@NEAP=$(NEAP) NEAP_KILL_POINTS=all $(PYTHON) -m pytest -q -s -p no:cacheprovider Tests/EndToEnd/test_destroy.py -k killed_at_any

flood: build $(STAMP) ## 10,000 bad webhooks of every sort: memory, and how soon a push is followed, before, meanwhile and after
	@NEAP=$(NEAP) NEAP_BAD_HOOKS=10000 $(PYTHON) -m pytest -q -s -p no:cacheprovider Tests/EndToEnd/test_webhook_flood.py

DAYS ?= 30
SPEED ?= 480
soak: release $(STAMP) ## 30 simulated days (DAYS): 3 controllers, 20 environments, 300 services; kills, faults, lost instances
	@NEAP=$(CURDIR)/.build/release/neap NEAP_SOAK_DAYS=$(DAYS) NEAP_SOAK_SPEED=$(SPEED) NEAP_SOAK_ENVIRONMENTS=20 \
	    NEAP_SOAK_SERVICES=300 NEAP_SOAK_PATIENCE=900 $(PYTHON) -m pytest -q -s -p no:cacheprovider Tests/EndToEnd/soak

STACKS ?= 200
EDITS ?= 25
HOURS ?= 24
properties: system ## Drawn repositories (STACKS) applied, changed and imported; drifts by hand; a busy day (HOURS)
	@NEAP_SEEDS=$(STACKS) NEAP_EDITS=$(EDITS) NEAP_HOURS=$(HOURS) \
	    swift test -j $(JOBS) -c release -Xswiftc -enable-testing --no-parallel --filter PropertyTests

SCHEDULES ?= 10000
leases: system ## Leases over drawn schedules (SCHEDULES) of clocks, networks and processes: never two writers
	@NEAP_LEASE_SCHEDULES=$(SCHEDULES) \
	    swift test -j $(JOBS) -c release -Xswiftc -enable-testing --filter LeaseScheduleTests

clean: ## Takes away everything that was built or installed here
	rm -rf .build .venv

sshd: | system
	@sh Tools/lab/sshd.sh .build/sshd

vectors: $(STAMP)
	@if [ -f Tools/vectors/fetch.sh ]; then NEAP_PYTHON=$(PYTHON) sh Tools/vectors/fetch.sh .build/vectors; fi

$(STAMP): $(REQUIREMENTS) | system
	@echo "== Python packages"
	@python3 -c 'import ensurepip, venv' 2> /dev/null || { $(call install,python3-venv); }
	@python3 -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $(REQUIREMENTS)
	@rm -f .venv/.installed-* && touch $@

# What the system has to have; asks for nothing when it is all there.
system:
	@if command -v pkg-config > /dev/null && pkg-config --exists libgit2 && command -v git > /dev/null \
	    && command -v curl > /dev/null && command -v gpgv > /dev/null && command -v gpg > /dev/null \
	    && command -v ssh-keygen > /dev/null; then exit 0; fi; \
	if [ "$$(uname)" = Darwin ]; then echo "Missing: brew install libgit2 pkgconf git curl gnupg" >&2; exit 1; fi; \
	$(call install,libgit2-dev pkg-config git curl gpgv gnupg openssh-client)

# Debian's packages of these names.
define install
if ! command -v apt-get > /dev/null; then echo "Missing: $(1), by your system's names" >&2; exit 1; fi; \
echo "== System packages: $(1)"; root=; if [ "$$(id -u)" != 0 ]; then root=sudo; fi; \
$$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) > /dev/null
endef
