public import Hummingbird
public import NIOCore

/// A request's context that knows who is calling: what the limit of each address needs.
public struct WebhookContext: RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Of the other side of the connection: a load balancer's, behind one.
    public let remoteAddress: SocketAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
