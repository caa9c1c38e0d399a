"""Records: thoughts that were looked at."""
