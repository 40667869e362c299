import AWSECS
public import Model

/// How far a blue/green, linear or canary deployment is (aws-facts 1.8): its stage, how much of production it has, and whether
/// it waits for a person.
public struct NativeProgress: Sendable, Equatable {
    /// A PAUSE hook that waits.
    public struct Pause: Sendable, Equatable {
        /// What ContinueServiceDeployment names, beside the service deployment.
        public let hook: String
        /// What it does when nobody answers: CONTINUE or ROLLBACK; nil when AWS does not say.
        public let otherwise: String?
    }

    /// The service deployment's ARN.
    public let arn: String
    /// The number of the revision that it brings.
    public let revision: Int?
    /// `blue/green`, `linear 10 %` or `canary 5 %`.
    public let strategy: String
    /// SCALE_UP, PRODUCTION_TRAFFIC_SHIFT, BAKE_TIME, … as AWS names it.
    public let stage: String
    /// Of production traffic on the new revision, 0 to 100; nil when AWS does not say.
    public let production: Double?
    /// Minutes that the stage, or each of its steps, bakes; nil when it does not.
    public let bake: Int?
    /// What it waits for; nil while it moves by itself.
    public let pause: Pause?

    /// The progress that a live service's `detail` shows, its history read; nil without a native deployment under way.
    public init?(_ detail: Value) {
        let newest = detail["history"]?["deployments"]?.list?.first
        guard let newest, let stage = newest["lifecycleStage"]?.string, newest["finishedAt"] == nil else { return nil }
        let deployment = ServiceRollout.ServiceDeployment(newest)
        let settings = newest["deploymentConfiguration"] ?? detail["deploymentConfiguration"] ?? .emptyObject
        guard !deployment.isTakenBack, let strategy = Self.name(settings) else { return nil }
        arn = deployment.arn
        revision = deployment.revision
        self.strategy = strategy
        self.stage = stage
        production = newest["targetServiceRevision"]?["requestedProductionTrafficWeight"]?.number
        bake = Self.bake(stage, settings, production)
        pause = (newest["lifecycleHookDetails"]?.list ?? []).first { $0["status"]?.string == "AWAITING_ACTION" }
            .map { Pause(hook: $0["hookId"]?.string ?? "", otherwise: $0["timeoutAction"]?.string) }
    }

    private static func name(_ settings: Value) -> String? {
        switch settings["strategy"]?.string {
        case "BLUE_GREEN": "blue/green"
        case "LINEAR": "linear \(text(settings["linearConfiguration"]?["stepPercent"]?.number ?? 10)) %"
        case "CANARY": "canary \(text(settings["canaryConfiguration"]?["canaryPercent"]?.number ?? 5)) %"
        default: nil
        }
    }

    private static func bake(_ stage: String, _ settings: Value, _ production: Double?) -> Int? {
        switch stage {
        case "BAKE_TIME": settings["bakeTimeInMinutes"]?.integer
        case "PRODUCTION_TRAFFIC_SHIFT" where production ?? 100 < 100:
            settings["canaryConfiguration"]?["canaryBakeTimeInMinutes"]?.integer
                ?? settings["linearConfiguration"]?["stepBakeTimeInMinutes"]?.integer
        default: nil
        }
    }

    /// `canary 5 %: 5 % of production on revision 42, bakes 10m`; no clock that changes by itself stands in it.
    public var text: String {
        let name = revision.map { "revision \($0)" } ?? "the new revision"
        let baking = bake.map { $0 > 0 ? ", bakes \(DurationText.text($0 * 60))" : "" } ?? ""
        let share = production.map { Self.text($0) + " % of production on \(name)\(baking)" }
        let what: String
        switch stage {
        case "RECONCILE_SERVICE": what = "revisions between the old one and \(name) go first"
        case "SCALE_UP": what = "all tasks of \(name) start beside the old ones"
        case "TEST_TRAFFIC_SHIFT": what = "test traffic moves to \(name)"
        case "PRODUCTION_TRAFFIC_SHIFT", "BAKE_TIME": what = share ?? "\(stage)\(baking)"
        case "CLEAN_UP": what = "the old tasks go"
        default: what = "\(name) is at \(stage)"
        }
        return "\(strategy): \(what)"
    }

    private static func text(_ percent: Double) -> String {
        let tenths = Int((percent * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// What a person is told of `service` while it waits at a hook; nil while it does not.
    func waiting(_ service: String) -> String? {
        guard let pause else { return nil }
        let otherwise = ["CONTINUE": "it goes on", "ROLLBACK": "it rolls back"][pause.otherwise ?? ""]
        let end = otherwise.map { ", or \($0) by itself when the hook's time is over" } ?? ""
        return "\(strategy): waits at a hook in \(stage); go on with `neap rollout continue \(service)`\(end)"
    }
}
