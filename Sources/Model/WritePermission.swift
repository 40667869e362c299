/// Whether a write may still begin: asked after every wait that comes before its request, so that none is sent for a process
/// that is to end, or for a commit that is overtaken, because AWS's rates held it up.
public struct WritePermission: Sendable {
    /// Of the writes that the running task sends; nil where nobody restricts them.
    @TaskLocal public static var current: WritePermission?

    /// Why no write may begin now; nil while one may.
    public let closedBecause: @Sendable () async -> String?

    /// A permission that is asked of `closedBecause`.
    public init(_ closedBecause: @escaping @Sendable () async -> String?) { self.closedBecause = closedBecause }
}
