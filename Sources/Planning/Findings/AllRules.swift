/// Every rule, those that refuse first; what is found is shown in this order.
let allRules: [any PlanRule.Type] = [
    RolloutDeadlock.self,
    TaskFitsNoInstance.self,
    ManagedScalingWeights.self,
    NoRoomForSurge.self,
    RolloutDeadlockInBand.self,
    DrainDeadlock.self,
    TaskExceedsSmallestType.self,
    StopFirstOutage.self,
    RolloutHalvesService.self,
    GroupMaximumSlows.self,
    SpotDrainTooSlow.self,
    GracePeriodMissing.self,
    RefreshProtectedInstances.self,
    RefreshWithoutDraining.self,
    NoCircuitBreaker.self,
    NewerImageRule.self,
]
