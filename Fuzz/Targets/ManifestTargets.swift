import Manifest
import Model
import Planning

extension FuzzTarget {
    static let yamlWords = [
        "apiVersion: neap/v1\n", "kind: Service\n", "metadata: {name: a}\n", "spec:\n", "---\n", "- ", ": ", "? ",
        "&a ",
        "*a", "!!str ", "|\n", ">-\n", "'", "\"", "{", "}", "[", "]", ",", "#", "\n", "  ", "\t", "<<: ", "\\u0000",
        "~", "0x1F",
        "1e400", ".inf", "9223372036854775808", "null", "true", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "e\u{301}",
    ]
    private static let jsonWords = [
        "\"apiVersion\": \"neap/v1\"", "\"kind\": \"Service\"", "\"metadata\": {\"name\": \"a\"}", "\"spec\": {", "{",
        "}", "[",
        "]", ",", ":", "\"", "\\", "\\u", "\\ud834\\udd1e", "-", "1e400", "0.5", "9223372036854775808", "null", "true",
        "\n", "/",
    ]

    /// The reader of manifests: bytes to checked and linked resources.
    static let manifests = [
        FuzzTarget("manifest-yaml", words: yamlWords) { file($0, "demo/a.yaml") },
        FuzzTarget("manifest-json", words: jsonWords) { file($0, "demo/a.json") },
        FuzzTarget("environment", words: yamlWords + ["paths: [", "policy:", "windows:", "1h30m", "0 8 * * MON-FRI"]) {
            var repository = MemoryRepository(["demo/a.yaml": MemoryRepository.neighbour])
            let sections = $0.sections(2)
            repository.files["neap.yaml"] = sections[0]
            if !sections[1].isEmpty { repository.files[".neapignore"] = sections[1] }
            return repository.complaint(neighbourMayGo: true)
        },
    ]

    private static func file(_ bytes: [UInt8], _ path: String) -> String? {
        var repository = MemoryRepository(["demo/b.yaml": MemoryRepository.neighbour])
        repository.files[path] = bytes
        let decoded = DecodedFile.decode(bytes, file: path)
        let whole = decoded.documents.filter(\.diagnostics.isEmpty)
        return whole.lazy.compactMap { rewritten($0.value) }.first ?? repository.complaint()
    }

    /// What is read, written as YAML and read again is the same; what does not fit any more is let be.
    static func rewritten(_ value: Value) -> String? {
        let text = YAMLNode.document([("value", .value(value))])
        let again = DecodedFile.decode(Array(text.utf8), file: "a.yaml")
        if let failure = again.failure { return failure.message.contains(" more than ") ? nil : failure.description }
        guard again.documents.count == 1, let document = again.documents.first else { return "it became no document" }
        if let problem = document.diagnostics.first { return problem.description }
        return document.value["value"]?.wholeNumbers == value.wholeNumbers
            ? nil : "it is something else when it was written and read again"
    }
}

extension Value {
    /// The same with `5.0` as `5`, which is how it is written.
    fileprivate var wholeNumbers: Value {
        switch content {
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? .integer(Int(number)) : self
        case .list(let items): .list(items.map(\.wholeNumbers))
        case .object(let members): .object(members.mapValues(\.wholeNumbers))
        default: self
        }
    }
}
