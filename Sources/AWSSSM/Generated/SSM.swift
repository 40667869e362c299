// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon SSM: what Neap calls of it, as AWS's model says.
public enum SSM {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "ssm", serviceID: "SSM", endpointPrefix: "ssm",
        signingName: "ssm", protocol: .json(version: "1.1", targetPrefix: "AmazonSSM"), apiVersion: "2014-11-06",
        xmlNamespace: nil, table: table)

    private static let table = #"""
        operation GetParameter GetParameterRequest GetParameterResult errors=InternalServerError,InvalidKeyId,ParameterNotFound,ParameterVersionNotFound
        operation GetParameters GetParametersRequest GetParametersResult errors=InvalidKeyId,InternalServerError
        boolean Boolean
        timestamp DateTime
        structure GetParameterRequest Name!:PSParameterName WithDecryption:Boolean
        structure GetParameterResult Parameter:Parameter
        structure GetParametersRequest Names!:ParameterNameList WithDecryption:Boolean
        structure GetParametersResult Parameters:ParameterList InvalidParameters:ParameterNameList
        error InternalServerError InternalServerError 500 Message:String
        error InvalidKeyId InvalidKeyId 400 message:String
        string PSParameterName 1..2048
        string PSParameterSelector 0..128
        string* PSParameterValue
        integer PSParameterVersion
        structure Parameter Name:PSParameterName Type:ParameterType Value*:PSParameterValue Version:PSParameterVersion Selector:PSParameterSelector SourceResult:String LastModifiedDate:DateTime ARN:String DataType:ParameterDataType
        string ParameterDataType 0..128
        list ParameterList Parameter
        list ParameterNameList PSParameterName 1..10
        error ParameterNotFound ParameterNotFound 400 message:String
        enum ParameterType String StringList SecureString
        error ParameterVersionNotFound ParameterVersionNotFound 400 message:String
        string String
        """#
}
