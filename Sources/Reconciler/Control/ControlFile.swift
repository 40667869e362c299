import Manifest
public import Model
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

    /// That nothing of one resource, or of the whole environment, may be written for now.
    public struct Suspension: Sendable, Equatable {
        /// A manifest or a part of one; nil for the environment.
        public var resource: ResourceID?
        /// Seconds since 1970.
        public var at: Int
        /// Who asked, for a person.
        public var by: String
        /// Why, in a line; empty when nobody says.
        public var why: String

        /// `resource` is held back.
        public init(_ resource: ResourceID?, at: Int, by: String, why: String) {
            self.resource = resource
            self.at = at
            self.by = by
            self.why = why
        }

        /// `suspended by Ada at 2026-11-24T12:04:10Z: the database moves`.
        var text: String {
            let reason = why.isEmpty ? "" : ": \(why)"
            return "suspended by \(by.isEmpty ? "somebody" : by) at \(UTC.stamp(at))\(reason); `neap resume` ends it"
        }
    }

    /// The file's path on the branch.
    public static let path = "control.yaml"
    /// The newest ones that are kept, so that the file does not grow for ever.
    private static let limit = 200
    /// The most bytes that are read of it.
    static let byteLimit = 64 << 10
    private static let schema = "neap/control/v1"

    /// Oldest first.
    public var retries: [Retry] = []
    /// One a resource, and one for the environment, in the order in which they were asked for.
    public var suspensions: [Suspension] = []

    /// Nobody asked for anything.
    public init() {}

    /// Reads `control.yaml`.
    ///
    /// Throws `ControlError` for anything that is not wholly understood: it may well be a suspension, so that nothing is
    /// written meanwhile. Members that a newer version may have added are passed over.
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
        guard let held = (value["suspend"] ?? .list([])).list, held.count <= Self.limit else {
            throw ControlError("/suspend is not a list of at most \(Self.limit) entries")
        }
        for (index, item) in held.enumerated() { suspensions.append(try Self.suspension(item, at: index)) }
    }

    private static func suspension(_ item: Value, at index: Int) throws(ControlError) -> Suspension {
        let name = item["resource"]
        let resource = name?.string.flatMap(ResourceID.init(parsing:))
        guard name == nil || resource != nil else { throw ControlError("/suspend/\(index)/resource is no Kind/name") }
        guard let at = item["at"]?.string.flatMap(UTC.seconds) else {
            throw ControlError("/suspend/\(index)/at is not a time such as 2026-11-24T12:04:10Z")
        }
        return Suspension(resource, at: at, by: item["by"]?.string ?? "", why: item["why"]?.string ?? "")
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

    /// The same with one more suspension, in the place of an earlier one of the same resource.
    public func adding(_ suspension: Suspension) -> ControlFile {
        var file = resuming(suspension.resource)
        file.suspensions.append(suspension)
        return file
    }

    /// The same without the suspension of `resource`; nil is the environment's.
    public func resuming(_ resource: ResourceID?) -> ControlFile {
        var file = self
        file.suspensions.removeAll { $0.resource == resource }
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
        let held = suspensions.map { held -> YAMLNode in
            let name = held.resource.map { [("resource", Value.string($0.description))] } ?? []
            return .flow(
                name + [("at", .string(UTC.stamp(held.at))), ("by", .string(held.by)), ("why", .string(held.why))])
        }
        let suspend = held.isEmpty ? [] : [("suspend", YAMLNode.list(held))]
        return YAMLNode.document([("schema", .text(Self.schema)), ("retry", .list(items))] + suspend)
    }

    /// Why it could not be read back, for who adds to it; nil when it could.
    var excess: String? {
        guard suspensions.count > Self.limit || text.utf8.count > Self.byteLimit else { return nil }
        return
            "so many suspensions do not fit into \(Self.path) (\(Self.limit), \(Self.byteLimit >> 10) KiB); suspend the "
            + "whole environment, or set policy.suspend in the manifests"
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

/// Why `control.yaml` can not be followed, in one line.
public struct ControlError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ text: String) {
        let placed = text.hasPrefix(ControlFile.path) ? text : "\(ControlFile.path): \(text)"
        description = "\(placed); nothing is written until it is mended"
    }
}

extension ControlFile {
    /// How often each revision was asked for once more, by service.
    var retryCounts: [ResourceID: [String: Int]] {
        retries.reduce(into: [:]) { $0[ResourceID("Service", $1.service), default: [:]][$1.revision, default: 0] += 1 }
    }
}

extension ControlFile {
    /// True when a command holds back `resource` itself; nil is the environment.
    public func isSuspended(_ resource: ResourceID?) -> Bool { suspensions.contains { $0.resource == resource } }

    /// Why each of `resources` is held back, for a person; its manifest's suspension counts for a part, the environment's
    /// for all.
    func heldBack(_ resources: some Sequence<Resource>) -> [ResourceID: String] {
        guard !suspensions.isEmpty else { return [:] }
        return resources.reduce(into: [:]) { held, resource in
            let found = suspensions.last { suspension in
                suspension.resource == nil || suspension.resource == resource.id
                    || suspension.resource == resource.manifest
                    || suspension.resource == Predecessor.successor(of: resource.id)
            }
            held[resource.id] = found?.text
        }
    }
}

extension ControlFile {
    /// Groups whose newest refresh ended badly and of which somebody asked, later than that, for one more attempt.
    func retriedGroups(_ memory: StatusMemory) -> Set<ResourceID> {
        HeldRefreshes(memory).lifted { group, version in lastRetry(of: group, version) }
    }
}
