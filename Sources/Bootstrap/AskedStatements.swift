/// What AWS asks of whoever calls Neap's operations, beside the operations themselves.
enum AskedStatements {
    /// Roles that are handed on: each list to the one service that may take it.
    static let passing = [
        pass("TaskRoles", to: "ecs-tasks.amazonaws.com"), pass("InstanceRoles", to: "ec2.amazonaws.com"),
        pass("ServiceRoles", to: "ecs.amazonaws.com"), pass("GroupRoles", to: "autoscaling.amazonaws.com"),
    ]

    /// Neap's own roles, which its own service names.
    static let passingOwn = Statement(
        sid: "PassOwnRoles", actions: ["iam:PassRole"],
        resources: .list(
            ["controller", "execution"].map {
                .sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Name}-\($0)")
            }), condition: ["StringEquals": ["iam:PassedToService": "ecs-tasks.amazonaws.com"]])

    /// AWS makes these roles for itself the first time that somebody makes a cluster, a group, a load balancer or so.
    static let ownRoles = Statement(
        sid: "ServiceLinkedRoles", actions: ["iam:CreateServiceLinkedRole"],
        resources: .sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/*"),
        condition: [
            "StringEquals": [
                "iam:AWSServiceName": [
                    "autoscaling.amazonaws.com", "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com",
                    "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com",
                ]
            ]
        ])

    /// A group with a launch template launches what its maker may launch: by the environment's templates alone.
    static let launching = [
        Statement(
            sid: "LaunchTemplates", actions: ["ec2:RunInstances"],
            resources: .sub("arn:${AWS::Partition}:ec2:*:${AWS::AccountId}:launch-template/*"),
            condition: TagCondition.held),
        Statement(
            sid: "LaunchByTemplate", actions: ["ec2:RunInstances"],
            resources: .list(
                [.sub("arn:${AWS::Partition}:ec2:*::image/*"), .sub("arn:${AWS::Partition}:ec2:*::snapshot/*")]
                    + launched(launchedTypes + usedTypes)
                    + sharedTypes.map { .sub("arn:${AWS::Partition}:ec2:*:*:\($0)/*") }),
            condition: [
                "ArnLike": [
                    "ec2:LaunchTemplate": .sub("arn:${AWS::Partition}:ec2:*:${AWS::AccountId}:launch-template/*")
                ]
            ]),
        Statement(
            sid: "TagWhatIsLaunched", actions: ["ec2:CreateTags"], resources: .list(launched(launchedTypes)),
            condition: ["StringEquals": ["ec2:CreateAction": "RunInstances"]]),
    ]

    /// Alarms that Application Auto Scaling keeps for target tracking, in the name of whoever wrote the policy.
    static let targetTracking = Statement(
        sid: "TargetTrackingAlarms", actions: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
        resources: .sub("arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm:TargetTracking-*"))

    /// What Elastic Load Balancing looks up in the name of whoever makes a load balancer.
    static let balancing = Statement(
        sid: "AskedForLoadBalancers",
        actions: [
            "cognito-idp:DescribeUserPoolClient", "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses",
            "ec2:DescribeInternetGateways", "ec2:GetSecurityGroupsForVpc",
        ], resources: "*")

    private static let launchedTypes = ["instance", "network-interface", "spot-instances-request", "volume"]
    private static let usedTypes = ["image", "key-pair", "snapshot"]
    /// What another account may share with this one (AWS RAM).
    private static let sharedTypes = ["capacity-reservation", "placement-group", "security-group", "subnet"]

    private static func launched(_ types: [String]) -> [TemplateNode] {
        types.map { .sub("arn:${AWS::Partition}:ec2:*:${AWS::AccountId}:\($0)/*") }
    }

    private static func pass(_ list: String, to service: String) -> Statement {
        Statement(
            sid: "Pass" + list, actions: ["iam:PassRole"], resources: .ref(list),
            condition: ["StringEquals": ["iam:PassedToService": .text(service)]], isThereWhen: "Has" + list)
    }
}
