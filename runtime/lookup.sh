# shellcheck shell=sh disable=SC2154 # root is set by who sources this
# Sourced by hooks/run and bin/session, with root set: where the runtime is, and how Python is started on it.
# Builtins only, wherever HOME or XDG_DATA_HOME is set.

# Sets data to this person's folder for us; false when there is no telling whose.
find_data() {
  case ${XDG_DATA_HOME-} in
  /*)
    data=$XDG_DATA_HOME/session-journal
    return
    ;;
  esac
  home=${HOME-}
  case $home in /*) ;; *) recorded_home ;; esac
  data=$home/.local/share/session-journal
  case $home in /*) ;; *) return 1 ;; esac
}

# Sets home to the home folder that the system has on record, or to nothing.
recorded_home() {
  home=
  user=$(id -un)
  case $user in '' | *[!A-Za-z0-9._-]*) return ;; esac
  eval "home=~$user"
}

# Sets runtime, python and site; false when there is no runtime that can be used.
# `broken` is left there by whoever found it so, for the next build to look at.
find_runtime() {
  find_data || return
  read -r _ _ lock <"$root/requirements/runtime.txt"
  runtime=$data/runtimes/$lock
  site=$runtime/site
  [ -r "$runtime/python" ] && IFS= read -r python <"$runtime/python" && [ -x "$python" ] && [ ! -e "$runtime/broken" ]
}

# Runs a file of ours on the runtime: start exec|command FILE [ARGUMENT]…
start() {
  how=$1
  shift
  export SESSION_JOURNAL_SITE="$site"
  "$how" "$python" -I -S -X "pycache_prefix=$data/pycache" "$@"
}
