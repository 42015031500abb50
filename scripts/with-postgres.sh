#!/usr/bin/env bash
# Runs its arguments with SEKISHO_TEST_DATABASE_URL naming a throw-away PostgreSQL cluster, then stops and removes it.
#   scripts/with-postgres.sh npm test
# Exit code: that of the command; 69 when no PostgreSQL server is installed (Debian: apt-get install postgresql).
set -euo pipefail

if [ $# -eq 0 ]; then
  echo 'usage: scripts/with-postgres.sh COMMAND [ARGUMENT…]' >&2
  exit 64
fi

# Debian keeps the server's programs out of the PATH, by major version; the newest is taken.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ]; then
  initdb=$(command -v initdb || true)
  bin=${initdb%/initdb}
fi
if [ -z "$bin" ]; then
  echo 'with-postgres.sh: no PostgreSQL server is installed' >&2
  exit 69
fi

as_server() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then # PostgreSQL refuses to run as root
  as_server() { runuser -u postgres -- "$@"; }
fi

folder=$(as_server mktemp -d /tmp/sekisho-postgres.XXXXXX)
stop() {
  as_server "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$folder" # the command reaches the socket in it
cd "$folder"

if ! {
  as_server "$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C &&
    as_server "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait \
      --options="-c listen_addresses='' -c unix_socket_directories='$folder'" start
} >"$folder/start" 2>&1; then
  cat "$folder/start" "$folder/log" >&2 || true
  exit 70
fi

cd "$OLDPWD"
# psql, pg_dump and pg_restore among them
PATH="$PATH:$bin" SEKISHO_TEST_DATABASE_URL="postgres://postgres@/postgres?host=$folder" "$@"
