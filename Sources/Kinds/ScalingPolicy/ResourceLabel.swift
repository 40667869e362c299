import Model

/// Which target group's requests ALBRequestCountPerTarget counts: `app/<lb>/<id>/targetgroup/<group>/<id>`.
struct ResourceLabel {
    /// AWS's members, with the label made of the names beside it.
    let specification: Value
    /// What is missing; nil when nothing is.
    let fault: String?

    init(_ written: Value) {
        var specification = written
        specification["loadBalancer"] = nil
        specification["targetGroup"] = nil
        let isCount = written["predefinedMetricType"]?.string == "ALBRequestCountPerTarget"
        if let balancer = written["loadBalancer"], let group = written["targetGroup"] {
            let parts = [
                Self.fullName(balancer, "LoadBalancer", after: "loadbalancer/"), "/",
                Self.fullName(group, "TargetGroup", after: ""),
            ]
            specification["resourceLabel"] = Value(.joined(parts), at: group.place, key: group.keyPlace).resolved([:])
            fault = written["resourceLabel"] == nil ? nil : "resourceLabel and the names it is made of are both stated"
        } else {
            fault =
                isCount && written["resourceLabel"] == nil
                ? "does not say which target group's requests it counts" : nil
        }
        self.specification = specification
    }

    /// CloudWatch's name of a manifest's resource, or of the one that an ARN names.
    private static func fullName(_ written: Value, _ kind: String, after prefix: String) -> Value {
        if written.reference != nil { return written }
        let text = written.string ?? ""
        guard text.contains(":") else { return .reference(ResourceID(kind, text), "fullName") }
        let last = text.split(separator: ":").last.map(String.init) ?? text
        return .string(last.hasPrefix(prefix) ? String(last.dropFirst(prefix.count)) : last)
    }
}
