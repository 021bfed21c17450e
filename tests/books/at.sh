# Read by the books that are made day by day: a folder for their files, and a command at its moment at somebody's desk.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
at() { # MOMENT AGENT COMMAND …
    moment=$1 agent=$2
    shift 2
    "$BELRONDE" --lang en --now "2026-$moment" --agent "$agent" "$@" >>"$folder/log" 2>&1 || [ $? -eq 1 ] || {
        tail -3 "$folder/log" >&2
        exit 1
    }
}
