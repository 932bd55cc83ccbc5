"""`python -m watchfloor`: the command, where the scripts folder is not on the path."""

from watchfloor.cli import main

main()
