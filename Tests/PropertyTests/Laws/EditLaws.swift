import AWSWire
import Kinds
import Manifest
import Model
import Planning
import Simulation

@testable import LocalAWS
@testable import Reconciler

/// What must be so of every single change of a manifest.
struct EditLaws {
    /// The stack as it stands applied.
    let base: Neap
    let moment: Double
    /// Tasks and instances that go without any edit.
    private let leaving: Set<String>
    /// How many edits there were, how many of them change nothing, and how many were refused, by reason.
    private(set) var tally = EditTally()
    /// What was found to be otherwise, a line each.
    private(set) var broken: [String] = []

    init(_ base: Neap) async throws {
        self.base = base
        moment = try await base.aws.save("base")
        // What goes by itself in the time that an edit takes is not the edit's.
        let before = Running(await base.aws.world)
        for _ in 0..<12 { await base.aws.advance(1_200) }
        leaving = before.lost(in: Running(await base.aws.world))
    }

    /// What became of an edit.
    enum Verdict: Equatable { case done, quiet, refused(String), broken }

    @discardableResult
    mutating func hold(_ edit: Edit) async throws -> Verdict {
        let (quiet, wrong) = (tally.quiet, broken.count)
        let refusal = try await play(edit)
        if broken.count > wrong { return .broken }
        return refusal.map { .refused($0) } ?? (tally.quiet > quiet ? .quiet : .done)
    }

    /// Why the edit was refused; nil when it was made.
    private mutating func play(_ edit: Edit) async throws -> String? {
        try await base.aws.restore("base", moment)
        tally.edits += 1
        var neap = base
        neap.commit([edit.manifest.file: edit.manifest.text])
        let prepared = try await neap.prepared()
        let errors = prepared.target.desired.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return refuse(edit, errors.map(\.message)) }
        guard let place = EditedPlace(edit) else {
            broken.append("\(edit): no such kind")
            return nil
        }
        let plan = try await neap.plan().plan
        check(plan, edit, place, prepared.target.desired.resources)
        let held = plan.resources.compactMap { plan -> String? in
            if plan.action == .replace { return "replaces" }
            if case .blocked(let reason, let message) = plan.action { return "\(reason): \(message)" }
            return nil
        }
        if !held.isEmpty || plan.isRefused {
            return refuse(edit, held + plan.findings.filter(\.refuses).map { "\($0)" })
        }
        return try await apply(&neap, edit, place, plan)
    }

    private mutating func refuse(_ edit: Edit, _ reasons: [String]) -> String {
        if reasons.allSatisfy(\.isEmpty) { broken.append("\(edit): refused without a reason") }
        tally.refuse("\(edit.manifest.kind) \(edit.field)", reasons.first ?? "")
        return reasons.first ?? ""
    }

    /// Exactly that change, with the effect that the table says.
    private mutating func check(
        _ plan: Plan, _ edit: Edit, _ place: EditedPlace, _ wanted: [ResourceID: Resource]
    ) {
        let isReplaced = plan[place.resource].map { $0.isReplacement || $0.action == .replace } ?? false
        for resource in plan.resources {
            for change in resource.changes
            where !isExpected(change, of: resource.id, place, wanted, isReplaced: isReplaced) {
                broken.append("\(edit): also changes \(resource.id) \(change.line)")
            }
        }
        if let other = plan.resources.first(where: { $0.action == .create }), !edit.makes(other.id, place) {
            broken.append("\(edit): makes \(other.id)")
        }
        guard let own = plan[place.resource] else { return }
        if own.changes.isEmpty, own.action == .none {
            tally.quiet += 1
            if !Quiet.isExpected(edit, place, own) { broken.append("\(edit): changes nothing at \(place.path)") }
        }
        for change in own.changes where change.effect != place.schema.effect(at: change.path) {
            let cheaper = change.effect == .noRestart && place.schema.effect(at: change.path) == .rollsInstances
            if !cheaper {
                broken.append("\(edit): \(change.line), and the table says \(place.schema.effect(at: change.path))")
            }
        }
    }

    /// The field itself, and what refers to what is made anew by it.
    private func isExpected(
        _ change: FieldChange, of id: ResourceID, _ place: EditedPlace, _ wanted: [ResourceID: Resource],
        isReplaced: Bool
    ) -> Bool {
        if id == place.resource { return place.isAbout(change.path) }
        if isReplaced, wanted[id]?.spec.references.contains(where: { $0.resource == place.resource }) == true {
            return true
        }
        // A count that its new bounds do not allow is moved into them.
        if place.resource.kind == "ScalingPolicy", id.kind == "Service", change.path == "/desiredCount" { return true }
        let references = wanted[id]?.spec[change.path]?.references ?? []
        return references.contains { $0.resource == place.resource }
    }

    /// Done, it is what Git says, and what was to cost nothing has cost nothing.
    private mutating func apply(
        _ neap: inout Neap, _ edit: Edit, _ place: EditedPlace, _ plan: Plan
    ) async throws -> String? {
        let before = Running(await neap.aws.world)
        let turn = try await neap.settle()
        if let refusal = turn.refusal(of: place.resource) { return refuse(edit, ["AWS: \(refusal)"]) }
        if !turn.unsettled.isEmpty {
            broken.append("\(edit): is not done: \(turn.unsettled.joined(separator: " | "))")
            return nil
        }
        let rest = neap.planned?.differences ?? []
        if !rest.isEmpty { broken.append("\(edit): leaves \(rest.joined(separator: " | "))") }
        let effect = plan.resources.flatMap(\.changes).map(\.effect).max() ?? .noRestart
        let after = Running(await neap.aws.world)
        let lost = before.lost(in: after).subtracting(leaving)
        if [.noRestart, .movesTraffic].contains(effect), !lost.isEmpty, !movesCapacity(place) {
            broken.append("\(edit): is to cost nothing, and \(lost.sorted().joined(separator: ", ")) went")
        }
        return nil
    }

    /// By what is told to it the capacity provider takes instances away by itself.
    private func movesCapacity(_ place: EditedPlace) -> Bool {
        place.resource.kind == "CapacityProvider"
            || place.resource.kind == "AutoScalingGroup" && place.path == "/minSize"
            // AWS moves tasks between zones by itself.
            || place.path == "/availabilityZoneRebalancing"
    }
}

