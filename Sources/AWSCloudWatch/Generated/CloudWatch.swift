// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// CloudWatch: what Neap calls of it, as AWS's model says.
public enum CloudWatch {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "cloudwatch", serviceID: "CloudWatch", endpointPrefix: "monitoring",
        signingName: "monitoring", protocol: .query, apiVersion: "2010-08-01",
        xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/", table: table)

    private static let table = #"""
        operation DescribeAlarms DescribeAlarmsInput DescribeAlarmsOutput result=DescribeAlarmsResult errors=InvalidNextToken
        operation ListTagsForResource ListTagsForResourceInput ListTagsForResourceOutput result=ListTagsForResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,InternalServiceFault
        operation PutMetricAlarm PutMetricAlarmInput - errors=LimitExceededFault
        operation TagResource TagResourceInput TagResourceOutput result=TagResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,ConcurrentModificationException,InternalServiceFault,ConflictException
        operation UntagResource UntagResourceInput UntagResourceOutput result=UntagResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,ConcurrentModificationException,InternalServiceFault,ConflictException
        pages DescribeAlarms NextToken NextToken MetricAlarms,CompositeAlarms MaxRecords
        string AccountId 1..255
        string ActionPrefix 1..1024
        boolean ActionsEnabled
        enum ActionsSuppressedBy WaitPeriod ExtensionPeriod Alarm
        string ActionsSuppressedReason 0..1024
        string AlarmArn 1..1600
        string AlarmDescription 0..1024
        string AlarmName 1..255
        string AlarmNamePrefix 1..255
        list AlarmNames AlarmName ..100
        structure AlarmPromQLCriteria Query!:Query PendingPeriod:PendingPeriod RecoveryPeriod:RecoveryPeriod
        string AlarmRule 1..10240
        enum AlarmType CompositeAlarm MetricAlarm
        list AlarmTypes AlarmType
        string AmazonResourceName 1..1024
        string AwsQueryErrorMessage
        enum ComparisonOperator GreaterThanOrEqualToThreshold GreaterThanThreshold LessThanThreshold LessThanOrEqualToThreshold LessThanLowerOrGreaterThanUpperThreshold LessThanLowerThreshold GreaterThanUpperThreshold
        structure CompositeAlarm ActionsEnabled:ActionsEnabled AlarmActions:ResourceList AlarmArn:AlarmArn AlarmConfigurationUpdatedTimestamp:Timestamp AlarmDescription:AlarmDescription AlarmName:AlarmName AlarmRule:AlarmRule InsufficientDataActions:ResourceList OKActions:ResourceList StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:Timestamp StateValue:StateValue StateTransitionedTimestamp:Timestamp ActionsSuppressedBy:ActionsSuppressedBy ActionsSuppressedReason:ActionsSuppressedReason ActionsSuppressor:AlarmArn ActionsSuppressorWaitPeriod:SuppressorPeriod ActionsSuppressorExtensionPeriod:SuppressorPeriod
        list CompositeAlarms CompositeAlarm
        error ConcurrentModificationException ConcurrentModificationException 429
        error ConflictException ConflictException 409 Message:ErrorMessage
        integer DatapointsToAlarm 1..
        structure DescribeAlarmsInput AlarmNames:AlarmNames AlarmNamePrefix:AlarmNamePrefix AlarmTypes:AlarmTypes ChildrenOfAlarmName:AlarmName ParentsOfAlarmName:AlarmName StateValue:StateValue ActionPrefix:ActionPrefix MaxRecords:MaxRecords NextToken:NextToken
        structure DescribeAlarmsOutput CompositeAlarms:CompositeAlarms MetricAlarms:MetricAlarms NextToken:NextToken
        structure Dimension Name!:DimensionName Value!:DimensionValue
        string DimensionName 1..255
        string DimensionValue 1..1024
        list Dimensions Dimension ..30
        string ErrorMessage 1..255
        string EvaluateLowSampleCountPercentile 1..255
        structure EvaluationCriteria PromQLCriteria:AlarmPromQLCriteria
        integer EvaluationInterval 10..3600
        integer EvaluationPeriods 1..
        enum EvaluationState PARTIAL_DATA EVALUATION_FAILURE EVALUATION_ERROR
        string ExtendedStatistic
        string FaultDescription
        error InternalServiceFault InternalServiceError 500 Message:FaultDescription
        error InvalidNextToken InvalidNextToken 400 message:ErrorMessage
        error InvalidParameterValueException InvalidParameterValue 400 message:AwsQueryErrorMessage
        error LimitExceededFault LimitExceeded 400 message:ErrorMessage
        structure ListTagsForResourceInput ResourceARN!:AmazonResourceName
        structure ListTagsForResourceOutput Tags:TagList
        integer MaxRecords 1..100
        structure Metric Namespace:Namespace MetricName:MetricName Dimensions:Dimensions
        structure MetricAlarm AlarmName:AlarmName AlarmArn:AlarmArn AlarmDescription:AlarmDescription AlarmConfigurationUpdatedTimestamp:Timestamp ActionsEnabled:ActionsEnabled OKActions:ResourceList AlarmActions:ResourceList InsufficientDataActions:ResourceList StateValue:StateValue StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:Timestamp MetricName:MetricName Namespace:Namespace Statistic:Statistic ExtendedStatistic:ExtendedStatistic Dimensions:Dimensions Period:Period Unit:StandardUnit EvaluationPeriods:EvaluationPeriods DatapointsToAlarm:DatapointsToAlarm Threshold:Threshold ComparisonOperator:ComparisonOperator TreatMissingData:TreatMissingData EvaluateLowSampleCountPercentile:EvaluateLowSampleCountPercentile Metrics:MetricDataQueries ThresholdMetricId:MetricId EvaluationState:EvaluationState StateTransitionedTimestamp:Timestamp EvaluationCriteria:EvaluationCriteria EvaluationInterval:EvaluationInterval
        list MetricAlarms MetricAlarm
        list MetricDataQueries MetricDataQuery
        structure MetricDataQuery Id!:MetricId MetricStat:MetricStat Expression:MetricExpression Label:MetricLabel ReturnData:ReturnData Period:Period AccountId:AccountId
        string MetricExpression 1..2048
        string MetricId 1..255
        string MetricLabel
        string MetricName 1..255
        structure MetricStat Metric!:Metric Period!:Period Stat!:Stat Unit:StandardUnit
        string Namespace 1..255
        string NextToken
        integer PendingPeriod 0..86400
        integer Period 1..
        structure PutMetricAlarmInput AlarmName!:AlarmName AlarmDescription:AlarmDescription ActionsEnabled:ActionsEnabled OKActions:ResourceList AlarmActions:ResourceList InsufficientDataActions:ResourceList MetricName:MetricName Namespace:Namespace Statistic:Statistic ExtendedStatistic:ExtendedStatistic Dimensions:Dimensions Period:Period Unit:StandardUnit EvaluationPeriods:EvaluationPeriods DatapointsToAlarm:DatapointsToAlarm Threshold:Threshold ComparisonOperator:ComparisonOperator TreatMissingData:TreatMissingData EvaluateLowSampleCountPercentile:EvaluateLowSampleCountPercentile Metrics:MetricDataQueries Tags:TagList ThresholdMetricId:MetricId EvaluationCriteria:EvaluationCriteria EvaluationInterval:EvaluationInterval
        string Query 1..10000
        integer RecoveryPeriod 0..86400
        string ResourceId
        list ResourceList ResourceName ..5
        string ResourceName 1..1024
        error ResourceNotFoundException ResourceNotFoundException 404 ResourceType:ResourceType ResourceId:ResourceId
        string ResourceType
        boolean ReturnData
        enum StandardUnit Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None
        string Stat
        string StateReason 0..1023
        string StateReasonData 0..4000
        enum StateValue OK ALARM INSUFFICIENT_DATA
        enum Statistic SampleCount Average Sum Minimum Maximum
        integer SuppressorPeriod
        structure Tag Key!:TagKey Value!:TagValue
        string TagKey 1..128
        list TagKeyList TagKey
        list TagList Tag
        structure TagResourceInput ResourceARN!:AmazonResourceName Tags!:TagList
        structure TagResourceOutput
        string TagValue 0..256
        number Threshold
        timestamp Timestamp
        string TreatMissingData 1..255
        structure UntagResourceInput ResourceARN!:AmazonResourceName TagKeys!:TagKeyList
        structure UntagResourceOutput
        """#
}
