import Model

extension CopilotReader {
    /// The environment's own manifest.
    mutating func environment(_ node: ForeignNode) {
        for member in ["name", "type"] { ledger.pass(node[member]) }
        if ledger.truth(node["observability"]?["container_insights"]) == true {
            stack.clusterMembers["settings"] = [["name": "containerInsights", "value": "enabled"]]
        }
        network(node["network"]?["vpc"])
        listeners(node["http"]?["public"], "public")
        listeners(node["http"]?["private"], "private")
        let inside = ledger.texts(node["http"]?["private"]?["subnets"]).map { Value.string($0) }
        if !inside.isEmpty { internalSubnets = inside }
        ledger.leave(node["cdn"], "CloudFront stays as it is: point it to the new load balancer")
    }

    private mutating func network(_ vpc: ForeignNode?) {
        guard let vpc else { return }
        if let id = ledger.text(vpc["id"]) { stack.network.vpc = .string(id) }
        ledger.leave(vpc["cidr"], "the VPC stays Copilot's: it is found by its tags")
        for (name, path) in [("public", \CarriedNetwork.publicSubnets), ("private", \CarriedNetwork.privateSubnets)] {
            let items = vpc["subnets"]?[name]?.items ?? []
            let ids = items.compactMap { ledger.text($0["id"]) }
            for item in items {
                ledger.leave(item["cidr"], "the subnets stay Copilot's: they are found by their tags")
                ledger.leave(item["az"], "the subnets stay Copilot's: they are found by their tags")
            }
            if !ids.isEmpty { stack.network[keyPath: path] = ids.map { .string($0) } }
            guard ids.isEmpty, !items.isEmpty else { continue }
            let tag = name == "public" ? "pub" : "priv"
            let prefix = "copilot-\(files.application)-\(settings.environment)"
            stack.network[keyPath: path] = items.indices.map { ["tags": ["Name": .string("\(prefix)-\(tag)\($0)")]] }
        }
        ledger.leave(
            vpc["security_group"],
            "the security group \(environmentGroup) has these rules, as long as it is there")
        ledger.leave(vpc["flow_logs"], "is the VPC's, and stays so")
        // Security groups of a VPC that was imported are Copilot's all the same.
    }

    private var environmentGroup: String { "copilot-\(files.application)-\(settings.environment)-env" }

    private mutating func listeners(_ node: ForeignNode?, _ side: String) {
        guard let node else { return }
        let found = ledger.texts(node["certificates"])
        if !found.isEmpty { certificates[side] = found }
        policies[side] = ledger.text(node["ssl_policy"])
        for member in ["ingress", "security_groups"] {
            ledger.leave(node[member], "is for the load balancer's security group to say")
        }
        guard let logs = node["access_logs"] else { return }
        if let bucket = ledger.text(logs["bucket_name"]) {
            accessLogs["access_logs.s3.enabled"] = true
            accessLogs["access_logs.s3.bucket"] = .string(bucket)
            accessLogs["access_logs.s3.prefix"] = ledger.text(logs["prefix"]).map { .string($0) }
        } else {
            ledger.leave(
                logs, "needs a bucket: write access_logs.s3.enabled and access_logs.s3.bucket under attributes")
        }
    }
}
