/// One line a kind, as in `AllKinds.swift`.
let allSamples: [KindSample] = [
    .logGroup, .launchTemplate, .targetGroup, .loadBalancer, .listener, .listenerRule, .cluster, .autoScalingGroup,
    .capacityProvider, .clusterCapacityProviders,
    .taskDefinition, .beforeRollout, .service, .nativeService, .scalingPolicy, .targetTrackingPolicy,
    .stepScalingPolicy, .scheduledAction, .alarm,
]
