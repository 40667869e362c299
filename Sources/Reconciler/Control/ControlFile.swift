import Manifest
import Model
import Planning

/// What operators ask of a running controller by Git (DESIGN section 5): `control.yaml` on `neap/control/<environment>`.
/// It can hold back or retry, never loosen a guard.
public struct ControlFile: Sendable, Equatable {
    /// That a revision which was rolled back is to be tried once more.
    public struct Retry: Sendable, Equatable {
        /// The Service's name.
        public var service: String
        /// `family:revision`.
        public var revision: String
        /// Seconds since 1970; lifts what is held since before.
        public var at: Int
        /// Who asked, for a person.
        public var by: String

        /// `service` may try `revision` once more.
        public init(service: String, revision: String, at: Int, by: String) {
            self.service = service
            self.revision = revision
            self.at = at
            self.by = by
        }
    }

    /// The file's path on the branch.
    public static let path = "control.yaml"
    /// The newest ones that are kept, so that the file does not grow for ever.
    private static let limit = 200
    private static let schema = "neap/control/v1"

    /// Oldest first.
    public var retries: [Retry] = []

    /// Nobody asked for anything.
    public init() {}

    /// Reads `control.yaml`.
    ///
    /// Throws `ControlError` for anything that is not wholly understood: then nobody asked for anything. Members that a
    /// newer version may have added are passed over.
    public init(_ bytes: [UInt8]) throws(ControlError) {
        let decoded = DecodedFile.decode(bytes, file: Self.path)
        if let failure = decoded.failure ?? decoded.documents.flatMap(\.diagnostics).first {
            throw ControlError(failure.description)
        }
        guard decoded.documents.count == 1, let value = decoded.documents.first?.value, value.object != nil else {
            throw ControlError("is not one mapping")
        }
        guard value["schema"]?.string == Self.schema else {
            throw ControlError("says schema \(value["schema"]?.string ?? "nothing"), and \(Self.schema) is understood")
        }
        guard let list = value["retry"] ?? .list([]) as Value?, let items = list.list, items.count <= Self.limit else {
            throw ControlError("/retry is not a list of at most \(Self.limit) entries")
        }
        for (index, item) in items.enumerated() { retries.append(try Self.retry(item, at: index)) }
    }

    private static func retry(_ item: Value, at index: Int) throws(ControlError) -> Retry {
        guard let service = item["service"]?.string, let revision = item["revision"]?.string else {
            throw ControlError("/retry/\(index) needs `service` and `revision`, both text")
        }
        guard let at = item["at"]?.string.flatMap(UTC.seconds) else {
            throw ControlError("/retry/\(index)/at is not a time such as 2026-11-24T12:04:10Z")
        }
        return Retry(service: service, revision: revision, at: at, by: item["by"]?.string ?? "")
    }

    /// The same with one more retry.
    public func adding(_ retry: Retry) -> ControlFile {
        var file = self
        file.retries = Array((retries + [retry]).suffix(Self.limit))
        return file
    }

    /// The file's text.
    public var text: String {
        let items = retries.map { retry -> YAMLNode in
            .flow([
                ("service", .string(retry.service)), ("revision", .string(retry.revision)),
                ("at", .string(UTC.stamp(retry.at))), ("by", .string(retry.by)),
            ])
        }
        return YAMLNode.document([("schema", .text(Self.schema)), ("retry", .list(items))])
    }

    /// When somebody last asked to try `revision` (`family:revision`) of `service` once more; nil when nobody did.
    func lastRetry(of service: String, _ revision: String) -> Int? {
        retries.filter { $0.service == service && $0.revision == revision }.map(\.at).max()
    }

    /// True when somebody asked for it after it was held.
    func lifts(_ held: Quarantine) -> Bool {
        lastRetry(of: held.service.name, held.revision).map { $0 > held.since } ?? false
    }
}

/// Why `control.yaml` is not followed, in one line.
public struct ControlError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ text: String) {
        let placed = text.hasPrefix(ControlFile.path) ? text : "\(ControlFile.path): \(text)"
        description = "\(placed); nothing in it is followed"
    }
}

extension ControlFile {
    /// How often each revision was asked for once more, by service.
    var retryCounts: [ResourceID: [String: Int]] {
        retries.reduce(into: [:]) { $0[ResourceID("Service", $1.service), default: [:]][$1.revision, default: 0] += 1 }
    }
}

extension ControlFile {
    /// Groups whose newest refresh ended badly and of which somebody asked, later than that, for one more attempt.
    func retriedGroups(_ memory: StatusMemory) -> Set<ResourceID> {
        HeldRefreshes(memory).lifted { group, version in lastRetry(of: group, version) }
    }
}
