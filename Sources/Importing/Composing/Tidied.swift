import Model

/// A kind's live spec without what AWS fills in by itself, in ways that the tables can not say.
struct Tidied {
    let stack: LiveStack
    let names: Names

    /// What a person would write of `thing`.
    func spec(of thing: LiveThing) -> Value {
        var spec = thing.live.spec
        switch thing.id.kind {
        case "Service": tidyService(&spec, thing)
        case "AutoScalingGroup": tidyGroup(&spec, thing)
        case "LoadBalancer": tidyBalancer(&spec)
        case "Listener": tidyListener(&spec)
        case "ScalingPolicy":
            if spec["roleARN"]?.string?.contains(":role/aws-service-role/") == true { spec["roleARN"] = nil }
        case "ListenerRule": spec["actions"] = spec["actions"].map(Self.withoutOrder)
        case "TaskDefinition": tidyDefinition(&spec)
        default: break
        }
        spec["attributes"] = spec["attributes"].map(Self.stated)
        spec["tags"] = spec["tags"].map(Self.peoples)
        return spec
    }

    private func tidyService(_ spec: inout Value, _ thing: LiveThing) {
        let isScaled = stack.thing("ScalingPolicy", thing.id.name) != nil
        if isScaled || spec["schedulingStrategy"]?.string == "DAEMON" { spec["desiredCount"] = nil }
        if spec["deploymentController"]?["type"] == "ECS" { spec["deploymentController"] = nil }
        if spec["role"]?.string?.contains(":role/aws-service-role/") == true { spec["role"] = nil }
        let isSpread =
            spec["placementStrategy"] == Self.balanced && spec["placementConstraints"]?.list?.isEmpty != false
        guard isSpread else { return }
        spec["placementStrategy"] = nil
        spec["placement"] = "azBalancedSpread"
    }

    private static let balanced: Value = [
        ["type": "spread", "field": "attribute:ecs.availability-zone"], ["type": "spread", "field": "instanceId"],
    ]

    private func tidyGroup(_ spec: inout Value, _ thing: LiveThing) {
        if spec["vpcZoneIdentifier"]?.list?.isEmpty == false {
            for name in ["availabilityZones", "availabilityZoneIds"] { spec[name] = nil }
        }
        if spec["serviceLinkedRoleARN"]?.string?.hasSuffix("/AWSServiceRoleForAutoScaling") == true {
            spec["serviceLinkedRoleARN"] = nil
        }
        let provider = stack.all("CapacityProvider").first {
            $0.live.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"] == thing.live.outputs["arn"]
        }
        if provider != nil { spec["desiredCapacity"] = nil }
        // They say the same again.
        spec["trafficSources"] = nil
        for (name, usual) in Self.usual where spec[name] == usual { spec[name] = nil }
        spec["launchTemplate"] = spec["launchTemplate"].map(withoutLatest)
        guard var mixed = spec["mixedInstancesPolicy"]?["launchTemplate"] else { return }
        mixed["launchTemplateSpecification"] = mixed["launchTemplateSpecification"].map(withoutLatest)
        spec["mixedInstancesPolicy"]?["launchTemplate"] = mixed
    }

    private static let usual: [String: Value] = [
        "availabilityZoneImpairmentPolicy": [
            "zonalShiftEnabled": false, "impairedZoneHealthCheckBehavior": "IgnoreUnhealthy",
        ],
        "capacityReservationSpecification": ["capacityReservationPreference": "default"],
    ]

    /// A manifest's template without a version means the latest one by its number.
    private func withoutLatest(_ template: Value) -> Value {
        guard let name = template["launchTemplateName"]?.string, let found = stack.thing("LaunchTemplate", name),
            let version = template["version"]?.scalarText,
            version.hasPrefix("$") || version == found.live.outputs["latestVersion"]?.scalarText
        else { return template }
        var copy = template
        copy["version"] = nil
        return copy
    }

    private func tidyBalancer(_ spec: inout Value) {
        let mappings = spec["subnetMappings"]?.list ?? []
        let areFixed = mappings.contains { ($0.object?.count ?? 0) > 1 }
        spec[areFixed ? "subnets" : "subnetMappings"] = nil
        if spec["type"] == "application" { spec["attributes"]?["load_balancing.cross_zone.enabled"] = nil }
        let key = "ipv6.deny_all_igw_traffic"
        if spec["scheme"] == "internet-facing", spec["attributes"]?[key] == "false" { spec["attributes"]?[key] = nil }
    }

    private func tidyListener(_ spec: inout Value) {
        spec["defaultActions"] = spec["defaultActions"].map(Self.withoutOrder)
        let certificates = spec["certificates"]?.list ?? []
        // The first is the default one, which AWS gives first.
        spec["certificates"] = .list(certificates.map { ["certificateArn": $0["certificateArn"] ?? .null] })
        if spec["attributes"]?["routing.http.response.server.enabled"]?.scalarText == "true" {
            spec["attributes"]?["routing.http.response.server.enabled"] = nil
        }
    }

    /// Actions are numbered by where they stand.
    private static func withoutOrder(_ actions: Value) -> Value {
        guard let items = actions.list else { return actions }
        return .list(
            items.enumerated().map { index, item in
                var copy = item
                if item["order"]?.integer == index + 1 { copy["order"] = nil }
                return copy
            })
    }

    /// With awsvpc or host networking the port on the host is the container's.
    private func tidyDefinition(_ spec: inout Value) {
        guard ["awsvpc", "host"].contains(spec["networkMode"]?.string ?? "bridge"),
            let containers = spec["containerDefinitions"]?.list
        else { return }
        spec["containerDefinitions"] = .list(
            containers.map { container in
                var copy = container
                let mappings = container["portMappings"]?.list ?? []
                copy["portMappings"] = .list(
                    mappings.map { mapping in
                        var copy = mapping
                        if mapping["hostPort"] == mapping["containerPort"] { copy["hostPort"] = nil }
                        return copy
                    })
                return copy
            })
    }

    /// Attributes that were set by somebody: others have no value, or a header's own name. AWS's texts read as what they are.
    private static func stated(_ attributes: Value) -> Value {
        let set = (attributes.object ?? [:]).filter { key, value in
            let header = value.string?.lowercased().replacing("-", with: "_") ?? ""
            return !header.isEmpty && !(key.hasSuffix("\(header).header_name") && header.hasPrefix("x_amzn_"))
        }
        return .object(set.mapValues(typed))
    }

    private static func typed(_ value: Value) -> Value {
        guard let text = value.string else { return value }
        if text == "true" || text == "false" { return .bool(text == "true") }
        return Int(text).flatMap { String($0) == text ? .integer($0) : nil } ?? value
    }

    /// Tags that people put there.
    private static func peoples(_ tags: Value) -> Value {
        .object((tags.object ?? [:]).filter { !$0.key.hasPrefix("aws:") && $0.key != "AmazonECSManaged" })
    }
}
