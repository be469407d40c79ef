"""Lets `python -m cardwright` run the command line."""

from cardwright.cli.main import main

if __name__ == "__main__":
    main()
