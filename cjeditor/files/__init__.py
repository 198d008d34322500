"""Our own file: load, save, migrations."""
