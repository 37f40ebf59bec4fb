"""The same diary through Limber and its peers."""
