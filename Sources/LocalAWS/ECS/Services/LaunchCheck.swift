import Model
import Simulation

/// What AWS refuses for services and single tasks alike.
enum LaunchCheck {
    /// Refuses a launch type that the task definition does not support; nil when a strategy decides.
    static func launchType(_ type: String?, _ definition: TaskDefinition) throws(Refusal) {
        guard let type else { return }
        let fit = (definition.shown["compatibilities"]?.list ?? []).compactMap(\.string)
        if !fit.contains(type), type != "EXTERNAL" {
            throw .invalidParameter("Task definition does not support launch_type \(type).")
        }
    }

    /// Refuses a network configuration that does not go with the task definition's mode.
    static func network(_ configuration: Value?, _ definition: TaskDefinition) throws(Refusal) {
        let vpc = configuration?["awsvpcConfiguration"]
        if let vpc, vpc["subnets"]?.list?.isEmpty != false { throw .invalidParameter("subnets can not be empty.") }
        let isAwsvpc = definition.plan.networkMode == .awsvpc
        if isAwsvpc, vpc == nil {
            throw .invalidParameter(
                "Network Configuration must be provided when networkMode 'awsvpc' is specified.")
        }
        if !isAwsvpc, vpc != nil {
            throw .invalidParameter(
                "Network Configuration is not valid for the given networkMode of this task definition.")
        }
    }

    /// Refuses strategies and constraints that AWS does not know.
    static func placement(_ strategies: [PlacementStrategy], _ constraints: [PlacementConstraint]) throws(Refusal) {
        if strategies.count > 5 { throw .invalidParameter("placementStrategy can have at most 5 items.") }
        if constraints.count > 10 { throw .invalidParameter("placementConstraints can have at most 10 items.") }
        for strategy in strategies {
            if strategy.type == "binpack", !["CPU", "MEMORY"].contains(strategy.field) {
                throw .invalidParameter("The field of a binpack placement strategy must be cpu or memory.")
            }
            if strategy.type == "spread", strategy.field.isEmpty {
                throw .invalidParameter("The field of a spread placement strategy can not be blank.")
            }
        }
        for constraint in constraints where constraint.type == "memberOf" && constraint.expression.isEmpty {
            throw .invalidParameter("The expression of a memberOf placement constraint can not be blank.")
        }
    }
}

extension World {
    /// Refuses subnets and security groups that EC2 does not have.
    func checkNetwork(_ configuration: Value?) throws(Refusal) {
        let vpc = configuration?["awsvpcConfiguration"]
        try checkRows("ec2/subnet", vpc?["subnets"], "subnet", "subnet ID", "InvalidSubnetID.NotFound")
        try checkRows(
            "ec2/security-group", vpc?["securityGroups"], "security group", "security group", "InvalidGroup.NotFound")
    }

    private func checkRows(
        _ table: String, _ ids: Value?, _ what: String, _ called: String, _ code: String
    ) throws(Refusal) {
        let rows = registry[table]
        guard let ids = ids?.list?.compactMap(\.string), !rows.all.isEmpty else { return }
        if let missing = ids.first(where: { rows[$0] == nil }) {
            throw .invalidParameter(
                "Error retrieving \(what) information for [\(missing)]: The \(called) '\(missing)' does not exist "
                    + "(ErrorCode: \(code))")
        }
    }
}
