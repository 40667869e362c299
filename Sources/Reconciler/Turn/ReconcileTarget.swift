import Kinds
public import Manifest
public import Model
public import Planning

/// One environment at one commit: what all turns of a pass have in common.
public struct ReconcileTarget: Sendable {
    public var environment: Environment
    public var source: SourceCommit
    public var desired: Desired
    public var memory: StatusMemory
    public var ownership: Ownership
    public var region: String
    public var accountID: String
    public var drift: PlanInput.DriftHandling
    /// True when a person asked for the newest images whatever was pinned.
    public var refreshesImages = false
    /// True when the status branch is somebody else's, with no commit of ours below its tip.
    public var hasLostMemory = false
    /// Who signed the commit; nil when nobody has to.
    public var verified: VerifiedTip?
    /// What operators asked for.
    public var control = ControlFile()
    /// Why what operators asked for can not be read, which holds back everything; nil when it can.
    public var controlProblem: ControlError?
    /// What people have approved.
    public var approvals = Approvals()
    /// When the pass began, seconds since 1970.
    public var now = 0
    /// What is to be deleted; nil when deletion is off, or what Neap remembers is not believed.
    public var departed: Departed?
    /// The commits that spoke last of what left with this one, where Neap did not see them.
    var lastWords: [ResourceID: String] = [:]
    /// The service that this very process runs in; nil outside of ECS.
    public var own: OwnService?
    /// What is said about the deletion of replaced things while all other deletion is off; nil when what Neap remembers is not
    /// believed.
    var replacedOnly: Departed?
    let specHashes: [ResourceID: String]
    let graph: Graph

    /// What `desired` says for `environment` at `source`; `memory` is what the status branch remembers.
    public init(
        _ desired: Desired, of environment: Environment, at source: SourceCommit, memory: StatusMemory,
        ownership: Ownership, region: String, accountID: String, drift: PlanInput.DriftHandling,
        schemas: [String: KindSchema]
    ) {
        self.environment = environment
        self.source = source
        self.desired = desired
        self.memory = memory
        self.ownership = ownership
        self.region = region
        self.accountID = accountID
        self.drift = drift
        specHashes = desired.resources.reduce(into: [:]) { hashes, entry in
            if let schema = schemas[entry.key.kind] { hashes[entry.key] = SpecHash.of(entry.value.spec, schema) }
        }
        graph = Graph(desired.resources)
    }

    /// The tags that Neap would put on each resource now.
    var ownershipTags: [ResourceID: [String: String]] {
        let gone = (departed?.resources ?? [:]).compactMapValues { resource in
            kindsByName[resource.id.kind].map { SpecHash.of(resource.spec, $0.schema) }
        }
        return specHashes.merging(gone) { wanted, _ in wanted }.reduce(into: [:]) {
            $0[$1.key] = ownership.tags(for: $1.key, specHash: $1.value)
        }
    }

    /// The wanted resources that a turn over `scope` looks at; `replacing` is on its way in any case.
    func resources(in scope: TurnScope, beside replacing: Set<ResourceID> = []) -> [Resource] {
        switch scope {
        case .everything: Array(desired.resources.values) + going
        case .only(let ids): graph.standing(on: ids).union(replacing).compactMap { desired.resources[$0] } + going
        case .exactly(let ids): ids.union(replacing).compactMap { desired.resources[$0] } + going
        case .about(let ids): graph.below(ids).compactMap { desired.resources[$0] }
        }
    }

    /// What is to be deleted is looked at in every turn: all of it waits for some of it.
    private var going: [Resource] { departed.map { Array($0.resources.values) } ?? [] }

    /// Resources by the names that they have in AWS, with what was replaced among what is to be taken away.
    private func adopt(_ generations: [ResourceID: Generation], into input: inout PlanInput) {
        input.generations = generations
        for (id, generation) in generations {
            input.desired[id]?.awsName = generation.awsName
            input.departed?.resources[id]?.awsName = generation.awsName
        }
        if input.departed == nil { input.departed = replacedOnly }
        ReplacedThings.add(to: &input)
    }

    /// Outputs of what is to be deleted that follow from its manifests alone.
    func departedOutputs(_ kinds: [String: any Kind.Type]) -> [Reference: Value] {
        let resources = departed?.resources ?? [:]
        return Graph(resources, kinds: kinds).order.reduce(into: [:]) { outputs, id in
            guard let resource = resources[id], let kind = kinds[id.kind] else { return }
            for (name, value) in kind.outputs(of: resource) {
                outputs[Reference(id, name)] = value.resolved(outputs)
            }
        }
    }

    /// True when people ask for nothing else than in `other`.
    func asksTheSame(as other: ReconcileTarget) -> Bool {
        source.id == other.source.id && control == other.control && controlProblem == other.controlProblem
            && approvals == other.approvals
    }

    /// What a tag of a cluster says: the brake while Git can not be asked (DESIGN section 5).
    private func brake(_ observations: Observations) -> String? {
        let clusters = observations.byResource.keys.filter { $0.kind == "Cluster" }.sorted()
        return clusters.lazy.compactMap { id -> String? in
            guard let why = observations.byResource[id]?.live?.tags?[Ownership.suspendedTag] else { return nil }
            return
                "suspended by the tag \(Ownership.suspendedTag) of \(id)\(why.isEmpty ? "" : ": \(OperatingText.neutral(why))")"
        }.first
    }

    /// The names of those.
    func ids(in scope: TurnScope) -> Set<ResourceID> { Set(resources(in: scope).map(\.id)) }

    /// The plan's input for these observations.
    func planInput(_ observations: Observations) -> PlanInput {
        var input = PlanInput(
            desired: desired.resources, observed: observations.byResource, outputs: observations.outputs,
            ownership: ownership, specHashes: specHashes, region: region, accountID: accountID)
        input.invalid = desired.invalid
        input.isComplete = desired.isComplete
        input.hasLostMemory = hasLostMemory
        input.memory = memory.records
        input.drift = drift
        input.departed = departed
        input.own = own
        adopt(observations.generations, into: &input)
        input.refreshesImages = refreshesImages
        input.retried = control.retriedGroups(memory)
        input.approvals = approvals
        input.suspended = controlProblem?.description ?? brake(observations)
        input.heldBack = control.heldBack(
            Array(desired.resources.values) + (input.departed.map { Array($0.resources.values) } ?? []))
        return input
    }
}
