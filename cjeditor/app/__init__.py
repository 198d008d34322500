"""The window: actions, menus, dialogs, settings and theme."""
