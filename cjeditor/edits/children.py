"""Ids of records that come along with a new one."""

import base64
import hashlib

from cjeditor.core.ids import Id


def child_id(parent: Id, name: str) -> Id:
    """Return the id of the record that belongs to a new *parent* under that *name*.

    It follows from the two, so that an edit gives the same map each time it is applied.
    """
    digest = hashlib.sha256(f"{parent} {name}".encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()
