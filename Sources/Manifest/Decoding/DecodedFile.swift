public import Model

/// One document of a file as a located value tree, and what is wrong with it.
public struct Document: Sendable {
    /// What it holds.
    public var value: Value
    /// Duplicate keys, tags and the like: the document was read, but must not be used.
    public var diagnostics: [Diagnostic]
}

/// A file's documents.
public struct DecodedFile: Sendable {
    /// The documents, those that hold nothing but comments left out; with a `failure`, those before it.
    public var documents: [Document] = []
    /// Why the file could not be read to its end; nil when it could.
    public var failure: Diagnostic?

    /// Reads `bytes` as YAML or, when the name ends in `.json`, as JSON; `file` is the path that places name.
    public static func decode(_ bytes: [UInt8], file: String) -> DecodedFile {
        var bytes = bytes
        if let failure = refusal(of: bytes, file: file) { return DecodedFile(failure: failure) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return file.hasSuffix(".json") ? JSONReader.read(bytes, file: file) : YAMLReader.read(bytes, file: file)
    }

    /// The same of a chart's template, where conditions may stand several times in one mapping.
    static func decode(template bytes: [UInt8], file: String) -> DecodedFile {
        if let failure = refusal(of: bytes, file: file) { return DecodedFile(failure: failure) }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        return YAMLReader.read(bytes, file: file, isTemplate: true)
    }

    /// The same of a file that Neap wrote, as YAML: it is as long as its environment is large.
    public static func decode(written bytes: [UInt8], file: String) -> DecodedFile {
        if let failure = refusal(of: bytes, file: file, limit: Limits.writtenBytes) {
            return DecodedFile(failure: failure)
        }
        return YAMLReader.read(bytes, file: file, limit: Limits.writtenNodes)
    }

    private static func refusal(of bytes: [UInt8], file: String, limit: Int = Limits.fileBytes) -> Diagnostic? {
        let top = Place(file: file, line: 1, column: 1)
        guard bytes.count <= limit else {
            return Diagnostic("the file has \(bytes.count) bytes, at most \(limit) are read", at: top)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return Diagnostic("the file is not UTF-8", hint: "save it as UTF-8", at: top)
        }
        return nil
    }
}
