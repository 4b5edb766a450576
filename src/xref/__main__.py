"""`python -m xref`: the same as the command `xref`."""

from xref.cli.main import run

if __name__ == "__main__":
    run()
