/// The roles of Neap's own task.
enum ControllerRoles {
    /// What Neap itself acts as, with these policies of the template.
    static func controller(_ policies: [String]) -> TemplateNode {
        [
            "Type": "AWS::IAM::Role",
            "Properties": [
                "RoleName": .sub("${Name}-controller"), "Description": "Neap's controller",
                "AssumeRolePolicyDocument": trust, "ManagedPolicyArns": .list(policies.map { .ref($0) }),
            ],
        ]
    }

    /// What ECS acts as to start Neap's task: its image, its secrets, its log group.
    static let execution: TemplateNode = [
        "Type": "AWS::IAM::Role",
        "Properties": [
            "RoleName": .sub("${Name}-execution"), "Description": "Starts Neap's controller",
            "AssumeRolePolicyDocument": trust,
            "Policies": [
                [
                    "PolicyName": "start",
                    "PolicyDocument": ["Version": "2012-10-17", "Statement": .list(starting.map(\.node))],
                ]
            ],
        ],
    ]

    private static let starting = [
        Statement(
            sid: "Logs", actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
            resources: .sub("arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:/ecs/${Name}:*")),
        Statement(
            sid: "Registry", actions: ["ecr:GetAuthorizationToken"], resources: "*",
            isThereWhen: "HasImageRepositories"),
        Statement(
            sid: "Image",
            actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            resources: .ref("ImageRepositories"), isThereWhen: "HasImageRepositories"),
        Statement(
            sid: "Secrets", actions: ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
            resources: .ref("Secrets"), isThereWhen: "HasSecrets"),
        // Only to read secrets by it, in whichever region they are.
        Statement(
            sid: "SecretKeys", actions: ["kms:Decrypt"], resources: .ref("SecretKeys"),
            condition: ["StringLike": ["kms:ViaService": ["secretsmanager.*", "ssm.*"]]], isThereWhen: "HasSecretKeys"),
    ]

    /// ECS's tasks of this account alone.
    private static let trust: TemplateNode = [
        "Version": "2012-10-17",
        "Statement": [
            [
                "Effect": "Allow", "Principal": ["Service": "ecs-tasks.amazonaws.com"], "Action": "sts:AssumeRole",
                "Condition": [
                    "StringEquals": ["aws:SourceAccount": .ref("AWS::AccountId")],
                    "ArnLike": ["aws:SourceArn": .sub("arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:*")],
                ],
            ]
        ],
    ]
}
