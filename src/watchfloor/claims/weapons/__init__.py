"""What was launched: phrases, classes, systems and counts."""
