// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon SQS: what Neap calls or answers of it, as AWS's model says.
public enum SQS {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "sqs", serviceID: "SQS", endpointPrefix: "sqs",
        signingName: "sqs", protocol: .json(version: "1.0", targetPrefix: "AmazonSQS"),
        apiVersion: "2012-11-05", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation ChangeMessageVisibility ChangeMessageVisibilityRequest - errors=MessageNotInflight,ReceiptHandleIsInvalid,RequestThrottled,QueueDoesNotExist,UnsupportedOperation,InvalidAddress,InvalidSecurity
        operation CreateQueue CreateQueueRequest CreateQueueResult errors=QueueDeletedRecently,QueueNameExists,RequestThrottled,InvalidAddress,InvalidAttributeName,InvalidAttributeValue,UnsupportedOperation,InvalidSecurity
        operation DeleteMessage DeleteMessageRequest - errors=InvalidIdFormat,ReceiptHandleIsInvalid,RequestThrottled,QueueDoesNotExist,UnsupportedOperation,InvalidSecurity,InvalidAddress
        operation DeleteMessageBatch DeleteMessageBatchRequest DeleteMessageBatchResult errors=TooManyEntriesInBatchRequest,EmptyBatchRequest,BatchEntryIdsNotDistinct,InvalidBatchEntryId,RequestThrottled,QueueDoesNotExist,UnsupportedOperation,InvalidAddress,InvalidSecurity
        operation DeleteQueue DeleteQueueRequest - errors=RequestThrottled,QueueDoesNotExist,InvalidAddress,UnsupportedOperation,InvalidSecurity
        operation GetQueueAttributes GetQueueAttributesRequest GetQueueAttributesResult errors=InvalidAttributeName,RequestThrottled,QueueDoesNotExist,UnsupportedOperation,InvalidSecurity,InvalidAddress
        operation GetQueueUrl GetQueueUrlRequest GetQueueUrlResult errors=RequestThrottled,QueueDoesNotExist,InvalidAddress,InvalidSecurity,UnsupportedOperation
        operation ListQueues ListQueuesRequest ListQueuesResult errors=RequestThrottled,InvalidSecurity,InvalidAddress,UnsupportedOperation
        operation PurgeQueue PurgeQueueRequest - errors=QueueDoesNotExist,PurgeQueueInProgress,RequestThrottled,InvalidAddress,InvalidSecurity,UnsupportedOperation
        operation ReceiveMessage ReceiveMessageRequest ReceiveMessageResult errors=UnsupportedOperation,OverLimit,RequestThrottled,QueueDoesNotExist,InvalidSecurity,KmsDisabled,KmsInvalidState,KmsNotFound,KmsOptInRequired,KmsThrottled,KmsAccessDenied,KmsInvalidKeyUsage,InvalidAddress
        operation SendMessage SendMessageRequest SendMessageResult errors=InvalidMessageContents,UnsupportedOperation,RequestThrottled,QueueDoesNotExist,InvalidSecurity,KmsDisabled,KmsInvalidState,KmsNotFound,KmsOptInRequired,KmsThrottled,KmsAccessDenied,KmsInvalidKeyUsage,InvalidAddress
        operation SendMessageBatch SendMessageBatchRequest SendMessageBatchResult errors=TooManyEntriesInBatchRequest,EmptyBatchRequest,BatchEntryIdsNotDistinct,BatchRequestTooLong,InvalidBatchEntryId,UnsupportedOperation,RequestThrottled,QueueDoesNotExist,InvalidSecurity,KmsDisabled,KmsInvalidState,KmsNotFound,KmsOptInRequired,KmsThrottled,KmsAccessDenied,KmsInvalidKeyUsage,InvalidAddress
        operation SetQueueAttributes SetQueueAttributesRequest - errors=InvalidAttributeName,InvalidAttributeValue,RequestThrottled,QueueDoesNotExist,UnsupportedOperation,OverLimit,InvalidAddress,InvalidSecurity
        pages ListQueues NextToken NextToken QueueUrls MaxResults
        list AttributeNameList QueueAttributeName flat
        error BatchEntryIdsNotDistinct BatchEntryIdsNotDistinct 400 message:ExceptionMessage
        error BatchRequestTooLong BatchRequestTooLong 400 message:ExceptionMessage
        structure BatchResultErrorEntry Id!:String SenderFault!:Boolean Code!:String Message:String
        list BatchResultErrorEntryList BatchResultErrorEntry flat
        blob Binary
        list BinaryList Binary
        boolean Boolean
        integer BoxedInteger
        structure ChangeMessageVisibilityRequest QueueUrl!:String ReceiptHandle!:String VisibilityTimeout!:NullableInteger
        structure CreateQueueRequest QueueName!:String Attributes:QueueAttributeMap tags:TagMap
        structure CreateQueueResult QueueUrl:String
        structure DeleteMessageBatchRequest QueueUrl!:String Entries!:DeleteMessageBatchRequestEntryList
        structure DeleteMessageBatchRequestEntry Id!:String ReceiptHandle!:String
        list DeleteMessageBatchRequestEntryList DeleteMessageBatchRequestEntry flat
        structure DeleteMessageBatchResult Successful!:DeleteMessageBatchResultEntryList Failed!:BatchResultErrorEntryList
        structure DeleteMessageBatchResultEntry Id!:String
        list DeleteMessageBatchResultEntryList DeleteMessageBatchResultEntry flat
        structure DeleteMessageRequest QueueUrl!:String ReceiptHandle!:String
        structure DeleteQueueRequest QueueUrl!:String
        error EmptyBatchRequest EmptyBatchRequest 400 message:ExceptionMessage
        string ExceptionMessage
        structure GetQueueAttributesRequest QueueUrl!:String AttributeNames:AttributeNameList
        structure GetQueueAttributesResult Attributes:QueueAttributeMap
        structure GetQueueUrlRequest QueueName!:String QueueOwnerAWSAccountId:String
        structure GetQueueUrlResult QueueUrl:String
        error InvalidAddress InvalidAddress 400 message:ExceptionMessage
        error InvalidAttributeName InvalidAttributeName 400 message:ExceptionMessage
        error InvalidAttributeValue InvalidAttributeValue 400 message:ExceptionMessage
        error InvalidBatchEntryId InvalidBatchEntryId 400 message:ExceptionMessage
        error InvalidIdFormat InvalidIdFormat 400
        error InvalidMessageContents InvalidMessageContents 400 message:ExceptionMessage
        error InvalidSecurity InvalidSecurity 400 message:ExceptionMessage
        error KmsAccessDenied KmsAccessDenied 400 message:ExceptionMessage
        error KmsDisabled KmsDisabled 400 message:ExceptionMessage
        error KmsInvalidKeyUsage KmsInvalidKeyUsage 400 message:ExceptionMessage
        error KmsInvalidState KmsInvalidState 400 message:ExceptionMessage
        error KmsNotFound KmsNotFound 400 message:ExceptionMessage
        error KmsOptInRequired KmsOptInRequired 400 message:ExceptionMessage
        error KmsThrottled KmsThrottled 400 message:ExceptionMessage
        structure ListQueuesRequest QueueNamePrefix:String NextToken:Token MaxResults:BoxedInteger
        structure ListQueuesResult QueueUrls:QueueUrlList NextToken:Token
        structure Message MessageId:String ReceiptHandle:String MD5OfBody:String Body:String Attributes:MessageSystemAttributeMap MD5OfMessageAttributes:String MessageAttributes:MessageBodyAttributeMap
        string MessageAttributeName
        list MessageAttributeNameList MessageAttributeName flat
        structure MessageAttributeValue StringValue:String BinaryValue:Binary StringListValues:StringList BinaryListValues:BinaryList DataType!:String
        map MessageBodyAttributeMap String MessageAttributeValue flat
        map MessageBodySystemAttributeMap MessageSystemAttributeNameForSends MessageSystemAttributeValue flat
        list MessageList Message flat
        error MessageNotInflight MessageNotInflight 400
        list MessageSystemAttributeList MessageSystemAttributeName flat
        map MessageSystemAttributeMap MessageSystemAttributeName String flat
        enum MessageSystemAttributeName All SenderId SentTimestamp ApproximateReceiveCount ApproximateFirstReceiveTimestamp SequenceNumber MessageDeduplicationId MessageGroupId AWSTraceHeader DeadLetterQueueSourceArn
        enum MessageSystemAttributeNameForSends AWSTraceHeader
        structure MessageSystemAttributeValue StringValue:String BinaryValue:Binary StringListValues:StringList BinaryListValues:BinaryList DataType!:String
        integer NullableInteger
        error OverLimit OverLimit 400 message:ExceptionMessage
        error PurgeQueueInProgress PurgeQueueInProgress 400 message:ExceptionMessage
        structure PurgeQueueRequest QueueUrl!:String
        map QueueAttributeMap QueueAttributeName String flat
        enum QueueAttributeName All Policy VisibilityTimeout MaximumMessageSize MessageRetentionPeriod ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible CreatedTimestamp LastModifiedTimestamp QueueArn ApproximateNumberOfMessagesDelayed DelaySeconds ReceiveMessageWaitTimeSeconds RedrivePolicy FifoQueue ContentBasedDeduplication KmsMasterKeyId KmsDataKeyReusePeriodSeconds DeduplicationScope FifoThroughputLimit RedriveAllowPolicy SqsManagedSseEnabled
        error QueueDeletedRecently QueueDeletedRecently 400 message:ExceptionMessage
        error QueueDoesNotExist QueueDoesNotExist 400 message:ExceptionMessage
        error QueueNameExists QueueNameExists 400 message:ExceptionMessage
        list QueueUrlList String flat
        error ReceiptHandleIsInvalid ReceiptHandleIsInvalid 400 message:ExceptionMessage
        structure ReceiveMessageRequest QueueUrl!:String AttributeNames:AttributeNameList MessageSystemAttributeNames:MessageSystemAttributeList MessageAttributeNames:MessageAttributeNameList MaxNumberOfMessages:NullableInteger VisibilityTimeout:NullableInteger WaitTimeSeconds:NullableInteger ReceiveRequestAttemptId:String
        structure ReceiveMessageResult Messages:MessageList
        error RequestThrottled RequestThrottled 400 message:ExceptionMessage
        structure SendMessageBatchRequest QueueUrl!:String Entries!:SendMessageBatchRequestEntryList
        structure SendMessageBatchRequestEntry Id!:String MessageBody!:String DelaySeconds:NullableInteger MessageAttributes:MessageBodyAttributeMap MessageSystemAttributes:MessageBodySystemAttributeMap MessageDeduplicationId:String MessageGroupId:String
        list SendMessageBatchRequestEntryList SendMessageBatchRequestEntry flat
        structure SendMessageBatchResult Successful!:SendMessageBatchResultEntryList Failed!:BatchResultErrorEntryList
        structure SendMessageBatchResultEntry Id!:String MessageId!:String MD5OfMessageBody!:String MD5OfMessageAttributes:String MD5OfMessageSystemAttributes:String SequenceNumber:String
        list SendMessageBatchResultEntryList SendMessageBatchResultEntry flat
        structure SendMessageRequest QueueUrl!:String MessageBody!:String DelaySeconds:NullableInteger MessageAttributes:MessageBodyAttributeMap MessageSystemAttributes:MessageBodySystemAttributeMap MessageDeduplicationId:String MessageGroupId:String
        structure SendMessageResult MD5OfMessageBody:String MD5OfMessageAttributes:String MD5OfMessageSystemAttributes:String MessageId:String SequenceNumber:String
        structure SetQueueAttributesRequest QueueUrl!:String Attributes!:QueueAttributeMap
        string String
        list StringList String
        string TagKey
        map TagMap TagKey TagValue flat
        string TagValue
        string Token
        error TooManyEntriesInBatchRequest TooManyEntriesInBatchRequest 400 message:ExceptionMessage
        error UnsupportedOperation UnsupportedOperation 400 message:ExceptionMessage
        """#
}
