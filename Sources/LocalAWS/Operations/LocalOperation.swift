public import Model
public import Simulation

/// One operation as the embedded AWS does it. Reads cannot change the world: the compiler sees to it.
public struct LocalOperation: Sendable {
    /// What an operation does with a region.
    public enum Action: Sendable {
        case read(@Sendable (World, LocalRequest) throws(Refusal) -> Value)
        case write(@Sendable (inout World, LocalRequest) throws(Refusal) -> Value)
    }

    /// AWS's name, `CreateService`.
    public let name: String
    /// What it does.
    public let action: Action
    /// True for one that moves messages: CloudTrail keeps no record of it, and it is no write in the log of calls.
    public private(set) var isData = false
    /// How long a request waits for something to be there; zero when it is to be answered.
    public private(set) var patience: (@Sendable (World, LocalRequest) -> Span)?

    /// An operation that changes nothing.
    public static func read(
        _ name: String, _ body: @escaping @Sendable (World, LocalRequest) throws(Refusal) -> Value
    ) -> LocalOperation { LocalOperation(name: name, action: .read(body)) }

    /// An operation that changes the world.
    public static func write(
        _ name: String, _ body: @escaping @Sendable (inout World, LocalRequest) throws(Refusal) -> Value
    ) -> LocalOperation { LocalOperation(name: name, action: .write(body)) }

    /// An operation that moves messages, and may wait for one.
    public static func data(
        _ name: String, _ body: @escaping @Sendable (inout World, LocalRequest) throws(Refusal) -> Value,
        patience: (@Sendable (World, LocalRequest) -> Span)? = nil
    ) -> LocalOperation {
        var operation = write(name, body)
        operation.isData = true
        operation.patience = patience
        return operation
    }
}

/// A request that was read, checked against AWS's shapes and let through.
public struct LocalRequest: Sendable {
    /// The input, members in lower camel case.
    public let input: Value
    /// The caller's ARN.
    public let caller: String

    /// A request.
    public init(input: Value, caller: String = "arn:aws:iam::123456789012:root") {
        self.input = input
        self.caller = caller
    }

    /// A member of the input; nil when it is missing.
    public subscript(member: String) -> Value? { input[member] }
    /// A text member; nil when it is missing.
    public func text(_ member: String) -> String? { input[member]?.string }
    /// A list member; empty when it is missing.
    public func list(_ member: String) -> [Value] { input[member]?.list ?? [] }
    /// A list of texts; empty when it is missing.
    public func texts(_ member: String) -> [String] { list(member).compactMap(\.string) }
}
