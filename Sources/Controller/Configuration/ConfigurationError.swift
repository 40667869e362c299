/// What is wrong with the controller's configuration, with its place and what to do; never holds a secret.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ text: String) { description = text }
}
