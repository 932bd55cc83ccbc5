"""Flight geometry and plausibility: pure functions of kilometres, seconds and degrees."""
