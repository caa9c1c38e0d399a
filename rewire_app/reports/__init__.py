"""Read models: what a page or a command shows, put together from store, content and insight."""
