#!/bin/sh
set -e
name=@NAME@
case $1 in
remove)
    if [ -d /run/systemd/system ]; then
        systemctl disable --now "anjungan-$name.service" || true
        if [ "$name" = kiosk ]; then
            systemctl stop anjungan-screen.service || true
        fi
    else
        systemctl disable "anjungan-$name.service" >/dev/null 2>&1 || true
    fi
    "/usr/sbin/anjungan-$name-bundle" purge
    ;;
esac
