import AWSWire
import Model
import Simulation

/// A queue's attributes: texts by AWS's own names.
enum QueueAttributes {
    /// What AWS gives a queue that is told nothing.
    static let defaults: [String: Value] = [
        "VisibilityTimeout": "30", "MaximumMessageSize": "1048576", "MessageRetentionPeriod": "345600",
        "DelaySeconds": "0", "ReceiveMessageWaitTimeSeconds": "0", "SqsManagedSseEnabled": "true",
    ]

    private static let bounds: [String: ClosedRange<Int>] = [
        "VisibilityTimeout": 0...43_200, "MaximumMessageSize": 1_024...1_048_576,
        "MessageRetentionPeriod": 60...1_209_600, "DelaySeconds": 0...900, "ReceiveMessageWaitTimeSeconds": 0...20,
    ]
    private static let texts: Set<String> = [
        "Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds",
        "SqsManagedSseEnabled",
    ]

    static func check(_ asked: [String: Value]) throws(Refusal) {
        for (name, value) in asked.sorted(by: { $0.key < $1.key }) {
            if let range = bounds[name] {
                guard let number = value.string.flatMap(Int.init), range.contains(number) else {
                    throw Refusal("InvalidAttributeValue", "Invalid value for the parameter \(name).")
                }
            } else if !texts.contains(name) {
                // FIFO queues are not modelled.
                throw Refusal("InvalidAttributeName", "Unknown Attribute \(name).")
            }
        }
    }

    /// A whole number among a queue's attributes.
    static func number(_ name: String, of queue: String, _ world: World) -> Int {
        world.registry[LocalSQS.table][queue]?["attributes"]?[name]?.string.flatMap(Int.init) ?? 0
    }

    static func shown(of queue: String, _ world: World) -> [String: Value] {
        guard let row = world.registry[LocalSQS.table][queue] else { return [:] }
        var all = row["attributes"]?.object ?? [:]
        let messages = world.registry[Messages.table(queue)].values
        let now = world.now.milliseconds
        let hidden = messages.filter { ($0["visibleAt"]?.integer ?? 0) > now }
        let delayed = hidden.filter { $0["received"]?.integer == 0 }
        let counts = [
            "ApproximateNumberOfMessages": messages.count - hidden.count,
            "ApproximateNumberOfMessagesDelayed": delayed.count,
            "ApproximateNumberOfMessagesNotVisible": hidden.count - delayed.count,
        ]
        all.merge(counts.mapValues { Value.string(String($0)) }) { $1 }
        all["QueueArn"] = .string(world.place.arn("sqs", queue))
        all["CreatedTimestamp"] = seconds(row["created"])
        all["LastModifiedTimestamp"] = seconds(row["modified"])
        return all
    }

    private static func seconds(_ time: Value?) -> Value { .string(String(Int(time?.number ?? 0))) }

    /// The queue that messages go to which were received too often, and how often that is; nil for none.
    static func redrive(of queue: String, _ world: World) -> (queue: String, after: Int)? {
        guard let text = world.registry[LocalSQS.table][queue]?["attributes"]?["RedrivePolicy"]?.string else {
            return nil
        }
        let policy: Value
        // What is no JSON moves nothing.
        do { policy = try JSON.parse(Array(text.utf8)) } catch { return nil }
        guard let name = policy["deadLetterTargetArn"]?.string?.split(separator: ":").last.map(String.init),
            world.registry[LocalSQS.table][name] != nil,
            let count = policy["maxReceiveCount"]?.integer ?? policy["maxReceiveCount"]?.string.flatMap(Int.init)
        else { return nil }
        return (name, count)
    }
}
