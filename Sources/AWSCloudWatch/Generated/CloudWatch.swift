// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// CloudWatch: what Neap calls or answers of it, as AWS's model says.
public enum CloudWatch {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "cloudwatch", serviceID: "CloudWatch", endpointPrefix: "monitoring",
        signingName: "monitoring", protocol: .query,
        others: [.cbor(serviceName: "GraniteServiceVersion20100801"), .json(version: "1.0", targetPrefix: "GraniteServiceVersion20100801")], isQueryCompatible: true,
        apiVersion: "2010-08-01", xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/", table: table)

    private static let table = #"""
        operation DeleteAlarms DeleteAlarmsInput - errors=ResourceNotFound
        operation DescribeAlarmHistory DescribeAlarmHistoryInput DescribeAlarmHistoryOutput result=DescribeAlarmHistoryResult errors=InvalidNextToken
        operation DescribeAlarms DescribeAlarmsInput DescribeAlarmsOutput result=DescribeAlarmsResult errors=InvalidNextToken
        operation DescribeAlarmsForMetric DescribeAlarmsForMetricInput DescribeAlarmsForMetricOutput result=DescribeAlarmsForMetricResult
        operation DisableAlarmActions DisableAlarmActionsInput -
        operation EnableAlarmActions EnableAlarmActionsInput -
        operation GetMetricData GetMetricDataInput GetMetricDataOutput result=GetMetricDataResult errors=InvalidNextToken
        operation GetMetricStatistics GetMetricStatisticsInput GetMetricStatisticsOutput result=GetMetricStatisticsResult errors=InvalidParameterValueException,MissingRequiredParameterException,InvalidParameterCombinationException,InternalServiceFault
        operation ListMetrics ListMetricsInput ListMetricsOutput result=ListMetricsResult errors=InternalServiceFault,InvalidParameterValueException
        operation ListTagsForResource ListTagsForResourceInput ListTagsForResourceOutput result=ListTagsForResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,InternalServiceFault
        operation PutMetricAlarm PutMetricAlarmInput - errors=LimitExceededFault
        operation PutMetricData PutMetricDataInput - errors=InvalidParameterValueException,MissingRequiredParameterException,InvalidParameterCombinationException,InternalServiceFault
        operation SetAlarmState SetAlarmStateInput - errors=ResourceNotFound,InvalidFormatFault
        operation TagResource TagResourceInput TagResourceOutput result=TagResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,ConcurrentModificationException,InternalServiceFault,ConflictException
        operation UntagResource UntagResourceInput UntagResourceOutput result=UntagResourceResult errors=InvalidParameterValueException,ResourceNotFoundException,ConcurrentModificationException,InternalServiceFault,ConflictException
        pages DescribeAlarmHistory NextToken NextToken AlarmHistoryItems MaxRecords
        pages DescribeAlarms NextToken NextToken MetricAlarms,CompositeAlarms MaxRecords
        pages GetMetricData NextToken NextToken MetricDataResults,Messages MaxDatapoints
        pages ListMetrics NextToken NextToken Metrics,OwningAccounts -
        string AccountId 1..255
        string ActionPrefix 1..1024
        boolean ActionsEnabled
        enum ActionsSuppressedBy WaitPeriod ExtensionPeriod Alarm
        string ActionsSuppressedReason 0..1024
        string AlarmArn 1..1600
        string AlarmDescription 0..1024
        structure AlarmHistoryItem AlarmName:AlarmName AlarmContributorId:ContributorId AlarmType:AlarmType Timestamp:Timestamp HistoryItemType:HistoryItemType HistorySummary:HistorySummary HistoryData:HistoryData AlarmContributorAttributes:ContributorAttributes
        list AlarmHistoryItems AlarmHistoryItem
        string AlarmName 1..255
        string AlarmNamePrefix 1..255
        list AlarmNames AlarmName ..100
        structure AlarmPromQLCriteria Query!:Query PendingPeriod:PendingPeriod RecoveryPeriod:RecoveryPeriod
        string AlarmRule 1..10240
        enum AlarmType CompositeAlarm MetricAlarm
        list AlarmTypes AlarmType
        string AmazonResourceName 1..1024
        string AttributeName 1..255
        string AttributeValue 1..1024
        string AwsQueryErrorMessage
        enum ComparisonOperator GreaterThanOrEqualToThreshold GreaterThanThreshold LessThanThreshold LessThanOrEqualToThreshold LessThanLowerOrGreaterThanUpperThreshold LessThanLowerThreshold GreaterThanUpperThreshold
        structure CompositeAlarm ActionsEnabled:ActionsEnabled AlarmActions:ResourceList AlarmArn:AlarmArn AlarmConfigurationUpdatedTimestamp:Timestamp AlarmDescription:AlarmDescription AlarmName:AlarmName AlarmRule:AlarmRule InsufficientDataActions:ResourceList OKActions:ResourceList StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:Timestamp StateValue:StateValue StateTransitionedTimestamp:Timestamp ActionsSuppressedBy:ActionsSuppressedBy ActionsSuppressedReason:ActionsSuppressedReason ActionsSuppressor:AlarmArn ActionsSuppressorWaitPeriod:SuppressorPeriod ActionsSuppressorExtensionPeriod:SuppressorPeriod
        list CompositeAlarms CompositeAlarm
        error ConcurrentModificationException ConcurrentModificationException 429
        error ConflictException ConflictException 409 Message:ErrorMessage
        map ContributorAttributes AttributeName AttributeValue 0..150
        string ContributorId 1..16
        list Counts DatapointValue
        structure Datapoint Timestamp:Timestamp SampleCount:DatapointValue Average:DatapointValue Sum:DatapointValue Minimum:DatapointValue Maximum:DatapointValue Unit:StandardUnit ExtendedStatistics:DatapointValueMap
        number DatapointValue
        map DatapointValueMap ExtendedStatistic DatapointValue
        list DatapointValues DatapointValue
        list Datapoints Datapoint
        integer DatapointsToAlarm 1..
        structure DeleteAlarmsInput AlarmNames!:AlarmNames
        structure DescribeAlarmHistoryInput AlarmName:AlarmName AlarmContributorId:ContributorId AlarmTypes:AlarmTypes HistoryItemType:HistoryItemType StartDate:Timestamp EndDate:Timestamp MaxRecords:MaxRecords NextToken:NextToken ScanBy:ScanBy
        structure DescribeAlarmHistoryOutput AlarmHistoryItems:AlarmHistoryItems NextToken:NextToken
        structure DescribeAlarmsForMetricInput MetricName!:MetricName Namespace!:Namespace Statistic:Statistic ExtendedStatistic:ExtendedStatistic Dimensions:Dimensions Period:Period Unit:StandardUnit
        structure DescribeAlarmsForMetricOutput MetricAlarms:MetricAlarms
        structure DescribeAlarmsInput AlarmNames:AlarmNames AlarmNamePrefix:AlarmNamePrefix AlarmTypes:AlarmTypes ChildrenOfAlarmName:AlarmName ParentsOfAlarmName:AlarmName StateValue:StateValue ActionPrefix:ActionPrefix MaxRecords:MaxRecords NextToken:NextToken
        structure DescribeAlarmsOutput CompositeAlarms:CompositeAlarms MetricAlarms:MetricAlarms NextToken:NextToken
        structure Dimension Name!:DimensionName Value!:DimensionValue
        structure DimensionFilter Name!:DimensionName Value:DimensionValue
        list DimensionFilters DimensionFilter ..10
        string DimensionName 1..255
        string DimensionValue 1..1024
        list Dimensions Dimension ..30
        structure DisableAlarmActionsInput AlarmNames!:AlarmNames
        structure EnableAlarmActionsInput AlarmNames!:AlarmNames
        structure Entity KeyAttributes:EntityKeyAttributesMap Attributes:EntityAttributesMap
        map EntityAttributesMap EntityAttributesMapKeyString EntityAttributesMapValueString 0..10
        string EntityAttributesMapKeyString 1..256
        string EntityAttributesMapValueString 1..2048
        map EntityKeyAttributesMap EntityKeyAttributesMapKeyString EntityKeyAttributesMapValueString 2..4
        string EntityKeyAttributesMapKeyString 1..32
        string EntityKeyAttributesMapValueString 1..2048
        structure EntityMetricData Entity:Entity MetricData:MetricData
        list EntityMetricDataList EntityMetricData
        string ErrorMessage 1..255
        string EvaluateLowSampleCountPercentile 1..255
        structure EvaluationCriteria PromQLCriteria:AlarmPromQLCriteria
        integer EvaluationInterval 10..3600
        integer EvaluationPeriods 1..
        enum EvaluationState PARTIAL_DATA EVALUATION_FAILURE EVALUATION_ERROR
        string ExtendedStatistic
        list ExtendedStatistics ExtendedStatistic 1..10
        string FaultDescription
        structure GetMetricDataInput MetricDataQueries!:MetricDataQueries StartTime!:Timestamp EndTime!:Timestamp NextToken:NextToken ScanBy:ScanBy MaxDatapoints:GetMetricDataMaxDatapoints LabelOptions:LabelOptions
        string GetMetricDataLabelTimezone
        integer GetMetricDataMaxDatapoints
        structure GetMetricDataOutput MetricDataResults:MetricDataResults NextToken:NextToken Messages:MetricDataResultMessages
        structure GetMetricStatisticsInput Namespace!:Namespace MetricName!:MetricName Dimensions:Dimensions StartTime!:Timestamp EndTime!:Timestamp Period!:Period Statistics:Statistics ExtendedStatistics:ExtendedStatistics Unit:StandardUnit
        structure GetMetricStatisticsOutput Label:MetricLabel Datapoints:Datapoints
        string HistoryData 1..4095
        enum HistoryItemType ConfigurationUpdate StateUpdate Action AlarmContributorStateUpdate AlarmContributorAction
        string HistorySummary 1..255
        boolean IncludeLinkedAccounts
        error InternalServiceFault InternalServiceError 500 Message:FaultDescription
        error InvalidFormatFault InvalidFormat 400 message:ErrorMessage
        error InvalidNextToken InvalidNextToken 400 message:ErrorMessage
        error InvalidParameterCombinationException InvalidParameterCombination 400 message:AwsQueryErrorMessage
        error InvalidParameterValueException InvalidParameterValue 400 message:AwsQueryErrorMessage
        structure LabelOptions Timezone:GetMetricDataLabelTimezone
        error LimitExceededFault LimitExceeded 400 message:ErrorMessage
        structure ListMetricsInput Namespace:Namespace MetricName:MetricName Dimensions:DimensionFilters NextToken:NextToken RecentlyActive:RecentlyActive IncludeLinkedAccounts:IncludeLinkedAccounts OwningAccount:AccountId
        structure ListMetricsOutput Metrics:Metrics NextToken:NextToken OwningAccounts:OwningAccounts
        structure ListTagsForResourceInput ResourceARN!:AmazonResourceName
        structure ListTagsForResourceOutput Tags:TagList
        integer MaxRecords 1..100
        structure MessageData Code:MessageDataCode Value:MessageDataValue
        string MessageDataCode
        string MessageDataValue
        structure Metric Namespace:Namespace MetricName:MetricName Dimensions:Dimensions
        structure MetricAlarm AlarmName:AlarmName AlarmArn:AlarmArn AlarmDescription:AlarmDescription AlarmConfigurationUpdatedTimestamp:Timestamp ActionsEnabled:ActionsEnabled OKActions:ResourceList AlarmActions:ResourceList InsufficientDataActions:ResourceList StateValue:StateValue StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:Timestamp MetricName:MetricName Namespace:Namespace Statistic:Statistic ExtendedStatistic:ExtendedStatistic Dimensions:Dimensions Period:Period Unit:StandardUnit EvaluationPeriods:EvaluationPeriods DatapointsToAlarm:DatapointsToAlarm Threshold:Threshold ComparisonOperator:ComparisonOperator TreatMissingData:TreatMissingData EvaluateLowSampleCountPercentile:EvaluateLowSampleCountPercentile Metrics:MetricDataQueries ThresholdMetricId:MetricId EvaluationState:EvaluationState StateTransitionedTimestamp:Timestamp EvaluationCriteria:EvaluationCriteria EvaluationInterval:EvaluationInterval
        list MetricAlarms MetricAlarm
        list MetricData MetricDatum
        list MetricDataQueries MetricDataQuery
        structure MetricDataQuery Id!:MetricId MetricStat:MetricStat Expression:MetricExpression Label:MetricLabel ReturnData:ReturnData Period:Period AccountId:AccountId
        structure MetricDataResult Id:MetricId Label:MetricLabel Timestamps:Timestamps Values:DatapointValues StatusCode:StatusCode Messages:MetricDataResultMessages
        list MetricDataResultMessages MessageData
        list MetricDataResults MetricDataResult
        structure MetricDatum MetricName!:MetricName Dimensions:Dimensions Timestamp:Timestamp Value:DatapointValue StatisticValues:StatisticSet Values:Values Counts:Counts Unit:StandardUnit StorageResolution:StorageResolution
        string MetricExpression 1..2048
        string MetricId 1..255
        string MetricLabel
        string MetricName 1..255
        structure MetricStat Metric!:Metric Period!:Period Stat!:Stat Unit:StandardUnit
        list Metrics Metric
        error MissingRequiredParameterException MissingParameter 400 message:AwsQueryErrorMessage
        string Namespace 1..255
        string NextToken
        list OwningAccounts AccountId
        integer PendingPeriod 0..86400
        integer Period 1..
        structure PutMetricAlarmInput AlarmName!:AlarmName AlarmDescription:AlarmDescription ActionsEnabled:ActionsEnabled OKActions:ResourceList AlarmActions:ResourceList InsufficientDataActions:ResourceList MetricName:MetricName Namespace:Namespace Statistic:Statistic ExtendedStatistic:ExtendedStatistic Dimensions:Dimensions Period:Period Unit:StandardUnit EvaluationPeriods:EvaluationPeriods DatapointsToAlarm:DatapointsToAlarm Threshold:Threshold ComparisonOperator:ComparisonOperator TreatMissingData:TreatMissingData EvaluateLowSampleCountPercentile:EvaluateLowSampleCountPercentile Metrics:MetricDataQueries Tags:TagList ThresholdMetricId:MetricId EvaluationCriteria:EvaluationCriteria EvaluationInterval:EvaluationInterval
        structure PutMetricDataInput Namespace!:Namespace MetricData:MetricData EntityMetricData:EntityMetricDataList StrictEntityValidation:StrictEntityValidation
        string Query 1..10000
        enum RecentlyActive PT3H
        integer RecoveryPeriod 0..86400
        string ResourceId
        list ResourceList ResourceName ..5
        string ResourceName 1..1024
        error ResourceNotFound ResourceNotFound 404 message:ErrorMessage
        error ResourceNotFoundException ResourceNotFoundException 404 ResourceType:ResourceType ResourceId:ResourceId
        string ResourceType
        boolean ReturnData
        enum ScanBy TimestampDescending TimestampAscending
        structure SetAlarmStateInput AlarmName!:AlarmName StateValue!:StateValue StateReason!:StateReason StateReasonData:StateReasonData
        enum StandardUnit Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None
        string Stat
        string StateReason 0..1023
        string StateReasonData 0..4000
        enum StateValue OK ALARM INSUFFICIENT_DATA
        enum Statistic SampleCount Average Sum Minimum Maximum
        structure StatisticSet SampleCount!:DatapointValue Sum!:DatapointValue Minimum!:DatapointValue Maximum!:DatapointValue
        list Statistics Statistic 1..5
        enum StatusCode Complete InternalError PartialData Forbidden
        integer StorageResolution 1..
        boolean StrictEntityValidation
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
        list Timestamps Timestamp
        string TreatMissingData 1..255
        structure UntagResourceInput ResourceARN!:AmazonResourceName TagKeys!:TagKeyList
        structure UntagResourceOutput
        list Values DatapointValue
        """#
}
