"""How long the hooks and the command line take: whole processes, as the client and a person start them."""
