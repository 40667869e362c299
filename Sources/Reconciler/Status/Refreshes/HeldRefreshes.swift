public import Model

/// Template versions that are not tried again, because their last refresh did not end well: as `refreshes/` tells of them.
public struct HeldRefreshes: Sendable {
    /// One version of one group.
    public struct Held: Sendable, Equatable {
        /// The template version, `8`.
        public let version: String
        /// When its refresh ended, in seconds since 1970.
        public let since: Int
    }

    private let byGroup: [String: Held]

    /// What `memory` remembers, by group; a group's newest attempt alone counts.
    public init(_ memory: StatusMemory) {
        let newest = memory.refreshFiles.values.reduce(into: [String: (started: String, held: Held?)]()) { all, file in
            guard let group = file["group"]?.string, let version = file["version"]?.scalarText,
                let last = file["attempts"]?.list?.last, let started = last["startedAt"]?.string,
                all[group].map({ $0.started < started }) ?? true
            else { return }
            let isHeld = ["failed", "rolledBack", "cancelled"].contains(last["result"]?.string ?? "")
            let since = last["endedAt"]?.string.flatMap(UTC.seconds)
            all[group] = (started, isHeld ? since.map { Held(version: version, since: $0) } : nil)
        }
        byGroup = newest.compactMapValues(\.held)
    }

    /// What of `group` is held; nil when nothing is.
    public subscript(group: String) -> Held? { byGroup[group] }

    /// The groups of which `lastRetry` names a retry of the held version after it was held, in seconds since 1970.
    public func lifted(by lastRetry: (_ group: String, _ version: String) -> Int?) -> Set<ResourceID> {
        let groups = byGroup.filter { group, held in lastRetry(group, held.version).map { $0 > held.since } ?? false }
        return Set(groups.keys.map { ResourceID("AutoScalingGroup", $0) })
    }
}
