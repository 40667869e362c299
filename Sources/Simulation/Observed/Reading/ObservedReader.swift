import Model

/// Turns what AWS showed into a world at rest, and puts down what was under way and what could not be taken over.
///
/// One file a domain; each reads after those that it refers to.
struct ObservedReader {
    let observed: ObservedCapacity
    var world: World
    var notes: [String]
    var motions: [Motion] = []
    /// EC2's rows by instance.
    var instanceRows: [String: ObservedRow] = [:]
    /// What user data tells the agent, by template and version.
    var agents: [String: (joins: String?, drains: Bool)] = [:]
    /// Plans by task definition, `family:revision`.
    var plans: [String: TaskPlan] = [:]
    /// Places of `Service.revisions` by service and deployment.
    var revisions: [RevisionKey: Int] = [:]
    /// What container instances hold by AWS's count, before tasks are put on them.
    var held: [ContainerInstanceID: (cpu: Int, memory: Int)] = [:]

    /// A deployment of a service.
    struct RevisionKey: Hashable {
        let service: ServiceID
        let deployment: UInt64
    }

    init(_ observed: ObservedCapacity, place: AWSPlace, physics: Physics) {
        self.observed = observed
        world = World(place: place, seed: 0, start: ObservedTimes(observed).now, physics: physics)
        notes = observed.unknown
        for row in rows(observed.instances) {
            if let id = row.text("instanceId") { instanceRows[id] = row }
        }
    }

    /// Replies as rows, in the order in which AWS gave them.
    func rows(_ replies: [Value]) -> [ObservedRow] { replies.map(ObservedRow.init) }

    /// Reads everything. Throws when there is no cluster.
    mutating func read() throws(UnreadableCapacity) {
        readNetwork()
        readTypes()
        readClusters()
        guard world.ecs.clusters.count > 0 else {
            throw UnreadableCapacity(
                description: "no ACTIVE cluster could be read" + (notes.first.map { ": \($0)" } ?? ""))
        }
        readTemplates()
        readGroups()
        readProviders()
        readInstances()
        readContainerInstances()
        readTaskDefinitions()
        readTargetGroups()
        readServices()
        readTasks()
        readTargets()
        readScalableTargets()
        findMotions()
    }

    /// Puts a sentence down once.
    mutating func note(_ sentence: String) { if !notes.contains(sentence) { notes.append(sentence) } }
}
