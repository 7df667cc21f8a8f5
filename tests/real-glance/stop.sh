#!/usr/bin/env bash
# Ends what start.sh started in DIR, and only that. Says nothing when nothing runs.
#   stop.sh DIR
set -u
[ $# -eq 1 ] || { echo "usage: stop.sh DIR" >&2; exit 2; }
dir=$(cd "$1" 2>/dev/null && pwd) || exit 0

# A number may have gone to another process meanwhile: ours runs in DIR.
is_ours() { [ "$(readlink "/proc/$1/cwd" 2>/dev/null)" = "$dir" ]; }

for file in "$dir"/run/*.pid; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    if is_ours "$pid"; then
        kill -TERM -- "-$pid" 2>/dev/null
        for _ in $(seq 30); do is_ours "$pid" || break; sleep 0.1; done
        is_ours "$pid" && kill -KILL -- "-$pid" 2>/dev/null
    fi
    rm -f "$file"
done
rm -rf "$dir/run" "$dir/env.json"
exit 0
