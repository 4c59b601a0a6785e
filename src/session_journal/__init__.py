"""Keeps a project's work sessions: documents, journals and briefs in `.sessions/`."""

__version__ = "0.1.0"
