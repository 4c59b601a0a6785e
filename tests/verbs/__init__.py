"""The verbs, as a person, the agent and a script call them."""
