import Model

/// What a load balancer says of one target.
struct TargetSign: Sendable, Comparable {
    /// The target group's name.
    let group: String
    let port: Int
    /// `unhealthy`, `unused`, …
    let state: String
    /// AWS's reason code, `Target.ResponseCodeMismatch`.
    let reason: String
    /// For a person: `Health checks failed with these codes: [404]`.
    let description: String

    init(_ sign: Value) {
        group = sign["group"]?.string ?? ""
        port = sign["target"]?["port"]?.integer ?? 0
        state = sign["targetHealth"]?["state"]?.string ?? ""
        reason = sign["targetHealth"]?["reason"]?.string ?? ""
        description = sign["targetHealth"]?["description"]?.string ?? ""
    }

    /// The HTTP codes that its checks were answered with.
    var codes: [Int] {
        guard reason == "Target.ResponseCodeMismatch" else { return [] }
        return description.split { !$0.isNumber }.compactMap { Int($0) }
    }

    private var key: [String] { [reason, group, description, String(port), state] }
    static func < (a: TargetSign, b: TargetSign) -> Bool { a.key.lexicographicallyPrecedes(b.key) }
}
