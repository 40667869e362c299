/// How far a blue/green, linear or canary deployment is (aws-facts 1.8).
public struct NativeProgress: Sendable {
    /// AWS's `lifecycleStage`.
    public enum Stage: String, Sendable, CaseIterable {
        case reconcileService = "RECONCILE_SERVICE"
        case preScaleUp = "PRE_SCALE_UP"
        case scaleUp = "SCALE_UP"
        case postScaleUp = "POST_SCALE_UP"
        case testTrafficShift = "TEST_TRAFFIC_SHIFT"
        case postTestTrafficShift = "POST_TEST_TRAFFIC_SHIFT"
        case preProductionTrafficShift = "PRE_PRODUCTION_TRAFFIC_SHIFT"
        case productionTrafficShift = "PRODUCTION_TRAFFIC_SHIFT"
        case postProductionTrafficShift = "POST_PRODUCTION_TRAFFIC_SHIFT"
        case bakeTime = "BAKE_TIME"
        case cleanUp = "CLEAN_UP"

        /// Whether lifecycle hooks run at it.
        public var takesHooks: Bool { self != .scaleUp && self != .bakeTime && self != .cleanUp }
    }

    /// A PAUSE hook that somebody must end.
    public struct Pause: Sendable, Hashable {
        /// What ContinueServiceDeployment names.
        public let id: String
        /// When it ends of itself.
        public let deadline: Instant
        /// Whether it goes on then, or back.
        public let continues: Bool
    }

    /// One step of production traffic and how long it bakes.
    struct Step: Sendable {
        let permille: Int
        let bake: Span
    }

    /// Where it is.
    public internal(set) var stage: Stage
    /// The pause that it waits for; nil for none.
    public internal(set) var pause: Pause?
    /// When the hook, step or bake time under way is over.
    var due: Instant?
    /// Hooks of this stage that are still to run; the first is under way.
    var hooks: [DeploymentSettings.Hook] = []
    /// Steps of production traffic that are still to come.
    var steps: [Step]
    /// Its stages, in order.
    let stages: [Stage]

    /// The older tasks stay.
    var keepsOlder: Bool { stage != .cleanUp }
    /// The new tasks may not come yet.
    var holdsPrimary: Bool { stage == .reconcileService || stage == .preScaleUp }

    /// Of a deployment under these settings; `reconciles` when more than one revision is there at its start.
    init(_ settings: DeploymentSettings, reconciles: Bool) {
        steps = settings.strategy.steps
        stages = Stage.allCases.filter { stage in
            switch stage {
            case .reconcileService: reconciles
            case .preProductionTrafficShift: settings.hooks.contains { $0.stages.contains(stage.rawValue) }
            default: true
            }
        }
        stage = stages.first ?? .preScaleUp
    }
}

extension DeploymentSettings.Strategy {
    /// How production traffic moves.
    var steps: [NativeProgress.Step] {
        switch self {
        case .rolling: []
        case .blueGreen: [.init(permille: 1000, bake: .zero)]
        case .canary(let permille, let bake):
            [.init(permille: permille, bake: bake), .init(permille: 1000, bake: .zero)]
        case .linear(let step, let bake):
            stride(from: step, to: 1000, by: max(1, step)).map { .init(permille: $0, bake: bake) }
                + [.init(permille: 1000, bake: .zero)]
        }
    }
}
