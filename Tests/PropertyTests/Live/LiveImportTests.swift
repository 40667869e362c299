import Importing
import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("What was made without Neap")
struct LiveImportTests {
    @Test("imported and planned it makes no difference, and adopted it is left alone")
    func law() async throws {
        var (manifests, words) = (0, [String: Int]())
        for seed in Seeds.played(sample: 2) {
            let aws = try await EmbeddedAWS(seed: seed)
            var live = try LiveState(aws, seed: seed)
            try await live.make()
            for _ in 0..<20 { await aws.advance(60) }
            let found = try await ImportLaw(Neap(aws, files: [:]), cluster: LiveState.cluster)
            for line in found.broken { Seeds.tell("seed \(seed): \(line)") }
            #expect(found.broken.isEmpty, "seed \(seed)")
            guard found.broken.isEmpty else { continue }
            var neap = try Neap(aws, files: found.files)
            let turn = try await neap.round()
            #expect(turn.states.values.allSatisfy { $0.sync == .synced && $0.problem == nil }, "seed \(seed)")
            #expect(neap.writes == [], "seed \(seed)")
            manifests += found.count
            words[live.template, default: 0] += 1
        }
        Seeds.tell(
            "\(manifests) manifests of what was made without Neap; groups on \(words.sorted { $0.key < $1.key })")
    }
}
