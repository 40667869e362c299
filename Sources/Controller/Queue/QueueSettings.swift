/// Where AWS's events come from.
public struct QueueSettings: Sendable {
    /// The SQS queue's URL, `https://sqs.eu-west-1.amazonaws.com/123456789012/neap`.
    public var url: String
    /// How long one request waits for events, at most 20 seconds.
    public var waitTime = Duration.seconds(20)

    /// The queue at `url`.
    public init(url: String, waitTime: Duration = .seconds(20)) {
        self.url = url
        self.waitTime = waitTime
    }

    /// The region that the URL names; nil for a URL that is not AWS's.
    public var region: String? {
        let host = url.split(separator: "/").dropFirst().first?.split(separator: ".") ?? []
        return host.count > 2 && host[0] == "sqs" ? String(host[1]) : nil
    }
}
