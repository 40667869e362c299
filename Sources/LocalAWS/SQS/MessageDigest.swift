import AWSWire
import Model
import Simulation

/// A message's own attributes and the digest that clients check them by.
enum MessageDigest {
    /// AWS's MD5 of message attributes: names in order, each part behind its length.
    static func of(_ attributes: Value) -> String {
        let all = attributes.sortedMembers.flatMap { name, value -> [UInt8] in
            let type = value["dataType"]?.string ?? ""
            let isBinary = type.hasPrefix("Binary")
            let content = isBinary ? binary(value["binaryValue"]) : Array((value["stringValue"]?.string ?? "").utf8)
            return counted(Array(name.utf8)) + counted(Array(type.utf8)) + [isBinary ? 2 : 1] + counted(content)
        }
        return Messages.md5(all)
    }

    private static func binary(_ value: Value?) -> [UInt8] {
        if case .bytes(let bytes)? = value?.content { bytes } else { [] }
    }

    private static func counted(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(bytes.count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + bytes
    }

    /// The attributes that a receiver asks for, by name or with `All`, with their digest.
    static func shown(_ attributes: Value?, _ asked: [String]) -> Value {
        let isAll = asked.contains("All") || asked.contains(".*")
        let shown = (attributes?.object ?? [:]).filter { isAll || asked.contains($0.key) }
        guard !shown.isEmpty else { return .emptyObject }
        return ["messageAttributes": .object(shown), "md5OfMessageAttributes": .string(of(.object(shown)))]
    }
}
