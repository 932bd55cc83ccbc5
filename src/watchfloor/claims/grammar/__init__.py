"""The sentence as the grammar sees it: words, phrases and what the expression readers found."""
