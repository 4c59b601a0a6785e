# The checks that take minutes; everything else is tests/run and .ci/run.
.PHONY: torture
torture: ## the long versions of the tests behind docs/guarantees.md, with their figures
	tests/run -q --long tests/torture
