/// One line a kind, as in `AllKinds.swift`.
let allSamples: [KindSample] = [
    .taskDefinition, .service, .scalingPolicy, .targetTrackingPolicy, .stepScalingPolicy, .scheduledAction, .alarm,
]
