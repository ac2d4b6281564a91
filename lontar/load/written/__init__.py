"""What an editor writes, field by field: the one schema of content and configuration.

These dataclasses are what pydantic validates at the border and what the JSON Schema, the scaffolds
and the field tables of the guide are made from. They are imported only when something is parsed.
"""
