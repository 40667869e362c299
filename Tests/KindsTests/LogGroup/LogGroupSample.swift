import Model

extension KindSample {
    static let logGroup = KindSample(
        resource: .sample("LogGroup", "api", spec, awsName: "/ecs/demo-api/api"), services: { [FakeLogGroups()] },
        changes: [
            SampleChange("/retentionInDays", 30, ["PutRetentionPolicy"]),
            SampleChange("/retentionInDays", nil, found: [], []),
            SampleChange("/kmsKeyId", "arn:aws:kms:eu-west-1:123456789012:key/2", ["AssociateKmsKey"]),
            SampleChange("/kmsKeyId", nil, ["DisassociateKmsKey"]),
            SampleChange("/deletionProtectionEnabled", false, ["PutLogGroupDeletionProtection"]),
            SampleChange("/deletionProtectionEnabled", nil, ["PutLogGroupDeletionProtection"]),
            SampleChange("/logGroupClass", "INFREQUENT_ACCESS", .replaces, []),
            SampleChange("/logGroupClass", nil, found: [], []),
            SampleChange("/tags/team", "web", ["TagResource"]), SampleChange("/tags/team", nil, ["UntagResource"]),
            SampleChange("/tags/cost", 7, ["TagResource"]),
        ])

    private static let spec: Value = [
        "retentionInDays": 14, "kmsKeyId": "arn:aws:kms:eu-west-1:123456789012:key/1", "logGroupClass": "STANDARD",
        "deletionProtectionEnabled": true, "tags": ["team": "core"],
    ]
}
