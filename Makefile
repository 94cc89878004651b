# Phát Ngôn. `make run` and `make test` set up all they need besides Go and Node.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
BUILD := .build
# Runs what follows with a server of MongoDB's wire protocol: the one named by MONGODB_TEST_URI, else a throwaway one.
WITH_MONGODB := $(if $(MONGODB_TEST_URI),,$(BUILD)/ferretdb)
GO_FILES := $(shell find . -name '*.go' -not -path './node_modules/*' -not -path './$(BUILD)/*') $(shell find knowledge internal -type f -not -name '*.go' -not -path '*/node_modules/*' -not -path '*/artefacts/*')
APP_FILES := $(shell find miniapp -type f -not -path 'miniapp/node_modules/*' -not -path 'miniapp/dist/*' -not -name '*.go')

.PHONY: help run build screens test test-thorough test-meaning test-foreign lint check e2e e2e-mongo bench-store bench-surge bench-app bench-search bench-panel import-variants eval train fuzz clean
help: ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(BUILD)/phatngon ## start the server (a demo when nothing is configured)
	@exec $(BUILD)/phatngon serve

build: $(BUILD)/phatngon ## the one binary, with the Mini App inside

$(BUILD)/phatngon: $(GO_FILES) go.mod go.sum $(BUILD)/miniapp.built
	@mkdir -p $(BUILD)
	go build -o $@ .

# The Mini App's build is embedded in the binary.
$(BUILD)/miniapp.built: $(APP_FILES)
	@mkdir -p $(BUILD)
	cd miniapp && npm ci --no-audit --no-fund --loglevel=error && npm run build
	@touch $@

