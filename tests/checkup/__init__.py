"""The doctor: each fault is made with real files, found with its sentence, and mended where that is safe."""
