import Model

/// Which of CloudFormation's resource types is behind which kind.
enum ResourceTypes {
    /// A type, and where in it the kind's spec begins.
    struct Source {
        let type: String
        let root: FieldPath

        init(_ type: String, at root: FieldPath = "") {
            self.type = "AWS::" + type
            self.root = root
        }
    }

    /// Kinds for which CloudFormation has nothing, each with the reason.
    static let without = ["BeforeRollout": "a task that is run (RunTask) is no resource of CloudFormation's"]

    static let sources: [String: Source] = [
        "Alarm": Source("CloudWatch::Alarm"),
        "AutoScalingGroup": Source("AutoScaling::AutoScalingGroup"),
        "CapacityProvider": Source("ECS::CapacityProvider"),
        "Cluster": Source("ECS::Cluster"),
        "ClusterCapacityProviders": Source("ECS::ClusterCapacityProviderAssociations"),
        "LaunchTemplate": Source("EC2::LaunchTemplate", at: "/LaunchTemplateData"),
        "Listener": Source("ElasticLoadBalancingV2::Listener"),
        "ListenerRule": Source("ElasticLoadBalancingV2::ListenerRule"),
        "LoadBalancer": Source("ElasticLoadBalancingV2::LoadBalancer"),
        "LogGroup": Source("Logs::LogGroup"),
        "ScalingPolicy": Source("ApplicationAutoScaling::ScalableTarget"),
        "ScheduledAction": Source("ApplicationAutoScaling::ScalableTarget", at: "/ScheduledActions/*"),
        "Service": Source("ECS::Service"),
        "StepScalingPolicy": Source(
            "ApplicationAutoScaling::ScalingPolicy", at: "/StepScalingPolicyConfiguration"),
        "TargetGroup": Source("ElasticLoadBalancingV2::TargetGroup"),
        "TargetTrackingPolicy": Source(
            "ApplicationAutoScaling::ScalingPolicy", at: "/TargetTrackingScalingPolicyConfiguration"),
        "TaskDefinition": Source("ECS::TaskDefinition"),
    ]
}
