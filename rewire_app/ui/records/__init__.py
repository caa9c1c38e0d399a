"""Records: thoughts that were looked at, tests and chains, fairer thoughts, habits of thought."""
