// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon ECS: what Neap calls or answers of it, as AWS's model says.
public enum ECS {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "ecs", serviceID: "ECS", endpointPrefix: "ecs",
        signingName: "ecs", protocol: .json(version: "1.1", targetPrefix: "AmazonEC2ContainerServiceV20141113"),
        apiVersion: "2014-11-13", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation ContinueServiceDeployment ContinueServiceDeploymentRequest ContinueServiceDeploymentResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceDeploymentNotFoundException,UnsupportedFeatureException
        operation CreateCapacityProvider CreateCapacityProviderRequest CreateCapacityProviderResponse errors=AccessDeniedException,LimitExceededException,ServerException,UpdateInProgressException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation CreateCluster CreateClusterRequest CreateClusterResponse errors=AccessDeniedException,NamespaceNotFoundException,ServerException,InvalidParameterException,ClientException
        operation CreateService CreateServiceRequest CreateServiceResponse errors=AccessDeniedException,PlatformUnknownException,NamespaceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,PlatformTaskDefinitionIncompatibilityException,UnsupportedFeatureException
        operation DeleteAccountSetting DeleteAccountSettingRequest DeleteAccountSettingResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation DeleteAttributes DeleteAttributesRequest DeleteAttributesResponse errors=AccessDeniedException,TargetNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DeleteCapacityProvider DeleteCapacityProviderRequest DeleteCapacityProviderResponse errors=AccessDeniedException,ServerException,UpdateInProgressException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation DeleteCluster DeleteClusterRequest DeleteClusterResponse errors=ClusterContainsContainerInstancesException,AccessDeniedException,ClusterContainsServicesException,ClusterContainsCapacityProviderException,ClusterContainsTasksException,ServerException,UpdateInProgressException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DeleteService DeleteServiceRequest DeleteServiceResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException
        operation DeleteTaskDefinitions DeleteTaskDefinitionsRequest DeleteTaskDefinitionsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation DeregisterContainerInstance DeregisterContainerInstanceRequest DeregisterContainerInstanceResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DeregisterTaskDefinition DeregisterTaskDefinitionRequest DeregisterTaskDefinitionResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation DescribeCapacityProviders DescribeCapacityProvidersRequest DescribeCapacityProvidersResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation DescribeClusters DescribeClustersRequest DescribeClustersResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation DescribeContainerInstances DescribeContainerInstancesRequest DescribeContainerInstancesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DescribeServiceDeployments DescribeServiceDeploymentsRequest DescribeServiceDeploymentsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException,UnsupportedFeatureException
        operation DescribeServiceRevisions DescribeServiceRevisionsRequest DescribeServiceRevisionsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException,UnsupportedFeatureException
        operation DescribeServices DescribeServicesRequest DescribeServicesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DescribeTaskDefinition DescribeTaskDefinitionRequest DescribeTaskDefinitionResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation DescribeTasks DescribeTasksRequest DescribeTasksResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation DiscoverPollEndpoint DiscoverPollEndpointRequest DiscoverPollEndpointResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation GetTaskProtection GetTaskProtectionRequest GetTaskProtectionResponse errors=AccessDeniedException,ResourceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation ListAccountSettings ListAccountSettingsRequest ListAccountSettingsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation ListAttributes ListAttributesRequest ListAttributesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation ListClusters ListClustersRequest ListClustersResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation ListContainerInstances ListContainerInstancesRequest ListContainerInstancesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation ListServiceDeployments ListServiceDeploymentsRequest ListServiceDeploymentsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException,UnsupportedFeatureException
        operation ListServices ListServicesRequest ListServicesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation ListTaskDefinitionFamilies ListTaskDefinitionFamiliesRequest ListTaskDefinitionFamiliesResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation ListTaskDefinitions ListTaskDefinitionsRequest ListTaskDefinitionsResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation ListTasks ListTasksRequest ListTasksResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException
        operation PutAccountSetting PutAccountSettingRequest PutAccountSettingResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation PutAccountSettingDefault PutAccountSettingDefaultRequest PutAccountSettingDefaultResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException
        operation PutAttributes PutAttributesRequest PutAttributesResponse errors=AccessDeniedException,TargetNotFoundException,ServerException,AttributeLimitExceededException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation PutClusterCapacityProviders PutClusterCapacityProvidersRequest PutClusterCapacityProvidersResponse errors=AccessDeniedException,ServerException,UpdateInProgressException,InvalidParameterException,ResourceInUseException,ClientException,ClusterNotFoundException
        operation RegisterContainerInstance RegisterContainerInstanceRequest RegisterContainerInstanceResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation RegisterTaskDefinition RegisterTaskDefinitionRequest RegisterTaskDefinitionResponse errors=AccessDeniedException,LimitExceededException,ServerException,InvalidParameterException,ClientException
        operation RunTask RunTaskRequest RunTaskResponse errors=ConflictException,AccessDeniedException,PlatformUnknownException,ServerException,InvalidParameterException,BlockedException,ClientException,ClusterNotFoundException,PlatformTaskDefinitionIncompatibilityException,UnsupportedFeatureException
        operation StartTask StartTaskRequest StartTaskResponse errors=AccessDeniedException,NamespaceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation StopServiceDeployment StopServiceDeploymentRequest StopServiceDeploymentResponse errors=ConflictException,AccessDeniedException,ServerException,InvalidParameterException,ClientException,ServiceDeploymentNotFoundException,UnsupportedFeatureException
        operation StopTask StopTaskRequest StopTaskResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation TagResource TagResourceRequest TagResourceResponse errors=AccessDeniedException,LimitExceededException,ResourceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation UntagResource UntagResourceRequest UntagResourceResponse errors=AccessDeniedException,ResourceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation UpdateCapacityProvider UpdateCapacityProviderRequest UpdateCapacityProviderResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        operation UpdateCluster UpdateClusterRequest UpdateClusterResponse errors=AccessDeniedException,NamespaceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation UpdateClusterSettings UpdateClusterSettingsRequest UpdateClusterSettingsResponse errors=AccessDeniedException,ServerException,UpdateInProgressException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation UpdateContainerInstancesState UpdateContainerInstancesStateRequest UpdateContainerInstancesStateResponse errors=AccessDeniedException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException
        operation UpdateService UpdateServiceRequest UpdateServiceResponse errors=AccessDeniedException,PlatformUnknownException,NamespaceNotFoundException,ServiceNotActiveException,ServerException,InvalidParameterException,ClientException,ServiceNotFoundException,ClusterNotFoundException,PlatformTaskDefinitionIncompatibilityException,UnsupportedFeatureException
        operation UpdateTaskProtection UpdateTaskProtectionRequest UpdateTaskProtectionResponse errors=AccessDeniedException,ResourceNotFoundException,ServerException,InvalidParameterException,ClientException,ClusterNotFoundException,UnsupportedFeatureException
        pages DescribeCapacityProviders nextToken nextToken capacityProviders,failures maxResults
        pages ListAccountSettings nextToken nextToken settings maxResults
        pages ListAttributes nextToken nextToken attributes maxResults
        pages ListClusters nextToken nextToken clusterArns maxResults
        pages ListContainerInstances nextToken nextToken containerInstanceArns maxResults
        pages ListServiceDeployments nextToken nextToken serviceDeployments maxResults
        pages ListServices nextToken nextToken serviceArns maxResults
        pages ListTaskDefinitionFamilies nextToken nextToken families maxResults
        pages ListTaskDefinitions nextToken nextToken taskDefinitionArns maxResults
        pages ListTasks nextToken nextToken taskArns maxResults
        structure AcceleratorCountRequest min:BoxedInteger max:BoxedInteger
        enum AcceleratorManufacturer amazon-web-services amd nvidia xilinx habana
        list AcceleratorManufacturerSet AcceleratorManufacturer
        enum AcceleratorName a100 inferentia k520 k80 m60 radeon-pro-v520 t4 vu9p v100 a10g h100 t4g
        list AcceleratorNameSet AcceleratorName
        structure AcceleratorTotalMemoryMiBRequest min:BoxedInteger max:BoxedInteger
        enum AcceleratorType gpu fpga inference
        list AcceleratorTypeSet AcceleratorType
        error AccessDeniedException AccessDeniedException 400 message:String
        enum AccessType PUBLIC PRIVATE
        structure AdvancedConfiguration alternateTargetGroupArn:String productionListenerRule:String testListenerRule:String roleArn:String
        enum AgentUpdateStatus PENDING STAGING STAGED UPDATING UPDATED FAILED
        string AllowedInstanceType 1..30
        list AllowedInstanceTypeSet AllowedInstanceType 0..400
        enum ApplicationProtocol http http2 grpc
        enum AssignPublicIp ENABLED DISABLED
        structure Attachment id:String type:String status:String details:AttachmentDetails
        list AttachmentDetails KeyValuePair
        list Attachments Attachment
        structure Attribute name!:String value:String targetType:TargetType targetId:String
        error AttributeLimitExceededException AttributeLimitExceededException 400 message:String
        list Attributes Attribute
        enum AutoRepairActionsStatus ENABLED DISABLED
        structure AutoRepairConfiguration actionsStatus:AutoRepairActionsStatus
        structure AutoScalingGroupProvider autoScalingGroupArn!:String managedScaling:ManagedScaling managedTerminationProtection:ManagedTerminationProtection managedDraining:ManagedDraining
        structure AutoScalingGroupProviderUpdate managedScaling:ManagedScaling managedTerminationProtection:ManagedTerminationProtection managedDraining:ManagedDraining
        enum AvailabilityZoneRebalancing ENABLED DISABLED
        structure AwsVpcConfiguration subnets!:StringList securityGroups:StringList assignPublicIp:AssignPublicIp
        enum BareMetal included required excluded
        structure BaselineEbsBandwidthMbpsRequest min:BoxedInteger max:BoxedInteger
        error BlockedException BlockedException 400 message:String
        boolean Boolean
        boolean BoxedBoolean
        number BoxedDouble
        integer BoxedInteger
        enum BurstablePerformance included required excluded
        enum CPUArchitecture X86_64 ARM64
        structure CanaryConfiguration canaryPercent:Double canaryBakeTimeInMinutes:Integer
        enum CapacityOptionType ON_DEMAND SPOT RESERVED
        structure CapacityProvider capacityProviderArn:String name:String cluster:String status:CapacityProviderStatus autoScalingGroupProvider:AutoScalingGroupProvider managedInstancesProvider:ManagedInstancesProvider updateStatus:CapacityProviderUpdateStatus updateStatusReason:String tags:Tags type:CapacityProviderType
        enum CapacityProviderField TAGS
        list CapacityProviderFieldList CapacityProviderField
        enum CapacityProviderStatus PROVISIONING ACTIVE DEPROVISIONING INACTIVE
        list CapacityProviderStrategy CapacityProviderStrategyItem
        structure CapacityProviderStrategyItem capacityProvider!:String weight:CapacityProviderStrategyItemWeight base:CapacityProviderStrategyItemBase
        integer CapacityProviderStrategyItemBase 0..100000
        integer CapacityProviderStrategyItemWeight 0..1000
        enum CapacityProviderType EC2_AUTOSCALING MANAGED_INSTANCES FARGATE FARGATE_SPOT
        enum CapacityProviderUpdateStatus CREATE_IN_PROGRESS CREATE_COMPLETE CREATE_FAILED DELETE_IN_PROGRESS DELETE_COMPLETE DELETE_FAILED UPDATE_IN_PROGRESS UPDATE_COMPLETE UPDATE_FAILED
        list CapacityProviders CapacityProvider
        enum CapacityReservationPreference RESERVATIONS_ONLY RESERVATIONS_FIRST RESERVATIONS_EXCLUDED
        structure CapacityReservationRequest reservationGroupArn:String reservationPreference:CapacityReservationPreference
        error ClientException ClientException 400 message:String
        structure Cluster clusterArn:String clusterName:String configuration:ClusterConfiguration status:String registeredContainerInstancesCount:Integer runningTasksCount:Integer pendingTasksCount:Integer activeServicesCount:Integer statistics:Statistics tags:Tags settings:ClusterSettings capacityProviders:StringList defaultCapacityProviderStrategy:CapacityProviderStrategy attachments:Attachments attachmentsStatus:String serviceConnectDefaults:ClusterServiceConnectDefaults
        structure ClusterConfiguration executeCommandConfiguration:ExecuteCommandConfiguration managedStorageConfiguration:ManagedStorageConfiguration
        error ClusterContainsCapacityProviderException ClusterContainsCapacityProviderException 400 message:String
        error ClusterContainsContainerInstancesException ClusterContainsContainerInstancesException 400 message:String
        error ClusterContainsServicesException ClusterContainsServicesException 400 message:String
        error ClusterContainsTasksException ClusterContainsTasksException 400 message:String
        enum ClusterField ATTACHMENTS CONFIGURATIONS SETTINGS STATISTICS TAGS
        list ClusterFieldList ClusterField
        error ClusterNotFoundException ClusterNotFoundException 400 message:String
        structure ClusterServiceConnectDefaults namespace:String
        structure ClusterServiceConnectDefaultsRequest namespace!:String
        structure ClusterSetting name:ClusterSettingName value:String
        enum ClusterSettingName containerInsights
        list ClusterSettings ClusterSetting
        list Clusters Cluster
        enum Compatibility EC2 FARGATE EXTERNAL MANAGED_INSTANCES
        list CompatibilityList Compatibility
        error ConflictException ConflictException 400 resourceIds:ResourceIds message:String
        enum Connectivity CONNECTED DISCONNECTED
        structure Container containerArn:String taskArn:String name:String image:String imageDigest:String runtimeId:String lastStatus:String exitCode:BoxedInteger reason:String networkBindings:NetworkBindings networkInterfaces:NetworkInterfaces healthStatus:HealthStatus managedAgents:ManagedAgents cpu:String memory:String memoryReservation:String gpuIds:GpuIds
        enum ContainerCondition START COMPLETE SUCCESS HEALTHY
        structure ContainerDefinition name:String image:String repositoryCredentials*:RepositoryCredentials cpu:Integer memory:BoxedInteger memoryReservation:BoxedInteger links:StringList portMappings:PortMappingList essential:BoxedBoolean restartPolicy:ContainerRestartPolicy entryPoint:StringList command:StringList environment*:EnvironmentVariables environmentFiles:EnvironmentFiles mountPoints:MountPointList volumesFrom:VolumeFromList linuxParameters:LinuxParameters secrets:SecretList dependsOn:ContainerDependencies startTimeout:BoxedInteger stopTimeout:BoxedInteger versionConsistency:VersionConsistency hostname:String user:String workingDirectory:String disableNetworking:BoxedBoolean privileged:BoxedBoolean readonlyRootFilesystem:BoxedBoolean dnsServers:StringList dnsSearchDomains:StringList extraHosts:HostEntryList dockerSecurityOptions:StringList interactive:BoxedBoolean pseudoTerminal:BoxedBoolean dockerLabels:DockerLabelsMap ulimits:UlimitList logConfiguration:LogConfiguration healthCheck:HealthCheck systemControls:SystemControls resourceRequirements:ResourceRequirements firelensConfiguration:FirelensConfiguration credentialSpecs:StringList
        list ContainerDefinitions ContainerDefinition
        list ContainerDependencies ContainerDependency
        structure ContainerDependency containerName!:String condition!:ContainerCondition
        structure ContainerImage containerName:String imageDigest:String image:String
        list ContainerImages ContainerImage
        structure ContainerInstance containerInstanceArn:String ec2InstanceId:String capacityProviderName:String version:Long versionInfo:VersionInfo remainingResources:Resources registeredResources:Resources status:String statusReason:String agentConnected:Boolean runningTasksCount:Integer pendingTasksCount:Integer agentUpdateStatus:AgentUpdateStatus attributes:Attributes registeredAt:Timestamp attachments:Attachments tags:Tags healthStatus:ContainerInstanceHealthStatus
        enum ContainerInstanceField TAGS CONTAINER_INSTANCE_HEALTH
        list ContainerInstanceFieldList ContainerInstanceField
        structure ContainerInstanceHealthStatus overallStatus:InstanceHealthCheckState details:InstanceHealthCheckResultList
        enum ContainerInstanceStatus ACTIVE DRAINING REGISTERING DEREGISTERING REGISTRATION_FAILED
        list ContainerInstances ContainerInstance
        structure ContainerOverride name:String command:StringList environment*:EnvironmentVariables environmentFiles:EnvironmentFiles cpu:BoxedInteger memory:BoxedInteger memoryReservation:BoxedInteger resourceRequirements:ResourceRequirements
        list ContainerOverrides ContainerOverride
        structure ContainerRestartPolicy enabled!:BoxedBoolean ignoredExitCodes:IntegerList restartAttemptPeriod:BoxedInteger
        list Containers Container
        structure ContinueServiceDeploymentRequest serviceDeploymentArn!:String hookId!:String action:DeploymentLifecycleHookAction
        structure ContinueServiceDeploymentResponse serviceDeploymentArn:String
        enum CpuManufacturer intel amd amazon-web-services
        list CpuManufacturerSet CpuManufacturer
        structure CreateCapacityProviderRequest name!:String cluster:String autoScalingGroupProvider:AutoScalingGroupProvider managedInstancesProvider:CreateManagedInstancesProviderConfiguration tags:Tags
        structure CreateCapacityProviderResponse capacityProvider:CapacityProvider
        structure CreateClusterRequest clusterName:String tags:Tags settings:ClusterSettings configuration:ClusterConfiguration capacityProviders:StringList defaultCapacityProviderStrategy:CapacityProviderStrategy serviceConnectDefaults:ClusterServiceConnectDefaultsRequest
        structure CreateClusterResponse cluster:Cluster
        structure CreateManagedInstancesProviderConfiguration infrastructureRoleArn!:String instanceLaunchTemplate!:InstanceLaunchTemplate propagateTags:PropagateMITags infrastructureOptimization:InfrastructureOptimization autoRepairConfiguration:AutoRepairConfiguration
        structure CreateServiceRequest cluster:String serviceName!:String taskDefinition:String availabilityZoneRebalancing:AvailabilityZoneRebalancing loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries desiredCount:BoxedInteger clientToken^:String launchType:LaunchType capacityProviderStrategy:CapacityProviderStrategy platformVersion:String role:String deploymentConfiguration:DeploymentConfiguration placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies networkConfiguration:NetworkConfiguration healthCheckGracePeriodSeconds:BoxedInteger schedulingStrategy:SchedulingStrategy deploymentController:DeploymentController tags:Tags enableECSManagedTags:Boolean propagateTags:PropagateTags enableExecuteCommand:Boolean serviceConnectConfiguration:ServiceConnectConfiguration volumeConfigurations:ServiceVolumeConfigurations vpcLatticeConfigurations:VpcLatticeConfigurations
        structure CreateServiceResponse service:Service
        structure CreatedAt before:Timestamp after:Timestamp
        structure DeleteAccountSettingRequest name!:SettingName principalArn:String
        structure DeleteAccountSettingResponse setting:Setting
        structure DeleteAttributesRequest cluster:String attributes!:Attributes
        structure DeleteAttributesResponse attributes:Attributes
        structure DeleteCapacityProviderRequest capacityProvider!:String cluster:String
        structure DeleteCapacityProviderResponse capacityProvider:CapacityProvider
        structure DeleteClusterRequest cluster!:String
        structure DeleteClusterResponse cluster:Cluster
        structure DeleteServiceRequest cluster:String service!:String force:BoxedBoolean
        structure DeleteServiceResponse service:Service
        structure DeleteTaskDefinitionsRequest taskDefinitions!:StringList
        structure DeleteTaskDefinitionsResponse taskDefinitions:TaskDefinitionList failures:Failures
        structure Deployment id:String status:String taskDefinition:String desiredCount:Integer pendingCount:Integer runningCount:Integer failedTasks:Integer createdAt:Timestamp updatedAt:Timestamp capacityProviderStrategy:CapacityProviderStrategy launchType:LaunchType platformVersion:String platformFamily:String networkConfiguration:NetworkConfiguration rolloutState:DeploymentRolloutState rolloutStateReason:String serviceConnectConfiguration:ServiceConnectConfiguration serviceConnectResources:ServiceConnectServiceResourceList volumeConfigurations:ServiceVolumeConfigurations fargateEphemeralStorage:DeploymentEphemeralStorage vpcLatticeConfigurations:VpcLatticeConfigurations
        structure DeploymentAlarms alarmNames!:StringList rollback!:Boolean enable!:Boolean
        structure DeploymentCircuitBreaker enable!:Boolean rollback!:Boolean resetOnHealthyTask:Boolean thresholdConfiguration:ThresholdConfiguration
        structure DeploymentConfiguration deploymentCircuitBreaker:DeploymentCircuitBreaker maximumPercent:BoxedInteger minimumHealthyPercent:BoxedInteger alarms:DeploymentAlarms strategy:DeploymentStrategy bakeTimeInMinutes:BoxedInteger lifecycleHooks:DeploymentLifecycleHookList linearConfiguration:LinearConfiguration canaryConfiguration:CanaryConfiguration
        structure DeploymentController type!:DeploymentControllerType
        enum DeploymentControllerType ECS CODE_DEPLOY EXTERNAL
        structure DeploymentEphemeralStorage kmsKeyId:String
        structure DeploymentLifecycleHook targetType:DeploymentLifecycleHookTargetType hookTargetArn:String roleArn:IAMRoleArn lifecycleStages:DeploymentLifecycleHookStageList hookDetails:HookDetails timeoutConfiguration:DeploymentLifecycleHookTimeoutConfiguration
        enum DeploymentLifecycleHookAction ROLLBACK CONTINUE
        structure DeploymentLifecycleHookDetail hookId:String targetType:DeploymentLifecycleHookTargetType targetArn:String status:DeploymentLifecycleHookStatus expiresAt:Timestamp timeoutAction:DeploymentLifecycleHookAction
        list DeploymentLifecycleHookDetailList DeploymentLifecycleHookDetail
        integer DeploymentLifecycleHookDuration 1..20160
        list DeploymentLifecycleHookList DeploymentLifecycleHook
        enum DeploymentLifecycleHookStage RECONCILE_SERVICE PRE_SCALE_UP POST_SCALE_UP TEST_TRAFFIC_SHIFT POST_TEST_TRAFFIC_SHIFT PRE_PRODUCTION_TRAFFIC_SHIFT PRODUCTION_TRAFFIC_SHIFT POST_PRODUCTION_TRAFFIC_SHIFT
        list DeploymentLifecycleHookStageList DeploymentLifecycleHookStage
        enum DeploymentLifecycleHookStatus AWAITING_ACTION IN_PROGRESS SUCCEEDED FAILED TIMED_OUT
        enum DeploymentLifecycleHookTargetType AWS_LAMBDA PAUSE
        structure DeploymentLifecycleHookTimeoutConfiguration timeoutInMinutes:DeploymentLifecycleHookDuration action:DeploymentLifecycleHookAction
        enum DeploymentRolloutState COMPLETED FAILED IN_PROGRESS
        enum DeploymentStrategy ROLLING BLUE_GREEN LINEAR CANARY
        list Deployments Deployment
        structure DeregisterContainerInstanceRequest cluster:String containerInstance!:String force:BoxedBoolean
        structure DeregisterContainerInstanceResponse containerInstance:ContainerInstance
        structure DeregisterTaskDefinitionRequest taskDefinition!:String
        structure DeregisterTaskDefinitionResponse taskDefinition:TaskDefinition
        structure DescribeCapacityProvidersRequest capacityProviders:StringList cluster:String include:CapacityProviderFieldList maxResults:BoxedInteger nextToken:String
        structure DescribeCapacityProvidersResponse capacityProviders:CapacityProviders failures:Failures nextToken:String
        structure DescribeClustersRequest clusters:StringList include:ClusterFieldList
        structure DescribeClustersResponse clusters:Clusters failures:Failures
        structure DescribeContainerInstancesRequest cluster:String containerInstances!:StringList include:ContainerInstanceFieldList
        structure DescribeContainerInstancesResponse containerInstances:ContainerInstances failures:Failures
        structure DescribeServiceDeploymentsRequest serviceDeploymentArns!:StringList
        structure DescribeServiceDeploymentsResponse serviceDeployments:ServiceDeployments failures:Failures
        structure DescribeServiceRevisionsRequest serviceRevisionArns!:StringList
        structure DescribeServiceRevisionsResponse serviceRevisions:ServiceRevisions failures:Failures
        structure DescribeServicesRequest cluster:String services!:StringList include:ServiceFieldList
        structure DescribeServicesResponse services:Services failures:Failures
        structure DescribeTaskDefinitionRequest taskDefinition!:String include:TaskDefinitionFieldList
        structure DescribeTaskDefinitionResponse taskDefinition:TaskDefinition tags:Tags
        structure DescribeTasksRequest cluster:String tasks!:StringList include:TaskFieldList
        structure DescribeTasksResponse tasks:Tasks failures:Failures
        enum DesiredStatus RUNNING PENDING STOPPED
        structure Device hostPath!:String containerPath:String permissions:DeviceCgroupPermissions
        enum DeviceCgroupPermission read write mknod
        list DeviceCgroupPermissions DeviceCgroupPermission
        list DevicesList Device
        structure DiscoverPollEndpointRequest containerInstance:String cluster:String
        structure DiscoverPollEndpointResponse endpoint:String telemetryEndpoint:String serviceConnectEndpoint:String
        map DockerLabelsMap String String
        structure DockerVolumeConfiguration scope:Scope autoprovision:BoxedBoolean driver:String driverOpts:StringMap labels:StringMap
        number Double
        integer Duration 0..2147483647
        string EBSKMSKeyId
        enum EBSResourceType volume
        string EBSSnapshotId
        structure EBSTagSpecification resourceType!:EBSResourceType tags:Tags propagateTags:PropagateTags
        list EBSTagSpecifications EBSTagSpecification
        string EBSVolumeType
        structure ECSManagedResources ingressPaths:ManagedIngressPaths autoScaling:ManagedAutoScaling metricAlarms:ManagedMetricAlarms serviceSecurityGroups:ManagedSecurityGroups logGroups:ManagedLogGroups
        string ECSVolumeName
        structure EFSAuthorizationConfig accessPointId:String iam:EFSAuthorizationConfigIAM
        enum EFSAuthorizationConfigIAM ENABLED DISABLED
        enum EFSTransitEncryption ENABLED DISABLED
        structure EFSVolumeConfiguration fileSystemId!:String rootDirectory:String transitEncryption:EFSTransitEncryption transitEncryptionPort:BoxedInteger authorizationConfig:EFSAuthorizationConfig
        structure EnvironmentFile value!:String type!:EnvironmentFileType
        enum EnvironmentFileType s3
        list EnvironmentFiles EnvironmentFile
        list* EnvironmentVariables KeyValuePair
        structure EphemeralStorage sizeInGiB!:Integer
        string ExcludedInstanceType 1..30
        list ExcludedInstanceTypeSet ExcludedInstanceType 0..400
        structure ExecuteCommandConfiguration kmsKeyId:String logging:ExecuteCommandLogging logConfiguration:ExecuteCommandLogConfiguration
        structure ExecuteCommandLogConfiguration cloudWatchLogGroupName:String cloudWatchEncryptionEnabled:Boolean s3BucketName:String s3EncryptionEnabled:Boolean s3KeyPrefix:String
        enum ExecuteCommandLogging NONE DEFAULT OVERRIDE
        structure FSxWindowsFileServerAuthorizationConfig credentialsParameter!:String domain!:String
        structure FSxWindowsFileServerVolumeConfiguration fileSystemId!:String rootDirectory!:String authorizationConfig!:FSxWindowsFileServerAuthorizationConfig
        structure Failure arn:String reason:String detail:String
        list Failures Failure
        structure FirelensConfiguration type!:FirelensConfigurationType options:FirelensConfigurationOptionsMap
        map FirelensConfigurationOptionsMap String String
        enum FirelensConfigurationType fluentd fluentbit
        structure GetTaskProtectionRequest cluster!:String tasks:StringList
        structure GetTaskProtectionResponse protectedTasks:ProtectedTasks failures:Failures
        list GpuIds String
        structure HealthCheck command!:StringList interval:BoxedInteger timeout:BoxedInteger retries:BoxedInteger startPeriod:BoxedInteger
        enum HealthStatus HEALTHY UNHEALTHY UNKNOWN
        document HookDetails
        structure HostEntry hostname!:String ipAddress!:String
        list HostEntryList HostEntry
        structure HostVolumeProperties sourcePath:String
        string IAMRoleArn
        structure InferenceAccelerator deviceName!:String deviceType!:String
        structure InferenceAcceleratorOverride deviceName:String deviceType:String
        list InferenceAcceleratorOverrides InferenceAcceleratorOverride
        list InferenceAccelerators InferenceAccelerator
        structure InfrastructureOptimization scaleInAfter:BoxedInteger
        enum InstanceGeneration current previous
        list InstanceGenerationSet InstanceGeneration
        structure InstanceHealthCheckResult type:InstanceHealthCheckType status:InstanceHealthCheckState statusReason:String lastUpdated:Timestamp lastStatusChange:Timestamp
        list InstanceHealthCheckResultList InstanceHealthCheckResult
        enum InstanceHealthCheckState OK IMPAIRED INSUFFICIENT_DATA INITIALIZING
        enum InstanceHealthCheckType CONTAINER_RUNTIME ACCELERATED_COMPUTE DAEMON
        structure InstanceLaunchTemplate ec2InstanceProfileArn!:String networkConfiguration!:ManagedInstancesNetworkConfiguration storageConfiguration:ManagedInstancesStorageConfiguration localStorageConfiguration:ManagedInstancesLocalStorageConfiguration monitoring:ManagedInstancesMonitoringOptions capacityOptionType:CapacityOptionType instanceMetadataTagsPropagation:BoxedBoolean instanceRequirements:InstanceRequirementsRequest fipsEnabled:BoxedBoolean capacityReservations:CapacityReservationRequest
        structure InstanceLaunchTemplateUpdate ec2InstanceProfileArn:String networkConfiguration:ManagedInstancesNetworkConfiguration storageConfiguration:ManagedInstancesStorageConfiguration instanceMetadataTagsPropagation:BoxedBoolean localStorageConfiguration:ManagedInstancesLocalStorageConfiguration monitoring:ManagedInstancesMonitoringOptions instanceRequirements:InstanceRequirementsRequest capacityReservations:CapacityReservationRequest
        structure InstanceRequirementsRequest vCpuCount!:VCpuCountRangeRequest memoryMiB!:MemoryMiBRequest cpuManufacturers:CpuManufacturerSet memoryGiBPerVCpu:MemoryGiBPerVCpuRequest excludedInstanceTypes:ExcludedInstanceTypeSet instanceGenerations:InstanceGenerationSet spotMaxPricePercentageOverLowestPrice:BoxedInteger onDemandMaxPricePercentageOverLowestPrice:BoxedInteger bareMetal:BareMetal burstablePerformance:BurstablePerformance requireHibernateSupport:BoxedBoolean networkInterfaceCount:NetworkInterfaceCountRequest localStorage:LocalStorage localStorageTypes:LocalStorageTypeSet totalLocalStorageGB:TotalLocalStorageGBRequest baselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest acceleratorTypes:AcceleratorTypeSet acceleratorCount:AcceleratorCountRequest acceleratorManufacturers:AcceleratorManufacturerSet acceleratorNames:AcceleratorNameSet acceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest networkBandwidthGbps:NetworkBandwidthGbpsRequest allowedInstanceTypes:AllowedInstanceTypeSet maxSpotPriceAsPercentageOfOptimalOnDemandPrice:BoxedInteger
        integer Integer
        list IntegerList BoxedInteger
        error InvalidParameterException InvalidParameterException 400 message:String
        enum IpcMode host task none
        structure KernelCapabilities add:StringList drop:StringList
        structure KeyValuePair name:String value*:String
        enum LaunchType EC2 FARGATE EXTERNAL MANAGED_INSTANCES
        error LimitExceededException LimitExceededException 400 message:String
        structure LinearConfiguration stepPercent:Double stepBakeTimeInMinutes:Integer
        structure LinuxParameters capabilities:KernelCapabilities devices:DevicesList initProcessEnabled:BoxedBoolean sharedMemorySize:BoxedInteger tmpfs:TmpfsList maxSwap:BoxedInteger swappiness:BoxedInteger
        structure ListAccountSettingsRequest name:SettingName value:String principalArn:String effectiveSettings:Boolean nextToken:String maxResults:Integer
        structure ListAccountSettingsResponse settings:Settings nextToken:String
        structure ListAttributesRequest cluster:String targetType!:TargetType attributeName:String attributeValue:String nextToken:String maxResults:BoxedInteger
        structure ListAttributesResponse attributes:Attributes nextToken:String
        structure ListClustersRequest nextToken:String maxResults:BoxedInteger
        structure ListClustersResponse clusterArns:StringList nextToken:String
        structure ListContainerInstancesRequest cluster:String filter:String nextToken:String maxResults:BoxedInteger status:ContainerInstanceStatus
        structure ListContainerInstancesResponse containerInstanceArns:StringList nextToken:String
        structure ListServiceDeploymentsRequest service!:String cluster:String status:ServiceDeploymentStatusList createdAt:CreatedAt nextToken:String maxResults:BoxedInteger
        structure ListServiceDeploymentsResponse serviceDeployments:ServiceDeploymentsBrief nextToken:String
        structure ListServicesRequest cluster:String nextToken:String maxResults:BoxedInteger launchType:LaunchType schedulingStrategy:SchedulingStrategy resourceManagementType:ResourceManagementType
        structure ListServicesResponse serviceArns:StringList nextToken:String
        structure ListTagsForResourceRequest resourceArn!:String
        structure ListTagsForResourceResponse tags:Tags
        structure ListTaskDefinitionFamiliesRequest familyPrefix:String status:TaskDefinitionFamilyStatus nextToken:String maxResults:BoxedInteger
        structure ListTaskDefinitionFamiliesResponse families:StringList nextToken:String
        structure ListTaskDefinitionsRequest familyPrefix:String status:TaskDefinitionStatus sort:SortOrder nextToken:String maxResults:BoxedInteger
        structure ListTaskDefinitionsResponse taskDefinitionArns:StringList nextToken:String
        structure ListTasksRequest cluster:String containerInstance:String family:String nextToken:String maxResults:BoxedInteger startedBy:String serviceName:String desiredStatus:DesiredStatus launchType:LaunchType daemonName:String
        structure ListTasksResponse taskArns:StringList nextToken:String
        structure LoadBalancer targetGroupArn:String loadBalancerName:String containerName:String containerPort:BoxedInteger advancedConfiguration:AdvancedConfiguration
        list LoadBalancers LoadBalancer
        enum LocalStorage included required excluded
        enum LocalStorageType hdd ssd
        list LocalStorageTypeSet LocalStorageType
        structure LogConfiguration logDriver!:LogDriver options:LogConfigurationOptionsMap secretOptions:SecretList
        map LogConfigurationOptionsMap String String
        enum LogDriver json-file syslog journald gelf fluentd awslogs splunk awsfirelens
        integer Long
        structure ManagedAgent lastStartedAt:Timestamp name:ManagedAgentName reason:String lastStatus:String
        enum ManagedAgentName ExecuteCommandAgent
        list ManagedAgents ManagedAgent
        list ManagedApplicationAutoScalingPolicies ManagedApplicationAutoScalingPolicy
        structure ManagedApplicationAutoScalingPolicy arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp policyType!:String targetValue!:Double metric!:String
        structure ManagedAutoScaling scalableTarget:ManagedScalableTarget applicationAutoScalingPolicies:ManagedApplicationAutoScalingPolicies
        structure ManagedCertificate arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp domainName!:String
        enum ManagedDraining ENABLED DISABLED
        structure ManagedIngressPath accessType!:AccessType endpoint!:String loadBalancer:ManagedLoadBalancer loadBalancerSecurityGroups:ManagedSecurityGroups certificate:ManagedCertificate listener:ManagedListener rule:ManagedListenerRule targetGroups:ManagedTargetGroups
        list ManagedIngressPaths ManagedIngressPath
        structure ManagedInstancesLocalStorageConfiguration useLocalStorage:Boolean
        enum ManagedInstancesMonitoringOptions BASIC DETAILED
        structure ManagedInstancesNetworkConfiguration subnets:StringList securityGroups:StringList
        structure ManagedInstancesProvider infrastructureRoleArn:String instanceLaunchTemplate:InstanceLaunchTemplate propagateTags:PropagateMITags infrastructureOptimization:InfrastructureOptimization autoRepairConfiguration:AutoRepairConfiguration
        structure ManagedInstancesStorageConfiguration storageSizeGiB:TaskVolumeStorageGiB
        structure ManagedListener arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp
        structure ManagedListenerRule arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp
        structure ManagedLoadBalancer arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp scheme!:String subnetIds:StringList securityGroupIds:StringList
        structure ManagedLogGroup arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp logGroupName!:String
        list ManagedLogGroups ManagedLogGroup
        structure ManagedMetricAlarm arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp
        list ManagedMetricAlarms ManagedMetricAlarm
        enum ManagedResourceStatus PROVISIONING ACTIVE DEPROVISIONING DELETED FAILED
        structure ManagedScalableTarget arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp minCapacity!:Integer maxCapacity!:Integer
        structure ManagedScaling status:ManagedScalingStatus targetCapacity:ManagedScalingTargetCapacity minimumScalingStepSize:ManagedScalingStepSize maximumScalingStepSize:ManagedScalingStepSize instanceWarmupPeriod:ManagedScalingInstanceWarmupPeriod
        integer ManagedScalingInstanceWarmupPeriod 0..10000
        enum ManagedScalingStatus ENABLED DISABLED
        integer ManagedScalingStepSize 1..10000
        integer ManagedScalingTargetCapacity 1..100
        structure ManagedSecurityGroup arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp
        list ManagedSecurityGroups ManagedSecurityGroup
        structure ManagedStorageConfiguration kmsKeyId:String fargateEphemeralStorageKmsKeyId:String
        structure ManagedTargetGroup arn:String status!:ManagedResourceStatus statusReason:String updatedAt!:Timestamp healthCheckPath!:String healthCheckPort!:Integer port!:Integer
        list ManagedTargetGroups ManagedTargetGroup
        enum ManagedTerminationProtection ENABLED DISABLED
        structure MemoryGiBPerVCpuRequest min:BoxedDouble max:BoxedDouble
        structure MemoryMiBRequest min!:BoxedInteger max:BoxedInteger
        structure MountPoint sourceVolume:String containerPath:String readOnly:BoxedBoolean
        list MountPointList MountPoint
        error NamespaceNotFoundException NamespaceNotFoundException 400 message:String
        structure NetworkBandwidthGbpsRequest min:BoxedDouble max:BoxedDouble
        structure NetworkBinding bindIP:String containerPort:BoxedInteger hostPort:BoxedInteger protocol:TransportProtocol containerPortRange:String hostPortRange:String
        list NetworkBindings NetworkBinding
        structure NetworkConfiguration awsvpcConfiguration:AwsVpcConfiguration
        structure NetworkInterface attachmentId:String privateIpv4Address:String ipv6Address:String
        structure NetworkInterfaceCountRequest min:BoxedInteger max:BoxedInteger
        list NetworkInterfaces NetworkInterface
        enum NetworkMode bridge host awsvpc none
        enum OSFamily WINDOWS_SERVER_2019_FULL WINDOWS_SERVER_2019_CORE WINDOWS_SERVER_2016_FULL WINDOWS_SERVER_2004_CORE WINDOWS_SERVER_2022_CORE WINDOWS_SERVER_2022_FULL WINDOWS_SERVER_2025_CORE WINDOWS_SERVER_2025_FULL WINDOWS_SERVER_20H2_CORE LINUX
        enum PidMode host task
        structure PlacementConstraint type:PlacementConstraintType expression:String
        enum PlacementConstraintType distinctInstance memberOf
        list PlacementConstraints PlacementConstraint
        list PlacementStrategies PlacementStrategy
        structure PlacementStrategy type:PlacementStrategyType field:String
        enum PlacementStrategyType random spread binpack
        structure PlatformDevice id!:String type!:PlatformDeviceType
        enum PlatformDeviceType GPU
        list PlatformDevices PlatformDevice
        error PlatformTaskDefinitionIncompatibilityException PlatformTaskDefinitionIncompatibilityException 400 message:String
        error PlatformUnknownException PlatformUnknownException 400 message:String
        structure PortMapping containerPort:BoxedInteger hostPort:BoxedInteger protocol:TransportProtocol name:String appProtocol:ApplicationProtocol containerPortRange:String
        list PortMappingList PortMapping
        integer PortNumber 0..65535
        enum PropagateMITags CAPACITY_PROVIDER NONE
        enum PropagateTags TASK_DEFINITION SERVICE NONE
        structure ProtectedTask taskArn:String protectionEnabled:Boolean expirationDate:Timestamp
        list ProtectedTasks ProtectedTask
        structure ProxyConfiguration type:ProxyConfigurationType containerName!:String properties:ProxyConfigurationProperties
        list ProxyConfigurationProperties KeyValuePair
        enum ProxyConfigurationType APPMESH
        structure PutAccountSettingDefaultRequest name!:SettingName value!:String
        structure PutAccountSettingDefaultResponse setting:Setting
        structure PutAccountSettingRequest name!:SettingName value!:String principalArn:String
        structure PutAccountSettingResponse setting:Setting
        structure PutAttributesRequest cluster:String attributes!:Attributes
        structure PutAttributesResponse attributes:Attributes
        structure PutClusterCapacityProvidersRequest cluster!:String capacityProviders!:StringList defaultCapacityProviderStrategy!:CapacityProviderStrategy
        structure PutClusterCapacityProvidersResponse cluster:Cluster
        structure RegisterContainerInstanceRequest cluster:String instanceIdentityDocument:String instanceIdentityDocumentSignature:String totalResources:Resources versionInfo:VersionInfo containerInstanceArn:String attributes:Attributes platformDevices:PlatformDevices tags:Tags
        structure RegisterContainerInstanceResponse containerInstance:ContainerInstance
        structure RegisterTaskDefinitionRequest family!:String taskRoleArn:String executionRoleArn:String networkMode:NetworkMode containerDefinitions!:ContainerDefinitions volumes:VolumeList placementConstraints:TaskDefinitionPlacementConstraints requiresCompatibilities:CompatibilityList cpu:String memory:String tags:Tags pidMode:PidMode ipcMode:IpcMode proxyConfiguration:ProxyConfiguration inferenceAccelerators:InferenceAccelerators ephemeralStorage:EphemeralStorage runtimePlatform:RuntimePlatform enableFaultInjection:BoxedBoolean
        structure RegisterTaskDefinitionResponse taskDefinition:TaskDefinition tags:Tags
        structure* RepositoryCredentials credentialsParameter!:String
        list RequiresAttributes Attribute
        structure ResolvedConfiguration loadBalancers:ServiceRevisionLoadBalancers
        structure Resource name:String type:String doubleValue:Double longValue:Long integerValue:Integer stringSetValue:StringList
        list ResourceIds String
        error ResourceInUseException ResourceInUseException 400 message:String
        enum ResourceManagementType CUSTOMER ECS
        error ResourceNotFoundException ResourceNotFoundException 400 message:String
        structure ResourceRequirement value!:String type!:ResourceType
        list ResourceRequirements ResourceRequirement
        enum ResourceType GPU InferenceAccelerator
        list Resources Resource
        structure Rollback reason:String startedAt:Timestamp serviceRevisionArn:String
        structure RunTaskRequest capacityProviderStrategy:CapacityProviderStrategy cluster:String count:BoxedInteger enableECSManagedTags:Boolean enableExecuteCommand:Boolean group:String launchType:LaunchType networkConfiguration:NetworkConfiguration overrides:TaskOverride placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies platformVersion:String propagateTags:PropagateTags referenceId:String startedBy:String tags:Tags taskDefinition!:String clientToken^:String volumeConfigurations:TaskVolumeConfigurations
        structure RunTaskResponse tasks:Tasks failures:Failures
        structure RuntimePlatform cpuArchitecture:CPUArchitecture operatingSystemFamily:OSFamily
        structure S3FilesVolumeConfiguration fileSystemArn!:String rootDirectory:String transitEncryptionPort:BoxedInteger accessPointArn:String
        structure Scale value:Double unit:ScaleUnit
        enum ScaleUnit PERCENT
        enum SchedulingStrategy REPLICA DAEMON
        enum Scope task shared
        structure Secret name!:String valueFrom!:String
        list SecretList Secret
        error ServerException ServerException 500 message:String
        structure Service serviceArn:String serviceName:String clusterArn:String loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries status:String desiredCount:Integer runningCount:Integer pendingCount:Integer launchType:LaunchType capacityProviderStrategy:CapacityProviderStrategy platformVersion:String platformFamily:String taskDefinition:String deploymentConfiguration:DeploymentConfiguration taskSets:TaskSets deployments:Deployments roleArn:String events:ServiceEvents createdAt:Timestamp currentServiceDeployment:String currentServiceRevisions:ServiceCurrentRevisionSummaryList placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies networkConfiguration:NetworkConfiguration healthCheckGracePeriodSeconds:BoxedInteger schedulingStrategy:SchedulingStrategy deploymentController:DeploymentController tags:Tags createdBy:String enableECSManagedTags:Boolean propagateTags:PropagateTags enableExecuteCommand:Boolean availabilityZoneRebalancing:AvailabilityZoneRebalancing resourceManagementType:ResourceManagementType
        structure ServiceConnectAccessLogConfiguration format!:ServiceConnectAccessLoggingFormat includeQueryParameters:ServiceConnectIncludeQueryParameters
        enum ServiceConnectAccessLoggingFormat TEXT JSON
        structure ServiceConnectClientAlias port!:PortNumber dnsName:String testTrafficRules:ServiceConnectTestTrafficRules
        list ServiceConnectClientAliasList ServiceConnectClientAlias
        structure ServiceConnectConfiguration enabled!:Boolean namespace:String services:ServiceConnectServiceList logConfiguration:LogConfiguration accessLogConfiguration:ServiceConnectAccessLogConfiguration
        enum ServiceConnectIncludeQueryParameters DISABLED ENABLED
        structure ServiceConnectService portName!:String discoveryName:String clientAliases:ServiceConnectClientAliasList ingressPortOverride:PortNumber timeout:TimeoutConfiguration tls:ServiceConnectTlsConfiguration
        list ServiceConnectServiceList ServiceConnectService
        structure ServiceConnectServiceResource discoveryName:String discoveryArn:String
        list ServiceConnectServiceResourceList ServiceConnectServiceResource
        structure ServiceConnectTestTrafficHeaderMatchRules exact!:String
        structure ServiceConnectTestTrafficHeaderRules name!:String value:ServiceConnectTestTrafficHeaderMatchRules
        structure ServiceConnectTestTrafficRules header!:ServiceConnectTestTrafficHeaderRules
        structure ServiceConnectTlsCertificateAuthority awsPcaAuthorityArn:String
        structure ServiceConnectTlsConfiguration issuerCertificateAuthority!:ServiceConnectTlsCertificateAuthority kmsKey:String roleArn:String
        structure ServiceCurrentRevisionSummary arn:String requestedTaskCount:Integer runningTaskCount:Integer pendingTaskCount:Integer
        list ServiceCurrentRevisionSummaryList ServiceCurrentRevisionSummary
        structure ServiceDeployment serviceDeploymentArn:String serviceArn:String clusterArn:String createdAt:Timestamp startedAt:Timestamp finishedAt:Timestamp stoppedAt:Timestamp updatedAt:Timestamp sourceServiceRevisions:ServiceRevisionsSummaryList targetServiceRevision:ServiceRevisionSummary status:ServiceDeploymentStatus statusReason:String lifecycleStage:ServiceDeploymentLifecycleStage lifecycleHookDetails:DeploymentLifecycleHookDetailList deploymentConfiguration:DeploymentConfiguration rollback:Rollback deploymentCircuitBreaker:ServiceDeploymentCircuitBreaker alarms:ServiceDeploymentAlarms
        structure ServiceDeploymentAlarms status:ServiceDeploymentRollbackMonitorsStatus alarmNames:StringList triggeredAlarmNames:StringList
        structure ServiceDeploymentBrief serviceDeploymentArn:String serviceArn:String clusterArn:String startedAt:Timestamp createdAt:Timestamp finishedAt:Timestamp targetServiceRevisionArn:String status:ServiceDeploymentStatus statusReason:String
        structure ServiceDeploymentCircuitBreaker status:ServiceDeploymentRollbackMonitorsStatus failureCount:Integer threshold:Integer
        enum ServiceDeploymentLifecycleStage RECONCILE_SERVICE PRE_SCALE_UP SCALE_UP POST_SCALE_UP TEST_TRAFFIC_SHIFT POST_TEST_TRAFFIC_SHIFT PRODUCTION_TRAFFIC_SHIFT POST_PRODUCTION_TRAFFIC_SHIFT BAKE_TIME CLEAN_UP
        error ServiceDeploymentNotFoundException ServiceDeploymentNotFoundException 400 message:String
        enum ServiceDeploymentRollbackMonitorsStatus TRIGGERED MONITORING MONITORING_COMPLETE DISABLED
        enum ServiceDeploymentStatus PENDING SUCCESSFUL STOPPED STOP_REQUESTED IN_PROGRESS ROLLBACK_REQUESTED ROLLBACK_IN_PROGRESS ROLLBACK_SUCCESSFUL ROLLBACK_FAILED
        list ServiceDeploymentStatusList ServiceDeploymentStatus
        list ServiceDeployments ServiceDeployment
        list ServiceDeploymentsBrief ServiceDeploymentBrief
        structure ServiceEvent id:String createdAt:Timestamp message:String
        list ServiceEvents ServiceEvent
        enum ServiceField TAGS
        list ServiceFieldList ServiceField
        structure ServiceManagedEBSVolumeConfiguration encrypted:BoxedBoolean kmsKeyId:EBSKMSKeyId volumeType:EBSVolumeType sizeInGiB:BoxedInteger snapshotId:EBSSnapshotId volumeInitializationRate:BoxedInteger iops:BoxedInteger throughput:BoxedInteger tagSpecifications:EBSTagSpecifications roleArn!:IAMRoleArn filesystemType:TaskFilesystemType
        error ServiceNotActiveException ServiceNotActiveException 400 message:String
        error ServiceNotFoundException ServiceNotFoundException 400 message:String
        list ServiceRegistries ServiceRegistry
        structure ServiceRegistry registryArn:String port:BoxedInteger containerName:String containerPort:BoxedInteger
        structure ServiceRevision serviceRevisionArn:String serviceArn:String clusterArn:String taskDefinition:String capacityProviderStrategy:CapacityProviderStrategy launchType:LaunchType platformVersion:String platformFamily:String loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries networkConfiguration:NetworkConfiguration containerImages:ContainerImages guardDutyEnabled:Boolean serviceConnectConfiguration:ServiceConnectConfiguration volumeConfigurations:ServiceVolumeConfigurations fargateEphemeralStorage:DeploymentEphemeralStorage createdAt:Timestamp vpcLatticeConfigurations:VpcLatticeConfigurations resolvedConfiguration:ResolvedConfiguration ecsManagedResources:ECSManagedResources
        structure ServiceRevisionLoadBalancer targetGroupArn:String productionListenerRule:String
        list ServiceRevisionLoadBalancers ServiceRevisionLoadBalancer
        structure ServiceRevisionSummary arn:String requestedTaskCount:Integer runningTaskCount:Integer pendingTaskCount:Integer requestedTestTrafficWeight:Double requestedProductionTrafficWeight:Double
        list ServiceRevisions ServiceRevision
        list ServiceRevisionsSummaryList ServiceRevisionSummary
        structure ServiceVolumeConfiguration name!:ECSVolumeName managedEBSVolume:ServiceManagedEBSVolumeConfiguration
        list ServiceVolumeConfigurations ServiceVolumeConfiguration
        list Services Service
        structure Setting name:SettingName value:String principalArn:String type:SettingType
        enum SettingName serviceLongArnFormat taskLongArnFormat containerInstanceLongArnFormat awsvpcTrunking containerInsights fargateFIPSMode tagResourceAuthorization fargateTaskRetirementWaitPeriod guardDutyActivate defaultLogDriverMode fargateEventWindows
        enum SettingType user aws_managed
        list Settings Setting
        enum SortOrder ASC DESC
        enum StabilityStatus STEADY_STATE STABILIZING
        structure StartTaskRequest cluster:String containerInstances!:StringList enableECSManagedTags:Boolean enableExecuteCommand:Boolean group:String networkConfiguration:NetworkConfiguration overrides:TaskOverride propagateTags:PropagateTags referenceId:String startedBy:String tags:Tags taskDefinition!:String volumeConfigurations:TaskVolumeConfigurations
        structure StartTaskResponse tasks:Tasks failures:Failures
        list Statistics KeyValuePair
        structure StopServiceDeploymentRequest serviceDeploymentArn!:String stopType:StopServiceDeploymentStopType
        structure StopServiceDeploymentResponse serviceDeploymentArn:String
        enum StopServiceDeploymentStopType ABORT ROLLBACK
        structure StopTaskRequest cluster:String task!:String reason:String
        structure StopTaskResponse task:Task
        string String
        list StringList String
        map StringMap String String
        structure SystemControl namespace:String value:String
        list SystemControls SystemControl
        structure Tag key:TagKey value:TagValue
        string TagKey 1..128
        list TagKeys TagKey
        structure TagResourceRequest resourceArn!:String tags!:Tags
        structure TagResourceResponse
        string TagValue 0..256
        list Tags Tag 0..50
        error TargetNotFoundException TargetNotFoundException 400 message:String
        enum TargetType container-instance
        structure Task attachments:Attachments attributes:Attributes availabilityZone:String capacityProviderName:String clusterArn:String connectivity:Connectivity connectivityAt:Timestamp containerInstanceArn:String containers:Containers cpu:String createdAt:Timestamp desiredStatus:String enableExecuteCommand:Boolean executionStoppedAt:Timestamp group:String healthStatus:HealthStatus inferenceAccelerators:InferenceAccelerators lastStatus:String launchType:LaunchType memory:String overrides:TaskOverride platformVersion:String platformFamily:String pullStartedAt:Timestamp pullStoppedAt:Timestamp startedAt:Timestamp startedBy:String stopCode:TaskStopCode stoppedAt:Timestamp stoppedReason:String stoppingAt:Timestamp tags:Tags taskArn:String taskDefinitionArn:String version:Long ephemeralStorage:EphemeralStorage fargateEphemeralStorage:TaskEphemeralStorage
        structure TaskDefinition taskDefinitionArn:String containerDefinitions:ContainerDefinitions family:String taskRoleArn:String executionRoleArn:String networkMode:NetworkMode revision:Integer volumes:VolumeList status:TaskDefinitionStatus requiresAttributes:RequiresAttributes placementConstraints:TaskDefinitionPlacementConstraints compatibilities:CompatibilityList runtimePlatform:RuntimePlatform requiresCompatibilities:CompatibilityList cpu:String memory:String inferenceAccelerators:InferenceAccelerators pidMode:PidMode ipcMode:IpcMode proxyConfiguration:ProxyConfiguration registeredAt:Timestamp deregisteredAt:Timestamp deleteRequestedAt:Timestamp registeredBy:String ephemeralStorage:EphemeralStorage enableFaultInjection:BoxedBoolean
        enum TaskDefinitionFamilyStatus ACTIVE INACTIVE ALL
        enum TaskDefinitionField TAGS
        list TaskDefinitionFieldList TaskDefinitionField
        list TaskDefinitionList TaskDefinition
        structure TaskDefinitionPlacementConstraint type:TaskDefinitionPlacementConstraintType expression:String
        enum TaskDefinitionPlacementConstraintType memberOf
        list TaskDefinitionPlacementConstraints TaskDefinitionPlacementConstraint
        enum TaskDefinitionStatus ACTIVE INACTIVE DELETE_IN_PROGRESS
        structure TaskEphemeralStorage sizeInGiB:Integer kmsKeyId:String
        enum TaskField TAGS
        list TaskFieldList TaskField
        enum TaskFilesystemType ext3 ext4 xfs ntfs
        structure TaskManagedEBSVolumeConfiguration encrypted:BoxedBoolean kmsKeyId:EBSKMSKeyId volumeType:EBSVolumeType sizeInGiB:BoxedInteger snapshotId:EBSSnapshotId volumeInitializationRate:BoxedInteger iops:BoxedInteger throughput:BoxedInteger tagSpecifications:EBSTagSpecifications roleArn!:IAMRoleArn terminationPolicy:TaskManagedEBSVolumeTerminationPolicy filesystemType:TaskFilesystemType
        structure TaskManagedEBSVolumeTerminationPolicy deleteOnTermination!:BoxedBoolean
        structure TaskOverride containerOverrides:ContainerOverrides cpu:String inferenceAcceleratorOverrides:InferenceAcceleratorOverrides executionRoleArn:String memory:String taskRoleArn:String ephemeralStorage:EphemeralStorage
        structure TaskSet id:String taskSetArn:String serviceArn:String clusterArn:String startedBy:String externalId:String status:String taskDefinition:String computedDesiredCount:Integer pendingCount:Integer runningCount:Integer createdAt:Timestamp updatedAt:Timestamp launchType:LaunchType capacityProviderStrategy:CapacityProviderStrategy platformVersion:String platformFamily:String networkConfiguration:NetworkConfiguration loadBalancers:LoadBalancers serviceRegistries:ServiceRegistries scale:Scale stabilityStatus:StabilityStatus stabilityStatusAt:Timestamp tags:Tags fargateEphemeralStorage:DeploymentEphemeralStorage
        list TaskSets TaskSet
        enum TaskStopCode TaskFailedToStart EssentialContainerExited UserInitiated ServiceSchedulerInitiated SpotInterruption TerminationNotice
        structure TaskVolumeConfiguration name!:ECSVolumeName managedEBSVolume:TaskManagedEBSVolumeConfiguration
        list TaskVolumeConfigurations TaskVolumeConfiguration
        integer TaskVolumeStorageGiB 1..
        list Tasks Task
        structure ThresholdConfiguration type:ThresholdType value:Integer
        enum ThresholdType BOUNDED_PERCENT UNBOUNDED_PERCENT COUNT
        structure TimeoutConfiguration idleTimeoutSeconds:Duration perRequestTimeoutSeconds:Duration
        timestamp Timestamp
        structure Tmpfs containerPath!:String size!:Integer mountOptions:StringList
        list TmpfsList Tmpfs
        structure TotalLocalStorageGBRequest min:BoxedDouble max:BoxedDouble
        enum TransportProtocol tcp udp
        structure Ulimit name!:UlimitName softLimit!:Integer hardLimit!:Integer
        list UlimitList Ulimit
        enum UlimitName core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack
        error UnsupportedFeatureException UnsupportedFeatureException 400 message:String
        structure UntagResourceRequest resourceArn!:String tagKeys!:TagKeys
        structure UntagResourceResponse
        structure UpdateCapacityProviderRequest name!:String cluster:String autoScalingGroupProvider:AutoScalingGroupProviderUpdate managedInstancesProvider:UpdateManagedInstancesProviderConfiguration
        structure UpdateCapacityProviderResponse capacityProvider:CapacityProvider
        structure UpdateClusterRequest cluster!:String settings:ClusterSettings configuration:ClusterConfiguration serviceConnectDefaults:ClusterServiceConnectDefaultsRequest
        structure UpdateClusterResponse cluster:Cluster
        structure UpdateClusterSettingsRequest cluster!:String settings!:ClusterSettings
        structure UpdateClusterSettingsResponse cluster:Cluster
        structure UpdateContainerInstancesStateRequest cluster:String containerInstances!:StringList status!:ContainerInstanceStatus
        structure UpdateContainerInstancesStateResponse containerInstances:ContainerInstances failures:Failures
        error UpdateInProgressException UpdateInProgressException 400 message:String
        structure UpdateManagedInstancesProviderConfiguration infrastructureRoleArn!:String instanceLaunchTemplate!:InstanceLaunchTemplateUpdate propagateTags:PropagateMITags infrastructureOptimization:InfrastructureOptimization autoRepairConfiguration:AutoRepairConfiguration
        structure UpdateServiceRequest cluster:String service!:String desiredCount:BoxedInteger taskDefinition:String capacityProviderStrategy:CapacityProviderStrategy deploymentConfiguration:DeploymentConfiguration availabilityZoneRebalancing:AvailabilityZoneRebalancing networkConfiguration:NetworkConfiguration placementConstraints:PlacementConstraints placementStrategy:PlacementStrategies platformVersion:String forceNewDeployment:Boolean healthCheckGracePeriodSeconds:BoxedInteger deploymentController:DeploymentController enableExecuteCommand:BoxedBoolean enableECSManagedTags:BoxedBoolean loadBalancers:LoadBalancers propagateTags:PropagateTags serviceRegistries:ServiceRegistries serviceConnectConfiguration:ServiceConnectConfiguration volumeConfigurations:ServiceVolumeConfigurations vpcLatticeConfigurations:VpcLatticeConfigurations
        structure UpdateServiceResponse service:Service
        structure UpdateTaskProtectionRequest cluster!:String tasks!:StringList protectionEnabled!:Boolean expiresInMinutes:BoxedInteger
        structure UpdateTaskProtectionResponse protectedTasks:ProtectedTasks failures:Failures
        structure VCpuCountRangeRequest min!:BoxedInteger max:BoxedInteger
        enum VersionConsistency enabled disabled
        structure VersionInfo agentVersion:String agentHash:String dockerVersion:String
        structure Volume name:String host:HostVolumeProperties dockerVolumeConfiguration:DockerVolumeConfiguration efsVolumeConfiguration:EFSVolumeConfiguration s3filesVolumeConfiguration:S3FilesVolumeConfiguration fsxWindowsFileServerVolumeConfiguration:FSxWindowsFileServerVolumeConfiguration configuredAtLaunch:BoxedBoolean
        structure VolumeFrom sourceContainer:String readOnly:BoxedBoolean
        list VolumeFromList VolumeFrom
        list VolumeList Volume
        structure VpcLatticeConfiguration roleArn!:IAMRoleArn targetGroupArn!:String portName!:String
        list VpcLatticeConfigurations VpcLatticeConfiguration
        """#
}
