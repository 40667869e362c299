import Model

// ARNs, host names and zones as Elastic Load Balancing makes them (aws-facts 4.7 to 4.10).
extension World {
    /// `loadbalancer/app/<name>/<16 digits>` as an ARN.
    func loadBalancerArn(_ name: String, _ type: String, _ ordinal: UInt64) -> String {
        let word = ["application": "app", "network": "net", "gateway": "gwy"][type] ?? "app"
        return balancingArn("loadbalancer/\(word)/\(name)/\(hex(16, ordinal))")
    }

    /// `listener/app/<name>/<id>/<16 digits>` as an ARN, below a load balancer's.
    func listenerArn(below balancer: String, _ ordinal: UInt64) -> String {
        balancer.swapping("loadbalancer/", for: "listener/") + "/" + hex(16, ordinal)
    }

    /// `listener-rule/app/<name>/<id>/<listener>/<16 digits>` as an ARN, below a listener's.
    func ruleArn(below listener: String, _ ordinal: UInt64) -> String {
        listener.swapping("listener/", for: "listener-rule/") + "/" + hex(16, ordinal)
    }

    /// `targetgroup/<name>/<16 digits>` as an ARN.
    func targetGroupArn(_ name: String, _ ordinal: UInt64) -> String {
        balancingArn("targetgroup/\(name)/\(hex(16, ordinal))")
    }

    /// The host name of a load balancer.
    func hostName(_ name: String, type: String, scheme: String?, _ ordinal: UInt64) -> String {
        guard type == "application" else { return "\(name)-\(hex(16, ordinal)).elb.\(place.region).amazonaws.com" }
        let number = dice.number(in: 100_000_000...2_147_483_647, .address, ordinal)
        let prefix = scheme == "internal" ? "internal-" : ""
        return "\(prefix)\(name)-\(number).\(place.region).elb.amazonaws.com"
    }

    /// The Route 53 zone of the region's application load balancers; made up where AWS's is not known here.
    var balancerZone: String {
        Self.zones[place.region] ?? "Z" + hex(13, UInt64(place.region.utf8.count)).uppercased()
    }

    private func balancingArn(_ resource: String) -> String { place.arn("elasticloadbalancing", resource) }

    private static let zones = [
        "us-east-1": "Z35SXDOTRQ7X7K", "us-east-2": "Z3AADJGX6KTTL2", "us-west-1": "Z368ELLRRE2KJ0",
        "us-west-2": "Z1H1FL5HABSF5", "eu-west-1": "Z32O12XQLNTSW2", "eu-west-2": "ZHURV8PSTC4K8",
        "eu-west-3": "Z3Q77PNBQS71R4", "eu-central-1": "Z215JYRZR1TBD5", "eu-north-1": "Z23TAZ6LKFMNIO",
        "ap-northeast-1": "Z14GRHDCWA56QT", "ap-southeast-1": "Z1LMS91P8CMLE5", "ap-southeast-2": "Z1GM3OXH4ZPM65",
    ]
}

extension String {
    /// The text with the first `part` replaced; itself when there is none.
    fileprivate func swapping(_ part: String, for other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
