"""The poster of a Mermaid journey, whole process, beside mermaid-cli on the same file.

mermaid-cli is looked for on the path and in CJEDITOR_NODE_MODULES; without it the row says so.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row, cpu_of_commands, report

LIMIT = 8


def measure(steps: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "journey.mmd"
        source.write_text(_journey(steps), encoding="utf-8")
        ours = [
            sys.executable, "-m", "cjeditor", "export", str(source),
            "-o", str(folder / "poster.pdf"), "--paper", "A0",
        ]  # fmt: skip
        what = f"poster of a {steps}-step journey, whole process"
        cli = _mermaid_cli()
        if cli is None:
            (own,) = cpu_of_commands([ours])
            return [Row(what, 0, own, peer="mermaid-cli is not here")]
        theirs = [cli, "-i", str(source), "-o", str(folder / "peer.pdf"), "-q",
                  "-p", str(_browser(folder))]  # fmt: skip
        own, peer = cpu_of_commands([ours, theirs], repeat=5)
        return [
            Row(what, 0, own, peer="mermaid-cli", peer_value=peer,
                target=f"{LIMIT} × faster", met=own * LIMIT <= peer)
        ]  # fmt: skip


def _journey(steps: int) -> str:
    lines = ["journey", "  title A long way to a new bicycle"]
    for step in range(steps):
        if step % 10 == 0:
            lines.append(f"  section Part {step // 10 + 1}")
        lines.append(f"    Look at offer number {step + 1}: {step % 5 + 1}: Rina, Budi")
    return "\n".join(lines) + "\n"


def _mermaid_cli() -> str | None:
    modules = os.environ.get("CJEDITOR_NODE_MODULES", "")
    own = Path(modules) / ".bin" / "mmdc"
    return str(own) if modules and own.exists() else shutil.which("mmdc")


def _browser(folder: Path) -> Path:
    """Write how mermaid-cli is to start its browser: the system's, as root too."""
    path = folder / "browser.json"
    found = shutil.which("chromium") or ""
    path.write_text(
        f'{{"executablePath": "{found}", "args": ["--no-sandbox", "--disable-gpu", '
        '"--disable-background-networking"]}',
        encoding="utf-8",
    )
    return path


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
