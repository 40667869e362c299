import Model
import Simulation

/// What AWS refuses in a service's settings, whatever else is in the cluster.
struct ServiceCheck {
    private let settings: ServiceSettings
    private let definition: TaskDefinition
    /// What the request said itself.
    private let said: Value

    /// A check of settings as they will be.
    init(_ settings: ServiceSettings, _ definition: TaskDefinition, _ said: Value) {
        self.settings = settings
        self.definition = definition
        self.said = said
    }

    /// Refuses the first thing that AWS would.
    func run() throws(Refusal) {
        if settings.desiredCount < 0 { throw .invalidParameter("DesiredCount can not be lesser than 0") }
        try LaunchCheck.launchType(settings.launchType, definition)
        try LaunchCheck.network(settings.passed["networkConfiguration"], definition)
        if settings.scheduling == .daemon { try daemon() } else { try percents() }
        try LaunchCheck.placement(settings.placementStrategy, settings.placementConstraints)
        for balancer in settings.loadBalancers { try self.balancer(balancer) }
        if let seconds = said["healthCheckGracePeriodSeconds"]?.integer, !(0...2_147_483_647).contains(seconds) {
            throw .invalidParameter("healthCheckGracePeriodSeconds must be between 0 and 2147483647.")
        }
        if said["availabilityZoneRebalancing"] == "ENABLED", !settings.canRebalanceZones {
            throw .invalidParameter(
                "Availability Zone rebalancing is not supported with the service's scheduling strategy, "
                    + "maximumPercent, placement strategy or placement constraints.")
        }
        try hooks()
    }

    private func daemon() throws(Refusal) {
        let lead = "The daemon scheduling strategy does not support"
        if said["desiredCount"] != nil {
            throw .invalidParameter(
                "\(lead) a desired count for services. Remove the desired count value and try again")
        }
        if !settings.placementStrategy.isEmpty { throw .invalidParameter("\(lead) placement strategies.") }
        if settings.deployment.maximumPercent != 100 {
            throw .invalidParameter(
                settings.deployment.maximumPercent > 100
                    ? "\(lead) values above 100 for maximumPercent." : "\(lead) values below 100 for maximumPercent.")
        }
        if settings.controller != "ECS" { throw .invalidParameter("\(lead) the \(settings.controller) controller.") }
        try percents()
    }

    private func percents() throws(Refusal) {
        let (low, high) = (settings.deployment.minimumHealthyPercent, settings.deployment.maximumPercent)
        if low < 0 { throw .invalidParameter("minimumHealthyPercent must be greater than or equal to 0.") }
        if low > 100 { throw .invalidParameter("minimumHealthyPercent must be less than or equal to 100.") }
        if high < 100 { throw .invalidParameter("maximumPercent must be greater than or equal to 100.") }
        if low == 100, high == 100 {
            throw .invalidParameter(
                "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.")
        }
    }

    private func balancer(_ balancer: ServiceLoadBalancer) throws(Refusal) {
        guard let container = definition.plan.containers.first(where: { $0.name == balancer.containerName }) else {
            throw .invalidParameter("The container \(balancer.containerName) does not exist in the task definition.")
        }
        if !container.ports.contains(where: { $0.container == balancer.containerPort }) {
            throw .invalidParameter(
                "The container \(balancer.containerName) did not have a container port \(balancer.containerPort) defined."
            )
        }
    }

    private func hooks() throws(Refusal) {
        if settings.deployment.strategy != .rolling, settings.controller != "ECS" {
            throw .invalidParameter(
                "The deployment strategy \(settings.deployment.strategyName) needs the ECS deployment controller.")
        }
        for hook in settings.deployment.hooks {
            if hook.stages.isEmpty { throw .invalidParameter("lifecycleStages can not be empty.") }
            if hook.targetType == "AWS_LAMBDA", hook.targetArn == nil || hook.roleArn == nil {
                throw .invalidParameter("hookTargetArn and roleArn must be specified for a lifecycle hook.")
            }
        }
    }
}