$(BUILD)/ferretdb: $(wildcard internal/store/ferrettest/* internal/store/ferrettest/quicker/*)
	@mkdir -p $(BUILD)
	cd internal/store/ferrettest && go run ./quicker build -o ../../../$(BUILD)/ferretdb .

# Long walks: a fault at every write, ten thousand steps of the panel, every golden question. They run by themselves, without
# the race detector; a test of internal/arch holds that they stand in WALKED alone.
LONG := ^(TestFaults|TestModel|TestReplay|TestSixHundred|TestSurge|TestManyReporters|TestAnHour|TestGolden|TestFigures$$|TestEveryQuote|TestOnePart|TestAThousand|TestTheCommune|TestFollowUps|TestTheQuestionIn)
WALKED := ./internal/flow ./knowledge/answer ./bot
test: $(BUILD)/phatngon $(BUILD)/ferretdb lint ## everything: Go on both engines, Mini App, browser stories
	MONGODB_TEST_REQUIRED=1 $(WITH_MONGODB) go test -race -timeout 30m -shuffle=on -count=1 -skip '$(LONG)' ./...
	MONGODB_TEST_REQUIRED=1 $(WITH_MONGODB) go test -shuffle=on -count=1 -timeout 20m -run '$(LONG)' $(WALKED)
	cd miniapp && npm test
	$(MAKE) test-meaning
	$(MAKE) e2e e2e-mongo

test-thorough: $(BUILD)/ferretdb ## the long walks with a fault at every write on the MongoDB engine too (an hour)
	MONGODB_TEST_REQUIRED=1 $(WITH_MONGODB) go test -count=1 -timeout 120m -v -run '$(LONG)' ./internal/flow -thorough

test-meaning: ## the tests with a real embeddings server, which it installs from Python's registry (EVERYDAY=DIR: and its figures)
	@internal/llm/meaning/run.sh go test -count=1 -tags meaning -run RealModel ./internal/flow
	@$(if $(EVERYDAY),internal/llm/meaning/run.sh go run . eval -everyday $(EVERYDAY))

test-foreign: ## how well links, texts and pictures are told to be the same, by public data in FOREIGN_DIR (prints the figures)
	@test -n "$$FOREIGN_DIR" || { echo 'say where: FOREIGN_DIR=… make test-foreign'; exit 1; }
	go test -count=1 -tags foreign -v -run Foreign ./internal/desk/same/... ./internal/web

lint: $(BUILD)/miniapp.built ## vet, staticcheck, gofmt; tsc, eslint, prettier
	@test -z "$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go' -not -path '*/node_modules/*'))" || { echo "not gofmt-ed:"; gofmt -l .; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	cd miniapp && npm run check

e2e: $(BUILD)/phatngon ## the whole story in Chromium, embedded engine
	internal/e2e/run.sh

# How pages look, and what the Mini App does without a network, does not hang on the engine.
STORIES := $(filter-out ./look.test.mjs ./app-look.test.mjs ./app.test.mjs,$(patsubst internal/e2e/%,./%,$(wildcard internal/e2e/*.test.mjs)))
e2e-mongo: $(BUILD)/phatngon $(BUILD)/ferretdb ## the same stories over the MongoDB engine
	$(WITH_MONGODB) internal/e2e/run.sh $(STORIES)

bench-store: $(BUILD)/ferretdb ## inbox: group commit beside one commit per event, in one run
	$(WITH_MONGODB) go test -run '^$$' -bench InboxPut -benchmem ./internal/queue

bench-surge: ## a storm: 600 people at 100 and at 2,000 calls a minute by a clock of its own, and 200 at once in real time
	@go test -count=1 -v -run '^(TestSixHundred|TestSurge)' ./internal/flow | grep -v '^=== '

bench-app: $(BUILD)/phatngon ## the Mini App on a cheap phone: first paint and interactive at 4x CPU, 1.6 Mbit/s, 150 ms
	@cd internal/e2e && ./run.sh bench-app.mjs

bench-search: ## this index beside bleve and SQLite FTS5, in one run (ARGS="-n 7000,100000 DIR")
	cd knowledge/tools/bench && go run . $(ARGS)

bench-panel: ## pages of the panel at a million requests of 200 units, embedded engine (PANEL_REQUESTS; kept in PANEL_DIR)
	@PANEL_DIR=$${PANEL_DIR:-$(CURDIR)/$(BUILD)/panel-$${PANEL_REQUESTS:-1000000}} go test -tags bench -count=1 -v -timeout 120m -run '^TestPanelOf' ./internal/admin | grep -v '^=== '

VARIANTS := $(BUILD)/variants
import-variants: ## how well PDFs of many tools are read, beside pdftotext and PDFium; fails when a bound is broken
	@test -x $(VARIANTS)/venv/bin/python || python3 -m venv $(VARIANTS)/venv
	@$(VARIANTS)/venv/bin/pip install -q weasyprint==70.0 pypdfium2==5.15.2
	$(VARIANTS)/venv/bin/python knowledge/tools/variants/build.py $(VARIANTS)/out
	go run ./knowledge/tools/variants $(VARIANTS)/out

DIRS ?=
EVAL_SETS = $(or $(DIRS),$(patsubst %/corpus.jsonl,%,$(wildcard $(addsuffix /*/corpus.jsonl,$(EVAL_DIRS)))))
eval: $(BUILD)/phatngon ## search quality beside the committed figures: golden questions, and DIRS="dir …" (or all in EVAL_DIRS="folder …")
	@failed=; go test -count=1 -v -run '^TestFigures$$' ./knowledge/answer | grep -v '^=== ' || failed=' golden'; \
	for dir in $(EVAL_SETS); do echo; echo "== $$dir"; $(BUILD)/phatngon eval -against docs/quality.md "$$dir" || failed="$$failed $$dir"; done; \
	test -z "$$failed" || { echo "failed:$$failed"; exit 1; }

train: ## learn the weights of search anew from DIRS="dir …"; the file is readable and reproducible
	@test -n "$(DIRS)" || { echo 'say from what: make train DIRS="dir …"'; exit 1; }
	go run ./knowledge/tools/train -out knowledge/data/weights.json $(DIRS)

FUZZTIME ?= 30s
PKGS ?= ./...
fuzz: ## every fuzz test of PKGS for FUZZTIME each, one after another (FUZZTIME=10m PKGS=./knowledge/importer/...)
	@for pkg in $$(go list $(PKGS)); do for f in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
		echo "$$pkg $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x -parallel 1 $$pkg || exit 1; done; done

screens: $(BUILD)/phatngon ## a picture of every page, phone and desk, light and dark, in internal/e2e/artefacts, and the pictures of help
	cd internal/e2e && SCREENS=1 ./run.sh look.test.mjs app-look.test.mjs

clean: ## forget all builds (keeps data/)
	rm -rf $(BUILD) miniapp/node_modules internal/e2e/node_modules internal/e2e/artefacts
	find miniapp/dist -mindepth 1 -not -name .keep -delete
