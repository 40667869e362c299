import Model
import Simulation

/// Which stickiness goes with which protocol of a target group.
enum StickinessRules {
    static func check(_ changes: [String: String], of group: TargetGroup) throws(Refusal) {
        guard let type = changes["stickiness.type"], let word = group.shown["protocol"]?.string else { return }
        let known = word == "GENEVE" ? gateway : balancer
        guard known.contains(type) else {
            let noun = word == "GENEVE" ? type : "Stickiness type"
            throw .configuration("'\(noun)' must be one of [\(known.joined(separator: ", "))]")
        }
        guard word != "GENEVE" else { return }
        let fits = ["HTTP", "HTTPS"].contains(word) == (type != "source_ip")
        guard fits else {
            throw .configuration(
                "Stickiness type '\(type)' is not supported for target groups with the \(word) protocol")
        }
        guard word != "TLS" || changes["stickiness.enabled"] != "true" else {
            throw .configuration("You cannot enable stickiness on target groups with the TLS protocol")
        }
    }

    private static let balancer = ["app_cookie", "lb_cookie", "source_ip"]
    private static let gateway = ["source_ip_dest_ip_proto", "source_ip_dest_ip"]
}
