import FoundationEssentials

/// Texts that output must be equal to, byte for byte.
enum Golden {
    /// The file `name` of `Golden`.
    static func text(_ name: String, file: String = #filePath) throws -> String {
        let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
        return String(decoding: try Data(contentsOf: URL(filePath: "/\(folder)/Golden/\(name)")), as: UTF8.self)
    }
}
