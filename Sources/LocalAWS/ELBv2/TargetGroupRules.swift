import Model
import Simulation

/// What AWS demands of a target group's settings, and what it fills in (aws-facts 4.10).
enum TargetGroupRules {
    /// What ModifyTargetGroup takes.
    static let changeable = [
        "healthCheckProtocol", "healthCheckPort", "healthCheckPath", "healthCheckEnabled",
        "healthCheckIntervalSeconds", "healthCheckTimeoutSeconds", "healthyThresholdCount", "unhealthyThresholdCount",
        "matcher",
    ]

    /// What a new group must have, and a Lambda function's must not.
    static func checkCreation(_ input: Value) throws(Refusal) {
        let needs = [
            ("protocol", "Protocol", "A protocol"), ("port", "Port", "A port"), ("vpcId", "VPC ID", "A VPC ID"),
        ]
        let isLambda = input["targetType"]?.string == "lambda"
        for (member, noun, sentence) in needs {
            if isLambda, input[member] != nil {
                throw .validation("\(noun) cannot be specified for target groups with target type 'lambda'")
            }
            if !isLambda, input[member] == nil { throw .validation("\(sentence) must be specified") }
        }
    }

    /// DescribeTargetGroups' members with AWS's defaults, without ARN and name.
    static func settings(_ input: Value) -> Value {
        let word = input["protocol"]?.string
        var settings = probes(word, input["healthCheckProtocol"]?.string, input["targetType"]?.string)
        settings["targetType"] = "instance"
        settings["ipAddressType"] = "ipv4"
        if ["HTTP", "HTTPS"].contains(word) { settings["protocolVersion"] = "HTTP1" }
        let members =
            changeable + [
                "protocol", "port", "vpcId", "targetType", "ipAddressType", "protocolVersion", "targetControlPort",
            ]
        return settings.overlaid(with: input.picking(members))
    }

    /// Timeouts and paths have to fit, whatever is asked for.
    static func checkProbes(_ settings: Value) throws(Refusal) {
        let interval = settings["healthCheckIntervalSeconds"]?.integer ?? 30
        let timeout = settings["healthCheckTimeoutSeconds"]?.integer ?? 5
        let isHTTP = ["HTTP", "HTTPS"].contains(settings["protocol"]?.string)
        guard isHTTP ? timeout < interval : timeout <= interval else {
            let relation = isHTTP ? "smaller than" : "smaller than or equal to"
            throw .validation("Health check timeout '\(timeout)' must be \(relation) the interval '\(interval)'")
        }
        let path = settings["healthCheckPath"]?.string ?? "/"
        guard path.hasPrefix("/") else {
            throw .validation("Health check path '\(path)' must begin with a '/' character")
        }
    }

    /// How AWS probes when nobody says otherwise; `probe` is the asked protocol of the probes.
    private static func probes(_ word: String?, _ probe: String?, _ type: String?) -> Value {
        if type == "lambda" { return lambda }
        let isHTTP = ["HTTP", "HTTPS"].contains(word)
        let probe = probe ?? (isHTTP ? "HTTP" : "TCP")
        var settings: Value = [
            "healthCheckEnabled": true, "healthCheckProtocol": .string(probe), "healthCheckPort": "traffic-port",
            "healthCheckIntervalSeconds": 30, "healthCheckTimeoutSeconds": 5, "healthyThresholdCount": 5,
            "unhealthyThresholdCount": 2,
        ]
        if probe.hasPrefix("HTTP") {
            settings["healthCheckPath"] = "/"
            settings["matcher"] = ["httpCode": isHTTP ? "200" : "200-399"]
        }
        if word == "GENEVE" {
            settings["healthCheckPort"] = "80"
            settings["healthCheckIntervalSeconds"] = 10
        } else if !isHTTP {
            settings["healthCheckTimeoutSeconds"] = probe.hasPrefix("HTTP") ? 6 : 10
        }
        return settings
    }

    private static let lambda: Value = [
        "healthCheckEnabled": false, "healthCheckPath": "/", "healthCheckIntervalSeconds": 35,
        "healthCheckTimeoutSeconds": 30, "healthyThresholdCount": 5, "unhealthyThresholdCount": 2,
        "matcher": ["httpCode": "200"],
    ]
}
