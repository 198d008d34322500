"""What is different between maps: told, taken over, brought back, merged.

`compare` finds it by record and field, `take` makes an edit of it, `merge` joins two maps that
grew from one, `telling` puts it into sentences. Every map that comes out is sound.
"""
