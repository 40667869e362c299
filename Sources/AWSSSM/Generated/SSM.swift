// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon SSM: what Neap calls or answers of it, as AWS's model says.
public enum SSM {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "ssm", serviceID: "SSM", endpointPrefix: "ssm",
        signingName: "ssm", protocol: .json(version: "1.1", targetPrefix: "AmazonSSM"),
        apiVersion: "2014-11-06", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation DeleteParameter DeleteParameterRequest DeleteParameterResult errors=InternalServerError,ParameterNotFound
        operation GetParameter GetParameterRequest GetParameterResult errors=InternalServerError,InvalidKeyId,ParameterNotFound,ParameterVersionNotFound
        operation GetParameters GetParametersRequest GetParametersResult errors=InvalidKeyId,InternalServerError
        operation GetParametersByPath GetParametersByPathRequest GetParametersByPathResult errors=InternalServerError,InvalidFilterKey,InvalidFilterOption,InvalidFilterValue,InvalidKeyId,InvalidNextToken
        operation PutParameter PutParameterRequest PutParameterResult errors=InternalServerError,InvalidKeyId,ParameterLimitExceeded,TooManyUpdates,ParameterAlreadyExists,HierarchyLevelLimitExceededException,HierarchyTypeMismatchException,InvalidAllowedPatternException,ParameterMaxVersionLimitExceeded,ParameterPatternMismatchException,UnsupportedParameterType,PoliciesLimitExceededException,InvalidPolicyTypeException,InvalidPolicyAttributeException,IncompatiblePolicyException
        pages GetParametersByPath NextToken NextToken Parameters MaxResults
        string AllowedPattern 0..1024
        boolean Boolean
        timestamp DateTime
        structure DeleteParameterRequest Name!:PSParameterName
        structure DeleteParameterResult
        structure GetParameterRequest Name!:PSParameterName WithDecryption:Boolean
        structure GetParameterResult Parameter:Parameter
        integer GetParametersByPathMaxResults 1..10
        structure GetParametersByPathRequest Path!:PSParameterName Recursive:Boolean ParameterFilters:ParameterStringFilterList WithDecryption:Boolean MaxResults:GetParametersByPathMaxResults NextToken:NextToken
        structure GetParametersByPathResult Parameters:ParameterList NextToken:NextToken
        structure GetParametersRequest Names!:ParameterNameList WithDecryption:Boolean
        structure GetParametersResult Parameters:ParameterList InvalidParameters:ParameterNameList
        error HierarchyLevelLimitExceededException HierarchyLevelLimitExceededException 400 message:String
        error HierarchyTypeMismatchException HierarchyTypeMismatchException 400 message:String
        error IncompatiblePolicyException IncompatiblePolicyException 400 message:String
        error InternalServerError InternalServerError 500 Message:String
        error InvalidAllowedPatternException InvalidAllowedPatternException 400 message:String
        error InvalidFilterKey InvalidFilterKey 400
        error InvalidFilterOption InvalidFilterOption 400 message:String
        error InvalidFilterValue InvalidFilterValue 400 Message:String
        error InvalidKeyId InvalidKeyId 400 message:String
        error InvalidNextToken InvalidNextToken 400 Message:String
        error InvalidPolicyAttributeException InvalidPolicyAttributeException 400 message:String
        error InvalidPolicyTypeException InvalidPolicyTypeException 400 message:String
        string NextToken
        string PSParameterName 1..2048
        string PSParameterSelector 0..128
        string* PSParameterValue
        integer PSParameterVersion
        structure Parameter Name:PSParameterName Type:ParameterType Value*:PSParameterValue Version:PSParameterVersion Selector:PSParameterSelector SourceResult:String LastModifiedDate:DateTime ARN:String DataType:ParameterDataType
        error ParameterAlreadyExists ParameterAlreadyExists 400 message:String
        string ParameterDataType 0..128
        string ParameterDescription 0..1024
        string ParameterKeyId 1..256
        error ParameterLimitExceeded ParameterLimitExceeded 400 message:String
        list ParameterList Parameter
        error ParameterMaxVersionLimitExceeded ParameterMaxVersionLimitExceeded 400 message:String
        list ParameterNameList PSParameterName 1..10
        error ParameterNotFound ParameterNotFound 400 message:String
        error ParameterPatternMismatchException ParameterPatternMismatchException 400 message:String
        string ParameterPolicies 1..4096
        structure ParameterStringFilter Key!:ParameterStringFilterKey Option:ParameterStringQueryOption Values:ParameterStringFilterValueList
        string ParameterStringFilterKey 1..132
        list ParameterStringFilterList ParameterStringFilter
        string ParameterStringFilterValue 1..1024
        list ParameterStringFilterValueList ParameterStringFilterValue 1..50
        string ParameterStringQueryOption 1..10
        enum ParameterTier Standard Advanced Intelligent-Tiering
        enum ParameterType String StringList SecureString
        error ParameterVersionNotFound ParameterVersionNotFound 400 message:String
        error PoliciesLimitExceededException PoliciesLimitExceededException 400 message:String
        structure PutParameterRequest Name!:PSParameterName Description:ParameterDescription Value!*:PSParameterValue Type:ParameterType KeyId:ParameterKeyId Overwrite:Boolean AllowedPattern:AllowedPattern Tags:TagList Tier:ParameterTier Policies:ParameterPolicies DataType:ParameterDataType
        structure PutParameterResult Version:PSParameterVersion Tier:ParameterTier
        string String
        structure Tag Key!:TagKey Value!:TagValue
        string TagKey 1..128
        list TagList Tag ..1000
        string TagValue 0..256
        error TooManyUpdates TooManyUpdates 400 Message:String
        error UnsupportedParameterType UnsupportedParameterType 400 message:String
        """#
}
