/// Every rule, the most specific first: the first that sees its cause names it.
let allCauseRules: [any CauseRule] = [
    // What keeps a task from being started at all.
    ServiceLinkedRoleMissing(), RoleNotAssumable(),
    // Images.
    WrongArchitecture(), PullRateLimit(), RegistryAccessDenied(), ImageNotFound(), DiskFull(), RegistryUnreachable(),
    // Secrets, logs, volumes, network interfaces.
    SecretAccessDenied(), SecretNotFound(), SecretsUnreachable(), LogGroupMissing(), LoggingDenied(),
    FileSystemNotMounted(), VolumeMissing(), NetworkInterfaceLimit(),
    // Containers that do not start, or end.
    HostPortTaken(), EntrypointNotExecutable(), CommandNotFound(), OutOfMemory(),
    // What an alarm saw says more than what a task did after it.
    DeploymentAlarm(),
    ContainerEnds(), ContainerExitsAtOnce(), ContainerCrashes(),
    // Checks: what a target answered says more than that the container's own check fails too.
    HealthCheckPathMissing(), HealthCheckServerError(), ContainerHealthCheckFails(), TargetZoneNotEnabled(),
    TargetGroupNotInUse(), HealthCheckAnswer(), GracePeriodShort(), HealthCheckTimeout(), SecurityGroupBlocks(),
    WrongPort(),
    // Placement that no further instance mends.
    DistinctInstanceUnsatisfied(), PlacementConstraintUnsatisfied(), AttributeMissing(), TaskLargerThanInstance(),
    AgentDisconnected(),
    // Instances that do not come.
    LaunchTemplateBroken(), InstanceQuotaReached(), NoCapacityInZone(), LaunchesSuspended(), CapacityProviderFailed(),
    InstancesNotRegistered(), GroupAtMaximum(), NoRoom(),
    // The deployment itself, and what is left.
    DeploymentDeadlock(), SpotInterruption(), TaskFails(), NoRollbackTarget(),
]
