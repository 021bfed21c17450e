#!/bin/sh
# The program's own verb for fault_points: real_verb.sh setup|log|list BELRONDE DATABASE FILES
# log says "ok call" when the program has said that the call is logged; list says it when the call is on record.
set -u
mode=$1 program=$2 database=$3 files=$4
home=$(dirname "$database")
export HOME="$home" XDG_STATE_HOME="$home" XDG_CONFIG_HOME="$home" LANGUAGE=en BELRONDE_WAIT=2 ASAN_OPTIONS=detect_leaks=0
desk() { "$program" --db "$database" --agent An --now 2026-02-24T09:05 "$@"; }
case $mode in
    setup) desk import "$files/items.csv" ;;
    log) desk log 10418 N | sed -n "s/^Logged:.*/ok call/p" ;;
    list)
        desk check >/dev/null || exit 1
        desk show 10418 --format json | grep -q '"outcome" : "N"' && echo "ok call"
        exit 0
        ;;
esac
