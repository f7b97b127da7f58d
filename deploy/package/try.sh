#!/bin/sh
# Installs packages into a fresh Debian in FOLDER and starts what is in them, on a virtual screen.
#
#   try.sh FOLDER PACKAGE...
#
# FOLDER is made by debootstrap unless it holds a system already. First the programs are started by hand; then,
# where systemd-nspawn is installed, the system is booted and its units are killed (boot.sh). Needs root,
# debootstrap and a Debian mirror.
set -eu

folder=$1
shift
release=${RELEASE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}

if [ ! -x "$folder/usr/bin/dpkg" ]; then
    debootstrap --variant=minbase "$release" "$folder" "$mirror"
fi
inside() { chroot "$folder" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

mounted=
settle() {
    for place in $mounted; do
        umount "$folder/$place" || true
    done
    mounted=
}
trap settle EXIT
for place in proc dev; do
    mkdir -p "$folder/$place"
    if ! mountpoint -q "$folder/$place" && mount --bind "/$place" "$folder/$place" 2>/dev/null; then
        mounted="$place $mounted"
    fi
done

mkdir -p "$folder/packages"
cp "$@" "$folder/packages"
inside apt-get -qq update
inside apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends \
    xvfb systemd-sysv dbus procps >/dev/null
inside sh -c 'apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends /packages/*.deb' >/dev/null
if inside udevadm verify --help >/dev/null 2>&1; then
    inside udevadm verify --resolve-names=never /usr/lib/udev/rules.d/70-anjungan.rules
fi
inside sh -c '! command -v python3' || echo "note: this system has a Python; the packages did not ask for it"

echo "--- who and what"
inside id anjungan
inside id anjungan-central
inside systemctl is-enabled anjungan-kiosk anjungan-central
echo "--- the kiosk on a virtual screen"
# shellcheck disable=SC2016 # it is the inner shell that expands
inside sh -c '
    Xvfb :7 -screen 0 1080x1920x24 >/dev/null 2>&1 &
    screen=$!
    trap "kill $screen" EXIT
    tries=0
    until [ -S /tmp/.X11-unix/X7 ] || [ $tries -gt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
    cd /var/lib/anjungan
    mkfifo -m 666 /tmp/told 2>/dev/null || true
    runuser -u anjungan -- env DISPLAY=:7 QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software \
        timeout 30 anjungan-kiosk run --config /etc/anjungan/kiosk/kiosk.toml >/tmp/told 2>/tmp/kiosk.err &
    { read -r first && read -r ready && echo "$first $ready"; } </tmp/told
    [ "$ready" = "{\"ready\": true}" ] || { cat /tmp/kiosk.err; exit 1; }
'
echo "--- the doctor"
inside runuser -u anjungan -- anjungan-kiosk doctor --config /etc/anjungan/kiosk/kiosk.toml --language en \
    --only scanner,voice,disk,database,versions || true
echo "--- central"
inside runuser -u anjungan-central -- timeout 10 anjungan-central serve \
    --data /var/lib/anjungan-central --catalogue /etc/anjungan/catalogue.json | head -n 1
settle
if command -v systemd-nspawn >/dev/null; then
    "$(dirname "$0")/boot.sh" "$folder"
else
    echo "--- not booted: systemd-nspawn is not installed (systemd-container)"
fi
echo "--- removed again"
inside apt-get -qq -o Dpkg::Use-Pty=0 purge -y anjungan-kiosk anjungan-central >/dev/null
inside sh -c 'ls /usr/lib/anjungan 2>/dev/null; ls -d /var/lib/anjungan /var/lib/anjungan-central'
