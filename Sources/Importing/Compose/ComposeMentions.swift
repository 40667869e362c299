import Model

/// Where services of a Compose file name one another: by a host in a variable or a command, or because they wait.
struct ComposeMentions {
    /// One service that another one names.
    struct Mention {
        let by: String
        let name: String
        /// Nil where no port stands beside the name.
        var port: Int?
        /// False for what is only waited for.
        var isHost = true
        let node: ForeignNode
    }

    private let byName: [String: [Mention]]
    private let byUser: [String: [Mention]]

    init(_ services: ForeignNode) {
        let names = Set(services.members.map(\.name))
        let all = services.members.flatMap { Self.mentions(in: $0.node, of: $0.name, among: names) }
            .filter { $0.name != $0.by && names.contains($0.name) }
        byName = Dictionary(grouping: all, by: \.name)
        byUser = Dictionary(grouping: all, by: \.by)
    }

    /// Where others name a service.
    func of(_ name: String) -> [Mention] { byName[name] ?? [] }

    /// The hosts that a service names.
    func hosts(of name: String) -> [Mention] { (byUser[name] ?? []).filter(\.isHost) }

    private static func mentions(in service: ForeignNode, of name: String, among names: Set<String>) -> [Mention] {
        var found = variables(service["environment"], of: name, among: names)
        for word in parts(of: service["command"]) + parts(of: service["entrypoint"]) {
            found += HostNames.found(in: word.text ?? "", among: names).map {
                Mention(by: name, name: $0.name, port: $0.port, node: word)
            }
        }
        let links = parts(of: service["links"]).map { link in
            Mention(by: name, name: String((link.text ?? "").prefix { $0 != ":" }), isHost: false, node: link)
        }
        let items = (service["depends_on"]?.items ?? []).map {
            Mention(by: name, name: $0.text ?? "", isHost: false, node: $0)
        }
        let waited = (service["depends_on"]?.members ?? []).map {
            Mention(by: name, name: $0.name, isHost: false, node: $0.node)
        }
        return found + links + items + waited
    }

    private static func variables(_ node: ForeignNode?, of name: String, among names: Set<String>) -> [Mention] {
        let all = EnvironmentVariable.all(of: node)
        let values = Dictionary(all.map { ($0.name, $0.value) }) { first, _ in first }
        // `REDIS_IMAGE: redis:7` is no host with a port.
        return all.filter { !$0.name.uppercased().contains("IMAGE") }.flatMap { variable -> [Mention] in
            if names.contains(variable.value), variable.namesHost {
                let port = values[variable.portName].flatMap { Int($0) }
                return [Mention(by: name, name: variable.value, port: port, node: variable.node)]
            }
            return HostNames.found(in: variable.value, among: names).map {
                Mention(by: name, name: $0.name, port: $0.port, node: variable.node)
            }
        }
    }

    private static func parts(of node: ForeignNode?) -> [ForeignNode] {
        node.map { $0.value.list == nil ? [$0] : $0.items } ?? []
    }
}

/// A variable that has a value, read without a verdict on it.
private struct EnvironmentVariable {
    let name: String
    let value: String
    let node: ForeignNode

    /// Those of a mapping, or of a list of `name=value`.
    static func all(of node: ForeignNode?) -> [EnvironmentVariable] {
        guard let node else { return [] }
        let members = node.members.map { EnvironmentVariable(name: $0.name, value: $0.node.text ?? "", node: $0.node) }
        let items = node.items.map { item in
            let text = item.text ?? ""
            let name = text.prefix { $0 != "=" }
            return EnvironmentVariable(name: String(name), value: String(text.dropFirst(name.count + 1)), node: item)
        }
        return members + items
    }

    /// Whether its value would be a host: `DB_HOST`, `CACHE_SERVER`.
    var namesHost: Bool {
        let upper = name.uppercased()
        return ["HOST", "ADDR", "SERVER", "ENDPOINT", "URL"].contains { upper.contains($0) }
    }

    /// The variable that would hold the port: `DB_PORT` of `DB_HOST`.
    var portName: String {
        name.replacing("HOSTNAME", with: "PORT").replacing("HOST", with: "PORT").replacing("host", with: "port")
    }
}
