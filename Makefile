# SPDX-License-Identifier: GPL-3.0-or-later
# Every target may be run again at no cost. Nothing is installed outside apt; nothing is written outside the tree.
.PHONY: help run serve build test crash asan tsan bench fuzz sizes pictures format tidy clean
MAKEFLAGS += --no-print-directory

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## install what is missing, build, print reports of the samples, serve the web app
	@scripts/show-samples.sh
	@scripts/serve.sh

serve: build ## serve the web app on http://127.0.0.1:8080; its data lies in build/server-data
	@scripts/serve.sh

build: ## leave the program at build/headway
	@scripts/install-packages.sh program
	@scripts/build-web.sh
	@scripts/build.sh release - headway headway_data

test: ## install what is missing, build and run all tests
	@scripts/install-packages.sh program test
	@scripts/build-web.sh check
	@scripts/install-test-servers.sh
	@scripts/build.sh release HEADWAY_TESTS all
	@scripts/run-tests.sh build

crash: ## kill the server ROUNDS (default 500) times on each database; nothing acknowledged may be lost
	@scripts/install-packages.sh program test
	@scripts/build.sh release HEADWAY_TESTS operations_tests
	@HEADWAY_CRASH_ROUNDS=$(or $(ROUNDS),500) build/operations_tests --gtest_filter='*Crash*'

asan: ## the tests again, with address and undefined-behaviour sanitizers
	@scripts/install-packages.sh program test sanitize
	@scripts/build.sh asan HEADWAY_TESTS all
	@scripts/run-tests.sh build-asan

tsan: ## the tests again, with the thread sanitizer
	@scripts/install-packages.sh program test sanitize
	@scripts/build.sh tsan HEADWAY_TESTS all
	@TSAN_OPTIONS="suppressions=$$PWD/tests/tsan.supp" scripts/run-tests.sh build-tsan

bench: ## measure; docs/benchmarks.md says what
	@scripts/install-packages.sh program bench
	@scripts/build-web.sh
	@scripts/build.sh release HEADWAY_BENCH all
	@scripts/run-bench.sh build

fuzz: ## every fuzz target for SECONDS (default 20) each
	@scripts/install-packages.sh program sanitize
	@scripts/build.sh fuzz - all
	@scripts/run-fuzz.sh build-fuzz $(or $(SECONDS),20)

sizes: ## the longest files and functions, and what is above the soft sizes
	@scripts/install-packages.sh program test
	@scripts/build.sh release HEADWAY_TESTS layers_tests
	@build/layers_tests --gtest_brief=1 --gtest_filter='Sizes.*'

pictures: build ## draw the pictures of README.md anew: main pages with sample data, in Chromium
	@scripts/install-packages.sh test
	@HEADWAY_PICTURES=$$PWD/docs/images scripts/journey.sh web/e2e/journeys/pictures.mjs
	@scripts/draw-report.sh

format: ## clang-format over all sources
	@scripts/install-packages.sh develop
	@find src tests fuzz bench -name '*.cpp' -o -name '*.hpp' | xargs clang-format-19 -i

tidy: ## clang-tidy over src, with the checks of .clang-tidy
	@scripts/install-packages.sh program develop
	@scripts/build.sh dev - headway
	@find src -name '*.cpp' ! -name '*_test.cpp' | xargs -P "$$(nproc)" -n 4 clang-tidy-19 -p build-dev --quiet

clean: ## remove the build folders
	@rm -rf build build-*
