import Kinds
import Model

extension ChangeAuthor {
    /// As members of a drift in a status file.
    var file: [(String, Value)] {
        [("by", .string(identity)), ("call", .string(operation)), ("at", .string(UTC.stamp(at)))]
    }

    /// What such members say; nil when they name nobody.
    init?(file: Value) {
        guard let identity = file["by"]?.string, let operation = file["call"]?.string,
            let at = file["at"]?.string.flatMap(UTC.seconds)
        else { return nil }
        self.init(identity: identity, operation: operation, at: at)
    }
}
