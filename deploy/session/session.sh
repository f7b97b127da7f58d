#!/bin/sh
# The client of xinit: a screen that never blanks, a window manager without keys, and nothing else.
# It ends with openbox; the unit starts both anew.
set -eu

# ROTATE=left|right|inverted turns the picture; TOUCH names the panel whose touches turn along.
ROTATE=normal
TOUCH=
if [ -r /etc/anjungan/screen.conf ]; then
    # shellcheck source=/dev/null
    . /etc/anjungan/screen.conf
fi

xset s off -dpms s noblank
if [ "$ROTATE" != normal ]; then
    xrandr -o "$ROTATE"
fi
if [ -n "$TOUCH" ] && [ "$ROTATE" != normal ]; then
    case $ROTATE in
    left) matrix="0 -1 1 1 0 0 0 0 1" ;;
    right) matrix="0 1 0 -1 0 1 0 0 1" ;;
    *) matrix="-1 0 1 0 -1 1 0 0 1" ;;
    esac
    # shellcheck disable=SC2086 # nine numbers
    xinput set-prop "$TOUCH" --type=float "Coordinate Transformation Matrix" $matrix || true
fi
: >"${RUNTIME_DIRECTORY:-/run/anjungan-screen}/ready"
exec openbox --config-file /usr/lib/anjungan/session/openbox.xml
