"""CJ Editor: the desktop editor for customer journey maps."""

__version__ = "0.2.0"
