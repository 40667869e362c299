import AWSECS
import AWSWire
import Model

/// What AWS says of a service in trouble: all that the cause rules may look at.
struct Evidence: Sendable {
    /// The service's name in the environment.
    let name: String
    /// Where the fields stand that it is made from.
    let manifest: ManifestPlaces
    /// The revision in question as AWS has it.
    let definition: TaskDefinitionFacts
    /// Its tasks that have stopped, the newest ten, newest first.
    let stopped: [StoppedTask]
    /// Targets of its groups that are not healthy, sorted; those that drain are left out.
    let targets: [TargetSign]
    /// How many targets are healthy.
    let healthyTargets: Int
    /// What the service said since the deployment in question began, or since it was steady last; newest first.
    let events: [String]
    /// How its tasks stand.
    let rollout: ServiceRollout
    /// The instances and groups below it; nil when they were not asked for.
    let capacity: CapacityEvidence?
    /// Why ECS gave the deployment up or went back: its `rolloutStateReason`, or what its history says; empty when it did
    /// not.
    let verdict: String
    /// Alarms that the deployment watched and that rang.
    let alarms: [String]
    /// `healthCheckGracePeriodSeconds`.
    let gracePeriod: Int
    /// ECS goes back to the last completed deployment when this one fails.
    let rollsBack: Bool

    /// What an observation carries; nil when the service was not found in trouble.
    init?(_ detail: Value, of resource: Resource, among all: ResourceIndex) {
        guard let evidence = detail["evidence"] else { return nil }
        name = resource.id.name
        definition = TaskDefinitionFacts(evidence["definition"] ?? .emptyObject)
        manifest = ManifestPlaces(resource, definition, among: all)
        stopped = (evidence["stopped"]?.list ?? []).map(StoppedTask.init).sorted()
        let signs = (evidence["targets"]?.list ?? []).map(TargetSign.init)
        healthyTargets = signs.count { $0.state == "healthy" }
        targets = signs.filter { ["unhealthy", "unused", "unavailable"].contains($0.state) }.sorted()
        rollout = ServiceRollout(detail)
        capacity = evidence["capacity"].map(CapacityEvidence.init)
        let wanted = EvidenceReading.wanted(resource)
        let subject = EvidenceReading.subject(rollout, wanted: wanted)
        let record = rollout.history.first { $0.taskDefinition == subject }
        events = Self.events(detail, of: subject, record)
        verdict = Self.verdict(rollout, record)
        alarms = (record?.alarms?.triggered ?? []).sorted()
        gracePeriod = detail["healthCheckGracePeriodSeconds"]?.integer ?? 0
        rollsBack = detail["deploymentConfiguration"]?["deploymentCircuitBreaker"]?["rollback"]?.bool ?? false
    }

    /// The messages of the service's events, newest first; those of one second by their text.
    private static func events(
        _ detail: Value, of subject: String?, _ record: ServiceRollout.ServiceDeployment?
    ) -> [String] {
        let deployment = (detail["deployments"]?.list ?? []).first { deployment in
            deployment["taskDefinition"]?.string.map(Service.lastPart) == subject
        }
        let start = deployment?["createdAt"].flatMap(seconds) ?? record?.createdAt.map(Double.init) ?? 0
        let all = (detail["events"]?.list ?? []).map { event in
            (at: event["createdAt"].flatMap(seconds) ?? 0, text: event["message"]?.string ?? "")
        }.sorted { ($1.at, $0.text) < ($0.at, $1.text) }
        // What a service says after it went back is about another revision.
        if let back = record?.rollback?.startedAt {
            return all.filter { start...max(start, Double(back) + 1) ~= $0.at }.map(\.text)
        }
        return all.prefix { $0.at >= start && !saysSteady($0.text) }.map(\.text)
    }

    private static func verdict(_ rollout: ServiceRollout, _ record: ServiceRollout.ServiceDeployment?) -> String {
        let failed = rollout.deployments.first { $0.rolloutState == "FAILED" }?.reason
        let back = rollout.deployments.compactMap(\.reason).first { $0.contains("rolling back") }
        let said = record.flatMap { $0.isTakenBack ? $0.rollback?.reason ?? $0.statusReason : nil }
        return failed ?? said ?? back ?? ""
    }

    /// A time as AWS's APIs give it, in seconds since 1970, or as its tools print it.
    static func seconds(_ value: Value) -> Double? { value.number ?? value.string.flatMap(Timestamps.seconds) }

    /// True for what ECS says when a deployment is over, and every six hours after that.
    static func saysSteady(_ message: String) -> Bool { message.hasSuffix("has reached a steady state.") }

    /// The first event that says one of `texts`, whatever their case.
    func event(_ texts: String...) -> String? {
        events.first { event in texts.contains { event.lowercased().contains($0.lowercased()) } }
    }

    /// The stopped tasks for which `matches` holds; nil when there are none.
    func failure(_ matches: (StoppedTask) -> Bool) -> TaskFailure? {
        TaskFailure(stopped.filter(matches), of: stopped.count)
    }

    /// What a person does once a fault outside the manifests is mended: a rollout that ECS gave up does not try again.
    var retry: String { "then `neap rollout retry \(name)`" }
    /// What a person does once the manifest is corrected.
    var commit: String { "then commit, or `neap rollout retry \(name)`" }
}
