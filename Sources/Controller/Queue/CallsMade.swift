import Kinds
import Model
import Reconciler

/// What a call that CloudTrail tells of may have changed: what its parameters name.
enum CallsMade {
    /// How Neap's own calls sign themselves: what they change is known already.
    private static let ownAgent = "neap/"
    /// Calls that change nothing that a manifest can state.
    private static let immaterial = Set(
        FleetCalls.names + ["RunInstances", "CreateFleet", "CreateLogStream", "DeleteLogStream"])
    private static let sources: Set<String> = [
        "ecs.amazonaws.com", "autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "ec2.amazonaws.com",
        "application-autoscaling.amazonaws.com", "monitoring.amazonaws.com", "logs.amazonaws.com",
    ]

    /// The things named by a call that was let through and was not Neap's.
    static func names(in event: AWSEvent) -> [AWSThing.Name] {
        let detail = event.detail
        guard let operation = event.text("eventName"), !immaterial.contains(operation),
            sources.contains(event.text("eventSource") ?? ""), !isRead(detail), detail["errorCode"]?.string == nil,
            event.text("userAgent")?.hasPrefix(ownAgent) != true
        else { return [] }
        let parameters = detail["requestParameters"] ?? .emptyObject
        let scope = CallScope(operation: operation, cluster: cluster(in: parameters))
        return scope.names(in: parameters, member: "") + targetGroups(operation, detail)
    }

    /// A boolean, or its name in texts.
    private static func isRead(_ detail: Value) -> Bool {
        detail["readOnly"]?.bool == true || detail["readOnly"]?.string == "true"
    }

    private static func cluster(in parameters: Value) -> String { parameters["cluster"]?.string ?? "" }

    /// Rules and listeners are named by ARNs that the balancer gave out in the reply when they were made.
    private static func targetGroups(_ operation: String, _ detail: Value) -> [AWSThing.Name] {
        guard ["CreateRule", "CreateListener"].contains(operation) else { return [] }
        return CallScope(operation: operation, cluster: "").names(in: detail["responseElements"] ?? .null, member: "")
    }
}

/// Reads names out of a call's parameters by the members that hold them.
private struct CallScope {
    let operation: String
    let cluster: String

    /// Names anywhere in a value; services spell members their own ways, so case does not count.
    func names(in value: Value, member: String) -> [AWSThing.Name] {
        if let text = value.string { return names(of: text, member.lowercased()) }
        if let items = value.list { return items.flatMap { names(in: $0, member: member) } }
        return value.sortedMembers.flatMap { entry in
            // EC2 wraps lists in `items`.
            names(in: entry.value, member: entry.name == "items" ? member : entry.name)
        }
    }

    private func names(of text: String, _ member: String) -> [AWSThing.Name] {
        switch member {
        case "service", "servicename": return [ECSName.service(text) ?? .service(text, cluster: cluster)]
        case "cluster", "clustername", "clusters": return isAboutCluster ? [named("Cluster", text)] : []
        case "capacityprovider" where isAboutProvider, "name" where isAboutProvider:
            return [named("CapacityProvider", text)]
        case "taskdefinition" where operation == "DeregisterTaskDefinition", "family":
            return [.named(ECSName.family(text), kind: "TaskDefinition")]
        case "autoscalinggroupname", "autoscalinggroupnames": return [named("AutoScalingGroup", text)]
        case "launchtemplateid", "launchtemplatename": return isAboutTemplate ? [named("LaunchTemplate", text)] : []
        case "alarmname", "alarmnames": return [named("Alarm", text)]
        case "loggroupname": return [named("LogGroup", text)]
        case "instanceid", "instanceids": return [.groupOf(instance: text)]
        case "resourceid", "resources": return resource(text)
        default: return text.hasPrefix("arn:") ? arn(text) : []
        }
    }

    /// Scalable targets, and what tags are put on.
    private func resource(_ text: String) -> [AWSThing.Name] {
        if text.hasPrefix("service/") { return [.scalableTarget(text)] }
        if text.hasPrefix("lt-") { return [.named(text, kind: "LaunchTemplate")] }
        if text.hasPrefix("arn:") { return arn(text) }
        return operation.hasSuffix("Tags") ? [.named(text, kind: "AutoScalingGroup")] : []
    }

    /// A service that is made names target groups and roles: those are not changed by it.
    private func arn(_ text: String) -> [AWSThing.Name] {
        if let service = ECSName.service(text) { return [service] }
        return operation.hasSuffix("Service") || operation == "RegisterTaskDefinition" ? [] : [.arn(text)]
    }

    private func named(_ kind: String, _ text: String) -> AWSThing.Name {
        text.hasPrefix("arn:") ? .arn(text) : .named(text, kind: kind)
    }

    private var isAboutCluster: Bool { operation.contains("Cluster") }
    private var isAboutProvider: Bool { operation.hasSuffix("CapacityProvider") }
    private var isAboutTemplate: Bool { operation.contains("LaunchTemplate") }
}
