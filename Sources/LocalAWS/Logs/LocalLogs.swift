import AWSCloudWatchLogs
import Model
import Simulation

/// CloudWatch Logs (aws-facts 4.13): everything of it is written down in the registry and read back.
///
/// Groups are rows of `logs/group`, their tags of `logs/tags`; the streams of a group are a table of their own.
public enum LocalLogs {
    /// The service with its operations.
    public static let service = LocalService(
        CloudWatchLogs.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        buckets: [LocalService.Bucket("DescribeLogGroups", burst: 10, refillPerMille: 10_000, ["DescribeLogGroups"])],
        [
            .write("CreateLogGroup", createLogGroup),
            .read("DescribeLogGroups", describeLogGroups),
            .write("DeleteLogGroup", deleteLogGroup),
            .write("PutRetentionPolicy", putRetentionPolicy),
            .write("DeleteRetentionPolicy", deleteRetentionPolicy),
            .write("AssociateKmsKey", associateKmsKey),
            .write("DisassociateKmsKey", disassociateKmsKey),
            .write("PutLogGroupDeletionProtection", putLogGroupDeletionProtection),
            .write("TagResource", tagResource),
            .write("UntagResource", untagResource),
            .read("ListTagsForResource", listTagsForResource),
            .write("TagLogGroup", tagResource),
            .write("UntagLogGroup", untagResource),
            .read("ListTagsLogGroup", listTagsForResource),
            .write("CreateLogStream", createLogStream),
            .read("DescribeLogStreams", describeLogStreams),
            .write("DeleteLogStream", deleteLogStream),
            .write("PutLogEvents", putLogEvents),
            .read("GetLogEvents", getLogEvents),
            .read("FilterLogEvents", filterLogEvents),
        ])

    static let groups = "logs/group"
    static let tags = "logs/tags"
    static func streams(of group: String) -> String { "logs/stream/" + group }
    static func events(of group: String) -> String { "logs/events/" + group }

    /// The group that a request names: by name, identifier or ARN, with `:*` behind it or without.
    static func name(_ request: LocalRequest) -> String {
        let said =
            request.text("logGroupName") ?? request.text("logGroupIdentifier") ?? request.text("resourceIdentifier")
            ?? request.text("resourceArn") ?? ""
        return name(said)
    }

    /// The name in a group's ARN; a name stays as it is.
    static func name(_ said: String) -> String {
        guard said.hasPrefix("arn:") else { return said }
        let words = said.split(separator: ":", omittingEmptySubsequences: false)
        return words.count > 6 ? String(words[6]) : said
    }

    static func group(_ request: LocalRequest, _ world: World) throws(Refusal) -> (name: String, row: Value) {
        let name = name(request)
        guard let row = world.registry[groups][name] else {
            throw Refusal("ResourceNotFoundException", "The specified log group does not exist.")
        }
        return (name, row)
    }

    static func milliseconds(_ world: World) -> Value { .integer(Int(world.now.milliseconds)) }
}
