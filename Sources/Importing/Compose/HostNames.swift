/// Names of services that stand in a text as hosts: `cache` in `redis://:secret@cache:6379/0`.
enum HostNames {
    /// The hosts of a text that are among `names`; their ports as they are written, else as their scheme has them.
    static func found(in text: String, among names: Set<String>) -> [(name: String, port: Int?)] {
        var found: [(name: String, port: Int?)] = []
        var scheme: Substring = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: isPart) {
            let before = text[..<start]
            let token = rest[start...].prefix(while: isPart)
            rest = rest[token.endIndex...]
            if rest.hasPrefix("://") { scheme = token }
            guard names.contains(String(token)), !isUser(rest) else { continue }
            if let port = port(rest) {
                found.append((name: String(token), port: port))
            } else if before.hasSuffix("://") || before.hasSuffix("@") {
                found.append((name: String(token), port: schemes[String(scheme.prefix { $0 != "+" })]))
            }
        }
        return found
    }

    /// Ports of URLs that state none.
    private static let schemes = [
        "http": 80, "https": 443, "ws": 80, "wss": 443, "redis": 6379, "rediss": 6379, "valkey": 6379,
        "postgres": 5432, "postgresql": 5432, "mysql": 3306, "mysql2": 3306, "mariadb": 3306, "mongodb": 27_017,
        "amqp": 5672, "amqps": 5671, "nats": 4222,
    ]

    private static func isPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || "._-+".contains(character)
    }

    /// True before the `@` of a URL: `db` is no host in `postgres://db:secret@example.com`.
    private static func isUser(_ rest: Substring) -> Bool {
        rest.first(where: { "/?# ,;@".contains($0) }) == "@"
    }

    /// `:6379`, and nothing that would make another word of it.
    private static func port(_ rest: Substring) -> Int? {
        guard rest.first == ":" else { return nil }
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard let port = Int(digits), (1...65_535).contains(port) else { return nil }
        return rest[digits.endIndex...].first.map(isPart) == true ? nil : port
    }
}
