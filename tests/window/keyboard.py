"""A keyboard of a screen whose every key is known to the server when `press` returns."""

import ctypes
import time
from typing import Final, Self

_KEYS: Final = {"\n": 0xFF0D, "ctrl": 0xFFE3}
"""Symbols of keys as X has them; letters are their own."""


class Keyboard:
    """Presses keys as a hand does, through the XTEST extension; use it as a context manager."""

    def __init__(self, display: str) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [
            ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong,
        ]  # fmt: skip
        self._display = self._x.XOpenDisplay(display.encode())
        assert self._display, f"the screen {display} cannot be reached"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, key: str, *, ctrl: bool = False) -> float:
        """Press and release a key, a small letter or "\\n", and return when that was over.

        Returns: Seconds, as `time.monotonic` has them.
        """
        keys = ["ctrl", key] if ctrl else [key]
        for each in keys:
            self._send(each, is_down=True)
        for each in reversed(keys):
            self._send(each, is_down=False)
        self._x.XSync(self._display, False)
        return time.monotonic()

    def _send(self, key: str, *, is_down: bool) -> None:
        code = self._x.XKeysymToKeycode(self._display, _KEYS.get(key) or ord(key))
        self._test.XTestFakeKeyEvent(self._display, code, is_down, 0)
