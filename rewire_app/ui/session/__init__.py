"""The page for a session with a therapist: what is on it, struck out in its preview, printed and saved."""
