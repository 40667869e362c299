// Lifecycle hooks of the native strategies (aws-facts 1.8).
extension World {
    /// How long a Lambda hook takes.
    private static let lambdaTime = Span.seconds(1)
    /// How long a stage may last.
    private static let stageLimit = Span.hours(24)

    /// Starts the stage's next hook, if there is one.
    mutating func startHook(_ id: ServiceID) {
        guard let hook = ecs.services[id]?.native?.hooks.first else { return }
        var span = Self.lambdaTime
        if hook.targetType == "PAUSE" {
            span = hook.timeout ?? Self.stageLimit
            let pause = NativeProgress.Pause(
                id: uuid(nextOrdinal()), deadline: now + span, continues: hook.timeoutAction == "CONTINUE")
            ecs.services[id]?.native?.pause = pause
        }
        ecs.services[id]?.native?.due = now + span
        ecs.services[id]?.timerEpoch &+= 1
        if let epoch = ecs.services[id]?.timerEpoch { schedule(.deployment(id, epoch: epoch), after: span) }
    }

    /// True when no hook of the stage is left; a hook that says no fails the deployment.
    mutating func hooksAreOver(_ id: ServiceID) -> Bool {
        while let native = ecs.services[id]?.native, let hook = native.hooks.first {
            guard let due = native.due, due <= now else { return false }
            ecs.services[id]?.native?.hooks.removeFirst()
            ecs.services[id]?.native?.pause = nil
            ecs.services[id]?.native?.due = nil
            let isPause = hook.targetType == "PAUSE"
            guard isPause ? native.pause?.continues != false : !lambdaFails(hook) else {
                failDeployment(id, "ECS lifecycle hook", "\(native.stage.rawValue) hook failed.", goesBack: true)
                return false
            }
            startHook(id)
        }
        return ecs.services[id]?.native != nil
    }

    /// A function fails when an injection names its ARN like an image and lets it crash.
    private func lambdaFails(_ hook: DeploymentSettings.Hook) -> Bool {
        hook.targetArn.flatMap { physics.behaviour(of: $0) }?.crashesAfter != nil
    }

    /// ContinueServiceDeployment: ends a pause hook; `rollback` goes back.
    public mutating func continueServiceDeployment(
        _ id: ServiceID, deployment: String, hook: String, rollback: Bool
    ) throws(Refusal) {
        guard let entry = ecs.services[id]?.history.first(where: { $0.id == deployment }) else {
            throw Refusal("ServiceDeploymentNotFoundException", "The service deployment was not found.")
        }
        guard entry.isLive, let pause = ecs.services[id]?.native?.pause, pause.id == hook else {
            throw Refusal("ConflictException", "The service deployment does not wait for this lifecycle hook.")
        }
        ecs.services[id]?.native?.pause = NativeProgress.Pause(id: hook, deadline: now, continues: !rollback)
        ecs.services[id]?.native?.due = now
        markDirty(id)
    }
}
