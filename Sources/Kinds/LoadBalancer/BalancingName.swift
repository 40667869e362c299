/// What Elastic Load Balancing demands of names.
enum BalancingName {
    /// What is wrong with a load balancer's name; nil when nothing is.
    static func balancerProblem(_ name: String) -> String? {
        name.hasPrefix("internal-")
            ? "\(name) is no name of a load balancer: AWS keeps internal- for itself" : problem(name, "load balancer")
    }

    /// What is wrong with a target group's name; nil when nothing is.
    static func groupProblem(_ name: String) -> String? {
        name.contains("--")
            ? "\(name) is no name of a target group: AWS takes no -- in it" : problem(name, "target group")
    }

    private static func problem(_ name: String, _ noun: String) -> String? {
        guard (1...32).contains(name.utf8.count) else {
            return "the name \(name) has \(name.utf8.count) characters, AWS takes 1 to 32 for a \(noun)"
        }
        let isGood = name.wholeMatch(of: /[A-Za-z0-9-]+/) != nil && !name.hasPrefix("-") && !name.hasSuffix("-")
        return isGood ? nil : "\(name) is no name of a \(noun): AWS takes letters, digits, and - between them"
    }
}
