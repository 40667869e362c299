internal import AWSWire
internal import Model

/// Who signs the calls, as AWS sees it.
public struct CallerIdentity: Sendable, Hashable {
    /// Twelve digits.
    public let account: String
    /// The user's or the role session's ARN.
    public let arn: String
}

extension AWSClient {
    /// The code of the error that `verifyAccount` throws.
    public static let wrongAccount = "WrongAccount"

    /// Asks AWS whose credentials these are.
    ///
    /// Throws `AWSError`.
    public func callerIdentity() async throws -> CallerIdentity {
        let call = AWSCall("sts", "GetCallerIdentity")
        let reply = try await send(call)
        guard let account = reply["account"]?.string, let arn = reply["arn"]?.string else {
            throw CallPipeline.refusal(call, "MalformedReply", "the reply names no account")
        }
        return CallerIdentity(account: account, arn: arn)
    }

    /// Makes sure that the credentials belong to the account `expected` (twelve digits).
    ///
    /// Throws `AWSError` of disposition `authentication` when they do not.
    public func verifyAccount(expected: String) async throws {
        let identity = try await callerIdentity()
        guard identity.account == expected else {
            throw AWSError(
                service: "sts", operation: "GetCallerIdentity", code: Self.wrongAccount,
                message: "the credentials (\(identity.arn)) belong to account \(identity.account), not to \(expected)",
                disposition: .authentication)
        }
    }

    /// How many seconds this machine's clock is behind AWS's, as far as refused signatures have told; 0 while none was.
    public var clockLag: Double { pipeline.skew.current }
}
