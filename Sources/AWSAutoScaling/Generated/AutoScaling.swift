// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Auto Scaling: what Neap calls or answers of it, as AWS's model says.
public enum AutoScaling {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "autoscaling", serviceID: "Auto Scaling", endpointPrefix: "autoscaling",
        signingName: "autoscaling", protocol: .query,
        apiVersion: "2011-01-01", xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/", table: table)

    private static let table = #"""
        operation AttachInstances AttachInstancesQuery - errors=ResourceContentionFault,ServiceLinkedRoleFailure
        operation AttachLoadBalancerTargetGroups AttachLoadBalancerTargetGroupsType AttachLoadBalancerTargetGroupsResultType result=AttachLoadBalancerTargetGroupsResult errors=ResourceContentionFault,ServiceLinkedRoleFailure,InstanceRefreshInProgressFault
        operation AttachLoadBalancers AttachLoadBalancersType AttachLoadBalancersResultType result=AttachLoadBalancersResult errors=ResourceContentionFault,ServiceLinkedRoleFailure,InstanceRefreshInProgressFault
        operation AttachTrafficSources AttachTrafficSourcesType AttachTrafficSourcesResultType result=AttachTrafficSourcesResult errors=ResourceContentionFault,ServiceLinkedRoleFailure,InstanceRefreshInProgressFault
        operation BatchDeleteScheduledAction BatchDeleteScheduledActionType BatchDeleteScheduledActionAnswer result=BatchDeleteScheduledActionResult errors=ResourceContentionFault
        operation BatchPutScheduledUpdateGroupAction BatchPutScheduledUpdateGroupActionType BatchPutScheduledUpdateGroupActionAnswer result=BatchPutScheduledUpdateGroupActionResult errors=AlreadyExistsFault,LimitExceededFault,ResourceContentionFault
        operation CancelInstanceRefresh CancelInstanceRefreshType CancelInstanceRefreshAnswer result=CancelInstanceRefreshResult errors=LimitExceededFault,ResourceContentionFault,ActiveInstanceRefreshNotFoundFault
        operation CompleteLifecycleAction CompleteLifecycleActionType CompleteLifecycleActionAnswer result=CompleteLifecycleActionResult errors=ResourceContentionFault
        operation CreateAutoScalingGroup CreateAutoScalingGroupType - errors=AlreadyExistsFault,LimitExceededFault,ResourceContentionFault,ServiceLinkedRoleFailure
        operation CreateLaunchConfiguration CreateLaunchConfigurationType - errors=AlreadyExistsFault,LimitExceededFault,ResourceContentionFault
        operation CreateOrUpdateTags CreateOrUpdateTagsType - errors=LimitExceededFault,AlreadyExistsFault,ResourceContentionFault,ResourceInUseFault
        operation DeleteAutoScalingGroup DeleteAutoScalingGroupType - errors=ScalingActivityInProgressFault,ResourceInUseFault,ResourceContentionFault
        operation DeleteLaunchConfiguration LaunchConfigurationNameType - errors=ResourceInUseFault,ResourceContentionFault
        operation DeleteLifecycleHook DeleteLifecycleHookType DeleteLifecycleHookAnswer result=DeleteLifecycleHookResult errors=ResourceContentionFault
        operation DeletePolicy DeletePolicyType - errors=ResourceContentionFault,ServiceLinkedRoleFailure
        operation DeleteScheduledAction DeleteScheduledActionType - errors=ResourceContentionFault
        operation DeleteTags DeleteTagsType - errors=ResourceContentionFault,ResourceInUseFault
        operation DeleteWarmPool DeleteWarmPoolType DeleteWarmPoolAnswer result=DeleteWarmPoolResult errors=LimitExceededFault,ResourceContentionFault,ScalingActivityInProgressFault,ResourceInUseFault
        operation DescribeAccountLimits - DescribeAccountLimitsAnswer result=DescribeAccountLimitsResult errors=ResourceContentionFault
        operation DescribeAutoScalingGroups AutoScalingGroupNamesType AutoScalingGroupsType result=DescribeAutoScalingGroupsResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeAutoScalingInstances DescribeAutoScalingInstancesType AutoScalingInstancesType result=DescribeAutoScalingInstancesResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeInstanceRefreshes DescribeInstanceRefreshesType DescribeInstanceRefreshesAnswer result=DescribeInstanceRefreshesResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeLaunchConfigurations LaunchConfigurationNamesType LaunchConfigurationsType result=DescribeLaunchConfigurationsResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeLifecycleHookTypes - DescribeLifecycleHookTypesAnswer result=DescribeLifecycleHookTypesResult errors=ResourceContentionFault
        operation DescribeLifecycleHooks DescribeLifecycleHooksType DescribeLifecycleHooksAnswer result=DescribeLifecycleHooksResult errors=ResourceContentionFault
        operation DescribeLoadBalancerTargetGroups DescribeLoadBalancerTargetGroupsRequest DescribeLoadBalancerTargetGroupsResponse result=DescribeLoadBalancerTargetGroupsResult errors=ResourceContentionFault,InvalidNextToken
        operation DescribeMetricCollectionTypes - DescribeMetricCollectionTypesAnswer result=DescribeMetricCollectionTypesResult errors=ResourceContentionFault
        operation DescribePolicies DescribePoliciesType PoliciesType result=DescribePoliciesResult errors=InvalidNextToken,ResourceContentionFault,ServiceLinkedRoleFailure
        operation DescribeScalingActivities DescribeScalingActivitiesType ActivitiesType result=DescribeScalingActivitiesResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeScheduledActions DescribeScheduledActionsType ScheduledActionsType result=DescribeScheduledActionsResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeTags DescribeTagsType TagsType result=DescribeTagsResult errors=InvalidNextToken,ResourceContentionFault
        operation DescribeTerminationPolicyTypes - DescribeTerminationPolicyTypesAnswer result=DescribeTerminationPolicyTypesResult errors=ResourceContentionFault
        operation DescribeTrafficSources DescribeTrafficSourcesRequest DescribeTrafficSourcesResponse result=DescribeTrafficSourcesResult errors=ResourceContentionFault,InvalidNextToken
        operation DescribeWarmPool DescribeWarmPoolType DescribeWarmPoolAnswer result=DescribeWarmPoolResult errors=InvalidNextToken,LimitExceededFault,ResourceContentionFault
        operation DetachInstances DetachInstancesQuery DetachInstancesAnswer result=DetachInstancesResult errors=ResourceContentionFault
        operation DetachLoadBalancerTargetGroups DetachLoadBalancerTargetGroupsType DetachLoadBalancerTargetGroupsResultType result=DetachLoadBalancerTargetGroupsResult errors=ResourceContentionFault
        operation DetachLoadBalancers DetachLoadBalancersType DetachLoadBalancersResultType result=DetachLoadBalancersResult errors=ResourceContentionFault
        operation DetachTrafficSources DetachTrafficSourcesType DetachTrafficSourcesResultType result=DetachTrafficSourcesResult errors=ResourceContentionFault
        operation DisableMetricsCollection DisableMetricsCollectionQuery - errors=ResourceContentionFault
        operation EnableMetricsCollection EnableMetricsCollectionQuery - errors=ResourceContentionFault
        operation EnterStandby EnterStandbyQuery EnterStandbyAnswer result=EnterStandbyResult errors=ResourceContentionFault
        operation ExecutePolicy ExecutePolicyType - errors=ScalingActivityInProgressFault,ResourceContentionFault
        operation ExitStandby ExitStandbyQuery ExitStandbyAnswer result=ExitStandbyResult errors=ResourceContentionFault
        operation PutLifecycleHook PutLifecycleHookType PutLifecycleHookAnswer result=PutLifecycleHookResult errors=LimitExceededFault,ResourceContentionFault
        operation PutScalingPolicy PutScalingPolicyType PolicyARNType result=PutScalingPolicyResult errors=LimitExceededFault,ResourceContentionFault,ServiceLinkedRoleFailure
        operation PutScheduledUpdateGroupAction PutScheduledUpdateGroupActionType - errors=AlreadyExistsFault,LimitExceededFault,ResourceContentionFault
        operation PutWarmPool PutWarmPoolType PutWarmPoolAnswer result=PutWarmPoolResult errors=LimitExceededFault,ResourceContentionFault,InstanceRefreshInProgressFault
        operation RecordLifecycleActionHeartbeat RecordLifecycleActionHeartbeatType RecordLifecycleActionHeartbeatAnswer result=RecordLifecycleActionHeartbeatResult errors=ResourceContentionFault
        operation ResumeProcesses ScalingProcessQuery - errors=ResourceInUseFault,ResourceContentionFault
        operation RollbackInstanceRefresh RollbackInstanceRefreshType RollbackInstanceRefreshAnswer result=RollbackInstanceRefreshResult errors=LimitExceededFault,ResourceContentionFault,ActiveInstanceRefreshNotFoundFault,IrreversibleInstanceRefreshFault
        operation SetDesiredCapacity SetDesiredCapacityType - errors=ScalingActivityInProgressFault,ResourceContentionFault
        operation SetInstanceHealth SetInstanceHealthQuery - errors=ResourceContentionFault
        operation SetInstanceProtection SetInstanceProtectionQuery SetInstanceProtectionAnswer result=SetInstanceProtectionResult errors=LimitExceededFault,ResourceContentionFault
        operation StartInstanceRefresh StartInstanceRefreshType StartInstanceRefreshAnswer result=StartInstanceRefreshResult errors=LimitExceededFault,ResourceContentionFault,InstanceRefreshInProgressFault
        operation SuspendProcesses ScalingProcessQuery - errors=ResourceInUseFault,ResourceContentionFault
        operation TerminateInstanceInAutoScalingGroup TerminateInstanceInAutoScalingGroupType ActivityType result=TerminateInstanceInAutoScalingGroupResult errors=ScalingActivityInProgressFault,ResourceContentionFault
        operation UpdateAutoScalingGroup UpdateAutoScalingGroupType - errors=ScalingActivityInProgressFault,ResourceContentionFault,ServiceLinkedRoleFailure
        pages DescribeAutoScalingGroups NextToken NextToken AutoScalingGroups MaxRecords
        pages DescribeAutoScalingInstances NextToken NextToken AutoScalingInstances MaxRecords
        pages DescribeInstanceRefreshes NextToken NextToken InstanceRefreshes MaxRecords
        pages DescribeLaunchConfigurations NextToken NextToken LaunchConfigurations MaxRecords
        pages DescribeLoadBalancerTargetGroups NextToken NextToken LoadBalancerTargetGroups MaxRecords
        pages DescribePolicies NextToken NextToken ScalingPolicies MaxRecords
        pages DescribeScalingActivities NextToken NextToken Activities MaxRecords
        pages DescribeScheduledActions NextToken NextToken ScheduledUpdateGroupActions MaxRecords
        pages DescribeTags NextToken NextToken Tags MaxRecords
        pages DescribeTrafficSources NextToken NextToken TrafficSources MaxRecords
        pages DescribeWarmPool NextToken NextToken Instances MaxRecords
        structure AcceleratorCountRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        enum AcceleratorManufacturer nvidia amd amazon-web-services xilinx
        list AcceleratorManufacturers AcceleratorManufacturer
        enum AcceleratorName a100 v100 k80 t4 m60 radeon-pro-v520 vu9p
        list AcceleratorNames AcceleratorName
        structure AcceleratorTotalMemoryMiBRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        enum AcceleratorType gpu fpga inference
        list AcceleratorTypes AcceleratorType
        error ActiveInstanceRefreshNotFoundFault ActiveInstanceRefreshNotFound 400 message:XmlStringMaxLen255
        list Activities Activity
        structure ActivitiesType Activities!:Activities NextToken:XmlString
        structure Activity ActivityId!:XmlString AutoScalingGroupName!:XmlStringMaxLen255 Description:XmlString Cause!:XmlStringMaxLen1023 StartTime!:TimestampType EndTime:TimestampType StatusCode!:ScalingActivityStatusCode StatusMessage:XmlStringMaxLen255 Progress:Progress Details:XmlString AutoScalingGroupState:AutoScalingGroupState AutoScalingGroupARN:ResourceName
        list ActivityIds XmlString
        structure ActivityType Activity:Activity
        structure Alarm AlarmName:XmlStringMaxLen255 AlarmARN:ResourceName
        list AlarmList XmlStringMaxLen255
        structure AlarmSpecification Alarms:AlarmList
        list Alarms Alarm
        string AllowedInstanceType 1..30
        list AllowedInstanceTypes AllowedInstanceType ..400
        error AlreadyExistsFault AlreadyExists 400 message:XmlStringMaxLen255
        string AnyPrintableAsciiStringMaxLen4000 1..4000
        string AsciiStringMaxLen255 1..255
        boolean AssociatePublicIpAddress
        structure AttachInstancesQuery InstanceIds:InstanceIds AutoScalingGroupName!:XmlStringMaxLen255
        structure AttachLoadBalancerTargetGroupsResultType
        structure AttachLoadBalancerTargetGroupsType AutoScalingGroupName!:XmlStringMaxLen255 TargetGroupARNs!:TargetGroupARNs
        structure AttachLoadBalancersResultType
        structure AttachLoadBalancersType AutoScalingGroupName!:XmlStringMaxLen255 LoadBalancerNames!:LoadBalancerNames
        structure AttachTrafficSourcesResultType
        structure AttachTrafficSourcesType AutoScalingGroupName!:XmlStringMaxLen255 TrafficSources!:TrafficSources SkipZonalShiftValidation:SkipZonalShiftValidation
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
        structure AutoScalingInstanceDetails InstanceId!:XmlStringMaxLen19 InstanceType:XmlStringMaxLen255 AutoScalingGroupName!:XmlStringMaxLen255 AvailabilityZone!:XmlStringMaxLen255 AvailabilityZoneId:XmlStringMaxLen255 LifecycleState!:XmlStringMaxLen32 HealthStatus!:XmlStringMaxLen32 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification ImageId:XmlStringMaxLen255 ProtectedFromScaleIn!:InstanceProtected WeightedCapacity:XmlStringMaxLen32
        list AutoScalingInstances AutoScalingInstanceDetails
        structure AutoScalingInstancesType AutoScalingInstances:AutoScalingInstances NextToken:XmlString
        list AutoScalingNotificationTypes XmlStringMaxLen255
        structure AvailabilityZoneDistribution CapacityDistributionStrategy:CapacityDistributionStrategy
        list AvailabilityZoneIds XmlStringMaxLen255
        structure AvailabilityZoneImpairmentPolicy ZonalShiftEnabled:ZonalShiftEnabled ImpairedZoneHealthCheckBehavior:ImpairedZoneHealthCheckBehavior
        list AvailabilityZones XmlStringMaxLen255
        integer BakeTime 0..172800
        enum BareMetal included excluded required
        structure BaselineEbsBandwidthMbpsRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        structure BaselinePerformanceFactorsRequest Cpu:CpuPerformanceFactorRequest
        structure BatchDeleteScheduledActionAnswer FailedScheduledActions:FailedScheduledUpdateGroupActionRequests
        structure BatchDeleteScheduledActionType AutoScalingGroupName!:XmlStringMaxLen255 ScheduledActionNames!:ScheduledActionNames
        structure BatchPutScheduledUpdateGroupActionAnswer FailedScheduledUpdateGroupActions:FailedScheduledUpdateGroupActionRequests
        structure BatchPutScheduledUpdateGroupActionType AutoScalingGroupName!:XmlStringMaxLen255 ScheduledUpdateGroupActions!:ScheduledUpdateGroupActionRequests
        boolean BlockDeviceEbsDeleteOnTermination
        boolean BlockDeviceEbsEncrypted
        integer BlockDeviceEbsIops 100..20000
        integer BlockDeviceEbsThroughput 125..1000
        integer BlockDeviceEbsVolumeSize 1..16384
        string BlockDeviceEbsVolumeType 1..255
        structure BlockDeviceMapping VirtualName:XmlStringMaxLen255 DeviceName!:XmlStringMaxLen255 Ebs:Ebs NoDevice:NoDevice
        list BlockDeviceMappings BlockDeviceMapping
        boolean BooleanType
        enum BurstablePerformance included excluded required
        structure CancelInstanceRefreshAnswer InstanceRefreshId:XmlStringMaxLen255
        structure CancelInstanceRefreshType AutoScalingGroupName!:XmlStringMaxLen255 WaitForTransitioningInstances:BooleanType
        enum CapacityDistributionStrategy balanced-only balanced-best-effort
        boolean CapacityRebalanceEnabled
        list CapacityReservationIds AsciiStringMaxLen255
        enum CapacityReservationPreference capacity-reservations-only capacity-reservations-first none default
        list CapacityReservationResourceGroupArns ResourceName
        structure CapacityReservationSpecification CapacityReservationPreference:CapacityReservationPreference CapacityReservationTarget:CapacityReservationTarget
        structure CapacityReservationTarget CapacityReservationIds:CapacityReservationIds CapacityReservationResourceGroupArns:CapacityReservationResourceGroupArns
        integer CheckpointDelay 0..172800
        list CheckpointPercentages NonZeroIntPercent
        list ClassicLinkVPCSecurityGroups XmlStringMaxLen255
        structure CompleteLifecycleActionAnswer
        structure CompleteLifecycleActionType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:ResourceName LifecycleActionToken:LifecycleActionToken LifecycleActionResult!:LifecycleActionResult InstanceId:XmlStringMaxLen19
        string Context
        integer Cooldown
        enum CpuManufacturer intel amd amazon-web-services apple
        list CpuManufacturers CpuManufacturer
        structure CpuPerformanceFactorRequest References:PerformanceFactorReferenceSetRequest=Reference
        structure CreateAutoScalingGroupType AutoScalingGroupName!:XmlStringMaxLen255 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy InstanceId:XmlStringMaxLen19 MinSize!:AutoScalingGroupMinSize MaxSize!:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity DefaultCooldown:Cooldown AvailabilityZones:AvailabilityZones AvailabilityZoneIds:AvailabilityZoneIds LoadBalancerNames:LoadBalancerNames TargetGroupARNs:TargetGroupARNs HealthCheckType:XmlStringMaxLen32 HealthCheckGracePeriod:HealthCheckGracePeriod PlacementGroup:XmlStringMaxLen255 VPCZoneIdentifier:XmlStringMaxLen5000 TerminationPolicies:TerminationPolicies NewInstancesProtectedFromScaleIn:InstanceProtected CapacityRebalance:CapacityRebalanceEnabled LifecycleHookSpecificationList:LifecycleHookSpecifications DeletionProtection:DeletionProtection Tags:Tags ServiceLinkedRoleARN:ResourceName MaxInstanceLifetime:MaxInstanceLifetime Context:Context DesiredCapacityType:XmlStringMaxLen255 DefaultInstanceWarmup:DefaultInstanceWarmup TrafficSources:TrafficSources InstanceMaintenancePolicy:InstanceMaintenancePolicy AvailabilityZoneDistribution:AvailabilityZoneDistribution AvailabilityZoneImpairmentPolicy:AvailabilityZoneImpairmentPolicy SkipZonalShiftValidation:SkipZonalShiftValidation CapacityReservationSpecification:CapacityReservationSpecification InstanceLifecyclePolicy:InstanceLifecyclePolicy
        structure CreateLaunchConfigurationType LaunchConfigurationName!:XmlStringMaxLen255 ImageId:XmlStringMaxLen255 KeyName:XmlStringMaxLen255 SecurityGroups:SecurityGroups ClassicLinkVPCId:XmlStringMaxLen255 ClassicLinkVPCSecurityGroups:ClassicLinkVPCSecurityGroups UserData:XmlStringUserData InstanceId:XmlStringMaxLen19 InstanceType:XmlStringMaxLen255 KernelId:XmlStringMaxLen255 RamdiskId:XmlStringMaxLen255 BlockDeviceMappings:BlockDeviceMappings InstanceMonitoring:InstanceMonitoring SpotPrice:SpotPrice IamInstanceProfile:XmlStringMaxLen1600 EbsOptimized:EbsOptimized AssociatePublicIpAddress:AssociatePublicIpAddress PlacementTenancy:XmlStringMaxLen64 MetadataOptions:InstanceMetadataOptions
        structure CreateOrUpdateTagsType Tags!:Tags
        structure CustomizedMetricSpecification MetricName:MetricName Namespace:MetricNamespace Dimensions:MetricDimensions Statistic:MetricStatistic Unit:MetricUnit Period:MetricGranularityInSeconds Metrics:TargetTrackingMetricDataQueries
        integer DefaultInstanceWarmup
        structure DeleteAutoScalingGroupType AutoScalingGroupName!:XmlStringMaxLen255 ForceDelete:ForceDelete
        structure DeleteLifecycleHookAnswer
        structure DeleteLifecycleHookType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:XmlStringMaxLen255
        structure DeletePolicyType AutoScalingGroupName:XmlStringMaxLen255 PolicyName!:ResourceName
        structure DeleteScheduledActionType AutoScalingGroupName!:XmlStringMaxLen255 ScheduledActionName!:XmlStringMaxLen255
        structure DeleteTagsType Tags!:Tags
        structure DeleteWarmPoolAnswer
        structure DeleteWarmPoolType AutoScalingGroupName!:XmlStringMaxLen255 ForceDelete:ForceDelete
        enum DeletionProtection none prevent-force-deletion prevent-all-deletion
        structure DescribeAccountLimitsAnswer MaxNumberOfAutoScalingGroups:MaxNumberOfAutoScalingGroups MaxNumberOfLaunchConfigurations:MaxNumberOfLaunchConfigurations NumberOfAutoScalingGroups:NumberOfAutoScalingGroups NumberOfLaunchConfigurations:NumberOfLaunchConfigurations
        structure DescribeAutoScalingInstancesType InstanceIds:InstanceIds MaxRecords:MaxRecords NextToken:XmlString
        structure DescribeInstanceRefreshesAnswer InstanceRefreshes:InstanceRefreshes NextToken:XmlString
        structure DescribeInstanceRefreshesType AutoScalingGroupName!:XmlStringMaxLen255 InstanceRefreshIds:InstanceRefreshIds NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeLifecycleHookTypesAnswer LifecycleHookTypes:AutoScalingNotificationTypes
        structure DescribeLifecycleHooksAnswer LifecycleHooks:LifecycleHooks
        structure DescribeLifecycleHooksType AutoScalingGroupName!:XmlStringMaxLen255 LifecycleHookNames:LifecycleHookNames
        structure DescribeLoadBalancerTargetGroupsRequest AutoScalingGroupName!:XmlStringMaxLen255 NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeLoadBalancerTargetGroupsResponse LoadBalancerTargetGroups:LoadBalancerTargetGroupStates NextToken:XmlString
        structure DescribeMetricCollectionTypesAnswer Metrics:MetricCollectionTypes Granularities:MetricGranularityTypes
        structure DescribePoliciesType AutoScalingGroupName:XmlStringMaxLen255 PolicyNames:PolicyNames PolicyTypes:PolicyTypes NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeScalingActivitiesType ActivityIds:ActivityIds AutoScalingGroupName:XmlStringMaxLen255 IncludeDeletedGroups:IncludeDeletedGroups MaxRecords:MaxRecords NextToken:XmlString Filters:Filters
        structure DescribeScheduledActionsType AutoScalingGroupName:XmlStringMaxLen255 ScheduledActionNames:ScheduledActionNames StartTime:TimestampType EndTime:TimestampType NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeTagsType Filters:Filters NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeTerminationPolicyTypesAnswer TerminationPolicyTypes:TerminationPolicies
        structure DescribeTrafficSourcesRequest AutoScalingGroupName!:XmlStringMaxLen255 TrafficSourceType:XmlStringMaxLen255 NextToken:XmlString MaxRecords:MaxRecords
        structure DescribeTrafficSourcesResponse TrafficSources:TrafficSourceStates NextToken:XmlString
        structure DescribeWarmPoolAnswer WarmPoolConfiguration:WarmPoolConfiguration Instances:Instances NextToken:XmlString
        structure DescribeWarmPoolType AutoScalingGroupName!:XmlStringMaxLen255 MaxRecords:MaxRecords NextToken:XmlString
        structure DesiredConfiguration LaunchTemplate:LaunchTemplateSpecification MixedInstancesPolicy:MixedInstancesPolicy
        structure DetachInstancesAnswer Activities:Activities
        structure DetachInstancesQuery InstanceIds:InstanceIds AutoScalingGroupName!:XmlStringMaxLen255 ShouldDecrementDesiredCapacity!:ShouldDecrementDesiredCapacity
        structure DetachLoadBalancerTargetGroupsResultType
        structure DetachLoadBalancerTargetGroupsType AutoScalingGroupName!:XmlStringMaxLen255 TargetGroupARNs!:TargetGroupARNs
        structure DetachLoadBalancersResultType
        structure DetachLoadBalancersType AutoScalingGroupName!:XmlStringMaxLen255 LoadBalancerNames!:LoadBalancerNames
        structure DetachTrafficSourcesResultType
        structure DetachTrafficSourcesType AutoScalingGroupName!:XmlStringMaxLen255 TrafficSources!:TrafficSources
        structure DisableMetricsCollectionQuery AutoScalingGroupName!:XmlStringMaxLen255 Metrics:Metrics
        boolean DisableScaleIn
        structure Ebs SnapshotId:XmlStringMaxLen255 VolumeSize:BlockDeviceEbsVolumeSize VolumeType:BlockDeviceEbsVolumeType DeleteOnTermination:BlockDeviceEbsDeleteOnTermination Iops:BlockDeviceEbsIops Encrypted:BlockDeviceEbsEncrypted Throughput:BlockDeviceEbsThroughput
        boolean EbsOptimized
        structure EnableMetricsCollectionQuery AutoScalingGroupName!:XmlStringMaxLen255 Metrics:Metrics Granularity!:XmlStringMaxLen255
        structure EnabledMetric Metric:XmlStringMaxLen255 Granularity:XmlStringMaxLen255
        list EnabledMetrics EnabledMetric
        structure EnterStandbyAnswer Activities:Activities
        structure EnterStandbyQuery InstanceIds:InstanceIds AutoScalingGroupName!:XmlStringMaxLen255 ShouldDecrementDesiredCapacity!:ShouldDecrementDesiredCapacity
        integer EstimatedInstanceWarmup
        string ExcludedInstance 1..30
        list ExcludedInstanceTypes ExcludedInstance ..400
        structure ExecutePolicyType AutoScalingGroupName:XmlStringMaxLen255 PolicyName!:ResourceName HonorCooldown:HonorCooldown MetricValue:MetricScale BreachThreshold:MetricScale
        structure ExitStandbyAnswer Activities:Activities
        structure ExitStandbyQuery InstanceIds:InstanceIds AutoScalingGroupName!:XmlStringMaxLen255
        structure FailedScheduledUpdateGroupActionRequest ScheduledActionName!:XmlStringMaxLen255 ErrorCode:XmlStringMaxLen64 ErrorMessage:XmlString
        list FailedScheduledUpdateGroupActionRequests FailedScheduledUpdateGroupActionRequest
        structure Filter Name:XmlString Values:Values
        list Filters Filter
        boolean ForceDelete
        integer GlobalTimeout
        integer HealthCheckGracePeriod
        integer HeartbeatTimeout
        boolean HonorCooldown
        string ImageId 5..21
        enum ImpairedZoneHealthCheckBehavior ReplaceUnhealthy IgnoreUnhealthy
        boolean IncludeDeletedGroups
        boolean IncludeInstances
        structure Instance InstanceId!:XmlStringMaxLen19 InstanceType:XmlStringMaxLen255 AvailabilityZone!:XmlStringMaxLen255 AvailabilityZoneId:XmlStringMaxLen255 LifecycleState!:LifecycleState HealthStatus!:XmlStringMaxLen32 LaunchConfigurationName:XmlStringMaxLen255 LaunchTemplate:LaunchTemplateSpecification ImageId:XmlStringMaxLen255 ProtectedFromScaleIn!:InstanceProtected WeightedCapacity:XmlStringMaxLen32
        enum InstanceGeneration current previous
        list InstanceGenerations InstanceGeneration
        list InstanceIds XmlStringMaxLen19
        structure InstanceLifecyclePolicy RetentionTriggers:RetentionTriggers
        structure InstanceMaintenancePolicy MinHealthyPercentage:IntPercentResettable MaxHealthyPercentage:IntPercent100To200Resettable
        enum InstanceMetadataEndpointState disabled enabled
        integer InstanceMetadataHttpPutResponseHopLimit 1..64
        enum InstanceMetadataHttpTokensState optional required
        structure InstanceMetadataOptions HttpTokens:InstanceMetadataHttpTokensState HttpPutResponseHopLimit:InstanceMetadataHttpPutResponseHopLimit HttpEndpoint:InstanceMetadataEndpointState
        structure InstanceMonitoring Enabled:MonitoringEnabled
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
        error IrreversibleInstanceRefreshFault IrreversibleInstanceRefresh 400 message:XmlStringMaxLen255
        structure LaunchConfiguration LaunchConfigurationName!:XmlStringMaxLen255 LaunchConfigurationARN:ResourceName ImageId!:XmlStringMaxLen255 KeyName:XmlStringMaxLen255 SecurityGroups:SecurityGroups ClassicLinkVPCId:XmlStringMaxLen255 ClassicLinkVPCSecurityGroups:ClassicLinkVPCSecurityGroups UserData:XmlStringUserData InstanceType!:XmlStringMaxLen255 KernelId:XmlStringMaxLen255 RamdiskId:XmlStringMaxLen255 BlockDeviceMappings:BlockDeviceMappings InstanceMonitoring:InstanceMonitoring SpotPrice:SpotPrice IamInstanceProfile:XmlStringMaxLen1600 CreatedTime!:TimestampType EbsOptimized:EbsOptimized AssociatePublicIpAddress:AssociatePublicIpAddress PlacementTenancy:XmlStringMaxLen64 MetadataOptions:InstanceMetadataOptions
        structure LaunchConfigurationNameType LaunchConfigurationName!:XmlStringMaxLen255
        list LaunchConfigurationNames XmlStringMaxLen255
        structure LaunchConfigurationNamesType LaunchConfigurationNames:LaunchConfigurationNames NextToken:XmlString MaxRecords:MaxRecords
        list LaunchConfigurations LaunchConfiguration
        structure LaunchConfigurationsType LaunchConfigurations!:LaunchConfigurations NextToken:XmlString
        structure LaunchTemplate LaunchTemplateSpecification:LaunchTemplateSpecification Overrides:Overrides
        string LaunchTemplateName 3..128
        structure LaunchTemplateOverrides InstanceType:XmlStringMaxLen255 WeightedCapacity:XmlStringMaxLen32 LaunchTemplateSpecification:LaunchTemplateSpecification InstanceRequirements:InstanceRequirements ImageId:ImageId
        structure LaunchTemplateSpecification LaunchTemplateId:XmlStringMaxLen255 LaunchTemplateName:LaunchTemplateName Version:XmlStringMaxLen255
        string LifecycleActionResult
        string LifecycleActionToken 36..36
        structure LifecycleHook LifecycleHookName:AsciiStringMaxLen255 AutoScalingGroupName:XmlStringMaxLen255 LifecycleTransition:LifecycleTransition NotificationTargetARN:NotificationTargetResourceName RoleARN:XmlStringMaxLen255 NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout GlobalTimeout:GlobalTimeout DefaultResult:LifecycleActionResult
        list LifecycleHookNames AsciiStringMaxLen255 ..50
        structure LifecycleHookSpecification LifecycleHookName!:AsciiStringMaxLen255 LifecycleTransition!:LifecycleTransition NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout DefaultResult:LifecycleActionResult NotificationTargetARN:NotificationTargetResourceName RoleARN:XmlStringMaxLen255
        list LifecycleHookSpecifications LifecycleHookSpecification
        list LifecycleHooks LifecycleHook
        enum LifecycleState Pending Pending:Wait Pending:Proceed Quarantined InService Terminating Terminating:Wait Terminating:Proceed Terminating:Retained Terminated Detaching Detached EnteringStandby Standby ReplacingRootVolume ReplacingRootVolume:Wait ReplacingRootVolume:Proceed RootVolumeReplaced Warmed:Pending Warmed:Pending:Wait Warmed:Pending:Proceed Warmed:Pending:Retained Warmed:Terminating Warmed:Terminating:Wait Warmed:Terminating:Proceed Warmed:Terminating:Retained Warmed:Terminated Warmed:Stopped Warmed:Running Warmed:Hibernated
        string LifecycleTransition
        error LimitExceededFault LimitExceeded 400 message:XmlStringMaxLen255
        list LoadBalancerNames XmlStringMaxLen255
        structure LoadBalancerTargetGroupState LoadBalancerTargetGroupARN:XmlStringMaxLen511 State:XmlStringMaxLen255
        list LoadBalancerTargetGroupStates LoadBalancerTargetGroupState
        enum LocalStorage included excluded required
        enum LocalStorageType hdd ssd
        list LocalStorageTypes LocalStorageType
        integer MaxGroupPreparedCapacity -1..
        integer MaxInstanceLifetime
        integer MaxNumberOfAutoScalingGroups
        integer MaxNumberOfLaunchConfigurations
        integer MaxRecords
        structure MemoryGiBPerVCpuRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure MemoryMiBRequest Min!:NullablePositiveInteger Max:NullablePositiveInteger
        structure Metric Namespace!:MetricNamespace MetricName!:MetricName Dimensions:MetricDimensions
        structure MetricCollectionType Metric:XmlStringMaxLen255
        list MetricCollectionTypes MetricCollectionType
        list MetricDataQueries MetricDataQuery
        structure MetricDataQuery Id!:XmlStringMaxLen255 Expression:XmlStringMaxLen1023 MetricStat:MetricStat Label:XmlStringMetricLabel ReturnData:ReturnData
        structure MetricDimension Name!:MetricDimensionName Value!:MetricDimensionValue
        string MetricDimensionName
        string MetricDimensionValue
        list MetricDimensions MetricDimension
        integer MetricGranularityInSeconds 1..
        structure MetricGranularityType Granularity:XmlStringMaxLen255
        list MetricGranularityTypes MetricGranularityType
        string MetricName
        string MetricNamespace
        number MetricScale
        structure MetricStat Metric!:Metric Stat!:XmlStringMetricStat Unit:MetricUnit
        enum MetricStatistic Average Minimum Maximum SampleCount Sum
        enum MetricType ASGAverageCPUUtilization ASGAverageNetworkIn ASGAverageNetworkOut ALBRequestCountPerTarget
        string MetricUnit
        list Metrics XmlStringMaxLen255
        integer MinAdjustmentMagnitude
        integer MinAdjustmentStep
        string MixedInstanceSpotPrice 0..255
        structure MixedInstancesPolicy LaunchTemplate:LaunchTemplate InstancesDistribution:InstancesDistribution
        boolean MonitoringEnabled
        structure NetworkBandwidthGbpsRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure NetworkInterfaceCountRequest Min:NullablePositiveInteger Max:NullablePositiveInteger
        boolean NoDevice
        integer NonZeroIntPercent 1..100
        string NotificationTargetResourceName 0..255
        boolean NullableBoolean
        number NullablePositiveDouble 0..
        integer NullablePositiveInteger 0..
        integer NumberOfAutoScalingGroups
        integer NumberOfLaunchConfigurations
        integer OnDemandBaseCapacity
        integer OnDemandPercentageAboveBaseCapacity
        list Overrides LaunchTemplateOverrides
        structure PerformanceFactorReferenceRequest InstanceFamily:String
        list PerformanceFactorReferenceSetRequest PerformanceFactorReferenceRequest item=item
        structure PoliciesType ScalingPolicies:ScalingPolicies NextToken:XmlString
        structure PolicyARNType PolicyARN:ResourceName Alarms:Alarms
        integer PolicyIncrement
        list PolicyNames ResourceName
        list PolicyTypes XmlStringMaxLen64
        enum PredefinedLoadMetricType ASGTotalCPUUtilization ASGTotalNetworkIn ASGTotalNetworkOut ALBTargetGroupRequestCount
        enum PredefinedMetricPairType ASGCPUUtilization ASGNetworkIn ASGNetworkOut ALBRequestCount
        structure PredefinedMetricSpecification PredefinedMetricType!:MetricType ResourceLabel:XmlStringMaxLen1023
        enum PredefinedScalingMetricType ASGAverageCPUUtilization ASGAverageNetworkIn ASGAverageNetworkOut ALBRequestCountPerTarget
        structure PredictiveScalingConfiguration MetricSpecifications!:PredictiveScalingMetricSpecifications Mode:PredictiveScalingMode SchedulingBufferTime:PredictiveScalingSchedulingBufferTime MaxCapacityBreachBehavior:PredictiveScalingMaxCapacityBreachBehavior MaxCapacityBuffer:PredictiveScalingMaxCapacityBuffer
        structure PredictiveScalingCustomizedCapacityMetric MetricDataQueries!:MetricDataQueries
        structure PredictiveScalingCustomizedLoadMetric MetricDataQueries!:MetricDataQueries
        structure PredictiveScalingCustomizedScalingMetric MetricDataQueries!:MetricDataQueries
        enum PredictiveScalingMaxCapacityBreachBehavior HonorMaxCapacity IncreaseMaxCapacity
        integer PredictiveScalingMaxCapacityBuffer 0..100
        structure PredictiveScalingMetricSpecification TargetValue!:MetricScale PredefinedMetricPairSpecification:PredictiveScalingPredefinedMetricPair PredefinedScalingMetricSpecification:PredictiveScalingPredefinedScalingMetric PredefinedLoadMetricSpecification:PredictiveScalingPredefinedLoadMetric CustomizedScalingMetricSpecification:PredictiveScalingCustomizedScalingMetric CustomizedLoadMetricSpecification:PredictiveScalingCustomizedLoadMetric CustomizedCapacityMetricSpecification:PredictiveScalingCustomizedCapacityMetric
        list PredictiveScalingMetricSpecifications PredictiveScalingMetricSpecification
        enum PredictiveScalingMode ForecastAndScale ForecastOnly
        structure PredictiveScalingPredefinedLoadMetric PredefinedMetricType!:PredefinedLoadMetricType ResourceLabel:XmlStringMaxLen1023
        structure PredictiveScalingPredefinedMetricPair PredefinedMetricType!:PredefinedMetricPairType ResourceLabel:XmlStringMaxLen1023
        structure PredictiveScalingPredefinedScalingMetric PredefinedMetricType!:PredefinedScalingMetricType ResourceLabel:XmlStringMaxLen1023
        integer PredictiveScalingSchedulingBufferTime 0..
        list ProcessNames XmlStringMaxLen255
        integer Progress
        boolean PropagateAtLaunch
        boolean ProtectedFromScaleIn
        structure PutLifecycleHookAnswer
        structure PutLifecycleHookType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:XmlStringMaxLen255 LifecycleTransition:LifecycleTransition RoleARN:XmlStringMaxLen255 NotificationTargetARN:NotificationTargetResourceName NotificationMetadata:AnyPrintableAsciiStringMaxLen4000 HeartbeatTimeout:HeartbeatTimeout DefaultResult:LifecycleActionResult
        structure PutScalingPolicyType AutoScalingGroupName!:XmlStringMaxLen255 PolicyName!:XmlStringMaxLen255 PolicyType:XmlStringMaxLen64 AdjustmentType:XmlStringMaxLen255 MinAdjustmentStep:MinAdjustmentStep MinAdjustmentMagnitude:MinAdjustmentMagnitude ScalingAdjustment:PolicyIncrement Cooldown:Cooldown MetricAggregationType:XmlStringMaxLen32 StepAdjustments:StepAdjustments EstimatedInstanceWarmup:EstimatedInstanceWarmup TargetTrackingConfiguration:TargetTrackingConfiguration Enabled:ScalingPolicyEnabled PredictiveScalingConfiguration:PredictiveScalingConfiguration
        structure PutScheduledUpdateGroupActionType AutoScalingGroupName!:XmlStringMaxLen255 ScheduledActionName!:XmlStringMaxLen255 Time:TimestampType StartTime:TimestampType EndTime:TimestampType Recurrence:XmlStringMaxLen255 MinSize:AutoScalingGroupMinSize MaxSize:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity TimeZone:XmlStringMaxLen255
        structure PutWarmPoolAnswer
        structure PutWarmPoolType AutoScalingGroupName!:XmlStringMaxLen255 MaxGroupPreparedCapacity:MaxGroupPreparedCapacity MinSize:WarmPoolMinSize PoolState:WarmPoolState InstanceReusePolicy:InstanceReusePolicy
        structure RecordLifecycleActionHeartbeatAnswer
        structure RecordLifecycleActionHeartbeatType LifecycleHookName!:AsciiStringMaxLen255 AutoScalingGroupName!:ResourceName LifecycleActionToken:LifecycleActionToken InstanceId:XmlStringMaxLen19
        integer RefreshInstanceWarmup 0..
        structure RefreshPreferences MinHealthyPercentage:IntPercent InstanceWarmup:RefreshInstanceWarmup CheckpointPercentages:CheckpointPercentages CheckpointDelay:CheckpointDelay SkipMatching:SkipMatching AutoRollback:AutoRollback ScaleInProtectedInstances:ScaleInProtectedInstances StandbyInstances:StandbyInstances AlarmSpecification:AlarmSpecification MaxHealthyPercentage:IntPercent100To200 BakeTime:BakeTime
        enum RefreshStrategy Rolling ReplaceRootVolume
        error ResourceContentionFault ResourceContention 500 message:XmlStringMaxLen255
        error ResourceInUseFault ResourceInUse 400 message:XmlStringMaxLen255
        string ResourceName 1..1600
        enum RetentionAction retain terminate
        structure RetentionTriggers TerminateHookAbandon:RetentionAction
        boolean ReturnData
        boolean ReuseOnScaleIn
        structure RollbackDetails RollbackReason:XmlStringMaxLen1023 RollbackStartTime:TimestampType PercentageCompleteOnRollback:IntPercent InstancesToUpdateOnRollback:InstancesToUpdate ProgressDetailsOnRollback:InstanceRefreshProgressDetails
        structure RollbackInstanceRefreshAnswer InstanceRefreshId:XmlStringMaxLen255
        structure RollbackInstanceRefreshType AutoScalingGroupName!:XmlStringMaxLen255
        enum ScaleInProtectedInstances Refresh Ignore Wait
        error ScalingActivityInProgressFault ScalingActivityInProgress 400 message:XmlStringMaxLen255
        enum ScalingActivityStatusCode PendingSpotBidPlacement WaitingForSpotInstanceRequestId WaitingForSpotInstanceId WaitingForInstanceId PreInService InProgress WaitingForELBConnectionDraining MidLifecycleAction WaitingForInstanceWarmup Successful Failed Cancelled WaitingForConnectionDraining WaitingForInPlaceUpdateToStart WaitingForInPlaceUpdateToFinalize InPlaceUpdateInProgress
        list ScalingPolicies ScalingPolicy
        structure ScalingPolicy AutoScalingGroupName:XmlStringMaxLen255 PolicyName:XmlStringMaxLen255 PolicyARN:ResourceName PolicyType:XmlStringMaxLen64 AdjustmentType:XmlStringMaxLen255 MinAdjustmentStep:MinAdjustmentStep MinAdjustmentMagnitude:MinAdjustmentMagnitude ScalingAdjustment:PolicyIncrement Cooldown:Cooldown StepAdjustments:StepAdjustments MetricAggregationType:XmlStringMaxLen32 EstimatedInstanceWarmup:EstimatedInstanceWarmup Alarms:Alarms TargetTrackingConfiguration:TargetTrackingConfiguration Enabled:ScalingPolicyEnabled PredictiveScalingConfiguration:PredictiveScalingConfiguration
        boolean ScalingPolicyEnabled
        structure ScalingProcessQuery AutoScalingGroupName!:XmlStringMaxLen255 ScalingProcesses:ProcessNames
        list ScheduledActionNames XmlStringMaxLen255
        structure ScheduledActionsType ScheduledUpdateGroupActions:ScheduledUpdateGroupActions NextToken:XmlString
        structure ScheduledUpdateGroupAction AutoScalingGroupName:XmlStringMaxLen255 ScheduledActionName:XmlStringMaxLen255 ScheduledActionARN:ResourceName Time:TimestampType StartTime:TimestampType EndTime:TimestampType Recurrence:XmlStringMaxLen255 MinSize:AutoScalingGroupMinSize MaxSize:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity TimeZone:XmlStringMaxLen255
        structure ScheduledUpdateGroupActionRequest ScheduledActionName!:XmlStringMaxLen255 StartTime:TimestampType EndTime:TimestampType Recurrence:XmlStringMaxLen255 MinSize:AutoScalingGroupMinSize MaxSize:AutoScalingGroupMaxSize DesiredCapacity:AutoScalingGroupDesiredCapacity TimeZone:XmlStringMaxLen255
        list ScheduledUpdateGroupActionRequests ScheduledUpdateGroupActionRequest
        list ScheduledUpdateGroupActions ScheduledUpdateGroupAction
        list SecurityGroups XmlString
        error ServiceLinkedRoleFailure ServiceLinkedRoleFailure 500 message:XmlStringMaxLen255
        structure SetDesiredCapacityType AutoScalingGroupName!:XmlStringMaxLen255 DesiredCapacity!:AutoScalingGroupDesiredCapacity HonorCooldown:HonorCooldown
        structure SetInstanceHealthQuery InstanceId!:XmlStringMaxLen19 HealthStatus!:XmlStringMaxLen32 ShouldRespectGracePeriod:ShouldRespectGracePeriod
        structure SetInstanceProtectionAnswer
        structure SetInstanceProtectionQuery InstanceIds!:InstanceIds AutoScalingGroupName!:XmlStringMaxLen255 ProtectedFromScaleIn!:ProtectedFromScaleIn
        boolean ShouldDecrementDesiredCapacity
        boolean ShouldRespectGracePeriod
        boolean SkipMatching
        boolean SkipZonalShiftValidation
        integer SpotInstancePools
        string SpotPrice 1..255
        enum StandbyInstances Terminate Ignore Wait
        structure StartInstanceRefreshAnswer InstanceRefreshId:XmlStringMaxLen255
        structure StartInstanceRefreshType AutoScalingGroupName!:XmlStringMaxLen255 Strategy:RefreshStrategy DesiredConfiguration:DesiredConfiguration Preferences:RefreshPreferences
        structure StepAdjustment MetricIntervalLowerBound:MetricScale MetricIntervalUpperBound:MetricScale ScalingAdjustment!:PolicyIncrement
        list StepAdjustments StepAdjustment
        string String
        structure SuspendedProcess ProcessName:XmlStringMaxLen255 SuspensionReason:XmlStringMaxLen255
        list SuspendedProcesses SuspendedProcess
        structure Tag ResourceId:XmlString ResourceType:XmlString Key!:TagKey Value:TagValue PropagateAtLaunch:PropagateAtLaunch
        structure TagDescription ResourceId:XmlString ResourceType:XmlString Key:TagKey Value:TagValue PropagateAtLaunch:PropagateAtLaunch
        list TagDescriptionList TagDescription
        string TagKey 1..128
        string TagValue 0..256
        list Tags Tag
        structure TagsType Tags:TagDescriptionList NextToken:XmlString
        list TargetGroupARNs XmlStringMaxLen511
        structure TargetTrackingConfiguration PredefinedMetricSpecification:PredefinedMetricSpecification CustomizedMetricSpecification:CustomizedMetricSpecification TargetValue!:MetricScale DisableScaleIn:DisableScaleIn
        list TargetTrackingMetricDataQueries TargetTrackingMetricDataQuery
        structure TargetTrackingMetricDataQuery Id!:XmlStringMaxLen64 Expression:XmlStringMaxLen2047 MetricStat:TargetTrackingMetricStat Label:XmlStringMetricLabel Period:MetricGranularityInSeconds ReturnData:ReturnData
        structure TargetTrackingMetricStat Metric!:Metric Stat!:XmlStringMetricStat Unit:MetricUnit Period:MetricGranularityInSeconds
        structure TerminateInstanceInAutoScalingGroupType InstanceId!:XmlStringMaxLen19 ShouldDecrementDesiredCapacity!:ShouldDecrementDesiredCapacity
        list TerminationPolicies XmlStringMaxLen1600
        timestamp TimestampType
        structure TotalLocalStorageGBRequest Min:NullablePositiveDouble Max:NullablePositiveDouble
        structure TrafficSourceIdentifier Identifier!:XmlStringMaxLen511 Type:XmlStringMaxLen511
        structure TrafficSourceState TrafficSource:XmlStringMaxLen511 State:XmlStringMaxLen255 Identifier:XmlStringMaxLen511 Type:XmlStringMaxLen511
        list TrafficSourceStates TrafficSourceState
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
        string XmlStringMaxLen2047 1..2047
        string XmlStringMaxLen255 1..255
        string XmlStringMaxLen32 1..32
        string XmlStringMaxLen5000 1..5000
        string XmlStringMaxLen511 1..511
        string XmlStringMaxLen64 1..64
        string XmlStringMetricLabel ..2047
        string XmlStringMetricStat 1..100
        string XmlStringUserData ..21847
        boolean ZonalShiftEnabled
        """#
}
