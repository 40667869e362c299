// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// AWS STS: what Neap calls or answers of it, as AWS's model says.
public enum STS {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "sts", serviceID: "STS", endpointPrefix: "sts",
        signingName: "sts", protocol: .query,
        apiVersion: "2011-06-15", xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/", table: table)

    private static let table = #"""
        operation AssumeRole AssumeRoleRequest AssumeRoleResponse result=AssumeRoleResult errors=MalformedPolicyDocumentException,PackedPolicyTooLargeException,RegionDisabledException,ExpiredTokenException
        operation AssumeRoleWithWebIdentity AssumeRoleWithWebIdentityRequest AssumeRoleWithWebIdentityResponse result=AssumeRoleWithWebIdentityResult unsigned errors=MalformedPolicyDocumentException,PackedPolicyTooLargeException,IDPRejectedClaimException,IDPCommunicationErrorException,InvalidIdentityTokenException,ExpiredTokenException,RegionDisabledException
        operation GetCallerIdentity GetCallerIdentityRequest GetCallerIdentityResponse result=GetCallerIdentityResult
        structure AssumeRoleRequest RoleArn!:arnType RoleSessionName!:roleSessionNameType PolicyArns:policyDescriptorListType Policy:unrestrictedSessionPolicyDocumentType DurationSeconds:roleDurationSecondsType Tags:tagListType TransitiveTagKeys:tagKeyListType ExternalId:externalIdType SerialNumber:serialNumberType TokenCode:tokenCodeType SourceIdentity:sourceIdentityType ProvidedContexts:ProvidedContextsListType
        structure AssumeRoleResponse Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType SourceIdentity:sourceIdentityType
        structure AssumeRoleWithWebIdentityRequest RoleArn!:arnType RoleSessionName!:roleSessionNameType WebIdentityToken!*:clientTokenType ProviderId:urlType PolicyArns:policyDescriptorListType Policy:sessionPolicyDocumentType DurationSeconds:roleDurationSecondsType
        structure AssumeRoleWithWebIdentityResponse Credentials:Credentials SubjectFromWebIdentityToken:webIdentitySubjectType AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType Provider:Issuer Audience:Audience SourceIdentity:sourceIdentityType
        structure AssumedRoleUser AssumedRoleId!:assumedRoleIdType Arn!:arnType
        string Audience
        structure Credentials AccessKeyId!:accessKeyIdType SecretAccessKey!*:accessKeySecretType SessionToken!*:tokenType Expiration!:dateType
        error ExpiredTokenException ExpiredTokenException 400 message:expiredIdentityTokenMessage
        structure GetCallerIdentityRequest
        structure GetCallerIdentityResponse UserId:userIdType Account:accountType Arn:arnType
        error IDPCommunicationErrorException IDPCommunicationError 400 message:idpCommunicationErrorMessage
        error IDPRejectedClaimException IDPRejectedClaim 403 message:idpRejectedClaimMessage
        error InvalidIdentityTokenException InvalidIdentityToken 400 message:invalidIdentityTokenMessage
        string Issuer
        error MalformedPolicyDocumentException MalformedPolicyDocument 400 message:malformedPolicyDocumentMessage
        error PackedPolicyTooLargeException PackedPolicyTooLarge 400 message:packedPolicyTooLargeMessage
        structure PolicyDescriptorType arn:arnType
        structure ProvidedContext ProviderArn:arnType ContextAssertion:contextAssertionType
        list ProvidedContextsListType ProvidedContext 1..5
        error RegionDisabledException RegionDisabledException 403 message:regionDisabledMessage
        structure Tag Key!:tagKeyType Value!:tagValueType
        string accessKeyIdType 16..128
        string* accessKeySecretType
        string accountType
        string arnType 20..2048
        string assumedRoleIdType 2..193
        string* clientTokenType 4..20000
        string contextAssertionType 4..2048
        timestamp dateType
        string expiredIdentityTokenMessage
        string externalIdType 2..1224
        string idpCommunicationErrorMessage
        string idpRejectedClaimMessage
        string invalidIdentityTokenMessage
        string malformedPolicyDocumentMessage
        integer nonNegativeIntegerType 0..
        string packedPolicyTooLargeMessage
        list policyDescriptorListType PolicyDescriptorType
        string regionDisabledMessage
        integer roleDurationSecondsType 900..43200
        string roleSessionNameType 2..64
        string serialNumberType 9..256
        string sessionPolicyDocumentType 1..2048
        string sourceIdentityType 2..64
        list tagKeyListType tagKeyType ..50
        string tagKeyType 1..128
        list tagListType Tag ..50
        string tagValueType 0..256
        string tokenCodeType 6..6
        string tokenType
        string unrestrictedSessionPolicyDocumentType 1..
        string urlType 4..2048
        string userIdType
        string webIdentitySubjectType 6..255
        """#
}
