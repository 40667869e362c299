internal import AsyncHTTPClient
internal import NIOCore
internal import NIOPosix
internal import SystemPackage

extension TransportError {
    /// What an error of the HTTP client means for the request: what is not surely unsent counts as lost.
    init(_ error: any Error) {
        switch error {
        case let error as HTTPClientError: self = Self.client(error)
        case let error as NIOConnectionError: self = .notSent("\(error.host):\(error.port) can not be reached")
        case let error as ChannelError: self = Self.channel(error)
        case let error as IOError where error.errnoCode == Errno.connectionRefused.rawValue:
            self = .notSent("the connection was refused")
        case let error as IOError: self = .lost(error.description)
        default:
            let text = String(describing: error)
            // TLS errors are no public type of the client; a handshake comes before any request.
            self = text.hasPrefix("handshakeFailed") ? .notSent("TLS: \(text)") : .lost(text)
        }
    }

    private static func client(_ error: HTTPClientError) -> TransportError {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout: .notSent("no connection in time")
        case .getConnectionFromPoolTimeout, .invalidURL, .emptyHost, .emptyScheme: .notSent(error.shortDescription)
        case .deadlineExceeded, .readTimeout, .writeTimeout: .timedOut("no reply in time")
        default: .lost(error.shortDescription)
        }
    }

    private static func channel(_ error: ChannelError) -> TransportError {
        if case .connectTimeout = error { return .notSent("no connection in time") }
        return .lost(String(describing: error))
    }
}
