// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon CloudWatch Logs: what Neap calls of it, as AWS's model says.
public enum CloudWatchLogs {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "logs", serviceID: "CloudWatch Logs", endpointPrefix: "logs",
        signingName: "logs", protocol: .json(version: "1.1", targetPrefix: "Logs_20140328"), apiVersion: "2014-03-28",
        xmlNamespace: nil, table: table)

    private static let table = #"""
        operation AssociateKmsKey AssociateKmsKeyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation CreateLogGroup CreateLogGroupRequest - errors=InvalidParameterException,ResourceAlreadyExistsException,LimitExceededException,OperationAbortedException,ServiceUnavailableException
        operation DeleteRetentionPolicy DeleteRetentionPolicyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation DescribeLogGroups DescribeLogGroupsRequest DescribeLogGroupsResponse errors=InvalidParameterException,ServiceUnavailableException
        operation DisassociateKmsKey DisassociateKmsKeyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        operation PutRetentionPolicy PutRetentionPolicyRequest - errors=InvalidParameterException,ResourceNotFoundException,OperationAbortedException,ServiceUnavailableException
        operation TagResource TagResourceRequest - errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException,TooManyTagsException
        operation UntagResource UntagResourceRequest - errors=InvalidParameterException,ResourceNotFoundException,ServiceUnavailableException
        pages DescribeLogGroups nextToken nextToken logGroups limit
        string AccountId 12..12
        list AccountIds AccountId 0..20
        string AmazonResourceName 1..1011
        string Arn
        structure AssociateKmsKeyRequest logGroupName:LogGroupName kmsKeyId!:KmsKeyId resourceIdentifier:ResourceIdentifier
        boolean BearerTokenAuthenticationEnabled
        structure CreateLogGroupRequest logGroupName!:LogGroupName kmsKeyId:KmsKeyId tags:Tags logGroupClass:LogGroupClass deletionProtectionEnabled:DeletionProtectionEnabled
        enum DataProtectionStatus ACTIVATED DELETED ARCHIVED DISABLED
        integer Days
        structure DeleteRetentionPolicyRequest logGroupName!:LogGroupName
        boolean DeletionProtectionEnabled
        integer DescribeLimit 1..50
        list DescribeLogGroupsLogGroupIdentifiers LogGroupIdentifier 1..50
        structure DescribeLogGroupsRequest accountIdentifiers:AccountIds logGroupNamePrefix:LogGroupName logGroupNamePattern:LogGroupNamePattern nextToken:NextToken limit:DescribeLimit includeLinkedAccounts:IncludeLinkedAccounts logGroupClass:LogGroupClass logGroupIdentifiers:DescribeLogGroupsLogGroupIdentifiers
        structure DescribeLogGroupsResponse logGroups:LogGroups nextToken:NextToken
        structure DisassociateKmsKeyRequest logGroupName:LogGroupName resourceIdentifier:ResourceIdentifier
        integer FilterCount
        boolean IncludeLinkedAccounts
        list InheritedProperties InheritedProperty
        enum InheritedProperty ACCOUNT_DATA_PROTECTION
        error InvalidParameterException InvalidParameterException 400
        string KmsKeyId ..256
        error LimitExceededException LimitExceededException 400
        structure ListTagsForResourceRequest resourceArn!:AmazonResourceName
        structure ListTagsForResourceResponse tags:Tags
        structure LogGroup logGroupName:LogGroupName creationTime:Timestamp retentionInDays:Days metricFilterCount:FilterCount arn:Arn storedBytes:StoredBytes kmsKeyId:KmsKeyId dataProtectionStatus:DataProtectionStatus inheritedProperties:InheritedProperties logGroupClass:LogGroupClass logGroupArn:Arn deletionProtectionEnabled:DeletionProtectionEnabled bearerTokenAuthenticationEnabled:BearerTokenAuthenticationEnabled
        enum LogGroupClass STANDARD INFREQUENT_ACCESS DELIVERY
        string LogGroupIdentifier 1..2048
        string LogGroupName 1..512
        string LogGroupNamePattern 0..512
        list LogGroups LogGroup
        string Message
        string NextToken 1..
        error OperationAbortedException OperationAbortedException 400
        structure PutRetentionPolicyRequest logGroupName!:LogGroupName retentionInDays!:Days
        error ResourceAlreadyExistsException ResourceAlreadyExistsException 400
        string ResourceIdentifier 1..2048
        error ResourceNotFoundException ResourceNotFoundException 400
        error ServiceUnavailableException ServiceUnavailableException 500
        integer StoredBytes 0..
        string TagKey 1..128
        list TagKeyList TagKey 0..50
        structure TagResourceRequest resourceArn!:AmazonResourceName tags!:Tags
        string TagValue ..256
        map Tags TagKey TagValue 1..50
        integer Timestamp 0..
        error TooManyTagsException TooManyTagsException 400 message:Message resourceName:AmazonResourceName
        structure UntagResourceRequest resourceArn!:AmazonResourceName tagKeys!:TagKeyList
        """#
}
