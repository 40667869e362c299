import HTTPTypes
import Hummingbird
import NIOCore

/// What a webhook's sender is told; never why a signature is not good.
struct WebhookAnswer: Sendable, Equatable {
    let status: HTTPResponse.Status
    let text: String
    /// True when the rest of the request is not waited for.
    var closes = false

    static let accepted = WebhookAnswer(status: .accepted, text: "accepted")
    static let repeated = WebhookAnswer(status: .accepted, text: "was here before")
    static let noPush = WebhookAnswer(status: .accepted, text: "no push: nothing to do")
    static let notWatched = WebhookAnswer(status: .accepted, text: "no environment reads that ref: nothing to do")
    static let unsigned = WebhookAnswer(status: .unauthorized, text: "not signed with a secret that is known here")
    static let tooMany = WebhookAnswer(status: .tooManyRequests, text: "too many requests", closes: true)
    static let tooLarge = WebhookAnswer(status: .contentTooLarge, text: "the body is too large", closes: true)

    /// Why a body was not read.
    init(_ failure: BodyReading.Failure) {
        switch failure {
        case .tooLarge: self = .tooLarge
        case .late: self.init(status: .requestTimeout, text: "the body did not come in time", closes: true)
        case .crowded: self.init(status: .serviceUnavailable, text: "too many slow requests", closes: true)
        case .broken: self.init(status: .badRequest, text: "the body did not come", closes: true)
        }
    }

    private init(status: HTTPResponse.Status, text: String, closes: Bool = false) {
        self.status = status
        self.text = text
        self.closes = closes
    }

    /// As it goes out.
    var response: Response {
        let line = ByteBuffer(string: text + "\n")
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
        if status == .tooManyRequests { headers[.retryAfter] = "1" }
        guard closes else { return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: line)) }
        headers[.connection] = "close"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(contentLength: line.readableBytes) { writer in
                try await writer.write(line)
                // The server would read the rest of the request first; an error breaks the connection instead.
                throw Closing()
            })
    }

    private struct Closing: Error {}
}
