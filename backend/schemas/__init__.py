"""The wire and nothing but the wire: what may come in, what goes out. No table, no user, no clock."""
