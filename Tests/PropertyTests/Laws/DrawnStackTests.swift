import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("Drawn repositories against the embedded AWS")
struct DrawnStackTests {
    /// How many edits of a stack are made, chosen by its seed: other stacks choose others.
    private static let edits = Seeds.edits(sample: 5)

    @Test(
        "applied they leave no difference, imported neither, and each edit is that change or a refusal, with its effect"
    )
    func laws() async throws {
        var total = EditTally()
        var (manifests, imported) = (0, 0)
        for seed in Seeds.played(sample: 1) {
            let stack = DrawnStack(seed: seed)
            var neap = try Neap(try await EmbeddedAWS(seed: seed), files: stack.files)
            let broken = try await applied(&neap)
            #expect(broken.isEmpty, "seed \(seed)")
            guard broken.isEmpty else { continue }
            let found = try await ImportLaw(neap)
            #expect(found.broken.isEmpty, "seed \(seed)")
            let laws = try await edited(neap, stack, seed)
            #expect(laws.broken.isEmpty, "seed \(seed)")
            (manifests, imported) = (manifests + stack.manifests.count, imported + found.count)
            total.add(laws.tally)
            Seeds.tell("seed \(seed): \(manifests) manifests applied, \(imported) imported, \(total)")
        }
    }

    /// What is wrong once it is applied and has come to rest.
    private func applied(_ neap: inout Neap) async throws -> [String] {
        let errors = try await neap.prepared().target.desired.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return errors.map(\.description) }
        let turn = try await neap.settle()
        return turn.unsettled + (neap.planned?.differences ?? [])
    }

    private func edited(_ neap: Neap, _ stack: DrawnStack, _ seed: UInt64) async throws -> EditLaws {
        var laws = try await EditLaws(neap)
        var chance = Chance(seed: seed &+ 1)
        for edit in chance.taken(Self.edits, of: stack.edits(seed: seed)) {
            let before = laws.broken.count
            try await laws.hold(edit)
            for line in laws.broken.dropFirst(before) { Seeds.tell("seed \(seed): \(line)") }
        }
        return laws
    }
}
