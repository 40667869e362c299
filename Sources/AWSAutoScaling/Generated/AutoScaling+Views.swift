// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension AutoScaling {
    /// A view of AWS's `Activity`; a property is nil when AWS did not send it.
    public struct Activity: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ActivityId`.
        public var activityId: String? { raw["activityId"]?.string }
        /// AWS's `AutoScalingGroupName`.
        public var autoScalingGroupName: String? { raw["autoScalingGroupName"]?.string }
        /// AWS's `Description`.
        public var description: String? { raw["description"]?.string }
        /// AWS's `Cause`.
        public var cause: String? { raw["cause"]?.string }
        /// AWS's `StartTime`, seconds since 1970.
        public var startTime: Double? { raw["startTime"]?.number }
        /// AWS's `EndTime`, seconds since 1970.
        public var endTime: Double? { raw["endTime"]?.number }
        /// AWS's `StatusCode`.
        public var statusCode: String? { raw["statusCode"]?.string }
        /// AWS's `StatusMessage`.
        public var statusMessage: String? { raw["statusMessage"]?.string }
        /// AWS's `Progress`.
        public var progress: Int? { raw["progress"]?.integer }
        /// AWS's `Details`.
        public var details: String? { raw["details"]?.string }
        /// AWS's `AutoScalingGroupState`.
        public var autoScalingGroupState: String? { raw["autoScalingGroupState"]?.string }
        /// AWS's `AutoScalingGroupARN`.
        public var autoScalingGroupARN: String? { raw["autoScalingGroupARN"]?.string }
    }

    /// A view of AWS's `AutoScalingGroup`; a property is nil when AWS did not send it.
    public struct AutoScalingGroup: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AutoScalingGroupName`.
        public var autoScalingGroupName: String? { raw["autoScalingGroupName"]?.string }
        /// AWS's `AutoScalingGroupARN`.
        public var autoScalingGroupARN: String? { raw["autoScalingGroupARN"]?.string }
        /// AWS's `LaunchConfigurationName`.
        public var launchConfigurationName: String? { raw["launchConfigurationName"]?.string }
        /// AWS's `LaunchTemplate`.
        public var launchTemplate: LaunchTemplateSpecification? { raw["launchTemplate"].map(LaunchTemplateSpecification.init) }
        /// AWS's `MixedInstancesPolicy`.
        public var mixedInstancesPolicy: MixedInstancesPolicy? { raw["mixedInstancesPolicy"].map(MixedInstancesPolicy.init) }
        /// AWS's `MinSize`.
        public var minSize: Int? { raw["minSize"]?.integer }
        /// AWS's `MaxSize`.
        public var maxSize: Int? { raw["maxSize"]?.integer }
        /// AWS's `DesiredCapacity`.
        public var desiredCapacity: Int? { raw["desiredCapacity"]?.integer }
        /// AWS's `PredictedCapacity`.
        public var predictedCapacity: Int? { raw["predictedCapacity"]?.integer }
        /// AWS's `DefaultCooldown`.
        public var defaultCooldown: Int? { raw["defaultCooldown"]?.integer }
        /// AWS's `AvailabilityZones`.
        public var availabilityZones: [String]? { raw["availabilityZones"]?.list?.compactMap(\.string) }
        /// AWS's `AvailabilityZoneIds`.
        public var availabilityZoneIds: [String]? { raw["availabilityZoneIds"]?.list?.compactMap(\.string) }
        /// AWS's `LoadBalancerNames`.
        public var loadBalancerNames: [String]? { raw["loadBalancerNames"]?.list?.compactMap(\.string) }
        /// AWS's `TargetGroupARNs`.
        public var targetGroupARNs: [String]? { raw["targetGroupARNs"]?.list?.compactMap(\.string) }
        /// AWS's `HealthCheckType`.
        public var healthCheckType: String? { raw["healthCheckType"]?.string }
        /// AWS's `HealthCheckGracePeriod`.
        public var healthCheckGracePeriod: Int? { raw["healthCheckGracePeriod"]?.integer }
        /// AWS's `Instances`.
        public var instances: [Instance]? { raw["instances"]?.list?.map(Instance.init) }
        /// AWS's `CreatedTime`, seconds since 1970.
        public var createdTime: Double? { raw["createdTime"]?.number }
        /// AWS's `SuspendedProcesses`.
        public var suspendedProcesses: [SuspendedProcess]? { raw["suspendedProcesses"]?.list?.map(SuspendedProcess.init) }
        /// AWS's `PlacementGroup`.
        public var placementGroup: String? { raw["placementGroup"]?.string }
        /// AWS's `VPCZoneIdentifier`.
        public var vpcZoneIdentifier: String? { raw["vpcZoneIdentifier"]?.string }
        /// AWS's `EnabledMetrics`.
        public var enabledMetrics: [EnabledMetric]? { raw["enabledMetrics"]?.list?.map(EnabledMetric.init) }
        /// AWS's `Status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `Tags`.
        public var tags: [TagDescription]? { raw["tags"]?.list?.map(TagDescription.init) }
        /// AWS's `TerminationPolicies`.
        public var terminationPolicies: [String]? { raw["terminationPolicies"]?.list?.compactMap(\.string) }
        /// AWS's `NewInstancesProtectedFromScaleIn`.
        public var newInstancesProtectedFromScaleIn: Bool? { raw["newInstancesProtectedFromScaleIn"]?.bool }
        /// AWS's `ServiceLinkedRoleARN`.
        public var serviceLinkedRoleARN: String? { raw["serviceLinkedRoleARN"]?.string }
        /// AWS's `MaxInstanceLifetime`.
        public var maxInstanceLifetime: Int? { raw["maxInstanceLifetime"]?.integer }
        /// AWS's `CapacityRebalance`.
        public var capacityRebalance: Bool? { raw["capacityRebalance"]?.bool }
        /// AWS's `WarmPoolConfiguration`.
        public var warmPoolConfiguration: Value? { raw["warmPoolConfiguration"] }
        /// AWS's `WarmPoolSize`.
        public var warmPoolSize: Int? { raw["warmPoolSize"]?.integer }
        /// AWS's `Context`.
        public var context: String? { raw["context"]?.string }
        /// AWS's `DesiredCapacityType`.
        public var desiredCapacityType: String? { raw["desiredCapacityType"]?.string }
        /// AWS's `DefaultInstanceWarmup`.
        public var defaultInstanceWarmup: Int? { raw["defaultInstanceWarmup"]?.integer }
        /// AWS's `TrafficSources`.
        public var trafficSources: [Value]? { raw["trafficSources"]?.list }
        /// AWS's `InstanceMaintenancePolicy`.
        public var instanceMaintenancePolicy: Value? { raw["instanceMaintenancePolicy"] }
        /// AWS's `DeletionProtection`.
        public var deletionProtection: String? { raw["deletionProtection"]?.string }
        /// AWS's `AvailabilityZoneDistribution`.
        public var availabilityZoneDistribution: Value? { raw["availabilityZoneDistribution"] }
        /// AWS's `AvailabilityZoneImpairmentPolicy`.
        public var availabilityZoneImpairmentPolicy: Value? { raw["availabilityZoneImpairmentPolicy"] }
        /// AWS's `CapacityReservationSpecification`.
        public var capacityReservationSpecification: Value? { raw["capacityReservationSpecification"] }
        /// AWS's `InstanceLifecyclePolicy`.
        public var instanceLifecyclePolicy: Value? { raw["instanceLifecyclePolicy"] }
    }

    /// A view of AWS's `EnabledMetric`; a property is nil when AWS did not send it.
    public struct EnabledMetric: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Metric`.
        public var metric: String? { raw["metric"]?.string }
        /// AWS's `Granularity`.
        public var granularity: String? { raw["granularity"]?.string }
    }

    /// A view of AWS's `Instance`; a property is nil when AWS did not send it.
    public struct Instance: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `InstanceId`.
        public var instanceId: String? { raw["instanceId"]?.string }
        /// AWS's `InstanceType`.
        public var instanceType: String? { raw["instanceType"]?.string }
        /// AWS's `AvailabilityZone`.
        public var availabilityZone: String? { raw["availabilityZone"]?.string }
        /// AWS's `AvailabilityZoneId`.
        public var availabilityZoneId: String? { raw["availabilityZoneId"]?.string }
        /// AWS's `LifecycleState`.
        public var lifecycleState: String? { raw["lifecycleState"]?.string }
        /// AWS's `HealthStatus`.
        public var healthStatus: String? { raw["healthStatus"]?.string }
        /// AWS's `LaunchConfigurationName`.
        public var launchConfigurationName: String? { raw["launchConfigurationName"]?.string }
        /// AWS's `LaunchTemplate`.
        public var launchTemplate: LaunchTemplateSpecification? { raw["launchTemplate"].map(LaunchTemplateSpecification.init) }
        /// AWS's `ImageId`.
        public var imageId: String? { raw["imageId"]?.string }
        /// AWS's `ProtectedFromScaleIn`.
        public var protectedFromScaleIn: Bool? { raw["protectedFromScaleIn"]?.bool }
        /// AWS's `WeightedCapacity`.
        public var weightedCapacity: String? { raw["weightedCapacity"]?.string }
    }

    /// A view of AWS's `InstanceRefresh`; a property is nil when AWS did not send it.
    public struct InstanceRefresh: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `InstanceRefreshId`.
        public var instanceRefreshId: String? { raw["instanceRefreshId"]?.string }
        /// AWS's `AutoScalingGroupName`.
        public var autoScalingGroupName: String? { raw["autoScalingGroupName"]?.string }
        /// AWS's `Status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `StatusReason`.
        public var statusReason: String? { raw["statusReason"]?.string }
        /// AWS's `StartTime`, seconds since 1970.
        public var startTime: Double? { raw["startTime"]?.number }
        /// AWS's `EndTime`, seconds since 1970.
        public var endTime: Double? { raw["endTime"]?.number }
        /// AWS's `PercentageComplete`.
        public var percentageComplete: Int? { raw["percentageComplete"]?.integer }
        /// AWS's `InstancesToUpdate`.
        public var instancesToUpdate: Int? { raw["instancesToUpdate"]?.integer }
        /// AWS's `ProgressDetails`.
        public var progressDetails: Value? { raw["progressDetails"] }
        /// AWS's `Preferences`.
        public var preferences: Value? { raw["preferences"] }
        /// AWS's `DesiredConfiguration`.
        public var desiredConfiguration: Value? { raw["desiredConfiguration"] }
        /// AWS's `RollbackDetails`.
        public var rollbackDetails: Value? { raw["rollbackDetails"] }
        /// AWS's `Strategy`.
        public var strategy: String? { raw["strategy"]?.string }
    }

    /// A view of AWS's `InstancesDistribution`; a property is nil when AWS did not send it.
    public struct InstancesDistribution: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `OnDemandAllocationStrategy`.
        public var onDemandAllocationStrategy: String? { raw["onDemandAllocationStrategy"]?.string }
        /// AWS's `OnDemandBaseCapacity`.
        public var onDemandBaseCapacity: Int? { raw["onDemandBaseCapacity"]?.integer }
        /// AWS's `OnDemandPercentageAboveBaseCapacity`.
        public var onDemandPercentageAboveBaseCapacity: Int? { raw["onDemandPercentageAboveBaseCapacity"]?.integer }
        /// AWS's `SpotAllocationStrategy`.
        public var spotAllocationStrategy: String? { raw["spotAllocationStrategy"]?.string }
        /// AWS's `SpotInstancePools`.
        public var spotInstancePools: Int? { raw["spotInstancePools"]?.integer }
        /// AWS's `SpotMaxPrice`.
        public var spotMaxPrice: String? { raw["spotMaxPrice"]?.string }
    }

    /// A view of AWS's `LaunchTemplate`; a property is nil when AWS did not send it.
    public struct LaunchTemplate: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LaunchTemplateSpecification`.
        public var launchTemplateSpecification: LaunchTemplateSpecification? { raw["launchTemplateSpecification"].map(LaunchTemplateSpecification.init) }
        /// AWS's `Overrides`.
        public var overrides: [LaunchTemplateOverrides]? { raw["overrides"]?.list?.map(LaunchTemplateOverrides.init) }
    }

    /// A view of AWS's `LaunchTemplateOverrides`; a property is nil when AWS did not send it.
    public struct LaunchTemplateOverrides: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `InstanceType`.
        public var instanceType: String? { raw["instanceType"]?.string }
        /// AWS's `WeightedCapacity`.
        public var weightedCapacity: String? { raw["weightedCapacity"]?.string }
        /// AWS's `LaunchTemplateSpecification`.
        public var launchTemplateSpecification: LaunchTemplateSpecification? { raw["launchTemplateSpecification"].map(LaunchTemplateSpecification.init) }
        /// AWS's `InstanceRequirements`.
        public var instanceRequirements: Value? { raw["instanceRequirements"] }
        /// AWS's `ImageId`.
        public var imageId: String? { raw["imageId"]?.string }
    }

    /// A view of AWS's `LaunchTemplateSpecification`; a property is nil when AWS did not send it.
    public struct LaunchTemplateSpecification: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LaunchTemplateId`.
        public var launchTemplateId: String? { raw["launchTemplateId"]?.string }
        /// AWS's `LaunchTemplateName`.
        public var launchTemplateName: String? { raw["launchTemplateName"]?.string }
        /// AWS's `Version`.
        public var version: String? { raw["version"]?.string }
    }

    /// A view of AWS's `LifecycleHook`; a property is nil when AWS did not send it.
    public struct LifecycleHook: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LifecycleHookName`.
        public var lifecycleHookName: String? { raw["lifecycleHookName"]?.string }
        /// AWS's `AutoScalingGroupName`.
        public var autoScalingGroupName: String? { raw["autoScalingGroupName"]?.string }
        /// AWS's `LifecycleTransition`.
        public var lifecycleTransition: String? { raw["lifecycleTransition"]?.string }
        /// AWS's `NotificationTargetARN`.
        public var notificationTargetARN: String? { raw["notificationTargetARN"]?.string }
        /// AWS's `RoleARN`.
        public var roleARN: String? { raw["roleARN"]?.string }
        /// AWS's `NotificationMetadata`.
        public var notificationMetadata: String? { raw["notificationMetadata"]?.string }
        /// AWS's `HeartbeatTimeout`.
        public var heartbeatTimeout: Int? { raw["heartbeatTimeout"]?.integer }
        /// AWS's `GlobalTimeout`.
        public var globalTimeout: Int? { raw["globalTimeout"]?.integer }
        /// AWS's `DefaultResult`.
        public var defaultResult: String? { raw["defaultResult"]?.string }
    }

    /// A view of AWS's `MixedInstancesPolicy`; a property is nil when AWS did not send it.
    public struct MixedInstancesPolicy: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LaunchTemplate`.
        public var launchTemplate: LaunchTemplate? { raw["launchTemplate"].map(LaunchTemplate.init) }
        /// AWS's `InstancesDistribution`.
        public var instancesDistribution: InstancesDistribution? { raw["instancesDistribution"].map(InstancesDistribution.init) }
    }

    /// A view of AWS's `SuspendedProcess`; a property is nil when AWS did not send it.
    public struct SuspendedProcess: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ProcessName`.
        public var processName: String? { raw["processName"]?.string }
        /// AWS's `SuspensionReason`.
        public var suspensionReason: String? { raw["suspensionReason"]?.string }
    }

    /// A view of AWS's `TagDescription`; a property is nil when AWS did not send it.
    public struct TagDescription: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `ResourceId`.
        public var resourceId: String? { raw["resourceId"]?.string }
        /// AWS's `ResourceType`.
        public var resourceType: String? { raw["resourceType"]?.string }
        /// AWS's `Key`.
        public var key: String? { raw["key"]?.string }
        /// AWS's `Value`.
        public var value: String? { raw["value"]?.string }
        /// AWS's `PropagateAtLaunch`.
        public var propagateAtLaunch: Bool? { raw["propagateAtLaunch"]?.bool }
    }
}
