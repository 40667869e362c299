import Manifest
import Kinds
import Model
import Planning

/// Everything that the files of the status branch are made from. Making them is pure.
struct StatusInput {
    let target: ReconcileTarget
    let states: [ResourceID: ResourceState]
    let outputs: [Reference: Value]
    /// Seconds since 1970.
    let now: Int
    let version: String
    /// The plan of this pass as Markdown; nil when nothing was to be done, and the last one stays.
    let planMarkdown: String?
    /// Revisions that were rolled back and are held, by service.
    var quarantine: [ResourceID: Quarantine] = [:]
    /// What the first turn of the pass foretold; nil when it foretold nothing.
    var forecast: Forecast?
    /// What is to be deleted, and what became of that.
    var departures: [ResourceID: ResourceState] = [:]

    var memory: StatusMemory { target.memory }
    var stamp: String { UTC.stamp(now) }
    /// Worst first, then by name.
    var worstFirst: [ResourceState] {
        states.values.sorted { a, b in
            let (x, y) = (Self.rank(a), Self.rank(b))
            return x == y ? a.id < b.id : x > y
        }
    }
    var byName: [ResourceState] { states.values.sorted { $0.id < $1.id } }
    var attention: [ResourceState] {
        worstFirst.filter { !$0.isSettled } + departures.values.filter { !$0.isSettled }.sorted { $0.id < $1.id }
    }

    /// What left Git and is not in AWS any more: the branch forgets it.
    var removed: Set<ResourceID> { Set(departures.values.filter { $0.plan.observation.isAbsent }.map(\.id)) }

    /// True when a person took everything away.
    var isDestroyed: Bool { target.departed?.isDestroyed == true }
    var isSettled: Bool { attention.isEmpty && target.desired.invalid.isEmpty && !target.desired.hasErrors }
    /// True when every step of the commit was made.
    var isApplied: Bool { states.values.allSatisfy { $0.sync == .synced } && !target.desired.hasErrors }

    private static func rank(_ state: ResourceState) -> Int {
        // What only stands on something else comes behind that.
        if state.problem?.reason == .dependencyFailed { return 2 }
        if state.problem?.isStalled == true { return 5 }
        switch (state.health.status, state.sync) {
        case (.degraded, _): return 6
        case (.unknown, _), (_, .unknown): return 4
        case (.missing, _), (_, .outOfSync): return 3
        case (.progressing, _): return 2
        case (.suspended, _): return 1
        case (.healthy, .synced): return 0
        }
    }

    /// Names in the place of the ARNs and ids that Neap knows, as a person would have written them.
    var names: [String: String] {
        outputs.reduce(into: [:]) { names, entry in
            guard let text = entry.value.string, ["arn", "id"].contains(entry.key.output),
                entry.key.resource.kind != "Lookup"
            else { return }
            let id = entry.key.resource
            let family = outputs[Reference(id, "family")]?.string
            let revision = outputs[Reference(id, "revision")]?.scalarText
            names[text] = family.flatMap { family in revision.map { "\(family):\($0)" } } ?? id.name
        }
    }
}
