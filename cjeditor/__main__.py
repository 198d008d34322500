"""`python -m cjeditor` is the same as the command `cjeditor`."""

import sys

from cjeditor.cli import main

if __name__ == "__main__":
    sys.exit(main())
