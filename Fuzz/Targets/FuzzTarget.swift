/// A place where bytes come in that somebody else wrote, and what has to be so whatever they are.
public struct FuzzTarget: Sendable {
    /// The name of its folder under `Fuzz/Corpus`.
    public let name: String
    /// Words of its language, for mutations.
    public let words: [String]
    /// Takes bytes; what is wrong with how they were taken, nil for nothing.
    public let run: @Sendable (_ bytes: [UInt8]) async -> String?

    init(_ name: String, words: [String], _ run: @escaping @Sendable ([UInt8]) async -> String?) {
        self.name = name
        self.words = words
        self.run = run
    }

    /// Every target, in order of name.
    public static let all: [FuzzTarget] =
        (manifests + charts + overlays + imports + edits + replies + gitTexts + statusFiles + signatures)
        .sorted { $0.name < $1.name }

    /// The target of that name; nil when there is none.
    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

extension [UInt8] {
    /// The parts between lines of equal signs, so many of them; what is missing is empty.
    func sections(_ count: Int) -> [[UInt8]] {
        var sections: [[UInt8]] = []
        var rest = self[...]
        let mark = Array("=====\n".utf8)
        while sections.count < count - 1, let cut = rest.firstRange(of: mark) {
            sections.append(Array(rest[..<cut.lowerBound]))
            rest = rest[cut.upperBound...]
        }
        sections.append(Array(rest))
        let missing = [[UInt8]](repeating: [], count: count - sections.count)
        return sections + missing
    }

    /// The text, where it is UTF-8.
    var text: String? { String(validating: self, as: UTF8.self) }
}
