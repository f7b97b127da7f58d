#!/bin/sh
# anjungan-NAME-bundle: the previous version of NAME (kiosk or central), kept beside the installed one.
#
#   keep       before an update: keep what is installed now
#   settle     after an update: run the new one, and go back if it is not well
#   back       run the previous one again
#   forward    run the installed one again
#   purge      forget what was kept
#
# /usr/bin/anjungan-NAME starts what NAME.chosen points to, or else the installed bundle. The files kept
# are hard links, so an update costs no second copy of what stays.
set -eu

root=${ANJUNGAN_ROOT:-}
lib=$root/usr/lib/anjungan
patience_seconds=${ANJUNGAN_PATIENCE:-60}

say() { printf 'anjungan-%s: %s\n' "$name" "$*" >&2; }

usage() {
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

booted() { [ -d "$root/run/systemd/system" ]; }

unit() { echo "anjungan-$name.service"; }

keep() {
    [ -x "$lib/$name/$name" ] || return 0     # nothing is installed yet
    [ ! -x "$lib/$name.chosen/$name" ] || return 0 # what is installed was not well
    rm -rf "$lib/$name.keeping"
    cp -al "$lib/$name" "$lib/$name.keeping"
    rm -rf "$lib/$name.previous"
    mv "$lib/$name.keeping" "$lib/$name.previous"
}

point() { # one rename: whoever starts meanwhile starts the one or the other
    ln -s "$1" "$lib/$name.chosen.new"
    mv -T "$lib/$name.chosen.new" "$lib/$name.chosen"
}

restart() {
    booted || return 0
    systemctl restart "$(unit)"
}

# Well is: it starts, stays for a while, and its own doctor finds nothing that stops service.
is_well() {
    booted || return 0
    restarts=$(systemctl show --value --property NRestarts "$(unit)")
    waited=0
    until systemctl is-active --quiet "$(unit)"; do
        [ "$waited" -lt "$patience_seconds" ] || return 1
        waited=$((waited + 1))
        sleep 1
    done
    sleep "${ANJUNGAN_STAYS:-15}"
    systemctl is-active --quiet "$(unit)" || return 1
    [ "$(systemctl show --value --property NRestarts "$(unit)")" = "$restarts" ] || return 1
    [ "$name" != kiosk ] || has_a_ledger "$lib/kiosk/kiosk"
}

# 0 where this program says that it can read the ledger; a newer ledger is refused by an older program, and
# one that cannot even say so is not well.
has_a_ledger() {
    runuser -u anjungan -- "$1" doctor --config "$root/etc/anjungan/kiosk/kiosk.toml" \
        --only database --json >"$lib/$name.doctor" 2>&1 || true
    grep -q '"component": "database"' "$lib/$name.doctor" &&
        ! grep -q '"level": "blocks"' "$lib/$name.doctor"
}

settle() {
    rm -f "$lib/$name.chosen" "$lib/$name.failed"
    systemctl_enable
    if ! is_enabled; then
        say "installed; not started now: no systemd runs here, or its unit is disabled"
        return 0
    fi
    restart || true
    if is_well; then
        return 0
    fi
    say "the new version is not well"
    date -u >"$lib/$name.failed"
    back || say "and there is no previous version to go back to; see: journalctl -u $(unit)"
}

systemctl_enable() {
    [ ! -e "$lib/$name.previous" ] || return 0 # an update keeps what staff chose
    ! command -v systemctl >/dev/null || systemctl enable "$(unit)" >/dev/null 2>&1 || true
}

is_enabled() {
    booted || return 1
    systemctl is-enabled --quiet "$(unit)"
}

back() {
    previous=$lib/$name.previous
    if [ ! -x "$previous/$name" ]; then
        say "no previous version is kept"
        return 1
    fi
    if [ "$name" = kiosk ] && ! has_a_ledger "$previous/$name"; then
        say "the previous version cannot read the ledger any more; the installed one stays"
        return 1
    fi
    point "$name.previous"
    restart
    say "the previous version runs again; anjungan-$name-bundle forward undoes it"
}

forward() {
    rm -f "$lib/$name.chosen"
    restart
}

purge() {
    rm -rf "$lib/$name.previous" "$lib/$name.keeping"
    rm -f "$lib/$name.chosen" "$lib/$name.failed" "$lib/$name.doctor"
}

command=${1-}
name=${0##*/anjungan-}
name=${name%-bundle}
case $name in kiosk | central) ;; *) usage ;; esac
case $command in
keep | settle | back | forward | purge) $command ;;
*) usage ;;
esac
