import AWSWire
import AsyncHTTPClient
public import Model
import NIOCore
import NIOHTTP1

/// Asks a running controller how it is.
public struct ReadyQuestion: Sendable {
    private let url: String
    private static let largestReply = 4 << 20

    /// Asks `/readyz` below `url`.
    public init(url: String) { self.url = url.hasSuffix("/") ? String(url.dropLast()) : url }

    /// The answer, `neap/ready/v1`. Throws `ReadyError`.
    public func ask() async throws -> Value {
        let page = url + "/readyz"
        let body: ByteBuffer
        do {
            let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: page), timeout: .seconds(10))
            body = try await response.body.collect(upTo: Self.largestReply)
        } catch {
            throw ReadyError("\(page) does not answer: \(error)")
        }
        do {
            let answer = try JSON.parse(Array(body.readableBytesView))
            if answer["schema"]?.string == "neap/ready/v1" { return answer }
        } catch {
            throw ReadyError("\(page) is no page of a controller: \(error)")
        }
        throw ReadyError("\(page) is no page of a controller")
    }
}

/// Nobody answers, or somebody else.
public struct ReadyError: Error, CustomStringConvertible {
    public let description: String
    init(_ text: String) { description = text }
}
