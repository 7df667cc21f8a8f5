#!/usr/bin/env bash
# Starts a real Keystone and two real Glances on free loopback ports, without a service manager, with everything in DIR.
#   start.sh DIR [PID]    ready when it returns 0; DIR/env.json then says where everything is
# With PID the servers stop by themselves once that process is gone, so that a killed test run leaves nothing behind.
# Needs Debian's packages glance-api and keystone. SQLite: one Keystone process with one thread, or the database locks.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { echo "usage: start.sh DIR [PID]" >&2; exit 2; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)
watched=${2:-}
# Another Python may stand before the system's, without OpenStack's modules.
export PATH="/usr/sbin:/usr/bin:/sbin:/bin:$PATH"
umask 077
patience_seconds=90

give_up() {
    echo "real-glance: $1" >&2
    for log in "$dir"/log/*.log; do
        [ -s "$log" ] && printf -- '--- the end of %s\n%s\n' "$log" "$(tail -n 25 "$log")" >&2
    done
    bash "$here/stop.sh" "$dir" >&2 || true
    exit 1
}

for program in glance-api glance-manage keystone-manage uwsgi_python3; do
    command -v "$program" >/dev/null || give_up "$program is not on this machine; install Debian's glance-api and keystone."
done
[ ! -e "$dir/env.json" ] || give_up "$dir/env.json is there already; stop what runs there first, or name another folder."

mkdir -p "$dir"/{log,run,fernet,credential,images-ims,images-plain,lock}
cd "$dir"
# All ports are held open together, so that they differ.
read -r keystone_port ims_port plain_port < <(/usr/bin/python3 -c '
import socket
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
print(*[s.getsockname()[1] for s in held])')
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
admin_password=$(secret)
glance_password=$(secret)
keystone_url="http://127.0.0.1:$keystone_port/v3"

cat > keystone.conf <<CONF
[DEFAULT]
use_stderr = true
[database]
connection = sqlite:///$dir/keystone.db
[token]
provider = fernet
[fernet_tokens]
key_repository = $dir/fernet
[credential]
key_repository = $dir/credential
[identity]
# Tests sign in often; the hash need not be slow.
password_hash_rounds = 4
[cache]
enabled = true
backend = dogpile.cache.memory
CONF

# Guests are to be refused: only the new defaults of the policies ask for a role to list images.
glance_conf() {
    cat > "glance-$1.conf" <<CONF
[DEFAULT]
bind_host = 127.0.0.1
bind_port = $2
workers = 0
use_stderr = true
limit_param_default = 25
api_limit_max = 1000
enabled_backends = fs:file
enforce_secure_rbac = true
[glance_store]
default_backend = fs
[fs]
filesystem_store_datadir = $dir/images-$1
[database]
connection = sqlite:///$dir/glance-$1.db
[paste_deploy]
flavor = keystone
config_file = /etc/glance/glance-api-paste.ini
[oslo_policy]
enforce_new_defaults = true
[keystone_authtoken]
www_authenticate_uri = $keystone_url
auth_url = $keystone_url
auth_type = password
username = glance
password = $glance_password
project_name = service
user_domain_name = Default
project_domain_name = Default
[oslo_concurrency]
lock_path = $dir/lock
CONF
}
glance_conf ims "$ims_port"
glance_conf plain "$plain_port"

# Someone who reads must not lock out who writes: without this log Keystone sometimes answers "database is locked".
write_ahead() {
    /usr/bin/python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("pragma journal_mode=wal")' "$1"
}
prepare_keystone() {
    keystone-manage --config-file keystone.conf db_sync
    write_ahead keystone.db
    keystone-manage --config-file keystone.conf fernet_setup --keystone-user "$(id -un)" --keystone-group "$(id -gn)"
    keystone-manage --config-file keystone.conf credential_setup --keystone-user "$(id -un)" --keystone-group "$(id -gn)"
    OS_BOOTSTRAP_PASSWORD="$admin_password" keystone-manage --config-file keystone.conf bootstrap \
        --bootstrap-public-url "$keystone_url" --bootstrap-internal-url "$keystone_url" \
        --bootstrap-admin-url "$keystone_url" --bootstrap-region-id ims-1
}
prepare_glance() {
    glance-manage --config-file glance-plain.conf db_sync
    write_ahead glance-plain.db
    cp glance-plain.db glance-ims.db
}
# They print a harmless "has no attribute 'getcurrent'" as they exit.
prepare_glance > log/glance-manage.log 2>&1 &
glance_prepared=$!
prepare_keystone > log/keystone-manage.log 2>&1 || give_up "Keystone's database could not be made."
wait "$glance_prepared" || give_up "Glance's database could not be made."

# Each server leads a process group of its own, which stop.sh ends.
serve() {
    local name=$1; shift
    setsid "$@" > "log/$name.log" 2>&1 < /dev/null &
    echo $! > "run/$name.pid"
}
# uWSGI closes each connection, and must say so: who believed in keeping it would sometimes write into a closed one.
serve keystone env OS_KEYSTONE_CONFIG_DIR="$dir" OS_KEYSTONE_CONFIG_FILES="$dir/keystone.conf" \
    uwsgi_python3 --http-socket "127.0.0.1:$keystone_port" --wsgi-file /usr/bin/keystone-wsgi-public \
    --processes 1 --threads 1 --master --buffer-size 65535 --enable-threads --lazy-apps --die-on-term \
    --add-header 'Connection: close'
serve glance-ims glance-api --config-file "$dir/glance-ims.conf"
serve glance-plain glance-api --config-file "$dir/glance-plain.conf"

if [ -n "$watched" ]; then
    # The watch closes every stream of ours: whoever reads our output must not wait for it.
    setsid bash -c 'while kill -0 "$1" 2>/dev/null && [ -d "$3/run" ]; do sleep 1; done; bash "$2" "$3"' \
        watch "$watched" "$here/stop.sh" "$dir" > /dev/null 2>&1 < /dev/null &
fi

ADMIN_PASSWORD=$admin_password GLANCE_PASSWORD=$glance_password timeout "$patience_seconds" \
    /usr/bin/python3 "$here/provision.py" "$dir" "$keystone_port" "$ims_port" "$plain_port" \
    > log/provision.log 2>&1 || give_up "the servers were not ready after $patience_seconds s, or refused what they were told."
