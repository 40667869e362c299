import AWSApplicationAutoScaling
import Model
import Simulation

/// Application Auto Scaling (aws-facts 4.11, 6). Targets that are no ECS services are only written down.
public enum LocalApplicationAutoScaling {
    /// The service with its operations.
    public static let service = LocalService(
        ApplicationAutoScaling.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        buckets: [
            // Unpublished; aws-facts 7.2 says to keep to a few a second.
            LocalService.Bucket(
                "Application Auto Scaling writes", burst: 20, refillPerMille: 5000,
                [
                    "RegisterScalableTarget", "DeregisterScalableTarget", "PutScalingPolicy", "DeleteScalingPolicy",
                    "PutScheduledAction", "DeleteScheduledAction",
                ])
        ],
        [
            .write("RegisterScalableTarget", registerScalableTarget),
            .read("DescribeScalableTargets", describeScalableTargets),
            .write("DeregisterScalableTarget", deregisterScalableTarget),
            .write("PutScalingPolicy", putScalingPolicy),
            .read("DescribeScalingPolicies", describeScalingPolicies),
            .write("DeleteScalingPolicy", deleteScalingPolicy),
            .write("PutScheduledAction", putScheduledAction),
            .read("DescribeScheduledActions", describeScheduledActions),
            .write("DeleteScheduledAction", deleteScheduledAction),
            .read("DescribeScalingActivities", describeScalingActivities),
            .write("TagResource", tagResource),
            .write("UntagResource", untagResource),
            .read("ListTagsForResource", listTagsForResource),
        ])

    /// The target that a request names.
    static func identity(_ request: LocalRequest) -> ScalableTarget.Identity {
        ScalableTarget.Identity(
            namespace: request.text("serviceNamespace") ?? "", resourceID: request.text("resourceId") ?? "",
            dimension: request.text("scalableDimension") ?? "")
    }

    /// The targets of the request's namespace, and of its resource and dimension where it names them.
    static func targets(_ world: World, _ request: LocalRequest) -> [ScalableTarget] {
        world.scaling.targets.filter { target in
            target.namespace == request.text("serviceNamespace")
                && request.text("resourceId").map { $0 == target.resourceID } ?? true
                && request.text("scalableDimension").map { $0 == target.dimension } ?? true
        }
    }

    /// A page of rows under `member`.
    static func answer(
        _ member: String, _ rows: [Value], _ request: LocalRequest, size: Int
    ) throws(Refusal) -> Value {
        let page = try request.page(rows, size: size, invalidToken: "InvalidNextTokenException")
        var output: Value = [:]
        output[member] = .list(page.items)
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }
}
