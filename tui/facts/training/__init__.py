"""Builds the names recogniser's model file from annotated text. Needed only to build it, never to run."""
