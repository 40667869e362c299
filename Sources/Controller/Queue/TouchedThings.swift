import Model
import Reconciler

/// What an event says may have changed. It is read again from AWS in any case: events come twice, late, or not at all.
enum TouchedThings {
    /// What to look at again; none when nothing that Neap writes or tells can have changed.
    static func of(_ event: AWSEvent) -> Set<AWSThing> {
        event.things(names(of: event))
    }

    private static func names(of event: AWSEvent) -> [AWSThing.Name] {
        switch event.type {
        case "ECS Task State Change": task(event)
        case "ECS Service Action", "ECS Deployment State Change": event.resources.compactMap(ECSName.service)
        case "ECS Container Instance State Change": containerInstance(event)
        case "EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation":
            event.text("instance-id").map { [AWSThing.Name.groupOf(instance: $0)] } ?? []
        case "AWS API Call via CloudTrail": CallsMade.names(in: event)
        case _ where event.source == "aws.autoscaling": group(event)
        default: []
        }
    }

    /// Only what ends or begins to serve changes anything that Neap tells.
    private static func task(_ event: AWSEvent) -> [AWSThing.Name] {
        guard ["RUNNING", "STOPPED"].contains(event.text("lastStatus") ?? ""), let group = event.text("group"),
            group.hasPrefix("service:")
        else { return [] }
        return [.service(String(group.dropFirst("service:".count)), cluster: event.text("clusterArn") ?? "")]
    }

    /// An agent that loses its connection now and then is no news; an instance that drains or is gone is.
    private static func containerInstance(_ event: AWSEvent) -> [AWSThing.Name] {
        guard ["DRAINING", "INACTIVE", "DEREGISTERING"].contains(event.text("status") ?? ""),
            let instance = event.text("ec2InstanceId")
        else { return [] }
        return [.groupOf(instance: instance)]
    }

    private static func group(_ event: AWSEvent) -> [AWSThing.Name] {
        guard event.type.hasPrefix("EC2 "), let name = event.text("AutoScalingGroupName") else { return [] }
        return [.named(name, kind: "AutoScalingGroup")]
    }
}

/// Names in ECS's ARNs.
enum ECSName {
    /// The service of `arn:aws:ecs:…:service/demo/api`, or of a service deployment's or revision's ARN; nil for another.
    static func service(_ arn: String) -> AWSThing.Name? {
        let parts = parts(arn)
        switch parts.first {
        case "service" where parts.count == 3: return .service(parts[2], cluster: parts[1])
        // The old form, without a cluster.
        case "service" where parts.count == 2: return .service(parts[1], cluster: "")
        case "service-deployment" where parts.count > 3, "service-revision" where parts.count > 3:
            return .service(parts[2], cluster: parts[1])
        default: return nil
        }
    }

    /// The family of a task definition's ARN or name.
    static func family(_ name: String) -> String {
        let last = parts(name).last ?? name
        return String(last.prefix { $0 != ":" })
    }

    private static func parts(_ arn: String) -> [String] {
        let resource = arn.hasPrefix("arn:") ? arn.split(separator: ":", maxSplits: 5).last ?? "" : arn[...]
        return resource.split(separator: "/").map(String.init)
    }
}
