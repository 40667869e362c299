/// One call of an AWS API as a value, so that it can be printed, tested and repeated.
public struct AWSCall: Sendable, Hashable {
    /// The service's short name, as its module says: `ecs`, `ec2`, `autoscaling`, `elbv2`, `application-autoscaling`,
    /// `cloudwatch`, `logs`, `ssm`, `sts`.
    public var service: String
    /// AWS's operation name, `CreateService`.
    public var operation: String
    /// The request, members in lower camel case; may hold references until the call is sent.
    public var input: Value

    /// The call `operation` of `service`.
    public init(_ service: String, _ operation: String, _ input: Value = .emptyObject) {
        self.service = service
        self.operation = operation
        self.input = input
    }
}

/// Whatever answers AWS calls: the real client, or a test's AWS in memory.
public protocol AWSSender: Sendable {
    /// Sends one call and gives its reply, members in lower camel case.
    ///
    /// Throws `AWSError` when AWS refused or did not answer.
    func send(_ call: AWSCall) async throws -> Value
    /// Sends a read until its pages are exhausted; the replies' lists are joined member by member.
    func sendAll(_ call: AWSCall) async throws -> Value
}
