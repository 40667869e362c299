import Model

extension ComposeReader {
    /// Whether there is more than one service, so that one may call another.
    var isConnected: Bool { names.count - jobs.count > 1 }

    /// The network mode with which Service Connect serves no task; nil for any other.
    func networkWithoutNames(_ node: ForeignNode) -> String? {
        guard stack.capacity == .ec2, let mode = node["network_mode"]?.text else { return nil }
        return ["host", "none"].contains(mode) ? mode : nil
    }

    /// The ports of a service that states none, as `expose` would say them: the one that everybody knows of its image, and
    /// those that others name beside it.
    mutating func assumedPorts(of name: String, _ node: ForeignNode, image: String) -> [ComposePort] {
        var found: [Int] = []
        if let known = KnownPort.of(image) {
            found.append(known.port)
            ledger.note(node, "port \(known.port) is assumed for \(known.name); write `expose` where it is another")
        }
        for mention in mentions.of(name) {
            guard let port = mention.port, !found.contains(port) else { continue }
            found.append(port)
            ledger.note(
                node, "port \(port) is assumed, as \(mention.node.member) has it; write `expose` where it is another")
        }
        let users = Self.unique(mentions.of(name).map(\.by).filter { !jobs.contains($0) })
        if found.isEmpty, !users.isEmpty {
            ledger.note(
                node,
                "no port is known of it: \(users.joined(separator: ", ")) can reach it as \(name) only once `expose` "
                    + "says one")
        }
        return found.map { ComposePort(target: $0, node: node) }
    }

    /// Says whose names resolve to nothing, because Service Connect serves no such tasks.
    mutating func sayWhatResolvesToNothing(_ name: String, _ node: ForeignNode, network: String?) {
        let why =
            network.map { "Service Connect serves no tasks with the network mode \($0)" }
            ?? "tasks that no service creates have no Service Connect"
        let hosts = mentions.hosts(of: name)
        if let first = hosts.first {
            let named = Self.unique(hosts.map(\.name)).joined(separator: ", ")
            ledger.note(
                first.node, "\(named) resolves to nothing here: \(why); name an address that the VPC's resolver knows")
        }
        let users = Self.unique(mentions.of(name).filter(\.isHost).map(\.by)).joined(separator: ", ")
        guard network != nil, !users.isEmpty else { return }
        ledger.note(
            node["network_mode"] ?? node,
            "is not found as \(name) by \(users): \(why); name the instance's address instead")
    }

    private static func unique(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.filter { known.insert($0).inserted }
    }
}
