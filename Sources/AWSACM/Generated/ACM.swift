// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// ACM: what Neap calls or answers of it, as AWS's model says.
public enum ACM {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "acm", serviceID: "ACM", endpointPrefix: "acm",
        signingName: "acm", protocol: .json(version: "1.1", targetPrefix: "CertificateManager"),
        apiVersion: "2015-12-08", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation DeleteCertificate DeleteCertificateRequest - errors=ResourceInUseException,InvalidArnException,ThrottlingException,ConflictException,AccessDeniedException,ResourceNotFoundException
        operation DescribeCertificate DescribeCertificateRequest DescribeCertificateResponse errors=InvalidArnException,ResourceNotFoundException
        operation ListCertificates ListCertificatesRequest ListCertificatesResponse errors=ValidationException,InvalidArgsException
        operation RequestCertificate RequestCertificateRequest RequestCertificateResponse errors=InvalidParameterException,TagPolicyException,TooManyTagsException,InvalidArnException,InvalidTagException,InvalidDomainValidationOptionsException,LimitExceededException
        pages ListCertificates NextToken NextToken CertificateSummaryList MaxItems
        error AccessDeniedException AccessDeniedException 400 Message:ServiceErrorMessage
        string Arn 20..2048
        string AvailabilityErrorMessage
        structure CertificateDetail CertificateArn:Arn DomainName:DomainNameString SubjectAlternativeNames:DomainList ManagedBy:CertificateManagedBy DomainValidationOptions:DomainValidationList Serial:String Subject:String Issuer:String CreatedAt:TStamp IssuedAt:TStamp ImportedAt:TStamp Status:CertificateStatus RevokedAt:TStamp RevocationReason:RevocationReason NotBefore:TStamp NotAfter:TStamp KeyAlgorithm:KeyAlgorithm SignatureAlgorithm:String InUseBy:InUseList FailureReason:FailureReason Type:CertificateType RenewalSummary:RenewalSummary KeyUsages:KeyUsageList ExtendedKeyUsages:ExtendedKeyUsageList CertificateAuthorityArn:Arn RenewalEligibility:RenewalEligibility Options:CertificateOptions
        enum CertificateExport ENABLED DISABLED
        enum CertificateManagedBy CLOUDFRONT
        structure CertificateOptions CertificateTransparencyLoggingPreference:CertificateTransparencyLoggingPreference Export:CertificateExport
        enum CertificateStatus PENDING_VALIDATION ISSUED INACTIVE EXPIRED VALIDATION_TIMED_OUT REVOKED FAILED
        list CertificateStatuses CertificateStatus
        structure CertificateSummary CertificateArn:Arn DomainName:DomainNameString SubjectAlternativeNameSummaries:DomainList HasAdditionalSubjectAlternativeNames:NullableBoolean Status:CertificateStatus Type:CertificateType KeyAlgorithm:KeyAlgorithm KeyUsages:KeyUsageNames ExtendedKeyUsages:ExtendedKeyUsageNames ExportOption:CertificateExport InUse:NullableBoolean Exported:NullableBoolean RenewalEligibility:RenewalEligibility NotBefore:TStamp NotAfter:TStamp CreatedAt:TStamp IssuedAt:TStamp ImportedAt:TStamp RevokedAt:TStamp ManagedBy:CertificateManagedBy
        list CertificateSummaryList CertificateSummary
        enum CertificateTransparencyLoggingPreference ENABLED DISABLED
        enum CertificateType IMPORTED AMAZON_ISSUED PRIVATE
        error ConflictException ConflictException 400 message:String
        string CoralAvailabilityThrottledResource
        string CoralAvailabilityThrottlingReason
        structure DeleteCertificateRequest CertificateArn!:Arn
        structure DescribeCertificateRequest CertificateArn!:Arn
        structure DescribeCertificateResponse Certificate:CertificateDetail
        list DomainList DomainNameString 1..100
        string DomainNameString 1..253
        enum DomainStatus PENDING_VALIDATION SUCCESS FAILED
        structure DomainValidation DomainName!:DomainNameString ValidationEmails:ValidationEmailList ValidationDomain:DomainNameString ValidationStatus:DomainStatus ResourceRecord:ResourceRecord HttpRedirect:HttpRedirect ValidationMethod:ValidationMethod
        list DomainValidationList DomainValidation 1..1000
        structure DomainValidationOption DomainName!:DomainNameString ValidationDomain!:DomainNameString
        list DomainValidationOptionList DomainValidationOption 1..100
        structure ExtendedKeyUsage Name:ExtendedKeyUsageName OID:String
        list ExtendedKeyUsageFilterList ExtendedKeyUsageName
        list ExtendedKeyUsageList ExtendedKeyUsage
        enum ExtendedKeyUsageName TLS_WEB_SERVER_AUTHENTICATION TLS_WEB_CLIENT_AUTHENTICATION CODE_SIGNING EMAIL_PROTECTION TIME_STAMPING OCSP_SIGNING IPSEC_END_SYSTEM IPSEC_TUNNEL IPSEC_USER ANY NONE CUSTOM
        list ExtendedKeyUsageNames ExtendedKeyUsageName
        enum FailureReason NO_AVAILABLE_CONTACTS ADDITIONAL_VERIFICATION_REQUIRED DOMAIN_NOT_ALLOWED INVALID_PUBLIC_DOMAIN DOMAIN_VALIDATION_DENIED CAA_ERROR PCA_LIMIT_EXCEEDED PCA_INVALID_ARN PCA_INVALID_STATE PCA_REQUEST_FAILED PCA_NAME_CONSTRAINTS_VALIDATION PCA_RESOURCE_NOT_FOUND PCA_INVALID_ARGS PCA_INVALID_DURATION PCA_ACCESS_DENIED SLR_NOT_FOUND OTHER
        structure Filters extendedKeyUsage:ExtendedKeyUsageFilterList keyUsage:KeyUsageFilterList keyTypes:KeyAlgorithmList exportOption:CertificateExport managedBy:CertificateManagedBy
        structure HttpRedirect RedirectFrom:String RedirectTo:String
        string IdempotencyToken 1..32
        list InUseList String
        error InvalidArgsException InvalidArgsException 400 message:String
        error InvalidArnException InvalidArnException 400 message:String
        error InvalidDomainValidationOptionsException InvalidDomainValidationOptionsException 400 message:String
        error InvalidParameterException InvalidParameterException 400 message:String
        error InvalidTagException InvalidTagException 400 message:String
        enum KeyAlgorithm RSA_1024 RSA_2048 RSA_3072 RSA_4096 EC_prime256v1 EC_secp384r1 EC_secp521r1
        list KeyAlgorithmList KeyAlgorithm
        structure KeyUsage Name:KeyUsageName
        list KeyUsageFilterList KeyUsageName
        list KeyUsageList KeyUsage
        enum KeyUsageName DIGITAL_SIGNATURE NON_REPUDIATION KEY_ENCIPHERMENT DATA_ENCIPHERMENT KEY_AGREEMENT CERTIFICATE_SIGNING CRL_SIGNING ENCIPHER_ONLY DECIPHER_ONLY ANY CUSTOM
        list KeyUsageNames KeyUsageName
        error LimitExceededException LimitExceededException 400 message:String
        structure ListCertificatesRequest CertificateStatuses:CertificateStatuses Includes:Filters NextToken:NextToken MaxItems:MaxItems SortBy:SortBy SortOrder:SortOrder
        structure ListCertificatesResponse NextToken:NextToken CertificateSummaryList:CertificateSummaryList
        integer MaxItems 1..1000
        string NextToken 1..10000
        boolean NullableBoolean
        string PcaArn 20..2048
        enum RecordType CNAME
        enum RenewalEligibility ELIGIBLE INELIGIBLE
        enum RenewalStatus PENDING_AUTO_RENEWAL PENDING_VALIDATION SUCCESS FAILED
        structure RenewalSummary RenewalStatus!:RenewalStatus DomainValidationOptions!:DomainValidationList RenewalStatusReason:FailureReason UpdatedAt!:TStamp
        structure RequestCertificateRequest DomainName!:DomainNameString ValidationMethod:ValidationMethod SubjectAlternativeNames:DomainList IdempotencyToken:IdempotencyToken DomainValidationOptions:DomainValidationOptionList Options:CertificateOptions CertificateAuthorityArn:PcaArn Tags:TagList KeyAlgorithm:KeyAlgorithm ManagedBy:CertificateManagedBy
        structure RequestCertificateResponse CertificateArn:Arn
        error ResourceInUseException ResourceInUseException 400 message:String
        error ResourceNotFoundException ResourceNotFoundException 400 message:String
        structure ResourceRecord Name!:String Type!:RecordType Value!:String
        enum RevocationReason UNSPECIFIED KEY_COMPROMISE CA_COMPROMISE AFFILIATION_CHANGED SUPERCEDED SUPERSEDED CESSATION_OF_OPERATION CERTIFICATE_HOLD REMOVE_FROM_CRL PRIVILEGE_WITHDRAWN A_A_COMPROMISE
        string ServiceErrorMessage
        enum SortBy CREATED_AT
        enum SortOrder ASCENDING DESCENDING
        string String
        timestamp TStamp
        structure Tag Key!:TagKey Value:TagValue
        string TagKey 1..128
        list TagList Tag 1..50
        error TagPolicyException TagPolicyException 400 message:String
        string TagValue 0..256
        error ThrottlingException ThrottlingException 400 message:AvailabilityErrorMessage throttlingReasons:ThrottlingReasonList
        structure ThrottlingReason reason:CoralAvailabilityThrottlingReason resource:CoralAvailabilityThrottledResource
        list ThrottlingReasonList ThrottlingReason
        error TooManyTagsException TooManyTagsException 400 message:String
        list ValidationEmailList String
        error ValidationException ValidationException 400 message:ValidationExceptionMessage
        string ValidationExceptionMessage
        enum ValidationMethod EMAIL DNS HTTP
        """#
}
