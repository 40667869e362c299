import AWSECS
import Model

/// What a person does to a service's rollout: stop it, or begin the same revision anew. Each is one AWS write, after the
/// same guards as a pass has.
public struct RolloutCommands: Sendable {
    let look: ServiceLook

    /// Commands on the service that `look` is about.
    public init(_ look: ServiceLook) { self.look = look }

    /// A service deployment that can be stopped.
    public struct Running: Sendable, Equatable {
        /// Its ARN.
        public let arn: String
        /// `family:revision` that it brings; nil when ECS shows none.
        public let taskDefinition: String?
    }

    private static let open = [
        "PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS",
    ]

    /// The service deployment that is under way (aws-facts 1.4).
    ///
    /// Throws `OperatingError`, and what AWS answers.
    public func running() async throws -> Running {
        let turn = await look.turn()
        let service = ECS.Service(try look.live(in: turn).detail)
        try look.checkOwnership(in: turn)
        var input: Value = [
            "service": .string(service.serviceName ?? ""), "status": .list(Self.open.map { .string($0) }),
        ]
        input["cluster"] = service.clusterArn.map { .string($0) }
        let reply = try await look.aws.send(AWSCall("ecs", "ListServiceDeployments", input))
        let all = (reply["serviceDeployments"]?.list ?? []).map(ECS.ServiceDeploymentBrief.init)
        let newest = all.filter { Self.open.contains($0.status ?? "") }.max { $0.createdAt ?? 0 < $1.createdAt ?? 0 }
        guard let arn = newest?.serviceDeploymentArn else { throw OperatingError.nothingUnderWay(look.service) }
        let primary = service.deployments?.first { $0.status == "PRIMARY" }?.taskDefinition
        return Running(arn: arn, taskDefinition: primary?.split(separator: "/").last.map(String.init))
    }

    /// Has ECS go back to what was live before (StopServiceDeployment).
    public func stop(_ running: Running) async throws {
        let input: Value = ["serviceDeploymentArn": .string(running.arn), "stopType": "ROLLBACK"]
        _ = try await look.aws.send(AWSCall("ecs", "StopServiceDeployment", input))
    }

    /// The status of a service deployment now (DescribeServiceDeployments); nil when AWS no longer knows it.
    public func status(of running: Running) async throws -> String? {
        let call = AWSCall("ecs", "DescribeServiceDeployments", ["serviceDeploymentArns": [.string(running.arn)]])
        return try await look.aws.send(call)["serviceDeployments"]?.list?.first.map(ECS.ServiceDeployment.init)?.status
    }

    /// Waits until the service deployment is over, looking every `poll`; its last status, nil when `deadline` passed.
    public func end(
        of running: Running, until deadline: Duration, poll: Duration, clock: any Clock<Duration> = ContinuousClock()
    ) async throws -> String? {
        var waited = Duration.zero
        while true {
            let status = try await status(of: running) ?? "STOPPED"
            if !Self.open.contains(status) { return status }
            if waited >= deadline { return nil }
            try await clock.sleep(for: poll)
            waited += poll
        }
    }

    /// Replaces all tasks by new ones of the same revision (UpdateService with forceNewDeployment); the id of the new
    /// deployment, nil when AWS does not say it.
    ///
    /// Throws `OperatingError`, and what AWS answers.
    public func restart() async throws -> String? {
        let turn = await look.turn()
        let service = ECS.Service(try look.live(in: turn).detail)
        try look.checkOwnership(in: turn)
        try look.checkProofs(in: turn)
        var input: Value = ["service": .string(service.serviceName ?? ""), "forceNewDeployment": true]
        input["cluster"] = service.clusterArn.map { .string($0) }
        let reply = try await look.aws.send(AWSCall("ecs", "UpdateService", input))
        let deployments = reply["service"].map { ECS.Service($0).deployments ?? [] } ?? []
        return deployments.first { $0.status == "PRIMARY" }?.id
    }
}
