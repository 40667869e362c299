/// What the members of LaunchTemplate and of instance requirements are for; `FieldNotes.all` says how to read it.
enum TemplateNotes {
    static let text = """
        LaunchTemplate/blockDeviceMappings: The instance's disks, by device name.
        blockDeviceMappings/deviceName: The device, such as /dev/xvda.
        blockDeviceMappings/ebs: The EBS volume.
        blockDeviceMappings/noDevice: Takes away a device that the image has.
        blockDeviceMappings/virtualName: A disk of the instance's own, such as ephemeral0.
        ebs/deleteOnTermination: Whether it goes with the instance.
        ebs/ebsCardIndex: The card that it is attached to.
        ebs/encrypted: Whether it is encrypted.
        ebs/iops [operations a second]: Its provisioned operations.
        ebs/kmsKeyId: The key it is encrypted with.
        ebs/snapshotId: The snapshot it is made of.
        ebs/throughput [MiB a second]: Its provisioned throughput.
        ebs/volumeInitializationRate [MiB a second]: How fast a snapshot is read in.
        ebs/volumeSize [GiB]: Its size.
        ebs/volumeType: Its type, such as gp3.
        LaunchTemplate/cpuOptions: Cores and threads.
        cpuOptions/amdSevSnp: Whether memory is encrypted by AMD SEV-SNP.
        cpuOptions/coreCount: How many cores.
        cpuOptions/nestedVirtualization: Whether virtual machines may run in it.
        cpuOptions/threadsPerCore: 1 switches hyperthreading off.
        LaunchTemplate/creditSpecification: How burstable types pay for bursts.
        creditSpecification/cpuCredits: standard, or unlimited for bursts that are paid for.
        LaunchTemplate/disableApiStop: Whether it may not be stopped.
        LaunchTemplate/disableApiTermination: Whether it may not be ended.
        LaunchTemplate/ebsOptimized: Whether disks have bandwidth of their own.
        LaunchTemplate/ecsConfig: What the ECS agent is told.
        ecsConfig/attributes: Attributes of the instance, for placement constraints.
        ecsConfig/cluster: The cluster that the instance joins.
        ecsConfig/imagePullBehavior: When images are pulled although the instance has them.
        ecsConfig/registryCredentials: Where credentials of a private registry are kept.
        registryCredentials/secret: The secret of Secrets Manager.
        registryCredentials/ssm: The SSM parameter.
        registryCredentials/type: The form of what is kept.
        ecsConfig/reservedMemory [MiB]: Memory that tasks do not get.
        ecsConfig/spotInstanceDraining: Whether the agent drains the instance when EC2 takes it.
        LaunchTemplate/elasticGpuSpecifications: Elastic GPUs, which AWS no longer offers.
        elasticGpuSpecifications/type: The type.
        LaunchTemplate/elasticInferenceAccelerators: Elastic inference, which AWS no longer offers.
        elasticInferenceAccelerators/count: How many.
        elasticInferenceAccelerators/type: The type.
        LaunchTemplate/enclaveOptions: Nitro Enclaves.
        enclaveOptions/enabled: Whether there may be enclaves.
        LaunchTemplate/hibernationOptions: Hibernation.
        hibernationOptions/configured: Whether it may hibernate.
        LaunchTemplate/iamInstanceProfile: The profile whose role the instance has.
        iamInstanceProfile/arn: The profile by its ARN.
        iamInstanceProfile/name: The profile by its name.
        LaunchTemplate/instanceInitiatedShutdownBehavior: Whether a shutdown stops or ends it.
        LaunchTemplate/instanceMarketOptions: Spot, for groups without a mixed instances policy.
        instanceMarketOptions/marketType: spot.
        instanceMarketOptions/spotOptions: What is asked of Spot.
        spotOptions/blockDurationMinutes [minutes]: No longer offered by AWS.
        spotOptions/instanceInterruptionBehavior: What happens when EC2 takes it.
        spotOptions/maxPrice [US dollars an hour]: The most that is paid.
        spotOptions/spotInstanceType: one-time or persistent.
        spotOptions/validUntil: Until when it is asked for.
        LaunchTemplate/instanceRequirements: What types have to be like, instead of a name.
        LaunchTemplate/instanceType: The instance type.
        LaunchTemplate/kernelId: The kernel of a paravirtual image.
        LaunchTemplate/keyName: The key pair for SSH.
        LaunchTemplate/launchTemplateName: AWS's name, where it is not the manifest's.
        LaunchTemplate/licenseSpecifications: Licence configurations.
        licenseSpecifications/licenseConfigurationArn: The configuration.
        LaunchTemplate/maintenanceOptions: What happens when the host fails.
        maintenanceOptions/autoRecovery: Whether it is recovered by itself.
        LaunchTemplate/metadataOptions: The instance metadata service.
        metadataOptions/httpEndpoint: Whether it answers at all.
        metadataOptions/httpProtocolIpv6: Whether it answers over IPv6.
        metadataOptions/httpPutResponseHopLimit [hops]: How far its tokens get; 1 keeps bridge containers out.
        metadataOptions/httpTokens: Whether a token is required, which keeps forged requests out.
        metadataOptions/instanceMetadataTags: Whether it tells the instance's tags.
        LaunchTemplate/monitoring: Detailed monitoring.
        monitoring/enabled: Whether metrics come every minute.
        LaunchTemplate/networkInterfaces: The instance's interfaces, by device index.
        networkInterfaces/associateCarrierIpAddress: Whether it gets a carrier address.
        networkInterfaces/associatePublicIpAddress: Whether it gets a public address.
        networkInterfaces/connectionTrackingSpecification: How long connections are tracked.
        connectionTrackingSpecification/tcpEstablishedTimeout [seconds]: For idle TCP connections.
        connectionTrackingSpecification/udpStreamTimeout [seconds]: For UDP streams.
        connectionTrackingSpecification/udpTimeout [seconds]: For single UDP exchanges.
        networkInterfaces/deleteOnTermination: Whether it goes with the instance.
        networkInterfaces/description: What it is for, for people.
        networkInterfaces/deviceIndex: Its place; 0 is the first.
        networkInterfaces/enaQueueCount: How many queues it has.
        networkInterfaces/enaSrdSpecification: ENA Express.
        enaSrdSpecification/enaSrdEnabled: Whether it is used.
        enaSrdSpecification/enaSrdUdpSpecification: ENA Express for UDP.
        enaSrdUdpSpecification/enaSrdUdpEnabled: Whether it is used.
        networkInterfaces/groups: Its security groups.
        networkInterfaces/interfaceType: Its type, such as efa.
        ipv4PrefixCount: How many IPv4 prefixes it gets.
        ipv4Prefixes: IPv4 prefixes that it gets.
        ipv4Prefix: The prefix.
        ipv6AddressCount: How many IPv6 addresses it gets.
        ipv6Addresses: IPv6 addresses that it gets.
        ipv6Address: The address.
        ipv6PrefixCount: How many IPv6 prefixes it gets.
        ipv6Prefixes: IPv6 prefixes that it gets.
        ipv6Prefix: The prefix.
        networkCardIndex: The card that it is attached to.
        networkInterfaces/networkInterfaceId: An interface that is there already.
        networkInterfaces/primaryIpv6: Whether its first IPv6 address stays.
        privateIpAddress: The private address.
        privateIpAddresses: Private addresses.
        privateIpAddresses/primary: Whether it is the first one.
        secondaryPrivateIpAddressCount: How many further private addresses it gets.
        networkInterfaces/subnetId: The subnet; an Auto Scaling group chooses it.
        LaunchTemplate/networkPerformanceOptions: How bandwidth is shared out.
        networkPerformanceOptions/bandwidthWeighting: Whether the network or disks get more.
        LaunchTemplate/placement: Where instances are put.
        placement/affinity: Whether a stopped instance comes back to its host.
        availabilityZone: The zone.
        availabilityZoneId: The zone by its id.
        placement/groupId: The placement group by its id.
        placement/groupName: The placement group.
        placement/hostId: The dedicated host.
        placement/hostResourceGroupArn: The group of dedicated hosts.
        placement/partitionNumber: The partition of the placement group.
        placement/spreadDomain: Reserved by AWS.
        placement/tenancy: Whether the hardware is shared.
        LaunchTemplate/privateDnsNameOptions: The instance's host name.
        privateDnsNameOptions/enableResourceNameDnsAAAARecord: Whether its name has an AAAA record.
        privateDnsNameOptions/enableResourceNameDnsARecord: Whether its name has an A record.
        privateDnsNameOptions/hostnameType: Whether the name is made of the address or the id.
        LaunchTemplate/ramDiskId: The RAM disk of a paravirtual image.
        LaunchTemplate/secondaryInterfaces: Interfaces in secondary networks.
        secondaryInterfaces/deleteOnTermination: Whether it goes with the instance.
        secondaryInterfaces/deviceIndex: Its place.
        secondaryInterfaces/interfaceType: Its type.
        secondaryInterfaces/privateIpAddressCount: How many private addresses it gets.
        secondaryInterfaces/secondarySubnetId: The secondary subnet.
        LaunchTemplate/securityGroupIds: The instance's security groups.
        LaunchTemplate/securityGroups: Security groups by name, for the default VPC.
        LaunchTemplate/tagSpecifications: Tags of what is made with an instance, by the type of resource.
        tagSpecifications/resourceType: What gets the tags: instance, volume, …
        tagSpecifications/tags: The tags.
        tags/key: The tag's name.
        tags/value: The tag's value.
        LaunchTemplate/tags: Tags of the template by name.
        instanceRequirements/acceleratorCount: How many accelerators.
        instanceRequirements/acceleratorManufacturers: Who makes the accelerators.
        instanceRequirements/acceleratorNames: Which accelerators.
        instanceRequirements/acceleratorTotalMemoryMiB [MiB]: How much memory the accelerators have.
        instanceRequirements/acceleratorTypes: What kind of accelerators.
        instanceRequirements/allowedInstanceTypes: Only these types; * stands for anything.
        instanceRequirements/bareMetal: Whether bare metal is taken.
        instanceRequirements/baselineEbsBandwidthMbps [Mbit a second]: Bandwidth to disks.
        instanceRequirements/baselinePerformanceFactors: How fast, beside a family that is known.
        baselinePerformanceFactors/cpu: How fast the CPU has to be.
        cpu/references: Families that it has to be as fast as.
        references/instanceFamily: The family.
        instanceRequirements/burstablePerformance: Whether burstable types are taken.
        instanceRequirements/cpuManufacturers: Who makes the CPU.
        instanceRequirements/excludedInstanceTypes: Types that are not taken; * stands for anything.
        instanceRequirements/instanceGenerations: Whether older generations are taken.
        instanceRequirements/localStorage: Whether disks of the instance's own are wanted.
        instanceRequirements/localStorageTypes: What kind of disks.
        instanceRequirements/maxSpotPriceAsPercentageOfOptimalOnDemandPrice [percent]: The most that Spot may cost.
        instanceRequirements/memoryGiBPerVCpu [GiB]: Memory for each CPU.
        instanceRequirements/memoryMiB [MiB]: Memory.
        instanceRequirements/networkBandwidthGbps [Gbit a second]: Bandwidth to the network.
        instanceRequirements/networkInterfaceCount: How many interfaces.
        instanceRequirements/onDemandMaxPricePercentageOverLowestPrice [percent]: How much dearer than the cheapest.
        instanceRequirements/requireEncryptionInTransit: Whether traffic between instances has to be encrypted.
        instanceRequirements/requireHibernateSupport: Whether it has to be able to hibernate.
        instanceRequirements/spotMaxPricePercentageOverLowestPrice [percent]: How much dearer than the cheapest on Spot.
        instanceRequirements/totalLocalStorageGB [GB]: Room on disks of the instance's own.
        instanceRequirements/vCpuCount: How many virtual CPUs.
        max: The most.
        min: The least.
        """
}
