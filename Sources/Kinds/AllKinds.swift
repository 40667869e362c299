import Model

/// One line a kind, in the order in which they are observed: a part after what it is a part of, and a target group after the
/// load balancer that it belongs to for life.
public let allKinds: [any Kind.Type] = [
    LogGroup.self, LaunchTemplate.self, LoadBalancer.self, TargetGroup.self, Listener.self, ListenerRule.self,
    Cluster.self, AutoScalingGroup.self, CapacityProvider.self, ClusterCapacityProviders.self,
    TaskDefinition.self, BeforeRollout.self, Service.self, ScalingPolicy.self, TargetTrackingPolicy.self,
    StepScalingPolicy.self,
    ScheduledAction.self, Alarm.self,
]

/// The kinds by name.
public let kindsByName: [String: any Kind.Type] = Dictionary(allKinds.map { ($0.schema.kind, $0) }) { first, _ in first
}

/// The kinds' tables by name.
let allKindSchemas: [String: KindSchema] = kindsByName.mapValues { $0.schema }
