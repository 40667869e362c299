import Model

extension ScalingPolicy {
    /// AWS takes the target's policies and scheduled actions with it.
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        ScalableTargets.deletion("DeregisterScalableTarget", resource, live)
    }
}

extension TargetTrackingPolicy {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        ScalableTargets.deletion("DeleteScalingPolicy", named: "policyName", resource, live)
    }
}

extension StepScalingPolicy {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        ScalableTargets.deletion("DeleteScalingPolicy", named: "policyName", resource, live)
    }
}

extension ScheduledAction {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        ScalableTargets.deletion("DeleteScheduledAction", named: "scheduledActionName", resource, live)
    }
}

extension ScalableTargets {
    /// Takes a target away, or what hangs on one under a name; all are named by the target as AWS shows it.
    fileprivate static func deletion(
        _ operation: String, named member: String? = nil, _ resource: Resource, _ live: Live
    ) -> Deletion {
        var input = Value.object(identity(resource.spec))
        if let id = live.detail["resourceId"] { input["resourceId"] = id }
        if let member { input[member] = .string(resource.awsName) }
        return Deletion(service, operation, input)
    }
}

extension Alarm {
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        Deletion("cloudwatch", "DeleteAlarms", ["alarmNames": [.string(resource.awsName)]])
    }
}

extension LogGroup {
    /// What it holds can not be made again.
    static var deletionDefault: Policy.Deletion { .retain }

    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let isProtected = live.spec["deletionProtectionEnabled"]?.bool == true
        return Deletion(
            "logs", "DeleteLogGroup", ["logGroupName": .string(resource.awsName)],
            refusal: isProtected ? "deletionProtectionEnabled is true: switch it off first" : nil)
    }
}

extension BeforeRollout {
    /// What was done leaves nothing behind.
    static func deletion(of resource: Resource, live: Live) -> Deletion { Deletion() }
}
