import AWSWire
import Model
import Simulation

extension LocalECS {
    static let deploymentOperations: [LocalOperation] = [
        .read("ListServiceDeployments", listServiceDeployments),
        .read("DescribeServiceDeployments", describeServiceDeployments),
        .read("DescribeServiceRevisions", describeServiceRevisions),
        .write("StopServiceDeployment", stopServiceDeployment),
        .write("ContinueServiceDeployment", continueServiceDeployment),
    ]

    private static func listServiceDeployments(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (_, service) = try found(
            request.text("service"), in: try world.cluster(request.text("cluster")), world)
        let statuses = request.texts("status")
        let after = time(request["createdAt"]?["after"]) ?? -.infinity
        let before = time(request["createdAt"]?["before"]) ?? .infinity
        let rows = service.history.filter { deployment in
            (statuses.isEmpty || statuses.contains(deployment.status.rawValue))
                && (after...max(after, before)).contains(deployment.createdAt.seconds)
        }
        let page = try request.page(rows, size: request["maxResults"] == nil ? 20 : 100)
        var reply: [String: Value] = [
            "serviceDeployments": .list(page.items.map { world.brief($0, of: service) })
        ]
        reply["nextToken"] = page.next.map { .string($0) }
        return .object(reply)
    }

    /// Seconds since 1970.
    private static func time(_ value: Value?) -> Double? {
        value?.number ?? value?.string.flatMap { Timestamps.seconds($0) }
    }

    private static func describeServiceDeployments(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arns = try atMost20(request, "serviceDeploymentArns")
        var rows: [Value] = []
        var failures: [Value] = []
        for arn in arns {
            if let (service, id) = world.owner(of: arn, "service-deployment"),
                let deployment = service.history.first(where: { $0.id == id })
            {
                rows.append(world.shown(deployment, of: service))
            } else {
                failures.append(failure(arn))
            }
        }
        return ["serviceDeployments": .list(rows), "failures": .list(failures)]
    }

    private static func describeServiceRevisions(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arns = try atMost20(request, "serviceRevisionArns")
        var rows: [Value] = []
        var failures: [Value] = []
        for arn in arns {
            if let (service, id) = world.owner(of: arn, "service-revision"),
                let index = service.revisions.firstIndex(where: { String($0.id) == id })
            {
                rows.append(world.shown(service.revisions[index], at: index, of: service))
            } else {
                failures.append(failure(arn))
            }
        }
        return ["serviceRevisions": .list(rows), "failures": .list(failures)]
    }

    private static func atMost20(_ request: LocalRequest, _ member: String) throws(Refusal) -> [String] {
        let arns = request.texts(member)
        if arns.isEmpty { throw .invalidParameter("\(member) can not be empty.") }
        if arns.count > 20 { throw .invalidParameter("\(member) can have at most 20 items.") }
        return arns
    }

    private static func stopServiceDeployment(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arn = request.text("serviceDeploymentArn") ?? ""
        let (service, id) = try ownedDeployment(arn, world)
        try world.stopServiceDeployment(service, deployment: id, abort: request.text("stopType") == "ABORT")
        return ["serviceDeploymentArn": .string(arn)]
    }

    private static func continueServiceDeployment(
        _ world: inout World, _ request: LocalRequest
    ) throws(Refusal) -> Value {
        let arn = request.text("serviceDeploymentArn") ?? ""
        let (service, id) = try ownedDeployment(arn, world)
        try world.continueServiceDeployment(
            service, deployment: id, hook: request.text("hookId") ?? "", rollback: request.text("action") == "ROLLBACK")
        return ["serviceDeploymentArn": .string(arn)]
    }

    private static func ownedDeployment(_ arn: String, _ world: World) throws(Refusal) -> (ServiceID, String) {
        guard let (service, id) = world.owner(of: arn, "service-deployment"),
            let key = world.ecs.clusters[service.cluster]?.serviceNames[service.name],
            service.history.contains(where: { $0.id == id })
        else { throw .serviceDeploymentNotFound }
        return (key, id)
    }
}

extension World {
    /// The service of `…:<kind>/<cluster>/<service>/<id>`, and the id.
    func owner(of arn: String, _ kind: String) -> (Service, String)? {
        guard arn.hasPrefix("arn:"), let parts = ecsParts(arn, kind: kind), parts.count == 3,
            let cluster = ecs.clusterNames[String(parts[0])],
            let service = ecs.clusters[cluster]?.serviceNames[String(parts[1])].flatMap({ ecs.services[$0] })
        else { return nil }
        return (service, String(parts[2]))
    }
}
