// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension EC2 {
    /// A view of AWS's `Image`; a property is nil when AWS did not send it.
    public struct Image: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `PlatformDetails`.
        public var platformDetails: String? { raw["platformDetails"]?.string }
        /// AWS's `UsageOperation`.
        public var usageOperation: String? { raw["usageOperation"]?.string }
        /// AWS's `BlockDeviceMappings`.
        public var blockDeviceMappings: [Value]? { raw["blockDeviceMappings"]?.list }
        /// AWS's `Description`.
        public var description: String? { raw["description"]?.string }
        /// AWS's `EnaSupport`.
        public var enaSupport: Bool? { raw["enaSupport"]?.bool }
        /// AWS's `Hypervisor`.
        public var hypervisor: String? { raw["hypervisor"]?.string }
        /// AWS's `ImageOwnerAlias`.
        public var imageOwnerAlias: String? { raw["imageOwnerAlias"]?.string }
        /// AWS's `Name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `RootDeviceName`.
        public var rootDeviceName: String? { raw["rootDeviceName"]?.string }
        /// AWS's `RootDeviceType`.
        public var rootDeviceType: String? { raw["rootDeviceType"]?.string }
        /// AWS's `SriovNetSupport`.
        public var sriovNetSupport: String? { raw["sriovNetSupport"]?.string }
        /// AWS's `StateReason`.
        public var stateReason: Value? { raw["stateReason"] }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `VirtualizationType`.
        public var virtualizationType: String? { raw["virtualizationType"]?.string }
        /// AWS's `BootMode`.
        public var bootMode: String? { raw["bootMode"]?.string }
        /// AWS's `TpmSupport`.
        public var tpmSupport: String? { raw["tpmSupport"]?.string }
        /// AWS's `DeprecationTime`.
        public var deprecationTime: String? { raw["deprecationTime"]?.string }
        /// AWS's `ImdsSupport`.
        public var imdsSupport: String? { raw["imdsSupport"]?.string }
        /// AWS's `SourceInstanceId`.
        public var sourceInstanceId: String? { raw["sourceInstanceId"]?.string }
        /// AWS's `DeregistrationProtection`.
        public var deregistrationProtection: String? { raw["deregistrationProtection"]?.string }
        /// AWS's `LastLaunchedTime`.
        public var lastLaunchedTime: String? { raw["lastLaunchedTime"]?.string }
        /// AWS's `ImageAllowed`.
        public var imageAllowed: Bool? { raw["imageAllowed"]?.bool }
        /// AWS's `SourceImageId`.
        public var sourceImageId: String? { raw["sourceImageId"]?.string }
        /// AWS's `SourceImageRegion`.
        public var sourceImageRegion: String? { raw["sourceImageRegion"]?.string }
        /// AWS's `FreeTierEligible`.
        public var freeTierEligible: Bool? { raw["freeTierEligible"]?.bool }
        /// AWS's `ImageId`.
        public var imageId: String? { raw["imageId"]?.string }
        /// AWS's `ImageLocation`.
        public var imageLocation: String? { raw["imageLocation"]?.string }
        /// AWS's `State`.
        public var state: String? { raw["state"]?.string }
        /// AWS's `OwnerId`.
        public var ownerId: String? { raw["ownerId"]?.string }
        /// AWS's `CreationDate`.
        public var creationDate: String? { raw["creationDate"]?.string }
        /// AWS's `Public`.
        public var `public`: Bool? { raw["public"]?.bool }
        /// AWS's `ProductCodes`.
        public var productCodes: [Value]? { raw["productCodes"]?.list }
        /// AWS's `Architecture`.
        public var architecture: String? { raw["architecture"]?.string }
        /// AWS's `ImageType`.
        public var imageType: String? { raw["imageType"]?.string }
        /// AWS's `KernelId`.
        public var kernelId: String? { raw["kernelId"]?.string }
        /// AWS's `RamdiskId`.
        public var ramdiskId: String? { raw["ramdiskId"]?.string }
        /// AWS's `Platform`.
        public var platform: String? { raw["platform"]?.string }
    }

    /// A view of AWS's `LaunchTemplate`; a property is nil when AWS did not send it.
    public struct LaunchTemplate: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LaunchTemplateId`.
        public var launchTemplateId: String? { raw["launchTemplateId"]?.string }
        /// AWS's `LaunchTemplateName`.
        public var launchTemplateName: String? { raw["launchTemplateName"]?.string }
        /// AWS's `CreateTime`, seconds since 1970.
        public var createTime: Double? { raw["createTime"]?.number }
        /// AWS's `CreatedBy`.
        public var createdBy: String? { raw["createdBy"]?.string }
        /// AWS's `DefaultVersionNumber`.
        public var defaultVersionNumber: Int? { raw["defaultVersionNumber"]?.integer }
        /// AWS's `LatestVersionNumber`.
        public var latestVersionNumber: Int? { raw["latestVersionNumber"]?.integer }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `Operator`.
        public var `operator`: Value? { raw["operator"] }
    }

    /// A view of AWS's `LaunchTemplateVersion`; a property is nil when AWS did not send it.
    public struct LaunchTemplateVersion: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `LaunchTemplateId`.
        public var launchTemplateId: String? { raw["launchTemplateId"]?.string }
        /// AWS's `LaunchTemplateName`.
        public var launchTemplateName: String? { raw["launchTemplateName"]?.string }
        /// AWS's `VersionNumber`.
        public var versionNumber: Int? { raw["versionNumber"]?.integer }
        /// AWS's `VersionDescription`.
        public var versionDescription: String? { raw["versionDescription"]?.string }
        /// AWS's `CreateTime`, seconds since 1970.
        public var createTime: Double? { raw["createTime"]?.number }
        /// AWS's `CreatedBy`.
        public var createdBy: String? { raw["createdBy"]?.string }
        /// AWS's `DefaultVersion`.
        public var defaultVersion: Bool? { raw["defaultVersion"]?.bool }
        /// AWS's `LaunchTemplateData`.
        public var launchTemplateData: Value? { raw["launchTemplateData"] }
        /// AWS's `Operator`.
        public var `operator`: Value? { raw["operator"] }
    }

    /// A view of AWS's `SecurityGroup`; a property is nil when AWS did not send it.
    public struct SecurityGroup: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `GroupId`.
        public var groupId: String? { raw["groupId"]?.string }
        /// AWS's `IpPermissionsEgress`.
        public var ipPermissionsEgress: [Value]? { raw["ipPermissionsEgress"]?.list }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `VpcId`.
        public var vpcId: String? { raw["vpcId"]?.string }
        /// AWS's `SecurityGroupArn`.
        public var securityGroupArn: String? { raw["securityGroupArn"]?.string }
        /// AWS's `OwnerId`.
        public var ownerId: String? { raw["ownerId"]?.string }
        /// AWS's `GroupName`.
        public var groupName: String? { raw["groupName"]?.string }
        /// AWS's `Description`.
        public var description: String? { raw["description"]?.string }
        /// AWS's `IpPermissions`.
        public var ipPermissions: [Value]? { raw["ipPermissions"]?.list }
    }

    /// A view of AWS's `Subnet`; a property is nil when AWS did not send it.
    public struct Subnet: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `AvailabilityZoneId`.
        public var availabilityZoneId: String? { raw["availabilityZoneId"]?.string }
        /// AWS's `EnableLniAtDeviceIndex`.
        public var enableLniAtDeviceIndex: Int? { raw["enableLniAtDeviceIndex"]?.integer }
        /// AWS's `MapCustomerOwnedIpOnLaunch`.
        public var mapCustomerOwnedIpOnLaunch: Bool? { raw["mapCustomerOwnedIpOnLaunch"]?.bool }
        /// AWS's `CustomerOwnedIpv4Pool`.
        public var customerOwnedIpv4Pool: String? { raw["customerOwnedIpv4Pool"]?.string }
        /// AWS's `OwnerId`.
        public var ownerId: String? { raw["ownerId"]?.string }
        /// AWS's `AssignIpv6AddressOnCreation`.
        public var assignIpv6AddressOnCreation: Bool? { raw["assignIpv6AddressOnCreation"]?.bool }
        /// AWS's `Ipv6CidrBlockAssociationSet`.
        public var ipv6CidrBlockAssociationSet: [Value]? { raw["ipv6CidrBlockAssociationSet"]?.list }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `SubnetArn`.
        public var subnetArn: String? { raw["subnetArn"]?.string }
        /// AWS's `OutpostArn`.
        public var outpostArn: String? { raw["outpostArn"]?.string }
        /// AWS's `EnableDns64`.
        public var enableDns64: Bool? { raw["enableDns64"]?.bool }
        /// AWS's `Ipv6Native`.
        public var ipv6Native: Bool? { raw["ipv6Native"]?.bool }
        /// AWS's `PrivateDnsNameOptionsOnLaunch`.
        public var privateDnsNameOptionsOnLaunch: Value? { raw["privateDnsNameOptionsOnLaunch"] }
        /// AWS's `BlockPublicAccessStates`.
        public var blockPublicAccessStates: Value? { raw["blockPublicAccessStates"] }
        /// AWS's `Type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `SubnetId`.
        public var subnetId: String? { raw["subnetId"]?.string }
        /// AWS's `State`.
        public var state: String? { raw["state"]?.string }
        /// AWS's `VpcId`.
        public var vpcId: String? { raw["vpcId"]?.string }
        /// AWS's `CidrBlock`.
        public var cidrBlock: String? { raw["cidrBlock"]?.string }
        /// AWS's `AvailableIpAddressCount`.
        public var availableIpAddressCount: Int? { raw["availableIpAddressCount"]?.integer }
        /// AWS's `AvailabilityZone`.
        public var availabilityZone: String? { raw["availabilityZone"]?.string }
        /// AWS's `DefaultForAz`.
        public var defaultForAz: Bool? { raw["defaultForAz"]?.bool }
        /// AWS's `MapPublicIpOnLaunch`.
        public var mapPublicIpOnLaunch: Bool? { raw["mapPublicIpOnLaunch"]?.bool }
    }

    /// A view of AWS's `Tag`; a property is nil when AWS did not send it.
    public struct Tag: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `Key`.
        public var key: String? { raw["key"]?.string }
        /// AWS's `Value`.
        public var value: String? { raw["value"]?.string }
    }

    /// A view of AWS's `Vpc`; a property is nil when AWS did not send it.
    public struct Vpc: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `OwnerId`.
        public var ownerId: String? { raw["ownerId"]?.string }
        /// AWS's `InstanceTenancy`.
        public var instanceTenancy: String? { raw["instanceTenancy"]?.string }
        /// AWS's `Ipv6CidrBlockAssociationSet`.
        public var ipv6CidrBlockAssociationSet: [Value]? { raw["ipv6CidrBlockAssociationSet"]?.list }
        /// AWS's `CidrBlockAssociationSet`.
        public var cidrBlockAssociationSet: [Value]? { raw["cidrBlockAssociationSet"]?.list }
        /// AWS's `IsDefault`.
        public var isDefault: Bool? { raw["isDefault"]?.bool }
        /// AWS's `EncryptionControl`.
        public var encryptionControl: Value? { raw["encryptionControl"] }
        /// AWS's `Tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `BlockPublicAccessStates`.
        public var blockPublicAccessStates: Value? { raw["blockPublicAccessStates"] }
        /// AWS's `VpcId`.
        public var vpcId: String? { raw["vpcId"]?.string }
        /// AWS's `State`.
        public var state: String? { raw["state"]?.string }
        /// AWS's `CidrBlock`.
        public var cidrBlock: String? { raw["cidrBlock"]?.string }
        /// AWS's `DhcpOptionsId`.
        public var dhcpOptionsId: String? { raw["dhcpOptionsId"]?.string }
    }
}
