#!/bin/sh
# Before an update the installed bundle is kept, so that there is a way back.
set -e
name=@NAME@
case $1 in
upgrade)
    if [ -x "/usr/sbin/anjungan-$name-bundle" ]; then
        "/usr/sbin/anjungan-$name-bundle" keep
    fi
    # A program must not load the new version's files into the old one's process.
    [ ! -d /run/systemd/system ] || systemctl stop "anjungan-$name.service" || true
    ;;
esac
