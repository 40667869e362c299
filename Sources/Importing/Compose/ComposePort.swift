import Model

extension [ComposePort] {
    /// The first of each container port.
    var byTarget: [ComposePort] {
        var known: Set<String> = []
        return filter { known.insert("\($0.target)/\($0.transport)").inserted }
    }
}

/// A port that a container listens on, and under which it was published.
struct ComposePort {
    let target: Int
    /// Nil for one that only other services reach.
    var published: Int?
    var transport = "tcp"
    /// What is spoken, as the file says.
    var application: String?
    let node: ForeignNode

    /// Ports of which nobody speaks HTTP: databases, queues and their like are for other services, not for the
    /// internet.
    private static let others: Set<Int> = [
        21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 2379, 3306, 4222, 5432,
        5672, 6379, 7687, 8883, 9042, 9092, 9094, 9300, 11_211, 26_257, 27_017,
    ]

    /// Whether a load balancer for HTTP is the way in.
    var speaksHTTP: Bool {
        if let application { return ["http", "https", "http2", "grpc"].contains(application) }
        return transport == "tcp" && !Self.others.contains(target)
    }

    /// `8080`, `80:8080`, `127.0.0.1:80:8080/tcp`, `3000-3002:3000-3002`; nil for what is none of these.
    static func reading(_ text: String, _ node: ForeignNode) -> [ComposePort]? {
        let halves = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard let first = halves.first else { return nil }
        let transport = halves.count == 2 ? halves[1] : "tcp"
        // An IPv6 address in front has colons of its own.
        let parts = first.split(separator: "]").last.map(String.init)?.split(separator: ":").map(String.init) ?? []
        guard let target = parts.last.flatMap(range) else { return nil }
        let published = parts.count > 1 ? range(parts[parts.count - 2]) : nil
        if parts.count > 1, published.map({ $0.count != target.count }) ?? true { return nil }
        let isLocal = parts.count > 2 && parts[0].hasPrefix("127.") || first.hasPrefix("[::1]")
        return target.enumerated().map { index, port in
            let outside = isLocal ? nil : published.map { $0[$0.index($0.startIndex, offsetBy: index)] }
            return ComposePort(target: port, published: outside, transport: transport, node: node)
        }
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", maxSplits: 1).compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last, (1...65_535).contains(first),
            last <= 65_535, last - first < 100, ends.count == text.split(separator: "-").count
        else { return nil }
        return first...last
    }
}
