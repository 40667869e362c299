/// Something that AWS tells EventBridge of (aws-facts 8.3), as it was at that moment.
public struct Announcement: Sendable {
    /// What happened.
    public enum Subject: Sendable {
        /// A task's state or health changed.
        case task(ECSTask)
        /// A container instance registered, drains, takes tasks again, or is gone.
        case containerInstance(ContainerInstance)
        /// ECS says something of a service: AWS's `eventName`, with its `eventType`.
        case action(name: String, type: String, service: String, cluster: ClusterID)
        /// A deployment (`ecs-svc/…`) began or ended: `IN_PROGRESS`, `COMPLETED`, `FAILED`.
        case deployment(id: String, state: String, reason: String, service: String, cluster: ClusterID)
        /// Spot's two minutes began.
        case spotInterruption(instance: String, zone: String)
        /// An instance may soon be taken.
        case rebalanceRecommendation(instance: String, zone: String)
        /// A group launched or ended an instance, or could not.
        case activity(AutoScalingGroup.Activity, group: String)
        /// An instance refresh began or ended: the last words of AWS's `detail-type`.
        case refresh(id: String, group: String, word: String)
    }

    /// When.
    public let at: Instant
    /// What.
    public let subject: Subject
}

extension World {
    /// What was announced since the last time; nothing is kept of it.
    public mutating func takeAnnouncements() -> [Announcement] {
        defer { announcements = [] }
        return announcements
    }

    mutating func announce(_ subject: Announcement.Subject) {
        if announces { announcements.append(Announcement(at: now, subject: subject)) }
    }

    mutating func announceTask(_ id: TaskID) {
        if announces, let task = ecs.tasks[id] { announce(.task(task)) }
    }

    mutating func announceInstance(_ id: ContainerInstanceID) {
        if announces, let instance = ecs.containerInstances[id] { announce(.containerInstance(instance)) }
    }

    mutating func announceAction(_ name: String, _ type: String, of id: ServiceID) {
        guard announces, let service = ecs.services[id] else { return }
        announce(.action(name: name, type: type, service: service.name, cluster: service.cluster))
    }

    /// The PRIMARY deployment of a service began or ended.
    mutating func announceDeployment(_ state: String, of id: ServiceID) {
        guard announces, let service = ecs.services[id], let primary = service.deployments.first else { return }
        announce(
            .deployment(
                id: primary.name, state: state, reason: primary.reason, service: service.name, cluster: service.cluster)
        )
    }

    /// Only an activity that is over is told.
    mutating func announceActivity(_ activity: AutoScalingGroup.Activity, of id: GroupID) {
        guard announces, activity.endedAt != nil, let name = fleet.groups[id]?.name else { return }
        announce(.activity(activity, group: name))
    }

    mutating func announceRefresh(_ word: String, of id: GroupID) {
        guard announces, let group = fleet.groups[id], let refresh = group.refreshes.first else { return }
        announce(.refresh(id: refresh.id, group: group.name, word: word))
    }

    mutating func announceEnd(_ status: InstanceRefresh.Status, ofRefreshOf id: GroupID) {
        switch status {
        case .successful: announceRefresh("Succeeded", of: id)
        case .failed: announceRefresh("Failed", of: id)
        case .cancelled: announceRefresh("Cancelled", of: id)
        case .rollbackSuccessful: announceRefresh("Rollback Succeeded", of: id)
        case .rollbackFailed: announceRefresh("Rollback Failed", of: id)
        case .pending, .inProgress, .baking, .cancelling, .rollbackInProgress: break
        }
    }
}
