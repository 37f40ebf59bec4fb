"""What Limber knows about diaries, sharing and merging: pure functions, standard library only."""
