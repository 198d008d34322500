"""How fast CJ Editor is: `python -m benchmarks` measures and writes docs/benchmarks.md."""
