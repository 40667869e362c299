import Simulation

/// What ECS's names are made of.
enum Names {
    /// Refuses a name that is not 1 to 255 letters, digits, hyphens and underscores.
    static func check(_ name: String, _ what: String) throws(Refusal) {
        if name.isEmpty { throw .invalidParameter("\(what) can not be blank.") }
        if name.utf8.count > 255 { throw .invalidParameter("\(what) can not be longer than 255 characters.") }
        if !isPlain(name) { throw .invalidParameter("\(what) contains invalid characters.") }
    }

    /// True for letters, digits, hyphens and underscores alone.
    static func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
