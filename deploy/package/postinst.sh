#!/bin/sh
# Makes user and folders, then runs the new version; where it is not well the previous one runs again.
set -e
name=@NAME@
case $1 in
configure)
    systemd-sysusers "anjungan-$name.conf"
    systemd-tmpfiles --create "anjungan-$name.conf" || true
    if [ "$name" = kiosk ]; then
        # The kiosk writes its settings itself, so they are no file of the package: an update never asks
        # about them. It is put there as the kiosk's user, who may have laid anything in its own folder.
        [ -e /etc/anjungan/kiosk/kiosk.toml ] || runuser -u anjungan -- \
            install -m 0644 /usr/share/anjungan/kiosk.toml /etc/anjungan/kiosk/kiosk.toml
        systemctl mask ctrl-alt-del.target >/dev/null 2>&1 || true
    fi
    if [ -d /run/systemd/system ]; then
        systemctl daemon-reload
        if [ "$name" = kiosk ]; then
            udevadm control --reload || true
            udevadm trigger --action=change || true
            sysctl --quiet --load=/usr/lib/sysctl.d/60-anjungan.conf || true
            systemctl try-restart systemd-journald || true
        fi
    fi
    "/usr/sbin/anjungan-$name-bundle" settle
    ;;
esac
