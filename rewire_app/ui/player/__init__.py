"""The one player that runs every exercise."""
