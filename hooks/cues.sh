# shellcheck shell=sh
# Made by scripts/make_cues from src/session_journal/intent_words; change that and run it again.
# What no prompt can lack that intent.is_continuation accepts, so that most prompts end here, in the shell.

# longer prompts, in bytes, say something of their own
# shellcheck disable=SC2034 # read by hooks/run
cue_bytes=320

may_continue() { # TEXT, as typed
  case $1 in
  *\'[Vv][Ee]\ [Rr][Ee][Tt]* | \
  *[Aa]\ [Gg][Ee][Nn][Tt][Ee]* | \
  *[Aa]\ [Pp][Aa][Rr][Tt][Ii][Rr]* | \
  *[Aa]\ [Vv][Ee][Rr]* | \
  *[Aa][Aa][Nn]\ [Hh][Ee][Tt]\ [Dd][Oo][Ee][Nn]* | \
  *[Aa][Bb][Cc][Kk]* | \
  *[Aa][Cc][Oo][Rr][Dd]* | \
  *[Aa][Cc][Rr][Rr][Yy]* | \
  *[Aa][Dd][Ee][Ll][Aa][Nn][Tt][Ee]* | \
  *[Aa][Dd][Ee][Ss][Ss][Oo]* | \
  *[Aa][Ff][Gg][Ee][Kk]* | \
  *[Aa][Ff][Tt][Ee][Rr]\ [Tt][Hh][Aa][Tt]* | \
  *[Aa][Gg][Ee][Nn][Dd][Aa]* | \
  *[Aa][Gg][Gg][Ii][Oo][Rr][Nn]* | \
  *[Aa][Hh][Ee][Aa][Dd]* | \
  *[Aa][Hh][Oo][Rr][Aa]* | \
  *[Aa][Ll]\ [Dd]* | \
  *[Aa][Ll][Ll][Ee][Zz]* | \
  *[Aa][Ll][Ll][Oo][Nn][Ss]* | \
  *[Aa][Ll][Ss]\ [Nn]* | \
  *[Aa][Mm][Oo][Ss]* | \
  *[Aa][Nn][Dd]\ [Nn][Oo][Ww]* | \
  *[Aa][Nn][Dd]\ [Tt][Hh][Ee][Nn]* | \
  *[Aa][Nn][Dd][Aa][Mm]* | \
  *[Aa][Nn][Dd][Aa][Vv]* | \
  *[Aa][Nn][Yy][Tt][Hh][Ii][Nn][Gg]\ [Ee][Ll][Ss][Ee]* | \
  *[Aa][Pp][Rr]* | \
  *[Aa][Qq][Uu]* | \
  *[Aa][Rr][Bb][Ee][Ii][Tt][Ee]* | \
  *[Aa][Rr][Ee][Nn]\ [Ww]* | \
  *[Aa][Rr][Rr]*[Tt]** | \
  *[Aa][Rr][Rr][Yy]\ [Oo][Nn]* | \
  *[Aa][Tt][Uu][Aa][Ll][Ii][Zz]* | \
  *[Aa][Uu][Ff][Gg][Ee][Hh]* | \
  *[Aa][Vv][Aa][Nn]* | \
  *[Aa][Vv][Bb][Rr]* | \
  *[Aa][Vv][Ee]\ [Rr][Ee][Tt]* | \
  *[Aa][Ww][Rr][Ee][Nn]* | \
  *[Bb][Aa][Cc][Kk]* | \
  *[Bb][Aa][Kk][Cc]* | \
  *[Bb][Cc][Aa][Kk]* | \
  *[Bb][Ee][Ff][Oo][Rr][Ee]\ [Ww][Ee]* | \
  *[Bb][Ee][Nn]\ [Ii][Kk]* | \
  *[Bb][Ee][Ss][Ll][Oo][Tt][Ee][Nn]* | \
  *[Bb][Ee][Ss][Tt]*[Mm]* | \
  *[Bb][Ee][Uu][Rr][Tt]* | \
  *[Bb][Ee][Zz][Ii][Gg]* | \
  *[Bb][Ii][Ll][Aa][Nn]* | \
  *[Bb][Ii][Ss][Hh][Ee][Rr]* | \
  *[Bb][Ll][Oo][Cc][Kk][Ee]* | \
  *[Bb][Oo][Rr][Aa]* | \
  *[Bb][Oo][Rr][Tt][Kk]* | \
  *[Bb][Oo][Uu][Ll][Oo][Tt]* | \
  *[Bb][Rr][Oo][Tt][Ss]* | \
  *[Bb][Rr][Uu][Tt]* | \
  *[Bb][Rr]Ö[Tt][Ss]* | \
  *[Bb][Rr]ö[Tt][Ss]* | \
  *[Cc][Aa][Dd][Uu][Tt][Aa]* | \
  *[Cc][Aa][Pp][Ii][Tt][Uu][Ll]* | \
  *[Cc][Aa][Rr][Rr]* | \
  *[Cc][Aa][Rr][Yy]* | \
  *[Cc][Aa][Tt][Cc][Hh]* | \
  *[Cc][Aa][Yy]* | \
  *[Cc][Cc][Ii][Aa][Mm][Oo]* | \
  *[Cc][Hh][Ee][Gg]* | \
  *[Cc][Ii][Dd]* | \
  *[Cc][Nn][Oo][Tt]* | \
  *[Cc][Oo][Nn][Ii][Tt]* | \
  *[Cc][Oo][Nn][Nn][Ee][Cc][Tt][Ee][Ss]* | \
  *[Cc][Oo][Nn][Nn][Ee][Cc][Tt]é* | \
  *[Cc][Oo][Nn][Tt]* | \
  *[Cc][Oo][Rr][Tt]* | \
  *[Cc][Oo][Tt][Ii][Nn]* | \
  *[Cc][Oo][Tt][Nn]* | \
  *[Cc][Oo][Uu][Pp][Ee]* | \
  *[Cc][Oo][Uu][Pp]É* | \
  *[Cc][Rr][Aa][Cc][Kk]\ [Oo][Nn]* | \
  *[Cc][Rr][Aa][Rr]* | \
  *[Cc][Uu][Tt]\ [Oo]* | \
  *[Cc][Uu][Tt][Oo]* | \
  *[Dd]*[Nn][Dd][Ee]* | \
  *[Dd][Aa][Ll][Ee]* | \
  *[Dd][Ee][Cc][Ii][Ss][Ii][Oo][Nn]* | \
  *[Dd][Ee][Cc][Ii][Ss][Oo]* | \
  *[Dd][Ee][Jj][Aa][Rr]* | \
  *[Dd][Ee][Jj][Aa][Ss][Tt][Ee]* | \
  *[Dd][Ee][Pp][Oo][Ii][Ss]* | \
  *[Dd][Ee][Rr][Nn][Ii]* | \
  *[Dd][Ee][Ss][Dd][Ee]* | \
  *[Dd][Ee][Ss][Pp][Uu]* | \
  *[Dd][Ii][Aa][Nn][Tt][Ee]* | \
  *[Dd][Ii][Ss][Cc][Oo][Nn]* | \
  *[Dd][Oo]\ [Ff][Ii][Rr][Ss][Tt]* | \
  *[Dd][Oo]\ [Ii]\ * | \
  *[Dd][Oo]\ [Nn][Oo][Ww]* | \
  *[Dd][Oo]\ [Ww][Ee]* | \
  *[Dd][Oo][Ee][Nn]\ [Ww][Ee]* | \
  *[Dd][Oo][Ii][Nn][Gg]* | \
  *[Dd][Oo][Nn]\'[Tt]\ [Ss][Tt][Oo][Pp]* | \
  *[Dd][Oo][Nn][Tt]\ [Ss][Tt][Oo][Pp]* | \
  *[Dd][Oo][Oo][Rr]* | \
  *[Dd][Oo][Pp][Oo]* | \
  *[Dd][Oo][Vv]* | \
  *[Dd][Rr][Aa][Nn]* | \
  *[Ee]\ [Aa][Gg][Oo][Rr][Aa]* | \
  *[Ee]\ [Oo][Rr][Aa]* | \
  *[Ee]\ [Pp][Oo][Ii]* | \
  *[Ee][Bb][Rr][Oo][Kk][Ee][Nn]* | \
  *[Ee][Cc][Cc][Oo]* | \
  *[Ee][Nn]\ [Ee][Ss][Tt]* | \
  *[Ee][Nn]\ [Ee][Tt]* | \
  *[Ee][Nn]\ [Nn][Uu]* | \
  *[Ee][Nn]\ [Ss][Oo][Mm][Mm][Ee][Ss]* | \
  *[Ee][Nn]\ é[Tt]* | \
  *[Ee][Nn][Cc][Oo][Rr][Ee]* | \
  *[Ee][Nn][Ee][Zz]* | \
  *[Ee][Nn][Oo][Nn]* | \
  *[Ee][Nn][Tt][Ss][Cc][Hh][Ii][Ee][Dd][Ee][Nn]* | \
  *[Ee][Rr][Dd][Ee][Rr]* | \
  *[Ee][Rr][Ii][Nn][Nn][Ee][Rr]* | \
  *[Ee][Ss][Tt][Aa][Bb][Aa]* | \
  *[Ee][Ss][Tt][Aa][Dd][Oo]* | \
  *[Ee][Ss][Uu][Mm]* | \
  *[Ff][Aa][Cc][Cc][Ii][Aa][Mm]* | \
  *[Ff][Aa][Cc][Ee][Nn][Dd][Oo]* | \
  *[Ff][Aa][Cc][Ee][Vv][Aa][Mm][Oo]* | \
  *[Ff][Aa][Hh][Rr][Ee]* | \
  *[Ff][Aa][Ii][Rr][Ee]* | \
  *[Ff][Aa][Ii][Ss][Aa][Ii][Tt]* | \
  *[Ff][Aa][Ii][Ss][Ii][Oo][Nn][Ss]* | \
  *[Ff][Aa][Ii][Tt]* | \
  *[Ff][Aa][Ll][Tt][Aa]* | \
  *[Ff][Aa][Rr]\ [Aa][Ll][Oo][Nn][Gg]* | \
  *[Ff][Aa][Rr][Ee]* | \
  *[Ff][Aa][Ss][Ss]* | \
  *[Ff][Aa][Tt][Tt][Oo]* | \
  *[Ff][Aa][Zz][Ee]* | \
  *[Ff][Ee][Hh][Ll][Tt]* | \
  *[Ff][Ee][Ii][Tt][Oo]* | \
  *[Ff][Ee][Rr][Mm][Aa][Tt][Ii]* | \
  *[Ff][Ee][Rr][Mm][Aa][Tt][Oo]* | \
  *[Ff][Ii][Ll][Ll]\ [Mm][Ee]* | \
  *[Ff][Ii][Nn][Ii][Aa]* | \
  *[Ff][Ii][Nn][Ii][Ss]* | \
  *[Ff][Ii][Nn][Oo][Rr]* | \
  *[Ff][Oo][Mm][Oo][Ss]* | \
  *[Ff][Oo][Rr][Ss]* | \
  *[Ff][Oo][Rr][Tt]* | \
  *[Ff][Oo][Rr][Ww][Aa][Rr][Dd]* | \
  *[Ff][Oo][Tt][Rr]* | \
  *[Ff][Oo][Tt][Ss]* | \
  *[Ff][Rr][Ee][Nn][Tt][Ee]* | \
  *[Ff][Rr][Oo][Tt]* | \
  *[Ff][Rr][Tt][Ss]* | \
  *[Ff][Uu][Ii][Mm][Oo][Ss]* | \
  *[Gg]*[Rr]\ [Vv][Ii]* | \
  *[Gg][Aa]\ * | \
  *[Gg][Aa][Aa][Nn]\ [Ww][Ee]* | \
  *[Gg][Ee][Bb][Ll][Ee][Vv][Ee][Nn]* | \
  *[Gg][Ee][Bb][Rr][Oo]* | \
  *[Gg][Ee][Dd][Aa][Aa][Nn]* | \
  *[Gg][Ee][Hh][Tt]* | \
  *[Gg][Ee][Kk][Aa][Pp][Tt]* | \
  *[Gg][Ee][Ss][Tt][Oo][Pp][Tt]* | \
  *[Gg][Ee][Tt]\ [Oo][Nn]* | \
  *[Gg][Ee][Tt][Rr][Ee][Nn]* | \
  *[Gg][Ii][Nn][Gg]* | \
  *[Gg][Jj][Oo][Rr][Dd][Ee]* | \
  *[Gg][Jj][Oo][Rr][Tt]* | \
  *[Gg][Oo]\ [Oo][Nn]* | \
  *[Gg][Oo][Ii][Nn][Gg]* | \
  *[Gg][Oo][Oo][Nn]* | \
  *[Gg][Oo][Tt]\ [Cc][Uu]* | \
  *[Gg][Rr][Ee][Ss][Ss][Ee][Ii]* | \
  *[Gg]ö[Rr]\ [Vv][Ii]* | \
  *[Hh]*[Nn][Dd][Ee][Rr]* | \
  *[Hh]*[Rr][Nn]*[Ss][Tt]* | \
  *[Hh][Aa][Bb]* | \
  *[Hh][Aa][Cc][Ii]* | \
  *[Hh][Ee][Cc][Hh][Oo]* | \
  *[Hh][Ee][Gg][Uu][Ee]* | \
  *[Hh][Ee][Rr][Vv][Aa][Tt]* | \
  *[Hh][Ii][Cc][Ii][Mm][Oo][Ss]* | \
  *[Hh][Ii][Ee][Rr][Nn][Aa]* | \
  *[Hh][Ii][Tt][Tt][Ii][Ll][Ll][Ss]* | \
  *[Hh][Oo][Ee]\ [Ss]* | \
  *[Hh][Oo][Ee]\ [Vv][Ee][Rr]* | \
  *[Hh][Oo][Ww]\ [Aa][Rr][Ee]* | \
  *[Hh][Oo][Ww]\ [Ff][Aa][Rr]* | \
  *[Hh][Oo][Ww]\ [Ii][Ss]* | \
  *[Hh][Oo][Ww]\'[Ss]* | \
  *[Hh][Uu][Rr]\ [Gg]*[Rr]* | \
  *[Hh][Uu][Rr]\ [Ll][Ii][Gg][Gg][Ee][Rr]* | \
  *[Ii]\ [Mm][Ii][Ss][Ss]* | \
  *[Ii]\ [Nn][Uu][Oo]* | \
  *[Ii][Gg][Ee][Nn]* | \
  *[Ii][Gg]Å[Nn][Gg]* | \
  *[Ii][Gg]å[Nn][Gg]* | \
  *[Ii][Kk]\ [Bb][Ee][Nn]* | \
  *[Ii][Nn][Dd][Ii][Ee][Tt][Rr][Oo]* | \
  *[Ii][Nn][Uu][Aa]* | \
  *[Ii][Nn][Uu][Ee]* | \
  *[Ii][Vv][Ee]\ [Rr][Ee][Tt]* | \
  *[Jj][Aa][Gg]\ [Vv][Aa][Rr]* | \
  *[Jj][Ee][Tt][Zz][Tt]* | \
  *[Jj][Oo][Bb][Bb][Aa]* | \
  *[Kk]*[Rr]\ [Pp]* | \
  *[Kk][Ee][Ee][Ee][Pp]* | \
  *[Kk][Ee][Ee][Pp]* | \
  *[Kk][Ee][Pp][Ee]* | \
  *[Kk][Oo][Mm]* | \
  *[Kk][Oo][Pp][Pp][Ee][Ll]* | \
  *[Kk][Oo][Pp][Pp][Ll][Aa][Dd]* | \
  *[Kk][Oo][Rr]\ * | \
  *[Kk][Vv][Aa][Rr]* | \
  *[Kk]Ö[Rr]* | \
  *[Kk]ö[Rr]* | \
  *[Ll]\ [Bb][Ee]\ [Dd][Oo][Nn][Ee]* | \
  *[Ll]*[Gg][Ee][Tt]* | \
  *[Ll][Aa][Aa][Tt][Ss][Tt]* | \
  *[Ll][Aa][Ii][Ss][Ss]* | \
  *[Ll][Aa][Ss][Tt]* | \
  *[Ll][Aa][Vv][Oo][Rr]* | \
  *[Ll][Ee][Aa][Vv][Ee]* | \
  *[Ll][Ee][Ff][Tt]* | \
  *[Ll][Ee][Mm][Bb][Rr]* | \
  *[Ll][Ee][Tt]\'[Ss]\ [Dd][Oo]* | \
  *[Ll][Ee][Tt]\'[Ss]\ [Gg][Oo]* | \
  *[Ll][Ee][Tt][Ss]\ [Dd][Oo]* | \
  *[Ll][Ee][Tt][Ss]\ [Gg][Oo]* | \
  *[Ll][Ee][Tt][Zz][Tt][Ee]* | \
  *[Ll][Ii][Nn][Ee][Aa]* | \
  *[Ll][Ll]\ [Dd][Uu]* | \
  *[Ll][Ll]\ [Jj][Aa][Gg]* | \
  *[Ll][Ll]\ [Vv][Ii]* | \
  *[Ll][Ll][Ee][Gg][Aa]* | \
  *[Ll][Oo][Ss]* | \
  *[Ll][Uu][Ee][Gg][Oo]* | \
  *[Mm][Aa][Cc][Hh]* | \
  *[Mm][Aa][Ii][Nn][Tt][Ee][Nn][Aa][Nn][Tt]* | \
  *[Mm][Aa][Nn][Cc][Aa]* | \
  *[Mm][Ee]\ [Aa][Tt][Uu]* | \
  *[Mm][Ii][Dd][Dd][Ll][Ee]* | \
  *[Mm][Ii][Nn][Nn]* | \
  *[Mm][Oo]\ [Vv][Aa]* | \
  *[Mm][Oo][Ee][Tt]* | \
  *[Mm][Oo][Vv][Ee]\ [Oo][Nn]* | \
  *[Nn]*[Cc][Hh][Ss][Tt][Ee]* | \
  *[Nn][Aa][Ss][Tt]* | \
  *[Nn][Dd][Ee]\ [Ee][Ss][Tt]* | \
  *[Nn][Ee][Xx][Tt]* | \
  *[Nn][Ii][Gg][Hh][Tt]* | \
  *[Nn][Ii][Tt][Nn]* | \
  *[Nn][Oo][Cc][Hh]* | \
  *[Nn][Oo][Gg]* | \
  *[Nn][Oo][Nn][Ss]* | \
  *[Nn][Oo][Ss]\ [Cc]* | \
  *[Nn][Oo][Ss]\ [Ii]* | \
  *[Nn][Oo][Uu][Ss]*[Tt][Ii][Oo]* | \
  *[Nn][Oo][Ww]\ [Ww][Hh][Aa][Tt]* | \
  *[Nn][Tt][Ee][Rr][Rr]* | \
  *[Nn][Uu]*[Oo][Nn][Ss]* | \
  *[Nn][Uu]\?* | \
  *[Nn][Uu][Aa][Rr]* | \
  *[Nn][Uu][Ii][Aa]* | \
  *[Nn][Uu][Nn]* | \
  *[Nn][Uu][Oo][Vv][Oo]* | \
  *[Nn][Xx][Tt]* | \
  *[Nn]Ä[Ss][Tt]* | \
  *[Nn]ä[Ss][Tt]* | \
  *[Oo][Cc][Ee][Ee]* | \
  *[Oo][Cc][Hh]\ [Nn][Uu]* | \
  *[Oo][Cc][Hh][Ee][Nn]* | \
  *[Oo][Ff][Ff][Ee][Nn]* | \
  *[Oo][Ff][Rr][Tt]* | \
  *[Oo][Nn]\ [Mm][Yy]\ [Pp][Ll][Aa][Tt][Ee]* | \
  *[Oo][Nn]\ [Oo][Uu][Rr]\ [Pp][Ll][Aa][Tt][Ee]* | \
  *[Oo][Nn][Dd][Ee]* | \
  *[Oo][Nn][Ee][Cc][Tt]* | \
  *[Oo][Nn][Nn][Ee][Ss][Ss]* | \
  *[Oo][Nn][Tt][Ii][Nn]* | \
  *[Oo][Nn][Ww][Aa][Rr][Dd]* | \
  *[Oo][Pp]\ [Hh][Ee][Tt]\ [Pp][Rr][Oo]* | \
  *[Oo][Pp][Ee][Nn]\ [Qq]* | \
  *[Oo][Rr][Aa]\ * | \
  *[Oo][Rr][Aa]\?* | \
  *[Oo][Rr][Tt][Ss]*[Tt][Tt]* | \
  *[Oo][Uu]\ [Ee][Nn]* | \
  *[Oo][Uu]\ [Oo][Nn]* | \
  *[Oo][Uu][Pp]é* | \
  *[Oo][Vv][Ee][Rr]* | \
  *[Oo]ù\ [Ee][Nn]* | \
  *[Oo]ù\ [Oo][Nn]* | \
  *[Pp]*\ [Ee][Mm]\ [Qq][Uu][Ee]* | \
  *[Pp][Aa][Kk]* | \
  *[Pp][Aa][Rr][Aa][Dd]* | \
  *[Pp][Aa][Rr][Ee][Ii]* | \
  *[Pp][Aa][Rr][Oo][Uu]* | \
  *[Pp][Aa][Ss][Oo]* | \
  *[Pp][Aa][Ss][Ss][Oo]* | \
  *[Pp][Ee][Nn][Dd][Ee][Nn][Tt][Ee]* | \
  *[Pp][Ee][Nn][Dd][Ii][Ee][Nn][Tt][Ee]* | \
  *[Pp][Ee][Nn][Dd][Ii][Nn][Gg]* | \
  *[Pp][Ii][Cc][Kk]* | \
  *[Pp][Ll][Aa][Nn]* | \
  *[Pp][Oo][Ii][Nn][Tt]* | \
  *[Pp][Oo][Nn][Gg][Aa]* | \
  *[Pp][Oo][Nn][Mm]* | \
  *[Pp][Oo][Nn][Tt][Oo]* | \
  *[Pp][Oo][Rr][Cc][Ee][Ee]* | \
  *[Pp][Oo][Uu][Rr][Ss][Uu][Ii]* | \
  *[Pp][Rr]*[Xx]* | \
  *[Pp][Rr][Aa][Aa][Tt]* | \
  *[Pp][Rr][Cc][Ee]* | \
  *[Pp][Rr][Cc][Oo]* | \
  *[Pp][Rr][Ee][Cc]* | \
  *[Pp][Rr][Ee][Nn][Ss]* | \
  *[Pp][Rr][Ee][Ss][Ss]\ [Oo][Nn]* | \
  *[Pp][Rr][Ii][Oo][Rr][Ii][Tt]* | \
  *[Pp][Rr][Oo][Cc]* | \
  *[Pp][Rr][Oo][Ee]* | \
  *[Pp][Rr][Oo][Gg][Rr]* | \
  *[Pp][Rr][Oo][Ss][Ss][Ii][Mm]* | \
  *[Pp][Rr][Oo][Xx][Ii]* | \
  *[Pp][Uu][Nn][Tt][Oo]* | \
  *[Qq][Uu][Ee]\ [Ee][Tt][Aa][Pp][Aa]* | \
  *[Qq][Uu][Ee]\ [Pp][Aa][Rr][Tt][Ee]* | \
  *[Qq][Uu][Ee][Dd]* | \
  *[Qq][Uu][Ii]\ [Ss][Uu][Ii][Tt]* | \
  *[Qq][Uu][Oo][Ii]* | \
  *[Rr]*[Cc][Aa][Pp]* | \
  *[Rr]*[Ss][Uu][Mm]* | \
  *[Rr][Aa][Pp][Pp][Ee][Ll]* | \
  *[Rr][Aa][Vv][Aa][Mm][Oo]* | \
  *[Rr][Bb][Rr][Oo][Kk][Ee][Nn]* | \
  *[Rr][Ee][Aa][Nn][Uu][Dd]* | \
  *[Rr][Ee][Cc][Aa][Pp]* | \
  *[Rr][Ee][Cc][Uu]* | \
  *[Rr][Ee][Dd][Oo]* | \
  *[Rr][Ee][Ff][Rr][Ee][Ss][Hh]* | \
  *[Rr][Ee][Gg][Rr][Ee][Ss]* | \
  *[Rr][Ee][Mm][Aa][Ii][Nn]* | \
  *[Rr][Ee][Mm][Ee][Tt]* | \
  *[Rr][Ee][Mm][Ii][Nn][Dd]* | \
  *[Rr][Ee][Mm][Ii][Ss]* | \
  *[Rr][Ee][Pp][Ee][Rr][Nn]* | \
  *[Rr][Ee][Pp][Rr]* | \
  *[Rr][Ee][Rr][Pp][Ee][Nn]* | \
  *[Rr][Ee][Ss][Mm]* | \
  *[Rr][Ee][Ss][Tt][Aa]* | \
  *[Rr][Ee][Ss][Tt][Ee]* | \
  *[Rr][Ee][Ss][Uu]* | \
  *[Rr][Ee][Tt][Oo]* | \
  *[Rr][Ee][Uu][Mm]* | \
  *[Rr][Ee][Uu][Ss]* | \
  *[Rr][Ee][Vv][Ee][Nn][Uu]* | \
  *[Rr][Ee][Vv][Oo][Ii]* | \
  *[Rr][Ii][Aa][Ss][Ss][Uu]* | \
  *[Rr][Ii][Cc][Oo][Rr][Dd]* | \
  *[Rr][Ii][Ee][Pp][Ii][Ll][Oo][Gg]* | \
  *[Rr][Ii][Mm][Aa][Ss][Tt]* | \
  *[Rr][Ii][Pp][Aa][Rr][Tt][Ii]* | \
  *[Rr][Ii][Pp][Rr]* | \
  *[Rr][Oo][Ll][Ll]* | \
  *[Rr][Oo][Mm][Pp][Uu]* | \
  *[Rr][Oo][Uu][Ll][Ee]* | \
  *[Rr][Pp][Rr][Ee][Nn]* | \
  *[Rr][Pp][Tt][Ee][Dd]* | \
  *[Rr][Rr][Oo][Mm][Pp]* | \
  *[Rr][Rr][Oo][Tt][Tt]* | \
  *[Rr][Rr][Uu][Mm][Pp]* | \
  *[Rr][Ss][Ee][Uu][Mm][Ee]* | \
  *[Rr][Ss][Uu][Mm]* | \
  *[Ss][Aa]\ [Nn][Uu]* | \
  *[Ss][Aa][Ll]* | \
  *[Ss][Aa][Mm][Ee][Nn][Vv][Aa][Tt]* | \
  *[Ss][Aa][Mm][Mm][Aa][Nn][Ff][Aa][Tt]* | \
  *[Ss][Cc][Hh][Nn][Ii][Tt][Tt][Ee][Nn]* | \
  *[Ss][Cc][Oo][Nn][Nn]* | \
  *[Ss][Ee][Gg]* | \
  *[Ss][Hh][Oo][Rr][Tt]\ [Vv][Ee][Rr][Ss][Ii][Oo][Nn]* | \
  *[Ss][Ii]\ [Rr][Ii]* | \
  *[Ss][Ii][Aa][Mm][Oo]* | \
  *[Ss][Ii][Gg]* | \
  *[Ss][Ll][Uu][Tt]* | \
  *[Ss][Oo]\ [Ff][Aa][Rr]* | \
  *[Ss][Pp][Ee][Ee][Dd]* | \
  *[Ss][Tt]*[Rr]\ [Vv][Ii]* | \
  *[Ss][Tt][Aa][Nn][Dd]* | \
  *[Ss][Tt][Aa][Tt][Ee]\ [Oo][Ff]* | \
  *[Ss][Tt][Aa][Tt][Oo]* | \
  *[Ss][Tt][Aa][Tt][Uu][Ss]* | \
  *[Ss][Tt][Aa][Tt][Uu][Tt]* | \
  *[Ss][Tt][Aa][Vv][Aa][Mm][Oo]* | \
  *[Ss][Tt][Ee][Hh]* | \
  *[Ss][Tt][Ee][Pp][Pp][Ee][Dd]* | \
  *[Ss][Tt][Ee][Rr][Dd][Aa][Yy]* | \
  *[Ss][Tt][Ii][Ll][Ll]\ [Nn][Ee][Ee][Dd]* | \
  *[Ss][Tt][Ii][Ll][Ll]\ [Oo][Pp][Ee][Nn]* | \
  *[Ss][Tt][Uu][Ff][Ff]* | \
  *[Ss][Uu][Cc][Cc][Ee][Ss][Ss][Ii][Vv]* | \
  *[Ss][Uu][Ii][Tt][Ee]* | \
  *[Ss][Uu][Ii][Vv][Aa][Nn][Tt]* | \
  *[Ss][Uu][Mm][Ee]* | \
  *[Ss][Uu][Mm][Mm][Aa][Rr]* | \
  *[Ss]å\ [Nn][Uu]* | \
  *[Tt][Aa]\ [Vv][Ii][Dd]* | \
  *[Tt][Aa][Ii][Ss]* | \
  *[Tt][Aa][Ii][Tt]* | \
  *[Tt][Aa][Rr]\ [Uu][Pp][Pp]* | \
  *[Tt][Aa][Rr]\ [Vv][Ii][Dd]* | \
  *[Tt][Ee][Ll][Ll]\ [Mm][Ee]* | \
  *[Tt][Ee][Rr][Rr][Oo]* | \
  *[Tt][Ee][Rr][Ss][Tt]* | \
  *[Tt][Ee][Rr][Uu][Gg]* | \
  *[Tt][Ee][Rr][Uu][Pp][Pp]* | \
  *[Tt][Hh][Ee][Nn]\ [Ww][Hh][Aa][Tt]* | \
  *[Tt][Ii][Ll][Ll][Bb][Aa][Kk][Aa]* | \
  *[Tt][Ii][Nn][Uu]* | \
  *[Tt][Ii][Oo][Nn][Ss]* | \
  *[Tt][Ll]\;[Dd][Rr]* | \
  *[Tt][Ll][Dd][Rr]* | \
  *[Tt][Oo]\ [Bb][Ee]\ [Dd][Oo][Nn][Ee]* | \
  *[Tt][Oo]\ [Dd][Aa][Tt][Ee]* | \
  *[Tt][Oo]\ [Dd][Oo]* | \
  *[Tt][Oo][Cc][Aa]* | \
  *[Tt][Oo][Dd][Aa][Yy]* | \
  *[Tt][Oo][Dd][Oo]* | \
  *[Tt][Oo][Rr][Nn][Aa]* | \
  *[Tt][Oo][Tt]\ [Nn][Uu]* | \
  *[Tt][Rr][Aa][Bb][Aa][Jj][Aa]* | \
  *[Tt][Uu][Dd][Oo]\ [Aa][Tt]* | \
  *[Tt][Uu][Rr][Nn][Ee][Dd]* | \
  *[Uu][Cc][Tt]\ [Oo]* | \
  *[Uu][Nn][Tt][Ee][Rr][Bb]* | \
  *[Uu][Pp][Dd][Aa][Tt][Ee]* | \
  *[Uu][Pp][Tt][Ee][Dd]* | \
  *[Uu][Rr][Gg][Ee][Nn][Tt]* | \
  *[Vv][Aa][Dd]\ [Nn][Uu]* | \
  *[Vv][Aa][Dd]\ [Ss][Kk][Aa]\ [Vv][Ii]* | \
  *[Vv][Aa][Ii]* | \
  *[Vv][Aa][Rr]\ *[Rr]* | \
  *[Vv][Aa][Rr]\ *[Vv][Ii]* | \
  *[Vv][Aa][Rr]\ [Vv]* | \
  *[Vv][Aa][Ss]\ [Yy]* | \
  *[Vv][Aa][Ss]\-[Yy]* | \
  *[Vv][Aa][Ss][Yy]* | \
  *[Vv][Ee][Mm]* | \
  *[Vv][Ee][Rr][Dd]* | \
  *[Vv][Ee][Rr][Ee][Dd]* | \
  *[Vv][Ee][Rr][Vv][Oo][Ll][Gg]* | \
  *[Vv][Ii][Dd][Aa][Rr][Ee]* | \
  *[Vv][Ii][Ee][Nn][Ee]* | \
  *[Vv][Oo][Ll][Gg][Ee][Nn][Dd][Ee]* | \
  *[Vv][Oo][Ll][Gg][Tt]* | \
  *[Vv][Oo][Ll][Tt][Aa]* | \
  *[Vv][Oo][Ll][Tt][Ee]* | \
  *[Vv][Oo][Ll][Vv]* | \
  *[Vv][Oo][Oo][Rr][Tt]* | \
  *[Vv][Rr][Ee][Dd][Ee][Rr]* | \
  *[Vv][Uu][Ee][Ll][Tt]* | \
  *[Ww][Aa][Aa][Rr]* | \
  *[Ww][Aa][Rr][Ee][Nn]* | \
  *[Ww][Aa][Rr][Nn]* | \
  *[Ww][Aa][Tt]\ [Nn][Uu]* | \
  *[Ww][Ee]\ [Ee][Rr][Vv][Oo][Oo][Rr]* | \
  *[Ww][Ee]\ [Mm][Ii][Ss][Ss]* | \
  *[Ww][Ee][Ee][Rr]* | \
  *[Ww][Ee][Ii]* | \
  *[Ww][Ee][Rr]\ [Ww][Ee]* | \
  *[Ww][Ee][Rr][Ee]\ [Ww][Ee]* | \
  *[Ww][Ee][Rr][Kk]* | \
  *[Ww][Hh][Aa][Tt]\ [Dd][Ii][Dd]\ [Ww][Ee]* | \
  *[Ww][Hh][Aa][Tt]\ [Ee][Ll][Ss][Ee]* | \
  *[Ww][Hh][Aa][Tt]\ [Hh][Aa][Vv][Ee]\ [Ww][Ee]* | \
  *[Ww][Hh][Aa][Tt]\ [Nn][Oo][Ww]* | \
  *[Ww][Hh][Aa][Tt]\ [Ww][Aa][Ss]* | \
  *[Ww][Hh][Aa][Tt]\ [Ww][Ee][Rr][Ee]* | \
  *[Ww][Hh][Aa][Tt]\'[Ss]* | \
  *[Ww][Hh][Aa][Tt][Ss]* | \
  *[Ww][Hh][Ee][Rr]* | \
  *[Ww][Hh][Ii][Ll][Ee]\ [Ii]* | \
  *[Ww][Ii][Ee][Dd][Ee][Rr]* | \
  *[Ww][Ii][Ee][Tt][Ee][Rr]* | \
  *[Ww][Ii][Tt][Ee][Rr]* | \
  *[Ww][Oo]\ *[Bb][Ii][Nn]* | \
  *[Ww][Oo]\ *[Ss][Ii][Nn][Dd]* | \
  *[Ww][Oo]\ *[Ww][Aa][Rr]* | \
  *[Ww][Oo]\ [Ww]* | \
  *[Ww][Oo][Rr][Kk][Ii][Nn][Gg]\ [Oo][Nn]* | \
  *[Ww][Rr][Aa][Pp]* | \
  *[Zz][Ee][Mm][Oo][Ss]* | \
  *[Zz][Ii][Jj][Nn]\ [Ww][Ee]* | \
  *[Zz][Uu][Ll][Ee][Tt][Zz][Tt]* | \
  *[Zz][Uu][Rr]*[Cc][Kk]* | \
  *АБОТ* | \
  *АЛЬШЕ* | \
  *АПОМНИ* | \
  *ГДЕ* | \
  *Где\ мы* | \
  *ДЕЛАЛИ* | \
  *ДЕСЬ* | \
  *ЕЙЧАС* | \
  *ЕПЕРЬ* | \
  *ЕРНУЛ* | \
  *ИДЁМ* | \
  *ИДЕМ* | \
  *Идем* | \
  *Идём* | \
  *ЛЕДУЮЩ* | \
  *НАС* | \
  *НОВА* | \
  *Нас* | \
  *ОДЫТ* | \
  *ОЕХАЛИ* | \
  *ОЗОБНОВ* | \
  *ОЛЖ* | \
  *ОПЯТЬ* | \
  *Опять* | \
  *ПЕРЕД* | \
  *ПРОД* | \
  *Прод* | \
  *СДЕЛА* | \
  *СТАЛОСЬ* | \
  *СТАНОВИ* | \
  *ТАМ* | \
  *ТАТУС* | \
  *ТО\ МЫ* | \
  *ТОГ* | \
  *ТУТ* | \
  *Тут* | \
  *ЧЁМ* | \
  *ЧЕМ* | \
  *ЧЕРЕД* | \
  *абот* | \
  *аверш* | \
  *аконч* | \
  *алше* | \
  *альше* | \
  *амят* | \
  *анимались* | \
  *апомни* | \
  *аствуй* | \
  *бсужд* | \
  *быстр* | \
  *водк* | \
  *где* | \
  *дальш* | \
  *десь* | \
  *долаж* | \
  *ейчас* | \
  *ела* | \
  *еперь* | \
  *ерейд* | \
  *ерн* | \
  *ешили* | \
  *зюме* | \
  *идем* | \
  *идём* | \
  *икл* | \
  *кажи* | \
  *кончи* | \
  *курс* | \
  *лан* | \
  *ледующ* | \
  *лжа* | \
  *лучилось* | \
  *мы\ о* | \
  *нас* | \
  *нова* | \
  *обрались* | \
  *обсуд* | \
  *оговори* | \
  *одыт* | \
  *оехали* | \
  *озвра* | \
  *озобнов* | \
  *олж* | \
  *опрос* | \
  *опять* | \
  *остои* | \
  *остоян* | \
  *ошли* | \
  *перед* | \
  *прод* | \
  *ратко* | \
  *резюмир* | \
  *рервал* | \
  *роверь* | \
  *рогресс* | \
  *родо* | \
  *сталось* | \
  *станови* | \
  *там* | \
  *татус* | \
  *теперЬ* | \
  *тключи* | \
  *то\ мы* | \
  *тог* | \
  *тут* | \
  *чем* | \
  *черед* | \
  *чём* | \
  *いこう* | \
  *おさらい* | \
  *これから* | \
  *これまで* | \
  *さっき* | \
  *ただいま* | \
  *つぎ* | \
  *つづ* | \
  *どう* | \
  *どこ* | \
  *なに* | \
  *なんだ* | \
  *まとめ* | \
  *もど* | \
  *やったっけ* | \
  *やり* | \
  *やること* | \
  *サマリ* | \
  *ステータス* | \
  *リマインド* | \
  *下一个* | \
  *下一步* | \
  *下去* | \
  *下面* | \
  *中断* | \
  *之前* | \
  *什么来着* | \
  *今* | \
  *何が* | \
  *何し* | \
  *何だっけ* | \
  *何の* | \
  *何や* | \
  *何を* | \
  *做了什么* | \
  *做了什麼* | \
  *做什么* | \
  *停* | \
  *再* | \
  *决定* | \
  *刚才* | \
  *到哪* | \
  *前回* | \
  *剛才* | \
  *剩下* | \
  *哪一步* | \
  *哪了* | \
  *哪些* | \
  *哪儿* | \
  *哪裡* | \
  *哪里* | \
  *回來* | \
  *回归* | \
  *回来* | \
  *回顾* | \
  *在做什麼* | \
  *地方* | \
  *完成* | \
  *帰っ* | \
  *干什么* | \
  *干嘛* | \
  *干活* | \
  *开工* | \
  *往下* | \
  *復帰* | \
  *思い出* | \
  *总结* | \
  *恢复* | \
  *恢復* | \
  *情况* | \
  *情況* | \
  *我们在哪* | \
  *我來* | \
  *我們在哪* | \
  *我在* | \
  *我来* | \
  *戻* | \
  *打断* | \
  *振り返* | \
  *接下* | \
  *接着* | \
  *接著* | \
  *提醒* | \
  *教えて* | \
  *断了* | \
  *断开* | \
  *断线* | \
  *斷* | \
  *昨天* | \
  *昨日* | \
  *概括* | \
  *次* | \
  *残って* | \
  *残り* | \
  *汇报* | \
  *決ま* | \
  *決め* | \
  *決定* | \
  *然后* | \
  *然後* | \
  *状况* | \
  *状态* | \
  *状況* | \
  *狀態* | \
  *现在* | \
  *現在* | \
  *続* | \
  *總結* | \
  *繼續* | \
  *继续* | \
  *行こう* | \
  *要約* | \
  *说到* | \
  *还剩* | \
  *还有* | \
  *进展* | \
  *进度* | \
  *途中* | \
  *途切* | \
  *進め* | \
  *進展* | \
  *進度* | \
  *進捗* | \
  *進行* | \
  *還剩* | \
  *還有* | \
  *開工* | \
  *가자* | \
  *결정* | \
  *계속* | \
  *그래서* | \
  *끊겼* | \
  *끊긴* | \
  *남았* | \
  *남은* | \
  *다시\ 시작* | \
  *다시\ 하* | \
  *다음* | \
  *돌아옴* | \
  *돌아왔* | \
  *마무리* | \
  *마저* | \
  *멈춘* | \
  *무엇을* | \
  *뭐\ 남* | \
  *뭐\ 하* | \
  *뭐\ 했* | \
  *뭐였* | \
  *뭐하* | \
  *뭐했* | \
  *뭘\ 하* | \
  *복귀* | \
  *상기* | \
  *상태* | \
  *상황* | \
  *시작하* | \
  *알려* | \
  *어디* | \
  *어제* | \
  *왔습* | \
  *왔어* | \
  *요약* | \
  *이어* | \
  *이제\ 뭐* | \
  *재개* | \
  *정리* | \
  *지금까지* | \
  *진행* | \
  *컴백* | \
  *하고\ 있었* | \
  *하던* | \
  *하자* | \
  *할\ 일* | \
  *했더라* | \
  *했었* | \
  *했지* | \
  *현황*)
    return 0 ;;
  esac
  return 1
}
