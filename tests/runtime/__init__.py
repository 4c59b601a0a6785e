"""hooks/run, bin/session and the runtime they make, driven as the client and a person's shell drive them."""
