import AWSCloudWatchLogs
import AWSWire
import Model

/// A CloudWatch log group, with its retention.
enum LogGroup: Kind {
    static let schema = KindSchema(
        kind: "LogGroup", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "logGroupName",
        createOnly: ["logGroupClass"],
        summary: "A CloudWatch log group: who may read it, and how long it keeps what was written.")

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
        FieldRule(
            "/deletionProtectionEnabled", .replaces, absent: false, note: "Set when the group is made."),
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
        var steps: [PlannedCall] = []
        let name: [String: Value] = ["logGroupName": .string(change.resource.awsName)]
        if change.touches("kmsKeyId") {
            let key = change.merged["kmsKeyId"]
            let input = name.merging(key.map { ["kmsKeyId": $0] } ?? [:]) { $1 }
            steps.append(
                change.step("logs", key == nil ? "DisassociateKmsKey" : "AssociateKmsKey", input, of: ["kmsKeyId"]))
        }
        if change.touches("retentionInDays") {
            let call = change.merged["retentionInDays"].map { retention(change, $0) }
            steps.append(
                PlannedCall(
                    call ?? AWSCall("logs", "DeleteRetentionPolicy", .object(name)), summary: "retentionInDays"))
        }
        let arn = change.output("arn")
        return steps
            + change.tagSteps(
                "logs", set: ("TagResource", { ["resourceArn": arn, "tags": TagStyle.map($0)] }),
                remove: ("UntagResource", { ["resourceArn": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }

    private static func retention(_ change: ResourceChange, _ days: Value) -> AWSCall {
        AWSCall(
            "logs", "PutRetentionPolicy",
            ["logGroupName": .string(change.resource.awsName), "retentionInDays": days])
    }
}
