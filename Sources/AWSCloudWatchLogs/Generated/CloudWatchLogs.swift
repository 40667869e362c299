// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon CloudWatch Logs: what Neap calls or answers of it, as AWS's model says.
public enum CloudWatchLogs {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "logs", serviceID: "CloudWatch Logs", endpointPrefix: "logs",
        signingName: "logs", protocol: .json(version: "1.1", targetPrefix: "Logs_20140328"),
        apiVersion: "2014-03-28", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation AssociateKmsKey AssociateKmsKeyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation CreateLogGroup CreateLogGroupRequest - errors=InvalidParameterException,ResourceAlreadyExistsException,LimitExceededException,OperationAbortedException,ServiceUnavailableException
        operation CreateLogStream CreateLogStreamRequest - errors=InvalidParameterException,ResourceAlreadyExistsException,ResourceNotFoundException,ServiceUnavailableException
        operation DeleteLogGroup DeleteLogGroupRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException,ValidationException
        operation DeleteRetentionPolicy DeleteRetentionPolicyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation DescribeLogGroups DescribeLogGroupsRequest DescribeLogGroupsResponse errors=InvalidParameterException,ServiceUnavailableException
        operation DescribeLogStreams DescribeLogStreamsRequest DescribeLogStreamsResponse errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        operation DisassociateKmsKey DisassociateKmsKeyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation FilterLogEvents FilterLogEventsRequest FilterLogEventsResponse errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        operation GetLogEvents GetLogEventsRequest GetLogEventsResponse errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        operation ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        operation PutLogEvents PutLogEventsRequest PutLogEventsResponse errors=InvalidParameterException,InvalidSequenceTokenException,DataAlreadyAcceptedException,ResourceNotFoundException,ServiceUnavailableException,UnrecognizedClientException
        operation PutLogGroupDeletionProtection PutLogGroupDeletionProtectionRequest - errors=InvalidParameterException,ResourceNotFoundException,AccessDeniedException,OperationAbortedException,ServiceUnavailableException,InvalidOperationException
        operation PutRetentionPolicy PutRetentionPolicyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation TagResource TagResourceRequest - errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException,TooManyTagsException
        operation UntagResource UntagResourceRequest - errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        pages DescribeLogGroups nextToken nextToken logGroups limit
        pages DescribeLogStreams nextToken nextToken logStreams limit
        pages FilterLogEvents nextToken nextToken events,searchedLogStreams limit
        error AccessDeniedException AccessDeniedException 400
        string AccountId 12..12
        list AccountIds AccountId 0..20
        string AmazonResourceName 1..1011
        string Arn
        structure AssociateKmsKeyRequest logGroupName:LogGroupName kmsKeyId!:KmsKeyId resourceIdentifier:ResourceIdentifier
        boolean BearerTokenAuthenticationEnabled
        structure CreateLogGroupRequest logGroupName!:LogGroupName kmsKeyId:KmsKeyId tags:Tags logGroupClass:LogGroupClass deletionProtectionEnabled:DeletionProtectionEnabled
        structure CreateLogStreamRequest logGroupName!:LogGroupName logStreamName!:LogStreamName
        error DataAlreadyAcceptedException DataAlreadyAcceptedException 400 expectedSequenceToken:SequenceToken
        enum DataProtectionStatus ACTIVATED DELETED ARCHIVED DISABLED
        integer Days
        structure DeleteLogGroupRequest logGroupName!:LogGroupName
        structure DeleteRetentionPolicyRequest logGroupName!:LogGroupName
        boolean DeletionProtectionEnabled
        boolean Descending
        integer DescribeLimit 1..50
        list DescribeLogGroupsLogGroupIdentifiers LogGroupIdentifier 1..50
        structure DescribeLogGroupsRequest accountIdentifiers:AccountIds logGroupNamePrefix:LogGroupName logGroupNamePattern:LogGroupNamePattern nextToken:NextToken limit:DescribeLimit includeLinkedAccounts:IncludeLinkedAccounts logGroupClass:LogGroupClass logGroupIdentifiers:DescribeLogGroupsLogGroupIdentifiers
        structure DescribeLogGroupsResponse logGroups:LogGroups nextToken:NextToken
        structure DescribeLogStreamsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNamePrefix:LogStreamName orderBy:OrderBy descending:Descending nextToken:NextToken limit:DescribeLimit
        structure DescribeLogStreamsResponse logStreams:LogStreams nextToken:NextToken
        structure DisassociateKmsKeyRequest logGroupName:LogGroupName resourceIdentifier:ResourceIdentifier
        structure Entity keyAttributes:EntityKeyAttributes attributes:EntityAttributes
        map EntityAttributes EntityAttributesKey EntityAttributesValue 0..10
        string EntityAttributesKey 1..256
        string EntityAttributesValue 1..512
        map EntityKeyAttributes EntityKeyAttributesKey EntityKeyAttributesValue 2..4
        string EntityKeyAttributesKey 1..32
        string EntityKeyAttributesValue 1..512
        enum EntityRejectionErrorType InvalidEntity InvalidTypeValue InvalidKeyAttributes InvalidAttributes EntitySizeTooLarge UnsupportedLogGroupType MissingRequiredFields
        string EventId
        string EventMessage 1..
        integer EventsLimit 1..10000
        integer FilterCount
        structure FilterLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNames:InputLogStreamNames logStreamNamePrefix:LogStreamName startTime:Timestamp endTime:Timestamp filterPattern:FilterPattern nextToken:NextToken limit:EventsLimit interleaved:Interleaved unmask:Unmask
        structure FilterLogEventsResponse events:FilteredLogEvents searchedLogStreams:SearchedLogStreams nextToken:NextToken
        string FilterPattern 0..1024
        structure FilteredLogEvent logStreamName:LogStreamName timestamp:Timestamp message:EventMessage ingestionTime:Timestamp eventId:EventId
        list FilteredLogEvents FilteredLogEvent
        structure GetLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamName!:LogStreamName startTime:Timestamp endTime:Timestamp nextToken:NextToken limit:EventsLimit startFromHead:StartFromHead unmask:Unmask
        structure GetLogEventsResponse events:OutputLogEvents nextForwardToken:NextToken nextBackwardToken:NextToken
        boolean IncludeLinkedAccounts
        list InheritedProperties InheritedProperty
        enum InheritedProperty ACCOUNT_DATA_PROTECTION
        structure InputLogEvent timestamp!:Timestamp message!:EventMessage
        list InputLogEvents InputLogEvent 1..10000
        list InputLogStreamNames LogStreamName 1..100
        boolean Interleaved
        error InvalidOperationException InvalidOperationException 400
        error InvalidParameterException InvalidParameterException 400
        error InvalidSequenceTokenException InvalidSequenceTokenException 400 expectedSequenceToken:SequenceToken
        string KmsKeyId ..256
        error LimitExceededException LimitExceededException 400
        structure ListTagsForResourceRequest resourceArn!:AmazonResourceName
        structure ListTagsForResourceResponse tags:Tags
        integer LogEventIndex
        structure LogGroup logGroupName:LogGroupName creationTime:Timestamp retentionInDays:Days metricFilterCount:FilterCount arn:Arn storedBytes:StoredBytes kmsKeyId:KmsKeyId dataProtectionStatus:DataProtectionStatus inheritedProperties:InheritedProperties logGroupClass:LogGroupClass logGroupArn:Arn deletionProtectionEnabled:DeletionProtectionEnabled bearerTokenAuthenticationEnabled:BearerTokenAuthenticationEnabled
        enum LogGroupClass STANDARD INFREQUENT_ACCESS DELIVERY
        string LogGroupIdentifier 1..2048
        string LogGroupName 1..512
        string LogGroupNamePattern 0..512
        list LogGroups LogGroup
        structure LogStream logStreamName:LogStreamName creationTime:Timestamp firstEventTimestamp:Timestamp lastEventTimestamp:Timestamp lastIngestionTime:Timestamp uploadSequenceToken:SequenceToken arn:Arn storedBytes:StoredBytes
        string LogStreamName 1..512
        boolean LogStreamSearchedCompletely
        list LogStreams LogStream
        string Message
        string NextToken 1..
        error OperationAbortedException OperationAbortedException 400
        enum OrderBy LogStreamName LastEventTime
        structure OutputLogEvent timestamp:Timestamp message:EventMessage ingestionTime:Timestamp
        list OutputLogEvents OutputLogEvent
        structure PutLogEventsRequest logGroupName!:LogGroupName logStreamName!:LogStreamName logEvents!:InputLogEvents sequenceToken:SequenceToken entity:Entity
        structure PutLogEventsResponse nextSequenceToken:SequenceToken rejectedLogEventsInfo:RejectedLogEventsInfo rejectedEntityInfo:RejectedEntityInfo
        structure PutLogGroupDeletionProtectionRequest logGroupIdentifier!:LogGroupIdentifier deletionProtectionEnabled!:DeletionProtectionEnabled
        structure PutRetentionPolicyRequest logGroupName!:LogGroupName retentionInDays!:Days
        structure RejectedEntityInfo errorType!:EntityRejectionErrorType
        structure RejectedLogEventsInfo tooNewLogEventStartIndex:LogEventIndex tooOldLogEventEndIndex:LogEventIndex expiredLogEventEndIndex:LogEventIndex
        error ResourceAlreadyExistsException ResourceAlreadyExistsException 400
        string ResourceIdentifier 1..2048
        error ResourceNotFoundException ResourceNotFoundException 400
        structure SearchedLogStream logStreamName:LogStreamName searchedCompletely:LogStreamSearchedCompletely
        list SearchedLogStreams SearchedLogStream
        string SequenceToken 1..
        error ServiceUnavailableException ServiceUnavailableException 500
        boolean StartFromHead
        integer StoredBytes 0..
        string TagKey 1..128
        list TagKeyList TagKey 0..50
        structure TagResourceRequest resourceArn!:AmazonResourceName tags!:Tags
        string TagValue ..256
        map Tags TagKey TagValue 1..50
        integer Timestamp 0..
        error TooManyTagsException TooManyTagsException 400 message:Message resourceName:AmazonResourceName
        boolean Unmask
        error UnrecognizedClientException UnrecognizedClientException 400
        structure UntagResourceRequest resourceArn!:AmazonResourceName tagKeys!:TagKeyList
        error ValidationException ValidationException 400
        """#
}
