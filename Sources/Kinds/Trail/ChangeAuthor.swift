import AWSCloudTrail
import AWSWire
import Model

/// Who changed a resource behind Git's back, and by which call, as CloudTrail has it.
public struct ChangeAuthor: Sendable, Equatable {
    /// The ARN of a user or of a role's session; an AWS service's name when that acted by itself.
    public var identity: String
    /// `UpdateService`.
    public var operation: String
    /// Seconds since 1970, AWS's time.
    public var at: Int

    /// Who made the call `operation`.
    public init(identity: String, operation: String, at: Int) {
        self.identity = identity
        self.operation = operation
        self.at = at
    }
}

/// One event of CloudTrail's LookupEvents, whose record is JSON in a text.
struct TrailEvent {
    let author: ChangeAuthor
    /// Who sent the call, by its client's own word.
    let userAgent: String
    /// Every text of the call's input.
    private let texts: Set<String>
    private let cluster: String?

    /// Nil for a record that can not be read, and for a call that AWS refused.
    init?(_ event: Value) {
        let event = CloudTrail.Event(event)
        guard let record = event.cloudTrailEvent.flatMap(Self.record), record["errorCode"] == nil,
            let operation = event.eventName, let at = event.eventTime
        else { return nil }
        let who = record["userIdentity"]
        let name = who?["arn"]?.string ?? who?["invokedBy"]?.string ?? event.username
        guard let name else { return nil }
        author = ChangeAuthor(identity: name, operation: operation, at: Int(at))
        userAgent = record["userAgent"]?.string ?? ""
        let input = record["requestParameters"] ?? .null
        texts = Self.texts(of: input)
        cluster = input["cluster"]?.string
    }

    /// True when the call names the resource by one of `names`, in `clusters` where it names a cluster.
    func names(_ names: Set<String>, in clusters: Set<String>) -> Bool {
        guard !texts.isDisjoint(with: names) else { return false }
        guard let cluster, !clusters.isEmpty else { return true }
        return clusters.contains(cluster)
            || cluster.split(separator: "/").last.map { clusters.contains("\($0)") } == true
    }

    private static func record(_ text: String) -> Value? {
        do { return try JSON.parse(Array(text.utf8)) } catch { return nil }
    }

    private static func texts(of value: Value) -> Set<String> {
        if let text = value.string { return [text] }
        let items = value.list ?? value.object.map { Array($0.values) } ?? []
        return items.reduce(into: []) { $0.formUnion(texts(of: $1)) }
    }
}
