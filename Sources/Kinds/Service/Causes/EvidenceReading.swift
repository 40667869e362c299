import AWSECS
import AWSWire
import Model

/// Asks AWS why a service is in trouble: at most ten calls for one that is, none for one that is not.
enum EvidenceReading {
    /// `found` with `evidence` in the detail of each service in trouble.
    ///
    /// A read that fails leaves out what it would have said, and is noted as `evidence/unknown`.
    static func noted(
        in found: [ResourceID: Observation], of resources: [Resource], _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        let troubled = resources.filter { resource in
            found[resource.id]?.live.map { Trouble.isSeen(in: $0.detail, wanted: wanted(resource)) } ?? false
        }
        let noted = await Concurrently.observe(troubled) { resource in
            guard var live = found[resource.id]?.live else { return .absent }
            live.detail["evidence"] = await evidence(live.detail, of: resource, context)
            return .live(live)
        }
        return found.merging(noted) { $1 }
    }

    /// The revision in question, `family:revision`: the wanted one that was taken back, else the one whose deployment failed,
    /// else the newest.
    static func subject(_ rollout: ServiceRollout, wanted: String?) -> String? {
        if let back = wanted.flatMap(rollout.takenBack) { return back.taskDefinition }
        let failed = rollout.deployments.first { $0.rolloutState == "FAILED" }
        return (failed ?? rollout.primary)?.taskDefinition
    }

    /// What Git states, `family:revision`; nil before it is registered.
    static func wanted(_ resource: Resource) -> String? {
        resource.spec["taskDefinition"].map(Service.revision)?.string
    }

    private static func evidence(_ detail: Value, of resource: Resource, _ context: ObservationContext) async -> Value {
        var reading = EvidenceReader(detail: detail, context: context)
        let name = subject(ServiceRollout(detail), wanted: wanted(resource))
        await reading.readDefinition(name)
        await reading.readStopped(of: name)
        await reading.readTargets()
        if Trouble.lacksRoom(detail) { await reading.readCapacity() }
        return reading.evidence
    }

    /// The members of these names.
    static func picked(_ value: Value, _ names: [String]) -> Value {
        .object((value.object ?? [:]).filter { names.contains($0.key) })
    }
}
