from tool_pages import hands, session, shown

__all__ = ["hands", "session", "shown"]
