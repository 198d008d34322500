"""Loads Qt and keeps Python's own import; import this before anything else of PySide6.

PySide6 puts an import of its own in the place of Python's, for `from __feature__`, which nobody
here uses. It reads the source of every module that is imported later: half as much time again,
and pydantic cannot be imported at all then, because its modules answer what they are asked.
"""

import builtins

_python_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _python_import
