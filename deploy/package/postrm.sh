#!/bin/sh
# The data stay, at purge too: a ledger is deleted by people, never by a package.
set -e
name=@NAME@
case $1 in
remove | purge)
    rmdir /usr/lib/anjungan 2>/dev/null || true
    if [ "$name" = kiosk ]; then
        systemctl unmask ctrl-alt-del.target >/dev/null 2>&1 || true
    fi
    [ ! -d /run/systemd/system ] || systemctl daemon-reload
    ;;
esac
