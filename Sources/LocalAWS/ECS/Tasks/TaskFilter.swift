import Model
import Simulation

/// ListTasks' filters; all that are given have to hold.
struct TaskFilter {
    private let cluster: ClusterID
    private let service: ServiceID?
    private let containerInstance: String?
    private let family: String?
    private let startedBy: String?
    private let launchType: String?
    /// AWS lists wanted tasks unless the request asks for STOPPED ones.
    private let wanted: Bool
    private let isPending: Bool

    /// The filters of a request; a service has to be there.
    init(_ request: LocalRequest, _ world: World) throws(Refusal) {
        cluster = try world.cluster(request.text("cluster"))
        if let name = request.text("serviceName") {
            guard let id = world.service(name, in: cluster) else { throw .serviceNotFound }
            service = id
        } else {
            service = nil
        }
        containerInstance = request.text("containerInstance").map {
            $0.split(separator: "/").last.map(String.init) ?? ""
        }
        family = request.text("family")
        startedBy = request.text("startedBy")
        launchType = request.text("launchType")
        wanted = request.text("desiredStatus") != "STOPPED"
        isPending = request.text("desiredStatus") == "PENDING"
    }

    /// The tasks that pass, oldest first within their service.
    func tasks(in world: World) -> [TaskID] {
        candidates(in: world).filter { id in world.ecs.tasks[id].map { passes($0) } ?? false }
    }

    /// As few tasks as can be found without looking at all.
    private func candidates(in world: World) -> [TaskID] {
        if let service {
            let row = world.ecs.services[service]
            return (row?.stoppedTasks ?? []) + (row?.tasks ?? [])
        }
        if let name = containerInstance, wanted {
            guard let id = world.containerInstance(name, in: cluster) else { return [] }
            return world.ecs.containerInstances[id]?.tasks ?? []
        }
        return world.ecs.tasks.handles
    }

    private func passes(_ task: ECSTask) -> Bool {
        // No task ever has the desired status PENDING.
        guard task.cluster == cluster, task.isWanted == wanted, !isPending else { return false }
        return (containerInstance ?? task.containerInstanceName) == task.containerInstanceName
            && (family ?? "") == (family == nil ? "" : String(task.taskDefinition.prefix { $0 != ":" }))
            && (startedBy ?? task.startedBy) == task.startedBy && (launchType ?? "EC2") == "EC2"
    }
}
