import AWSCloudWatchLogs
import AWSWire
import Model

/// A CloudWatch log group, with its retention.
enum LogGroup: Kind {
    static let writers = ["PutRetentionPolicy", "DeleteRetentionPolicy", "DeleteLogGroup"]

    static let schema = KindSchema(
        kind: "LogGroup", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "logGroupName",
        createOnly: ["logGroupClass"],
        summary: "A CloudWatch log group: who may read it, and how long it keeps what was written.")

    static let manifest = ManifestKind(schema) { group in ([group], LogRetention.faults(of: group)) }

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = CloudWatchLogs.model.shapes["LogGroup"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: CloudWatchLogs.model.shapes["CreateLogGroupRequest"], except: ["retentionInDays"])

    private static let shape = SpecShape.structure(
        "LogGroup", from: CloudWatchLogs.model.shapes["CreateLogGroupRequest"], optional: ["logGroupName"],
        adding: [SpecShape.tags, Member("retentionInDays", .integer)] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] = [
        .tags,
        FieldRule(
            "/retentionInDays", operation: "PutRetentionPolicy", onRemoval: .keep,
            note: "How many days log events are kept; left out, AWS keeps them for ever."),
        FieldRule("/kmsKeyId", operation: "AssociateKmsKey", note: "The ARN of the key that encrypts new log events."),
        FieldRule("/logGroupClass", absent: "STANDARD"),
        FieldRule("/deletionProtectionEnabled", operation: "PutLogGroupDeletionProtection", absent: false),
    ]

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        change.live == nil ? creation(change) : updates(change)
    }

    private static func creation(_ change: ResourceChange) -> [PlannedCall] {
        var input = change.stated(without: ["retentionInDays"])
        input["logGroupName"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.map(change.creationTags) }
        let create = PlannedCall(AWSCall("logs", "CreateLogGroup", .object(input)), summary: "log group")
        guard let days = change.spec["retentionInDays"] else { return [create] }
        return [create, PlannedCall(retention(change, days), summary: "retentionInDays")]
    }

    private static func updates(_ change: ResourceChange) -> [PlannedCall] {
        let arn = change.output("arn")
        return key(change) + retention(change) + protection(change)
            + change.tagSteps(
                "logs", set: ("TagResource", { ["resourceArn": arn, "tags": TagStyle.map($0)] }),
                remove: ("UntagResource", { ["resourceArn": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }

    private static func key(_ change: ResourceChange) -> [PlannedCall] {
        guard change.touches("kmsKeyId") else { return [] }
        let key = change.merged["kmsKeyId"]
        let input = name(change).merging(key.map { ["kmsKeyId": $0] } ?? [:]) { $1 }
        let operation = key == nil ? "DisassociateKmsKey" : "AssociateKmsKey"
        return [change.step("logs", operation, input, of: ["kmsKeyId"])]
    }

    private static func retention(_ change: ResourceChange) -> [PlannedCall] {
        guard change.touches("retentionInDays") else { return [] }
        let call = change.merged["retentionInDays"].map { retention(change, $0) }
        return [
            PlannedCall(
                call ?? AWSCall("logs", "DeleteRetentionPolicy", .object(name(change))), summary: "retentionInDays")
        ]
    }

    private static func protection(_ change: ResourceChange) -> [PlannedCall] {
        let member = "deletionProtectionEnabled"
        guard change.touches(member) else { return [] }
        let input: [String: Value] = [
            "logGroupIdentifier": .string(change.resource.awsName), member: change.merged[member] ?? false,
        ]
        return [change.step("logs", "PutLogGroupDeletionProtection", input, of: [member])]
    }

    private static func name(_ change: ResourceChange) -> [String: Value] {
        ["logGroupName": .string(change.resource.awsName)]
    }

    private static func retention(_ change: ResourceChange, _ days: Value) -> AWSCall {
        AWSCall(
            "logs", "PutRetentionPolicy",
            ["logGroupName": .string(change.resource.awsName), "retentionInDays": days])
    }
}
