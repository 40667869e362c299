import Model
import Simulation

extension LocalECS {
    static let taskOperations: [LocalOperation] = [
        .write("RunTask") { world, request throws(Refusal) in try RunTokens.once(&world, request, runTask) },
        .write("StartTask", startTask), .write("StopTask", stopTask),
        .read("DescribeTasks", describeTasks), .read("ListTasks", listTasks),
        .write("UpdateTaskProtection", updateTaskProtection), .read("GetTaskProtection", getTaskProtection),
    ]

    private static func runTask(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        guard let row = world.ecs.clusters[cluster] else { throw .clusterNotFound }
        let definition = try world.usableTaskDefinition(request.text("taskDefinition") ?? "")
        var run = try RunInput.request(request, definition, in: cluster, world)
        run.count = request["count"]?.integer ?? 1
        if !(1...10).contains(run.count) { throw .invalidParameter("Count must be between 1 and 10.") }
        run.strategy = try StrategyInput.chosen(request.input, in: row)
        if run.strategy.isEmpty { try LaunchCheck.launchType(request.text("launchType") ?? "EC2", definition) }
        run.placementStrategy = request.list("placementStrategy").map(PlacementStrategy.init(shown:))
        run.placementConstraints = request.list("placementConstraints").map(PlacementConstraint.init(shown:))
        try LaunchCheck.placement(run.placementStrategy, run.placementConstraints)
        return try started(&world, run, [])
    }

    private static func startTask(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let definition = try world.usableTaskDefinition(request.text("taskDefinition") ?? "")
        let names = request.texts("containerInstances")
        if names.isEmpty { throw .invalidParameter("Container instances cannot be empty.") }
        if names.count > 10 { throw .invalidParameter("Container instances can have at most 10 items.") }
        var run = try RunInput.request(request, definition, in: cluster, world)
        var failures: [Value] = []
        for name in names {
            if let id = world.containerInstance(name, in: cluster) {
                run.instances.append(id)
            } else {
                let arn = name.hasPrefix("arn:") ? name : world.containerInstanceArn(name, in: cluster)
                failures.append(failure(arn))
            }
        }
        if run.instances.isEmpty { return ["tasks": .list([]), "failures": .list(failures)] }
        run.count = run.instances.count
        return try started(&world, run, failures)
    }

    private static func started(
        _ world: inout World, _ run: RunRequest, _ failures: [Value]
    ) throws(Refusal) -> Value {
        let result = try world.runTasks(run)
        let others = result.failures.map { failed -> Value in
            var row: Value = ["reason": .string(failed.reason)]
            if let instance = failed.instance.flatMap({ world.ecs.containerInstances[$0] }) {
                row["arn"] = .string(world.containerInstanceArn(instance.id, in: run.cluster))
            }
            return row
        }
        return [
            "tasks": .list(result.tasks.map { world.shown($0, tags: true) }), "failures": .list(failures + others),
        ]
    }

    private static func stopTask(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        guard let id = world.task(request.text("task") ?? "", in: cluster) else {
            throw .invalidParameter("The referenced task was not found.")
        }
        world.stopTask(id, reason: request.text("reason"))
        return ["task": world.shown(id, tags: true)]
    }

    private static func describeTasks(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let names = request.texts("tasks")
        if names.isEmpty { throw .invalidParameter("Tasks cannot be empty.") }
        if names.count > 100 { throw .invalidParameter("Tasks can have at most 100 items.") }
        let tags = request.texts("include").contains("TAGS")
        var tasks: [Value] = []
        var failures: [Value] = []
        for name in names {
            if let id = world.task(name, in: cluster) {
                tasks.append(world.shown(id, tags: tags))
            } else {
                failures.append(failure(world.missingTaskArn(name, in: cluster)))
            }
        }
        return ["tasks": .list(tasks), "failures": .list(failures)]
    }

    private static func listTasks(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let filter = try TaskFilter(request, world)
        let page = try request.page(filter.tasks(in: world), size: 100)
        let arns = page.items.compactMap { world.ecs.tasks[$0].map { world.arn($0) } }
        return listing("taskArns", arns, next: page.next)
    }
}

extension World {
    /// The ARN under which a task that is not there is reported.
    func missingTaskArn(_ reference: String, in cluster: ClusterID) -> String {
        reference.hasPrefix("arn:") ? reference : ecsArn("task", "\(clusterName(cluster))/\(reference)")
    }
}
