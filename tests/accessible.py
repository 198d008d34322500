"""What a screen reader finds below a widget or a part of one."""

from PySide6.QtGui import QAccessible

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_Role = QAccessible.Role
_OURS = (_Role.List, _Role.ListItem, _Role.TreeItem)


def whole(widget):
    """Return the interface of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def below(interface):
    """Return the drawn parts right below an interface."""
    found = [interface.child(index) for index in range(interface.childCount())]
    return [each for each in found if each.role() in _OURS]


def everything(interface):
    """Yield all drawn parts below an interface."""
    for each in below(interface):
        yield each
        yield from everything(each)


def names(interface):
    return [each.text(NAME) for each in below(interface)]


def part(widget, name):
    """Return the part whose name begins so."""
    return next(each for each in everything(whole(widget)) if each.text(NAME).startswith(name))


def is_sound(widget):
    """Tell whether every part knows where it stands, and its children know it."""
    for above in (whole(widget), *everything(whole(widget))):
        for number, each in enumerate(below(above)):
            assert each.isValid()
            assert above.indexOfChild(each) == number
            assert each.parent().text(NAME) == above.text(NAME)
    return True
