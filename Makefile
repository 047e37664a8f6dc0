# steadfast: bare "make" lists what it can do.
.DEFAULT_GOAL := help
SHELL := /bin/bash
export CGO_ENABLED ?= 0

SCENARIO ?= scenarios/ukraine-options.toml
NAME      = $(basename $(notdir $(SCENARIO)))
OUT      ?= out/$(NAME)
PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
SHIPPED   = $(wildcard scenarios/*.toml scenarios/base/*.toml scenarios/historical/*.toml)
GOFILES   = $(shell git ls-files '*.go')
RACED     = $(addprefix ./,$(sort $(dir $(shell grep -rlE 'go func|sync\.|atomic\.|engine\.Run|Workers|t\.Parallel' --include=*.go sim scenarios cmd/calibrate))))

.PHONY: help run test race slow bench fuzz lint fmt validate check quickcheck calibrate backtest gallery golden dist ci clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: ## run the main scenario; results and charts go to out/ukraine-options
	go run ./cmd/steadfast run $(SCENARIO) --out $(OUT)

test: ## run all tests; needs no C compiler
	go test ./...

race: ## run the short tests with the race detector, where anything runs at the same time; needs a C compiler
	CGO_ENABLED=1 go test -race -short $(RACED)
	CGO_ENABLED=1 go test -race -short -run 'TestRun|Interrupt|Resume|Busy|Pace' ./cmd/steadfast

slow: ## hold 5 million futures a package against the exact computation, and what else takes minutes
	STEADFAST_FUTURES=5000000 go test -timeout 60m -count 1 -run 'Futures|SmallErrors' -v ./sim/model
	STEADFAST_SLOW=1 go test -timeout 30m -count 1 -run 'Cover|Dummy' -v ./sim/sensitivity
	STEADFAST_SLOW=1 go test -timeout 30m -count 1 -run MixturesOfEdits -v ./sim/scenario

bench: ## measure what a user waits for: medians of one run
	@mkdir -p out
	go test -run '^$$' -bench . -count 6 -timeout 30m ./sim/model ./sim/chance ./sim/design ./sim/uncertain ./sim/scenario ./sim/sensitivity ./plots | tee out/bench.txt
	go test -run '^$$' -bench . -benchtime 1x -count 2 -timeout 60m ./sim | tee -a out/bench.txt
	go test -run '^$$' -bench . -benchtime 1x -count 5 -timeout 30m ./cmd/steadfast | tee -a out/bench.txt
	go tool benchstat out/bench.txt

fuzz: ## fuzz what reads a user's bytes, 30 s a target
	@set -e; for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
	    echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime 30s $$p; done; done

lint: ## check format, vet, staticcheck
	@unformatted=$$(gofmt -l $(GOFILES)); if [ -n "$$unformatted" ]; then echo "not formatted (make fmt): $$unformatted"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

fmt: ## format the code
	gofmt -w $(GOFILES)

validate: ## check the shipped scenarios
	go run ./cmd/steadfast validate $(SHIPPED)

check: ## test the conclusions of the shipped scenarios in full
	go run ./cmd/steadfast check $(SHIPPED)

quickcheck: ## test them as the gate does: few cases, some seconds each
	go run ./cmd/steadfast check --ci $(SHIPPED)

backtest: ## hold the model against the historical record; rewrite its page, figures and posterior draws
	time go run ./cmd/steadfast backtest --out out/backtest
	cp out/backtest/backtest.md scenarios/historical/README.md
	cp out/backtest/posterior*.csv out/backtest/figure-calibration.png out/backtest/figure-history.png scenarios/historical/

calibrate: ## fit the reference class to the historical record; print target, achieved, error
	go run ./cmd/calibrate

gallery: ## draw every figure and answer every scenario's question; takes minutes
	go run ./cmd/gallery

golden: ## rewrite golden texts and pictures, the reference of fields, and the outputs shown in README.md
	go test ./plots ./sim/schema ./sim/report ./sim/page ./cmd/steadfast -update

dist: ## build static binaries for Linux, macOS and Windows into dist/
	@mkdir -p dist
	@set -e; for p in $(PLATFORMS); do os=$${p%/*}; arch=$${p#*/}; \
	  ext=; [ $$os = windows ] && ext=.exe; \
	  echo "dist/steadfast-$$os-$$arch$$ext"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags='-s -w' -o dist/steadfast-$$os-$$arch$$ext ./cmd/steadfast; done
	@cp LICENSE dist/LICENSE
	@cp sim/design/LICENSE-joe-kuo dist/LICENSE-joe-kuo
	@cp plots/fonts/LICENSE.txt dist/LICENSE-open-sans

ci: ## what the gate runs
	bash .ci/run

clean: ## remove what was built and computed
	rm -rf out dist
