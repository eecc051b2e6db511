# Dílna. `make` alone lists what there is.

DATA    ?= ./data
GO      ?= go
GOTAGS  := -tags nomsgpack
# Program, lint and tests are compiled one way: a clean machine compiles everything once, and what races once more.
export GOFLAGS := $(shell $(GO) env GOFLAGS) -trimpath
NOTO    := exports/fonts/noto
FONTS   := $(addprefix $(NOTO)/,$(addsuffix .ttf.gz,NotoEmoji_400Regular NotoSansSC_400Regular \
           NotoSansDevanagari_400Regular NotoSansDevanagari_700Bold))
SOURCES := cmd server models exports frontend/embed.go
LINT    := .ci/lint/go.mod
# Tests make thousands of small databases: in memory, where there is room for them, none waits for a disk.
QUICK   := $(shell [ "$$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 2000000 ] 2>/dev/null && echo TMPDIR=/dev/shm GOTMPDIR=/tmp)
# Vet is asked once, by lint. On a busy machine a package may take longer than go's ten minutes.
GOTEST  := $(QUICK) $(GO) test $(GOTAGS) -vet=off -timeout 40m
RECORD  := models/modelstest/testdata/model-record.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run build client check lint test test-go test-client test-browser test-postgres test-quick soak rehearse bench bench-minutes measure pictures walks golden fmt readers tools clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build, then start on ./data (DATA=folder for another)
	bin/dilna serve --data $(DATA)

build: client $(FONTS) ## leave one self-contained program at bin/dilna
	$(GO) build $(GOTAGS) -ldflags "-s -w" -o bin/dilna ./cmd/dilna

client: frontend/node_modules ## build the web client into frontend/dist
	npm --prefix frontend run --silent build

# The letters that the text font lacks: no Go module has them, and no binary is in the repository.
$(FONTS): $(NOTO)/%.ttf.gz: frontend/node_modules
	gzip -9nc frontend/node_modules/@expo-google-fonts/*/*/$*.ttf >$@

frontend/node_modules: frontend/package-lock.json
	npm --prefix frontend ci --no-audit --no-fund --loglevel=error
	@touch $@

check: readers lint $(FONTS) ## for every commit: all that needs no browser, no office and no server
	@$(MAKE) -j 2 --output-sync=target --no-print-directory test-client test-quick

test-quick:
	$(GOTEST) -short ./...

lint: ## formats, tidy modules, golangci-lint (and vet in it)
	@test -z "$$(gofmt -l $(SOURCES))" || { echo "make fmt would change:"; gofmt -l $(SOURCES); exit 1; }
	$(GO) mod tidy -diff
	$(GO) tool -modfile=$(LINT) golangci-lint run ./...

test: tools lint test-client build test-go test-browser ## everything: what check does, Go with -race, offices, a browser

# What runs at once is under models and server: the rest uses it, a document is made by one goroutine,
# and modelstest asks the store or reads what is written here. Whole contracts on PostgreSQL wait for
# a server; what races there is raced by itself.
RACED := $(GO) list ./models/... ./server/... | grep -v /modelstest
test-go: $(FONTS) ## all tests of Go, with the race detector where things run at once
	$(GOTEST) -race -skip 'TestStoreContractOn(PostgreSQL|TwoInstances)' $$($(RACED))
	$(GOTEST) $$($(GO) list ./... | grep -vxF "$$($(RACED))")
	$(GOTEST) ./models/store -run 'TestStoreContractOn(PostgreSQL|TwoInstances)'

test-postgres: $(FONTS) tools ## only what several instances on PostgreSQL promise
	$(GO) test $(GOTAGS) -race ./models/modelstest/pgtest ./models/store ./server/... ./cmd/... -run 'PostgreSQL|Instance|House|HotPaths|BothSchemas|SealedWhile|ClosedElsewhere|FM1[67]'

soak: $(FONTS) ## many more random games of the store than the tests play; for a night
	$(GO) test $(GOTAGS) -timeout 12h ./models/store -run StoreContract -rapid.checks 2000

test-client: frontend/node_modules ## the client's type check and unit tests
	npm --prefix frontend run --silent check
	npm --prefix frontend run --silent test

test-browser: build tools ## a whole workshop in a real browser: phones, console, wall
	$(QUICK) npm --prefix frontend run --silent e2e

readers:
	@.ci/tools readers

tools: ## install what the tests look with: Chromium, poppler, qpdf, PDFBox, LibreOffice, PostgreSQL
	@.ci/tools

rehearse: build ## play the model record as a live workshop and check that nothing was lost
	bin/dilna rehearse $(RECORD)

bench: $(FONTS) tools ## speed of the writer, the feed and the minutes
	$(GO) test $(GOTAGS) -run '^$$' -bench . -benchmem ./models/... ./server/... ./exports/...

measure: build ## how fast a cheap phone on a slow network gets in; how much the screens show
	npm --prefix frontend run --silent measure

bench-minutes: $(FONTS) tools ## the PDF of the minutes: ours, a browser's and an office's in one run; time, size, memory
	$(GO) test $(GOTAGS) -run '^$$' -bench . -benchmem ./exports/pdf
	$(GO) test $(GOTAGS) -run '^$$' -bench PDF -benchtime 5x ./exports/formats

pictures: build tools ## take the pictures of the help page; the program at bin/dilna then carries them
	npm --prefix frontend run --silent pictures:help
	$(GO) build $(GOTAGS) -ldflags "-s -w" -o bin/dilna ./cmd/dilna

walks: build tools ## all screens of two walks as pictures in frontend/screenshots: each size, Czech and English, light and dark
	npm --prefix frontend run --silent pictures

golden: ## write the golden files anew; review them like any change
	$(GO) test $(GOTAGS) ./server ./exports ./exports/pdf ./exports/markdown ./exports/sheets ./models/workshopfile ./cmd/dilna -update

fmt: ## format the Go code
	gofmt -w $(SOURCES)

clean: ## remove what was built
	rm -rf bin frontend/node_modules frontend/dist/assets frontend/dist/help frontend/dist/*.html
