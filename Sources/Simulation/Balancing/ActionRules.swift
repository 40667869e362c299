import Model

// What AWS demands of the actions of listeners and rules.
extension World {
    /// Refuses actions that a listener or rule of this load balancer can not have.
    func checkActions(_ actions: [Value], at balancer: LoadBalancerID) throws(Refusal) {
        for action in actions {
            switch action["type"]?.string {
            case "forward": try checkForward(action, at: balancer)
            case "redirect": try ActionRules.checkRedirect(action)
            case "fixed-response": try ActionRules.checkFixedResponse(action)
            default: break
            }
        }
    }

    private func checkForward(_ action: Value, at balancer: LoadBalancerID) throws(Refusal) {
        try ActionRules.checkShares(action)
        for arn in ActionShape.targetGroups(of: [action]) {
            guard let id = balancing.targetGroupArns[arn], let group = balancing.targetGroups[id] else {
                throw Refusal("TargetGroupNotFound", "Target group '\(arn)' not found")
            }
            if let other = group.loadBalancers.first, other != balancer {
                throw Refusal(
                    "TargetGroupAssociationLimit",
                    "The following target groups cannot be associated with more than one load balancer: \(arn)")
            }
            try checkProtocol(of: group, at: balancer)
        }
    }

    /// Application load balancers speak HTTP with their targets, gateway ones GENEVE, network ones neither.
    private func checkProtocol(of group: TargetGroup, at balancer: LoadBalancerID) throws(Refusal) {
        guard let word = group.shown["protocol"]?.string else { return }
        let fits =
            switch balancing.loadBalancers[balancer]?.type {
            case "network": !["HTTP", "HTTPS", "GENEVE"].contains(word)
            case "gateway": word == "GENEVE"
            default: ["HTTP", "HTTPS"].contains(word)
            }
        guard !fits else { return }
        throw Refusal("IncompatibleProtocols", "The specified configuration is not valid with the specified protocol")
    }
}

/// What AWS demands of one action, whatever the world.
private enum ActionRules {
    /// Groups that a forward may name (AWS quota "Target Groups per Action per Application Load Balancer").
    static let groupsPerAction = 5

    static func checkShares(_ action: Value) throws(Refusal) {
        let shares = ActionShape.forwards(in: [action]) ?? []
        guard !shares.isEmpty else {
            throw Refusal("ValidationError", "A target group must be specified for forward actions")
        }
        guard shares.count <= groupsPerAction else {
            throw Refusal(
                "TooManyTargetGroups", "The maximum number of target groups per action is '\(groupsPerAction)'")
        }
        guard shares.allSatisfy({ 0...999 ~= $0.weight }) else {
            throw Refusal("ValidationError", "The target group weight must be between 0 and 999")
        }
    }

    static func checkRedirect(_ action: Value) throws(Refusal) {
        guard let config = action["redirectConfig"] else {
            throw Refusal("InvalidLoadBalancerAction", "A redirect config must be specified for redirect actions")
        }
        let kept = ["protocol": "#{protocol}", "host": "#{host}", "port": "#{port}", "path": "/#{path}"]
        guard kept.allSatisfy({ config[$0.key]?.string ?? $0.value == $0.value }) else { return }
        throw Refusal(
            "InvalidLoadBalancerAction",
            "You must modify at least one of the following to avoid a redirect loop: protocol, host, port, path")
    }

    static func checkFixedResponse(_ action: Value) throws(Refusal) {
        let config = action["fixedResponseConfig"]
        let status = config?["statusCode"]?.string ?? ""
        guard status.utf8.count == 3, let number = Int(status), [2, 4, 5].contains(number / 100) else {
            throw Refusal(
                "ValidationError",
                "1 validation error detected: Value '\(status)' at 'actions.1.member.fixedResponseConfig.statusCode' "
                    + #"failed to satisfy constraint: Member must satisfy regular expression pattern: ^(2|4|5)\d\d$"#)
        }
        let type = config?["contentType"]?.string ?? "text/plain"
        guard contentTypes.contains(type) else {
            let known = contentTypes.map { "'\($0)'" }.joined(separator: ", ")
            throw Refusal("InvalidLoadBalancerAction", "The ContentType must be one of: \(known)")
        }
    }

    private static let contentTypes = [
        "text/plain", "text/css", "text/html", "application/javascript", "application/json",
    ]
}
