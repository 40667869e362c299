// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Auto Scaling: what Neap calls of it, as AWS's model says.
public enum AutoScaling {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "autoscaling", serviceID: "Auto Scaling", endpointPrefix: "autoscaling",
        signingName: "autoscaling", protocol: .query, apiVersion: "2011-01-01",
        xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/", table: table)

    private static let table = #"""
        operation AttachLoadBalancerTargetGroups AttachLoadBalancerTargetGroupsType AttachLoadBalancerTargetGroupsResultType result=AttachLoadBalancerTargetGroupsResult errors=ResourceContentionFault,ServiceLinkedRoleFailure,InstanceRefreshInProgressFault
        operation CreateAutoScalingGroup CreateAutoScalingGroupType - errors=AlreadyExistsFault,LimitExceededFault,ResourceContentionFault,ServiceLinkedRoleFailure
        operation CreateOrUpdateTags CreateOrUpdateTagsType - errors=LimitExceededFault,AlreadyExistsFault,ResourceContentionFault,ResourceInUseFault
        operation DeleteLifecycleHook DeleteLifecycleHookType DeleteLifecycleHookAnswer result=DeleteLifecycleHookResult errors=ResourceContentionFault
        operation DeleteTags DeleteTagsType - errors=ResourceContentionFault,ResourceInUseFault
        operation DescribeAutoScalingGroups AutoScalingGroupNamesType AutoScalingGroupsType result=DescribeAutoScalingGroupsResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeInstanceRefreshes DescribeInstanceRefreshesType DescribeInstanceRefreshesAnswer result=DescribeInstanceRefreshesResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeLifecycleHooks DescribeLifecycleHooksType DescribeLifecycleHooksAnswer result=DescribeLifecycleHooksResult errors=ResourceContentionFault
        operation DescribeScalingActivities DescribeScalingActivitiesType ActivitiesType result=DescribeScalingActivitiesResult errors=InvalidNextToken,ResourceContentionFault
        operation DetachLoadBalancerTargetGroups DetachLoadBalancerTargetGroupsType DetachLoadBalancerTargetGroupsResultType result=DetachLoadBalancerTargetGroupsResult errors=ResourceContentionFault
        operation DisableMetricsCollection DisableMetricsCollectionQuery - errors=ResourceContentionFault
        operation EnableMetricsCollection EnableMetricsCollectionQuery - errors=ResourceContentionFault
        operation PutLifecycleHook PutLifecycleHookType PutLifecycleHookAnswer result=PutLifecycleHookResult errors=LimitExceededFault,ResourceContentionFault
        operation StartInstanceRefresh StartInstanceRefreshType StartInstanceRefreshAnswer result=StartInstanceRefreshResult errors=LimitExceededFault,ResourceContentionFault,InstanceRefreshInProgressFault
        operation UpdateAutoScalingGroup UpdateAutoScalingGroupType - errors=ScalingActivityInProgressFault,ResourceContentionFault,ServiceLinkedRoleFailure
        pages DescribeAutoScalingGroups NextToken NextToken AutoScalingGroups MaxRecords
        pages DescribeInstanceRefreshes NextToken NextToken InstanceRefreshes MaxRecords
        pages DescribeScalingActivities NextToken NextToken Activities MaxRecords
        structure AcceleratorCountRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        enum AcceleratorManufacturer nvidia amd amazon-web-services xilinx
        list AcceleratorManufacturers AcceleratorManufacturer
        enum AcceleratorName a100 v100 k80 t4 m60 radeon-pro-v520 vu9p
        list AcceleratorNames AcceleratorName
        structure AcceleratorTotalMemoryMiBRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        enum AcceleratorType gpu fpga inference
        list AcceleratorTypes AcceleratorType
        list Activities Activity
        structure ActivitiesType Activities!:Activities NextToken:XmlString
        structure Activity ActivityId!:XmlString AutoScalingGroupName!:XmlStringMaxLen255 Description:XmlString Cause!:XmlStringMaxLen1023 StartTime!:TimestampType EndTime:TimestampType StatusCode!:ScalingActivityStatusCode StatusMessage:XmlStringMaxLen255 Progress:Progress Details:XmlString AutoScalingGroupState:AutoScalingGroupState AutoScalingGroupARN:ResourceName
        list ActivityIds XmlString
        list AlarmList XmlStringMaxLen255
        structure AlarmSpecification Alarms:AlarmList
        string AllowedInstanceType 1..30
        list AllowedInstanceTypes AllowedInstanceType ..400
        error AlreadyExistsFault AlreadyExists 400 message:XmlStringMaxLen255
        string AnyPrintableAsciiStringMaxLen4000 1..4000
        string AsciiStringMaxLen255 1..255
        structure AttachLoadBalancerTargetGroupsResultType
        structure AttachLoadBalancerTargetGroupsType AutoScalingGroupName!:XmlStringMaxLen255 TargetGroupARNs!:TargetGroupARNs
        boolean AutoRollback
        structure AutoScalingGroup AutoScalingGroupName!:XmlStringMaxLen255 AutoScalingGroupARN:ResourceName LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy MinSize!:AutoScalingGroupMinSize MaxSize!:AutoScalingGroupMaxSize DesiredCapacity!:AutoScalingGroupDesiredCapacity PredictedCapacity:AutoScalingGroupPredictedCapacity DefaultCooldown!:Cooldown AvailabilityZones!:AvailabilityZones AvailabilityZoneIds:AvailabilityZoneIds LoadBalancerNames:LoadBalancerNames TargetGroupARNs:TargetGroupARNs HealthCheckType!:XmlStringMaxLen32 HealthCheckGracePeriod:HealthCheckGracePeriod Instances:Instances CreatedTime!:TimestampType SuspendedProcesses:SuspendedProcesses PlacementGroup:XmlStringMaxLen255 VPCZoneIdentifier:XmlStringMaxLen5000 EnabledMetrics:EnabledMetrics Status:XmlStringMaxLen255 Tags:TagDescriptionList TerminationPolicies:TerminationPolicies NewInstancesProtectedFromScaleIn:InstanceProtected ServiceLinkedRoleARN:ResourceName MaxInstanceLifetime:MaxInstanceLifetime CapacityRebalance:CapacityRebalanceEnabled WarmPoolConfiguration:WarmPoolConfiguration WarmPoolSize:WarmPoolSize Context:Context DesiredCapacityType:XmlStringMaxLen255 DefaultInstanceWarmup:DefaultInstanceWarmup TrafficSources:TrafficSources InstanceMaintenancePolicy:InstanceMaintenancePolicy DeletionProtection:DeletionProtection AvailabilityZoneDistribution:AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy:AvailabilityZoneImpairmentPolicy CapacityReservationSpecification:CapacityReservationSpecification InstanceLifecyclePolicy:InstanceLifecyclePolicy
        integer AutoScalingGroupDesiredCapacity
        integer AutoScalingGroupMaxSize
        integer AutoScalingGroupMinSize
        list AutoScalingGroupNames XmlStringMaxLen255
        structure AutoScalingGroupNamesType AutoScalingGroupNames:AutoScalingGroupNames IncludeInstances:IncludeInstances NextToken:XmlString MaxRecords:MaxRecords Filters:Filters
        integer AutoScalingGroupPredictedCapacity
        string AutoScalingGroupState 1..32
        list AutoScalingGroups AutoScalingGroup
        structure AutoScalingGroupsType AutoScalingGroups!:AutoScalingGroups NextToken:XmlString
        structure AvailabilityZoneDistribution CapacityDistributionStrategy:CapacityDistributionStrategy
        list AvailabilityZoneIds XmlStringMaxLen255
        structure AvailabilityZoneImpairmentPolicy ZonalShiftEnabled:ZonalShiftEnabled ImpairedZoneHealthCheckBehavior:ImpairedZoneHealthCheckBehavior
        list AvailabilityZones XmlStringMaxLen255
        integer BakeTime 0..172800
        enum BareMetal included excluded required
        structure BaselineEbsBandwidthMbpsRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        structure BaselinePerformanceFactorsRequest Cpu:CpuPerformanceFactorRequest
        enum BurstablePerformance included excluded required
        enum CapacityDistributionStrategy balanced-only balanced-best-effort
        boolean CapacityRebalanceEnabled
        list CapacityReservationIds AsciiStringMaxLen255
        enum CapacityReservationPreference capacity-reservations-only capacity-reservations-first none default
        list CapacityReservationResourceGroupArns ResourceName
        structure CapacityReservationSpecification CapacityReservationPreference:CapacityReservationPreference CapacityReservationTarget:CapacityReservationTarget
        structure CapacityReservationTarget CapacityReservationIds:CapacityReservationIds CapacityReservationResourceGroupArns:CapacityReservationResourceGroupArns
        integer CheckpointDelay 0..172800
        list CheckpointPercentages NonZeroIntPercent
        string Context
        integer Cooldown
        enum CpuManufacturer intel amd amazon-web-services apple
        list CpuManufacturers CpuManufacturer
        structure CpuPerformanceFactorRequest References:PerformanceFactorReferenceSetRequest=Reference
        structure CreateAutoScalingGroupType AutoScalingGroupName!:XmlStringMaxLen255 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy InstanceId:XmlStringMaxLen19 MinSize!:AutoScalingGroupMinSize MaxSize!:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity DefaultCooldown:Cooldown AvailabilityZones:AvailabilityZones AvailabilityZoneIds:AvailabilityZoneIds LoadBalancerNames:LoadBalancerNames TargetGroupARNs:TargetGroupARNs HealthCheckType:XmlStringMaxLen32 HealthCheckGracePeriod:HealthCheckGracePeriod PlacementGroup:XmlStringMaxLen255 VPCZoneIdentifier:XmlStringMaxLen5000 TerminationPolicies:TerminationPolicies NewInstancesProtectedFromScaleIn:InstanceProtected CapacityRebalance:CapacityRebalanceEnabled LifecycleHookSpecificationList:LifecycleHookSpecifications DeletionProtection:DeletionProtection Tags:Tags ServiceLinkedRoleARN:ResourceName MaxInstanceLifetime:MaxInstanceLifetime Context:Context DesiredCapacityType:XmlStringMaxLen255 DefaultInstanceWarmup:DefaultInstanceWarmup TrafficSources:TrafficSources InstanceMaintenancePolicy:InstanceMaintenancePolicy AvailabilityZoneDistribution:AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy:AvailabilityZoneImpairmentPolicy SkipZonalShiftValidation:SkipZonalShiftValidation CapacityReservationSpecification:CapacityReservationSpecification InstanceLifecyclePolicy:InstanceLifecyclePolicy
        structure CreateOrUpdateTagsType Tags!:Tags
        integer DefaultInstanceWarmup
        structure DeleteLifecycleHookAnswer
        structure DeleteLifecycleHookType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:XmlStringMaxLen255
        structure DeleteTagsType Tags!:Tags
        enum DeletionProtection none prevent-force-deletion prevent-all-deletion
        structure DescribeInstanceRefreshesAnswer InstanceRefreshes:InstanceRefreshes NextToken:XmlString
        structure DescribeInstanceRefreshesType AutoScalingGroupName!:XmlStringMaxLen255 InstanceRefreshIds:InstanceRefreshIds NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeLifecycleHooksAnswer LifecycleHooks:LifecycleHooks
        structure DescribeLifecycleHooksType AutoScalingGroupName!:XmlStringMaxLen255 LifecycleHookNames:LifecycleHookNames
        structure DescribeScalingActivitiesType ActivityIds:ActivityIds AutoScalingGroupName:XmlStringMaxLen255 IncludeDeletedGroups:IncludeDeletedGroups MaxRecords:MaxRecords NextToken:XmlString Filters:Filters
        structure DesiredConfiguration LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy
        structure DetachLoadBalancerTargetGroupsResultType
        structure DetachLoadBalancerTargetGroupsType AutoScalingGroupName!:XmlStringMaxLen255 TargetGroupARNs!:TargetGroupARNs
        structure DisableMetricsCollectionQuery AutoScalingGroupName!:XmlStringMaxLen255 Metrics:Metrics
        structure EnableMetricsCollectionQuery AutoScalingGroupName!:XmlStringMaxLen255 Metrics:Metrics Granularity!:XmlStringMaxLen255
        structure EnabledMetric Metric:XmlStringMaxLen255 Granularity:XmlStringMaxLen255
        list EnabledMetrics EnabledMetric
        string ExcludedInstance 1..30
        list ExcludedInstanceTypes ExcludedInstance ..400
        structure Filter Name:XmlString Values:Values
        list Filters Filter
        integer GlobalTimeout
        integer HealthCheckGracePeriod
        integer HeartbeatTimeout
        string ImageId 5..21
        enum ImpairedZoneHealthCheckBehavior ReplaceUnhealthy IgnoreUnhealthy
        boolean IncludeDeletedGroups
        boolean IncludeInstances
        structure Instance InstanceId!:XmlStringMaxLen19 InstanceType:XmlStringMaxLen255 AvailabilityZone!:XmlStringMaxLen255 AvailabilityZoneId:XmlStringMaxLen255 LifecycleState!:LifecycleState HealthStatus!:XmlStringMaxLen32 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification ImageId:XmlStringMaxLen255 ProtectedFromScaleIn!:InstanceProtected WeightedCapacity:XmlStringMaxLen32
        enum InstanceGeneration current previous
        list InstanceGenerations InstanceGeneration
        structure InstanceLifecyclePolicy RetentionTriggers:RetentionTriggers
        structure InstanceMaintenancePolicy MinHealthyPercentage:IntPercentResettable MaxHealthyPercentage:IntPercent100To200Resettable
        boolean InstanceProtected
        structure InstanceRefresh InstanceRefreshId:XmlStringMaxLen255 AutoScalingGroupName:XmlStringMaxLen255 Status:InstanceRefreshStatus StatusReason:XmlStringMaxLen1023 StartTime:TimestampType EndTime:TimestampType PercentageComplete:IntPercent InstancesToUpdate:InstancesToUpdate ProgressDetails:InstanceRefreshProgressDetails Preferences:RefreshPreferences DesiredConfiguration:DesiredConfiguration RollbackDetails:RollbackDetails Strategy:RefreshStrategy
        list InstanceRefreshIds XmlStringMaxLen255
        error InstanceRefreshInProgressFault InstanceRefreshInProgress 400 message:XmlStringMaxLen255
        structure InstanceRefreshLivePoolProgress PercentageComplete:IntPercent InstancesToUpdate:InstancesToUpdate
        structure InstanceRefreshProgressDetails LivePoolProgress:InstanceRefreshLivePoolProgress WarmPoolProgress:InstanceRefreshWarmPoolProgress
        enum InstanceRefreshStatus Pending InProgress Successful Failed Cancelling Cancelled RollbackInProgress RollbackFailed RollbackSuccessful Baking
        structure InstanceRefreshWarmPoolProgress PercentageComplete:IntPercent InstancesToUpdate:InstancesToUpdate
        list InstanceRefreshes InstanceRefresh
        structure InstanceRequirements VCpuCount!:VCpuCountRequest MemoryMiB!:MemoryMiBRequest CpuManufacturers:CpuManufacturers MemoryGiBPerVCpu:MemoryGiBPerVCpuRequest ExcludedInstanceTypes:ExcludedInstanceTypes InstanceGenerations:InstanceGenerations SpotMaxPricePercentageOverLowestPrice:NullablePositiveInteger MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:NullablePositiveInteger OnDemandMaxPricePercentageOverLowestPrice:NullablePositiveInteger BareMetal:BareMetal BurstablePerformance:BurstablePerformance RequireHibernateSupport:NullableBoolean NetworkInterfaceCount:NetworkInterfaceCountRequest LocalStorage:LocalStorage LocalStorageTypes:LocalStorageTypes TotalLocalStorageGB:TotalLocalStorageGBRequest BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest AcceleratorTypes:AcceleratorTypes AcceleratorCount:AcceleratorCountRequest AcceleratorManufacturers:AcceleratorManufacturers AcceleratorNames:AcceleratorNames AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest NetworkBandwidthGbps:NetworkBandwidthGbpsRequest AllowedInstanceTypes:AllowedInstanceTypes BaselinePerformanceFactors:BaselinePerformanceFactorsRequest
        structure InstanceReusePolicy ReuseOnScaleIn:ReuseOnScaleIn
        list Instances Instance
        structure InstancesDistribution OnDemandAllocationStrategy:XmlString OnDemandBaseCapacity:OnDemandBaseCapacity OnDemandPercentageAboveBaseCapacity:OnDemandPercentageAboveBaseCapacity SpotAllocationStrategy:XmlString SpotInstancePools:SpotInstancePools SpotMaxPrice:MixedInstanceSpotPrice
        integer InstancesToUpdate 0..
        integer IntPercent 0..100
        integer IntPercent100To200 100..200
        integer IntPercent100To200Resettable -1..200
        integer IntPercentResettable -1..100
        error InvalidNextToken InvalidNextToken 400 message:XmlStringMaxLen255
        structure LaunchTemplate LaunchTemplateSpecification:LaunchTemplateSpecification Overrides:Overrides
        string LaunchTemplateName 3..128
        structure LaunchTemplateOverrides InstanceType:XmlStringMaxLen255 WeightedCapacity:XmlStringMaxLen32 LaunchTemplateSpecification:LaunchTemplateSpecification InstanceRequirements:InstanceRequirements ImageId:ImageId
        structure LaunchTemplateSpecification LaunchTemplateId:XmlStringMaxLen255 LaunchTemplateName:LaunchTemplateName Version:XmlStringMaxLen255
        string LifecycleActionResult
        structure LifecycleHook LifecycleHookName:AsciiStringMaxLen255 AutoScalingGroupName:XmlStringMaxLen255 LifecycleTransition:LifecycleTransition NotificationTargetARN:NotificationTargetResourceName RoleARN:XmlStringMaxLen255 NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout GlobalTimeout:GlobalTimeout DefaultResult:LifecycleActionResult
        list LifecycleHookNames AsciiStringMaxLen255 ..50
        structure LifecycleHookSpecification LifecycleHookName!:AsciiStringMaxLen255 LifecycleTransition!:LifecycleTransition NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout DefaultResult:LifecycleActionResult NotificationTargetARN:NotificationTargetResourceName RoleARN:XmlStringMaxLen255
        list LifecycleHookSpecifications LifecycleHookSpecification
        list LifecycleHooks LifecycleHook
        enum LifecycleState Pending Pending:Wait Pending:Proceed Quarantined InService Terminating Terminating:Wait Terminating:Proceed Terminating:Retained Terminated Detaching Detached EnteringStandby Standby ReplacingRootVolume ReplacingRootVolume:Wait ReplacingRootVolume:Proceed RootVolumeReplaced Warmed:Pending Warmed:Pending:Wait Warmed:Pending:Proceed Warmed:Pending:Retained Warmed:Terminating Warmed:Terminating:Wait Warmed:Terminating:Proceed Warmed:Terminating:Retained Warmed:Terminated Warmed:Stopped Warmed:Running Warmed:Hibernated
        string LifecycleTransition
        error LimitExceededFault LimitExceeded 400 message:XmlStringMaxLen255
        list LoadBalancerNames XmlStringMaxLen255
        enum LocalStorage included excluded required
        enum LocalStorageType hdd ssd
        list LocalStorageTypes LocalStorageType
        integer MaxGroupPreparedCapacity -1..
        integer MaxInstanceLifetime
        integer MaxRecords
        structure MemoryGiBPerVCpuRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure MemoryMiBRequest Min!:NullablePositiveInteger Max:NullablePositiveInteger
        list Metrics XmlStringMaxLen255
        string MixedInstanceSpotPrice 0..255
        structure MixedInstancesPolicy LaunchTemplate:LaunchTemplate InstancesDistribution:InstancesDistribution
        structure NetworkBandwidthGbpsRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure NetworkInterfaceCountRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        integer NonZeroIntPercent 1..100
        string NotificationTargetResourceName 0..255
        boolean NullableBoolean
        number NullablePositiveDouble 0..
        integer NullablePositiveInteger 0..
        integer OnDemandBaseCapacity
        integer OnDemandPercentageAboveBaseCapacity
        list Overrides LaunchTemplateOverrides
        structure PerformanceFactorReferenceRequest InstanceFamily:String
        list PerformanceFactorReferenceSetRequest PerformanceFactorReferenceRequest item=item
        integer Progress
        boolean PropagateAtLaunch
        structure PutLifecycleHookAnswer
        structure PutLifecycleHookType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:XmlStringMaxLen255 LifecycleTransition:LifecycleTransition RoleARN:XmlStringMaxLen255 NotificationTargetARN:NotificationTargetResourceName NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout DefaultResult:LifecycleActionResult
        integer RefreshInstanceWarmup 0..
        structure RefreshPreferences MinHealthyPercentage:IntPercent InstanceWarmup:RefreshInstanceWarmup CheckpointPercentages:CheckpointPercentages CheckpointDelay:CheckpointDelay SkipMatching:SkipMatching AutoRollback:AutoRollback ScaleInProtectedInstances:ScaleInProtectedInstances StandbyInstances:StandbyInstances AlarmSpecification:AlarmSpecification MaxHealthyPercentage:IntPercent100To200 BakeTime:BakeTime
        enum RefreshStrategy Rolling ReplaceRootVolume
        error ResourceContentionFault ResourceContention 500 message:XmlStringMaxLen255
        error ResourceInUseFault ResourceInUse 400 message:XmlStringMaxLen255
        string ResourceName 1..1600
        enum RetentionAction retain terminate
        structure RetentionTriggers TerminateHookAbandon:RetentionAction
        boolean ReuseOnScaleIn
        structure RollbackDetails RollbackReason:XmlStringMaxLen1023 RollbackStartTime:TimestampType PercentageCompleteOnRollback:IntPercent InstancesToUpdateOnRollback:InstancesToUpdate ProgressDetailsOnRollback:InstanceRefreshProgressDetails
        enum ScaleInProtectedInstances Refresh Ignore Wait
        error ScalingActivityInProgressFault ScalingActivityInProgress 400 message:XmlStringMaxLen255
        enum ScalingActivityStatusCode PendingSpotBidPlacement WaitingForSpotInstanceRequestId WaitingForSpotInstanceId WaitingForInstanceId PreInService InProgress WaitingForELBConnectionDraining MidLifecycleAction WaitingForInstanceWarmup Successful Failed Cancelled WaitingForConnectionDraining WaitingForInPlaceUpdateToStart WaitingForInPlaceUpdateToFinalize InPlaceUpdateInProgress
        error ServiceLinkedRoleFailure ServiceLinkedRoleFailure 500 message:XmlStringMaxLen255
        boolean SkipMatching
        boolean SkipZonalShiftValidation
        integer SpotInstancePools
        enum StandbyInstances Terminate Ignore Wait
        structure StartInstanceRefreshAnswer InstanceRefreshId:XmlStringMaxLen255
        structure StartInstanceRefreshType AutoScalingGroupName!:XmlStringMaxLen255 Strategy:RefreshStrategy DesiredConfiguration:DesiredConfiguration Preferences:RefreshPreferences
        string String
        structure SuspendedProcess ProcessName:XmlStringMaxLen255 SuspensionReason:XmlStringMaxLen255
        list SuspendedProcesses SuspendedProcess
        structure Tag ResourceId:XmlString ResourceType:XmlString Key!:TagKey Value:TagValue PropagateAtLaunch:PropagateAtLaunch
        structure TagDescription ResourceId:XmlString ResourceType:XmlString Key:TagKey Value:TagValue PropagateAtLaunch:PropagateAtLaunch
        list TagDescriptionList TagDescription
        string TagKey 1..128
        string TagValue 0..256
        list Tags Tag
        list TargetGroupARNs XmlStringMaxLen511
        list TerminationPolicies XmlStringMaxLen1600
        timestamp TimestampType
        structure TotalLocalStorageGBRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure TrafficSourceIdentifier Identifier!:XmlStringMaxLen511 Type:XmlStringMaxLen511
        list TrafficSources TrafficSourceIdentifier
        structure UpdateAutoScalingGroupType AutoScalingGroupName!:XmlStringMaxLen255 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy MinSize:AutoScalingGroupMinSize MaxSize:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity DefaultCooldown:Cooldown AvailabilityZones:AvailabilityZones AvailabilityZoneIds:AvailabilityZoneIds HealthCheckType:XmlStringMaxLen32 HealthCheckGracePeriod:HealthCheckGracePeriod PlacementGroup:UpdatePlacementGroupParam VPCZoneIdentifier:XmlStringMaxLen5000 TerminationPolicies:TerminationPolicies NewInstancesProtectedFromScaleIn:InstanceProtected ServiceLinkedRoleARN:ResourceName MaxInstanceLifetime:MaxInstanceLifetime CapacityRebalance:CapacityRebalanceEnabled Context:Context DesiredCapacityType:XmlStringMaxLen255 DefaultInstanceWarmup:DefaultInstanceWarmup InstanceMaintenancePolicy:InstanceMaintenancePolicy AvailabilityZoneDistribution:AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy:AvailabilityZoneImpairmentPolicy SkipZonalShiftValidation:SkipZonalShiftValidation CapacityReservationSpecification:CapacityReservationSpecification InstanceLifecyclePolicy:InstanceLifecyclePolicy DeletionProtection:DeletionProtection
        string UpdatePlacementGroupParam 0..255
        structure VCpuCountRequest Min!:NullablePositiveInteger Max:NullablePositiveInteger
        list Values XmlString
        structure WarmPoolConfiguration MaxGroupPreparedCapacity:MaxGroupPreparedCapacity MinSize:WarmPoolMinSize PoolState:WarmPoolState Status:WarmPoolStatus InstanceReusePolicy:InstanceReusePolicy
        integer WarmPoolMinSize 0..
        integer WarmPoolSize
        enum WarmPoolState Stopped Running Hibernated
        enum WarmPoolStatus PendingDelete
        string XmlString
        string XmlStringMaxLen1023 1..1023
        string XmlStringMaxLen1600 1..1600
        string XmlStringMaxLen19 1..19
        string XmlStringMaxLen255 1..255
        string XmlStringMaxLen32 1..32
        string XmlStringMaxLen5000 1..5000
        string XmlStringMaxLen511 1..511
        boolean ZonalShiftEnabled
        """#
}
