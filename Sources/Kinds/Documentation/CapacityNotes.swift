/// What the members of Cluster, CapacityProvider, AutoScalingGroup, LogGroup and the scaling kinds are for.
enum CapacityNotes {
    static let text = """
        Cluster/capacityProviders: The capacity providers that services of the cluster may name.
        Cluster/clusterName: AWS's name, where it is not the manifest's.
        Cluster/configuration: ECS Exec's logs and storage keys.
        configuration/executeCommandConfiguration: How ECS Exec is logged and encrypted.
        executeCommandConfiguration/kmsKeyId: The key that encrypts the session.
        executeCommandConfiguration/logConfiguration: Where sessions are written to.
        executeCommandConfiguration/logging: NONE, DEFAULT or OVERRIDE.
        logConfiguration/cloudWatchEncryptionEnabled: Whether the log group is encrypted.
        logConfiguration/cloudWatchLogGroupName: The log group.
        logConfiguration/s3BucketName: The bucket.
        logConfiguration/s3EncryptionEnabled: Whether the bucket is encrypted.
        logConfiguration/s3KeyPrefix: What the objects' names begin with.
        configuration/managedStorageConfiguration: Keys of Fargate's own storage.
        managedStorageConfiguration/fargateEphemeralStorageKmsKeyId: The key of tasks' disks.
        managedStorageConfiguration/kmsKeyId: The key of managed storage.
        Cluster/defaultCapacityProviderStrategy: What services and tasks use that name no strategy.
        capacityProviderStrategy/base [tasks]: How many tasks go to this provider first; only one has a base.
        capacityProviderStrategy/capacityProvider: The provider.
        capacityProviderStrategy/weight: Its share of the tasks above the base.
        defaultCapacityProviderStrategy/base [tasks]: How many tasks go to this provider first; only one has a base.
        defaultCapacityProviderStrategy/capacityProvider: The provider.
        defaultCapacityProviderStrategy/weight: Its share of the tasks above the base.
        Cluster/serviceConnectDefaults: The namespace of services that name none.
        serviceConnectDefaults/namespace: The Cloud Map namespace.
        Cluster/settings: Settings by name, such as containerInsights.
        settings/name: The setting.
        settings/value: Its value.
        Cluster/tags: Tags by name.
        CapacityProvider/autoScalingGroupProvider: The group that it moves, and how.
        autoScalingGroupProvider/autoScalingGroupArn: The group.
        autoScalingGroupProvider/managedDraining: Whether tasks leave an instance before it is ended.
        autoScalingGroupProvider/managedScaling: Whether and how ECS moves the group's count.
        autoScalingGroupProvider/managedTerminationProtection: Whether instances with tasks are kept from scale-in.
        managedScaling/instanceWarmupPeriod [seconds]: How long a new instance is left out of the sum.
        managedScaling/maximumScalingStepSize [instances]: How many come at most at once.
        managedScaling/minimumScalingStepSize [instances]: How many come at least at once.
        managedScaling/status: ENABLED or DISABLED.
        managedScaling/targetCapacity [percent]: How full the group is kept; below 100 some instances are spare.
        CapacityProvider/name: AWS's name, where it is not the manifest's.
        CapacityProvider/tags: Tags by name.
        AutoScalingGroup/autoScalingGroupName: AWS's name, where it is not the manifest's.
        AutoScalingGroup/availabilityZoneDistribution: How instances are spread over zones.
        availabilityZoneDistribution/capacityDistributionStrategy: What happens when a zone has none to give.
        AutoScalingGroup/availabilityZoneIds: Zones by their ids, instead of subnets.
        AutoScalingGroup/availabilityZoneImpairmentPolicy: What happens while a zone is impaired.
        availabilityZoneImpairmentPolicy/impairedZoneHealthCheckBehavior: Whether unhealthy instances there are replaced.
        availabilityZoneImpairmentPolicy/zonalShiftEnabled: Whether zonal shifts are followed.
        AutoScalingGroup/availabilityZones: Zones by their names, instead of subnets.
        AutoScalingGroup/capacityRebalance: Whether an instance is replaced when EC2 only thinks it may take it.
        capacityReservationSpecification: Whether reserved capacity is used.
        capacityReservationSpecification/capacityReservationPreference: Which reservations are used.
        capacityReservationSpecification/capacityReservationTarget: The reservations that are meant.
        capacityReservationTarget/capacityReservationId: One reservation.
        capacityReservationTarget/capacityReservationIds: Reservations.
        capacityReservationTarget/capacityReservationResourceGroupArn: One group of reservations.
        capacityReservationTarget/capacityReservationResourceGroupArns: Groups of reservations.
        AutoScalingGroup/context: Reserved by AWS.
        AutoScalingGroup/defaultCooldown [seconds]: How long simple scaling waits after an activity.
        AutoScalingGroup/defaultInstanceWarmup [seconds]: How long a new instance is left out of metrics and refreshes.
        AutoScalingGroup/deletionProtection: Whether the group may be deleted.
        AutoScalingGroup/desiredCapacity [instances]: How many instances run.
        AutoScalingGroup/desiredCapacityType: Whether counts are instances, CPUs or memory.
        AutoScalingGroup/enabledMetrics: Metrics of the group that CloudWatch keeps.
        AutoScalingGroup/healthCheckGracePeriod [seconds]: How long a new instance is not checked.
        AutoScalingGroup/healthCheckType: Whose checks count: EC2, ELB, EBS or VPC_LATTICE.
        AutoScalingGroup/instanceLifecyclePolicy: Whether instances are kept when a hook fails.
        instanceLifecyclePolicy/retentionTriggers: What keeps them.
        retentionTriggers/terminateHookAbandon: Whether an abandoned hook does.
        AutoScalingGroup/instanceMaintenancePolicy: How far the group may go when instances are replaced.
        instanceMaintenancePolicy/maxHealthyPercentage [percent]: How many there may be; -1 for none said.
        instanceMaintenancePolicy/minHealthyPercentage [percent]: How many there must be; -1 for none said.
        AutoScalingGroup/instanceRefresh: How a new launch template version rolls the instances.
        instanceRefresh/alarmSpecification: Alarms that end the refresh while they ring.
        alarmSpecification/alarms: The alarms.
        instanceRefresh/autoRollback: Whether a failed refresh goes back.
        instanceRefresh/bakeTime [seconds]: How long the end is watched.
        instanceRefresh/checkpointDelay [seconds]: How long it waits at each checkpoint.
        instanceRefresh/checkpointPercentages [percent]: After which shares it waits.
        instanceRefresh/instanceWarmup [seconds]: How long a new instance is waited for.
        instanceRefresh/maxHealthyPercentage [percent]: How many instances there may be.
        instanceRefresh/minHealthyPercentage [percent]: How many instances there must be.
        instanceRefresh/scaleInProtectedInstances: What happens to protected instances.
        instanceRefresh/skipMatching: Whether instances that are as they should be stay.
        instanceRefresh/standbyInstances: What happens to instances on standby.
        instanceRefresh/strategy: Rolling, or None to leave running instances as they are.
        AutoScalingGroup/launchConfigurationName: A launch configuration, which AWS no longer develops.
        AutoScalingGroup/launchTemplate: What instances are made of.
        launchTemplateId: AWS's id of the template.
        launchTemplateName: The template by its name.
        version: The template's version: a number, $Latest or $Default.
        AutoScalingGroup/lifecycleHookSpecificationList: Hooks that hold instances when they come or go.
        lifecycleHookSpecificationList/defaultResult: What happens when nobody answers.
        lifecycleHookSpecificationList/heartbeatTimeout [seconds]: How long an answer is waited for.
        lifecycleHookSpecificationList/lifecycleHookName: The hook's name.
        lifecycleHookSpecificationList/lifecycleTransition: Whether it holds instances that come or that go.
        lifecycleHookSpecificationList/notificationMetadata: Text that the notification carries.
        lifecycleHookSpecificationList/notificationTargetARN: The queue or topic that is told.
        lifecycleHookSpecificationList/roleARN: The role that tells it.
        AutoScalingGroup/loadBalancerNames: Classic Load Balancers that instances are registered in.
        AutoScalingGroup/maxInstanceLifetime [seconds]: After which age an instance is replaced; 0 for never.
        AutoScalingGroup/maxSize [instances]: How many there may be at most.
        AutoScalingGroup/minSize [instances]: How many there are at least.
        AutoScalingGroup/mixedInstancesPolicy: Several instance types, on demand and Spot.
        mixedInstancesPolicy/instancesDistribution: How many are Spot, and how types are chosen.
        mixedInstancesPolicy/launchTemplate: The template, and the types that take the place of its own.
        launchTemplate/launchTemplateSpecification: The template.
        launchTemplate/overrides: The types, and what is different for them.
        overrides/imageId: Another image for this type.
        overrides/instanceRequirements: What types have to be like, instead of a name.
        overrides/instanceType: The instance type.
        overrides/launchTemplateSpecification: Another template for this type.
        overrides/weightedCapacity: How much of the count one instance of the type is.
        instancesDistribution/onDemandAllocationStrategy: How on-demand types are chosen.
        instancesDistribution/onDemandBaseCapacity [instances]: How many are on demand before any is Spot.
        instancesDistribution/onDemandPercentageAboveBaseCapacity [percent]: How many of the others are on demand.
        instancesDistribution/spotAllocationStrategy: How Spot pools are chosen; price-capacity-optimized is the usual one.
        instancesDistribution/spotInstancePools: How many pools lowest-price spreads over.
        instancesDistribution/spotMaxPrice [US dollars an hour]: The most that is paid; the on-demand price when left out.
        AutoScalingGroup/newInstancesProtectedFromScaleIn: Whether new instances are protected; managed protection needs it.
        placementGroup: The placement group.
        AutoScalingGroup/serviceLinkedRoleARN: The service-linked role.
        AutoScalingGroup/tags: Tags by name, which instances get too.
        AutoScalingGroup/targetGroupARNs: Target groups that instances are registered in.
        AutoScalingGroup/terminationPolicies: Which instance goes first when there are too many.
        AutoScalingGroup/trafficSources: Further things that instances are registered in.
        trafficSources/identifier: What it is called.
        trafficSources/type: What it is.
        AutoScalingGroup/vpcZoneIdentifier: The subnets that instances are started in.
        LogGroup/deletionProtectionEnabled: Whether the group may be deleted.
        LogGroup/kmsKeyId: The key that encrypts it.
        LogGroup/logGroupClass: STANDARD, or INFREQUENT_ACCESS, which costs less and can do less.
        LogGroup/logGroupName: AWS's name, where it is not the manifest's.
        LogGroup/retentionInDays [days]: How long what is written is kept.
        LogGroup/tags: Tags by name.
        """
}
