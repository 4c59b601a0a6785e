"""The client's events, as the client fires them."""
