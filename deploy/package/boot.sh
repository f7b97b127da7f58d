#!/bin/sh
# Boots a Debian with the packages installed (try.sh makes one), kills what runs, and sees it come back.
#
#   boot.sh FOLDER
#
# systemd-nspawn gives it a running systemd but no panel, so Xvfb stands in for Xorg and there is no virtual
# terminal; all else is as the packages installed it. Needs root and systemd-container, ends what it started.
set -eu

folder=$1
patience_seconds=60
drop_in=$folder/etc/systemd/system/anjungan-screen.service.d

mkdir -p "$drop_in"
cat >"$drop_in/try.conf" <<'UNIT'
[Service]
ExecStart=
ExecStart=/usr/bin/xinit /usr/lib/anjungan/session/session.sh -- /usr/bin/Xvfb :0 -screen 0 1080x1920x24 -nolisten tcp -noreset
TTYPath=
StandardInput=null
TTYReset=no
TTYVHangup=no
UtmpIdentifier=
UNIT

systemd-nspawn --quiet --register=no --keep-unit --private-network --console=pipe --boot \
    --directory "$folder" </dev/null >"$folder/boot.log" 2>&1 &
machine=$!
settle() {
    kill "$machine" 2>/dev/null || true
    wait "$machine" || true
}
trap settle EXIT

first=
inside() { nsenter --target "$first" --all -- "$@"; }

until_true() { # command...: within the patience
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [ $tries -gt $((patience_seconds * 5)) ]; then
            inside journalctl --no-pager --lines 30 || true
            echo "in vain: $*" >&2
            exit 1
        fi
        sleep 0.2
    done
}

started() {
    first=$(pgrep --parent "$machine" --exact systemd) && inside systemctl is-active "$@"
}

pid_of() { inside systemctl show --value --property MainPID "$1"; }

is_anew() { # unit, its process before
    now=$(pid_of "$1")
    [ "$now" != 0 ] && [ "$now" != "$2" ] && inside systemctl is-active --quiet "$1"
}

comes_back() { # unit, signal
    before=$(pid_of "$1")
    inside kill "-$2" "$before"
    began=$(date +%s%N)
    until_true is_anew "$1" "$before"
    echo "$1 after SIG$2: back after $((($(date +%s%N) - began) / 1000000)) ms"
}

echo "--- booted"
for unit in anjungan-screen anjungan-kiosk anjungan-central; do
    until_true started "$unit"
    inside systemctl show --property Id,ActiveState,StatusText,NRestarts "$unit" | paste -sd ' '
done
inside loginctl --no-legend --no-pager list-sessions

echo "--- what it may write"
# shellcheck disable=SC2016 # it is the inner shell that expands
inside nsenter --target "$(pid_of anjungan-kiosk)" --mount --setuid "$(inside id -u anjungan)" -- sh -c '
    for place in /etc/anjungan/kiosk /var/lib/anjungan /tmp /etc/anjungan /etc /usr /media/anjungan; do
        if ( : >"$place/.try" ) 2>/dev/null; then rm "$place/.try"; echo "yes $place"; else echo "no  $place"; fi
    done'

echo "--- killed and frozen"
comes_back anjungan-kiosk KILL
comes_back anjungan-kiosk STOP
comes_back anjungan-central KILL
comes_back anjungan-central STOP
for what in xinit Xvfb; do
    screen=$(pid_of anjungan-screen)
    kiosk=$(pid_of anjungan-kiosk)
    inside pkill -KILL --exact "$what"
    until_true is_anew anjungan-screen "$screen"
    until_true is_anew anjungan-kiosk "$kiosk"
    echo "screen and kiosk after SIGKILL of $what: back"
done
sleep 5
inside systemctl show --property Id,ActiveState,NRestarts anjungan-screen anjungan-kiosk | paste -sd ' '
inside systemctl --no-legend --failed
