import Foundation
import FuzzTargets
import Testing

/// A sample of what `make fuzz` does for hours. `NEAP_FUZZ_SECONDS` says how long each target is at it, `NEAP_SEED` what is
/// tried; with `NEAP_FUZZ_LAST=FOLDER` each input is kept there before it is taken, so that the last one is there after a trap.
@Suite("Every fuzz target") struct CorpusTests {
    private static let names = FuzzTarget.all.map(\.name)
    private static let settings = ProcessInfo.processInfo.environment

    @Test("takes its corpus and what mutation makes of it", arguments: names)
    func sample(_ name: String) async throws {
        let target = try #require(FuzzTarget.named(name))
        let corpus = try Corpus.inputs(of: name)
        #expect(corpus.count >= 3, "there is something to begin with")
        for (file, bytes) in corpus {
            let complaint = await target.run(bytes)
            #expect(complaint == nil, "Fuzz/Corpus/\(name)/\(file)")
        }
        try await mutated(corpus.map(\.bytes), target)
    }

    private func mutated(_ corpus: [[UInt8]], _ target: FuzzTarget) async throws {
        let seconds = Self.settings["NEAP_FUZZ_SECONDS"].flatMap { Double($0) } ?? 5
        let seed = Self.settings["NEAP_SEED"].flatMap { UInt64($0) } ?? 1
        let last = Self.settings["NEAP_FUZZ_LAST"].map { URL(filePath: $0).appending(path: target.name) }
        var mutations = Mutations(of: corpus, words: target.words, seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            let bytes = mutations.next()
            if let last { try Data(bytes).write(to: last) }
            let complaint = await target.run(bytes)
            guard complaint == nil else {
                Issue.record("\(complaint ?? ""): \(Data(bytes).base64EncodedString())")
                return
            }
        }
    }
}
