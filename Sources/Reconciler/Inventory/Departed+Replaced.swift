import Manifest
import Planning

extension Departed {
    /// Nothing that left Git: deletion is off, and only what was replaced may go, each once `desired` confirms it.
    init(replacedOnlyIn desired: Desired) {
        self.init([:])
        prunes = false
        confirmed = Set(desired.environment.confirmDelete)
        file = desired.environment.file
        if !desired.isComplete { heldBecause = "a manifest can not be read" }
    }
}
