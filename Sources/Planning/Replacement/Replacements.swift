import Kinds
import Manifest
import Model

/// What a plan has to do besides the manifests' own wishes while things are replaced: what refers to them moves in phases,
/// each read off what is live, so that any turn of any process goes on where the last one ended.
struct Replacements {
    private let input: PlanInput
    /// Replaced things whose new one may not be made now: everything stays with the old one.
    private let frozen: Set<ResourceID>
    private let moves: [any ReplacementMove]

    init(_ input: PlanInput, frozen: Set<ResourceID> = []) {
        self.input = input
        self.frozen = frozen
        let active = input.generations.filter { input.desired[$0.key] != nil && !$0.value.living.isEmpty }
        moves = active.sorted { $0.key < $1.key }.filter { !frozen.contains($0.key) }
            .compactMap { Self.move($0.key, $0.value, input) }
    }

    private static func move(
        _ id: ResourceID, _ generation: Generation, _ input: PlanInput
    ) -> (any ReplacementMove)? {
        switch id.kind {
        case "TargetGroup": TrafficMove(id, generation, input)
        case "LoadBalancer": BalancerMove(id, generation, input)
        case "CapacityProvider": CapacityMove(id, generation, input)
        default: nil
        }
    }

    /// The input with every spec as it is to be in the present phase.
    var staged: PlanInput {
        guard !moves.isEmpty || !frozen.isEmpty else { return input }
        var staged = input
        for id in input.desired.keys.sorted() { staged.desired[id]?.spec = spec(of: id, after: 0) }
        for (id, generation) in input.generations where !frozen.contains(id) {
            for one in generation.living { staged.forget(one, of: id) }
        }
        return staged
    }

    /// How many phases there are to come by themselves: what a person has to confirm is not waited for.
    var phasesToCome: Int {
        moves.filter { $0.phases.first != .hold }.map { $0.phases.count - 1 }.max() ?? 0
    }

    /// Old things that have to stay for now, each with why.
    var inUse: [ResourceID: String] {
        moves.reduce(into: [:]) { all, move in
            guard let why = move.inUse else { return }
            for old in input.generations[move.subject]?.predecessors ?? [] { all[old.id] = why }
        }
    }

    /// A resource's spec `steps` phases from now.
    func spec(of id: ResourceID, after steps: Int) -> Value {
        guard var resource = input.desired[id] else { return .null }
        for move in moves { resource.spec = move.spec(of: resource, in: move.phase(after: isHeld(move) ? 0 : steps)) }
        resource.spec = resource.spec.resolved(standing)
        return resource.spec
    }

    /// The replacement that has a resource change in the phase `steps` from now, and that phase; nil when none does.
    func change(of id: ResourceID, after steps: Int) -> (move: any ReplacementMove, phase: MovePhase)? {
        guard let resource = input.desired[id] else { return nil }
        let concerned = moves.first { move in
            !isHeld(move)
                && move.spec(of: resource, in: move.phase(after: steps))
                    != move.spec(of: resource, in: move.phase(after: steps - 1))
        }
        return concerned.map { ($0, $0.phase(after: steps)) }
    }

    private func isHeld(_ move: any ReplacementMove) -> Bool { move.phases.first == .hold }

    /// The outputs of old ones whose new one may not be made.
    private var standing: [Reference: Value] {
        frozen.sorted().reduce(into: [:]) { outputs, id in
            for (name, value) in input.generations[id]?.living.first?.live?.outputs ?? [:] {
                outputs[Reference(id, name)] = value
            }
        }
    }
}

extension PlanInput {
    /// A cluster's capacity provider that was replaced is Neap's to take out, whatever was stated under its name.
    fileprivate mutating func forget(_ old: Predecessor, of id: ResourceID) {
        guard id.kind == "CapacityProvider" else { return }
        let path = FieldPath(["capacityProviders", old.awsName])
        for (cluster, resource) in desired.sorted(by: { $0.key < $1.key })
        where cluster.kind == "ClusterCapacityProviders" && resource.spec.names(id) {
            memory[cluster]?.stated.insert(path)
        }
    }
}
