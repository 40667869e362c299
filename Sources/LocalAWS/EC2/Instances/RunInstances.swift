import Model
import Simulation

/// Starting instances by hand.
enum RunInstances {
    static let operations: [LocalOperation] = [
        .write("RunInstances") { world, request throws(Refusal) in
            try IdempotentCalls.once(&world, request, "RunInstances", run)
        }
    ]

    /// Members of the request that are not what an instance is started with.
    private static let aside = ["minCount", "maxCount", "launchTemplate", "subnetId", "dryRun", "tagSpecifications"]

    private static func run(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try checkCounts(request)
        let template = try request["launchTemplate"].map { specification throws(Refusal) in
            try Self.template(specification, world)
        }
        var data = (template?.data ?? .emptyObject).overlaid(with: request.input)
        for name in aside { data[name] = nil }
        let specifications =
            (template?.data["tagSpecifications"]?.list ?? []) + request.list("tagSpecifications")
        data["tagSpecifications"] = .list(specifications)
        data["reservationId"] = .string(world.mintID("r-"))
        try check(&data, world)
        let place = try place(data, request.text("subnetId"), world)
        let spot = data["instanceMarketOptions"]?["marketType"]?.string == "spot"
        let found = try start(&world, data, template, request, place, spot)
        let rows = found.compactMap { world.fleet.instances[$0] }.map { InstanceView($0, world).row }
        return InstanceReads.reservation(data["reservationId"]?.string ?? "", rows, world)
    }

    /// As many as there is room for, but no fewer than `MinCount`.
    private static func start(
        _ world: inout World, _ data: Value, _ template: Template?, _ request: LocalRequest,
        _ place: (zone: String, subnet: String), _ spot: Bool
    ) throws(Refusal) -> [InstanceID] {
        let (least, most) = (request["minCount"]?.integer ?? 1, request["maxCount"]?.integer ?? 1)
        let tags = LocalRequest.tags(data["tagSpecifications"]?.list ?? [], for: "instance")
        let source = template.map { (id: $0.id, version: $0.version) }
        do {
            return try world.runInstances(
                data, template: source, count: most, zone: place.zone, subnet: place.subnet, spot: spot, tags: tags)
        } catch {
            guard least < most else { throw error }
            return try world.runInstances(
                data, template: source, count: least, zone: place.zone, subnet: place.subnet, spot: spot, tags: tags)
        }
    }

    private struct Template {
        let id: String
        let version: String
        let data: Value
    }

    private static func template(_ specification: Value, _ world: World) throws(Refusal) -> Template {
        let row = try LaunchTemplates.version(
            specification["version"]?.string, of: LaunchTemplates.find(specification, in: world))
        return Template(
            id: row["launchTemplateId"]?.string ?? "", version: row["versionNumber"]?.scalarText ?? "1",
            data: row["launchTemplateData"] ?? .emptyObject)
    }

    /// More at once than any account gets without asking.
    private static let quota = 5_000

    private static func checkCounts(_ request: LocalRequest) throws(Refusal) {
        let (least, most) = (request["minCount"]?.integer ?? 1, request["maxCount"]?.integer ?? 1)
        guard least > 0, most > 0 else {
            let name = least > 0 ? "maxCount" : "minCount"
            throw Refusal("InvalidParameterValue", "Value (\(min(least, most))) for parameter \(name) is invalid")
        }
        guard least <= most else {
            throw Refusal(
                "InvalidParameterCombination",
                "MinCount (\(least)) must be less than or equal to MaxCount (\(most))")
        }
        guard most <= quota else {
            throw Refusal(
                "InstanceLimitExceeded",
                "You have requested more instances (\(most)) than your current instance limit of \(quota) allows.")
        }
    }

    /// Fills in AWS's own instance type, and refuses what it would not start.
    private static func check(_ data: inout Value, _ world: World) throws(Refusal) {
        guard let image = data["imageId"]?.string else {
            throw Refusal("MissingParameter", "The request must contain the parameter ImageId")
        }
        let resolved = Images.resolved(image, in: world)
        guard Images.isWellFormed(resolved) else {
            throw Refusal("InvalidAMIID.Malformed", "Invalid id: \"\(image)\" (expecting \"ami-...\")")
        }
        data["imageId"] = .string(resolved)
        let type = data["instanceType"]?.string ?? "m1.small"
        guard InstanceType.named(type) != nil else {
            throw Refusal("InvalidParameterValue", "Invalid value '\(type)' for InstanceType.")
        }
        data["instanceType"] = .string(type)
        try LaunchTemplates.check(data)
        for group in data["securityGroupIds"]?.list ?? [] {
            _ = try EC2Kind.securityGroup.row(group.string ?? "", in: world)
        }
    }

    /// The subnet that is named, else the default one of the zone.
    private static func place(
        _ data: Value, _ named: String?, _ world: World
    ) throws(Refusal) -> (zone: String, subnet: String) {
        if let id = named ?? data["networkInterfaces"]?.list?.first?["subnetId"]?.string {
            let row = try EC2Kind.subnet.row(id, in: world)
            return (row["availabilityZone"]?.string ?? "", id)
        }
        let zone = data["placement"]?["availabilityZone"]?.string
        if let zone, !world.place.zones.contains(zone) {
            throw Refusal("InvalidParameterValue", "Invalid availability zone: [\(zone)]")
        }
        let rows = world.registry["ec2/subnet"].values.filter { $0["defaultForAz"]?.bool == true }
        guard let row = rows.first(where: { zone == nil || $0["availabilityZone"]?.string == zone }) else {
            throw Refusal(
                "MissingInput", "No subnets found for the default VPC. Please specify a subnet.")
        }
        return (row["availabilityZone"]?.string ?? "", row["subnetId"]?.string ?? "")
    }
}
