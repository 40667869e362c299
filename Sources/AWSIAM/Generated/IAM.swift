// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// IAM: what Neap calls or answers of it, as AWS's model says.
public enum IAM {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "iam", serviceID: "IAM", endpointPrefix: "iam",
        signingName: "iam", protocol: .query,
        apiVersion: "2010-05-08", xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/", table: table)

    private static let table = #"""
        operation AddRoleToInstanceProfile AddRoleToInstanceProfileRequest - errors=NoSuchEntityException,EntityAlreadyExistsException,LimitExceededException,UnmodifiableEntityException,ServiceFailureException
        operation AttachRolePolicy AttachRolePolicyRequest - errors=NoSuchEntityException,LimitExceededException,InvalidInputException,UnmodifiableEntityException,PolicyNotAttachableException,ServiceFailureException
        operation CreateInstanceProfile CreateInstanceProfileRequest CreateInstanceProfileResponse result=CreateInstanceProfileResult errors=EntityAlreadyExistsException,InvalidInputException,LimitExceededException,ConcurrentModificationException,ServiceFailureException
        operation CreateRole CreateRoleRequest CreateRoleResponse result=CreateRoleResult errors=LimitExceededException,InvalidInputException,EntityAlreadyExistsException,MalformedPolicyDocumentException,ConcurrentModificationException,ServiceFailureException
        operation CreateServiceLinkedRole CreateServiceLinkedRoleRequest CreateServiceLinkedRoleResponse result=CreateServiceLinkedRoleResult errors=InvalidInputException,LimitExceededException,NoSuchEntityException,ServiceFailureException
        operation DeleteInstanceProfile DeleteInstanceProfileRequest - errors=NoSuchEntityException,DeleteConflictException,LimitExceededException,ServiceFailureException
        operation DeleteRole DeleteRoleRequest - errors=NoSuchEntityException,DeleteConflictException,LimitExceededException,UnmodifiableEntityException,ConcurrentModificationException,ServiceFailureException
        operation GetInstanceProfile GetInstanceProfileRequest GetInstanceProfileResponse result=GetInstanceProfileResult errors=NoSuchEntityException,ServiceFailureException
        operation GetRole GetRoleRequest GetRoleResponse result=GetRoleResult errors=NoSuchEntityException,ServiceFailureException
        operation ListAttachedRolePolicies ListAttachedRolePoliciesRequest ListAttachedRolePoliciesResponse result=ListAttachedRolePoliciesResult errors=NoSuchEntityException,InvalidInputException,ServiceFailureException
        operation ListInstanceProfiles ListInstanceProfilesRequest ListInstanceProfilesResponse result=ListInstanceProfilesResult errors=ServiceFailureException
        operation ListRoles ListRolesRequest ListRolesResponse result=ListRolesResult errors=ServiceFailureException
        operation RemoveRoleFromInstanceProfile RemoveRoleFromInstanceProfileRequest - errors=NoSuchEntityException,LimitExceededException,UnmodifiableEntityException,ServiceFailureException
        operation SimulatePrincipalPolicy SimulatePrincipalPolicyRequest SimulatePolicyResponse result=SimulatePrincipalPolicyResult errors=NoSuchEntityException,InvalidInputException,PolicyEvaluationException
        pages ListAttachedRolePolicies Marker Marker AttachedPolicies MaxItems
        pages ListInstanceProfiles Marker Marker InstanceProfiles MaxItems
        pages ListRoles Marker Marker Roles MaxItems
        pages SimulatePrincipalPolicy Marker Marker EvaluationResults MaxItems
        list ActionNameListType ActionNameType
        string ActionNameType 3..128
        structure AddRoleToInstanceProfileRequest InstanceProfileName!:instanceProfileNameType RoleName!:roleNameType
        structure AttachRolePolicyRequest RoleName!:roleNameType PolicyArn!:arnType
        structure AttachedPermissionsBoundary PermissionsBoundaryType:PermissionsBoundaryAttachmentType PermissionsBoundaryArn:arnType
        structure AttachedPolicy PolicyName:policyNameType PolicyArn:arnType
        integer ColumnNumber
        error ConcurrentModificationException ConcurrentModification 409 message:ConcurrentModificationMessage
        string ConcurrentModificationMessage
        structure ContextEntry ContextKeyName:ContextKeyNameType ContextKeyValues:ContextKeyValueListType ContextKeyType:ContextKeyTypeEnum
        list ContextEntryListType ContextEntry
        string ContextKeyNameType 5..256
        list ContextKeyNamesResultListType ContextKeyNameType
        enum ContextKeyTypeEnum string stringList numeric numericList boolean booleanList ip ipList binary binaryList date dateList
        list ContextKeyValueListType ContextKeyValueType
        string ContextKeyValueType
        structure CreateInstanceProfileRequest InstanceProfileName!:instanceProfileNameType Path:pathType Tags:tagListType
        structure CreateInstanceProfileResponse InstanceProfile!:InstanceProfile
        structure CreateRoleRequest Path:pathType RoleName!:roleNameType AssumeRolePolicyDocument!:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType PermissionsBoundary:arnType Tags:tagListType
        structure CreateRoleResponse Role!:Role
        structure CreateServiceLinkedRoleRequest AWSServiceName!:groupNameType Description:roleDescriptionType CustomSuffix:customSuffixType
        structure CreateServiceLinkedRoleResponse Role:Role
        error DeleteConflictException DeleteConflict 409 message:deleteConflictMessage
        structure DeleteInstanceProfileRequest InstanceProfileName!:instanceProfileNameType
        structure DeleteRoleRequest RoleName!:roleNameType
        error EntityAlreadyExistsException EntityAlreadyExists 409 message:entityAlreadyExistsMessage
        map EvalDecisionDetailsType EvalDecisionSourceType PolicyEvaluationDecisionType
        string EvalDecisionSourceType 3..256
        structure EvaluationResult EvalActionName!:ActionNameType EvalResourceName:ResourceNameType EvalDecision!:PolicyEvaluationDecisionType MatchedStatements:StatementListType MissingContextValues:ContextKeyNamesResultListType OrganizationsDecisionDetail:OrganizationsDecisionDetail PermissionsBoundaryDecisionDetail:PermissionsBoundaryDecisionDetail EvalDecisionDetails:EvalDecisionDetailsType ResourceSpecificResults:ResourceSpecificResultListType
        list EvaluationResultsListType EvaluationResult
        structure GetInstanceProfileRequest InstanceProfileName!:instanceProfileNameType
        structure GetInstanceProfileResponse InstanceProfile!:InstanceProfile
        structure GetRoleRequest RoleName!:roleNameType
        structure GetRoleResponse Role!:Role
        structure InstanceProfile Path!:pathType InstanceProfileName!:instanceProfileNameType InstanceProfileId!:idType Arn!:arnType CreateDate!:dateType Roles!:roleListType Tags:tagListType
        error InvalidInputException InvalidInput 400 message:invalidInputMessage
        error LimitExceededException LimitExceeded 409 message:limitExceededMessage
        integer LineNumber
        structure ListAttachedRolePoliciesRequest RoleName!:roleNameType PathPrefix:policyPathType Marker:markerType MaxItems:maxItemsType
        structure ListAttachedRolePoliciesResponse AttachedPolicies:attachedPoliciesListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListInstanceProfilesRequest PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType
        structure ListInstanceProfilesResponse InstanceProfiles!:instanceProfileListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListRolesRequest PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType
        structure ListRolesResponse Roles!:roleListType IsTruncated:booleanType Marker:responseMarkerType
        error MalformedPolicyDocumentException MalformedPolicyDocument 400 message:malformedPolicyDocumentMessage
        error NoSuchEntityException NoSuchEntity 404 message:noSuchEntityMessage
        structure OrganizationsDecisionDetail AllowedByOrganizations:booleanType
        enum PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy
        structure PermissionsBoundaryDecisionDetail AllowedByPermissionsBoundary:booleanType
        enum PolicyEvaluationDecisionType allowed explicitDeny implicitDeny
        error PolicyEvaluationException PolicyEvaluation 500 message:policyEvaluationErrorMessage
        string PolicyIdentifierType
        error PolicyNotAttachableException PolicyNotAttachable 400 message:policyNotAttachableMessage
        enum PolicySourceType user group role aws-managed user-managed resource none
        structure Position Line:LineNumber Column:ColumnNumber
        structure RemoveRoleFromInstanceProfileRequest InstanceProfileName!:instanceProfileNameType RoleName!:roleNameType
        string ResourceHandlingOptionType 1..64
        list ResourceNameListType ResourceNameType
        string ResourceNameType 1..2048
        structure ResourceSpecificResult EvalResourceName!:ResourceNameType EvalResourceDecision!:PolicyEvaluationDecisionType MatchedStatements:StatementListType MissingContextValues:ContextKeyNamesResultListType EvalDecisionDetails:EvalDecisionDetailsType PermissionsBoundaryDecisionDetail:PermissionsBoundaryDecisionDetail
        list ResourceSpecificResultListType ResourceSpecificResult
        structure Role Path!:pathType RoleName!:roleNameType RoleId!:idType Arn!:arnType CreateDate!:dateType AssumeRolePolicyDocument:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType PermissionsBoundary:AttachedPermissionsBoundary Tags:tagListType RoleLastUsed:RoleLastUsed
        structure RoleLastUsed LastUsedDate:dateType Region:stringType
        error ServiceFailureException ServiceFailure 500 message:serviceFailureExceptionMessage
        structure SimulatePolicyResponse EvaluationResults:EvaluationResultsListType IsTruncated:booleanType Marker:responseMarkerType
        structure SimulatePrincipalPolicyRequest PolicySourceArn!:arnType PolicyInputList:SimulationPolicyListType PermissionsBoundaryPolicyInputList:SimulationPolicyListType ActionNames!:ActionNameListType ResourceArns:ResourceNameListType ResourcePolicy:policyDocumentType ResourceOwner:ResourceNameType CallerArn:ResourceNameType ContextEntries:ContextEntryListType ResourceHandlingOption:ResourceHandlingOptionType MaxItems:maxItemsType Marker:markerType
        list SimulationPolicyListType policyDocumentType
        structure Statement SourcePolicyId:PolicyIdentifierType SourcePolicyType:PolicySourceType StartPosition:Position EndPosition:Position
        list StatementListType Statement
        structure Tag Key!:tagKeyType Value!:tagValueType
        error UnmodifiableEntityException UnmodifiableEntity 400 message:unmodifiableEntityMessage
        string arnType 20..2048
        list attachedPoliciesListType AttachedPolicy
        boolean booleanType
        string customSuffixType 1..64
        timestamp dateType
        string deleteConflictMessage
        string entityAlreadyExistsMessage
        string groupNameType 1..128
        string idType 16..128
        list instanceProfileListType InstanceProfile
        string instanceProfileNameType 1..128
        string invalidInputMessage
        string limitExceededMessage
        string malformedPolicyDocumentMessage
        string markerType 1..320
        integer maxItemsType 1..1000
        string noSuchEntityMessage
        string pathPrefixType 1..512
        string pathType 1..512
        string policyDocumentType 1..131072
        string policyEvaluationErrorMessage
        string policyNameType 1..128
        string policyNotAttachableMessage
        string policyPathType 1..512
        string responseMarkerType
        string roleDescriptionType ..1000
        list roleListType Role
        integer roleMaxSessionDurationType 3600..43200
        string roleNameType 1..64
        string serviceFailureExceptionMessage
        string stringType
        string tagKeyType 1..128
        list tagListType Tag ..50
        string tagValueType 0..256
        string unmodifiableEntityMessage
        """#
}
