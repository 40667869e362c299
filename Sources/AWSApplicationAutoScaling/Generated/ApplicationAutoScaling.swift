// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Application Auto Scaling: what Neap calls or answers of it, as AWS's model says.
public enum ApplicationAutoScaling {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "application-autoscaling", serviceID: "Application Auto Scaling", endpointPrefix: "application-autoscaling",
        signingName: "application-autoscaling", protocol: .json(version: "1.1", targetPrefix: "AnyScaleFrontendService"),
        apiVersion: "2016-02-06", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation DeleteScalingPolicy DeleteScalingPolicyRequest DeleteScalingPolicyResponse errors=ValidationException,ObjectNotFoundException,ConcurrentUpdateException,InternalServiceException
        operation DeleteScheduledAction DeleteScheduledActionRequest DeleteScheduledActionResponse errors=ValidationException,ObjectNotFoundException,ConcurrentUpdateException,InternalServiceException
        operation DeregisterScalableTarget DeregisterScalableTargetRequest DeregisterScalableTargetResponse errors=ValidationException,ObjectNotFoundException,ConcurrentUpdateException,InternalServiceException
        operation DescribeScalableTargets DescribeScalableTargetsRequest DescribeScalableTargetsResponse errors=ValidationException,InvalidNextTokenException,ConcurrentUpdateException,InternalServiceException
        operation DescribeScalingActivities DescribeScalingActivitiesRequest DescribeScalingActivitiesResponse errors=ValidationException,InvalidNextTokenException,ConcurrentUpdateException,InternalServiceException
        operation DescribeScalingPolicies DescribeScalingPoliciesRequest DescribeScalingPoliciesResponse errors=ValidationException,FailedResourceAccessException,InvalidNextTokenException,ConcurrentUpdateException,InternalServiceException
        operation DescribeScheduledActions DescribeScheduledActionsRequest DescribeScheduledActionsResponse errors=ValidationException,InvalidNextTokenException,ConcurrentUpdateException,InternalServiceException
        operation ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse errors=ResourceNotFoundException
        operation PutScalingPolicy PutScalingPolicyRequest PutScalingPolicyResponse errors=ValidationException,LimitExceededException,ObjectNotFoundException,ConcurrentUpdateException,FailedResourceAccessException,InternalServiceException
        operation PutScheduledAction PutScheduledActionRequest PutScheduledActionResponse errors=ValidationException,LimitExceededException,ObjectNotFoundException,ConcurrentUpdateException,InternalServiceException
        operation RegisterScalableTarget RegisterScalableTargetRequest RegisterScalableTargetResponse errors=ValidationException,LimitExceededException,ConcurrentUpdateException,InternalServiceException
        operation TagResource TagResourceRequest TagResourceResponse errors=ResourceNotFoundException,TooManyTagsException,ValidationException
        operation UntagResource UntagResourceRequest UntagResourceResponse errors=ResourceNotFoundException,ValidationException
        pages DescribeScalableTargets NextToken NextToken ScalableTargets MaxResults
        pages DescribeScalingActivities NextToken NextToken ScalingActivities MaxResults
        pages DescribeScalingPolicies NextToken NextToken ScalingPolicies MaxResults
        pages DescribeScheduledActions NextToken NextToken ScheduledActions MaxResults
        enum AdjustmentType ChangeInCapacity PercentChangeInCapacity ExactCapacity
        structure Alarm AlarmName!:ResourceId AlarmARN!:ResourceId
        list Alarms Alarm
        string AmazonResourceName 1..1011
        error ConcurrentUpdateException ConcurrentUpdateException 400 Message:ErrorMessage
        integer Cooldown
        structure CustomizedMetricSpecification MetricName:MetricName Namespace:MetricNamespace Dimensions:MetricDimensions Statistic:MetricStatistic Unit:MetricUnit Metrics:TargetTrackingMetricDataQueries
        structure DeleteScalingPolicyRequest PolicyName!:ResourceIdMaxLen1600 ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension
        structure DeleteScalingPolicyResponse
        structure DeleteScheduledActionRequest ServiceNamespace!:ServiceNamespace ScheduledActionName!:ResourceIdMaxLen1600 ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension
        structure DeleteScheduledActionResponse
        structure DeregisterScalableTargetRequest ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension
        structure DeregisterScalableTargetResponse
        structure DescribeScalableTargetsRequest ServiceNamespace!:ServiceNamespace ResourceIds:ResourceIdsMaxLen1600 ScalableDimension:ScalableDimension MaxResults:MaxResults NextToken:XmlString
        structure DescribeScalableTargetsResponse ScalableTargets:ScalableTargets NextToken:XmlString
        structure DescribeScalingActivitiesRequest ServiceNamespace!:ServiceNamespace ResourceId:ResourceIdMaxLen1600 ScalableDimension:ScalableDimension MaxResults:MaxResults NextToken:XmlString IncludeNotScaledActivities:IncludeNotScaledActivities
        structure DescribeScalingActivitiesResponse ScalingActivities:ScalingActivities NextToken:XmlString
        structure DescribeScalingPoliciesRequest PolicyNames:ResourceIdsMaxLen1600 ServiceNamespace!:ServiceNamespace ResourceId:ResourceIdMaxLen1600 ScalableDimension:ScalableDimension MaxResults:MaxResults NextToken:XmlString
        structure DescribeScalingPoliciesResponse ScalingPolicies:ScalingPolicies NextToken:XmlString
        structure DescribeScheduledActionsRequest ScheduledActionNames:ResourceIdsMaxLen1600 ServiceNamespace!:ServiceNamespace ResourceId:ResourceIdMaxLen1600 ScalableDimension:ScalableDimension MaxResults:MaxResults NextToken:XmlString
        structure DescribeScheduledActionsResponse ScheduledActions:ScheduledActions NextToken:XmlString
        boolean DisableScaleIn
        string ErrorMessage
        string ExceptionMessage
        string Expression 1..2048
        error FailedResourceAccessException FailedResourceAccessException 400 Message:ErrorMessage
        string Id 1..255
        boolean IncludeNotScaledActivities
        error InternalServiceException InternalServiceException 400 Message:ErrorMessage
        error InvalidNextTokenException InvalidNextTokenException 400 Message:ErrorMessage
        error LimitExceededException LimitExceededException 400 Message:ErrorMessage
        structure ListTagsForResourceRequest ResourceARN!:AmazonResourceName
        structure ListTagsForResourceResponse Tags:TagMap
        integer MaxResults
        enum MetricAggregationType Average Minimum Maximum
        structure MetricDimension Name!:MetricDimensionName Value!:MetricDimensionValue
        string MetricDimensionName
        string MetricDimensionValue
        list MetricDimensions MetricDimension
        string MetricName
        string MetricNamespace
        number MetricScale
        enum MetricStatistic Average Minimum Maximum SampleCount Sum
        enum MetricType DynamoDBReadCapacityUtilization DynamoDBWriteCapacityUtilization ALBRequestCountPerTarget RDSReaderAverageCPUUtilization RDSReaderAverageDatabaseConnections EC2SpotFleetRequestAverageCPUUtilization EC2SpotFleetRequestAverageNetworkIn EC2SpotFleetRequestAverageNetworkOut SageMakerVariantInvocationsPerInstance ECSServiceAverageCPUUtilization ECSServiceAverageMemoryUtilization AppStreamAverageCapacityUtilization ComprehendInferenceUtilization LambdaProvisionedConcurrencyUtilization CassandraReadCapacityUtilization CassandraWriteCapacityUtilization KafkaBrokerStorageUtilization ElastiCacheEngineCPUUtilization ElastiCacheDatabaseMemoryUsagePercentage ElastiCachePrimaryEngineCPUUtilization ElastiCacheReplicaEngineCPUUtilization ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage NeptuneReaderAverageCPUUtilization SageMakerVariantProvisionedConcurrencyUtilization ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage SageMakerInferenceComponentInvocationsPerCopy WorkSpacesAverageUserSessionsCapacityUtilization SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution SageMakerVariantConcurrentRequestsPerModelHighResolution
        string MetricUnit
        integer MinAdjustmentMagnitude
        structure NotScaledReason Code!:XmlString MaxCapacity:ResourceCapacity MinCapacity:ResourceCapacity CurrentCapacity:ResourceCapacity
        list NotScaledReasons NotScaledReason
        error ObjectNotFoundException ObjectNotFoundException 400 Message:ErrorMessage
        string PolicyName 1..256
        enum PolicyType StepScaling TargetTrackingScaling PredictiveScaling
        structure PredefinedMetricSpecification PredefinedMetricType!:MetricType ResourceLabel:ResourceLabel
        structure PredictiveScalingCustomizedMetricSpecification MetricDataQueries!:PredictiveScalingMetricDataQueries
        enum PredictiveScalingMaxCapacityBreachBehavior HonorMaxCapacity IncreaseMaxCapacity
        integer PredictiveScalingMaxCapacityBuffer 0..100
        structure PredictiveScalingMetric Dimensions:PredictiveScalingMetricDimensions MetricName:PredictiveScalingMetricName Namespace:PredictiveScalingMetricNamespace
        list PredictiveScalingMetricDataQueries PredictiveScalingMetricDataQuery
        structure PredictiveScalingMetricDataQuery Id!:Id Expression:Expression MetricStat:PredictiveScalingMetricStat Label:XmlString ReturnData:ReturnData
        structure PredictiveScalingMetricDimension Name!:PredictiveScalingMetricDimensionName Value!:PredictiveScalingMetricDimensionValue
        string PredictiveScalingMetricDimensionName 1..255
        string PredictiveScalingMetricDimensionValue 1..1024
        list PredictiveScalingMetricDimensions PredictiveScalingMetricDimension
        string PredictiveScalingMetricName 1..255
        string PredictiveScalingMetricNamespace 1..255
        structure PredictiveScalingMetricSpecification TargetValue!:MetricScale PredefinedMetricPairSpecification:PredictiveScalingPredefinedMetricPairSpecification PredefinedScalingMetricSpecification:PredictiveScalingPredefinedScalingMetricSpecification PredefinedLoadMetricSpecification:PredictiveScalingPredefinedLoadMetricSpecification CustomizedScalingMetricSpecification:PredictiveScalingCustomizedMetricSpecification CustomizedLoadMetricSpecification:PredictiveScalingCustomizedMetricSpecification CustomizedCapacityMetricSpecification:PredictiveScalingCustomizedMetricSpecification
        list PredictiveScalingMetricSpecifications PredictiveScalingMetricSpecification
        structure PredictiveScalingMetricStat Metric!:PredictiveScalingMetric Stat!:XmlString Unit:PredictiveScalingMetricUnit
        string PredictiveScalingMetricType 1..128
        string PredictiveScalingMetricUnit 1..1023
        enum PredictiveScalingMode ForecastOnly ForecastAndScale
        structure PredictiveScalingPolicyConfiguration MetricSpecifications!:PredictiveScalingMetricSpecifications Mode:PredictiveScalingMode SchedulingBufferTime:PredictiveScalingSchedulingBufferTime MaxCapacityBreachBehavior:PredictiveScalingMaxCapacityBreachBehavior MaxCapacityBuffer:PredictiveScalingMaxCapacityBuffer
        structure PredictiveScalingPredefinedLoadMetricSpecification PredefinedMetricType!:PredictiveScalingMetricType ResourceLabel:ResourceLabel
        structure PredictiveScalingPredefinedMetricPairSpecification PredefinedMetricType!:PredictiveScalingMetricType ResourceLabel:ResourceLabel
        structure PredictiveScalingPredefinedScalingMetricSpecification PredefinedMetricType!:PredictiveScalingMetricType ResourceLabel:ResourceLabel
        integer PredictiveScalingSchedulingBufferTime 0..3600
        structure PutScalingPolicyRequest PolicyName!:PolicyName ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension PolicyType:PolicyType StepScalingPolicyConfiguration:StepScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration:TargetTrackingScalingPolicyConfiguration PredictiveScalingPolicyConfiguration:PredictiveScalingPolicyConfiguration
        structure PutScalingPolicyResponse PolicyARN!:ResourceIdMaxLen1600 Alarms:Alarms
        structure PutScheduledActionRequest ServiceNamespace!:ServiceNamespace Schedule:ResourceIdMaxLen1600 Timezone:ResourceIdMaxLen1600 ScheduledActionName!:ScheduledActionName ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension StartTime:TimestampType EndTime:TimestampType ScalableTargetAction:ScalableTargetAction
        structure PutScheduledActionResponse
        structure RegisterScalableTargetRequest ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension MinCapacity:ResourceCapacity MaxCapacity:ResourceCapacity RoleARN:ResourceIdMaxLen1600 SuspendedState:SuspendedState Tags:TagMap
        structure RegisterScalableTargetResponse ScalableTargetARN:XmlString
        integer ResourceCapacity
        string ResourceId
        string ResourceIdMaxLen1600 1..1600
        list ResourceIdsMaxLen1600 ResourceIdMaxLen1600 ..50
        string ResourceLabel 1..1023
        error ResourceNotFoundException ResourceNotFoundException 400 Message:ExceptionMessage ResourceName:AmazonResourceName
        boolean ReturnData
        enum ScalableDimension ecs:service:DesiredCount ec2:spot-fleet-request:TargetCapacity elasticmapreduce:instancegroup:InstanceCount appstream:fleet:DesiredCapacity dynamodb:table:ReadCapacityUnits dynamodb:table:WriteCapacityUnits dynamodb:index:ReadCapacityUnits dynamodb:index:WriteCapacityUnits rds:cluster:ReadReplicaCount sagemaker:variant:DesiredInstanceCount custom-resource:ResourceType:Property comprehend:document-classifier-endpoint:DesiredInferenceUnits comprehend:entity-recognizer-endpoint:DesiredInferenceUnits lambda:function:ProvisionedConcurrency cassandra:table:ReadCapacityUnits cassandra:table:WriteCapacityUnits kafka:broker-storage:VolumeSize elasticache:cache-cluster:Nodes elasticache:replication-group:NodeGroups elasticache:replication-group:Replicas neptune:cluster:ReadReplicaCount sagemaker:variant:DesiredProvisionedConcurrency sagemaker:inference-component:DesiredCopyCount workspaces:workspacespool:DesiredUserSessions
        structure ScalableTarget ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension MinCapacity!:ResourceCapacity MaxCapacity!:ResourceCapacity PredictedCapacity:ResourceCapacity RoleARN!:ResourceIdMaxLen1600 CreationTime!:TimestampType SuspendedState:SuspendedState ScalableTargetARN:XmlString
        structure ScalableTargetAction MinCapacity:ResourceCapacity MaxCapacity:ResourceCapacity
        list ScalableTargets ScalableTarget
        list ScalingActivities ScalingActivity
        structure ScalingActivity ActivityId!:ResourceId ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension Description!:XmlString Cause!:XmlString StartTime!:TimestampType EndTime:TimestampType StatusCode!:ScalingActivityStatusCode StatusMessage:XmlString Details:XmlString NotScaledReasons:NotScaledReasons
        enum ScalingActivityStatusCode Pending InProgress Successful Overridden Unfulfilled Failed
        integer ScalingAdjustment
        list ScalingPolicies ScalingPolicy
        structure ScalingPolicy PolicyARN!:ResourceIdMaxLen1600 PolicyName!:PolicyName ServiceNamespace!:ServiceNamespace ResourceId!:ResourceIdMaxLen1600 ScalableDimension!:ScalableDimension PolicyType!:PolicyType StepScalingPolicyConfiguration:StepScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration:TargetTrackingScalingPolicyConfiguration PredictiveScalingPolicyConfiguration:PredictiveScalingPolicyConfiguration Alarms:Alarms CreationTime!:TimestampType
        boolean ScalingSuspended
        structure ScheduledAction ScheduledActionName!:ScheduledActionName ScheduledActionARN!:ResourceIdMaxLen1600 ServiceNamespace!:ServiceNamespace Schedule!:ResourceIdMaxLen1600 Timezone:ResourceIdMaxLen1600 ResourceId!:ResourceIdMaxLen1600 ScalableDimension:ScalableDimension StartTime:TimestampType EndTime:TimestampType ScalableTargetAction:ScalableTargetAction CreationTime!:TimestampType
        string ScheduledActionName 1..256
        list ScheduledActions ScheduledAction
        enum ServiceNamespace ecs elasticmapreduce ec2 appstream dynamodb rds sagemaker custom-resource comprehend lambda cassandra kafka elasticache neptune workspaces
        structure StepAdjustment MetricIntervalLowerBound:MetricScale MetricIntervalUpperBound:MetricScale ScalingAdjustment!:ScalingAdjustment
        list StepAdjustments StepAdjustment
        structure StepScalingPolicyConfiguration AdjustmentType:AdjustmentType StepAdjustments:StepAdjustments MinAdjustmentMagnitude:MinAdjustmentMagnitude Cooldown:Cooldown MetricAggregationType:MetricAggregationType
        structure SuspendedState DynamicScalingInSuspended:ScalingSuspended DynamicScalingOutSuspended:ScalingSuspended ScheduledScalingSuspended:ScalingSuspended
        string TagKey 1..128
        list TagKeyList TagKey 0..200
        map TagMap TagKey TagValue
        structure TagResourceRequest ResourceARN!:AmazonResourceName Tags!:TagMap
        structure TagResourceResponse
        string TagValue 0..256
        structure TargetTrackingMetric Dimensions:TargetTrackingMetricDimensions MetricName:TargetTrackingMetricName Namespace:TargetTrackingMetricNamespace
        list TargetTrackingMetricDataQueries TargetTrackingMetricDataQuery
        structure TargetTrackingMetricDataQuery Expression:Expression Id!:Id Label:XmlString MetricStat:TargetTrackingMetricStat ReturnData:ReturnData
        structure TargetTrackingMetricDimension Name!:TargetTrackingMetricDimensionName Value!:TargetTrackingMetricDimensionValue
        string TargetTrackingMetricDimensionName 1..255
        string TargetTrackingMetricDimensionValue 1..1024
        list TargetTrackingMetricDimensions TargetTrackingMetricDimension
        string TargetTrackingMetricName 1..255
        string TargetTrackingMetricNamespace 1..255
        structure TargetTrackingMetricStat Metric!:TargetTrackingMetric Stat!:XmlString Unit:TargetTrackingMetricUnit
        string TargetTrackingMetricUnit 1..1023
        structure TargetTrackingScalingPolicyConfiguration TargetValue!:MetricScale PredefinedMetricSpecification:PredefinedMetricSpecification CustomizedMetricSpecification:CustomizedMetricSpecification ScaleOutCooldown:Cooldown ScaleInCooldown:Cooldown DisableScaleIn:DisableScaleIn
        timestamp TimestampType
        error TooManyTagsException TooManyTagsException 400 Message:ExceptionMessage ResourceName:AmazonResourceName
        structure UntagResourceRequest ResourceARN!:AmazonResourceName TagKeys!:TagKeyList
        structure UntagResourceResponse
        error ValidationException ValidationException 400 Message:ErrorMessage
        string XmlString
        """#
}
