// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// AWS Secrets Manager: what Neap calls or answers of it, as AWS's model says.
public enum Secrets {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "secretsmanager", serviceID: "Secrets Manager", endpointPrefix: "secretsmanager",
        signingName: "secretsmanager", protocol: .json(version: "1.1", targetPrefix: "secretsmanager"),
        apiVersion: "2017-10-17", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation CreateSecret CreateSecretRequest CreateSecretResponse errors=InvalidParameterException,InvalidRequestException,LimitExceededException,EncryptionFailure,ResourceExistsException,ResourceNotFoundException,MalformedPolicyDocumentException,InternalServiceError,PreconditionNotMetException,DecryptionFailure
        operation DeleteSecret DeleteSecretRequest DeleteSecretResponse errors=ResourceNotFoundException,InvalidParameterException,InvalidRequestException,InternalServiceError
        operation DescribeSecret DescribeSecretRequest DescribeSecretResponse errors=ResourceNotFoundException,InternalServiceError,InvalidParameterException
        operation ListSecrets ListSecretsRequest ListSecretsResponse errors=InvalidParameterException,InvalidRequestException,InvalidNextTokenException,InternalServiceError
        pages ListSecrets NextToken NextToken SecretList MaxResults
        list AddReplicaRegionListType ReplicaRegionType 1..
        integer AutomaticallyRotateAfterDaysType 1..1000
        boolean BooleanType
        string ClientRequestTokenType 32..64
        structure CreateSecretRequest Name!:NameType ClientRequestToken^:ClientRequestTokenType Description:DescriptionType KmsKeyId:KmsKeyIdType SecretBinary*:SecretBinaryType SecretString*:SecretStringType Tags:TagListType AddReplicaRegions:AddReplicaRegionListType ForceOverwriteReplicaSecret:BooleanType Type:MedeaTypeType
        structure CreateSecretResponse ARN:SecretARNType Name:SecretNameType VersionId:SecretVersionIdType ReplicationStatus:ReplicationStatusListType
        error DecryptionFailure DecryptionFailure 400 Message:ErrorMessage
        structure DeleteSecretRequest SecretId!:SecretIdType RecoveryWindowInDays:RecoveryWindowInDaysType ForceDeleteWithoutRecovery:BooleanType
        structure DeleteSecretResponse ARN:SecretARNType Name:SecretNameType DeletionDate:DeletionDateType
        timestamp DeletedDateType
        timestamp DeletionDateType
        structure DescribeSecretRequest SecretId!:SecretIdType
        structure DescribeSecretResponse ARN:SecretARNType Name:SecretNameType Type:MedeaTypeType Description:DescriptionType KmsKeyId:KmsKeyIdType RotationEnabled:RotationEnabledType RotationLambdaARN:RotationLambdaARNType RotationRules:RotationRulesType ExternalSecretRotationMetadata:ExternalSecretRotationMetadataType ExternalSecretRotationRoleArn:RoleARNType LastRotatedDate:LastRotatedDateType LastChangedDate:LastChangedDateType LastAccessedDate:LastAccessedDateType DeletedDate:DeletedDateType NextRotationDate:NextRotationDateType Tags:TagListType VersionIdsToStages:SecretVersionsToStagesMapType OwningService:OwningServiceType CreatedDate:TimestampType PrimaryRegion:RegionType ReplicationStatus:ReplicationStatusListType
        string DescriptionType ..2048
        string DurationType 2..3
        error EncryptionFailure EncryptionFailure 400 Message:ErrorMessage
        string ErrorMessage
        structure ExternalSecretRotationMetadataItem Key:ExternalSecretRotationMetadataItemKeyType Value:ExternalSecretRotationMetadataItemValueType
        string ExternalSecretRotationMetadataItemKeyType 1..256
        string ExternalSecretRotationMetadataItemValueType 1..2048
        list ExternalSecretRotationMetadataType ExternalSecretRotationMetadataItem
        structure Filter Key:FilterNameStringType Values:FilterValuesStringList
        enum FilterNameStringType description name tag-key tag-value primary-region owning-service all
        string FilterValueStringType ..512
        list FilterValuesStringList FilterValueStringType 1..10
        list FiltersListType Filter ..10
        error InternalServiceError InternalServiceError 500 Message:ErrorMessage
        error InvalidNextTokenException InvalidNextTokenException 400 Message:ErrorMessage
        error InvalidParameterException InvalidParameterException 400 Message:ErrorMessage
        error InvalidRequestException InvalidRequestException 400 Message:ErrorMessage
        string KmsKeyIdType 0..2048
        timestamp LastAccessedDateType
        timestamp LastChangedDateType
        timestamp LastRotatedDateType
        error LimitExceededException LimitExceededException 400 Message:ErrorMessage
        structure ListSecretsRequest IncludePlannedDeletion:BooleanType MaxResults:MaxResultsType NextToken:NextTokenType Filters:FiltersListType SortOrder:SortOrderType SortBy:SortByType
        structure ListSecretsResponse SecretList:SecretListType NextToken:NextTokenType
        error MalformedPolicyDocumentException MalformedPolicyDocumentException 400 Message:ErrorMessage
        integer MaxResultsType 1..100
        string MedeaTypeType 0..256
        string NameType 1..512
        timestamp NextRotationDateType
        string NextTokenType 1..4096
        string OwningServiceType 1..128
        error PreconditionNotMetException PreconditionNotMetException 400 Message:ErrorMessage
        integer RecoveryWindowInDaysType
        string RegionType 1..128
        structure ReplicaRegionType Region:RegionType KmsKeyId:KmsKeyIdType
        list ReplicationStatusListType ReplicationStatusType
        structure ReplicationStatusType Region:RegionType KmsKeyId:KmsKeyIdType Status:StatusType StatusMessage:StatusMessageType LastAccessedDate:LastAccessedDateType
        error ResourceExistsException ResourceExistsException 400 Message:ErrorMessage
        error ResourceNotFoundException ResourceNotFoundException 400 Message:ErrorMessage
        string RoleARNType 20..2048
        boolean RotationEnabledType
        string RotationLambdaARNType 0..2048
        structure RotationRulesType AutomaticallyAfterDays:AutomaticallyRotateAfterDaysType Duration:DurationType ScheduleExpression:ScheduleExpressionType
        string ScheduleExpressionType 1..256
        string SecretARNType 20..2048
        blob* SecretBinaryType 1..65536
        string SecretIdType 1..2048
        structure SecretListEntry ARN:SecretARNType Name:SecretNameType Type:MedeaTypeType Description:DescriptionType KmsKeyId:KmsKeyIdType RotationEnabled:RotationEnabledType RotationLambdaARN:RotationLambdaARNType RotationRules:RotationRulesType ExternalSecretRotationMetadata:ExternalSecretRotationMetadataType ExternalSecretRotationRoleArn:RoleARNType LastRotatedDate:LastRotatedDateType LastChangedDate:LastChangedDateType LastAccessedDate:LastAccessedDateType DeletedDate:DeletedDateType NextRotationDate:NextRotationDateType Tags:TagListType SecretVersionsToStages:SecretVersionsToStagesMapType OwningService:OwningServiceType CreatedDate:TimestampType PrimaryRegion:RegionType
        list SecretListType SecretListEntry
        string SecretNameType 1..256
        string* SecretStringType 1..65536
        string SecretVersionIdType 32..64
        string SecretVersionStageType 1..256
        list SecretVersionStagesType SecretVersionStageType 1..20
        map SecretVersionsToStagesMapType SecretVersionIdType SecretVersionStagesType
        enum SortByType created-date last-accessed-date last-changed-date name
        enum SortOrderType asc desc
        string StatusMessageType 1..4096
        enum StatusType InSync Failed InProgress
        structure Tag Key:TagKeyType Value:TagValueType
        string TagKeyType 1..128
        list TagListType Tag
        string TagValueType 0..256
        timestamp TimestampType
        """#
}
