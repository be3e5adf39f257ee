#!/usr/bin/env bash
# Lists what the libraries have public: additions go into PublicAPI.Unshipped.txt, and so do removals of what was released (*REMOVED*).
# Run it when the build says RS0016 or RS0017, and review the difference. At a release: build/public-api.sh --release moves the lines into
# PublicAPI.Shipped.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
for project in Autogen.Schema Autogen.EntityFrameworkCore Autogen.EntityFrameworkCore.Hosting; do
    shipped=src/$project/PublicAPI.Shipped.txt; unshipped=src/$project/PublicAPI.Unshipped.txt
    if [ "${1:-}" != --release ]; then
        log=$(dotnet build "src/$project" --no-incremental -nologo -v q -p:TreatWarningsAsErrors=false | grep "^$PWD/src/$project/" || true)
        added=$(sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" <<<"$log")
        gone=$(sed -n "s/.*RS0017: Symbol '\(.*\)' is part of the declared API.*/\1/p" <<<"$log")
        {
            grep -vxF "$gone" "$unshipped" || true
            echo "$added"
            grep -xF "$gone" "$shipped" | sed 's/^/*REMOVED*/' || true
        } >"$unshipped.new"
    else
        removed=$(sed -n 's/^\*REMOVED\*//p' "$unshipped")
        { grep -vxF "$removed" "$shipped" || true; grep -v '^\*REMOVED\*' "$unshipped" || true; } >"$shipped.new"
        { echo '#nullable enable'; grep -v '^#\|^$' "$shipped.new" | sort -u || true; } >"$shipped"
        rm "$shipped.new"
        : >"$unshipped.new"
    fi
    { echo '#nullable enable'; grep -v '^#\|^$' "$unshipped.new" | sort -u || true; } >"$unshipped"
    rm "$unshipped.new"
done
