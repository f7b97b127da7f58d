#!/bin/sh
# /usr/bin/anjungan-NAME: the installed program, or the previous one where staff went back to it.
lib=${ANJUNGAN_ROOT:-}/usr/lib/anjungan
name=${0##*/anjungan-}
folder=$lib/$name
[ ! -x "$lib/$name.chosen/$name" ] || folder=$lib/$name.chosen
exec "$folder/$name" "$@"
