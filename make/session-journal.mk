# Work sessions by make. Copy this file into your project, or include it from where session-journal lies:
#
#     include session-journal.mk
#
#     make track-init NAME=fix-sweep-bug GOAL='Fix the race in the sweeper'
#     make track-log MSG='Reproduced it; costs $5, says "busy" # every time' CATEGORY=bugfix
#     make track-decision MSG='Lock before the check' WHY='Smallest change'
#     make track-summary
#     make track-end [WHY='what it came to']
#     make new-session NAME=next-thing      puts the current session aside and starts the next one
#
# A text arrives as it is: quotes, backticks, `#`, newlines, and a dollar sign as one dollar sign (so `$$`
# arrives as two), whether it stands on make's command line or in the environment. Neither make nor a shell
# expands it. Your own shell still reads the command line: put the text in single quotes there.
#
# The texts are handed over only where one of these targets is asked for; other targets see nothing of this.
# Needs GNU make 3.81 or newer, and `session` on the PATH (or SESSION_JOURNAL=/path/to/bin/session).

SESSION_JOURNAL ?= session

.PHONY: track-init track-log track-decision track-summary track-end new-session

ifneq ($(filter track-init track-log track-decision track-end new-session,$(MAKECMDGOALS)),)

# $(value X) is the text before any expansion, and := keeps it so. Exported themselves, the variables of the
# command line would be expanded once more: a $(shell …) in a message would run.
unexport NAME GOAL MSG WHY CATEGORY
export SESSION_JOURNAL_NAME := $(value NAME)
export SESSION_JOURNAL_GOAL := $(value GOAL)
export SESSION_JOURNAL_MSG := $(value MSG)
export SESSION_JOURNAL_WHY := $(value WHY)
export SESSION_JOURNAL_CATEGORY := $(value CATEGORY)

endif

track-init:
	@if [ -z "$$SESSION_JOURNAL_NAME$$SESSION_JOURNAL_GOAL" ]; then \
	  echo "usage: make track-init NAME=short-name [GOAL='what for']" >&2; exit 2; fi
	@set --; \
	if [ -n "$$SESSION_JOURNAL_NAME" ]; then set -- "$$@" --name="$$SESSION_JOURNAL_NAME"; fi; \
	if [ -n "$$SESSION_JOURNAL_GOAL" ]; then set -- "$$@" --goal="$$SESSION_JOURNAL_GOAL"; fi; \
	$(SESSION_JOURNAL) init "$$@"

track-log:
	@if [ -z "$$SESSION_JOURNAL_MSG" ]; then \
	  echo "usage: make track-log MSG='what was done' [CATEGORY=bugfix]" >&2; exit 2; fi
	@set -- --progress="$$SESSION_JOURNAL_MSG"; \
	if [ -n "$$SESSION_JOURNAL_CATEGORY" ]; then set -- "$$@" --category="$$SESSION_JOURNAL_CATEGORY"; fi; \
	$(SESSION_JOURNAL) log "$$@"

track-decision:
	@if [ -z "$$SESSION_JOURNAL_MSG" ] || [ -z "$$SESSION_JOURNAL_WHY" ]; then \
	  echo "usage: make track-decision MSG='what was decided' WHY='why'" >&2; exit 2; fi
	@$(SESSION_JOURNAL) log --decision="$$SESSION_JOURNAL_MSG" --rationale="$$SESSION_JOURNAL_WHY"

track-summary:
	@$(SESSION_JOURNAL) summary

track-end:
	@set -- --complete; \
	if [ -n "$$SESSION_JOURNAL_WHY" ]; then set -- "$$@" --reason="$$SESSION_JOURNAL_WHY"; fi; \
	$(SESSION_JOURNAL) close "$$@"

new-session:
	@set --; \
	if [ -n "$$SESSION_JOURNAL_NAME" ]; then set -- "$$@" --name="$$SESSION_JOURNAL_NAME"; fi; \
	if [ -n "$$SESSION_JOURNAL_GOAL" ]; then set -- "$$@" --goal="$$SESSION_JOURNAL_GOAL"; fi; \
	if ! $(SESSION_JOURNAL) current >/dev/null 2>&1; then $(SESSION_JOURNAL) init "$$@"; \
	elif $(SESSION_JOURNAL) pause; then $(SESSION_JOURNAL) init "$$@" || { \
	  $(SESSION_JOURNAL) resume >/dev/null; echo "the session that was current is current again" >&2; exit 1; }; \
	else exit 1; fi
