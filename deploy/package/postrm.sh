#!/bin/sh
# The data stay, at purge too: a ledger is deleted by people, never by a package. Settings go with a purge.
set -e
name=@NAME@
case $1 in
remove | purge)
    rmdir /usr/lib/anjungan 2>/dev/null || true
    if [ "$name" = kiosk ]; then
        systemctl unmask ctrl-alt-del.target >/dev/null 2>&1 || true
    fi
    if [ "$name-$1" = kiosk-purge ]; then
        rm -rf /etc/anjungan/kiosk
        rmdir /etc/anjungan 2>/dev/null || true
    fi
    [ ! -d /run/systemd/system ] || systemctl daemon-reload
    ;;
esac
