import Model

/// The security policies of AWS: each a choice of protocols and ciphers.
enum SSLPolicies {
    /// All names, the API's standard one first.
    static let names = table.map(\.name)

    /// DescribeSSLPolicies' view of one.
    static func shown(_ name: String) -> Value? {
        guard let policy = table.first(where: { $0.name == name }) else { return nil }
        let ciphers = (policy.protocols.contains("TLSv1.3") ? modern : []) + older.filter(policy.takes)
        return [
            "name": .string(name), "sslProtocols": .list(policy.protocols.map { .string($0) }),
            "ciphers": .list(
                ciphers.enumerated().map { ["name": .string($0.element), "priority": .integer($0.offset + 1)] }),
            "supportedLoadBalancerTypes": .list(["application", "network"]),
        ]
    }

    /// A policy's name, its oldest and newest protocol, and which of the ciphers before TLS 1.3 it takes.
    private struct Policy {
        let name: String
        let protocols: [String]
        var forwardOnly = false
        var withoutSHA1 = false
        var authenticatedOnly = false
        var none = false

        init(_ name: String, _ oldest: Int, _ newest: Int = 2) {
            self.name = "ELBSecurityPolicy-" + name
            protocols = (oldest...newest).reversed().map { $0 == 0 ? "TLSv1" : "TLSv1.\($0)" }
        }

        func with(_ change: (inout Policy) -> Void) -> Policy {
            var copy = self
            change(&copy)
            return copy
        }

        func takes(_ cipher: String) -> Bool {
            if none || (forwardOnly && !cipher.hasPrefix("ECDHE")) { return false }
            return !(withoutSHA1 && cipher.hasSuffix("-SHA")) && !(authenticatedOnly && !cipher.contains("GCM"))
        }
    }

    private static let table: [Policy] = [
        Policy("2016-08", 0), Policy("TLS-1-1-2017-01", 1), Policy("TLS-1-2-2017-01", 2).with { $0.withoutSHA1 = true },
        Policy("TLS-1-2-Ext-2018-06", 2), Policy("2015-05", 0), Policy("TLS-1-0-2015-04", 0),
        Policy("FS-2018-06", 0).with { $0.forwardOnly = true },
        Policy("FS-1-1-2019-08", 1).with { $0.forwardOnly = true },
        Policy("FS-1-2-2019-08", 2).with { $0.forwardOnly = true },
        Policy("FS-1-2-Res-2019-08", 2).with {
            $0.forwardOnly = true
            $0.withoutSHA1 = true
        },
        Policy("FS-1-2-Res-2020-10", 2).with {
            $0.forwardOnly = true
            $0.authenticatedOnly = true
        },
        Policy("TLS13-1-0-2021-06", 0, 3), Policy("TLS13-1-1-2021-06", 1, 3),
        Policy("TLS13-1-2-2021-06", 2, 3).with {
            $0.forwardOnly = true
            $0.withoutSHA1 = true
        },
        Policy("TLS13-1-2-Res-2021-06", 2, 3).with {
            $0.forwardOnly = true
            $0.authenticatedOnly = true
        },
        Policy("TLS13-1-2-Ext1-2021-06", 2, 3).with { $0.withoutSHA1 = true },
        Policy("TLS13-1-2-Ext2-2021-06", 2, 3), Policy("TLS13-1-3-2021-06", 3, 3).with { $0.none = true },
    ]
    private static let modern = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"]
    private static let older = [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256",
        "ECDHE-RSA-AES128-SHA256", "ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES256-SHA384", "ECDHE-RSA-AES256-SHA384",
        "ECDHE-RSA-AES256-SHA", "ECDHE-ECDSA-AES256-SHA", "AES128-GCM-SHA256", "AES128-SHA256", "AES128-SHA",
        "AES256-GCM-SHA384", "AES256-SHA256", "AES256-SHA",
    ]
}
