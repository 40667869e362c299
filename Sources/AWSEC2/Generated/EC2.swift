// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// Amazon EC2: what Neap calls or answers of it, as AWS's model says.
public enum EC2 {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "ec2", serviceID: "EC2", endpointPrefix: "ec2",
        signingName: "ec2", protocol: .ec2,
        apiVersion: "2016-11-15", xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15", table: table)

    private static let table = #"""
        operation AttachInternetGateway AttachInternetGatewayRequest -
        operation AuthorizeSecurityGroupEgress AuthorizeSecurityGroupEgressRequest AuthorizeSecurityGroupEgressResult
        operation AuthorizeSecurityGroupIngress AuthorizeSecurityGroupIngressRequest AuthorizeSecurityGroupIngressResult
        operation CreateInternetGateway CreateInternetGatewayRequest CreateInternetGatewayResult
        operation CreateKeyPair CreateKeyPairRequest KeyPair
        operation CreateLaunchTemplate CreateLaunchTemplateRequest CreateLaunchTemplateResult
        operation CreateLaunchTemplateVersion CreateLaunchTemplateVersionRequest CreateLaunchTemplateVersionResult
        operation CreateSecurityGroup CreateSecurityGroupRequest CreateSecurityGroupResult
        operation CreateSubnet CreateSubnetRequest CreateSubnetResult
        operation CreateTags CreateTagsRequest -
        operation CreateVpc CreateVpcRequest CreateVpcResult
        operation DeleteInternetGateway DeleteInternetGatewayRequest -
        operation DeleteKeyPair DeleteKeyPairRequest DeleteKeyPairResult
        operation DeleteLaunchTemplate DeleteLaunchTemplateRequest DeleteLaunchTemplateResult
        operation DeleteLaunchTemplateVersions DeleteLaunchTemplateVersionsRequest DeleteLaunchTemplateVersionsResult
        operation DeleteSecurityGroup DeleteSecurityGroupRequest DeleteSecurityGroupResult
        operation DeleteSubnet DeleteSubnetRequest -
        operation DeleteTags DeleteTagsRequest -
        operation DeleteVpc DeleteVpcRequest -
        operation DescribeAvailabilityZones DescribeAvailabilityZonesRequest DescribeAvailabilityZonesResult
        operation DescribeImages DescribeImagesRequest DescribeImagesResult
        operation DescribeInstanceAttribute DescribeInstanceAttributeRequest InstanceAttribute
        operation DescribeInstanceStatus DescribeInstanceStatusRequest DescribeInstanceStatusResult
        operation DescribeInstanceTypes DescribeInstanceTypesRequest DescribeInstanceTypesResult
        operation DescribeInstances DescribeInstancesRequest DescribeInstancesResult
        operation DescribeInternetGateways DescribeInternetGatewaysRequest DescribeInternetGatewaysResult
        operation DescribeKeyPairs DescribeKeyPairsRequest DescribeKeyPairsResult
        operation DescribeLaunchTemplateVersions DescribeLaunchTemplateVersionsRequest DescribeLaunchTemplateVersionsResult
        operation DescribeLaunchTemplates DescribeLaunchTemplatesRequest DescribeLaunchTemplatesResult
        operation DescribeNetworkInterfaces DescribeNetworkInterfacesRequest DescribeNetworkInterfacesResult
        operation DescribeRegions DescribeRegionsRequest DescribeRegionsResult
        operation DescribeRouteTables DescribeRouteTablesRequest DescribeRouteTablesResult
        operation DescribeSecurityGroups DescribeSecurityGroupsRequest DescribeSecurityGroupsResult
        operation DescribeSpotPriceHistory DescribeSpotPriceHistoryRequest DescribeSpotPriceHistoryResult
        operation DescribeSubnets DescribeSubnetsRequest DescribeSubnetsResult
        operation DescribeTags DescribeTagsRequest DescribeTagsResult
        operation DescribeVolumes DescribeVolumesRequest DescribeVolumesResult
        operation DescribeVpcs DescribeVpcsRequest DescribeVpcsResult
        operation DetachInternetGateway DetachInternetGatewayRequest -
        operation ModifyLaunchTemplate ModifyLaunchTemplateRequest ModifyLaunchTemplateResult
        operation ModifyVpcAttribute ModifyVpcAttributeRequest -
        operation RunInstances RunInstancesRequest Reservation
        operation StartInstances StartInstancesRequest StartInstancesResult
        operation StopInstances StopInstancesRequest StopInstancesResult
        operation TerminateInstances TerminateInstancesRequest TerminateInstancesResult
        pages DescribeImages NextToken NextToken Images MaxResults
        pages DescribeInstanceStatus NextToken NextToken InstanceStatuses MaxResults
        pages DescribeInstanceTypes NextToken NextToken InstanceTypes MaxResults
        pages DescribeInstances NextToken NextToken Reservations MaxResults
        pages DescribeInternetGateways NextToken NextToken InternetGateways MaxResults
        pages DescribeLaunchTemplateVersions NextToken NextToken LaunchTemplateVersions MaxResults
        pages DescribeLaunchTemplates NextToken NextToken LaunchTemplates MaxResults
        pages DescribeNetworkInterfaces NextToken NextToken NetworkInterfaces MaxResults
        pages DescribeRouteTables NextToken NextToken RouteTables MaxResults
        pages DescribeSecurityGroups NextToken NextToken SecurityGroups MaxResults
        pages DescribeSpotPriceHistory NextToken NextToken SpotPriceHistory MaxResults
        pages DescribeSubnets NextToken NextToken Subnets MaxResults
        pages DescribeTags NextToken NextToken Tags MaxResults
        pages DescribeVolumes NextToken NextToken Volumes MaxResults
        pages DescribeVpcs NextToken NextToken Vpcs MaxResults
        structure AcceleratorCount Min:Integer=min Max:Integer=max
        structure AcceleratorCountRequest Min:Integer Max:Integer
        enum AcceleratorManufacturer amazon-web-services amd nvidia xilinx habana
        list AcceleratorManufacturerSet AcceleratorManufacturer item=item
        enum AcceleratorName a100 inferentia k520 k80 m60 radeon-pro-v520 t4 vu9p v100 a10g h100 t4g l40s l4 gaudi-hl-205 inferentia2 trainium trainium2 u30
        list AcceleratorNameSet AcceleratorName item=item
        structure AcceleratorTotalMemoryMiB Min:Integer=min Max:Integer=max
        structure AcceleratorTotalMemoryMiBRequest Min:Integer Max:Integer
        enum AcceleratorType gpu fpga inference media
        list AcceleratorTypeSet AcceleratorType item=item
        integer AdditionalFlexibleNetworkInterfaces
        string AllowedInstanceType 1..30
        list AllowedInstanceTypeSet AllowedInstanceType item=item 0..400
        enum AmdSevSnpSpecification enabled disabled
        enum ArchitectureType i386 x86_64 arm64 x86_64_mac arm64_mac
        list ArchitectureTypeList ArchitectureType item=item
        enum ArchitectureValues i386 x86_64 arm64 x86_64_mac arm64_mac
        list AssociatedSubnetList SubnetId item=item
        structure AttachInternetGatewayRequest DryRun:Boolean=dryRun InternetGatewayId!:InternetGatewayId=internetGatewayId VpcId!:VpcId=vpcId
        structure AttachmentEnaSrdSpecification EnaSrdEnabled:Boolean=enaSrdEnabled EnaSrdUdpSpecification:AttachmentEnaSrdUdpSpecification=enaSrdUdpSpecification
        structure AttachmentEnaSrdUdpSpecification EnaSrdUdpEnabled:Boolean=enaSrdUdpEnabled
        enum AttachmentLimitType shared dedicated
        enum AttachmentStatus attaching attached detaching detached
        structure AttributeBooleanValue Value:Boolean=value
        structure AttributeValue Value:String=value
        structure AuthorizeSecurityGroupEgressRequest TagSpecifications:TagSpecificationList=TagSpecification DryRun:Boolean=dryRun GroupId!:SecurityGroupId=groupId SourceSecurityGroupName:String=sourceSecurityGroupName SourceSecurityGroupOwnerId:String=sourceSecurityGroupOwnerId IpProtocol:String=ipProtocol FromPort:Integer=fromPort ToPort:Integer=toPort CidrIp:String=cidrIp IpPermissions:IpPermissionList=ipPermissions
        structure AuthorizeSecurityGroupEgressResult Return:Boolean=return SecurityGroupRules:SecurityGroupRuleList=securityGroupRuleSet
        structure AuthorizeSecurityGroupIngressRequest CidrIp:String FromPort:Integer GroupId:SecurityGroupId GroupName:SecurityGroupName IpPermissions:IpPermissionList IpProtocol:String SourceSecurityGroupName:String SourceSecurityGroupOwnerId:String ToPort:Integer TagSpecifications:TagSpecificationList=TagSpecification DryRun:Boolean=dryRun
        structure AuthorizeSecurityGroupIngressResult Return:Boolean=return SecurityGroupRules:SecurityGroupRuleList=securityGroupRuleSet
        boolean AutoRecoveryFlag
        structure AvailabilityZone OptInStatus:AvailabilityZoneOptInStatus=optInStatus Messages:AvailabilityZoneMessageList=messageSet RegionName:String=regionName ZoneName:String=zoneName ZoneId:String=zoneId GroupName:String=groupName NetworkBorderGroup:String=networkBorderGroup ZoneType:String=zoneType ParentZoneName:String=parentZoneName ParentZoneId:String=parentZoneId GroupLongName:String=groupLongName Geography:AvailabilityZoneGeographyList=geographySet SubGeography:AvailabilityZoneSubGeographyList=subGeographySet State:AvailabilityZoneState=zoneState
        structure AvailabilityZoneGeography Name:String=name
        list AvailabilityZoneGeographyList AvailabilityZoneGeography item=item
        string AvailabilityZoneId
        list AvailabilityZoneList AvailabilityZone item=item
        structure AvailabilityZoneMessage Message:String=message
        list AvailabilityZoneMessageList AvailabilityZoneMessage item=item
        enum AvailabilityZoneOptInStatus opt-in-not-required opted-in not-opted-in
        enum AvailabilityZoneState available information impaired unavailable constrained
        structure AvailabilityZoneSubGeography Name:String=name
        list AvailabilityZoneSubGeographyList AvailabilityZoneSubGeography item=item
        enum BandwidthWeightingType default vpc-1 ebs-1
        list BandwidthWeightingTypeList BandwidthWeightingType item=item
        enum BareMetal included required excluded
        boolean BareMetalFlag
        number BaselineBandwidthInGbps
        integer BaselineBandwidthInMbps
        structure BaselineEbsBandwidthMbps Min:Integer=min Max:Integer=max
        structure BaselineEbsBandwidthMbpsRequest Min:Integer Max:Integer
        integer BaselineIops
        structure BaselinePerformanceFactors Cpu:CpuPerformanceFactor=cpu
        structure BaselinePerformanceFactorsRequest Cpu:CpuPerformanceFactorRequest
        number BaselineThroughputInMBps
        structure BlockDeviceMapping Ebs:EbsBlockDevice=ebs NoDevice:String=noDevice DeviceName:String=deviceName VirtualName:String=virtualName
        list BlockDeviceMappingList BlockDeviceMapping item=item
        list BlockDeviceMappingRequestList BlockDeviceMapping item=BlockDeviceMapping
        enum BlockPublicAccessMode off block-bidirectional block-ingress
        structure BlockPublicAccessStates InternetGatewayBlockMode:BlockPublicAccessMode=internetGatewayBlockMode
        boolean Boolean
        enum BootModeType legacy-bios uefi
        list BootModeTypeList BootModeType item=item
        enum BootModeValues legacy-bios uefi uefi-preferred
        enum BurstablePerformance included required excluded
        boolean BurstablePerformanceFlag
        string CapacityReservationId
        enum CapacityReservationPreference capacity-reservations-only open none
        structure CapacityReservationSpecification CapacityReservationPreference:CapacityReservationPreference CapacityReservationTarget:CapacityReservationTarget
        structure CapacityReservationSpecificationResponse CapacityReservationPreference:CapacityReservationPreference=capacityReservationPreference CapacityReservationTarget:CapacityReservationTargetResponse=capacityReservationTarget
        structure CapacityReservationTarget CapacityReservationId:CapacityReservationId CapacityReservationResourceGroupArn:String
        structure CapacityReservationTargetResponse CapacityReservationId:String=capacityReservationId CapacityReservationResourceGroupArn:String=capacityReservationResourceGroupArn
        string CarrierGatewayId
        string CoipPoolId
        structure ConnectionTrackingConfiguration TcpEstablishedTimeout:Integer=tcpEstablishedTimeout UdpStreamTimeout:Integer=udpStreamTimeout UdpTimeout:Integer=udpTimeout
        structure ConnectionTrackingSpecification TcpEstablishedTimeout:Integer=tcpEstablishedTimeout UdpTimeout:Integer=udpTimeout UdpStreamTimeout:Integer=udpStreamTimeout
        structure ConnectionTrackingSpecificationRequest TcpEstablishedTimeout:Integer UdpStreamTimeout:Integer UdpTimeout:Integer
        structure ConnectionTrackingSpecificationResponse TcpEstablishedTimeout:Integer=tcpEstablishedTimeout UdpStreamTimeout:Integer=udpStreamTimeout UdpTimeout:Integer=udpTimeout
        integer CoreCount
        list CoreCountList CoreCount item=item
        string CoreNetworkArn
        enum CpuManufacturer intel amd amazon-web-services apple
        string CpuManufacturerName
        list CpuManufacturerSet CpuManufacturer item=item
        structure CpuOptions CoreCount:Integer=coreCount ThreadsPerCore:Integer=threadsPerCore AmdSevSnp:AmdSevSnpSpecification=amdSevSnp NestedVirtualization:NestedVirtualizationSpecification=nestedVirtualization
        structure CpuOptionsRequest CoreCount:Integer ThreadsPerCore:Integer AmdSevSnp:AmdSevSnpSpecification NestedVirtualization:NestedVirtualizationSpecification
        structure CpuPerformanceFactor References:PerformanceFactorReferenceSet=referenceSet
        structure CpuPerformanceFactorRequest References:PerformanceFactorReferenceSetRequest=Reference
        structure CreateInternetGatewayRequest TagSpecifications:TagSpecificationList=TagSpecification DryRun:Boolean=dryRun
        structure CreateInternetGatewayResult InternetGateway:InternetGateway=internetGateway
        structure CreateKeyPairRequest KeyName!:String KeyType:KeyType TagSpecifications:TagSpecificationList=TagSpecification KeyFormat:KeyFormat DryRun:Boolean=dryRun
        structure CreateLaunchTemplateRequest DryRun:Boolean ClientToken^:String LaunchTemplateName!:LaunchTemplateName VersionDescription:VersionDescription LaunchTemplateData!:RequestLaunchTemplateData Operator:OperatorRequest TagSpecifications:TagSpecificationList=TagSpecification
        structure CreateLaunchTemplateResult LaunchTemplate:LaunchTemplate=launchTemplate Warning:ValidationWarning=warning
        structure CreateLaunchTemplateVersionRequest DryRun:Boolean ClientToken^:String LaunchTemplateId:LaunchTemplateId LaunchTemplateName:LaunchTemplateName SourceVersion:String VersionDescription:VersionDescription LaunchTemplateData!:RequestLaunchTemplateData ResolveAlias:Boolean
        structure CreateLaunchTemplateVersionResult LaunchTemplateVersion:LaunchTemplateVersion=launchTemplateVersion Warning:ValidationWarning=warning
        structure CreateSecurityGroupRequest Description!:String=GroupDescription GroupName!:String VpcId:VpcId TagSpecifications:TagSpecificationList=TagSpecification DryRun:Boolean=dryRun
        structure CreateSecurityGroupResult GroupId:String=groupId Tags:TagList=tagSet SecurityGroupArn:String=securityGroupArn
        structure CreateSubnetRequest TagSpecifications:TagSpecificationList=TagSpecification AvailabilityZone:String AvailabilityZoneId:String CidrBlock:String Ipv6CidrBlock:String OutpostArn:String VpcId!:VpcId Ipv6Native:Boolean Ipv4IpamPoolId:IpamPoolId Ipv4NetmaskLength:NetmaskLength Ipv6IpamPoolId:IpamPoolId Ipv6NetmaskLength:NetmaskLength DryRun:Boolean=dryRun
        structure CreateSubnetResult Subnet:Subnet=subnet
        structure CreateTagsRequest DryRun:Boolean=dryRun Resources!:ResourceIdList=ResourceId Tags!:TagList=Tag
        structure CreateVpcRequest CidrBlock:String Ipv6Pool:Ipv6PoolEc2Id Ipv6CidrBlock:String Ipv4IpamPoolId:IpamPoolId Ipv4NetmaskLength:NetmaskLength Ipv6IpamPoolId:IpamPoolId Ipv6NetmaskLength:NetmaskLength Ipv6CidrBlockNetworkBorderGroup:String VpcEncryptionControl:VpcEncryptionControlConfiguration TagSpecifications:TagSpecificationList=TagSpecification DryRun:Boolean=dryRun InstanceTenancy:Tenancy=instanceTenancy AmazonProvidedIpv6CidrBlock:Boolean=amazonProvidedIpv6CidrBlock
        structure CreateVpcResult Vpc:Vpc=vpc
        structure CreditSpecification CpuCredits:String=cpuCredits
        structure CreditSpecificationRequest CpuCredits!:String
        boolean CurrentGenerationFlag
        integer DITMaxResults 5..100
        timestamp DateTime
        boolean DedicatedHostFlag
        string DedicatedHostId
        structure DefaultConnectionTrackingConfiguration DefaultTcpEstablishedTimeout:DefaultTcpEstablishedTimeout=defaultTcpEstablishedTimeout DefaultUdpTimeout:DefaultUdpTimeout=defaultUdpTimeout DefaultUdpStreamTimeout:DefaultUdpStreamTimeout=defaultUdpStreamTimeout
        integer DefaultEnaQueueCountPerInterface
        integer DefaultNetworkCardIndex
        integer DefaultTcpEstablishedTimeout
        integer DefaultUdpStreamTimeout
        integer DefaultUdpTimeout
        structure DeleteInternetGatewayRequest DryRun:Boolean=dryRun InternetGatewayId!:InternetGatewayId=internetGatewayId
        structure DeleteKeyPairRequest KeyName:KeyPairNameWithResolver KeyPairId:KeyPairId DryRun:Boolean=dryRun
        structure DeleteKeyPairResult Return:Boolean=return KeyPairId:String=keyPairId
        structure DeleteLaunchTemplateRequest DryRun:Boolean LaunchTemplateId:LaunchTemplateId LaunchTemplateName:LaunchTemplateName
        structure DeleteLaunchTemplateResult LaunchTemplate:LaunchTemplate=launchTemplate
        structure DeleteLaunchTemplateVersionsRequest DryRun:Boolean LaunchTemplateId:LaunchTemplateId LaunchTemplateName:LaunchTemplateName Versions!:VersionStringList=LaunchTemplateVersion
        structure DeleteLaunchTemplateVersionsResponseErrorItem LaunchTemplateId:String=launchTemplateId LaunchTemplateName:String=launchTemplateName VersionNumber:Long=versionNumber ResponseError:ResponseError=responseError
        list DeleteLaunchTemplateVersionsResponseErrorSet DeleteLaunchTemplateVersionsResponseErrorItem item=item
        structure DeleteLaunchTemplateVersionsResponseSuccessItem LaunchTemplateId:String=launchTemplateId LaunchTemplateName:String=launchTemplateName VersionNumber:Long=versionNumber
        list DeleteLaunchTemplateVersionsResponseSuccessSet DeleteLaunchTemplateVersionsResponseSuccessItem item=item
        structure DeleteLaunchTemplateVersionsResult SuccessfullyDeletedLaunchTemplateVersions:DeleteLaunchTemplateVersionsResponseSuccessSet=successfullyDeletedLaunchTemplateVersionSet UnsuccessfullyDeletedLaunchTemplateVersions:DeleteLaunchTemplateVersionsResponseErrorSet=unsuccessfullyDeletedLaunchTemplateVersionSet
        structure DeleteSecurityGroupRequest GroupId:SecurityGroupId GroupName:SecurityGroupName DryRun:Boolean=dryRun
        structure DeleteSecurityGroupResult Return:Boolean=return GroupId:SecurityGroupId=groupId
        structure DeleteSubnetRequest SubnetId!:SubnetId DryRun:Boolean=dryRun
        structure DeleteTagsRequest DryRun:Boolean=dryRun Resources!:ResourceIdList=resourceId Tags:TagList=tag
        structure DeleteVpcRequest VpcId!:VpcId DryRun:Boolean=dryRun
        structure DescribeAvailabilityZonesRequest ZoneNames:ZoneNameStringList=ZoneName ZoneIds:ZoneIdStringList=ZoneId AllAvailabilityZones:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter
        structure DescribeAvailabilityZonesResult AvailabilityZones:AvailabilityZoneList=availabilityZoneInfo
        structure DescribeImagesRequest ExecutableUsers:ExecutableByStringList=ExecutableBy ImageIds:ImageIdStringList=ImageId Owners:OwnerStringList=Owner IncludeDeprecated:Boolean IncludeDisabled:Boolean MaxResults:Integer NextToken:String DryRun:Boolean=dryRun Filters:FilterList=Filter
        structure DescribeImagesResult NextToken:String=nextToken Images:ImageList=imagesSet
        structure DescribeInstanceAttributeRequest DryRun:Boolean=dryRun InstanceId!:InstanceId=instanceId Attribute!:InstanceAttributeName=attribute
        structure DescribeInstanceStatusRequest InstanceIds:InstanceIdStringList=InstanceId MaxResults:Integer NextToken:String IncludeManagedResources:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter IncludeAllInstances:Boolean=includeAllInstances
        structure DescribeInstanceStatusResult InstanceStatuses:InstanceStatusList=instanceStatusSet NextToken:String=nextToken
        structure DescribeInstanceTypesRequest DryRun:Boolean InstanceTypes:RequestInstanceTypeList=InstanceType Filters:FilterList=Filter MaxResults:DITMaxResults NextToken:NextToken IncludeUnsupportedInRegion:IncludeUnsupportedInRegion
        structure DescribeInstanceTypesResult InstanceTypes:InstanceTypeInfoList=instanceTypeSet NextToken:NextToken=nextToken
        structure DescribeInstancesRequest InstanceIds:InstanceIdStringList=InstanceId IncludeManagedResources:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter NextToken:String=nextToken MaxResults:Integer=maxResults
        structure DescribeInstancesResult NextToken:String=nextToken Reservations:ReservationList=reservationSet
        integer DescribeInternetGatewaysMaxResults 5..1000
        structure DescribeInternetGatewaysRequest NextToken:String MaxResults:DescribeInternetGatewaysMaxResults DryRun:Boolean=dryRun InternetGatewayIds:InternetGatewayIdList=internetGatewayId Filters:FilterList=Filter
        structure DescribeInternetGatewaysResult InternetGateways:InternetGatewayList=internetGatewaySet NextToken:String=nextToken
        structure DescribeKeyPairsRequest KeyNames:KeyNameStringList=KeyName KeyPairIds:KeyPairIdStringList=KeyPairId IncludePublicKey:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter
        structure DescribeKeyPairsResult KeyPairs:KeyPairList=keySet
        structure DescribeLaunchTemplateVersionsRequest DryRun:Boolean LaunchTemplateId:LaunchTemplateId LaunchTemplateName:LaunchTemplateName Versions:VersionStringList=LaunchTemplateVersion MinVersion:String MaxVersion:String NextToken:String MaxResults:Integer Filters:FilterList=Filter ResolveAlias:Boolean IncludeManagedResources:Boolean
        structure DescribeLaunchTemplateVersionsResult LaunchTemplateVersions:LaunchTemplateVersionSet=launchTemplateVersionSet NextToken:String=nextToken
        integer DescribeLaunchTemplatesMaxResults 1..200
        structure DescribeLaunchTemplatesRequest DryRun:Boolean LaunchTemplateIds:LaunchTemplateIdStringList=LaunchTemplateId LaunchTemplateNames:LaunchTemplateNameStringList=LaunchTemplateName Filters:FilterList=Filter NextToken:String MaxResults:DescribeLaunchTemplatesMaxResults IncludeManagedResources:Boolean
        structure DescribeLaunchTemplatesResult LaunchTemplates:LaunchTemplateSet=launchTemplates NextToken:String=nextToken
        integer DescribeNetworkInterfacesMaxResults 5..1000
        structure DescribeNetworkInterfacesRequest NextToken:String MaxResults:DescribeNetworkInterfacesMaxResults IncludeManagedResources:Boolean DryRun:Boolean=dryRun NetworkInterfaceIds:NetworkInterfaceIdList=NetworkInterfaceId Filters:FilterList=filter
        structure DescribeNetworkInterfacesResult NetworkInterfaces:NetworkInterfaceList=networkInterfaceSet NextToken:String=nextToken
        structure DescribeRegionsRequest RegionNames:RegionNameStringList=RegionName AllRegions:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter
        structure DescribeRegionsResult Regions:RegionList=regionInfo
        integer DescribeRouteTablesMaxResults 5..100
        structure DescribeRouteTablesRequest NextToken:String MaxResults:DescribeRouteTablesMaxResults DryRun:Boolean=dryRun RouteTableIds:RouteTableIdStringList=RouteTableId Filters:FilterList=Filter
        structure DescribeRouteTablesResult RouteTables:RouteTableList=routeTableSet NextToken:String=nextToken
        integer DescribeSecurityGroupsMaxResults 5..1000
        structure DescribeSecurityGroupsRequest GroupIds:GroupIdStringList=GroupId GroupNames:GroupNameStringList=GroupName NextToken:String MaxResults:DescribeSecurityGroupsMaxResults DryRun:Boolean=dryRun Filters:FilterList=Filter
        structure DescribeSecurityGroupsResult NextToken:String=nextToken SecurityGroups:SecurityGroupList=securityGroupInfo
        structure DescribeSpotPriceHistoryRequest AvailabilityZoneId:AvailabilityZoneId DryRun:Boolean=dryRun StartTime:DateTime=startTime EndTime:DateTime=endTime InstanceTypes:InstanceTypeList=InstanceType ProductDescriptions:ProductDescriptionList=ProductDescription Filters:FilterList=Filter AvailabilityZone:String=availabilityZone MaxResults:Integer=maxResults NextToken:String=nextToken
        structure DescribeSpotPriceHistoryResult NextToken:String=nextToken SpotPriceHistory:SpotPriceHistoryList=spotPriceHistorySet
        integer DescribeSubnetsMaxResults 5..1000
        structure DescribeSubnetsRequest Filters:FilterList=Filter SubnetIds:SubnetIdStringList=SubnetId NextToken:String MaxResults:DescribeSubnetsMaxResults DryRun:Boolean=dryRun
        structure DescribeSubnetsResult NextToken:String=nextToken Subnets:SubnetList=subnetSet
        structure DescribeTagsRequest DryRun:Boolean=dryRun Filters:FilterList=Filter MaxResults:Integer=maxResults NextToken:String=nextToken
        structure DescribeTagsResult NextToken:String=nextToken Tags:TagDescriptionList=tagSet
        structure DescribeVolumesRequest VolumeIds:VolumeIdStringList=VolumeId IncludeManagedResources:Boolean DryRun:Boolean=dryRun Filters:FilterList=Filter NextToken:String=nextToken MaxResults:Integer=maxResults
        structure DescribeVolumesResult NextToken:String=nextToken Volumes:VolumeList=volumeSet
        integer DescribeVpcsMaxResults 5..1000
        structure DescribeVpcsRequest Filters:FilterList=Filter VpcIds:VpcIdStringList=VpcId NextToken:String MaxResults:DescribeVpcsMaxResults DryRun:Boolean=dryRun
        structure DescribeVpcsResult NextToken:String=nextToken Vpcs:VpcList=vpcSet
        structure DetachInternetGatewayRequest DryRun:Boolean=dryRun InternetGatewayId!:InternetGatewayId=internetGatewayId VpcId!:VpcId=vpcId
        enum DeviceType ebs instance-store
        integer DiskCount
        structure DiskInfo SizeInGB:DiskSize=sizeInGB Count:DiskCount=count Type:DiskType=type
        list DiskInfoList DiskInfo item=item
        integer DiskSize
        enum DiskType hdd ssd
        number Double
        structure EbsBlockDevice DeleteOnTermination:Boolean=deleteOnTermination Iops:Integer=iops SnapshotId:SnapshotId=snapshotId VolumeSize:Integer=volumeSize VolumeType:VolumeType=volumeType KmsKeyId:String=kmsKeyId Throughput:Integer=throughput OutpostArn:String=outpostArn AvailabilityZone:String=availabilityZone Encrypted:Boolean=encrypted VolumeInitializationRate:Integer AvailabilityZoneId:String EbsCardIndex:Integer
        integer EbsCardIndex
        structure EbsCardInfo EbsCardIndex:EbsCardIndex=ebsCardIndex BaselineBandwidthInMbps:BaselineBandwidthInMbps=baselineBandwidthInMbps BaselineThroughputInMBps:BaselineThroughputInMBps=baselineThroughputInMBps BaselineIops:BaselineIops=baselineIops MaximumBandwidthInMbps:MaximumBandwidthInMbps=maximumBandwidthInMbps MaximumThroughputInMBps:MaximumThroughputInMBps=maximumThroughputInMBps MaximumIops:MaximumIops=maximumIops
        list EbsCardInfoList EbsCardInfo item=item
        enum EbsEncryptionSupport unsupported supported
        structure EbsInfo EbsOptimizedSupport:EbsOptimizedSupport=ebsOptimizedSupport EncryptionSupport:EbsEncryptionSupport=encryptionSupport EbsOptimizedInfo:EbsOptimizedInfo=ebsOptimizedInfo NvmeSupport:EbsNvmeSupport=nvmeSupport MaximumEbsAttachments:MaximumEbsAttachments=maximumEbsAttachments AttachmentLimitType:AttachmentLimitType=attachmentLimitType MaximumEbsCards:MaximumEbsCards=maximumEbsCards EbsCards:EbsCardInfoList=ebsCardSet
        structure EbsInstanceBlockDevice AttachTime:DateTime=attachTime DeleteOnTermination:Boolean=deleteOnTermination Status:AttachmentStatus=status VolumeId:String=volumeId AssociatedResource:String=associatedResource VolumeOwnerId:String=volumeOwnerId Operator:OperatorResponse=operator EbsCardIndex:Integer=ebsCardIndex
        enum EbsNvmeSupport unsupported supported required
        structure EbsOptimizedInfo BaselineBandwidthInMbps:BaselineBandwidthInMbps=baselineBandwidthInMbps BaselineThroughputInMBps:BaselineThroughputInMBps=baselineThroughputInMBps BaselineIops:BaselineIops=baselineIops MaximumBandwidthInMbps:MaximumBandwidthInMbps=maximumBandwidthInMbps MaximumThroughputInMBps:MaximumThroughputInMBps=maximumThroughputInMBps MaximumIops:MaximumIops=maximumIops
        enum EbsOptimizedSupport unsupported supported default
        structure EbsStatusDetails ImpairedSince:MillisecondDateTime=impairedSince Name:StatusName=name Status:StatusType=status
        list EbsStatusDetailsList EbsStatusDetails item=item
        structure EbsStatusSummary Details:EbsStatusDetailsList=details Status:SummaryStatus=status
        structure EfaInfo MaximumEfaInterfaces:MaximumEfaInterfaces=maximumEfaInterfaces
        boolean EfaSupportedFlag
        structure ElasticGpuAssociation ElasticGpuId:ElasticGpuId=elasticGpuId ElasticGpuAssociationId:String=elasticGpuAssociationId ElasticGpuAssociationState:String=elasticGpuAssociationState ElasticGpuAssociationTime:String=elasticGpuAssociationTime
        list ElasticGpuAssociationList ElasticGpuAssociation item=item
        string ElasticGpuId
        structure ElasticGpuSpecification Type!:String
        list ElasticGpuSpecificationList ElasticGpuSpecification item=ElasticGpuSpecification
        structure ElasticGpuSpecificationResponse Type:String=type
        list ElasticGpuSpecificationResponseList ElasticGpuSpecificationResponse item=item
        list ElasticGpuSpecifications ElasticGpuSpecification item=item
        structure ElasticInferenceAccelerator Type!:String Count:ElasticInferenceAcceleratorCount
        structure ElasticInferenceAcceleratorAssociation ElasticInferenceAcceleratorArn:String=elasticInferenceAcceleratorArn ElasticInferenceAcceleratorAssociationId:String=elasticInferenceAcceleratorAssociationId ElasticInferenceAcceleratorAssociationState:String=elasticInferenceAcceleratorAssociationState ElasticInferenceAcceleratorAssociationTime:DateTime=elasticInferenceAcceleratorAssociationTime
        list ElasticInferenceAcceleratorAssociationList ElasticInferenceAcceleratorAssociation item=item
        integer ElasticInferenceAcceleratorCount 1..
        list ElasticInferenceAccelerators ElasticInferenceAccelerator item=item
        structure EnaSrdSpecificationRequest EnaSrdEnabled:Boolean EnaSrdUdpSpecification:EnaSrdUdpSpecificationRequest
        boolean EnaSrdSupported
        structure EnaSrdUdpSpecificationRequest EnaSrdUdpEnabled:Boolean
        enum EnaSupport unsupported supported required
        structure EnclaveOptions Enabled:Boolean=enabled
        structure EnclaveOptionsRequest Enabled:Boolean
        boolean EncryptionInTransitSupported
        enum EphemeralNvmeSupport unsupported supported required
        list ErrorSet ValidationError item=item
        enum EventCode instance-reboot system-reboot system-maintenance instance-retirement instance-stop
        string ExcludedInstanceType 1..30
        list ExcludedInstanceTypeSet ExcludedInstanceType item=item 0..400
        list ExecutableByStringList String item=ExecutableBy
        structure Filter Name:String Values:ValueStringList=Value
        list FilterList Filter item=Filter
        enum FlexibleEnaQueuesSupport unsupported supported
        integer FpgaDeviceCount
        structure FpgaDeviceInfo Name:FpgaDeviceName=name Manufacturer:FpgaDeviceManufacturerName=manufacturer Count:FpgaDeviceCount=count MemoryInfo:FpgaDeviceMemoryInfo=memoryInfo
        list FpgaDeviceInfoList FpgaDeviceInfo item=item
        string FpgaDeviceManufacturerName
        structure FpgaDeviceMemoryInfo SizeInMiB:FpgaDeviceMemorySize=sizeInMiB
        integer FpgaDeviceMemorySize
        string FpgaDeviceName
        structure FpgaInfo Fpgas:FpgaDeviceInfoList=fpgas TotalFpgaMemoryInMiB:totalFpgaMemory=totalFpgaMemoryInMiB
        boolean FreeTierEligibleFlag
        integer GpuDeviceCount
        structure GpuDeviceInfo Name:GpuDeviceName=name Manufacturer:GpuDeviceManufacturerName=manufacturer Count:GpuDeviceCount=count LogicalGpuCount:LogicalGpuCount=logicalGpuCount GpuPartitionSize:GpuPartitionSize=gpuPartitionSize Workloads:WorkloadsList=workloadSet MemoryInfo:GpuDeviceMemoryInfo=memoryInfo
        list GpuDeviceInfoList GpuDeviceInfo item=item
        string GpuDeviceManufacturerName
        structure GpuDeviceMemoryInfo SizeInMiB:GpuDeviceMemorySize=sizeInMiB
        integer GpuDeviceMemorySize
        string GpuDeviceName
        structure GpuInfo Gpus:GpuDeviceInfoList=gpus TotalGpuMemoryInMiB:totalGpuMemory=totalGpuMemoryInMiB
        number GpuPartitionSize
        list GroupIdStringList SecurityGroupId item=groupId
        structure GroupIdentifier GroupId:String=groupId GroupName:String=groupName
        list GroupIdentifierList GroupIdentifier item=item
        list GroupNameStringList SecurityGroupName item=GroupName
        boolean HibernationFlag
        structure HibernationOptions Configured:Boolean=configured
        structure HibernationOptionsRequest Configured:Boolean
        enum HostnameType ip-name resource-name
        enum HttpTokensState optional required
        enum HypervisorType ovm xen
        structure IamInstanceProfile Arn:String=arn Id:String=id
        structure IamInstanceProfileSpecification Arn:String=arn Name:String=name
        structure Image PlatformDetails:String=platformDetails UsageOperation:String=usageOperation BlockDeviceMappings:BlockDeviceMappingList=blockDeviceMapping Description:String=description EnaSupport:Boolean=enaSupport Hypervisor:HypervisorType=hypervisor ImageOwnerAlias:String=imageOwnerAlias Name:String=name RootDeviceName:String=rootDeviceName RootDeviceType:DeviceType=rootDeviceType SriovNetSupport:String=sriovNetSupport StateReason:StateReason=stateReason Tags:TagList=tagSet VirtualizationType:VirtualizationType=virtualizationType BootMode:BootModeValues=bootMode TpmSupport:TpmSupportValues=tpmSupport DeprecationTime:String=deprecationTime ImdsSupport:ImdsSupportValues=imdsSupport SourceInstanceId:String=sourceInstanceId DeregistrationProtection:String=deregistrationProtection LastLaunchedTime:String=lastLaunchedTime ImageAllowed:Boolean=imageAllowed SourceImageId:String=sourceImageId SourceImageRegion:String=sourceImageRegion FreeTierEligible:Boolean=freeTierEligible ImageId:String=imageId ImageLocation:String=imageLocation State:ImageState=imageState OwnerId:String=imageOwnerId CreationDate:String=creationDate Public:Boolean=isPublic ProductCodes:ProductCodeList=productCodes Architecture:ArchitectureValues=architecture ImageType:ImageTypeValues=imageType KernelId:String=kernelId RamdiskId:String=ramdiskId Platform:PlatformValues=platform
        string ImageId
        list ImageIdStringList ImageId item=ImageId
        list ImageList Image item=item
        enum ImageState pending available invalid deregistered transient failed error disabled
        enum ImageTypeValues machine kernel ramdisk
        enum ImdsSupportValues v2.0
        boolean IncludeUnsupportedInRegion
        structure InferenceAcceleratorInfo Accelerators:InferenceDeviceInfoList=accelerators TotalInferenceMemoryInMiB:totalInferenceMemory=totalInferenceMemoryInMiB
        integer InferenceDeviceCount
        structure InferenceDeviceInfo Count:InferenceDeviceCount=count Name:InferenceDeviceName=name Manufacturer:InferenceDeviceManufacturerName=manufacturer MemoryInfo:InferenceDeviceMemoryInfo=memoryInfo
        list InferenceDeviceInfoList InferenceDeviceInfo
        string InferenceDeviceManufacturerName
        structure InferenceDeviceMemoryInfo SizeInMiB:InferenceDeviceMemorySize=sizeInMiB
        integer InferenceDeviceMemorySize
        string InferenceDeviceName
        structure Instance Architecture:ArchitectureValues=architecture BlockDeviceMappings:InstanceBlockDeviceMappingList=blockDeviceMapping ClientToken:String=clientToken EbsOptimized:Boolean=ebsOptimized EnaSupport:Boolean=enaSupport Hypervisor:HypervisorType=hypervisor IamInstanceProfile:IamInstanceProfile=iamInstanceProfile InstanceLifecycle:InstanceLifecycleType=instanceLifecycle ElasticGpuAssociations:ElasticGpuAssociationList=elasticGpuAssociationSet ElasticInferenceAcceleratorAssociations:ElasticInferenceAcceleratorAssociationList=elasticInferenceAcceleratorAssociationSet NetworkInterfaces:InstanceNetworkInterfaceList=networkInterfaceSet OutpostArn:String=outpostArn RootDeviceName:String=rootDeviceName RootDeviceType:DeviceType=rootDeviceType SecurityGroups:GroupIdentifierList=groupSet SourceDestCheck:Boolean=sourceDestCheck SpotInstanceRequestId:String=spotInstanceRequestId SriovNetSupport:String=sriovNetSupport StateReason:StateReason=stateReason Tags:TagList=tagSet VirtualizationType:VirtualizationType=virtualizationType CpuOptions:CpuOptions=cpuOptions CapacityBlockId:String=capacityBlockId CapacityReservationId:String=capacityReservationId CapacityReservationSpecification:CapacityReservationSpecificationResponse=capacityReservationSpecification HibernationOptions:HibernationOptions=hibernationOptions Licenses:LicenseList=licenseSet MetadataOptions:InstanceMetadataOptionsResponse=metadataOptions EnclaveOptions:EnclaveOptions=enclaveOptions BootMode:BootModeValues=bootMode PlatformDetails:String=platformDetails UsageOperation:String=usageOperation UsageOperationUpdateTime:MillisecondDateTime=usageOperationUpdateTime PrivateDnsNameOptions:PrivateDnsNameOptionsResponse=privateDnsNameOptions Ipv6Address:String=ipv6Address TpmSupport:String=tpmSupport MaintenanceOptions:InstanceMaintenanceOptions=maintenanceOptions CurrentInstanceBootMode:InstanceBootModeValues=currentInstanceBootMode NetworkPerformanceOptions:InstanceNetworkPerformanceOptions=networkPerformanceOptions Operator:OperatorResponse=operator SecondaryInterfaces:InstanceSecondaryInterfaceList=secondaryInterfaceSet InstanceId:String=instanceId ImageId:String=imageId State:InstanceState=instanceState PrivateDnsName:String=privateDnsName PublicDnsName:String=dnsName StateTransitionReason:String=reason KeyName:String=keyName AmiLaunchIndex:Integer=amiLaunchIndex ProductCodes:ProductCodeList=productCodes InstanceType:InstanceType=instanceType LaunchTime:DateTime=launchTime Placement:Placement=placement KernelId:String=kernelId RamdiskId:String=ramdiskId Platform:PlatformValues=platform Monitoring:Monitoring=monitoring SubnetId:String=subnetId VpcId:String=vpcId PrivateIpAddress:String=privateIpAddress PublicIpAddress:String=ipAddress
        structure InstanceAttachmentEnaSrdSpecification EnaSrdEnabled:Boolean=enaSrdEnabled EnaSrdUdpSpecification:InstanceAttachmentEnaSrdUdpSpecification=enaSrdUdpSpecification
        structure InstanceAttachmentEnaSrdUdpSpecification EnaSrdUdpEnabled:Boolean=enaSrdUdpEnabled
        structure InstanceAttribute BlockDeviceMappings:InstanceBlockDeviceMappingList=blockDeviceMapping DisableApiTermination:AttributeBooleanValue=disableApiTermination EnaSupport:AttributeBooleanValue=enaSupport EnclaveOptions:EnclaveOptions=enclaveOptions EbsOptimized:AttributeBooleanValue=ebsOptimized InstanceId:String=instanceId InstanceInitiatedShutdownBehavior:AttributeValue=instanceInitiatedShutdownBehavior InstanceType:AttributeValue=instanceType KernelId:AttributeValue=kernel ProductCodes:ProductCodeList=productCodes RamdiskId:AttributeValue=ramdisk RootDeviceName:AttributeValue=rootDeviceName SourceDestCheck:AttributeBooleanValue=sourceDestCheck SriovNetSupport:AttributeValue=sriovNetSupport UserData:AttributeValue=userData DisableApiStop:AttributeBooleanValue=disableApiStop Groups:GroupIdentifierList=groupSet
        enum InstanceAttributeName instanceType kernel ramdisk userData disableApiTermination instanceInitiatedShutdownBehavior rootDeviceName blockDeviceMapping productCodes sourceDestCheck groupSet ebsOptimized sriovNetSupport enaSupport enclaveOptions disableApiStop
        enum InstanceAutoRecoveryState disabled default
        enum InstanceBandwidthWeighting default vpc-1 ebs-1
        structure InstanceBlockDeviceMapping DeviceName:String=deviceName Ebs:EbsInstanceBlockDevice=ebs
        list InstanceBlockDeviceMappingList InstanceBlockDeviceMapping item=item
        enum InstanceBootModeValues legacy-bios uefi
        string InstanceEventId
        enum InstanceGeneration current previous
        list InstanceGenerationSet InstanceGeneration item=item
        string InstanceId
        list InstanceIdStringList InstanceId item=InstanceId
        enum InstanceInterruptionBehavior hibernate stop terminate
        structure InstanceIpv4Prefix Ipv4Prefix:String=ipv4Prefix
        list InstanceIpv4PrefixList InstanceIpv4Prefix item=item
        structure InstanceIpv6Address Ipv6Address:String=ipv6Address IsPrimaryIpv6:Boolean=isPrimaryIpv6
        list InstanceIpv6AddressList InstanceIpv6Address item=item
        list InstanceIpv6AddressListRequest InstanceIpv6AddressRequest item=InstanceIpv6Address
        structure InstanceIpv6AddressRequest Ipv6Address:String
        structure InstanceIpv6Prefix Ipv6Prefix:String=ipv6Prefix
        list InstanceIpv6PrefixList InstanceIpv6Prefix item=item
        enum InstanceLifecycleType spot scheduled capacity-block interruptible-capacity-reservation
        list InstanceList Instance item=item
        structure InstanceMaintenanceOptions AutoRecovery:InstanceAutoRecoveryState=autoRecovery RebootMigration:InstanceRebootMigrationState=rebootMigration
        structure InstanceMaintenanceOptionsRequest AutoRecovery:InstanceAutoRecoveryState
        structure InstanceMarketOptionsRequest MarketType:MarketType SpotOptions:SpotMarketOptions
        enum InstanceMetadataEndpointState disabled enabled
        structure InstanceMetadataOptionsRequest HttpTokens:HttpTokensState HttpPutResponseHopLimit:Integer HttpEndpoint:InstanceMetadataEndpointState HttpProtocolIpv6:InstanceMetadataProtocolState InstanceMetadataTags:InstanceMetadataTagsState
        structure InstanceMetadataOptionsResponse State:InstanceMetadataOptionsState=state HttpTokens:HttpTokensState=httpTokens HttpPutResponseHopLimit:Integer=httpPutResponseHopLimit HttpEndpoint:InstanceMetadataEndpointState=httpEndpoint HttpProtocolIpv6:InstanceMetadataProtocolState=httpProtocolIpv6 InstanceMetadataTags:InstanceMetadataTagsState=instanceMetadataTags
        enum InstanceMetadataOptionsState pending applied
        enum InstanceMetadataProtocolState disabled enabled
        enum InstanceMetadataTagsState disabled enabled
        structure InstanceNetworkInterface Association:InstanceNetworkInterfaceAssociation=association Attachment:InstanceNetworkInterfaceAttachment=attachment Description:String=description Groups:GroupIdentifierList=groupSet Ipv6Addresses:InstanceIpv6AddressList=ipv6AddressesSet MacAddress:String=macAddress NetworkInterfaceId:String=networkInterfaceId OwnerId:String=ownerId PrivateDnsName:String=privateDnsName PrivateIpAddress:String=privateIpAddress PrivateIpAddresses:InstancePrivateIpAddressList=privateIpAddressesSet SourceDestCheck:Boolean=sourceDestCheck Status:NetworkInterfaceStatus=status SubnetId:String=subnetId VpcId:String=vpcId InterfaceType:String=interfaceType Ipv4Prefixes:InstanceIpv4PrefixList=ipv4PrefixSet Ipv6Prefixes:InstanceIpv6PrefixList=ipv6PrefixSet ConnectionTrackingConfiguration:ConnectionTrackingSpecificationResponse=connectionTrackingConfiguration Operator:OperatorResponse=operator
        structure InstanceNetworkInterfaceAssociation CarrierIp:String=carrierIp CustomerOwnedIp:String=customerOwnedIp IpOwnerId:String=ipOwnerId PublicDnsName:String=publicDnsName PublicIp:String=publicIp
        structure InstanceNetworkInterfaceAttachment AttachTime:DateTime=attachTime AttachmentId:String=attachmentId DeleteOnTermination:Boolean=deleteOnTermination DeviceIndex:Integer=deviceIndex Status:AttachmentStatus=status NetworkCardIndex:Integer=networkCardIndex EnaSrdSpecification:InstanceAttachmentEnaSrdSpecification=enaSrdSpecification EnaQueueCount:Integer=enaQueueCount
        list InstanceNetworkInterfaceList InstanceNetworkInterface item=item
        structure InstanceNetworkInterfaceSpecification AssociatePublicIpAddress:Boolean=associatePublicIpAddress DeleteOnTermination:Boolean=deleteOnTermination Description:String=description DeviceIndex:Integer=deviceIndex Groups:SecurityGroupIdStringList=SecurityGroupId Ipv6AddressCount:Integer=ipv6AddressCount Ipv6Addresses:InstanceIpv6AddressList=ipv6AddressesSet~Ipv6Addresses NetworkInterfaceId:NetworkInterfaceId=networkInterfaceId PrivateIpAddress:String=privateIpAddress PrivateIpAddresses:PrivateIpAddressSpecificationList=privateIpAddressesSet~PrivateIpAddresses SecondaryPrivateIpAddressCount:Integer=secondaryPrivateIpAddressCount SubnetId:String=subnetId AssociateCarrierIpAddress:Boolean InterfaceType:String NetworkCardIndex:Integer Ipv4Prefixes:Ipv4PrefixList=Ipv4Prefix Ipv4PrefixCount:Integer Ipv6Prefixes:Ipv6PrefixList=Ipv6Prefix Ipv6PrefixCount:Integer PrimaryIpv6:Boolean EnaSrdSpecification:EnaSrdSpecificationRequest ConnectionTrackingSpecification:ConnectionTrackingSpecificationRequest EnaQueueCount:Integer
        list InstanceNetworkInterfaceSpecificationList InstanceNetworkInterfaceSpecification item=item
        structure InstanceNetworkPerformanceOptions BandwidthWeighting:InstanceBandwidthWeighting=bandwidthWeighting
        structure InstanceNetworkPerformanceOptionsRequest BandwidthWeighting:InstanceBandwidthWeighting
        structure InstancePrivateIpAddress Association:InstanceNetworkInterfaceAssociation=association Primary:Boolean=primary PrivateDnsName:String=privateDnsName PrivateIpAddress:String=privateIpAddress
        list InstancePrivateIpAddressList InstancePrivateIpAddress item=item
        enum InstanceRebootMigrationState disabled default
        structure InstanceRequirements VCpuCount:VCpuCountRange=vCpuCount MemoryMiB:MemoryMiB=memoryMiB CpuManufacturers:CpuManufacturerSet=cpuManufacturerSet MemoryGiBPerVCpu:MemoryGiBPerVCpu=memoryGiBPerVCpu ExcludedInstanceTypes:ExcludedInstanceTypeSet=excludedInstanceTypeSet InstanceGenerations:InstanceGenerationSet=instanceGenerationSet SpotMaxPricePercentageOverLowestPrice:Integer=spotMaxPricePercentageOverLowestPrice OnDemandMaxPricePercentageOverLowestPrice:Integer=onDemandMaxPricePercentageOverLowestPrice BareMetal:BareMetal=bareMetal BurstablePerformance:BurstablePerformance=burstablePerformance RequireHibernateSupport:Boolean=requireHibernateSupport NetworkInterfaceCount:NetworkInterfaceCount=networkInterfaceCount LocalStorage:LocalStorage=localStorage LocalStorageTypes:LocalStorageTypeSet=localStorageTypeSet TotalLocalStorageGB:TotalLocalStorageGB=totalLocalStorageGB BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbps=baselineEbsBandwidthMbps AcceleratorTypes:AcceleratorTypeSet=acceleratorTypeSet AcceleratorCount:AcceleratorCount=acceleratorCount AcceleratorManufacturers:AcceleratorManufacturerSet=acceleratorManufacturerSet AcceleratorNames:AcceleratorNameSet=acceleratorNameSet AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiB=acceleratorTotalMemoryMiB NetworkBandwidthGbps:NetworkBandwidthGbps=networkBandwidthGbps AllowedInstanceTypes:AllowedInstanceTypeSet=allowedInstanceTypeSet MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:Integer=maxSpotPriceAsPercentageOfOptimalOnDemandPrice BaselinePerformanceFactors:BaselinePerformanceFactors=baselinePerformanceFactors RequireEncryptionInTransit:Boolean=requireEncryptionInTransit
        structure InstanceRequirementsRequest VCpuCount!:VCpuCountRangeRequest MemoryMiB!:MemoryMiBRequest CpuManufacturers:CpuManufacturerSet=CpuManufacturer MemoryGiBPerVCpu:MemoryGiBPerVCpuRequest ExcludedInstanceTypes:ExcludedInstanceTypeSet=ExcludedInstanceType InstanceGenerations:InstanceGenerationSet=InstanceGeneration SpotMaxPricePercentageOverLowestPrice:Integer OnDemandMaxPricePercentageOverLowestPrice:Integer BareMetal:BareMetal BurstablePerformance:BurstablePerformance RequireHibernateSupport:Boolean NetworkInterfaceCount:NetworkInterfaceCountRequest LocalStorage:LocalStorage LocalStorageTypes:LocalStorageTypeSet=LocalStorageType TotalLocalStorageGB:TotalLocalStorageGBRequest BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest AcceleratorTypes:AcceleratorTypeSet=AcceleratorType AcceleratorCount:AcceleratorCountRequest AcceleratorManufacturers:AcceleratorManufacturerSet=AcceleratorManufacturer AcceleratorNames:AcceleratorNameSet=AcceleratorName AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest NetworkBandwidthGbps:NetworkBandwidthGbpsRequest AllowedInstanceTypes:AllowedInstanceTypeSet=AllowedInstanceType MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:Integer BaselinePerformanceFactors:BaselinePerformanceFactorsRequest RequireEncryptionInTransit:Boolean
        structure InstanceSecondaryInterface Attachment:InstanceSecondaryInterfaceAttachment=attachment MacAddress:String=macAddress SecondaryInterfaceId:SecondaryInterfaceId=secondaryInterfaceId OwnerId:String=ownerId PrivateIpAddresses:InstanceSecondaryInterfacePrivateIpAddressList=privateIpAddressSet SourceDestCheck:Boolean=sourceDestCheck Status:SecondaryInterfaceStatus=status SecondarySubnetId:SecondarySubnetId=secondarySubnetId SecondaryNetworkId:SecondaryNetworkId=secondaryNetworkId InterfaceType:SecondaryInterfaceType=interfaceType
        structure InstanceSecondaryInterfaceAttachment AttachTime:MillisecondDateTime=attachTime AttachmentId:String=attachmentId DeleteOnTermination:Boolean=deleteOnTermination DeviceIndex:Integer=deviceIndex Status:AttachmentStatus=status NetworkCardIndex:Integer=networkCardIndex
        list InstanceSecondaryInterfaceList InstanceSecondaryInterface item=item
        structure InstanceSecondaryInterfacePrivateIpAddress PrivateIpAddress:String=privateIpAddress
        list InstanceSecondaryInterfacePrivateIpAddressList InstanceSecondaryInterfacePrivateIpAddress item=item
        list InstanceSecondaryInterfacePrivateIpAddressListRequest InstanceSecondaryInterfacePrivateIpAddressRequest item=item
        structure InstanceSecondaryInterfacePrivateIpAddressRequest PrivateIpAddress!:String
        list InstanceSecondaryInterfaceSpecificationListRequest InstanceSecondaryInterfaceSpecificationRequest item=item
        structure InstanceSecondaryInterfaceSpecificationRequest DeleteOnTermination:Boolean DeviceIndex:Integer PrivateIpAddresses:InstanceSecondaryInterfacePrivateIpAddressListRequest=PrivateIpAddress PrivateIpAddressCount:Integer SecondarySubnetId:SecondarySubnetId InterfaceType:SecondaryInterfaceType NetworkCardIndex:Integer
        structure InstanceState Code:Integer=code Name:InstanceStateName=name
        structure InstanceStateChange InstanceId:String=instanceId CurrentState:InstanceState=currentState PreviousState:InstanceState=previousState
        list InstanceStateChangeList InstanceStateChange item=item
        enum InstanceStateName pending running shutting-down terminated stopping stopped
        structure InstanceStatus AvailabilityZone:String=availabilityZone AvailabilityZoneId:AvailabilityZoneId=availabilityZoneId OutpostArn:String=outpostArn Operator:OperatorResponse=operator Events:InstanceStatusEventList=eventsSet InstanceId:String=instanceId InstanceState:InstanceState=instanceState InstanceStatus:InstanceStatusSummary=instanceStatus SystemStatus:InstanceStatusSummary=systemStatus AttachedEbsStatus:EbsStatusSummary=attachedEbsStatus
        structure InstanceStatusDetails ImpairedSince:DateTime=impairedSince Name:StatusName=name Status:StatusType=status
        list InstanceStatusDetailsList InstanceStatusDetails item=item
        structure InstanceStatusEvent InstanceEventId:InstanceEventId=instanceEventId Code:EventCode=code Description:String=description NotAfter:DateTime=notAfter NotBefore:DateTime=notBefore NotBeforeDeadline:DateTime=notBeforeDeadline
        list InstanceStatusEventList InstanceStatusEvent item=item
        list InstanceStatusList InstanceStatus item=item
        structure InstanceStatusSummary Details:InstanceStatusDetailsList=details Status:SummaryStatus=status
        enum InstanceStorageEncryptionSupport unsupported required
        boolean InstanceStorageFlag
        structure InstanceStorageInfo TotalSizeInGB:DiskSize=totalSizeInGB Disks:DiskInfoList=disks NvmeSupport:EphemeralNvmeSupport=nvmeSupport EncryptionSupport:InstanceStorageEncryptionSupport=encryptionSupport
        enum InstanceType a1.medium a1.large a1.xlarge a1.2xlarge a1.4xlarge a1.metal c1.medium c1.xlarge c3.large c3.xlarge c3.2xlarge c3.4xlarge c3.8xlarge c4.large c4.xlarge c4.2xlarge c4.4xlarge c4.8xlarge c5.large c5.xlarge c5.2xlarge c5.4xlarge c5.9xlarge c5.12xlarge c5.18xlarge c5.24xlarge c5.metal c5a.large c5a.xlarge c5a.2xlarge c5a.4xlarge c5a.8xlarge c5a.12xlarge c5a.16xlarge c5a.24xlarge c5ad.large c5ad.xlarge c5ad.2xlarge c5ad.4xlarge c5ad.8xlarge c5ad.12xlarge c5ad.16xlarge c5ad.24xlarge c5d.large c5d.xlarge c5d.2xlarge c5d.4xlarge c5d.9xlarge c5d.12xlarge c5d.18xlarge c5d.24xlarge c5d.metal c5n.large c5n.xlarge c5n.2xlarge c5n.4xlarge c5n.9xlarge c5n.18xlarge c5n.metal c6g.medium c6g.large c6g.xlarge c6g.2xlarge c6g.4xlarge c6g.8xlarge c6g.12xlarge c6g.16xlarge c6g.metal c6gd.medium c6gd.large c6gd.xlarge c6gd.2xlarge c6gd.4xlarge c6gd.8xlarge c6gd.12xlarge c6gd.16xlarge c6gd.metal c6gn.medium c6gn.large c6gn.xlarge c6gn.2xlarge c6gn.4xlarge c6gn.8xlarge c6gn.12xlarge c6gn.16xlarge c6i.large c6i.xlarge c6i.2xlarge c6i.4xlarge c6i.8xlarge c6i.12xlarge c6i.16xlarge c6i.24xlarge c6i.32xlarge c6i.metal cc1.4xlarge cc2.8xlarge cg1.4xlarge cr1.8xlarge d2.xlarge d2.2xlarge d2.4xlarge d2.8xlarge d3.xlarge d3.2xlarge d3.4xlarge d3.8xlarge d3en.xlarge d3en.2xlarge d3en.4xlarge d3en.6xlarge d3en.8xlarge d3en.12xlarge dl1.24xlarge f1.2xlarge f1.4xlarge f1.16xlarge g2.2xlarge g2.8xlarge g3.4xlarge g3.8xlarge g3.16xlarge g3s.xlarge g4ad.xlarge g4ad.2xlarge g4ad.4xlarge g4ad.8xlarge g4ad.16xlarge g4dn.xlarge g4dn.2xlarge g4dn.4xlarge g4dn.8xlarge g4dn.12xlarge g4dn.16xlarge g4dn.metal g5.xlarge g5.2xlarge g5.4xlarge g5.8xlarge g5.12xlarge g5.16xlarge g5.24xlarge g5.48xlarge g5g.xlarge g5g.2xlarge g5g.4xlarge g5g.8xlarge g5g.16xlarge g5g.metal hi1.4xlarge hpc6a.48xlarge hs1.8xlarge h1.2xlarge h1.4xlarge h1.8xlarge h1.16xlarge i2.xlarge i2.2xlarge i2.4xlarge i2.8xlarge i3.large i3.xlarge i3.2xlarge i3.4xlarge i3.8xlarge i3.16xlarge i3.metal i3en.large i3en.xlarge i3en.2xlarge i3en.3xlarge i3en.6xlarge i3en.12xlarge i3en.24xlarge i3en.metal im4gn.large im4gn.xlarge im4gn.2xlarge im4gn.4xlarge im4gn.8xlarge im4gn.16xlarge inf1.xlarge inf1.2xlarge inf1.6xlarge inf1.24xlarge is4gen.medium is4gen.large is4gen.xlarge is4gen.2xlarge is4gen.4xlarge is4gen.8xlarge m1.small m1.medium m1.large m1.xlarge m2.xlarge m2.2xlarge m2.4xlarge m3.medium m3.large m3.xlarge m3.2xlarge m4.large m4.xlarge m4.2xlarge m4.4xlarge m4.10xlarge m4.16xlarge m5.large m5.xlarge m5.2xlarge m5.4xlarge m5.8xlarge m5.12xlarge m5.16xlarge m5.24xlarge m5.metal m5a.large m5a.xlarge m5a.2xlarge m5a.4xlarge m5a.8xlarge m5a.12xlarge m5a.16xlarge m5a.24xlarge m5ad.large m5ad.xlarge m5ad.2xlarge m5ad.4xlarge m5ad.8xlarge m5ad.12xlarge m5ad.16xlarge m5ad.24xlarge m5d.large m5d.xlarge m5d.2xlarge m5d.4xlarge m5d.8xlarge m5d.12xlarge m5d.16xlarge m5d.24xlarge m5d.metal m5dn.large m5dn.xlarge m5dn.2xlarge m5dn.4xlarge m5dn.8xlarge m5dn.12xlarge m5dn.16xlarge m5dn.24xlarge m5dn.metal m5n.large m5n.xlarge m5n.2xlarge m5n.4xlarge m5n.8xlarge m5n.12xlarge m5n.16xlarge m5n.24xlarge m5n.metal m5zn.large m5zn.xlarge m5zn.2xlarge m5zn.3xlarge m5zn.6xlarge m5zn.12xlarge m5zn.metal m6a.large m6a.xlarge m6a.2xlarge m6a.4xlarge m6a.8xlarge m6a.12xlarge m6a.16xlarge m6a.24xlarge m6a.32xlarge m6a.48xlarge m6g.metal m6g.medium m6g.large m6g.xlarge m6g.2xlarge m6g.4xlarge m6g.8xlarge m6g.12xlarge m6g.16xlarge m6gd.metal m6gd.medium m6gd.large m6gd.xlarge m6gd.2xlarge m6gd.4xlarge m6gd.8xlarge m6gd.12xlarge m6gd.16xlarge m6i.large m6i.xlarge m6i.2xlarge m6i.4xlarge m6i.8xlarge m6i.12xlarge m6i.16xlarge m6i.24xlarge m6i.32xlarge m6i.metal mac1.metal p2.xlarge p2.8xlarge p2.16xlarge p3.2xlarge p3.8xlarge p3.16xlarge p3dn.24xlarge p4d.24xlarge r3.large r3.xlarge r3.2xlarge r3.4xlarge r3.8xlarge r4.large r4.xlarge r4.2xlarge r4.4xlarge r4.8xlarge r4.16xlarge r5.large r5.xlarge r5.2xlarge r5.4xlarge r5.8xlarge r5.12xlarge r5.16xlarge r5.24xlarge r5.metal r5a.large r5a.xlarge r5a.2xlarge r5a.4xlarge r5a.8xlarge r5a.12xlarge r5a.16xlarge r5a.24xlarge r5ad.large r5ad.xlarge r5ad.2xlarge r5ad.4xlarge r5ad.8xlarge r5ad.12xlarge r5ad.16xlarge r5ad.24xlarge r5b.large r5b.xlarge r5b.2xlarge r5b.4xlarge r5b.8xlarge r5b.12xlarge r5b.16xlarge r5b.24xlarge r5b.metal r5d.large r5d.xlarge r5d.2xlarge r5d.4xlarge r5d.8xlarge r5d.12xlarge r5d.16xlarge r5d.24xlarge r5d.metal r5dn.large r5dn.xlarge r5dn.2xlarge r5dn.4xlarge r5dn.8xlarge r5dn.12xlarge r5dn.16xlarge r5dn.24xlarge r5dn.metal r5n.large r5n.xlarge r5n.2xlarge r5n.4xlarge r5n.8xlarge r5n.12xlarge r5n.16xlarge r5n.24xlarge r5n.metal r6g.medium r6g.large r6g.xlarge r6g.2xlarge r6g.4xlarge r6g.8xlarge r6g.12xlarge r6g.16xlarge r6g.metal r6gd.medium r6gd.large r6gd.xlarge r6gd.2xlarge r6gd.4xlarge r6gd.8xlarge r6gd.12xlarge r6gd.16xlarge r6gd.metal r6i.large r6i.xlarge r6i.2xlarge r6i.4xlarge r6i.8xlarge r6i.12xlarge r6i.16xlarge r6i.24xlarge r6i.32xlarge r6i.metal t1.micro t2.nano t2.micro t2.small t2.medium t2.large t2.xlarge t2.2xlarge t3.nano t3.micro t3.small t3.medium t3.large t3.xlarge t3.2xlarge t3a.nano t3a.micro t3a.small t3a.medium t3a.large t3a.xlarge t3a.2xlarge t4g.nano t4g.micro t4g.small t4g.medium t4g.large t4g.xlarge t4g.2xlarge u-6tb1.56xlarge u-6tb1.112xlarge u-9tb1.112xlarge u-12tb1.112xlarge u-6tb1.metal u-9tb1.metal u-12tb1.metal u-18tb1.metal u-24tb1.metal vt1.3xlarge vt1.6xlarge vt1.24xlarge x1.16xlarge x1.32xlarge x1e.xlarge x1e.2xlarge x1e.4xlarge x1e.8xlarge x1e.16xlarge x1e.32xlarge x2iezn.2xlarge x2iezn.4xlarge x2iezn.6xlarge x2iezn.8xlarge x2iezn.12xlarge x2iezn.metal x2gd.medium x2gd.large x2gd.xlarge x2gd.2xlarge x2gd.4xlarge x2gd.8xlarge x2gd.12xlarge x2gd.16xlarge x2gd.metal z1d.large z1d.xlarge z1d.2xlarge z1d.3xlarge z1d.6xlarge z1d.12xlarge z1d.metal x2idn.16xlarge x2idn.24xlarge x2idn.32xlarge x2iedn.xlarge x2iedn.2xlarge x2iedn.4xlarge x2iedn.8xlarge x2iedn.16xlarge x2iedn.24xlarge x2iedn.32xlarge c6a.large c6a.xlarge c6a.2xlarge c6a.4xlarge c6a.8xlarge c6a.12xlarge c6a.16xlarge c6a.24xlarge c6a.32xlarge c6a.48xlarge c6a.metal m6a.metal i4i.large i4i.xlarge i4i.2xlarge i4i.4xlarge i4i.8xlarge i4i.16xlarge i4i.32xlarge i4i.metal x2idn.metal x2iedn.metal c7g.medium c7g.large c7g.xlarge c7g.2xlarge c7g.4xlarge c7g.8xlarge c7g.12xlarge c7g.16xlarge mac2.metal c6id.large c6id.xlarge c6id.2xlarge c6id.4xlarge c6id.8xlarge c6id.12xlarge c6id.16xlarge c6id.24xlarge c6id.32xlarge c6id.metal m6id.large m6id.xlarge m6id.2xlarge m6id.4xlarge m6id.8xlarge m6id.12xlarge m6id.16xlarge m6id.24xlarge m6id.32xlarge m6id.metal r6id.large r6id.xlarge r6id.2xlarge r6id.4xlarge r6id.8xlarge r6id.12xlarge r6id.16xlarge r6id.24xlarge r6id.32xlarge r6id.metal r6a.large r6a.xlarge r6a.2xlarge r6a.4xlarge r6a.8xlarge r6a.12xlarge r6a.16xlarge r6a.24xlarge r6a.32xlarge r6a.48xlarge r6a.metal p4de.24xlarge u-3tb1.56xlarge u-18tb1.112xlarge u-24tb1.112xlarge trn1.2xlarge trn1.32xlarge hpc6id.32xlarge c6in.large c6in.xlarge c6in.2xlarge c6in.4xlarge c6in.8xlarge c6in.12xlarge c6in.16xlarge c6in.24xlarge c6in.32xlarge m6in.large m6in.xlarge m6in.2xlarge m6in.4xlarge m6in.8xlarge m6in.12xlarge m6in.16xlarge m6in.24xlarge m6in.32xlarge m6idn.large m6idn.xlarge m6idn.2xlarge m6idn.4xlarge m6idn.8xlarge m6idn.12xlarge m6idn.16xlarge m6idn.24xlarge m6idn.32xlarge r6in.large r6in.xlarge r6in.2xlarge r6in.4xlarge r6in.8xlarge r6in.12xlarge r6in.16xlarge r6in.24xlarge r6in.32xlarge r6idn.large r6idn.xlarge r6idn.2xlarge r6idn.4xlarge r6idn.8xlarge r6idn.12xlarge r6idn.16xlarge r6idn.24xlarge r6idn.32xlarge c7g.metal m7g.medium m7g.large m7g.xlarge m7g.2xlarge m7g.4xlarge m7g.8xlarge m7g.12xlarge m7g.16xlarge m7g.metal r7g.medium r7g.large r7g.xlarge r7g.2xlarge r7g.4xlarge r7g.8xlarge r7g.12xlarge r7g.16xlarge r7g.metal c6in.metal m6in.metal m6idn.metal r6in.metal r6idn.metal inf2.xlarge inf2.8xlarge inf2.24xlarge inf2.48xlarge trn1n.32xlarge i4g.large i4g.xlarge i4g.2xlarge i4g.4xlarge i4g.8xlarge i4g.16xlarge hpc7g.4xlarge hpc7g.8xlarge hpc7g.16xlarge c7gn.medium c7gn.large c7gn.xlarge c7gn.2xlarge c7gn.4xlarge c7gn.8xlarge c7gn.12xlarge c7gn.16xlarge p5.48xlarge m7i.large m7i.xlarge m7i.2xlarge m7i.4xlarge m7i.8xlarge m7i.12xlarge m7i.16xlarge m7i.24xlarge m7i.48xlarge m7i-flex.large m7i-flex.xlarge m7i-flex.2xlarge m7i-flex.4xlarge m7i-flex.8xlarge m7a.medium m7a.large m7a.xlarge m7a.2xlarge m7a.4xlarge m7a.8xlarge m7a.12xlarge m7a.16xlarge m7a.24xlarge m7a.32xlarge m7a.48xlarge m7a.metal-48xl hpc7a.12xlarge hpc7a.24xlarge hpc7a.48xlarge hpc7a.96xlarge c7gd.medium c7gd.large c7gd.xlarge c7gd.2xlarge c7gd.4xlarge c7gd.8xlarge c7gd.12xlarge c7gd.16xlarge m7gd.medium m7gd.large m7gd.xlarge m7gd.2xlarge m7gd.4xlarge m7gd.8xlarge m7gd.12xlarge m7gd.16xlarge r7gd.medium r7gd.large r7gd.xlarge r7gd.2xlarge r7gd.4xlarge r7gd.8xlarge r7gd.12xlarge r7gd.16xlarge r7a.medium r7a.large r7a.xlarge r7a.2xlarge r7a.4xlarge r7a.8xlarge r7a.12xlarge r7a.16xlarge r7a.24xlarge r7a.32xlarge r7a.48xlarge c7i.large c7i.xlarge c7i.2xlarge c7i.4xlarge c7i.8xlarge c7i.12xlarge c7i.16xlarge c7i.24xlarge c7i.48xlarge mac2-m2pro.metal r7iz.large r7iz.xlarge r7iz.2xlarge r7iz.4xlarge r7iz.8xlarge r7iz.12xlarge r7iz.16xlarge r7iz.32xlarge c7a.medium c7a.large c7a.xlarge c7a.2xlarge c7a.4xlarge c7a.8xlarge c7a.12xlarge c7a.16xlarge c7a.24xlarge c7a.32xlarge c7a.48xlarge c7a.metal-48xl r7a.metal-48xl r7i.large r7i.xlarge r7i.2xlarge r7i.4xlarge r7i.8xlarge r7i.12xlarge r7i.16xlarge r7i.24xlarge r7i.48xlarge dl2q.24xlarge mac2-m2.metal i4i.12xlarge i4i.24xlarge c7i.metal-24xl c7i.metal-48xl m7i.metal-24xl m7i.metal-48xl r7i.metal-24xl r7i.metal-48xl r7iz.metal-16xl r7iz.metal-32xl c7gd.metal m7gd.metal r7gd.metal g6.xlarge g6.2xlarge g6.4xlarge g6.8xlarge g6.12xlarge g6.16xlarge g6.24xlarge g6.48xlarge gr6.4xlarge gr6.8xlarge c7i-flex.large c7i-flex.xlarge c7i-flex.2xlarge c7i-flex.4xlarge c7i-flex.8xlarge u7i-12tb.224xlarge u7in-16tb.224xlarge u7in-24tb.224xlarge u7in-32tb.224xlarge u7ib-12tb.224xlarge c7gn.metal r8g.medium r8g.large r8g.xlarge r8g.2xlarge r8g.4xlarge r8g.8xlarge r8g.12xlarge r8g.16xlarge r8g.24xlarge r8g.48xlarge r8g.metal-24xl r8g.metal-48xl mac2-m1ultra.metal g6e.xlarge g6e.2xlarge g6e.4xlarge g6e.8xlarge g6e.12xlarge g6e.16xlarge g6e.24xlarge g6e.48xlarge c8g.medium c8g.large c8g.xlarge c8g.2xlarge c8g.4xlarge c8g.8xlarge c8g.12xlarge c8g.16xlarge c8g.24xlarge c8g.48xlarge c8g.metal-24xl c8g.metal-48xl m8g.medium m8g.large m8g.xlarge m8g.2xlarge m8g.4xlarge m8g.8xlarge m8g.12xlarge m8g.16xlarge m8g.24xlarge m8g.48xlarge m8g.metal-24xl m8g.metal-48xl x8g.medium x8g.large x8g.xlarge x8g.2xlarge x8g.4xlarge x8g.8xlarge x8g.12xlarge x8g.16xlarge x8g.24xlarge x8g.48xlarge x8g.metal-24xl x8g.metal-48xl i7ie.large i7ie.xlarge i7ie.2xlarge i7ie.3xlarge i7ie.6xlarge i7ie.12xlarge i7ie.18xlarge i7ie.24xlarge i7ie.48xlarge i8g.large i8g.xlarge i8g.2xlarge i8g.4xlarge i8g.8xlarge i8g.12xlarge i8g.16xlarge i8g.24xlarge i8g.metal-24xl u7i-6tb.112xlarge u7i-8tb.112xlarge u7inh-32tb.480xlarge p5e.48xlarge p5en.48xlarge f2.12xlarge f2.48xlarge trn2.48xlarge c7i-flex.12xlarge c7i-flex.16xlarge m7i-flex.12xlarge m7i-flex.16xlarge i7ie.metal-24xl i7ie.metal-48xl i8g.48xlarge c8gd.medium c8gd.large c8gd.xlarge c8gd.2xlarge c8gd.4xlarge c8gd.8xlarge c8gd.12xlarge c8gd.16xlarge c8gd.24xlarge c8gd.48xlarge c8gd.metal-24xl c8gd.metal-48xl i7i.large i7i.xlarge i7i.2xlarge i7i.4xlarge i7i.8xlarge i7i.12xlarge i7i.16xlarge i7i.24xlarge i7i.48xlarge i7i.metal-24xl i7i.metal-48xl p6-b200.48xlarge m8gd.medium m8gd.large m8gd.xlarge m8gd.2xlarge m8gd.4xlarge m8gd.8xlarge m8gd.12xlarge m8gd.16xlarge m8gd.24xlarge m8gd.48xlarge m8gd.metal-24xl m8gd.metal-48xl r8gd.medium r8gd.large r8gd.xlarge r8gd.2xlarge r8gd.4xlarge r8gd.8xlarge r8gd.12xlarge r8gd.16xlarge r8gd.24xlarge r8gd.48xlarge r8gd.metal-24xl r8gd.metal-48xl c8gn.medium c8gn.large c8gn.xlarge c8gn.2xlarge c8gn.4xlarge c8gn.8xlarge c8gn.12xlarge c8gn.16xlarge c8gn.24xlarge c8gn.48xlarge c8gn.metal-24xl c8gn.metal-48xl f2.6xlarge p6e-gb200.36xlarge g6f.large g6f.xlarge g6f.2xlarge g6f.4xlarge gr6f.4xlarge p5.4xlarge r8i.large r8i.xlarge r8i.2xlarge r8i.4xlarge r8i.8xlarge r8i.12xlarge r8i.16xlarge r8i.24xlarge r8i.32xlarge r8i.48xlarge r8i.96xlarge r8i.metal-48xl r8i.metal-96xl r8i-flex.large r8i-flex.xlarge r8i-flex.2xlarge r8i-flex.4xlarge r8i-flex.8xlarge r8i-flex.12xlarge r8i-flex.16xlarge m8i.large m8i.xlarge m8i.2xlarge m8i.4xlarge m8i.8xlarge m8i.12xlarge m8i.16xlarge m8i.24xlarge m8i.32xlarge m8i.48xlarge m8i.96xlarge m8i.metal-48xl m8i.metal-96xl m8i-flex.large m8i-flex.xlarge m8i-flex.2xlarge m8i-flex.4xlarge m8i-flex.8xlarge m8i-flex.12xlarge m8i-flex.16xlarge i8ge.large i8ge.xlarge i8ge.2xlarge i8ge.3xlarge i8ge.6xlarge i8ge.12xlarge i8ge.18xlarge i8ge.24xlarge i8ge.48xlarge i8ge.metal-24xl i8ge.metal-48xl mac-m4.metal mac-m4pro.metal r8gn.medium r8gn.large r8gn.xlarge r8gn.2xlarge r8gn.4xlarge r8gn.8xlarge r8gn.12xlarge r8gn.16xlarge r8gn.24xlarge r8gn.48xlarge r8gn.metal-24xl r8gn.metal-48xl c8i.large c8i.xlarge c8i.2xlarge c8i.4xlarge c8i.8xlarge c8i.12xlarge c8i.16xlarge c8i.24xlarge c8i.32xlarge c8i.48xlarge c8i.96xlarge c8i.metal-48xl c8i.metal-96xl c8i-flex.large c8i-flex.xlarge c8i-flex.2xlarge c8i-flex.4xlarge c8i-flex.8xlarge c8i-flex.12xlarge c8i-flex.16xlarge r8gb.medium r8gb.large r8gb.xlarge r8gb.2xlarge r8gb.4xlarge r8gb.8xlarge r8gb.12xlarge r8gb.16xlarge r8gb.24xlarge r8gb.metal-24xl m8a.medium m8a.large m8a.xlarge m8a.2xlarge m8a.4xlarge m8a.8xlarge m8a.12xlarge m8a.16xlarge m8a.24xlarge m8a.48xlarge m8a.metal-24xl m8a.metal-48xl trn2.3xlarge r8a.medium r8a.large r8a.xlarge r8a.2xlarge r8a.4xlarge r8a.8xlarge r8a.12xlarge r8a.16xlarge r8a.24xlarge r8a.48xlarge r8a.metal-24xl r8a.metal-48xl p6-b300.48xlarge c8a.medium c8a.large c8a.xlarge c8a.2xlarge c8a.4xlarge c8a.8xlarge c8a.12xlarge c8a.16xlarge c8a.24xlarge c8a.48xlarge c8a.metal-24xl c8a.metal-48xl c8gb.12xlarge c8gb.16xlarge c8gb.24xlarge c8gb.2xlarge c8gb.4xlarge c8gb.8xlarge c8gb.large c8gb.medium c8gb.metal-24xl c8gb.xlarge c8gb.48xlarge c8gb.metal-48xl m8gb.12xlarge m8gb.16xlarge m8gb.24xlarge m8gb.2xlarge m8gb.4xlarge m8gb.8xlarge m8gb.large m8gb.medium m8gb.xlarge m8gb.48xlarge m8gb.metal-24xl m8gb.metal-48xl m8gn.12xlarge m8gn.16xlarge m8gn.24xlarge m8gn.2xlarge m8gn.48xlarge m8gn.4xlarge m8gn.8xlarge m8gn.large m8gn.medium m8gn.xlarge m8gn.metal-24xl m8gn.metal-48xl x8aedz.12xlarge x8aedz.24xlarge x8aedz.3xlarge x8aedz.6xlarge x8aedz.large x8aedz.metal-12xl x8aedz.metal-24xl x8aedz.xlarge m8azn.medium m8azn.large m8azn.xlarge m8azn.3xlarge m8azn.6xlarge m8azn.12xlarge m8azn.24xlarge m8azn.metal-12xl m8azn.metal-24xl x8i.large x8i.xlarge x8i.2xlarge x8i.4xlarge x8i.8xlarge x8i.12xlarge x8i.16xlarge x8i.24xlarge x8i.32xlarge x8i.48xlarge x8i.64xlarge x8i.96xlarge x8i.metal-48xl x8i.metal-96xl mac-m4max.metal g7e.2xlarge g7e.4xlarge g7e.8xlarge g7e.12xlarge g7e.24xlarge g7e.48xlarge r8id.large r8id.xlarge r8id.2xlarge r8id.4xlarge r8id.8xlarge r8id.12xlarge r8id.16xlarge r8id.24xlarge r8id.32xlarge r8id.48xlarge r8id.96xlarge r8id.metal-48xl r8id.metal-96xl c8id.large c8id.xlarge c8id.2xlarge c8id.4xlarge c8id.8xlarge c8id.12xlarge c8id.16xlarge c8id.24xlarge c8id.32xlarge c8id.48xlarge c8id.96xlarge c8id.metal-48xl c8id.metal-96xl m8id.large m8id.xlarge m8id.2xlarge m8id.4xlarge m8id.8xlarge m8id.12xlarge m8id.16xlarge m8id.24xlarge m8id.32xlarge m8id.48xlarge m8id.96xlarge m8id.metal-48xl m8id.metal-96xl hpc8a.96xlarge
        enum InstanceTypeHypervisor nitro xen
        structure InstanceTypeInfo InstanceType:InstanceType=instanceType CurrentGeneration:CurrentGenerationFlag=currentGeneration FreeTierEligible:FreeTierEligibleFlag=freeTierEligible SupportedUsageClasses:UsageClassTypeList=supportedUsageClasses SupportedRootDeviceTypes:RootDeviceTypeList=supportedRootDeviceTypes SupportedVirtualizationTypes:VirtualizationTypeList=supportedVirtualizationTypes BareMetal:BareMetalFlag=bareMetal Hypervisor:InstanceTypeHypervisor=hypervisor ProcessorInfo:ProcessorInfo=processorInfo VCpuInfo:VCpuInfo=vCpuInfo MemoryInfo:MemoryInfo=memoryInfo InstanceStorageSupported:InstanceStorageFlag=instanceStorageSupported InstanceStorageInfo:InstanceStorageInfo=instanceStorageInfo EbsInfo:EbsInfo=ebsInfo NetworkInfo:NetworkInfo=networkInfo GpuInfo:GpuInfo=gpuInfo FpgaInfo:FpgaInfo=fpgaInfo PlacementGroupInfo:PlacementGroupInfo=placementGroupInfo InferenceAcceleratorInfo:InferenceAcceleratorInfo=inferenceAcceleratorInfo HibernationSupported:HibernationFlag=hibernationSupported BurstablePerformanceSupported:BurstablePerformanceFlag=burstablePerformanceSupported DedicatedHostsSupported:DedicatedHostFlag=dedicatedHostsSupported AutoRecoverySupported:AutoRecoveryFlag=autoRecoverySupported SupportedBootModes:BootModeTypeList=supportedBootModes NitroEnclavesSupport:NitroEnclavesSupport=nitroEnclavesSupport NitroTpmSupport:NitroTpmSupport=nitroTpmSupport NitroTpmInfo:NitroTpmInfo=nitroTpmInfo MediaAcceleratorInfo:MediaAcceleratorInfo=mediaAcceleratorInfo NeuronInfo:NeuronInfo=neuronInfo PhcSupport:PhcSupport=phcSupport RebootMigrationSupport:RebootMigrationSupport=rebootMigrationSupport SupportedInRegion:SupportedInRegion=supportedInRegion
        list InstanceTypeInfoList InstanceTypeInfo item=item
        list InstanceTypeList InstanceType
        integer Integer
        structure InternetGateway Attachments:InternetGatewayAttachmentList=attachmentSet InternetGatewayId:String=internetGatewayId OwnerId:String=ownerId Tags:TagList=tagSet
        structure InternetGatewayAttachment State:AttachmentStatus=state VpcId:String=vpcId
        list InternetGatewayAttachmentList InternetGatewayAttachment item=item
        string InternetGatewayId
        list InternetGatewayIdList InternetGatewayId item=item
        list InternetGatewayList InternetGateway item=item
        structure IpPermission IpProtocol:String=ipProtocol FromPort:Integer=fromPort ToPort:Integer=toPort UserIdGroupPairs:UserIdGroupPairList=groups IpRanges:IpRangeList=ipRanges Ipv6Ranges:Ipv6RangeList=ipv6Ranges PrefixListIds:PrefixListIdList=prefixListIds
        list IpPermissionList IpPermission item=item
        structure IpRange Description:String=description CidrIp:String=cidrIp
        list IpRangeList IpRange item=item
        enum IpSource amazon byoip none
        string IpamPoolId
        integer Ipv4AddressesPerSecondaryInterface
        list Ipv4PrefixList Ipv4PrefixSpecificationRequest item=item
        list Ipv4PrefixListResponse Ipv4PrefixSpecificationResponse item=item
        structure Ipv4PrefixSpecification Ipv4Prefix:String=ipv4Prefix
        structure Ipv4PrefixSpecificationRequest Ipv4Prefix:String
        structure Ipv4PrefixSpecificationResponse Ipv4Prefix:String=ipv4Prefix
        list Ipv4PrefixesList Ipv4PrefixSpecification item=item
        enum Ipv6AddressAttribute public private
        boolean Ipv6Flag
        string Ipv6PoolEc2Id
        list Ipv6PrefixList Ipv6PrefixSpecificationRequest item=item
        list Ipv6PrefixListResponse Ipv6PrefixSpecificationResponse item=item
        structure Ipv6PrefixSpecification Ipv6Prefix:String=ipv6Prefix
        structure Ipv6PrefixSpecificationRequest Ipv6Prefix:String
        structure Ipv6PrefixSpecificationResponse Ipv6Prefix:String=ipv6Prefix
        list Ipv6PrefixesList Ipv6PrefixSpecification item=item
        structure Ipv6Range Description:String=description CidrIpv6:String=cidrIpv6
        list Ipv6RangeList Ipv6Range item=item
        string KernelId
        enum KeyFormat pem ppk
        list KeyNameStringList KeyPairName item=KeyName
        structure KeyPair KeyPairId:String=keyPairId Tags:TagList=tagSet KeyName:String=keyName KeyFingerprint:String=keyFingerprint KeyMaterial*:SensitiveUserData=keyMaterial
        string KeyPairId
        list KeyPairIdStringList KeyPairId item=KeyPairId
        structure KeyPairInfo KeyPairId:String=keyPairId KeyType:KeyType=keyType Tags:TagList=tagSet PublicKey:String=publicKey CreateTime:MillisecondDateTime=createTime KeyName:String=keyName KeyFingerprint:String=keyFingerprint
        list KeyPairList KeyPairInfo item=item
        string KeyPairName
        string KeyPairNameWithResolver
        enum KeyType rsa ed25519
        string KmsKeyId
        structure LaunchTemplate LaunchTemplateId:String=launchTemplateId LaunchTemplateName:LaunchTemplateName=launchTemplateName CreateTime:DateTime=createTime CreatedBy:String=createdBy DefaultVersionNumber:Long=defaultVersionNumber LatestVersionNumber:Long=latestVersionNumber Tags:TagList=tagSet Operator:OperatorResponse=operator
        enum LaunchTemplateAutoRecoveryState default disabled
        structure LaunchTemplateBlockDeviceMapping DeviceName:String=deviceName VirtualName:String=virtualName Ebs:LaunchTemplateEbsBlockDevice=ebs NoDevice:String=noDevice
        list LaunchTemplateBlockDeviceMappingList LaunchTemplateBlockDeviceMapping item=item
        structure LaunchTemplateBlockDeviceMappingRequest DeviceName:String VirtualName:String Ebs:LaunchTemplateEbsBlockDeviceRequest NoDevice:String
        list LaunchTemplateBlockDeviceMappingRequestList LaunchTemplateBlockDeviceMappingRequest item=BlockDeviceMapping
        structure LaunchTemplateCapacityReservationSpecificationRequest CapacityReservationPreference:CapacityReservationPreference CapacityReservationTarget:CapacityReservationTarget
        structure LaunchTemplateCapacityReservationSpecificationResponse CapacityReservationPreference:CapacityReservationPreference=capacityReservationPreference CapacityReservationTarget:CapacityReservationTargetResponse=capacityReservationTarget
        structure LaunchTemplateCpuOptions CoreCount:Integer=coreCount ThreadsPerCore:Integer=threadsPerCore AmdSevSnp:AmdSevSnpSpecification=amdSevSnp NestedVirtualization:NestedVirtualizationSpecification=nestedVirtualization
        structure LaunchTemplateCpuOptionsRequest CoreCount:Integer ThreadsPerCore:Integer AmdSevSnp:AmdSevSnpSpecification NestedVirtualization:NestedVirtualizationSpecification
        structure LaunchTemplateEbsBlockDevice Encrypted:Boolean=encrypted DeleteOnTermination:Boolean=deleteOnTermination Iops:Integer=iops KmsKeyId:KmsKeyId=kmsKeyId SnapshotId:SnapshotId=snapshotId VolumeSize:Integer=volumeSize VolumeType:VolumeType=volumeType Throughput:Integer=throughput VolumeInitializationRate:Integer=volumeInitializationRate EbsCardIndex:Integer=ebsCardIndex
        structure LaunchTemplateEbsBlockDeviceRequest Encrypted:Boolean DeleteOnTermination:Boolean Iops:Integer KmsKeyId:KmsKeyId SnapshotId:SnapshotId VolumeSize:Integer VolumeType:VolumeType Throughput:Integer VolumeInitializationRate:Integer EbsCardIndex:Integer
        structure LaunchTemplateElasticInferenceAccelerator Type!:String Count:LaunchTemplateElasticInferenceAcceleratorCount
        integer LaunchTemplateElasticInferenceAcceleratorCount 1..
        list LaunchTemplateElasticInferenceAcceleratorList LaunchTemplateElasticInferenceAccelerator item=item
        structure LaunchTemplateElasticInferenceAcceleratorResponse Type:String=type Count:Integer=count
        list LaunchTemplateElasticInferenceAcceleratorResponseList LaunchTemplateElasticInferenceAcceleratorResponse item=item
        structure LaunchTemplateEnaSrdSpecification EnaSrdEnabled:Boolean=enaSrdEnabled EnaSrdUdpSpecification:LaunchTemplateEnaSrdUdpSpecification=enaSrdUdpSpecification
        structure LaunchTemplateEnaSrdUdpSpecification EnaSrdUdpEnabled:Boolean=enaSrdUdpEnabled
        structure LaunchTemplateEnclaveOptions Enabled:Boolean=enabled
        structure LaunchTemplateEnclaveOptionsRequest Enabled:Boolean
        enum LaunchTemplateErrorCode launchTemplateIdDoesNotExist launchTemplateIdMalformed launchTemplateNameDoesNotExist launchTemplateNameMalformed launchTemplateVersionDoesNotExist unexpectedError
        structure LaunchTemplateHibernationOptions Configured:Boolean=configured
        structure LaunchTemplateHibernationOptionsRequest Configured:Boolean
        enum LaunchTemplateHttpTokensState optional required
        structure LaunchTemplateIamInstanceProfileSpecification Arn:String=arn Name:String=name
        structure LaunchTemplateIamInstanceProfileSpecificationRequest Arn:String Name:String
        string LaunchTemplateId
        list LaunchTemplateIdStringList LaunchTemplateId item=item
        structure LaunchTemplateInstanceMaintenanceOptions AutoRecovery:LaunchTemplateAutoRecoveryState=autoRecovery
        structure LaunchTemplateInstanceMaintenanceOptionsRequest AutoRecovery:LaunchTemplateAutoRecoveryState
        structure LaunchTemplateInstanceMarketOptions MarketType:MarketType=marketType SpotOptions:LaunchTemplateSpotMarketOptions=spotOptions
        structure LaunchTemplateInstanceMarketOptionsRequest MarketType:MarketType SpotOptions:LaunchTemplateSpotMarketOptionsRequest
        enum LaunchTemplateInstanceMetadataEndpointState disabled enabled
        structure LaunchTemplateInstanceMetadataOptions State:LaunchTemplateInstanceMetadataOptionsState=state HttpTokens:LaunchTemplateHttpTokensState=httpTokens HttpPutResponseHopLimit:Integer=httpPutResponseHopLimit HttpEndpoint:LaunchTemplateInstanceMetadataEndpointState=httpEndpoint HttpProtocolIpv6:LaunchTemplateInstanceMetadataProtocolIpv6=httpProtocolIpv6 InstanceMetadataTags:LaunchTemplateInstanceMetadataTagsState=instanceMetadataTags
        structure LaunchTemplateInstanceMetadataOptionsRequest HttpTokens:LaunchTemplateHttpTokensState HttpPutResponseHopLimit:Integer HttpEndpoint:LaunchTemplateInstanceMetadataEndpointState HttpProtocolIpv6:LaunchTemplateInstanceMetadataProtocolIpv6 InstanceMetadataTags:LaunchTemplateInstanceMetadataTagsState
        enum LaunchTemplateInstanceMetadataOptionsState pending applied
        enum LaunchTemplateInstanceMetadataProtocolIpv6 disabled enabled
        enum LaunchTemplateInstanceMetadataTagsState disabled enabled
        structure LaunchTemplateInstanceNetworkInterfaceSpecification AssociateCarrierIpAddress:Boolean=associateCarrierIpAddress AssociatePublicIpAddress:Boolean=associatePublicIpAddress DeleteOnTermination:Boolean=deleteOnTermination Description:String=description DeviceIndex:Integer=deviceIndex Groups:GroupIdStringList=groupSet InterfaceType:String=interfaceType Ipv6AddressCount:Integer=ipv6AddressCount Ipv6Addresses:InstanceIpv6AddressList=ipv6AddressesSet NetworkInterfaceId:NetworkInterfaceId=networkInterfaceId PrivateIpAddress:String=privateIpAddress PrivateIpAddresses:PrivateIpAddressSpecificationList=privateIpAddressesSet SecondaryPrivateIpAddressCount:Integer=secondaryPrivateIpAddressCount SubnetId:SubnetId=subnetId NetworkCardIndex:Integer=networkCardIndex Ipv4Prefixes:Ipv4PrefixListResponse=ipv4PrefixSet Ipv4PrefixCount:Integer=ipv4PrefixCount Ipv6Prefixes:Ipv6PrefixListResponse=ipv6PrefixSet Ipv6PrefixCount:Integer=ipv6PrefixCount PrimaryIpv6:Boolean=primaryIpv6 EnaSrdSpecification:LaunchTemplateEnaSrdSpecification=enaSrdSpecification ConnectionTrackingSpecification:ConnectionTrackingSpecification=connectionTrackingSpecification EnaQueueCount:Integer=enaQueueCount
        list LaunchTemplateInstanceNetworkInterfaceSpecificationList LaunchTemplateInstanceNetworkInterfaceSpecification item=item
        structure LaunchTemplateInstanceNetworkInterfaceSpecificationRequest AssociateCarrierIpAddress:Boolean AssociatePublicIpAddress:Boolean DeleteOnTermination:Boolean Description:String DeviceIndex:Integer Groups:SecurityGroupIdStringList=SecurityGroupId InterfaceType:String Ipv6AddressCount:Integer Ipv6Addresses:InstanceIpv6AddressListRequest NetworkInterfaceId:NetworkInterfaceId PrivateIpAddress:String PrivateIpAddresses:PrivateIpAddressSpecificationList SecondaryPrivateIpAddressCount:Integer SubnetId:SubnetId NetworkCardIndex:Integer Ipv4Prefixes:Ipv4PrefixList=Ipv4Prefix Ipv4PrefixCount:Integer Ipv6Prefixes:Ipv6PrefixList=Ipv6Prefix Ipv6PrefixCount:Integer PrimaryIpv6:Boolean EnaSrdSpecification:EnaSrdSpecificationRequest ConnectionTrackingSpecification:ConnectionTrackingSpecificationRequest EnaQueueCount:Integer
        list LaunchTemplateInstanceNetworkInterfaceSpecificationRequestList LaunchTemplateInstanceNetworkInterfaceSpecificationRequest item=InstanceNetworkInterfaceSpecification
        structure LaunchTemplateInstanceSecondaryInterfaceSpecification DeleteOnTermination:Boolean=deleteOnTermination DeviceIndex:Integer=deviceIndex PrivateIpAddresses:SecondaryInterfacePrivateIpAddressSpecificationList=privateIpAddressesSet PrivateIpAddressCount:Integer=privateIpAddressCount SecondarySubnetId:SecondarySubnetId=secondarySubnetId InterfaceType:SecondaryInterfaceType=interfaceType NetworkCardIndex:Integer=networkCardIndex
        list LaunchTemplateInstanceSecondaryInterfaceSpecificationList LaunchTemplateInstanceSecondaryInterfaceSpecification item=item
        structure LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest DeleteOnTermination:Boolean DeviceIndex:Integer PrivateIpAddresses:SecondaryInterfacePrivateIpAddressSpecificationListRequest=PrivateIpAddress PrivateIpAddressCount:Integer SecondarySubnetId:SecondarySubnetId InterfaceType:SecondaryInterfaceType NetworkCardIndex:Integer
        list LaunchTemplateInstanceSecondaryInterfaceSpecificationRequestList LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest item=InstanceSecondaryInterfaceSpecification
        structure LaunchTemplateLicenseConfiguration LicenseConfigurationArn:String=licenseConfigurationArn
        structure LaunchTemplateLicenseConfigurationRequest LicenseConfigurationArn:String
        list LaunchTemplateLicenseList LaunchTemplateLicenseConfiguration item=item
        list LaunchTemplateLicenseSpecificationListRequest LaunchTemplateLicenseConfigurationRequest item=item
        string LaunchTemplateName 3..128
        list LaunchTemplateNameStringList LaunchTemplateName item=item
        structure LaunchTemplateNetworkPerformanceOptions BandwidthWeighting:InstanceBandwidthWeighting=bandwidthWeighting
        structure LaunchTemplateNetworkPerformanceOptionsRequest BandwidthWeighting:InstanceBandwidthWeighting
        structure LaunchTemplatePlacement AvailabilityZone:String=availabilityZone AvailabilityZoneId:AvailabilityZoneId=availabilityZoneId Affinity:String=affinity GroupName:String=groupName HostId:String=hostId Tenancy:Tenancy=tenancy SpreadDomain:String=spreadDomain HostResourceGroupArn:String=hostResourceGroupArn PartitionNumber:Integer=partitionNumber GroupId:PlacementGroupId=groupId
        structure LaunchTemplatePlacementRequest AvailabilityZone:String AvailabilityZoneId:AvailabilityZoneId Affinity:String GroupName:PlacementGroupName HostId:DedicatedHostId Tenancy:Tenancy SpreadDomain:String HostResourceGroupArn:String PartitionNumber:Integer GroupId:PlacementGroupId
        structure LaunchTemplatePrivateDnsNameOptions HostnameType:HostnameType=hostnameType EnableResourceNameDnsARecord:Boolean=enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord:Boolean=enableResourceNameDnsAAAARecord
        structure LaunchTemplatePrivateDnsNameOptionsRequest HostnameType:HostnameType EnableResourceNameDnsARecord:Boolean EnableResourceNameDnsAAAARecord:Boolean
        list LaunchTemplateSet LaunchTemplate item=item
        structure LaunchTemplateSpecification LaunchTemplateId:LaunchTemplateId LaunchTemplateName:String Version:String
        structure LaunchTemplateSpotMarketOptions MaxPrice:String=maxPrice SpotInstanceType:SpotInstanceType=spotInstanceType BlockDurationMinutes:Integer=blockDurationMinutes ValidUntil:DateTime=validUntil InstanceInterruptionBehavior:InstanceInterruptionBehavior=instanceInterruptionBehavior
        structure LaunchTemplateSpotMarketOptionsRequest MaxPrice:String SpotInstanceType:SpotInstanceType BlockDurationMinutes:Integer ValidUntil:DateTime InstanceInterruptionBehavior:InstanceInterruptionBehavior
        structure LaunchTemplateTagSpecification ResourceType:ResourceType=resourceType Tags:TagList=tagSet
        list LaunchTemplateTagSpecificationList LaunchTemplateTagSpecification item=item
        structure LaunchTemplateTagSpecificationRequest ResourceType:ResourceType Tags:TagList=Tag
        list LaunchTemplateTagSpecificationRequestList LaunchTemplateTagSpecificationRequest item=LaunchTemplateTagSpecificationRequest
        structure LaunchTemplateVersion LaunchTemplateId:String=launchTemplateId LaunchTemplateName:LaunchTemplateName=launchTemplateName VersionNumber:Long=versionNumber VersionDescription:VersionDescription=versionDescription CreateTime:DateTime=createTime CreatedBy:String=createdBy DefaultVersion:Boolean=defaultVersion LaunchTemplateData:ResponseLaunchTemplateData=launchTemplateData Operator:OperatorResponse=operator
        list LaunchTemplateVersionSet LaunchTemplateVersion item=item
        structure LaunchTemplatesMonitoring Enabled:Boolean=enabled
        structure LaunchTemplatesMonitoringRequest Enabled:Boolean
        structure LicenseConfiguration LicenseConfigurationArn:String=licenseConfigurationArn
        structure LicenseConfigurationRequest LicenseConfigurationArn:String
        list LicenseList LicenseConfiguration item=item
        list LicenseSpecificationListRequest LicenseConfigurationRequest item=item
        enum LocalStorage included required excluded
        enum LocalStorageType hdd ssd
        list LocalStorageTypeSet LocalStorageType item=item
        integer LogicalGpuCount
        integer Long
        enum MarketType spot capacity-block interruptible-capacity-reservation
        integer MaxIpv4AddrPerInterface
        integer MaxIpv6AddrPerInterface
        integer MaxNetworkInterfaces
        integer MaximumBandwidthInMbps
        integer MaximumEbsAttachments
        integer MaximumEbsCards
        integer MaximumEfaInterfaces
        integer MaximumEnaQueueCount
        integer MaximumEnaQueueCountPerInterface
        integer MaximumIops
        integer MaximumNetworkCards
        integer MaximumSecondaryNetworkInterfaces
        number MaximumThroughputInMBps
        structure MediaAcceleratorInfo Accelerators:MediaDeviceInfoList=accelerators TotalMediaMemoryInMiB:TotalMediaMemory=totalMediaMemoryInMiB
        integer MediaDeviceCount
        structure MediaDeviceInfo Count:MediaDeviceCount=count Name:MediaDeviceName=name Manufacturer:MediaDeviceManufacturerName=manufacturer MemoryInfo:MediaDeviceMemoryInfo=memoryInfo
        list MediaDeviceInfoList MediaDeviceInfo item=item
        string MediaDeviceManufacturerName
        structure MediaDeviceMemoryInfo SizeInMiB:MediaDeviceMemorySize=sizeInMiB
        integer MediaDeviceMemorySize
        string MediaDeviceName
        structure MemoryGiBPerVCpu Min:Double=min Max:Double=max
        structure MemoryGiBPerVCpuRequest Min:Double Max:Double
        structure MemoryInfo SizeInMiB:MemorySize=sizeInMiB
        structure MemoryMiB Min:Integer=min Max:Integer=max
        structure MemoryMiBRequest Min!:Integer Max:Integer
        integer MemorySize
        timestamp MillisecondDateTime
        structure ModifyLaunchTemplateRequest DryRun:Boolean ClientToken^:String LaunchTemplateId:LaunchTemplateId LaunchTemplateName:LaunchTemplateName DefaultVersion:String=SetDefaultVersion
        structure ModifyLaunchTemplateResult LaunchTemplate:LaunchTemplate=launchTemplate
        structure ModifyVpcAttributeRequest EnableDnsHostnames:AttributeBooleanValue EnableDnsSupport:AttributeBooleanValue VpcId!:VpcId=vpcId EnableNetworkAddressUsageMetrics:AttributeBooleanValue
        structure Monitoring State:MonitoringState=state
        enum MonitoringState disabled disabling enabled pending
        enum NestedVirtualizationSpecification enabled disabled
        integer NetmaskLength
        structure NetworkBandwidthGbps Min:Double=min Max:Double=max
        structure NetworkBandwidthGbpsRequest Min:Double Max:Double
        integer NetworkCardIndex
        structure NetworkCardInfo NetworkCardIndex:NetworkCardIndex=networkCardIndex NetworkPerformance:NetworkPerformance=networkPerformance MaximumNetworkInterfaces:MaxNetworkInterfaces=maximumNetworkInterfaces AdditionalFlexibleNetworkInterfaces:AdditionalFlexibleNetworkInterfaces=additionalFlexibleNetworkInterfaces BaselineBandwidthInGbps:BaselineBandwidthInGbps=baselineBandwidthInGbps PeakBandwidthInGbps:PeakBandwidthInGbps=peakBandwidthInGbps DefaultEnaQueueCountPerInterface:DefaultEnaQueueCountPerInterface=defaultEnaQueueCountPerInterface MaximumEnaQueueCount:MaximumEnaQueueCount=maximumEnaQueueCount MaximumEnaQueueCountPerInterface:MaximumEnaQueueCountPerInterface=maximumEnaQueueCountPerInterface
        list NetworkCardInfoList NetworkCardInfo item=item
        structure NetworkInfo NetworkPerformance:NetworkPerformance=networkPerformance MaximumNetworkInterfaces:MaxNetworkInterfaces=maximumNetworkInterfaces MaximumNetworkCards:MaximumNetworkCards=maximumNetworkCards DefaultNetworkCardIndex:DefaultNetworkCardIndex=defaultNetworkCardIndex NetworkCards:NetworkCardInfoList=networkCards Ipv4AddressesPerInterface:MaxIpv4AddrPerInterface=ipv4AddressesPerInterface Ipv6AddressesPerInterface:MaxIpv6AddrPerInterface=ipv6AddressesPerInterface Ipv6Supported:Ipv6Flag=ipv6Supported EnaSupport:EnaSupport=enaSupport EfaSupported:EfaSupportedFlag=efaSupported EfaInfo:EfaInfo=efaInfo EncryptionInTransitSupported:EncryptionInTransitSupported=encryptionInTransitSupported EnaSrdSupported:EnaSrdSupported=enaSrdSupported BandwidthWeightings:BandwidthWeightingTypeList=bandwidthWeightings FlexibleEnaQueuesSupport:FlexibleEnaQueuesSupport=flexibleEnaQueuesSupport ConnectionTrackingConfiguration:DefaultConnectionTrackingConfiguration=connectionTrackingConfiguration SecondaryNetworkSupported:SecondaryNetworkSupportedFlag=secondaryNetworkSupported MaximumSecondaryNetworkInterfaces:MaximumSecondaryNetworkInterfaces=maximumSecondaryNetworkInterfaces Ipv4AddressesPerSecondaryInterface:Ipv4AddressesPerSecondaryInterface=ipv4AddressesPerSecondaryInterface
        structure NetworkInterface Association:NetworkInterfaceAssociation=association Attachment:NetworkInterfaceAttachment=attachment AvailabilityZone:String=availabilityZone ConnectionTrackingConfiguration:ConnectionTrackingConfiguration=connectionTrackingConfiguration Description:String=description Groups:GroupIdentifierList=groupSet InterfaceType:NetworkInterfaceType=interfaceType Ipv6Addresses:NetworkInterfaceIpv6AddressesList=ipv6AddressesSet MacAddress:String=macAddress NetworkInterfaceId:String=networkInterfaceId OutpostArn:String=outpostArn OwnerId:String=ownerId PrivateDnsName:String=privateDnsName PublicDnsName:String=publicDnsName PublicIpDnsNameOptions:PublicIpDnsNameOptions=publicIpDnsNameOptions PrivateIpAddress:String=privateIpAddress PrivateIpAddresses:NetworkInterfacePrivateIpAddressList=privateIpAddressesSet Ipv4Prefixes:Ipv4PrefixesList=ipv4PrefixSet Ipv6Prefixes:Ipv6PrefixesList=ipv6PrefixSet RequesterId:String=requesterId RequesterManaged:Boolean=requesterManaged SourceDestCheck:Boolean=sourceDestCheck Status:NetworkInterfaceStatus=status SubnetId:String=subnetId TagSet:TagList=tagSet VpcId:String=vpcId DenyAllIgwTraffic:Boolean=denyAllIgwTraffic Ipv6Native:Boolean=ipv6Native Ipv6Address:String=ipv6Address Operator:OperatorResponse=operator AssociatedSubnets:AssociatedSubnetList=associatedSubnetSet AvailabilityZoneId:String=availabilityZoneId
        structure NetworkInterfaceAssociation AllocationId:String=allocationId AssociationId:String=associationId IpOwnerId:String=ipOwnerId PublicDnsName:String=publicDnsName PublicIp:String=publicIp CustomerOwnedIp:String=customerOwnedIp CarrierIp:String=carrierIp
        structure NetworkInterfaceAttachment AttachTime:DateTime=attachTime AttachmentId:String=attachmentId DeleteOnTermination:Boolean=deleteOnTermination DeviceIndex:Integer=deviceIndex NetworkCardIndex:Integer=networkCardIndex InstanceId:String=instanceId InstanceOwnerId:String=instanceOwnerId Status:AttachmentStatus=status EnaSrdSpecification:AttachmentEnaSrdSpecification=enaSrdSpecification EnaQueueCount:Integer=enaQueueCount
        structure NetworkInterfaceCount Min:Integer=min Max:Integer=max
        structure NetworkInterfaceCountRequest Min:Integer Max:Integer
        string NetworkInterfaceId
        list NetworkInterfaceIdList NetworkInterfaceId item=item
        structure NetworkInterfaceIpv6Address Ipv6Address:String=ipv6Address PublicIpv6DnsName:String=publicIpv6DnsName IsPrimaryIpv6:Boolean=isPrimaryIpv6
        list NetworkInterfaceIpv6AddressesList NetworkInterfaceIpv6Address item=item
        list NetworkInterfaceList NetworkInterface item=item
        structure NetworkInterfacePrivateIpAddress Association:NetworkInterfaceAssociation=association Primary:Boolean=primary PrivateDnsName:String=privateDnsName PrivateIpAddress:String=privateIpAddress
        list NetworkInterfacePrivateIpAddressList NetworkInterfacePrivateIpAddress item=item
        enum NetworkInterfaceStatus available associated attaching in-use detaching
        enum NetworkInterfaceType interface natGateway efa efa-only trunk load_balancer network_load_balancer vpc_endpoint branch transit_gateway lambda quicksight global_accelerator_managed api_gateway_managed gateway_load_balancer gateway_load_balancer_endpoint iot_rules_managed aws_codestar_connections_managed
        string NetworkPerformance
        integer NeuronDeviceCoreCount
        structure NeuronDeviceCoreInfo Count:NeuronDeviceCoreCount=count Version:NeuronDeviceCoreVersion=version
        integer NeuronDeviceCoreVersion
        integer NeuronDeviceCount
        structure NeuronDeviceInfo Count:NeuronDeviceCount=count Name:NeuronDeviceName=name CoreInfo:NeuronDeviceCoreInfo=coreInfo MemoryInfo:NeuronDeviceMemoryInfo=memoryInfo
        list NeuronDeviceInfoList NeuronDeviceInfo item=item
        structure NeuronDeviceMemoryInfo SizeInMiB:NeuronDeviceMemorySize=sizeInMiB
        integer NeuronDeviceMemorySize
        string NeuronDeviceName
        structure NeuronInfo NeuronDevices:NeuronDeviceInfoList=neuronDevices TotalNeuronDeviceMemoryInMiB:TotalNeuronMemory=totalNeuronDeviceMemoryInMiB
        string NextToken
        enum NitroEnclavesSupport unsupported supported
        structure NitroTpmInfo SupportedVersions:NitroTpmSupportedVersionsList=supportedVersions
        enum NitroTpmSupport unsupported supported
        string NitroTpmSupportedVersionType
        list NitroTpmSupportedVersionsList NitroTpmSupportedVersionType item=item
        string OdbNetworkArn
        structure OperatorRequest Principal:String
        structure OperatorResponse Managed:Boolean=managed Principal:String=principal HiddenByDefault:Boolean=hiddenByDefault
        list OwnerStringList String item=Owner
        number PeakBandwidthInGbps
        structure PerformanceFactorReference InstanceFamily:String=instanceFamily
        structure PerformanceFactorReferenceRequest InstanceFamily:String
        list PerformanceFactorReferenceSet PerformanceFactorReference item=item
        list PerformanceFactorReferenceSetRequest PerformanceFactorReferenceRequest item=item
        enum PhcSupport unsupported supported
        structure Placement AvailabilityZoneId:AvailabilityZoneId=availabilityZoneId Affinity:String=affinity GroupName:PlacementGroupName=groupName PartitionNumber:Integer=partitionNumber HostId:String=hostId Tenancy:Tenancy=tenancy SpreadDomain:String=spreadDomain HostResourceGroupArn:String=hostResourceGroupArn GroupId:PlacementGroupId=groupId AvailabilityZone:String=availabilityZone
        string PlacementGroupId
        structure PlacementGroupInfo SupportedStrategies:PlacementGroupStrategyList=supportedStrategies
        string PlacementGroupName
        enum PlacementGroupStrategy cluster partition spread
        list PlacementGroupStrategyList PlacementGroupStrategy item=item
        enum PlatformValues Windows
        structure PrefixListId Description:String=description PrefixListId:String=prefixListId
        list PrefixListIdList PrefixListId item=item
        string PrefixListResourceId
        structure PrivateDnsNameOptionsOnLaunch HostnameType:HostnameType=hostnameType EnableResourceNameDnsARecord:Boolean=enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord:Boolean=enableResourceNameDnsAAAARecord
        structure PrivateDnsNameOptionsRequest HostnameType:HostnameType EnableResourceNameDnsARecord:Boolean EnableResourceNameDnsAAAARecord:Boolean
        structure PrivateDnsNameOptionsResponse HostnameType:HostnameType=hostnameType EnableResourceNameDnsARecord:Boolean=enableResourceNameDnsARecord EnableResourceNameDnsAAAARecord:Boolean=enableResourceNameDnsAAAARecord
        structure PrivateIpAddressSpecification Primary:Boolean=primary PrivateIpAddress:String=privateIpAddress
        list PrivateIpAddressSpecificationList PrivateIpAddressSpecification item=item
        structure ProcessorInfo SupportedArchitectures:ArchitectureTypeList=supportedArchitectures SustainedClockSpeedInGhz:ProcessorSustainedClockSpeed=sustainedClockSpeedInGhz SupportedFeatures:SupportedAdditionalProcessorFeatureList=supportedFeatures Manufacturer:CpuManufacturerName=manufacturer
        number ProcessorSustainedClockSpeed
        structure ProductCode ProductCodeId:String=productCode ProductCodeType:ProductCodeValues=type
        list ProductCodeList ProductCode item=item
        enum ProductCodeValues devpay marketplace
        list ProductDescriptionList String
        structure PropagatingVgw GatewayId:String=gatewayId
        list PropagatingVgwList PropagatingVgw item=item
        structure PublicIpDnsNameOptions DnsHostnameType:String=dnsHostnameType PublicIpv4DnsName:String=publicIpv4DnsName PublicIpv6DnsName:String=publicIpv6DnsName PublicDualStackDnsName:String=publicDualStackDnsName
        enum RIProductDescription Linux/UNIX Linux/UNIX%20(Amazon%20VPC) Windows Windows%20(Amazon%20VPC)
        string RamdiskId
        enum RebootMigrationSupport unsupported supported
        structure ReferencedSecurityGroup GroupId:String=groupId PeeringStatus:String=peeringStatus UserId:String=userId VpcId:String=vpcId VpcPeeringConnectionId:String=vpcPeeringConnectionId
        structure Region OptInStatus:String=optInStatus Geography:RegionGeographyList=geographySet RegionName:String=regionName Endpoint:String=regionEndpoint
        structure RegionGeography Name:String=name
        list RegionGeographyList RegionGeography item=item
        list RegionList Region item=item
        list RegionNameStringList String item=RegionName
        list RequestInstanceTypeList InstanceType 0..100
        structure RequestLaunchTemplateData KernelId:KernelId EbsOptimized:Boolean IamInstanceProfile:LaunchTemplateIamInstanceProfileSpecificationRequest BlockDeviceMappings:LaunchTemplateBlockDeviceMappingRequestList=BlockDeviceMapping NetworkInterfaces:LaunchTemplateInstanceNetworkInterfaceSpecificationRequestList=NetworkInterface ImageId:ImageId InstanceType:InstanceType KeyName:KeyPairName Monitoring:LaunchTemplatesMonitoringRequest Placement:LaunchTemplatePlacementRequest RamDiskId:RamdiskId DisableApiTermination:Boolean InstanceInitiatedShutdownBehavior:ShutdownBehavior UserData*:SensitiveUserData TagSpecifications:LaunchTemplateTagSpecificationRequestList=TagSpecification ElasticGpuSpecifications:ElasticGpuSpecificationList=ElasticGpuSpecification ElasticInferenceAccelerators:LaunchTemplateElasticInferenceAcceleratorList=ElasticInferenceAccelerator SecurityGroupIds:SecurityGroupIdStringList=SecurityGroupId SecurityGroups:SecurityGroupStringList=SecurityGroup InstanceMarketOptions:LaunchTemplateInstanceMarketOptionsRequest CreditSpecification:CreditSpecificationRequest CpuOptions:LaunchTemplateCpuOptionsRequest CapacityReservationSpecification:LaunchTemplateCapacityReservationSpecificationRequest LicenseSpecifications:LaunchTemplateLicenseSpecificationListRequest=LicenseSpecification HibernationOptions:LaunchTemplateHibernationOptionsRequest MetadataOptions:LaunchTemplateInstanceMetadataOptionsRequest EnclaveOptions:LaunchTemplateEnclaveOptionsRequest InstanceRequirements:InstanceRequirementsRequest PrivateDnsNameOptions:LaunchTemplatePrivateDnsNameOptionsRequest MaintenanceOptions:LaunchTemplateInstanceMaintenanceOptionsRequest DisableApiStop:Boolean Operator:OperatorRequest NetworkPerformanceOptions:LaunchTemplateNetworkPerformanceOptionsRequest SecondaryInterfaces:LaunchTemplateInstanceSecondaryInterfaceSpecificationRequestList=SecondaryInterface
        structure Reservation ReservationId:String=reservationId OwnerId:String=ownerId RequesterId:String=requesterId Groups:GroupIdentifierList=groupSet Instances:InstanceList=instancesSet
        list ReservationList Reservation item=item
        list ResourceIdList TaggableResourceId
        enum ResourceType capacity-reservation client-vpn-endpoint customer-gateway carrier-gateway coip-pool declarative-policies-report dedicated-host dhcp-options egress-only-internet-gateway elastic-ip elastic-gpu export-image-task export-instance-task fleet fpga-image host-reservation image image-usage-report import-image-task import-snapshot-task instance instance-event-window internet-gateway ipam ipam-pool ipam-scope ipv4pool-ec2 ipv6pool-ec2 key-pair launch-template local-gateway local-gateway-route-table local-gateway-virtual-interface local-gateway-virtual-interface-group local-gateway-route-table-vpc-association local-gateway-route-table-virtual-interface-group-association natgateway network-acl network-interface network-insights-analysis network-insights-path network-insights-access-scope network-insights-access-scope-analysis outpost-lag placement-group prefix-list replace-root-volume-task reserved-instances route-table security-group security-group-rule service-link-virtual-interface snapshot spot-fleet-request spot-instances-request subnet subnet-cidr-reservation traffic-mirror-filter traffic-mirror-session traffic-mirror-target transit-gateway transit-gateway-attachment transit-gateway-connect-peer transit-gateway-multicast-domain transit-gateway-policy-table transit-gateway-metering-policy transit-gateway-route-table transit-gateway-route-table-announcement volume vpc vpc-endpoint vpc-endpoint-connection vpc-endpoint-service vpc-endpoint-service-permission vpc-peering-connection vpn-connection vpn-gateway vpc-flow-log capacity-reservation-fleet traffic-mirror-filter-rule vpc-endpoint-connection-device-type verified-access-instance verified-access-group verified-access-endpoint verified-access-policy verified-access-trust-provider vpn-connection-device-type vpc-block-public-access-exclusion vpc-encryption-control route-server route-server-endpoint route-server-peer ipam-resource-discovery ipam-resource-discovery-association instance-connect-endpoint verified-access-endpoint-target ipam-external-resource-verification-token capacity-block mac-modification-task ipam-prefix-list-resolver ipam-policy ipam-prefix-list-resolver-target secondary-interface secondary-network secondary-subnet capacity-manager-data-export vpn-concentrator ipam-pool-allocation
        structure ResponseError Code:LaunchTemplateErrorCode=code Message:String=message
        structure ResponseLaunchTemplateData KernelId:String=kernelId EbsOptimized:Boolean=ebsOptimized IamInstanceProfile:LaunchTemplateIamInstanceProfileSpecification=iamInstanceProfile BlockDeviceMappings:LaunchTemplateBlockDeviceMappingList=blockDeviceMappingSet NetworkInterfaces:LaunchTemplateInstanceNetworkInterfaceSpecificationList=networkInterfaceSet ImageId:String=imageId InstanceType:InstanceType=instanceType KeyName:String=keyName Monitoring:LaunchTemplatesMonitoring=monitoring Placement:LaunchTemplatePlacement=placement RamDiskId:String=ramDiskId DisableApiTermination:Boolean=disableApiTermination InstanceInitiatedShutdownBehavior:ShutdownBehavior=instanceInitiatedShutdownBehavior UserData*:SensitiveUserData=userData TagSpecifications:LaunchTemplateTagSpecificationList=tagSpecificationSet ElasticGpuSpecifications:ElasticGpuSpecificationResponseList=elasticGpuSpecificationSet ElasticInferenceAccelerators:LaunchTemplateElasticInferenceAcceleratorResponseList=elasticInferenceAcceleratorSet SecurityGroupIds:ValueStringList=securityGroupIdSet SecurityGroups:ValueStringList=securityGroupSet InstanceMarketOptions:LaunchTemplateInstanceMarketOptions=instanceMarketOptions CreditSpecification:CreditSpecification=creditSpecification CpuOptions:LaunchTemplateCpuOptions=cpuOptions CapacityReservationSpecification:LaunchTemplateCapacityReservationSpecificationResponse=capacityReservationSpecification LicenseSpecifications:LaunchTemplateLicenseList=licenseSet HibernationOptions:LaunchTemplateHibernationOptions=hibernationOptions MetadataOptions:LaunchTemplateInstanceMetadataOptions=metadataOptions EnclaveOptions:LaunchTemplateEnclaveOptions=enclaveOptions InstanceRequirements:InstanceRequirements=instanceRequirements PrivateDnsNameOptions:LaunchTemplatePrivateDnsNameOptions=privateDnsNameOptions MaintenanceOptions:LaunchTemplateInstanceMaintenanceOptions=maintenanceOptions DisableApiStop:Boolean=disableApiStop Operator:OperatorResponse=operator NetworkPerformanceOptions:LaunchTemplateNetworkPerformanceOptions=networkPerformanceOptions SecondaryInterfaces:LaunchTemplateInstanceSecondaryInterfaceSpecificationList=secondaryInterfaceSet
        enum RootDeviceType ebs instance-store
        list RootDeviceTypeList RootDeviceType item=item
        structure Route DestinationCidrBlock:String=destinationCidrBlock DestinationIpv6CidrBlock:String=destinationIpv6CidrBlock DestinationPrefixListId:String=destinationPrefixListId EgressOnlyInternetGatewayId:String=egressOnlyInternetGatewayId GatewayId:String=gatewayId InstanceId:String=instanceId InstanceOwnerId:String=instanceOwnerId NatGatewayId:String=natGatewayId TransitGatewayId:String=transitGatewayId LocalGatewayId:String=localGatewayId CarrierGatewayId:CarrierGatewayId=carrierGatewayId NetworkInterfaceId:String=networkInterfaceId Origin:RouteOrigin=origin State:RouteState=state VpcPeeringConnectionId:String=vpcPeeringConnectionId CoreNetworkArn:CoreNetworkArn=coreNetworkArn OdbNetworkArn:OdbNetworkArn=odbNetworkArn IpAddress:String=ipAddress
        list RouteList Route item=item
        enum RouteOrigin CreateRouteTable CreateRoute EnableVgwRoutePropagation Advertisement
        enum RouteState active blackhole filtered
        structure RouteTable Associations:RouteTableAssociationList=associationSet PropagatingVgws:PropagatingVgwList=propagatingVgwSet RouteTableId:String=routeTableId Routes:RouteList=routeSet Tags:TagList=tagSet VpcId:String=vpcId OwnerId:String=ownerId
        structure RouteTableAssociation Main:Boolean=main RouteTableAssociationId:String=routeTableAssociationId RouteTableId:String=routeTableId SubnetId:String=subnetId GatewayId:String=gatewayId PublicIpv4Pool:String=publicIpv4Pool AssociationState:RouteTableAssociationState=associationState
        list RouteTableAssociationList RouteTableAssociation item=item
        structure RouteTableAssociationState State:RouteTableAssociationStateCode=state StatusMessage:String=statusMessage
        enum RouteTableAssociationStateCode associating associated disassociating disassociated failed
        string RouteTableId
        list RouteTableIdStringList RouteTableId item=item
        list RouteTableList RouteTable item=item
        structure RunInstancesMonitoringEnabled Enabled!:Boolean=enabled
        structure RunInstancesRequest BlockDeviceMappings:BlockDeviceMappingRequestList=BlockDeviceMapping ImageId:ImageId InstanceType:InstanceType Ipv6AddressCount:Integer Ipv6Addresses:InstanceIpv6AddressList=Ipv6Address KernelId:KernelId KeyName:KeyPairName MaxCount!:Integer MinCount!:Integer Monitoring:RunInstancesMonitoringEnabled Placement:Placement RamdiskId:RamdiskId SecurityGroupIds:SecurityGroupIdStringList=SecurityGroupId SecurityGroups:SecurityGroupStringList=SecurityGroup SubnetId:SubnetId UserData*:RunInstancesUserData ElasticGpuSpecification:ElasticGpuSpecifications ElasticInferenceAccelerators:ElasticInferenceAccelerators=ElasticInferenceAccelerator TagSpecifications:TagSpecificationList=TagSpecification LaunchTemplate:LaunchTemplateSpecification InstanceMarketOptions:InstanceMarketOptionsRequest CreditSpecification:CreditSpecificationRequest CpuOptions:CpuOptionsRequest CapacityReservationSpecification:CapacityReservationSpecification HibernationOptions:HibernationOptionsRequest LicenseSpecifications:LicenseSpecificationListRequest=LicenseSpecification MetadataOptions:InstanceMetadataOptionsRequest EnclaveOptions:EnclaveOptionsRequest PrivateDnsNameOptions:PrivateDnsNameOptionsRequest MaintenanceOptions:InstanceMaintenanceOptionsRequest DisableApiStop:Boolean EnablePrimaryIpv6:Boolean NetworkPerformanceOptions:InstanceNetworkPerformanceOptionsRequest Operator:OperatorRequest SecondaryInterfaces:InstanceSecondaryInterfaceSpecificationListRequest=SecondaryInterface DryRun:Boolean=dryRun DisableApiTermination:Boolean=disableApiTermination InstanceInitiatedShutdownBehavior:ShutdownBehavior=instanceInitiatedShutdownBehavior PrivateIpAddress:String=privateIpAddress ClientToken^:String=clientToken AdditionalInfo:String=additionalInfo NetworkInterfaces:InstanceNetworkInterfaceSpecificationList=networkInterface IamInstanceProfile:IamInstanceProfileSpecification=iamInstanceProfile EbsOptimized:Boolean=ebsOptimized
        string* RunInstancesUserData
        enum SSEType sse-ebs sse-kms none
        string SecondaryInterfaceId
        structure SecondaryInterfacePrivateIpAddressSpecification PrivateIpAddress:String=privateIpAddress
        list SecondaryInterfacePrivateIpAddressSpecificationList SecondaryInterfacePrivateIpAddressSpecification item=item
        list SecondaryInterfacePrivateIpAddressSpecificationListRequest SecondaryInterfacePrivateIpAddressSpecificationRequest item=SecondaryInterfacePrivateIpAddressSpecification
        structure SecondaryInterfacePrivateIpAddressSpecificationRequest PrivateIpAddress:String
        enum SecondaryInterfaceStatus available in-use
        enum SecondaryInterfaceType secondary
        string SecondaryNetworkId
        boolean SecondaryNetworkSupportedFlag
        string SecondarySubnetId
        structure SecurityGroup GroupId:String=groupId IpPermissionsEgress:IpPermissionList=ipPermissionsEgress Tags:TagList=tagSet VpcId:String=vpcId SecurityGroupArn:String=securityGroupArn OwnerId:String=ownerId GroupName:String=groupName Description:String=groupDescription IpPermissions:IpPermissionList=ipPermissions
        string SecurityGroupId
        list SecurityGroupIdStringList SecurityGroupId item=SecurityGroupId
        list SecurityGroupList SecurityGroup item=item
        string SecurityGroupName
        structure SecurityGroupRule SecurityGroupRuleId:SecurityGroupRuleId=securityGroupRuleId GroupId:SecurityGroupId=groupId GroupOwnerId:String=groupOwnerId IsEgress:Boolean=isEgress IpProtocol:String=ipProtocol FromPort:Integer=fromPort ToPort:Integer=toPort CidrIpv4:String=cidrIpv4 CidrIpv6:String=cidrIpv6 PrefixListId:PrefixListResourceId=prefixListId ReferencedGroupInfo:ReferencedSecurityGroup=referencedGroupInfo Description:String=description Tags:TagList=tagSet SecurityGroupRuleArn:String=securityGroupRuleArn
        string SecurityGroupRuleId
        list SecurityGroupRuleList SecurityGroupRule item=item
        list SecurityGroupStringList SecurityGroupName item=SecurityGroup
        string* SensitiveUserData
        enum ShutdownBehavior stop terminate
        string SnapshotId
        enum SpotInstanceType one-time persistent
        structure SpotMarketOptions MaxPrice:String SpotInstanceType:SpotInstanceType BlockDurationMinutes:Integer ValidUntil:DateTime InstanceInterruptionBehavior:InstanceInterruptionBehavior
        structure SpotPrice AvailabilityZone:String=availabilityZone AvailabilityZoneId:String=availabilityZoneId InstanceType:InstanceType=instanceType ProductDescription:RIProductDescription=productDescription SpotPrice:String=spotPrice Timestamp:DateTime=timestamp
        list SpotPriceHistoryList SpotPrice item=item
        structure StartInstancesRequest InstanceIds!:InstanceIdStringList=InstanceId AdditionalInfo:String=additionalInfo DryRun:Boolean=dryRun
        structure StartInstancesResult StartingInstances:InstanceStateChangeList=instancesSet
        structure StateReason Code:String=code Message:String=message
        enum StatusName reachability
        enum StatusType passed failed insufficient-data initializing
        structure StopInstancesRequest InstanceIds!:InstanceIdStringList=InstanceId Hibernate:Boolean SkipOsShutdown:Boolean DryRun:Boolean=dryRun Force:Boolean=force
        structure StopInstancesResult StoppingInstances:InstanceStateChangeList=instancesSet
        string String
        structure Subnet AvailabilityZoneId:String=availabilityZoneId EnableLniAtDeviceIndex:Integer=enableLniAtDeviceIndex MapCustomerOwnedIpOnLaunch:Boolean=mapCustomerOwnedIpOnLaunch CustomerOwnedIpv4Pool:CoipPoolId=customerOwnedIpv4Pool OwnerId:String=ownerId AssignIpv6AddressOnCreation:Boolean=assignIpv6AddressOnCreation Ipv6CidrBlockAssociationSet:SubnetIpv6CidrBlockAssociationSet=ipv6CidrBlockAssociationSet Tags:TagList=tagSet SubnetArn:String=subnetArn OutpostArn:String=outpostArn EnableDns64:Boolean=enableDns64 Ipv6Native:Boolean=ipv6Native PrivateDnsNameOptionsOnLaunch:PrivateDnsNameOptionsOnLaunch=privateDnsNameOptionsOnLaunch BlockPublicAccessStates:BlockPublicAccessStates=blockPublicAccessStates Type:String=type SubnetId:String=subnetId State:SubnetState=state VpcId:String=vpcId CidrBlock:String=cidrBlock AvailableIpAddressCount:Integer=availableIpAddressCount AvailabilityZone:String=availabilityZone DefaultForAz:Boolean=defaultForAz MapPublicIpOnLaunch:Boolean=mapPublicIpOnLaunch
        string SubnetCidrAssociationId
        structure SubnetCidrBlockState State:SubnetCidrBlockStateCode=state StatusMessage:String=statusMessage
        enum SubnetCidrBlockStateCode associating associated disassociating disassociated failing failed
        string SubnetId
        list SubnetIdStringList SubnetId item=SubnetId
        structure SubnetIpv6CidrBlockAssociation AssociationId:SubnetCidrAssociationId=associationId Ipv6CidrBlock:String=ipv6CidrBlock Ipv6CidrBlockState:SubnetCidrBlockState=ipv6CidrBlockState Ipv6AddressAttribute:Ipv6AddressAttribute=ipv6AddressAttribute IpSource:IpSource=ipSource
        list SubnetIpv6CidrBlockAssociationSet SubnetIpv6CidrBlockAssociation item=item
        list SubnetList Subnet item=item
        enum SubnetState pending available unavailable failed failed-insufficient-capacity
        enum SummaryStatus ok impaired insufficient-data not-applicable initializing
        enum SupportedAdditionalProcessorFeature amd-sev-snp nested-virtualization
        list SupportedAdditionalProcessorFeatureList SupportedAdditionalProcessorFeature item=item
        boolean SupportedInRegion
        structure Tag Key:String=key Value:String=value
        structure TagDescription Key:String=key ResourceId:String=resourceId ResourceType:ResourceType=resourceType Value:String=value
        list TagDescriptionList TagDescription item=item
        list TagList Tag item=item
        structure TagSpecification ResourceType:ResourceType=resourceType Tags:TagList=Tag
        list TagSpecificationList TagSpecification item=item
        string TaggableResourceId
        enum Tenancy default dedicated host
        structure TerminateInstancesRequest InstanceIds!:InstanceIdStringList=InstanceId Force:Boolean SkipOsShutdown:Boolean DryRun:Boolean=dryRun
        structure TerminateInstancesResult TerminatingInstances:InstanceStateChangeList=instancesSet
        integer ThreadsPerCore
        list ThreadsPerCoreList ThreadsPerCore item=item
        structure TotalLocalStorageGB Min:Double=min Max:Double=max
        structure TotalLocalStorageGBRequest Min:Double Max:Double
        integer TotalMediaMemory
        integer TotalNeuronMemory
        enum TpmSupportValues v2.0
        enum UsageClassType spot on-demand capacity-block
        list UsageClassTypeList UsageClassType item=item
        structure UserIdGroupPair Description:String=description UserId:String=userId GroupName:String=groupName GroupId:String=groupId VpcId:String=vpcId VpcPeeringConnectionId:String=vpcPeeringConnectionId PeeringStatus:String=peeringStatus
        list UserIdGroupPairList UserIdGroupPair item=item
        integer VCpuCount
        structure VCpuCountRange Min:Integer=min Max:Integer=max
        structure VCpuCountRangeRequest Min!:Integer Max:Integer
        structure VCpuInfo DefaultVCpus:VCpuCount=defaultVCpus DefaultCores:CoreCount=defaultCores DefaultThreadsPerCore:ThreadsPerCore=defaultThreadsPerCore ValidCores:CoreCountList=validCores ValidThreadsPerCore:ThreadsPerCoreList=validThreadsPerCore
        structure ValidationError Code:String=code Message:String=message
        structure ValidationWarning Errors:ErrorSet=errorSet
        list ValueStringList String item=item
        string VersionDescription 0..255
        list VersionStringList String item=item
        enum VirtualizationType hvm paravirtual
        list VirtualizationTypeList VirtualizationType item=item
        structure Volume AvailabilityZoneId:String=availabilityZoneId OutpostArn:String=outpostArn SourceVolumeId:String=sourceVolumeId Iops:Integer=iops Tags:TagList=tagSet VolumeType:VolumeType=volumeType FastRestored:Boolean=fastRestored MultiAttachEnabled:Boolean=multiAttachEnabled Throughput:Integer=throughput SseType:SSEType=sseType Operator:OperatorResponse=operator VolumeInitializationRate:Integer=volumeInitializationRate VolumeId:String=volumeId Size:Integer=size SnapshotId:String=snapshotId AvailabilityZone:String=availabilityZone State:VolumeState=status CreateTime:DateTime=createTime Attachments:VolumeAttachmentList=attachmentSet Encrypted:Boolean=encrypted KmsKeyId:String=kmsKeyId
        structure VolumeAttachment DeleteOnTermination:Boolean=deleteOnTermination AssociatedResource:String=associatedResource InstanceOwningService:String=instanceOwningService EbsCardIndex:Integer=ebsCardIndex VolumeId:String=volumeId InstanceId:String=instanceId Device:String=device State:VolumeAttachmentState=status AttachTime:DateTime=attachTime
        list VolumeAttachmentList VolumeAttachment item=item
        enum VolumeAttachmentState attaching attached detaching detached busy
        string VolumeId
        list VolumeIdStringList VolumeId item=VolumeId
        list VolumeList Volume item=item
        enum VolumeState creating available in-use deleting deleted error
        enum VolumeType standard io1 io2 gp2 sc1 st1 gp3
        structure Vpc OwnerId:String=ownerId InstanceTenancy:Tenancy=instanceTenancy Ipv6CidrBlockAssociationSet:VpcIpv6CidrBlockAssociationSet=ipv6CidrBlockAssociationSet CidrBlockAssociationSet:VpcCidrBlockAssociationSet=cidrBlockAssociationSet IsDefault:Boolean=isDefault EncryptionControl:VpcEncryptionControl=encryptionControl Tags:TagList=tagSet BlockPublicAccessStates:BlockPublicAccessStates=blockPublicAccessStates VpcId:String=vpcId State:VpcState=state CidrBlock:String=cidrBlock DhcpOptionsId:String=dhcpOptionsId
        structure VpcCidrBlockAssociation AssociationId:String=associationId CidrBlock:String=cidrBlock CidrBlockState:VpcCidrBlockState=cidrBlockState
        list VpcCidrBlockAssociationSet VpcCidrBlockAssociation item=item
        structure VpcCidrBlockState State:VpcCidrBlockStateCode=state StatusMessage:String=statusMessage
        enum VpcCidrBlockStateCode associating associated disassociating disassociated failing failed
        structure VpcEncryptionControl VpcId:VpcId=vpcId VpcEncryptionControlId:VpcEncryptionControlId=vpcEncryptionControlId Mode:VpcEncryptionControlMode=mode State:VpcEncryptionControlState=state StateMessage:String=stateMessage ResourceExclusions:VpcEncryptionControlExclusions=resourceExclusions Tags:TagList=tagSet
        structure VpcEncryptionControlConfiguration Mode!:VpcEncryptionControlMode InternetGatewayExclusion:VpcEncryptionControlExclusionStateInput EgressOnlyInternetGatewayExclusion:VpcEncryptionControlExclusionStateInput NatGatewayExclusion:VpcEncryptionControlExclusionStateInput VirtualPrivateGatewayExclusion:VpcEncryptionControlExclusionStateInput VpcPeeringExclusion:VpcEncryptionControlExclusionStateInput LambdaExclusion:VpcEncryptionControlExclusionStateInput VpcLatticeExclusion:VpcEncryptionControlExclusionStateInput ElasticFileSystemExclusion:VpcEncryptionControlExclusionStateInput
        structure VpcEncryptionControlExclusion State:VpcEncryptionControlExclusionState=state StateMessage:String=stateMessage
        enum VpcEncryptionControlExclusionState enabling enabled disabling disabled
        enum VpcEncryptionControlExclusionStateInput enable disable
        structure VpcEncryptionControlExclusions InternetGateway:VpcEncryptionControlExclusion=internetGateway EgressOnlyInternetGateway:VpcEncryptionControlExclusion=egressOnlyInternetGateway NatGateway:VpcEncryptionControlExclusion=natGateway VirtualPrivateGateway:VpcEncryptionControlExclusion=virtualPrivateGateway VpcPeering:VpcEncryptionControlExclusion=vpcPeering Lambda:VpcEncryptionControlExclusion=lambda VpcLattice:VpcEncryptionControlExclusion=vpcLattice ElasticFileSystem:VpcEncryptionControlExclusion=elasticFileSystem
        string VpcEncryptionControlId
        enum VpcEncryptionControlMode monitor enforce
        enum VpcEncryptionControlState enforce-in-progress monitor-in-progress enforce-failed monitor-failed deleting deleted available creating delete-failed
        string VpcId
        list VpcIdStringList VpcId item=VpcId
        structure VpcIpv6CidrBlockAssociation AssociationId:String=associationId Ipv6CidrBlock:String=ipv6CidrBlock Ipv6CidrBlockState:VpcCidrBlockState=ipv6CidrBlockState NetworkBorderGroup:String=networkBorderGroup Ipv6Pool:String=ipv6Pool Ipv6AddressAttribute:Ipv6AddressAttribute=ipv6AddressAttribute IpSource:IpSource=ipSource
        list VpcIpv6CidrBlockAssociationSet VpcIpv6CidrBlockAssociation item=item
        list VpcList Vpc item=item
        enum VpcState pending available
        string Workload
        list WorkloadsList Workload item=item
        list ZoneIdStringList String item=ZoneId
        list ZoneNameStringList String item=ZoneName
        integer totalFpgaMemory
        integer totalGpuMemory
        integer totalInferenceMemory
        """#
}
