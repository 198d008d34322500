"""What a screen reader gets over AT-SPI; run by the system's Python, which has its library.

Takes one JSON command a line from the standard input and answers with one line of JSON:
{"tree": name} – the part whose name begins so, with all that stands below it; null if none;
{"act": [name, action]} – do an action of that part; {"heard": null} – what was told meanwhile.
"""

import json
import sys
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version comes first

warnings.simplefilter("ignore")
HEARD = []


def children(part):
    found = (part.get_child_at_index(index) for index in range(part.get_child_count()))
    return [each for each in found if each is not None]


def find(name, parts):
    """Return the first part whose name begins with *name*, the nearest to the top first."""
    while parts:
        for part in parts:
            if part.get_name().startswith(name):
                return part
        parts = [below for part in parts for below in children(part)]
    return None


def applications():
    found = children(Atspi.get_desktop(0))
    for each in found:
        each.set_cache_mask(Atspi.Cache.NONE)  # what the program answers now
    return [each for each in found if each.get_child_count()]


def actions(part):
    action = part.get_action_iface()
    return [] if action is None else [
        action.get_action_name(index) for index in range(action.get_n_actions())
    ]  # fmt: skip


def told(part):
    component = part.get_component_iface()
    box = component.get_extents(Atspi.CoordType.SCREEN) if component else Atspi.Rect()
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "states": sorted(state.value_nick for state in part.get_state_set().get_states()),
        "actions": actions(part),
        "box": [box.x, box.y, box.width, box.height],
        "children": [told(each) for each in children(part)],
    }


def act(name, wanted):
    part = find(name, applications())
    if part is None or wanted not in actions(part):
        return False
    return part.get_action_iface().do_action(actions(part).index(wanted))


def answer(command):
    ((what, how),) = command.items()
    if what == "tree":
        part = find(how, applications())
        return None if part is None else told(part)
    if what == "act":
        return act(*how)
    heard, HEARD[:] = list(HEARD), []
    return heard


def hear(event):
    if event.type.startswith("object:announcement"):
        HEARD.append(["said", str(event.any_data)])
    elif event.detail1:
        HEARD.append(["focus", event.source.get_name()])


def take(source, _condition):
    line = source.readline()
    if not line:
        Atspi.event_quit()
        return False
    try:
        found = answer(json.loads(line))
    except Exception as error:  # noqa: BLE001  a part may go while it is asked about
        found = {"error": str(error)}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    return True


def main():
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    for event in ("object:state-changed:focused", "object:announcement"):
        listener.register(event)
    GLib.io_add_watch(
        sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, take
    )
    Atspi.event_main()


if __name__ == "__main__":
    main()
