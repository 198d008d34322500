"""Scenes of the tools beside the map, on the example that uses them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from screenshot_scenes import LARGE, SMALL, Act, Scene

from cjeditor.tools.registry import TOOLS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.app.workspace import Workspace


def _show(name: str) -> Act:
    def act(space: Workspace) -> QWidget | None:
        space.tools.show(name)
        if name == "whys":  # the pain point whose chain reaches its root
            space.go_to("why-5")
        return None

    return act


TOOL_SCENES: Final[tuple[Scene, ...]] = (
    *(Scene(f"tool-{each.name}-en", _show(each.name), size=LARGE, example="clinic")
      for each in TOOLS),
    *(Scene(f"tool-{each.name}-dark-id", _show(each.name), "id", "dark", SMALL, example="clinic")
      for each in TOOLS),
)  # fmt: skip
