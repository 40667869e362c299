// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// DynamoDB: what Neap calls or answers of it, as AWS's model says.
public enum DynamoDB {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "dynamodb", serviceID: "DynamoDB", endpointPrefix: "dynamodb",
        signingName: "dynamodb", protocol: .json(version: "1.0", targetPrefix: "DynamoDB_20120810"),
        apiVersion: "2012-08-10", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation CreateTable CreateTableInput CreateTableOutput errors=ResourceInUseException,LimitExceededException,InternalServerError
        operation DeleteItem DeleteItemInput DeleteItemOutput errors=ConditionalCheckFailedException,ProvisionedThroughputExceededException,ResourceNotFoundException,ItemCollectionSizeLimitExceededException,TransactionConflictException,RequestLimitExceeded,InternalServerError,ReplicatedWriteConflictException,ThrottlingException
        operation DeleteTable DeleteTableInput DeleteTableOutput errors=ResourceInUseException,ResourceNotFoundException,LimitExceededException,InternalServerError
        operation DescribeTable DescribeTableInput DescribeTableOutput errors=ResourceNotFoundException,InternalServerError
        operation DescribeTimeToLive DescribeTimeToLiveInput DescribeTimeToLiveOutput errors=ResourceNotFoundException,InternalServerError
        operation GetItem GetItemInput GetItemOutput errors=ProvisionedThroughputExceededException,ResourceNotFoundException,RequestLimitExceeded,InternalServerError,ThrottlingException
        operation ListTables ListTablesInput ListTablesOutput errors=InternalServerError
        operation PutItem PutItemInput PutItemOutput errors=ConditionalCheckFailedException,ProvisionedThroughputExceededException,ResourceNotFoundException,ItemCollectionSizeLimitExceededException,TransactionConflictException,RequestLimitExceeded,InternalServerError,ReplicatedWriteConflictException,ThrottlingException
        operation Query QueryInput QueryOutput errors=ProvisionedThroughputExceededException,ResourceNotFoundException,RequestLimitExceeded,InternalServerError,ThrottlingException
        operation Scan ScanInput ScanOutput errors=ProvisionedThroughputExceededException,ResourceNotFoundException,RequestLimitExceeded,InternalServerError,ThrottlingException
        operation UpdateItem UpdateItemInput UpdateItemOutput errors=ConditionalCheckFailedException,ProvisionedThroughputExceededException,ResourceNotFoundException,ItemCollectionSizeLimitExceededException,TransactionConflictException,RequestLimitExceeded,InternalServerError,ReplicatedWriteConflictException,ThrottlingException
        operation UpdateTimeToLive UpdateTimeToLiveInput UpdateTimeToLiveOutput errors=ResourceInUseException,ResourceNotFoundException,LimitExceededException,InternalServerError
        pages ListTables ExclusiveStartTableName LastEvaluatedTableName TableNames Limit
        pages Query ExclusiveStartKey LastEvaluatedKey Items,Count,ScannedCount Limit
        pages Scan ExclusiveStartKey LastEvaluatedKey Items,Count,ScannedCount Limit
        string ArchivalReason
        structure ArchivalSummary ArchivalDateTime:Date ArchivalReason:ArchivalReason ArchivalBackupArn:BackupArn
        enum AttributeAction ADD PUT DELETE
        structure AttributeDefinition AttributeName!:KeySchemaAttributeName AttributeType!:ScalarAttributeType
        list AttributeDefinitions AttributeDefinition
        map AttributeMap AttributeName AttributeValue
        string AttributeName ..65535
        list AttributeNameList AttributeName 1..
        map AttributeUpdates AttributeName AttributeValueUpdate
        structure AttributeValue S:StringAttributeValue N:NumberAttributeValue B:BinaryAttributeValue SS:StringSetAttributeValue NS:NumberSetAttributeValue BS:BinarySetAttributeValue M:MapAttributeValue L:ListAttributeValue NULL:NullAttributeValue BOOL:BooleanAttributeValue
        list AttributeValueList AttributeValue
        structure AttributeValueUpdate Value:AttributeValue Action:AttributeAction
        string AvailabilityErrorMessage
        boolean Backfilling
        string BackupArn 37..1024
        enum BillingMode PROVISIONED PAY_PER_REQUEST
        structure BillingModeSummary BillingMode:BillingMode LastUpdateToPayPerRequestDateTime:Date
        blob BinaryAttributeValue
        list BinarySetAttributeValue BinaryAttributeValue
        boolean BooleanAttributeValue
        boolean BooleanObject
        structure Capacity ReadCapacityUnits:ConsumedCapacityUnits WriteCapacityUnits:ConsumedCapacityUnits CapacityUnits:ConsumedCapacityUnits
        enum ComparisonOperator EQ NE IN LE LT GE GT BETWEEN NOT_NULL NULL CONTAINS NOT_CONTAINS BEGINS_WITH
        structure Condition AttributeValueList:AttributeValueList ComparisonOperator!:ComparisonOperator
        string ConditionExpression
        error ConditionalCheckFailedException ConditionalCheckFailedException 400 message:ErrorMessage Item:AttributeMap
        enum ConditionalOperator AND OR
        boolean ConsistentRead
        structure ConsumedCapacity TableName:TableArn CapacityUnits:ConsumedCapacityUnits ReadCapacityUnits:ConsumedCapacityUnits WriteCapacityUnits:ConsumedCapacityUnits Table:Capacity LocalSecondaryIndexes:SecondaryIndexesCapacityMap GlobalSecondaryIndexes:SecondaryIndexesCapacityMap
        number ConsumedCapacityUnits
        structure CreateTableInput AttributeDefinitions:AttributeDefinitions TableName!:TableArn KeySchema:KeySchema LocalSecondaryIndexes:LocalSecondaryIndexList GlobalSecondaryIndexes:GlobalSecondaryIndexList BillingMode:BillingMode ProvisionedThroughput:ProvisionedThroughput StreamSpecification:StreamSpecification SSESpecification:SSESpecification Tags:TagList TableClass:TableClass DeletionProtectionEnabled:DeletionProtectionEnabled WarmThroughput:WarmThroughput ResourcePolicy:ResourcePolicy OnDemandThroughput:OnDemandThroughput GlobalTableSourceArn:TableArn GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode
        structure CreateTableOutput TableDescription:TableDescription
        timestamp Date
        structure DeleteItemInput TableName!:TableArn Key!:Key Expected:ExpectedAttributeMap ConditionalOperator:ConditionalOperator ReturnValues:ReturnValue ReturnConsumedCapacity:ReturnConsumedCapacity ReturnItemCollectionMetrics:ReturnItemCollectionMetrics ConditionExpression:ConditionExpression ExpressionAttributeNames:ExpressionAttributeNameMap ExpressionAttributeValues:ExpressionAttributeValueMap ReturnValuesOnConditionCheckFailure:ReturnValuesOnConditionCheckFailure
        structure DeleteItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure DeleteTableInput TableName!:TableArn
        structure DeleteTableOutput TableDescription:TableDescription
        boolean DeletionProtectionEnabled
        structure DescribeTableInput TableName!:TableArn
        structure DescribeTableOutput Table:TableDescription
        structure DescribeTimeToLiveInput TableName!:TableArn
        structure DescribeTimeToLiveOutput TimeToLiveDescription:TimeToLiveDescription
        string ErrorMessage
        map ExpectedAttributeMap AttributeName ExpectedAttributeValue
        structure ExpectedAttributeValue Value:AttributeValue Exists:BooleanObject ComparisonOperator:ComparisonOperator AttributeValueList:AttributeValueList
        map ExpressionAttributeNameMap ExpressionAttributeNameVariable AttributeName
        string ExpressionAttributeNameVariable
        map ExpressionAttributeValueMap ExpressionAttributeValueVariable AttributeValue
        string ExpressionAttributeValueVariable
        map FilterConditionMap AttributeName Condition
        structure GetItemInput TableName!:TableArn Key!:Key AttributesToGet:AttributeNameList ConsistentRead:ConsistentRead ReturnConsumedCapacity:ReturnConsumedCapacity ProjectionExpression:ProjectionExpression ExpressionAttributeNames:ExpressionAttributeNameMap
        structure GetItemOutput Item:AttributeMap ConsumedCapacity:ConsumedCapacity
        structure GlobalSecondaryIndex IndexName!:IndexName KeySchema!:KeySchema Projection!:Projection ProvisionedThroughput:ProvisionedThroughput OnDemandThroughput:OnDemandThroughput WarmThroughput:WarmThroughput
        structure GlobalSecondaryIndexDescription IndexName:IndexName KeySchema:KeySchema Projection:Projection IndexStatus:IndexStatus Backfilling:Backfilling ProvisionedThroughput:ProvisionedThroughputDescription IndexSizeBytes:LongObject ItemCount:LongObject IndexArn:String OnDemandThroughput:OnDemandThroughput WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription
        list GlobalSecondaryIndexDescriptionList GlobalSecondaryIndexDescription
        list GlobalSecondaryIndexList GlobalSecondaryIndex
        structure GlobalSecondaryIndexWarmThroughputDescription ReadUnitsPerSecond:PositiveLongObject WriteUnitsPerSecond:PositiveLongObject Status:IndexStatus
        enum GlobalTableSettingsReplicationMode ENABLED DISABLED ENABLED_WITH_OVERRIDES
        structure GlobalTableWitnessDescription RegionName:RegionName WitnessStatus:WitnessStatus
        list GlobalTableWitnessDescriptionList GlobalTableWitnessDescription
        string IndexName 3..255
        enum IndexStatus CREATING UPDATING DELETING ACTIVE
        integer Integer
        error InternalServerError InternalServerError 500 message:ErrorMessage
        map ItemCollectionKeyAttributeMap AttributeName AttributeValue
        structure ItemCollectionMetrics ItemCollectionKey:ItemCollectionKeyAttributeMap SizeEstimateRangeGB:ItemCollectionSizeEstimateRange
        number ItemCollectionSizeEstimateBound
        list ItemCollectionSizeEstimateRange ItemCollectionSizeEstimateBound
        error ItemCollectionSizeLimitExceededException ItemCollectionSizeLimitExceededException 400 message:ErrorMessage
        list ItemList AttributeMap
        string KMSMasterKeyArn
        string KMSMasterKeyId
        map Key AttributeName AttributeValue
        map KeyConditions AttributeName Condition
        string KeyExpression
        list KeySchema KeySchemaElement 1..
        string KeySchemaAttributeName 1..255
        structure KeySchemaElement AttributeName!:KeySchemaAttributeName KeyType!:KeyType
        enum KeyType HASH RANGE
        error LimitExceededException LimitExceededException 400 message:ErrorMessage
        list ListAttributeValue AttributeValue
        structure ListTablesInput ExclusiveStartTableName:TableName Limit:ListTablesInputLimit
        integer ListTablesInputLimit 1..100
        structure ListTablesOutput TableNames:TableNameList LastEvaluatedTableName:TableName
        structure LocalSecondaryIndex IndexName!:IndexName KeySchema!:KeySchema Projection!:Projection
        structure LocalSecondaryIndexDescription IndexName:IndexName KeySchema:KeySchema Projection:Projection IndexSizeBytes:LongObject ItemCount:LongObject IndexArn:String
        list LocalSecondaryIndexDescriptionList LocalSecondaryIndexDescription
        list LocalSecondaryIndexList LocalSecondaryIndex
        integer LongObject
        map MapAttributeValue AttributeName AttributeValue
        enum MultiRegionConsistency EVENTUAL STRONG
        string NonKeyAttributeName 1..255
        list NonKeyAttributeNameList NonKeyAttributeName 1..20
        integer NonNegativeLongObject 0..
        boolean NullAttributeValue
        string NumberAttributeValue
        list NumberSetAttributeValue NumberAttributeValue
        structure OnDemandThroughput MaxReadRequestUnits:LongObject MaxWriteRequestUnits:LongObject
        structure OnDemandThroughputOverride MaxReadRequestUnits:LongObject
        integer PositiveIntegerObject 1..
        integer PositiveLongObject 1..
        structure Projection ProjectionType:ProjectionType NonKeyAttributes:NonKeyAttributeNameList
        string ProjectionExpression
        enum ProjectionType ALL KEYS_ONLY INCLUDE
        structure ProvisionedThroughput ReadCapacityUnits!:PositiveLongObject WriteCapacityUnits!:PositiveLongObject
        structure ProvisionedThroughputDescription LastIncreaseDateTime:Date LastDecreaseDateTime:Date NumberOfDecreasesToday:PositiveLongObject ReadCapacityUnits:NonNegativeLongObject WriteCapacityUnits:NonNegativeLongObject
        error ProvisionedThroughputExceededException ProvisionedThroughputExceededException 400 message:ErrorMessage ThrottlingReasons:ThrottlingReasonList
        structure ProvisionedThroughputOverride ReadCapacityUnits:PositiveLongObject
        structure PutItemInput TableName!:TableArn Item!:PutItemInputAttributeMap Expected:ExpectedAttributeMap ReturnValues:ReturnValue ReturnConsumedCapacity:ReturnConsumedCapacity ReturnItemCollectionMetrics:ReturnItemCollectionMetrics ConditionalOperator:ConditionalOperator ConditionExpression:ConditionExpression ExpressionAttributeNames:ExpressionAttributeNameMap ExpressionAttributeValues:ExpressionAttributeValueMap ReturnValuesOnConditionCheckFailure:ReturnValuesOnConditionCheckFailure
        map PutItemInputAttributeMap AttributeName AttributeValue
        structure PutItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure QueryInput TableName!:TableArn IndexName:IndexName Select:Select AttributesToGet:AttributeNameList Limit:PositiveIntegerObject ConsistentRead:ConsistentRead KeyConditions:KeyConditions QueryFilter:FilterConditionMap ConditionalOperator:ConditionalOperator ScanIndexForward:BooleanObject ExclusiveStartKey:Key ReturnConsumedCapacity:ReturnConsumedCapacity ProjectionExpression:ProjectionExpression FilterExpression:ConditionExpression KeyConditionExpression:KeyExpression ExpressionAttributeNames:ExpressionAttributeNameMap ExpressionAttributeValues:ExpressionAttributeValueMap
        structure QueryOutput Items:ItemList Count:Integer ScannedCount:Integer LastEvaluatedKey:Key ConsumedCapacity:ConsumedCapacity
        string Reason
        string RegionName
        structure ReplicaDescription RegionName:RegionName ReplicaStatus:ReplicaStatus ReplicaArn:String ReplicaStatusDescription:ReplicaStatusDescription ReplicaStatusPercentProgress:ReplicaStatusPercentProgress KMSMasterKeyId:KMSMasterKeyId ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:TableWarmThroughputDescription GlobalSecondaryIndexes:ReplicaGlobalSecondaryIndexDescriptionList ReplicaInaccessibleDateTime:Date ReplicaTableClassSummary:TableClassSummary GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode
        list ReplicaDescriptionList ReplicaDescription
        structure ReplicaGlobalSecondaryIndexDescription IndexName:IndexName ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription
        list ReplicaGlobalSecondaryIndexDescriptionList ReplicaGlobalSecondaryIndexDescription
        enum ReplicaStatus CREATING CREATION_FAILED UPDATING DELETING ACTIVE REGION_DISABLED INACCESSIBLE_ENCRYPTION_CREDENTIALS ARCHIVING ARCHIVED REPLICATION_NOT_AUTHORIZED
        string ReplicaStatusDescription
        string ReplicaStatusPercentProgress
        error ReplicatedWriteConflictException ReplicatedWriteConflictException 400 message:ErrorMessage
        error RequestLimitExceeded RequestLimitExceeded 400 message:ErrorMessage ThrottlingReasons:ThrottlingReasonList
        string Resource
        error ResourceInUseException ResourceInUseException 400 message:ErrorMessage
        error ResourceNotFoundException ResourceNotFoundException 400 message:ErrorMessage
        string ResourcePolicy
        boolean RestoreInProgress
        structure RestoreSummary SourceBackupArn:BackupArn SourceTableArn:TableArn RestoreDateTime!:Date RestoreInProgress!:RestoreInProgress
        enum ReturnConsumedCapacity INDEXES TOTAL NONE
        enum ReturnItemCollectionMetrics SIZE NONE
        enum ReturnValue NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW
        enum ReturnValuesOnConditionCheckFailure ALL_OLD NONE
        structure SSEDescription Status:SSEStatus SSEType:SSEType KMSMasterKeyArn:KMSMasterKeyArn InaccessibleEncryptionDateTime:Date
        boolean SSEEnabled
        structure SSESpecification Enabled:SSEEnabled SSEType:SSEType KMSMasterKeyId:KMSMasterKeyId
        enum SSEStatus ENABLING ENABLED DISABLING DISABLED UPDATING
        enum SSEType AES256 KMS
        enum ScalarAttributeType S N B
        structure ScanInput TableName!:TableArn IndexName:IndexName AttributesToGet:AttributeNameList Limit:PositiveIntegerObject Select:Select ScanFilter:FilterConditionMap ConditionalOperator:ConditionalOperator ExclusiveStartKey:Key ReturnConsumedCapacity:ReturnConsumedCapacity TotalSegments:ScanTotalSegments Segment:ScanSegment ProjectionExpression:ProjectionExpression FilterExpression:ConditionExpression ExpressionAttributeNames:ExpressionAttributeNameMap ExpressionAttributeValues:ExpressionAttributeValueMap ConsistentRead:ConsistentRead
        structure ScanOutput Items:ItemList Count:Integer ScannedCount:Integer LastEvaluatedKey:Key ConsumedCapacity:ConsumedCapacity
        integer ScanSegment 0..999999
        integer ScanTotalSegments 1..1000000
        map SecondaryIndexesCapacityMap IndexName Capacity
        enum Select ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES SPECIFIC_ATTRIBUTES COUNT
        string StreamArn 37..1024
        boolean StreamEnabled
        structure StreamSpecification StreamEnabled!:StreamEnabled StreamViewType:StreamViewType
        enum StreamViewType NEW_IMAGE OLD_IMAGE NEW_AND_OLD_IMAGES KEYS_ONLY
        string String
        string StringAttributeValue
        list StringSetAttributeValue StringAttributeValue
        string TableArn 1..1024
        enum TableClass STANDARD STANDARD_INFREQUENT_ACCESS
        structure TableClassSummary TableClass:TableClass LastUpdateDateTime:Date
        structure TableDescription AttributeDefinitions:AttributeDefinitions TableName:TableName KeySchema:KeySchema TableStatus:TableStatus CreationDateTime:Date ProvisionedThroughput:ProvisionedThroughputDescription TableSizeBytes:LongObject ItemCount:LongObject TableArn:String TableId:TableId BillingModeSummary:BillingModeSummary LocalSecondaryIndexes:LocalSecondaryIndexDescriptionList GlobalSecondaryIndexes:GlobalSecondaryIndexDescriptionList StreamSpecification:StreamSpecification LatestStreamLabel:String LatestStreamArn:StreamArn GlobalTableVersion:String Replicas:ReplicaDescriptionList GlobalTableWitnesses:GlobalTableWitnessDescriptionList GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode RestoreSummary:RestoreSummary SSEDescription:SSEDescription ArchivalSummary:ArchivalSummary TableClassSummary:TableClassSummary DeletionProtectionEnabled:DeletionProtectionEnabled OnDemandThroughput:OnDemandThroughput WarmThroughput:TableWarmThroughputDescription MultiRegionConsistency:MultiRegionConsistency
        string TableId
        string TableName 3..255
        list TableNameList TableName
        enum TableStatus CREATING UPDATING DELETING ACTIVE INACCESSIBLE_ENCRYPTION_CREDENTIALS ARCHIVING ARCHIVED REPLICATION_NOT_AUTHORIZED
        structure TableWarmThroughputDescription ReadUnitsPerSecond:PositiveLongObject WriteUnitsPerSecond:PositiveLongObject Status:TableStatus
        structure Tag Key!:TagKeyString Value!:TagValueString
        string TagKeyString 1..128
        list TagList Tag
        string TagValueString 0..256
        error ThrottlingException ThrottlingException 400 message:AvailabilityErrorMessage throttlingReasons:ThrottlingReasonList
        structure ThrottlingReason reason:Reason resource:Resource
        list ThrottlingReasonList ThrottlingReason
        string TimeToLiveAttributeName 1..255
        structure TimeToLiveDescription TimeToLiveStatus:TimeToLiveStatus AttributeName:TimeToLiveAttributeName
        boolean TimeToLiveEnabled
        structure TimeToLiveSpecification Enabled!:TimeToLiveEnabled AttributeName!:TimeToLiveAttributeName
        enum TimeToLiveStatus ENABLING DISABLING ENABLED DISABLED
        error TransactionConflictException TransactionConflictException 400 message:ErrorMessage
        string UpdateExpression
        structure UpdateItemInput TableName!:TableArn Key!:Key AttributeUpdates:AttributeUpdates Expected:ExpectedAttributeMap ConditionalOperator:ConditionalOperator ReturnValues:ReturnValue ReturnConsumedCapacity:ReturnConsumedCapacity ReturnItemCollectionMetrics:ReturnItemCollectionMetrics UpdateExpression:UpdateExpression ConditionExpression:ConditionExpression ExpressionAttributeNames:ExpressionAttributeNameMap ExpressionAttributeValues:ExpressionAttributeValueMap ReturnValuesOnConditionCheckFailure:ReturnValuesOnConditionCheckFailure
        structure UpdateItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure UpdateTimeToLiveInput TableName!:TableArn TimeToLiveSpecification!:TimeToLiveSpecification
        structure UpdateTimeToLiveOutput TimeToLiveSpecification:TimeToLiveSpecification
        structure WarmThroughput ReadUnitsPerSecond:LongObject WriteUnitsPerSecond:LongObject
        enum WitnessStatus CREATING DELETING ACTIVE
        """#
}
