import Simulation

/// What AWS demands of the names of load balancers and target groups.
enum BalancingNameCheck {
    /// `noun` begins the refusal's sentence: `Load balancer`.
    static func check(_ name: String, _ noun: String) throws(Refusal) {
        guard name.count <= 32 else {
            throw .validation("\(noun) name '\(name)' cannot be longer than '32' characters")
        }
        guard name.utf8.allSatisfy(isAllowed) else {
            throw .validation(
                "\(noun) name '\(name)' can only contain characters that are alphanumeric characters or hyphens(-)")
        }
    }

    static func checkLoadBalancer(_ name: String) throws(Refusal) {
        try check(name, "Load balancer")
        guard !hasEdgeHyphen(name) else {
            throw .validation("Load balancer name '\(name)' cannot begin or end with a hyphen(-)")
        }
        guard !name.hasPrefix("internal-") else {
            throw .validation("Load balancer name '\(name)' cannot begin with 'internal-'")
        }
    }

    static func checkTargetGroup(_ name: String) throws(Refusal) {
        try check(name, "Target group")
        guard !hasEdgeHyphen(name), !name.contains("--") else {
            throw .validation(
                "1 validation error detected: Value '\(name)' at 'targetGroup.targetGroupArn.targetGroupName' failed "
                    + "to satisfy constraint: Member must satisfy regular expression pattern: "
                    + "(?!.*--)(?!^-)(?!.*-$)^[A-Za-z0-9-]+$")
        }
    }

    private static func hasEdgeHyphen(_ name: String) -> Bool { name.hasPrefix("-") || name.hasSuffix("-") }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
