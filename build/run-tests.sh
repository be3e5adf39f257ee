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

# A version of its own: a package of the same number from another build may be in a cache.
AUTOGEN_VERSION_SUFFIX="test.$(date +%s)"
export AUTOGEN_VERSION_SUFFIX
export AUTOGEN_PACKAGES="$PWD/artifacts/test-packages"
export AUTOGEN_TEST_PACKAGES="$AUTOGEN_PACKAGES"
AUTOGEN_TEST_VERSION="$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' build/Common.props)-$AUTOGEN_VERSION_SUFFIX"
export AUTOGEN_TEST_VERSION
step "pack" build/pack.sh --quiet
unset AUTOGEN_VERSION_SUFFIX

for project in tests/*.Tests; do
    step "$(basename "$project")" dotnet test "$project" --no-build -nologo -v q --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results"
done

# What the packages left in the cache is of no use to anybody.
rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}"/{autogen.schema,autogen.entityframeworkcore,dotnet-autogen,dotnet-autogen.linux-x64,dotnet-autogen.any}/"$AUTOGEN_TEST_VERSION"

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
