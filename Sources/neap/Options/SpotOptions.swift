import ArgumentParser
import Planning

/// What `plan` and `apply` ask about Spot instances.
struct SpotOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What is left when EC2 takes these Spot instances: \(SpotTarget.form).", valueName: "instances"),
        transform: { text in
            guard let target = SpotTarget(parsing: text) else {
                throw ValidationError("expected \(SpotTarget.form), found \(text)")
            }
            return target
        })
    var reclaim: SpotTarget?

    @Flag(help: "Exit with 6 when a service would fall below its floor without them, or without the weakest pool.")
    var requireSpotSafe = false

    /// What is asked.
    var question: SpotQuestion { SpotQuestion(reclaim, isUrgent: requireSpotSafe) }

    /// The code that the gate gives; nil when it is open.
    func gate(_ plan: Plan) -> ExitStatus? {
        guard requireSpotSafe, let spot = plan.spot, !spot.isSafe else { return nil }
        return spot.unknown == nil ? .refused : .error
    }
}
