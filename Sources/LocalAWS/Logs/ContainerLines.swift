import Model
import Simulation

/// What simulated containers write (driver `awslogs`): made from their tasks when somebody reads, for as long as ECS
/// remembers those. A container says that it starts, and what went wrong; nothing is written for one that never ran.
enum ContainerLines {
    /// Events by stream of the log group `group`, in PutLogEvents's shape with an ingestion time.
    static func events(of group: String, in world: World) -> [String: [Value]] {
        var found: [String: [Value]] = [:]
        for id in world.ecs.tasks.handles {
            guard let task = world.ecs.tasks[id], let start = start(of: task) else { continue }
            let shown = world.ecs.taskDefinitions[task.taskDefinition]?.shown["containerDefinitions"]?.list ?? []
            for (index, container) in task.plan.containers.enumerated() where shown.indices.contains(index) {
                let options = shown[index]["logConfiguration"]?["options"]
                guard shown[index]["logConfiguration"]?["logDriver"]?.string == "awslogs",
                    options?["awslogs-group"]?.string == group, let prefix = options?["awslogs-stream-prefix"]?.string
                else { continue }
                let isEnding = index == task.plan.containers.firstIndex(where: \.essential) ?? 0
                let lines = [(start, "starting \(container.image)")] + (isEnding ? ending(task, start) : [])
                found["\(prefix)/\(container.name)/\(task.id)"] = lines.map { event($0.0, $0.1) }
            }
        }
        return found
    }

    /// When the containers ran first; nil when they never did.
    private static func start(of task: ECSTask) -> Instant? {
        task.startedAt ?? (task.exitCode == nil ? nil : task.stoppingAt)
    }

    private static func ending(_ task: ECSTask, _ start: Instant) -> [(Instant, String)] {
        // The kernel ends what takes too much memory: no word of it reaches the log.
        if task.stopCode == .essentialContainerExited, let code = task.exitCode, task.containerReason == nil {
            return [(task.stoppingAt ?? start, "fatal: the application ends with exit code \(code)")]
        }
        guard task.startedAt != nil, !task.answers, task.failureStatus != 0, task.stopCode != .userInitiated else {
            return []
        }
        return [(start + .seconds(1), "error: not ready, requests are answered with \(task.failureStatus)")]
    }

    private static func event(_ at: Instant, _ text: String) -> Value {
        let time = Value.integer(Int(at.milliseconds))
        return ["timestamp": time, "message": .string(text), "ingestionTime": time]
    }
}
