#!/usr/bin/env bash
# The part of test.sh that needs AUTOGEN_TEST_POSTGRES; not meant to be called by hand.
set -uo pipefail
cd "$(dirname "$0")/.."
# One compiler process for all builds; it goes with this script.
export UseSharedCompilation=true
trap 'dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1' EXIT
# Code that is instrumented for a profile pays off in processes that run for long; none here does, and a third of the time is saved.
export DOTNET_TieredPGO=0
# Most of what a test allocates is gone when it ends: fewer, larger collections (64 MB before each).
export DOTNET_GCgen0size=0x4000000
results=artifacts/test-results
rm -rf "$results"; mkdir -p "$results"
failed_steps=0
# The console's logger says which test failed, and why; the files are counted.
options=(-c Release --no-build -nologo -v q --logger "console;verbosity=minimal" --results-directory "$results")
step() { echo "== $1"; shift; if ! "$@"; then echo "FAILED: $*"; failed_steps=$((failed_steps + 1)); fi; }

run_project() { step "$(basename "$1")" dotnet test "$1" "${options[@]}" --logger "trx;LogFileName=$(basename "$1").trx" "${@:2}"; }

count() {
    passed=0; failed=0
    for file in "$results"/*.trx; do
        [ -e "$file" ] || continue
        counters=$(grep -o '<Counters [^>]*' "$file")
        passed=$((passed + $(sed -E 's/.* passed="([0-9]+)".*/\1/' <<<"$counters")))
        failed=$((failed + $(sed -E 's/.* failed="([0-9]+)".*/\1/' <<<"$counters")))
    done
    # A step that failed without a test that failed (format, packing, a crash) counts as one.
    if [ "$failed_steps" != 0 ] && [ "$failed" = 0 ]; then failed=$failed_steps; fi
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}

# Besides the installed server, on which all runs: AUTOGEN_TEST_OTHER_VERSIONS="12 18" for the oldest and the newest.
other_versions="${AUTOGEN_TEST_OTHER_VERSIONS:-}"
# What depends on the server's version: reading, normalising, every scenario that only newer servers have and some of the others, random pairs, upgrades. The whole is build/test.sh --postgres-version N.
run_on_version() {
    local version=$1 project filter
    for project in PostgreSql EntityFrameworkCore; do
        case $project in
            PostgreSql) filter="FullyQualifiedName~VersionTests|FullyQualifiedName~ReaderTests|FullyQualifiedName~SpellingTests|FullyQualifiedName~StoreTypeTests|FullyQualifiedName~ScenarioTests|FullyQualifiedName~TrapTests.No_command|FullyQualifiedName~OwnTableTests|FullyQualifiedName~FuzzTests.Random_pairs" ;;
            *) filter="DisplayName~postgresql" ;;
        esac
        step "Autogen.$project.Tests on PostgreSQL $version" run_filtered "$version" "tests/Autogen.$project.Tests" "$filter" "Autogen.$project.Tests.$version.trx"
    done
}

# A filter that nothing matches is no failure to 'dotnet test'.
run_filtered() {
    AUTOGEN_TEST_SAMPLE=12 build/postgres.sh --version "$1" run dotnet test "$2" "${options[@]}" --filter "$3" --logger "trx;LogFileName=$4" \
        && grep -Eq '<Counters [^>]*passed="[1-9]' "$results/$4"
}

# SQLite before 3.53 copies a table for what newer ones alter in place. AUTOGEN_TEST_OTHER_SQLITE names the library of an older one.
run_on_sqlite() {
    local filter="FullyQualifiedName~TableRebuild|FullyQualifiedName~TableInPlace|FullyQualifiedName~RecomputedColumns"
    step "Autogen.EntityFrameworkCore.Tests on $1" run_filtered_on_sqlite "$1" tests/Autogen.EntityFrameworkCore.Tests "$filter"
    step "Autogen.Sqlite.Tests on $1" run_filtered_on_sqlite "$1" tests/Autogen.Sqlite.Tests "FullyQualifiedName~ScenarioTests.Upgrades"
}

run_filtered_on_sqlite() {
    local file
    file="$(basename "$2").sqlite.trx"
    AUTOGEN_TEST_SQLITE="$1" AUTOGEN_TEST_SAMPLE=4 dotnet test "$2" "${options[@]}" --filter "$3" --logger "trx;LogFileName=$file" \
        && grep -Eq '<Counters [^>]*passed="[1-9]' "$results/$file"
}

if [ "${1:-}" = --postgres-only ]; then
    step "build" dotnet build Autogen.sln -c Release -nologo -v q -clp:NoSummary
    if [ "$failed_steps" != 0 ]; then echo "0 passed, 1 failed"; exit 1; fi
    run_project tests/Autogen.PostgreSql.Tests
    run_project tests/Autogen.Design.Tests
    run_project tests/Autogen.EntityFrameworkCore.Tests
    count
    exit
fi

# A version of its own: a package of the same number from another build may be in a cache. Built as it will be packed, so that packing has nothing left to compile.
suffix="test.$(date +%s)"
step "build" dotnet build Autogen.sln -c Release -p:VersionSuffix="$suffix" -nologo -v q -clp:NoSummary
if [ "$failed_steps" != 0 ]; then echo "0 passed, 1 failed"; exit 1; fi
export AUTOGEN_TEST_PACKAGES="$PWD/artifacts/test-packages"
AUTOGEN_TEST_VERSION="$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' build/Common.props)-$suffix"
export AUTOGEN_TEST_VERSION

# Packing, and the packed tool as a process, take minutes and leave a processor idle half of the time: the rest runs beside them.
pack_and_run() {
    step "pack" env AUTOGEN_VERSION_SUFFIX="$suffix" AUTOGEN_PACKAGES="$AUTOGEN_TEST_PACKAGES" build/pack.sh --quiet
    run_project tests/Autogen.EndToEnd.Tests
}
pack_and_run >"$results/packed.log" 2>&1 &
packed=$!
# The build has said what breaks the rules of style; what is left are blanks and line ends.
step "format" dotnet format whitespace . --folder --include src/ tests/ tools/ --exclude '**/obj/' --verify-no-changes -v q
for project in tests/*.Tests; do
    if [ "$project" != tests/Autogen.EndToEnd.Tests ]; then run_project "$project"; fi
done
for version in $other_versions; do run_on_version "$version"; done
for library in ${AUTOGEN_TEST_OTHER_SQLITE:-}; do run_on_sqlite "$library"; done
wait "$packed"
cat "$results/packed.log"
failed_steps=$((failed_steps + $(grep -c '^FAILED' "$results/packed.log")))

# What the packages left in the cache is of no use to anybody.
rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}"/{autogen.schema,autogen.entityframeworkcore,autogen.entityframeworkcore.hosting,dotnet-autogen,dotnet-autogen.linux-x64,dotnet-autogen.any}/"$AUTOGEN_TEST_VERSION"

count
