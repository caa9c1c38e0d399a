"""The only place that knows pyqtgraph: paints what `plots` describes."""
