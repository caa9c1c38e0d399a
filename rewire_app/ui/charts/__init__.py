"""Every painter of charts."""
