// Blue/green, linear and canary: stage by stage (aws-facts 1.8).
extension World {
    /// A native strategy begins where there is a completed deployment to shift traffic from.
    mutating func beginNative(_ id: ServiceID) {
        guard let settings = ecs.services[id]?.settings.deployment, settings.strategy != .rolling,
            let blue = ecs.services[id]?.lastCompleted, let desired = ecs.services[id]?.settings.desiredCount
        else { return }
        let isBalanced = ecs.services[id]?.settings.loadBalancers.contains { $0.advanced != nil } ?? false
        if isBalanced { ecs.services[id]?.deployments[0].usesAlternate = !blue.usesAlternate }
        let reconciles = (ecs.services[id]?.deployments.count ?? 0) > 2
        if let index = ecs.services[id]?.deployments.firstIndex(where: { $0.id == blue.id }) {
            ecs.services[id]?.deployments[index].desiredCount = desired
        }
        ecs.services[id]?.native = NativeProgress(settings, reconciles: reconciles)
        enterStage(id)
    }

    /// Goes through stages as far as it can now.
    mutating func advanceNative(_ id: ServiceID, _ census: [SeenTask]) {
        while ecs.services[id]?.deployments.first?.rollout == .inProgress, stageIsOver(id, census) {
            guard let native = ecs.services[id]?.native, let index = native.stages.firstIndex(of: native.stage) else {
                return
            }
            guard index + 1 < native.stages.count else {
                ecs.services[id]?.native = nil
                return
            }
            ecs.services[id]?.native?.stage = native.stages[index + 1]
            enterStage(id)
        }
    }

    /// A deployment's bake time, traffic step or hook is over.
    mutating func deploymentTimer(_ id: ServiceID, epoch: Int32) {
        guard ecs.services[id]?.timerEpoch == epoch else { return }
        tickService(id)
    }

    private mutating func enterStage(_ id: ServiceID) {
        guard let stage = ecs.services[id]?.native?.stage, let settings = ecs.services[id]?.settings else { return }
        updateHistory(of: id) { $0.stage = stage.rawValue }
        note(.service(id), ecs.services[id]?.name ?? "", "stage \(stage.rawValue)")
        if stage == .reconcileService { stopIntermediate(id) }
        if stage == .testTrafficShift { shiftTest(id, permille: 1000) }
        if stage == .bakeTime { wait(id, settings.deployment.bakeTime ?? .zero) }
        if stage.takesHooks {
            let hooks = settings.deployment.hooks.filter { $0.stages.contains(stage.rawValue) }
            ecs.services[id]?.native?.hooks = hooks
            startHook(id)
        }
    }

    /// Revisions between the one that has the traffic and the new one go.
    private mutating func stopIntermediate(_ id: ServiceID) {
        shiftProduction(id, permille: 0)
        guard let blue = ecs.services[id]?.lastCompleted?.id, let primary = ecs.services[id]?.deployments.first?.id
        else { return }
        for index in ecs.services[id]?.deployments.indices ?? 0..<0 {
            guard let deployment = ecs.services[id]?.deployments[index].id, deployment != blue, deployment != primary
            else { continue }
            ecs.services[id]?.deployments[index].desiredCount = 0
            for task in ecs.services[id]?.tasks ?? [] where ecs.tasks[task]?.deployment == deployment {
                stopTask(task, code: .serviceScheduler, reason: "Task of a superseded service revision.")
            }
        }
    }

    private mutating func wait(_ id: ServiceID, _ span: Span) {
        guard span > .zero else { return }
        ecs.services[id]?.native?.due = now + span
        ecs.services[id]?.timerEpoch &+= 1
        if let epoch = ecs.services[id]?.timerEpoch { schedule(.deployment(id, epoch: epoch), after: span) }
    }

    private mutating func stageIsOver(_ id: ServiceID, _ census: [SeenTask]) -> Bool {
        guard hooksAreOver(id), let native = ecs.services[id]?.native else { return false }
        if let due = native.due, due > now { return false }
        ecs.services[id]?.native?.due = nil
        let primary = ecs.services[id]?.deployments.first?.id
        switch native.stage {
        case .reconcileService:
            let blue = ecs.services[id]?.lastCompleted?.id
            return !census.contains { $0.deployment != primary && $0.deployment != blue }
        case .scaleUp:
            let healthy = census.count { $0.deployment == primary && $0.standing == .healthy }
            return healthy >= ecs.services[id]?.settings.desiredCount ?? 0
        case .productionTrafficShift: return shiftNext(id)
        case .cleanUp: return !census.contains { $0.deployment != primary }
        default: return true
        }
    }

    /// The next step of production traffic; true when there is none left.
    private mutating func shiftNext(_ id: ServiceID) -> Bool {
        while let step = ecs.services[id]?.native?.steps.first {
            ecs.services[id]?.native?.steps.removeFirst()
            shiftProduction(id, permille: step.permille)
            wait(id, step.bake)
            if step.bake > .zero { return false }
        }
        return true
    }

    /// Both revisions follow a count that somebody moves meanwhile.
    mutating func followCountNatively(_ id: ServiceID, _ count: Int) {
        guard ecs.services[id]?.native?.keepsOlder == true, let blue = ecs.services[id]?.lastCompleted?.id,
            let index = ecs.services[id]?.deployments.firstIndex(where: { $0.id == blue })
        else { return }
        ecs.services[id]?.deployments[index].desiredCount = count
    }

    /// Traffic goes back to where it came from; nothing waits any more.
    mutating func undoNative(_ id: ServiceID) {
        guard ecs.services[id]?.native != nil else { return }
        ecs.services[id]?.native = nil
        ecs.services[id]?.timerEpoch &+= 1
        shiftProduction(id, permille: 1000)
        shiftTest(id, permille: 1000)
        updateHistory(of: id) {
            $0.stage = NativeProgress.Stage.cleanUp.rawValue
            $0.productionPermille = 0
            $0.testPermille = 0
        }
    }
}
