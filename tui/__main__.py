"""`python -m tui` is the program itself."""

from tui.cli import main

main()
