/// Why AWS would not do something.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// AWS's error code, as its API reference names it (the shape's name where code and shape differ).
    public let code: String
    /// AWS's text.
    public let message: String
    /// The HTTP status; nil for the one that AWS's model declares for the code, else 400.
    public let status: Int?

    /// A refusal under this code.
    public init(_ code: String, _ message: String, status: Int? = nil) {
        self.code = code
        self.message = message
        self.status = status
    }

    /// `code: message`.
    public var description: String { "\(code): \(message)" }
}
