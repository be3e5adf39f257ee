#!/usr/bin/env bash
# A throw-away connection pooler in front of the server of AUTOGEN_TEST_POSTGRES (build/postgres.sh), for tests.
#
#   build/pooler.sh start KIND            starts one, prints its connection string (Npgsql's form) on standard output
#   build/pooler.sh stop                  stops and removes the one that 'start' of this checkout made
#   build/pooler.sh run KIND CMD [ARGS]   starts one, runs CMD with AUTOGEN_TEST_POOLER set, stops it, returns CMD's exit code
#
# KIND: pgbouncer (transaction mode), pgbouncer-session, pgbouncer-statement, pgpool (pgpool-II). AUTOGEN_POOLER_STATE names another file to
# remember it in.
#
# The settings are those of the programs' manuals and of hosted services: 20 server connections a database, SCRAM, prepared statements not
# followed.
# The pooler listens on a free port of 127.0.0.1 and keeps its files in a temporary folder.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
usage() { sed -n '2,9p' "$0" >&2; exit 2; }

# The value of a key of a connection string.
part() { tr ';' '\n' <<<"$AUTOGEN_TEST_POSTGRES" | sed -n "s/^$1=//p"; }

find_program() { PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1" || true; }

require_program() {
    local program=$1 package=$2
    if [ -z "$(find_program "$program")" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing $package ..."
        apt-get update -qq >/dev/null || true
        # No service of the distribution's own is wanted, only the program.
        RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
    fi
    find_program "$program" | grep . && return
    say "$program is not installed. Install it (Debian, Ubuntu: sudo apt-get install $package)."
    exit 1
}

# Poolers refuse to run as root: there, PostgreSQL's own user runs them.
as_server() {
    if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$(printf '%q ' "$@")"; else "$@"; fi
}

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
        if ! is_open "$port"; then printf '%s' "$port"; return; fi
    done
    say "No free port was found."; exit 1
}

write_pgbouncer() {
    printf '"%s" "%s"\n' "$(part Username)" "$(part Password)" >"$folder/users.txt"
    cat >"$folder/pgbouncer.ini" <<INI
[databases]
* = host=$(part Host) port=$(part Port)

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
logfile = $folder/pooler.log
pidfile = $folder/pooler.pid
auth_type = scram-sha-256
auth_file = $folder/users.txt
pool_mode = $1
default_pool_size = 20
max_client_conn = 500
ignore_startup_parameters = extra_float_digits
INI
    command=("$program" -q "$folder/pgbouncer.ini")
}

write_pgpool() {
    printf '%s:TEXT%s\n' "$(part Username)" "$(part Password)" >"$folder/pool_passwd"
    printf 'host all all 127.0.0.1/32 scram-sha-256\n' >"$folder/pool_hba.conf"
    : >"$folder/pcp.conf"
    # One server behind it, and its processes' connections below the server's max_connections (200).
    cat >"$folder/pgpool.conf" <<CONF
backend_clustering_mode = 'streaming_replication'
sr_check_period = 0
listen_addresses = '127.0.0.1'
port = $port
socket_dir = '$folder'
pcp_listen_addresses = '127.0.0.1'
pcp_port = $(free_port)
pcp_socket_dir = '$folder'
backend_hostname0 = '$(part Host)'
backend_port0 = $(part Port)
backend_weight0 = 1
backend_flag0 = 'DISALLOW_TO_FAILOVER'
enable_pool_hba = on
pool_passwd = '$folder/pool_passwd'
num_init_children = 40
max_pool = 2
load_balance_mode = off
connection_cache = on
pid_file_name = '$folder/pooler.pid'
logdir = '$folder'
log_destination = 'stderr'
failover_on_backend_error = off
failover_on_backend_shutdown = off
CONF
    command=("$program" -n -f "$folder/pgpool.conf" -a "$folder/pool_hba.conf" -F "$folder/pcp.conf")
}

start() {
    local kind=$1 program folder port command
    case "$kind" in
        pgbouncer | pgbouncer-session | pgbouncer-statement) program=$(require_program pgbouncer pgbouncer) ;;
        pgpool) program=$(require_program pgpool pgpool2) ;;
        *) usage ;;
    esac
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then useradd --system --no-create-home postgres; fi
    folder=$(mktemp -d "${TMPDIR:-/tmp}/autogen-pooler.XXXXXX")
    port=$(free_port)
    case "$kind" in
        pgbouncer) write_pgbouncer transaction ;;
        pgbouncer-session) write_pgbouncer session ;;
        pgbouncer-statement) write_pgbouncer statement ;;
        pgpool) write_pgpool ;;
    esac
    if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
    (cd "$folder" && as_server "${command[@]}" >"$folder/output.log" 2>&1 </dev/null &)
    mkdir -p "$(dirname "$state")"
    printf '%s\n' "$folder" >"$state"
    for _ in $(seq 100); do
        if [ -s "$folder/pooler.pid" ] && is_open "$port"; then
            printf 'Host=127.0.0.1;Port=%s;' "$port"
            printf 'Username=%s;Password=%s;Database=%s\n' "$(part Username)" "$(part Password)" "$(part Database)"
            return
        fi
        sleep 0.1
    done
    say "The pooler did not start:"; cat "$folder"/*.log >&2; stop; exit 1
}

stop() {
    [ -f "$state" ] || return 0
    local folder pid
    read -r folder <"$state" || true
    if [ -s "$folder/pooler.pid" ]; then
        # pgpool's parent waits for its children on SIGTERM; on SIGINT both end at once.
        pid=$(tr -dc 0-9 <"$folder/pooler.pid")
        kill -INT "$pid" 2>/dev/null || true
        for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -TERM "$pid" 2>/dev/null || true
    fi
    case "$folder" in */autogen-pooler.*) rm -rf "$folder" ;; esac
    rm -f "$state"
}

state="${AUTOGEN_POOLER_STATE:-$root/artifacts/pooler.state}"
verb=${1:-}; shift || usage
case "$verb" in
    start | run) [ -n "${AUTOGEN_TEST_POSTGRES:-}" ] || { say "Start a server first: build/postgres.sh run build/pooler.sh …"; exit 2; } ;;
esac
case "$verb" in
    start) [ $# = 1 ] || usage; start "$1" ;;
    stop) [ $# = 0 ] || usage; stop ;;
    run)
        [ $# -gt 1 ] || usage
        kind=$1; shift
        state=$(mktemp "${TMPDIR:-/tmp}/autogen-pooler-state.XXXXXX")
        trap stop EXIT
        # Through a file, not $(...): the pooler would keep the pipe open.
        start "$kind" >"$state.connection"
        AUTOGEN_TEST_POOLER=$(cat "$state.connection"); rm -f "$state.connection"
        export AUTOGEN_TEST_POOLER
        "$@"
        ;;
    *) usage ;;
esac
