import Model

extension KindSample {
    static let launchTemplate = KindSample(
        resource: .sample("LaunchTemplate", "spot", launchTemplateSpec), services: { [FakeLaunchTemplates()] },
        changes: [
            SampleChange("/imageId", "ami-2", .rollsInstances, version),
            SampleChange("/keyName", nil, .rollsInstances, version),
            SampleChange("/ecsConfig/containerStopTimeout", "2m", .rollsInstances, version),
            SampleChange("/ecsConfig/attributes/stack", "blue", .rollsInstances, version),
            SampleChange(
                "/ecsConfig/variables", nil, found: ["/ecsConfig/variables/ECS_LOGLEVEL"], .rollsInstances, version),
            SampleChange("/ecsConfig/registryCredentials/ssm", "/other", .rollsInstances, version),
            SampleChange("/userData", "#!/bin/bash\necho hello\n", .rollsInstances, version),
            SampleChange("/userData", nil, .rollsInstances, version),
            SampleChange("/securityGroupIds", ["sg-2", "sg-1"], found: [], []),
            SampleChange(
                "/blockDeviceMappings/0/ebs/volumeSize", 50, found: ["/blockDeviceMappings/~1dev~1xvda/ebs/volumeSize"],
                .rollsInstances, version),
            SampleChange("/tags/team", "web", ["CreateTags"]), SampleChange("/tags/team", nil, ["DeleteTags"]),
        ])

    private static let version = ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate"]

    static let launchTemplateSpec: Value = [
        "imageId": "ami-1", "instanceType": "t3.large", "keyName": "demo", "securityGroupIds": ["sg-1", "sg-2"],
        "iamInstanceProfile": ["name": "ecsInstanceRole"], "ebsOptimized": true,
        "creditSpecification": ["cpuCredits": "unlimited"],
        "metadataOptions": ["httpTokens": "required", "httpPutResponseHopLimit": 2],
        "blockDeviceMappings": [
            ["deviceName": "/dev/xvda", "ebs": ["volumeSize": 30, "volumeType": "gp3", "encrypted": true]]
        ],
        "tagSpecifications": [["resourceType": "volume", "tags": [["key": "team", "value": "core"]]]],
        "ecsConfig": [
            "cluster": "demo-api", "spotInstanceDraining": true, "containerStopTimeout": "30s",
            "imagePullBehavior": "prefer-cached", "reservedMemory": 64, "attributes": ["stack": "green"],
            "variables": ["ECS_LOGLEVEL": "warn"], "registryCredentials": ["ssm": "/registry/auth"],
        ],
        "userData": "#!/bin/bash\nsysctl -w net.core.somaxconn=1024\n", "tags": ["team": "core"],
    ]
}