/// What runs.
struct Running {
    private let tasks: Set<String>
    private let instances: Set<String>

    init(_ world: World) {
        tasks = Set(
            world.ecs.tasks.handles.compactMap { world.ecs.tasks[$0] }.filter {
                $0.lastStatus == .running && $0.isWanted
            }.map(\.id))
        instances = Set(
            world.fleet.instances.handles.compactMap { world.fleet.instances[$0] }.filter { $0.state == .running }.map(
                \.id))
    }

    func lost(in after: Running) -> Set<String> {
        tasks.subtracting(after.tasks).union(instances.subtracting(after.instances))
    }
}

/// How many edits came to what.
struct EditTally: CustomStringConvertible {
    var edits = 0
    var quiet = 0
    private(set) var refused: [String: Set<String>] = [:]

    mutating func add(_ other: EditTally) {
        edits += other.edits
        quiet += other.quiet
        refused.merge(other.refused) { $0.union($1) }
    }

    mutating func refuse(_ field: String, _ reason: String) { refused[field, default: []].insert(reason) }

    var description: String {
        let lines = refused.sorted { $0.key < $1.key }.map {
            "\n    refused \($0.key): \($0.value.sorted().joined(separator: " | "))"
        }
        return "\(edits) edits, \(quiet) quiet, \(refused.count) refused\(lines.joined())"
    }
}

extension Edit {
    /// True when a part comes or goes by the edit.
    func makes(_ id: ResourceID, _ place: EditedPlace) -> Bool {
        id == place.resource || id.name.hasPrefix(manifest.name + "/") || id.name.hasPrefix(manifest.name + "-")
    }
}
