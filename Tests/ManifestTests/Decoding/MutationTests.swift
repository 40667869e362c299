import Manifest
import Model
import Testing

@Suite struct MutationTests {
    private static let seeds = [
        "a: &x {b: [1, 2.5, ~], 'c': \"d\\n\"}\n? e\n: *x\n---\n- |\n  text\n- >-\n  more\n# end\n",
        #"{"a": [1, -2.5e3, true, null, "x\u00e9\n"], "b": {"c": {}}}"#,
    ]
    private static let pieces = [
        "[", "{", "}", "]", ":", "- ", "? ", "&a ", "*a", "!!x ", "\"", "'", "|\n", ",", "\n", "\t", "\u{0}", "%",
        "<<: ", "é", "\\u", "9",
    ]

    @Test(
        "whatever a file holds, it is read or refused, and every place lies inside it", arguments: ["a.yaml", "a.json"])
    func mutations(file: String) {
        var state = UInt64(42)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for round in 0..<3_000 {
            var text = Array(MutationTests.seeds[round % 2])
            for _ in 0...next(4) {
                let index = next(text.count)
                if next(2) == 0 {
                    text.remove(at: index)
                } else {
                    text.insert(contentsOf: MutationTests.pieces[next(MutationTests.pieces.count)], at: index)
                }
            }
            let decoded = DecodedFile.decode(Array(String(text).utf8), file: file)
            let lines = text.count { $0 == "\n" } + 2
            let places =
                decoded.documents.flatMap(\.diagnostics).map(\.place) + [decoded.failure].compactMap { $0 }.map(\.place)
            #expect(places.allSatisfy { $0.map { (1...lines).contains(Int($0.line)) && $0.column >= 1 } ?? false })
        }
    }
}
