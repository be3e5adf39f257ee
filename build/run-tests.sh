#!/usr/bin/env bash
# The part of test.sh that needs AUTOGEN_TEST_POSTGRES; not meant to be called by hand.
set -uo pipefail
cd "$(dirname "$0")/.."
results=artifacts/test-results
rm -rf "$results"; mkdir -p "$results"
failed_steps=0
step() { echo "== $1"; shift; if ! "$@"; then echo "FAILED: $*"; failed_steps=$((failed_steps + 1)); fi; }

step "build" dotnet build Autogen.sln -nologo -v q -clp:NoSummary
if [ "$failed_steps" != 0 ]; then echo "0 passed, 1 failed"; exit 1; fi
step "format" dotnet format Autogen.sln --no-restore --verify-no-changes -v q
if [ -x build/pack.sh ]; then step "pack" build/pack.sh --quiet; fi
for project in tests/*.Tests; do
    step "$(basename "$project")" dotnet test "$project" --no-build -nologo -v q --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results"
done

passed=0; failed=0
for file in "$results"/*.trx; do
    [ -e "$file" ] || continue
    counters=$(grep -o '<Counters [^>]*' "$file")
    passed=$((passed + $(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")))
    failed=$((failed + $(sed -E 's/.* failed="([0-9]+)".*/\1/' <<<"$counters")))
done
if [ "$failed_steps" != 0 ] && [ "$failed" = 0 ]; then failed=$failed_steps; fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
