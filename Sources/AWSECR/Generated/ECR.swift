// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon ECR: what Neap calls or answers of it, as AWS's model says.
public enum ECR {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "ecr", serviceID: "ECR", endpointPrefix: "api.ecr",
        signingName: "ecr", protocol: .json(version: "1.1", targetPrefix: "AmazonEC2ContainerRegistry_V20150921"),
        apiVersion: "2015-09-21", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation CreateRepository CreateRepositoryRequest CreateRepositoryResponse errors=ServerException,InvalidParameterException,InvalidTagParameterException,TooManyTagsException,RepositoryAlreadyExistsException,LimitExceededException,KmsException
        operation DeleteRepository DeleteRepositoryRequest DeleteRepositoryResponse errors=ServerException,InvalidParameterException,RepositoryNotFoundException,RepositoryNotEmptyException,KmsException
        operation DescribeImages DescribeImagesRequest DescribeImagesResponse errors=ServerException,InvalidParameterException,RepositoryNotFoundException,ImageNotFoundException
        operation DescribeRepositories DescribeRepositoriesRequest DescribeRepositoriesResponse errors=ServerException,InvalidParameterException,RepositoryNotFoundException
        operation PutImage PutImageRequest PutImageResponse errors=ServerException,InvalidParameterException,RepositoryNotFoundException,ImageAlreadyExistsException,LayersNotFoundException,ReferencedImagesNotFoundException,LimitExceededException,ImageTagAlreadyExistsException,ImageDigestDoesNotMatchException,KmsException
        pages DescribeImages nextToken nextToken imageDetails maxResults
        pages DescribeRepositories nextToken nextToken repositories maxResults
        string Arn
        structure CreateRepositoryRequest registryId:RegistryId repositoryName!:RepositoryName tags:TagList imageTagMutability:ImageTagMutability imageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters imageScanningConfiguration:ImageScanningConfiguration encryptionConfiguration:EncryptionConfiguration
        structure CreateRepositoryResponse repository:Repository
        timestamp CreationTimestamp
        structure DeleteRepositoryRequest registryId:RegistryId repositoryName!:RepositoryName force:ForceFlag
        structure DeleteRepositoryResponse repository:Repository
        structure DescribeImagesFilter tagStatus:TagStatus imageStatus:ImageStatusFilter
        structure DescribeImagesRequest registryId:RegistryId repositoryName!:RepositoryName imageIds:ImageIdentifierList nextToken:NextToken maxResults:MaxResults filter:DescribeImagesFilter
        structure DescribeImagesResponse imageDetails:ImageDetailList nextToken:NextToken
        structure DescribeRepositoriesRequest registryId:RegistryId repositoryNames:RepositoryNameList nextToken:NextToken maxResults:MaxResults
        structure DescribeRepositoriesResponse repositories:RepositoryList nextToken:NextToken
        structure EncryptionConfiguration encryptionType!:EncryptionType kmsKey:KmsKey
        enum EncryptionType AES256 KMS KMS_DSSE
        string ExceptionMessage
        enum FindingSeverity INFORMATIONAL LOW MEDIUM HIGH CRITICAL UNDEFINED
        map FindingSeverityCounts FindingSeverity SeverityCount
        boolean ForceFlag
        structure Image registryId:RegistryId repositoryName:RepositoryName imageId:ImageIdentifier imageManifest:ImageManifest imageManifestMediaType:MediaType
        error ImageAlreadyExistsException ImageAlreadyExistsException 400 message:ExceptionMessage
        structure ImageDetail registryId:RegistryId repositoryName:RepositoryName imageDigest:ImageDigest imageTags:ImageTagList imageSizeInBytes:ImageSizeInBytes imagePushedAt:PushTimestamp imageScanStatus:ImageScanStatus imageScanFindingsSummary:ImageScanFindingsSummary imageManifestMediaType:MediaType artifactMediaType:MediaType lastRecordedPullTime:RecordedPullTimestamp subjectManifestDigest:ImageDigest imageStatus:ImageStatus lastArchivedAt:LastArchivedAtTimestamp lastActivatedAt:LastActivatedAtTimestamp
        list ImageDetailList ImageDetail
        string ImageDigest
        error ImageDigestDoesNotMatchException ImageDigestDoesNotMatchException 400 message:ExceptionMessage
        structure ImageIdentifier imageDigest:ImageDigest imageTag:ImageTag
        list ImageIdentifierList ImageIdentifier 1..100
        string ImageManifest 1..4194304
        error ImageNotFoundException ImageNotFoundException 400 message:ExceptionMessage
        structure ImageScanFindingsSummary imageScanCompletedAt:ScanTimestamp vulnerabilitySourceUpdatedAt:VulnerabilitySourceUpdateTimestamp findingSeverityCounts:FindingSeverityCounts
        structure ImageScanStatus status:ScanStatus description:ScanStatusDescription
        structure ImageScanningConfiguration scanOnPush:ScanOnPushFlag
        integer ImageSizeInBytes
        enum ImageStatus ACTIVE ARCHIVED ACTIVATING
        enum ImageStatusFilter ACTIVE ARCHIVED ACTIVATING ANY
        string ImageTag 1..300
        error ImageTagAlreadyExistsException ImageTagAlreadyExistsException 400 message:ExceptionMessage
        list ImageTagList ImageTag
        enum ImageTagMutability MUTABLE IMMUTABLE IMMUTABLE_WITH_EXCLUSION MUTABLE_WITH_EXCLUSION
        structure ImageTagMutabilityExclusionFilter filterType!:ImageTagMutabilityExclusionFilterType filter!:ImageTagMutabilityExclusionFilterValue
        enum ImageTagMutabilityExclusionFilterType WILDCARD
        string ImageTagMutabilityExclusionFilterValue 1..128
        list ImageTagMutabilityExclusionFilters ImageTagMutabilityExclusionFilter 1..5
        error InvalidParameterException InvalidParameterException 400 message:ExceptionMessage
        error InvalidTagParameterException InvalidTagParameterException 400 message:ExceptionMessage
        string KmsError
        error KmsException KmsException 400 message:ExceptionMessage kmsError:KmsError
        string KmsKey 1..2048
        timestamp LastActivatedAtTimestamp
        timestamp LastArchivedAtTimestamp
        error LayersNotFoundException LayersNotFoundException 400 message:ExceptionMessage
        error LimitExceededException LimitExceededException 400 message:ExceptionMessage
        integer MaxResults 1..1000
        string MediaType
        string NextToken
        timestamp PushTimestamp
        structure PutImageRequest registryId:RegistryId repositoryName!:RepositoryName imageManifest!:ImageManifest imageManifestMediaType:MediaType imageTag:ImageTag imageDigest:ImageDigest
        structure PutImageResponse image:Image
        timestamp RecordedPullTimestamp
        error ReferencedImagesNotFoundException ReferencedImagesNotFoundException 400 message:ExceptionMessage
        string RegistryId
        structure Repository repositoryArn:Arn registryId:RegistryId repositoryName:RepositoryName repositoryUri:Url createdAt:CreationTimestamp imageTagMutability:ImageTagMutability imageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters imageScanningConfiguration:ImageScanningConfiguration encryptionConfiguration:EncryptionConfiguration
        error RepositoryAlreadyExistsException RepositoryAlreadyExistsException 400 message:ExceptionMessage
        list RepositoryList Repository
        string RepositoryName 2..256
        list RepositoryNameList RepositoryName 1..100
        error RepositoryNotEmptyException RepositoryNotEmptyException 400 message:ExceptionMessage
        error RepositoryNotFoundException RepositoryNotFoundException 400 message:ExceptionMessage
        boolean ScanOnPushFlag
        enum ScanStatus IN_PROGRESS COMPLETE FAILED UNSUPPORTED_IMAGE ACTIVE PENDING SCAN_ELIGIBILITY_EXPIRED FINDINGS_UNAVAILABLE LIMIT_EXCEEDED IMAGE_ARCHIVED
        string ScanStatusDescription
        timestamp ScanTimestamp
        error ServerException ServerException 500 message:ExceptionMessage
        integer SeverityCount 0..
        structure Tag Key!:TagKey Value!:TagValue
        string TagKey
        list TagList Tag
        enum TagStatus TAGGED UNTAGGED ANY
        string TagValue
        error TooManyTagsException TooManyTagsException 400 message:ExceptionMessage
        string Url
        timestamp VulnerabilitySourceUpdateTimestamp
        """#
}
