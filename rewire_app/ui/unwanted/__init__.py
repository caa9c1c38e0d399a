"""Whether anything in Rewire made things worse: the question, and the answers given before."""
