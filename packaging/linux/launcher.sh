#!/bin/sh
# Starts Biên Bản with the Python and the Qt that it carries; installed as bienban and bienban-cli.
set -eu

case "$0" in */*) self=$0 ;; *) self=$(command -v -- "$0") ;; esac
self=$(readlink -f -- "$self")
home=${self%/*}
if [ ! -d "$home/program" ]; then home=/usr/lib/bienban; fi

# Qt brings the module for ibus, and none for fcitx. Asked for fcitx it would take no input method
# at all, and Vietnamese could not be typed. fcitx5 answers ibus's programs too (its IBus frontend),
# so ibus is the right name for both.
as_ibus() {
    printf '%s' "$1" | sed -e 's/fcitx5/ibus/g' -e 's/fcitx/ibus/g'
}

if [ -n "${QT_IM_MODULES:-}" ]; then
    QT_IM_MODULES=$(as_ibus "$QT_IM_MODULES")
    export QT_IM_MODULES
fi
if [ -n "${QT_IM_MODULE:-}" ]; then
    QT_IM_MODULE=$(as_ibus "$QT_IM_MODULE")
    export QT_IM_MODULE
elif [ -z "${QT_IM_MODULES:-}" ]; then
    # Nothing is said to Qt, but something to the other programs: on Wayland the compositor's own way
    # comes first.
    case "${XMODIFIERS:-} ${GTK_IM_MODULE:-}" in
    *fcitx* | *ibus*)
        if [ -n "${WAYLAND_DISPLAY:-}" ]; then
            QT_IM_MODULES='wayland;ibus'
            export QT_IM_MODULES
        else
            QT_IM_MODULE=ibus
            export QT_IM_MODULE
        fi
        ;;
    esac
fi

exec "$home/python/bin/python3.11" -I -S "$home/program" "${0##*/}" "$@"
