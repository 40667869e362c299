public import Model

/// A field that may not be written for now, whatever Git says of it.
public struct Hold: Sendable, Equatable {
    /// The field, with everything below it.
    public var path: FieldPath
    /// Why: `quarantined` until somebody changes something, `paused` until something else has
    /// had its turn.
    public var reason: Reason
    /// For a person.
    public var message: String

    /// Holds `path`.
    public init(_ path: FieldPath, _ reason: Reason, _ message: String) {
        self.path = path
        self.reason = reason
        self.message = message
    }
}
