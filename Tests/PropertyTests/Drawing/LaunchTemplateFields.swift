import Model

/// Launch templates of instances that join a cluster.
enum LaunchTemplateFields {
    static func all(cluster: String) -> [Field] {
        [
            .one(
                "/imageId", 100, of: [["ssm": "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"]]),
            .one("/imagePolicy", 20, of: ["pin", "follow"]), .fixed("/instanceType", "t3.large"),
            .fixed("/iamInstanceProfile/name", "ecsInstanceRole"), .fixed("/ecsConfig/cluster", .string(cluster)),
            .fixed("/keyName", "demo-api", share: 50),
            .one(
                "/securityGroupIds", 100,
                of: [
                    [["tags": ["Name": "demo-instances"]]],
                    [["tags": ["Name": "demo-instances"]], ["tags": ["Name": "demo-alb"]]],
                ]),
            .flag("/ebsOptimized", 40), .one("/creditSpecification/cpuCredits", 30, of: ["standard", "unlimited"]),
            .flag("/disableApiTermination", 10), .flag("/disableApiStop", 10),
            .one("/instanceInitiatedShutdownBehavior", 20, of: ["terminate"]), .flag("/monitoring/enabled", 40),
            .one("/maintenanceOptions/autoRecovery", 20, of: ["default", "disabled"]),
            .one(
                "/cpuOptions", 10, of: [["coreCount": 1, "threadsPerCore": 2], ["coreCount": 1, "threadsPerCore": 1]]),
            .flag("/enclaveOptions/enabled", 5), .flag("/hibernationOptions/configured", 5),
        ] + metadata + disks + agent + rest + Field.tags
    }

    private static let metadata: [Field] = [
        .one("/metadataOptions/httpTokens", 40, of: ["optional", "required"]),
        .number("/metadataOptions/httpPutResponseHopLimit", 40, 1...64),
        .one("/metadataOptions/httpEndpoint", 20, of: ["enabled", "disabled"]),
        .one("/metadataOptions/instanceMetadataTags", 20, of: ["enabled", "disabled"]),
        .one("/metadataOptions/httpProtocolIpv6", 10, of: ["enabled", "disabled"]),
    ]

    private static let disks: [Field] = [
        Field("/blockDeviceMappings/0/deviceName", 60, isEdited: false) { _, _ in "/dev/xvda" },
        disk("volumeSize", 60, [30, 31, 100]), disk("volumeType", 60, ["gp3"]), disk("encrypted", 40, [true, false]),
        disk("deleteOnTermination", 40, [true, false]), disk("iops", 30, [3000, 4000]),
        disk("throughput", 30, [125, 250]),
        disk("kmsKeyId", 20, ["arn:aws:kms:eu-west-1:123456789012:key/a", "arn:aws:kms:eu-west-1:123456789012:key/b"]),
    ]

    private static func disk(_ member: String, _ share: Int, _ values: [Value]) -> Field {
        Field(FieldPath(["blockDeviceMappings", "0", "ebs", member]), share) { chance, spec in
            spec["blockDeviceMappings"] == nil ? nil : chance.pick(values)
        }
    }

    private static let agent: [Field] = [
        .flag("/ecsConfig/spotInstanceDraining", 60),
        .one("/ecsConfig/containerStopTimeout", 40, of: ["30s", "1m", "90s", "1m30s"]),
        .one("/ecsConfig/imagePullBehavior", 30, of: ["default", "always", "once", "prefer-cached"]),
        .number("/ecsConfig/reservedMemory", 30, 32...256), .word("/ecsConfig/attributes/stack", 40),
        .one("/ecsConfig/attributes/ring", 20, of: [1, "2"]),
        .one("/ecsConfig/variables/ECS_LOGLEVEL", 30, of: ["warn", "debug"]),
        .one("/ecsConfig/variables/ECS_ENABLE_TASK_IAM_ROLE", 20, of: [true, "false"]),
        .one(
            "/ecsConfig/registryCredentials", 20,
            of: [["ssm": "/demo-api/registry"], ["ssm": "/demo-api/registry", "type": "docker"]]),
        Field("/userData", 40) { chance, _ in
            .string("#!/bin/bash\nset -e\necho '\(chance.text().replacing("'", with: ""))'\n")
        },
    ]

    private static let rest: [Field] = [
        .one(
            "/tagSpecifications", 30,
            of: [
                [["resourceType": "volume", "tags": [["key": "team", "value": "core"]]]],
                [
                    ["resourceType": "instance", "tags": ["a": "b", "c": 7]],
                    ["resourceType": "volume", "tags": ["x": "y"]],
                ],
            ]),
        .one("/privateDnsNameOptions/hostnameType", 20, of: ["ip-name", "resource-name"]),
        .flag("/privateDnsNameOptions/enableResourceNameDnsARecord", 20),
        .one("/placement/tenancy", 10, of: ["default"]),
        .one("/capacityReservationSpecification/capacityReservationPreference", 10, of: ["open", "none"]),
        .one("/networkPerformanceOptions/bandwidthWeighting", 10, of: ["default", "vpc-1"]),
    ]
}
