import Model
import Simulation

/// What AWS demands of a listener's settings, and what it fills in.
enum ListenerRules {
    /// The policy of a secure listener that names none, by API (aws-facts 4.8).
    static let standardPolicy = "ELBSecurityPolicy-2016-08"

    /// True for a listener that has a certificate.
    static func isSecure(_ word: String?) -> Bool { word == "HTTPS" || word == "TLS" }

    /// What a new listener must have; `type` is its load balancer's.
    static func checkCreation(_ input: Value, _ type: String) throws(Refusal) {
        let word = input["protocol"]?.string
        if type == "gateway" {
            guard input["port"] == nil else { throw .validation("A port cannot be specified for gateway listeners") }
            guard word == nil else { throw .validation("A protocol cannot be specified for gateway listeners") }
            return
        }
        guard input["port"] != nil else { throw .validation("A listener port must be specified") }
        guard word != nil else { throw .validation("A listener protocol must be specified") }
        try checkProtocol(word, type)
        if isSecure(word), (input["certificates"]?.list ?? []).isEmpty {
            throw .validation("A certificate must be specified for \(word ?? "") listeners")
        }
        if !isSecure(word), input["certificates"]?.list?.isEmpty == false {
            throw .validation("A certificate cannot be specified for \(word ?? "") listeners")
        }
    }

    static func checkProtocol(_ word: String?, _ type: String) throws(Refusal) {
        guard let word, type != "gateway" else { return }
        let known = type == "network" ? "UDP, TCP, TLS, TCP_UDP" : "HTTP, HTTPS"
        guard known.split(separator: ", ").contains(Substring(word)) else {
            throw .validation("Listener protocol '\(word)' must be one of '\(known)'")
        }
    }

    /// DescribeListeners' members of a listener as asked for, with AWS's defaults.
    static func settings(_ input: Value) throws(Refusal) -> Value {
        var settings = input.picking(["port", "protocol", "alpnPolicy"])
        guard isSecure(input["protocol"]?.string) else { return settings }
        let certificates = input["certificates"]?.list ?? []
        guard certificates.count <= 1 else {
            throw .validation(
                "Up to '1' certificate ARNs can be specified, but '\(certificates.count)' were specified")
        }
        for certificate in certificates { try checkCertificate(certificate["certificateArn"]?.string ?? "") }
        let policy = input["sslPolicy"]?.string ?? standardPolicy
        guard SSLPolicies.names.contains(policy) else {
            throw Refusal("SSLPolicyNotFound", "SSL policy '\(policy)' not found")
        }
        settings["certificates"] = .list(certificates.map { $0.picking(["certificateArn"]) })
        settings["sslPolicy"] = .string(policy)
        if input["protocol"]?.string == "HTTPS" {
            settings["mutualAuthentication"] = input["mutualAuthentication"] ?? ["mode": "off"]
        }
        return settings
    }

    /// What ModifyListener makes of a listener: what is left out stays, except what its new protocol does not know.
    static func merged(_ shown: Value, _ input: Value) -> Value {
        shown.overlaid(
            with: input.picking([
                "port", "protocol", "alpnPolicy", "certificates", "sslPolicy", "mutualAuthentication",
            ]))
    }

    /// Certificates need not be there, but have to be ACM's or IAM's.
    static func checkCertificate(_ arn: String) throws(Refusal) {
        guard arn.hasPrefix("arn:"), arn.contains(":acm:") || arn.contains(":iam:") else {
            throw Refusal("CertificateNotFound", "Certificate \(arn) not found")
        }
    }
}
