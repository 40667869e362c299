// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Elastic Load Balancing v2: what Neap calls or answers of it, as AWS's model says.
public enum ELBv2 {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "elbv2", serviceID: "Elastic Load Balancing v2", endpointPrefix: "elasticloadbalancing",
        signingName: "elasticloadbalancing", protocol: .query,
        apiVersion: "2015-12-01", xmlNamespace: "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/", table: table)

    private static let table = #"""
        operation AddListenerCertificates AddListenerCertificatesInput AddListenerCertificatesOutput result=AddListenerCertificatesResult errors=ListenerNotFoundException,TooManyCertificatesException,CertificateNotFoundException
        operation AddTags AddTagsInput AddTagsOutput result=AddTagsResult errors=DuplicateTagKeysException,TooManyTagsException,LoadBalancerNotFoundException,TargetGroupNotFoundException,ListenerNotFoundException,RuleNotFoundException,TrustStoreNotFoundException
        operation CreateListener CreateListenerInput CreateListenerOutput result=CreateListenerResult errors=DuplicateListenerException,TooManyListenersException,TooManyCertificatesException,LoadBalancerNotFoundException,TargetGroupNotFoundException,TargetGroupAssociationLimitException,InvalidConfigurationRequestException,IncompatibleProtocolsException,SSLPolicyNotFoundException,CertificateNotFoundException,UnsupportedProtocolException,TooManyRegistrationsForTargetIdException,TooManyTargetsException,TooManyActionsException,InvalidLoadBalancerActionException,TooManyUniqueTargetGroupsPerLoadBalancerException,ALPNPolicyNotSupportedException,TooManyTagsException,TrustStoreNotFoundException,TrustStoreNotReadyException
        operation CreateLoadBalancer CreateLoadBalancerInput CreateLoadBalancerOutput result=CreateLoadBalancerResult errors=DuplicateLoadBalancerNameException,TooManyLoadBalancersException,InvalidConfigurationRequestException,SubnetNotFoundException,InvalidSubnetException,InvalidSecurityGroupException,InvalidSchemeException,TooManyTagsException,DuplicateTagKeysException,ResourceInUseException,AllocationIdNotFoundException,AvailabilityZoneNotSupportedException,OperationNotPermittedException
        operation CreateRule CreateRuleInput CreateRuleOutput result=CreateRuleResult errors=PriorityInUseException,TooManyTargetGroupsException,TooManyRulesException,TargetGroupAssociationLimitException,IncompatibleProtocolsException,ListenerNotFoundException,TargetGroupNotFoundException,InvalidConfigurationRequestException,TooManyRegistrationsForTargetIdException,TooManyTargetsException,UnsupportedProtocolException,TooManyActionsException,InvalidLoadBalancerActionException,TooManyUniqueTargetGroupsPerLoadBalancerException,TooManyTagsException
        operation CreateTargetGroup CreateTargetGroupInput CreateTargetGroupOutput result=CreateTargetGroupResult errors=DuplicateTargetGroupNameException,TooManyTargetGroupsException,InvalidConfigurationRequestException,TooManyTagsException
        operation DeleteListener DeleteListenerInput DeleteListenerOutput result=DeleteListenerResult errors=ListenerNotFoundException,ResourceInUseException
        operation DeleteLoadBalancer DeleteLoadBalancerInput DeleteLoadBalancerOutput result=DeleteLoadBalancerResult errors=LoadBalancerNotFoundException,OperationNotPermittedException,ResourceInUseException
        operation DeleteRule DeleteRuleInput DeleteRuleOutput result=DeleteRuleResult errors=RuleNotFoundException,OperationNotPermittedException
        operation DeleteTargetGroup DeleteTargetGroupInput DeleteTargetGroupOutput result=DeleteTargetGroupResult errors=ResourceInUseException
        operation DeregisterTargets DeregisterTargetsInput DeregisterTargetsOutput result=DeregisterTargetsResult errors=TargetGroupNotFoundException,InvalidTargetException
        operation DescribeAccountLimits DescribeAccountLimitsInput DescribeAccountLimitsOutput result=DescribeAccountLimitsResult
        operation DescribeCapacityReservation DescribeCapacityReservationInput DescribeCapacityReservationOutput result=DescribeCapacityReservationResult errors=LoadBalancerNotFoundException
        operation DescribeListenerAttributes DescribeListenerAttributesInput DescribeListenerAttributesOutput result=DescribeListenerAttributesResult errors=ListenerNotFoundException
        operation DescribeListenerCertificates DescribeListenerCertificatesInput DescribeListenerCertificatesOutput result=DescribeListenerCertificatesResult errors=ListenerNotFoundException
        operation DescribeListeners DescribeListenersInput DescribeListenersOutput result=DescribeListenersResult errors=ListenerNotFoundException,LoadBalancerNotFoundException,UnsupportedProtocolException
        operation DescribeLoadBalancerAttributes DescribeLoadBalancerAttributesInput DescribeLoadBalancerAttributesOutput result=DescribeLoadBalancerAttributesResult errors=LoadBalancerNotFoundException
        operation DescribeLoadBalancers DescribeLoadBalancersInput DescribeLoadBalancersOutput result=DescribeLoadBalancersResult errors=LoadBalancerNotFoundException
        operation DescribeRules DescribeRulesInput DescribeRulesOutput result=DescribeRulesResult errors=ListenerNotFoundException,RuleNotFoundException,UnsupportedProtocolException
        operation DescribeSSLPolicies DescribeSSLPoliciesInput DescribeSSLPoliciesOutput result=DescribeSSLPoliciesResult errors=SSLPolicyNotFoundException
        operation DescribeTags DescribeTagsInput DescribeTagsOutput result=DescribeTagsResult errors=LoadBalancerNotFoundException,TargetGroupNotFoundException,ListenerNotFoundException,RuleNotFoundException,TrustStoreNotFoundException
        operation DescribeTargetGroupAttributes DescribeTargetGroupAttributesInput DescribeTargetGroupAttributesOutput result=DescribeTargetGroupAttributesResult errors=TargetGroupNotFoundException
        operation DescribeTargetGroups DescribeTargetGroupsInput DescribeTargetGroupsOutput result=DescribeTargetGroupsResult errors=LoadBalancerNotFoundException,TargetGroupNotFoundException
        operation DescribeTargetHealth DescribeTargetHealthInput DescribeTargetHealthOutput result=DescribeTargetHealthResult errors=InvalidTargetException,TargetGroupNotFoundException,HealthUnavailableException
        operation ModifyIpPools ModifyIpPoolsInput ModifyIpPoolsOutput result=ModifyIpPoolsResult errors=LoadBalancerNotFoundException
        operation ModifyListener ModifyListenerInput ModifyListenerOutput result=ModifyListenerResult errors=DuplicateListenerException,TooManyListenersException,TooManyCertificatesException,ListenerNotFoundException,TargetGroupNotFoundException,TargetGroupAssociationLimitException,IncompatibleProtocolsException,SSLPolicyNotFoundException,CertificateNotFoundException,InvalidConfigurationRequestException,UnsupportedProtocolException,TooManyRegistrationsForTargetIdException,TooManyTargetsException,TooManyActionsException,InvalidLoadBalancerActionException,TooManyUniqueTargetGroupsPerLoadBalancerException,ALPNPolicyNotSupportedException,TrustStoreNotFoundException,TrustStoreNotReadyException
        operation ModifyListenerAttributes ModifyListenerAttributesInput ModifyListenerAttributesOutput result=ModifyListenerAttributesResult errors=ListenerNotFoundException,InvalidConfigurationRequestException
        operation ModifyLoadBalancerAttributes ModifyLoadBalancerAttributesInput ModifyLoadBalancerAttributesOutput result=ModifyLoadBalancerAttributesResult errors=LoadBalancerNotFoundException,InvalidConfigurationRequestException
        operation ModifyRule ModifyRuleInput ModifyRuleOutput result=ModifyRuleResult errors=TargetGroupAssociationLimitException,IncompatibleProtocolsException,RuleNotFoundException,OperationNotPermittedException,TooManyRegistrationsForTargetIdException,TooManyTargetsException,TargetGroupNotFoundException,UnsupportedProtocolException,TooManyActionsException,InvalidLoadBalancerActionException,TooManyUniqueTargetGroupsPerLoadBalancerException
        operation ModifyTargetGroup ModifyTargetGroupInput ModifyTargetGroupOutput result=ModifyTargetGroupResult errors=TargetGroupNotFoundException,InvalidConfigurationRequestException
        operation ModifyTargetGroupAttributes ModifyTargetGroupAttributesInput ModifyTargetGroupAttributesOutput result=ModifyTargetGroupAttributesResult errors=TargetGroupNotFoundException,InvalidConfigurationRequestException
        operation RegisterTargets RegisterTargetsInput RegisterTargetsOutput result=RegisterTargetsResult errors=TargetGroupNotFoundException,TooManyTargetsException,InvalidTargetException,TooManyRegistrationsForTargetIdException
        operation RemoveListenerCertificates RemoveListenerCertificatesInput RemoveListenerCertificatesOutput result=RemoveListenerCertificatesResult errors=ListenerNotFoundException,OperationNotPermittedException
        operation RemoveTags RemoveTagsInput RemoveTagsOutput result=RemoveTagsResult errors=LoadBalancerNotFoundException,TargetGroupNotFoundException,ListenerNotFoundException,RuleNotFoundException,TooManyTagsException,TrustStoreNotFoundException
        operation SetIpAddressType SetIpAddressTypeInput SetIpAddressTypeOutput result=SetIpAddressTypeResult errors=LoadBalancerNotFoundException,InvalidConfigurationRequestException,InvalidSubnetException
        operation SetRulePriorities SetRulePrioritiesInput SetRulePrioritiesOutput result=SetRulePrioritiesResult errors=RuleNotFoundException,PriorityInUseException,OperationNotPermittedException
        operation SetSecurityGroups SetSecurityGroupsInput SetSecurityGroupsOutput result=SetSecurityGroupsResult errors=LoadBalancerNotFoundException,InvalidConfigurationRequestException,InvalidSecurityGroupException
        operation SetSubnets SetSubnetsInput SetSubnetsOutput result=SetSubnetsResult errors=LoadBalancerNotFoundException,InvalidConfigurationRequestException,SubnetNotFoundException,InvalidSubnetException,AllocationIdNotFoundException,AvailabilityZoneNotSupportedException,CapacityReservationPendingException
        pages DescribeAccountLimits Marker NextMarker Limits PageSize
        pages DescribeListenerCertificates Marker NextMarker Certificates PageSize
        pages DescribeListeners Marker NextMarker Listeners PageSize
        pages DescribeLoadBalancers Marker NextMarker LoadBalancers PageSize
        pages DescribeRules Marker NextMarker Rules PageSize
        pages DescribeSSLPolicies Marker NextMarker SslPolicies PageSize
        pages DescribeTargetGroups Marker NextMarker TargetGroups PageSize
        error ALPNPolicyNotSupportedException ALPNPolicyNotFound 400
        structure Action Type!:ActionTypeEnum TargetGroupArn:TargetGroupArn AuthenticateOidcConfig:AuthenticateOidcActionConfig AuthenticateCognitoConfig:AuthenticateCognitoActionConfig Order:ActionOrder RedirectConfig:RedirectActionConfig FixedResponseConfig:FixedResponseActionConfig ForwardConfig:ForwardActionConfig JwtValidationConfig:JwtValidationActionConfig
        integer ActionOrder 1..50000
        enum ActionTypeEnum forward authenticate-oidc authenticate-cognito redirect fixed-response jwt-validation
        list Actions Action
        structure AddListenerCertificatesInput ListenerArn!:ListenerArn Certificates!:CertificateList
        structure AddListenerCertificatesOutput Certificates:CertificateList
        structure AddTagsInput ResourceArns!:ResourceArns Tags!:TagList
        structure AddTagsOutput
        structure AdministrativeOverride State:TargetAdministrativeOverrideStateEnum Reason:TargetAdministrativeOverrideReasonEnum Description:Description
        enum AdvertiseTrustStoreCaNamesEnum on off
        string AllocationId
        error AllocationIdNotFoundException AllocationIdNotFound 400
        list AlpnPolicyName AlpnPolicyValue
        string AlpnPolicyValue
        structure AnomalyDetection Result:AnomalyResultEnum MitigationInEffect:MitigationInEffectEnum
        enum AnomalyResultEnum anomalous normal
        map AuthenticateCognitoActionAuthenticationRequestExtraParams AuthenticateCognitoActionAuthenticationRequestParamName AuthenticateCognitoActionAuthenticationRequestParamValue
        string AuthenticateCognitoActionAuthenticationRequestParamName
        string AuthenticateCognitoActionAuthenticationRequestParamValue
        enum AuthenticateCognitoActionConditionalBehaviorEnum deny allow authenticate
        structure AuthenticateCognitoActionConfig UserPoolArn!:AuthenticateCognitoActionUserPoolArn UserPoolClientId!:AuthenticateCognitoActionUserPoolClientId UserPoolDomain!:AuthenticateCognitoActionUserPoolDomain SessionCookieName:AuthenticateCognitoActionSessionCookieName Scope:AuthenticateCognitoActionScope SessionTimeout:AuthenticateCognitoActionSessionTimeout AuthenticationRequestExtraParams:AuthenticateCognitoActionAuthenticationRequestExtraParams OnUnauthenticatedRequest:AuthenticateCognitoActionConditionalBehaviorEnum
        string AuthenticateCognitoActionScope
        string AuthenticateCognitoActionSessionCookieName
        integer AuthenticateCognitoActionSessionTimeout
        string AuthenticateCognitoActionUserPoolArn
        string AuthenticateCognitoActionUserPoolClientId
        string AuthenticateCognitoActionUserPoolDomain
        map AuthenticateOidcActionAuthenticationRequestExtraParams AuthenticateOidcActionAuthenticationRequestParamName AuthenticateOidcActionAuthenticationRequestParamValue
        string AuthenticateOidcActionAuthenticationRequestParamName
        string AuthenticateOidcActionAuthenticationRequestParamValue
        string AuthenticateOidcActionAuthorizationEndpoint
        string AuthenticateOidcActionClientId
        string AuthenticateOidcActionClientSecret
        enum AuthenticateOidcActionConditionalBehaviorEnum deny allow authenticate
        structure AuthenticateOidcActionConfig Issuer!:AuthenticateOidcActionIssuer AuthorizationEndpoint!:AuthenticateOidcActionAuthorizationEndpoint TokenEndpoint!:AuthenticateOidcActionTokenEndpoint UserInfoEndpoint!:AuthenticateOidcActionUserInfoEndpoint ClientId!:AuthenticateOidcActionClientId ClientSecret*:AuthenticateOidcActionClientSecret SessionCookieName:AuthenticateOidcActionSessionCookieName Scope:AuthenticateOidcActionScope SessionTimeout:AuthenticateOidcActionSessionTimeout AuthenticationRequestExtraParams:AuthenticateOidcActionAuthenticationRequestExtraParams OnUnauthenticatedRequest:AuthenticateOidcActionConditionalBehaviorEnum UseExistingClientSecret:AuthenticateOidcActionUseExistingClientSecret
        string AuthenticateOidcActionIssuer
        string AuthenticateOidcActionScope
        string AuthenticateOidcActionSessionCookieName
        integer AuthenticateOidcActionSessionTimeout
        string AuthenticateOidcActionTokenEndpoint
        boolean AuthenticateOidcActionUseExistingClientSecret
        string AuthenticateOidcActionUserInfoEndpoint
        structure AvailabilityZone ZoneName:ZoneName SubnetId:SubnetId OutpostId:OutpostId LoadBalancerAddresses:LoadBalancerAddresses SourceNatIpv6Prefixes:SourceNatIpv6Prefixes
        error AvailabilityZoneNotSupportedException AvailabilityZoneNotSupported 400
        list AvailabilityZones AvailabilityZone
        string CanonicalHostedZoneId
        error CapacityReservationPendingException CapacityReservationPending 400
        enum CapacityReservationStateEnum provisioned pending rebalancing failed
        structure CapacityReservationStatus Code:CapacityReservationStateEnum Reason:StateReason
        integer CapacityUnits
        number CapacityUnitsDouble
        structure Certificate CertificateArn:CertificateArn IsDefault:Default
        string CertificateArn
        list CertificateList Certificate
        error CertificateNotFoundException CertificateNotFound 400
        structure Cipher Name:CipherName Priority:CipherPriority
        string CipherName
        integer CipherPriority
        list Ciphers Cipher
        string ConditionFieldName ..64
        structure CreateListenerInput LoadBalancerArn!:LoadBalancerArn Protocol:ProtocolEnum Port:Port SslPolicy:SslPolicyName Certificates:CertificateList DefaultActions!:Actions AlpnPolicy:AlpnPolicyName Tags:TagList MutualAuthentication:MutualAuthenticationAttributes
        structure CreateListenerOutput Listeners:Listeners
        structure CreateLoadBalancerInput Name!:LoadBalancerName Subnets:Subnets SubnetMappings:SubnetMappings SecurityGroups:SecurityGroups Scheme:LoadBalancerSchemeEnum Tags:TagList Type:LoadBalancerTypeEnum IpAddressType:IpAddressType CustomerOwnedIpv4Pool:CustomerOwnedIpv4Pool EnablePrefixForIpv6SourceNat:EnablePrefixForIpv6SourceNatEnum IpamPools:IpamPools
        structure CreateLoadBalancerOutput LoadBalancers:LoadBalancers
        structure CreateRuleInput ListenerArn!:ListenerArn Conditions!:RuleConditionList Priority!:RulePriority Actions!:Actions Tags:TagList Transforms:RuleTransformList
        structure CreateRuleOutput Rules:Rules
        structure CreateTargetGroupInput Name!:TargetGroupName Protocol:ProtocolEnum ProtocolVersion:ProtocolVersion Port:Port VpcId:VpcId HealthCheckProtocol:ProtocolEnum HealthCheckPort:HealthCheckPort HealthCheckEnabled:HealthCheckEnabled HealthCheckPath:Path HealthCheckIntervalSeconds:HealthCheckIntervalSeconds HealthCheckTimeoutSeconds:HealthCheckTimeoutSeconds HealthyThresholdCount:HealthCheckThresholdCount UnhealthyThresholdCount:HealthCheckThresholdCount Matcher:Matcher TargetType:TargetTypeEnum Tags:TagList IpAddressType:TargetGroupIpAddressTypeEnum TargetControlPort:TargetControlPort
        structure CreateTargetGroupOutput TargetGroups:TargetGroups
        timestamp CreatedTime
        string CustomerOwnedIpv4Pool ..256
        string DNSName
        integer DecreaseRequestsRemaining
        boolean Default
        structure DeleteListenerInput ListenerArn!:ListenerArn
        structure DeleteListenerOutput
        structure DeleteLoadBalancerInput LoadBalancerArn!:LoadBalancerArn
        structure DeleteLoadBalancerOutput
        structure DeleteRuleInput RuleArn!:RuleArn
        structure DeleteRuleOutput
        structure DeleteTargetGroupInput TargetGroupArn!:TargetGroupArn
        structure DeleteTargetGroupOutput
        structure DeregisterTargetsInput TargetGroupArn!:TargetGroupArn Targets!:TargetDescriptions
        structure DeregisterTargetsOutput
        structure DescribeAccountLimitsInput Marker:Marker PageSize:PageSize
        structure DescribeAccountLimitsOutput Limits:Limits NextMarker:Marker
        structure DescribeCapacityReservationInput LoadBalancerArn!:LoadBalancerArn
        structure DescribeCapacityReservationOutput LastModifiedTime:LastModifiedTime DecreaseRequestsRemaining:DecreaseRequestsRemaining MinimumLoadBalancerCapacity:MinimumLoadBalancerCapacity CapacityReservationState:ZonalCapacityReservationStates
        structure DescribeListenerAttributesInput ListenerArn!:ListenerArn
        structure DescribeListenerAttributesOutput Attributes:ListenerAttributes
        structure DescribeListenerCertificatesInput ListenerArn!:ListenerArn Marker:Marker PageSize:PageSize
        structure DescribeListenerCertificatesOutput Certificates:CertificateList NextMarker:Marker
        structure DescribeListenersInput LoadBalancerArn:LoadBalancerArn ListenerArns:ListenerArns Marker:Marker PageSize:PageSize
        structure DescribeListenersOutput Listeners:Listeners NextMarker:Marker
        structure DescribeLoadBalancerAttributesInput LoadBalancerArn!:LoadBalancerArn
        structure DescribeLoadBalancerAttributesOutput Attributes:LoadBalancerAttributes
        structure DescribeLoadBalancersInput LoadBalancerArns:LoadBalancerArns Names:LoadBalancerNames Marker:Marker PageSize:PageSize
        structure DescribeLoadBalancersOutput LoadBalancers:LoadBalancers NextMarker:Marker
        structure DescribeRulesInput ListenerArn:ListenerArn RuleArns:RuleArns Marker:Marker PageSize:PageSize
        structure DescribeRulesOutput Rules:Rules NextMarker:Marker
        structure DescribeSSLPoliciesInput Names:SslPolicyNames Marker:Marker PageSize:PageSize LoadBalancerType:LoadBalancerTypeEnum
        structure DescribeSSLPoliciesOutput SslPolicies:SslPolicies NextMarker:Marker
        structure DescribeTagsInput ResourceArns!:ResourceArns
        structure DescribeTagsOutput TagDescriptions:TagDescriptions
        structure DescribeTargetGroupAttributesInput TargetGroupArn!:TargetGroupArn
        structure DescribeTargetGroupAttributesOutput Attributes:TargetGroupAttributes
        structure DescribeTargetGroupsInput LoadBalancerArn:LoadBalancerArn TargetGroupArns:TargetGroupArns Names:TargetGroupNames Marker:Marker PageSize:PageSize
        structure DescribeTargetGroupsOutput TargetGroups:TargetGroups NextMarker:Marker
        structure DescribeTargetHealthInput TargetGroupArn!:TargetGroupArn Targets:TargetDescriptions Include:ListOfDescribeTargetHealthIncludeOptions
        enum DescribeTargetHealthInputIncludeEnum AnomalyDetection All
        structure DescribeTargetHealthOutput TargetHealthDescriptions:TargetHealthDescriptions
        string Description
        error DuplicateListenerException DuplicateListener 400
        error DuplicateLoadBalancerNameException DuplicateLoadBalancerName 400
        error DuplicateTagKeysException DuplicateTagKeys 400
        error DuplicateTargetGroupNameException DuplicateTargetGroupName 400
        enum EnablePrefixForIpv6SourceNatEnum on off
        string EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic
        enum EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum on off
        structure FixedResponseActionConfig MessageBody:FixedResponseActionMessage StatusCode!:FixedResponseActionStatusCode ContentType:FixedResponseActionContentType
        string FixedResponseActionContentType 0..32
        string FixedResponseActionMessage 0..1024
        string FixedResponseActionStatusCode
        structure ForwardActionConfig TargetGroups:TargetGroupList TargetGroupStickinessConfig:TargetGroupStickinessConfig
        string GrpcCode
        boolean HealthCheckEnabled
        integer HealthCheckIntervalSeconds 5..300
        string HealthCheckPort
        integer HealthCheckThresholdCount 2..10
        integer HealthCheckTimeoutSeconds 2..120
        error HealthUnavailableException HealthUnavailable 500
        structure HostHeaderConditionConfig Values:ListOfString RegexValues:ListOfString
        structure HostHeaderRewriteConfig Rewrites:RewriteConfigList
        string HttpCode
        structure HttpHeaderConditionConfig HttpHeaderName:HttpHeaderConditionName Values:ListOfString RegexValues:ListOfString
        string HttpHeaderConditionName
        structure HttpRequestMethodConditionConfig Values:ListOfString
        string IPv6Address
        boolean IgnoreClientCertificateExpiry
        error IncompatibleProtocolsException IncompatibleProtocols 400
        error InvalidConfigurationRequestException InvalidConfigurationRequest 400
        error InvalidLoadBalancerActionException InvalidLoadBalancerAction 400
        error InvalidSchemeException InvalidScheme 400
        error InvalidSecurityGroupException InvalidSecurityGroup 400
        error InvalidSubnetException InvalidSubnet 400
        error InvalidTargetException InvalidTarget 400
        string IpAddress
        enum IpAddressType ipv4 dualstack dualstack-without-public-ipv4
        string IpamPoolId ..1000
        structure IpamPools Ipv4IpamPoolId:IpamPoolId
        boolean IsDefault
        structure JwtValidationActionAdditionalClaim Format!:JwtValidationActionAdditionalClaimFormatEnum Name!:JwtValidationActionAdditionalClaimName Values!:JwtValidationActionAdditionalClaimValues
        enum JwtValidationActionAdditionalClaimFormatEnum single-string string-array space-separated-values
        string JwtValidationActionAdditionalClaimName
        string JwtValidationActionAdditionalClaimValue
        list JwtValidationActionAdditionalClaimValues JwtValidationActionAdditionalClaimValue
        list JwtValidationActionAdditionalClaims JwtValidationActionAdditionalClaim
        structure JwtValidationActionConfig JwksEndpoint!:JwtValidationActionJwksEndpoint Issuer!:JwtValidationActionIssuer AdditionalClaims:JwtValidationActionAdditionalClaims
        string JwtValidationActionIssuer
        string JwtValidationActionJwksEndpoint
        timestamp LastModifiedTime
        structure Limit Name:Name Max:Max
        list Limits Limit
        list ListOfDescribeTargetHealthIncludeOptions DescribeTargetHealthInputIncludeEnum
        list ListOfString StringValue
        structure Listener ListenerArn:ListenerArn LoadBalancerArn:LoadBalancerArn Port:Port Protocol:ProtocolEnum Certificates:CertificateList SslPolicy:SslPolicyName DefaultActions:Actions AlpnPolicy:AlpnPolicyName MutualAuthentication:MutualAuthenticationAttributes
        string ListenerArn
        list ListenerArns ListenerArn
        structure ListenerAttribute Key:ListenerAttributeKey Value:ListenerAttributeValue
        string ListenerAttributeKey ..256
        string ListenerAttributeValue
        list ListenerAttributes ListenerAttribute
        error ListenerNotFoundException ListenerNotFound 400
        list Listeners Listener
        structure LoadBalancer LoadBalancerArn:LoadBalancerArn DNSName:DNSName CanonicalHostedZoneId:CanonicalHostedZoneId CreatedTime:CreatedTime LoadBalancerName:LoadBalancerName Scheme:LoadBalancerSchemeEnum VpcId:VpcId State:LoadBalancerState Type:LoadBalancerTypeEnum AvailabilityZones:AvailabilityZones SecurityGroups:SecurityGroups IpAddressType:IpAddressType CustomerOwnedIpv4Pool:CustomerOwnedIpv4Pool EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic EnablePrefixForIpv6SourceNat:EnablePrefixForIpv6SourceNatEnum IpamPools:IpamPools
        structure LoadBalancerAddress IpAddress:IpAddress AllocationId:AllocationId PrivateIPv4Address:PrivateIPv4Address IPv6Address:IPv6Address
        list LoadBalancerAddresses LoadBalancerAddress
        string LoadBalancerArn
        list LoadBalancerArns LoadBalancerArn
        structure LoadBalancerAttribute Key:LoadBalancerAttributeKey Value:LoadBalancerAttributeValue
        string LoadBalancerAttributeKey ..256
        string LoadBalancerAttributeValue ..1024
        list LoadBalancerAttributes LoadBalancerAttribute ..20
        string LoadBalancerName
        list LoadBalancerNames LoadBalancerName
        error LoadBalancerNotFoundException LoadBalancerNotFound 400
        enum LoadBalancerSchemeEnum internet-facing internal
        structure LoadBalancerState Code:LoadBalancerStateEnum Reason:StateReason
        enum LoadBalancerStateEnum active provisioning active_impaired failed
        enum LoadBalancerTypeEnum application network gateway
        list LoadBalancers LoadBalancer
        string Marker
        structure Matcher HttpCode:HttpCode GrpcCode:GrpcCode
        string Max
        structure MinimumLoadBalancerCapacity CapacityUnits:CapacityUnits
        enum MitigationInEffectEnum yes no
        string Mode
        structure ModifyIpPoolsInput LoadBalancerArn!:LoadBalancerArn IpamPools:IpamPools RemoveIpamPools:RemoveIpamPools
        structure ModifyIpPoolsOutput IpamPools:IpamPools
        structure ModifyListenerAttributesInput ListenerArn!:ListenerArn Attributes!:ListenerAttributes
        structure ModifyListenerAttributesOutput Attributes:ListenerAttributes
        structure ModifyListenerInput ListenerArn!:ListenerArn Port:Port Protocol:ProtocolEnum SslPolicy:SslPolicyName Certificates:CertificateList DefaultActions:Actions AlpnPolicy:AlpnPolicyName MutualAuthentication:MutualAuthenticationAttributes
        structure ModifyListenerOutput Listeners:Listeners
        structure ModifyLoadBalancerAttributesInput LoadBalancerArn!:LoadBalancerArn Attributes!:LoadBalancerAttributes
        structure ModifyLoadBalancerAttributesOutput Attributes:LoadBalancerAttributes
        structure ModifyRuleInput RuleArn!:RuleArn Conditions:RuleConditionList Actions:Actions Transforms:RuleTransformList ResetTransforms:ResetTransforms
        structure ModifyRuleOutput Rules:Rules
        structure ModifyTargetGroupAttributesInput TargetGroupArn!:TargetGroupArn Attributes!:TargetGroupAttributes
        structure ModifyTargetGroupAttributesOutput Attributes:TargetGroupAttributes
        structure ModifyTargetGroupInput TargetGroupArn!:TargetGroupArn HealthCheckProtocol:ProtocolEnum HealthCheckPort:HealthCheckPort HealthCheckPath:Path HealthCheckEnabled:HealthCheckEnabled HealthCheckIntervalSeconds:HealthCheckIntervalSeconds HealthCheckTimeoutSeconds:HealthCheckTimeoutSeconds HealthyThresholdCount:HealthCheckThresholdCount UnhealthyThresholdCount:HealthCheckThresholdCount Matcher:Matcher
        structure ModifyTargetGroupOutput TargetGroups:TargetGroups
        structure MutualAuthenticationAttributes Mode:Mode TrustStoreArn:TrustStoreArn IgnoreClientCertificateExpiry:IgnoreClientCertificateExpiry TrustStoreAssociationStatus:TrustStoreAssociationStatusEnum AdvertiseTrustStoreCaNames:AdvertiseTrustStoreCaNamesEnum
        string Name
        error OperationNotPermittedException OperationNotPermitted 400
        string OutpostId
        integer PageSize 1..400
        string Path 1..1024
        structure PathPatternConditionConfig Values:ListOfString RegexValues:ListOfString
        integer Port 1..65535
        error PriorityInUseException PriorityInUse 400
        string PrivateIPv4Address
        enum ProtocolEnum HTTP HTTPS TCP TLS UDP TCP_UDP GENEVE QUIC TCP_QUIC
        string ProtocolVersion
        structure QueryStringConditionConfig Values:QueryStringKeyValuePairList
        structure QueryStringKeyValuePair Key:StringValue Value:StringValue
        list QueryStringKeyValuePairList QueryStringKeyValuePair
        string QuicServerId 1..256
        structure RedirectActionConfig Protocol:RedirectActionProtocol Port:RedirectActionPort Host:RedirectActionHost Path:RedirectActionPath Query:RedirectActionQuery StatusCode!:RedirectActionStatusCodeEnum
        string RedirectActionHost 1..128
        string RedirectActionPath 1..128
        string RedirectActionPort
        string RedirectActionProtocol
        string RedirectActionQuery 0..128
        enum RedirectActionStatusCodeEnum HTTP_301 HTTP_302
        structure RegisterTargetsInput TargetGroupArn!:TargetGroupArn Targets!:TargetDescriptions
        structure RegisterTargetsOutput
        enum RemoveIpamPoolEnum ipv4
        list RemoveIpamPools RemoveIpamPoolEnum
        structure RemoveListenerCertificatesInput ListenerArn!:ListenerArn Certificates!:CertificateList
        structure RemoveListenerCertificatesOutput
        structure RemoveTagsInput ResourceArns!:ResourceArns TagKeys!:TagKeys
        structure RemoveTagsOutput
        boolean ResetTransforms
        string ResourceArn
        list ResourceArns ResourceArn
        error ResourceInUseException ResourceInUse 400
        structure RewriteConfig Regex!:StringValue Replace!:StringValue
        list RewriteConfigList RewriteConfig
        structure Rule RuleArn:RuleArn Priority:String Conditions:RuleConditionList Actions:Actions IsDefault:IsDefault Transforms:RuleTransformList
        string RuleArn
        list RuleArns RuleArn
        structure RuleCondition Field:ConditionFieldName Values:ListOfString HostHeaderConfig:HostHeaderConditionConfig PathPatternConfig:PathPatternConditionConfig HttpHeaderConfig:HttpHeaderConditionConfig QueryStringConfig:QueryStringConditionConfig HttpRequestMethodConfig:HttpRequestMethodConditionConfig SourceIpConfig:SourceIpConditionConfig RegexValues:ListOfString
        list RuleConditionList RuleCondition
        error RuleNotFoundException RuleNotFound 400
        integer RulePriority 1..50000
        list RulePriorityList RulePriorityPair
        structure RulePriorityPair RuleArn:RuleArn Priority:RulePriority
        structure RuleTransform Type!:TransformTypeEnum HostHeaderRewriteConfig:HostHeaderRewriteConfig UrlRewriteConfig:UrlRewriteConfig
        list RuleTransformList RuleTransform
        list Rules Rule
        error SSLPolicyNotFoundException SSLPolicyNotFound 400
        string SecurityGroupId
        list SecurityGroups SecurityGroupId
        structure SetIpAddressTypeInput LoadBalancerArn!:LoadBalancerArn IpAddressType!:IpAddressType
        structure SetIpAddressTypeOutput IpAddressType:IpAddressType
        structure SetRulePrioritiesInput RulePriorities!:RulePriorityList
        structure SetRulePrioritiesOutput Rules:Rules
        structure SetSecurityGroupsInput LoadBalancerArn!:LoadBalancerArn SecurityGroups!:SecurityGroups EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum
        structure SetSecurityGroupsOutput SecurityGroupIds:SecurityGroups EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum
        structure SetSubnetsInput LoadBalancerArn!:LoadBalancerArn Subnets:Subnets SubnetMappings:SubnetMappings IpAddressType:IpAddressType EnablePrefixForIpv6SourceNat:EnablePrefixForIpv6SourceNatEnum
        structure SetSubnetsOutput AvailabilityZones:AvailabilityZones IpAddressType:IpAddressType EnablePrefixForIpv6SourceNat:EnablePrefixForIpv6SourceNatEnum
        structure SourceIpConditionConfig Values:ListOfString
        string SourceNatIpv6Prefix
        list SourceNatIpv6Prefixes SourceNatIpv6Prefix
        list SslPolicies SslPolicy
        structure SslPolicy SslProtocols:SslProtocols Ciphers:Ciphers Name:SslPolicyName SupportedLoadBalancerTypes:ListOfString
        string SslPolicyName
        list SslPolicyNames SslPolicyName
        string SslProtocol
        list SslProtocols SslProtocol
        string StateReason
        string String
        string StringValue
        string SubnetId
        structure SubnetMapping SubnetId:SubnetId AllocationId:AllocationId PrivateIPv4Address:PrivateIPv4Address IPv6Address:IPv6Address SourceNatIpv6Prefix:SourceNatIpv6Prefix
        list SubnetMappings SubnetMapping
        error SubnetNotFoundException SubnetNotFound 400
        list Subnets SubnetId
        structure Tag Key!:TagKey Value:TagValue
        structure TagDescription ResourceArn:ResourceArn Tags:TagList
        list TagDescriptions TagDescription
        string TagKey 1..128
        list TagKeys TagKey
        list TagList Tag 1..
        string TagValue 0..256
        enum TargetAdministrativeOverrideReasonEnum AdministrativeOverride.Unknown AdministrativeOverride.NoOverride AdministrativeOverride.ZonalShiftActive AdministrativeOverride.ZonalShiftDelegatedToDns
        enum TargetAdministrativeOverrideStateEnum unknown no_override zonal_shift_active zonal_shift_delegated_to_dns
        integer TargetControlPort 1..65535
        structure TargetDescription Id!:TargetId Port:Port AvailabilityZone:ZoneName QuicServerId:QuicServerId
        list TargetDescriptions TargetDescription
        structure TargetGroup TargetGroupArn:TargetGroupArn TargetGroupName:TargetGroupName Protocol:ProtocolEnum Port:Port VpcId:VpcId HealthCheckProtocol:ProtocolEnum HealthCheckPort:HealthCheckPort HealthCheckEnabled:HealthCheckEnabled HealthCheckIntervalSeconds:HealthCheckIntervalSeconds HealthCheckTimeoutSeconds:HealthCheckTimeoutSeconds HealthyThresholdCount:HealthCheckThresholdCount UnhealthyThresholdCount:HealthCheckThresholdCount HealthCheckPath:Path Matcher:Matcher LoadBalancerArns:LoadBalancerArns TargetType:TargetTypeEnum ProtocolVersion:ProtocolVersion IpAddressType:TargetGroupIpAddressTypeEnum TargetControlPort:TargetControlPort
        string TargetGroupArn
        list TargetGroupArns TargetGroupArn
        error TargetGroupAssociationLimitException TargetGroupAssociationLimit 400
        structure TargetGroupAttribute Key:TargetGroupAttributeKey Value:TargetGroupAttributeValue
        string TargetGroupAttributeKey ..256
        string TargetGroupAttributeValue
        list TargetGroupAttributes TargetGroupAttribute
        enum TargetGroupIpAddressTypeEnum ipv4 ipv6
        list TargetGroupList TargetGroupTuple
        string TargetGroupName
        list TargetGroupNames TargetGroupName
        error TargetGroupNotFoundException TargetGroupNotFound 400
        structure TargetGroupStickinessConfig Enabled:TargetGroupStickinessEnabled DurationSeconds:TargetGroupStickinessDurationSeconds
        integer TargetGroupStickinessDurationSeconds
        boolean TargetGroupStickinessEnabled
        structure TargetGroupTuple TargetGroupArn:TargetGroupArn Weight:TargetGroupWeight
        integer TargetGroupWeight
        list TargetGroups TargetGroup
        structure TargetHealth State:TargetHealthStateEnum Reason:TargetHealthReasonEnum Description:Description
        structure TargetHealthDescription Target:TargetDescription HealthCheckPort:HealthCheckPort TargetHealth:TargetHealth AnomalyDetection:AnomalyDetection AdministrativeOverride:AdministrativeOverride
        list TargetHealthDescriptions TargetHealthDescription
        enum TargetHealthReasonEnum Elb.RegistrationInProgress Elb.InitialHealthChecking Target.ResponseCodeMismatch Target.Timeout Target.FailedHealthChecks Target.NotRegistered Target.NotInUse Target.DeregistrationInProgress Target.InvalidState Target.IpUnusable Target.HealthCheckDisabled Elb.InternalError
        enum TargetHealthStateEnum initial healthy unhealthy unhealthy.draining unused draining unavailable
        string TargetId
        enum TargetTypeEnum instance ip lambda alb
        error TooManyActionsException TooManyActions 400
        error TooManyCertificatesException TooManyCertificates 400
        error TooManyListenersException TooManyListeners 400
        error TooManyLoadBalancersException TooManyLoadBalancers 400
        error TooManyRegistrationsForTargetIdException TooManyRegistrationsForTargetId 400
        error TooManyRulesException TooManyRules 400
        error TooManyTagsException TooManyTags 400
        error TooManyTargetGroupsException TooManyTargetGroups 400
        error TooManyTargetsException TooManyTargets 400
        error TooManyUniqueTargetGroupsPerLoadBalancerException TooManyUniqueTargetGroupsPerLoadBalancer 400
        enum TransformTypeEnum host-header-rewrite url-rewrite
        string TrustStoreArn
        enum TrustStoreAssociationStatusEnum active removed
        error TrustStoreNotFoundException TrustStoreNotFound 400
        error TrustStoreNotReadyException TrustStoreNotReady 400
        error UnsupportedProtocolException UnsupportedProtocol 400
        structure UrlRewriteConfig Rewrites:RewriteConfigList
        string VpcId
        structure ZonalCapacityReservationState State:CapacityReservationStatus AvailabilityZone:ZoneName EffectiveCapacityUnits:CapacityUnitsDouble
        list ZonalCapacityReservationStates ZonalCapacityReservationState
        string ZoneName
        """#
}
