"""What leaves Limber as a page or a file: data in, bytes out."""
