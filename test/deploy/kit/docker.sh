#!/usr/bin/env bash
# Stands in for `docker` where there is no engine: one container, whose image is the bundle in $STATE/app and whose
# volume is $STATE/data. FireHydrant is the sandbox, since no test may ask the real one.
set -euo pipefail
# A container has the environment that it is given, and not the shell's.
unset DATABASE_URL

start() {
  (
    set -a && source "$STATE/env" && set +a
    cd "$STATE/app"
    exec node dist/standpipe.mjs gateway --host 0.0.0.0 --port "$PORT" --data "$STATE/data" --sandbox \
      >> "$STATE/log" 2>&1
  ) &
  echo $! > "$STATE/pid"
  for _ in $(seq 200); do
    node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' \
      "http://127.0.0.1:$PORT/healthz" && return
    kill -0 "$(cat "$STATE/pid")" || break
    sleep 0.1
  done
  cat "$STATE/log" >&2
  exit 1
}

run() {
  local detach=no command=() set=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --detach) detach=yes ;;
      --read-only | --rm | --interactive) ;;
      --env)
        [[ "$2" != *=* ]] || set+=("$2")
        shift
        ;;
      --name | --cap-drop | --security-opt | --publish | --volume | --stop-timeout) shift ;;
      --*) echo "docker run: unknown flag $1" >&2 && exit 125 ;;
      *) shift && command=("$@") && break ;;
    esac
    shift
  done
  if [ "$detach" = yes ]; then printf '%q\n' "${set[@]}" > "$STATE/env" && start; else node "$STATE/app/dist/standpipe.mjs" "${command[@]}"; fi
}

within() {
  [ "$1" != --interactive ] || shift
  shift
  set -a && source "$STATE/env" && set +a
  export STANDPIPE_URL="http://127.0.0.1:$PORT"
  cd "$STATE/app"
  [[ "$*" != *"account add"* ]] || set -- "$@" --region sandbox
  exec "$@"
}

command=$1
shift
case "$command" in
  build | compose)
    while [ "$1" != --file ]; do shift; done
    test -f "$2"
    ;;
  run) run "$@" ;;
  exec) within "$@" ;;
  stop)
    kill "$(cat "$STATE/pid")"
    while kill -0 "$(cat "$STATE/pid")" 2> /dev/null; do sleep 0.05; done
    ;;
  start) start ;;
  cp) cp -r "$STATE/${1#standpipe:/}" "$2" ;;
  *) echo "docker: unknown command $command" >&2 && exit 125 ;;
esac
