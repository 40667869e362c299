public import Model

/// How a group's instances stand on their way to a template's version: the one view of it that conditions, progress lines
/// and status files are made from.
public struct InstanceRollout: Sendable {
    /// An instance as its group shows it.
    public struct Instance: Sendable, Equatable {
        /// `i-0d31a…`.
        public let id: String
        public let zone: String
        /// AWS's `LifecycleState`: `Pending`, `InService`, `Terminating:Wait`, …
        public let state: String
        /// The template version that it was started from; nil when AWS names none.
        public let version: String?
        /// True when it is what Git asks for.
        public let isNew: Bool

        /// True for one that its group is ending.
        public var isLeaving: Bool { state.hasPrefix("Terminat") || state.hasPrefix("Detach") }
        /// True for one that does not serve yet.
        public var isStarting: Bool { state.hasPrefix("Pending") }
    }

    /// The template version that Git asks for; nil while it is not known.
    public let wanted: String?
    /// The group's own, which the refresh moves when it ends; nil when there is none.
    public let from: String?
    /// In the order of their ids.
    public let instances: [Instance]
    /// The newest refresh; nil when nothing rolls, and AWS was not asked.
    public let refresh: InstanceRefresh?
    /// How many there should be.
    public let desired: Int

    /// The rollout of a live group.
    public init(_ resource: Resource, _ live: Live) {
        let configuration = GroupConfiguration(resource.spec)
        wanted = configuration?.version
        from = GroupConfiguration(live.detail)?.version
        instances = Self.instances(live, wanted: configuration)
        refresh = InstanceRefresh(live.detail)
        desired = live.detail["desiredCapacity"]?.integer ?? instances.count
    }

    /// The instances of a live group; none when it is not live.
    static func instances(_ live: Live?, wanted: GroupConfiguration? = nil) -> [Instance] {
        let rows = live?.detail["instances"]?.list ?? []
        return rows.map { row in
            Instance(
                id: row["instanceId"]?.string ?? "", zone: row["availabilityZone"]?.string ?? "",
                state: row["lifecycleState"]?.string ?? "", version: row["launchTemplate"]?["version"]?.scalarText,
                isNew: wanted?.isMade(row) ?? true)
        }.sorted { $0.id < $1.id }
    }

    /// In service and as wanted.
    public var new: Int { instances.count { $0.isNew && $0.state == "InService" } }
    /// True while a refresh works on it, or waits for its turn.
    public var isMoving: Bool { refresh.map { $0.isActive || $0.isPaused } ?? false }
    /// `template version 8`, for the beginning of a sentence.
    public var name: String { wanted.map { "template version \($0)" } ?? "the new template version" }
    /// `1 of 3 new`.
    public var share: String { "\(new) of \(max(desired, new)) new" }
}
