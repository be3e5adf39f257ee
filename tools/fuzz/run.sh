#!/usr/bin/env bash
# Searches for counter-examples: pairs of random models, upgraded and downgraded on real databases.
#
#   tools/fuzz/run.sh --pairs N [--seed S] [--database pg|sqlite] [--no-shrink] [--length L]
#
# With --length, chains of L models instead: a revision for each, from nothing to the last and back.
# Both databases without --database. The last line is "N pairs, F failed"; exits 1 if any failed.
# Starts its own PostgreSQL unless AUTOGEN_TEST_POSTGRES is set or only SQLite is asked for.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
dotnet build "$root/tools/fuzz" -nologo -v q -clp:NoSummary >&2
run=(dotnet "$root/tools/fuzz/bin/Debug/net10.0/Autogen.Fuzz.dll" "$@")
if [ -n "${AUTOGEN_TEST_POSTGRES:-}" ] || [[ " $* " == *" --database sqlite "* ]]; then exec "${run[@]}"; fi
exec "$root/build/postgres.sh" run "${run[@]}"
