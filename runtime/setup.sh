# shellcheck shell=sh disable=SC2154,SC2016 # root and event are set by who sources this; backticks are for people
# Sourced when the runtime is missing, with root set: makes it, or says what is in the way.

needs='needs Python 3.10 or newer with pip or venv, or uv: on Debian or Ubuntu `sudo apt install python3-venv`, on macOS `brew install uv`'

# Sets python to an interpreter that can run build.py; false when there is none. Newest first, shims included:
# build.py finds out what is behind them.
find_python() {
  for name in python3.13 python3.12 python3.11 python3.10 python3 python; do
    python=$(command -v "$name") || continue
    # without the command line tools, macOS's own is a stub that opens a dialog
    [ "$python" = /usr/bin/python3 ] && [ -d /System/Library ] && ! xcode-select -p >/dev/null 2>&1 && continue
    "$python" -I -S -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1 && return
  done
  return 1
}

# Makes DEST from REQUIREMENTS with whatever is on this machine: build REQUIREMENTS DEST [OPTION]…
# False when it cannot, with one sentence on stdout; what happens meanwhile goes to stderr.
build() {
  if find_python; then
    "$python" -I "$root/runtime/build.py" "$@"
  elif command -v uv >/dev/null; then
    # finds an interpreter or fetches one; away from the project, whose settings are not ours
    (cd / && uv run --quiet --no-project --python '>=3.10' python -I "$root/runtime/build.py" "$@")
  else
    false
  fi
}

# Makes the runtime: make_runtime SECONDS PAUSE. Takes no longer than SECONDS, and does not try again within PAUSE
# seconds after a failure. False when there is none at the end, with the sentence in why.
make_runtime() {
  if ! find_data; then
    why='cannot tell where its files belong: set HOME or XDG_DATA_HOME'
    return 1
  fi
  read -r _ _ lock <"$root/requirements/runtime.txt"
  why=$(build "$root/requirements/runtime.txt" "$data/runtimes/$lock" --seconds "$1" --pause "$2") && find_runtime && return
  why=${why:-$needs}
  return 1
}

# Shows the person a sentence where the event can, once a day at most: tell SENTENCE. Without " or \ in it.
tell() {
  case $event in session_start | user_prompt_submit) ;; *) return ;; esac
  first_today || return
  printf '{"systemMessage":"session-journal: %s"}\n' "$1"
}

# Tells whether nothing was told today. A folder is made atomically, and never through somebody's link.
first_today() {
  today=$(date +%Y-%m-%d)
  if find_data && mkdir -p "$data" && [ -w "$data" ]; then
    mkdir "$data/told-$today" || return
    for earlier in "$data"/told-*; do
      [ "$earlier" = "$data/told-$today" ] || rmdir "$earlier"
    done
  else
    mkdir "${TMPDIR:-/tmp}/session-journal-told-$(id -u)-$today"
  fi
}
