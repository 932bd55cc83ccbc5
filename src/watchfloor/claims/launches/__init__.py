"""What tells of a launch, of what, by whom, and whether as a fact."""
