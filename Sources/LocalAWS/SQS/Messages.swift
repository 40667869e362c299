import AWSWire
import Crypto
import Model
import Simulation

/// Messages of queues: at least once, hidden while somebody has them.
enum Messages {
    static func table(_ queue: String) -> String { "sqs/messages/\(queue)" }
    private static let counter = "sqs/counter"

    static func send(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try put(request.input, into: try LocalSQS.existing(world, request), &world)
    }

    static func sendBatch(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let queue = try LocalSQS.existing(world, request)
        return try batch(request) { entry throws(Refusal) in
            try put(entry, into: queue, &world).overlaid(with: ["id": entry["id"] ?? .null])
        }
    }

    /// Puts a message behind the others.
    @discardableResult
    static func put(_ entry: Value, into queue: String, _ world: inout World) throws(Refusal) -> Value {
        let body = entry["messageBody"]?.string ?? ""
        guard body.utf8.count <= QueueAttributes.number("MaximumMessageSize", of: queue, world), !body.isEmpty else {
            let most = QueueAttributes.number("MaximumMessageSize", of: queue, world)
            throw Refusal(
                "InvalidParameterValue",
                "One or more parameters are invalid. Reason: Message must have 1 to \(most) bytes.")
        }
        let number = (world.registry[counter]["messages"]?.integer ?? 0) + 1
        world.registry[counter]["messages"] = .integer(number)
        let delay = entry["delaySeconds"]?.integer ?? QueueAttributes.number("DelaySeconds", of: queue, world)
        let id = world.dice.uuid(UInt64(number), .request)
        var row: Value = [
            "messageId": .string(id), "body": .string(body), "md5": .string(md5(Array(body.utf8))),
            "sentAt": .integer(Int(world.now.milliseconds)), "received": 0,
            "visibleAt": .integer(Int((world.now + .seconds(delay)).milliseconds)),
        ]
        row["attributes"] = entry["messageAttributes"]
        world.registry[table(queue)][id] = row
        return .known([
            "messageId": .string(id), "md5OfMessageBody": row["md5"],
            "md5OfMessageAttributes": entry["messageAttributes"].map { .string(MessageDigest.of($0)) },
        ])
    }

    static func receive(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let queue = try LocalSQS.existing(world, request)
        let most = request["maxNumberOfMessages"]?.integer ?? 1
        guard (1...10).contains(most) else {
            throw Refusal("InvalidParameterValue", "Value \(most) for parameter MaxNumberOfMessages is invalid.")
        }
        forgetOld(in: queue, &world)
        let found = world.registry[table(queue)].all.filter { isVisible($0.value, world) }.prefix(most)
        let redrive = QueueAttributes.redrive(of: queue, world)
        var given: [Value] = []
        for (key, row) in found {
            if let redrive, (row["received"]?.integer ?? 0) >= redrive.after {
                world.registry[table(queue)][key] = nil
                world.registry[table(redrive.queue)][key] = row.overlaid(with: ["received": 0])
            } else {
                given.append(give(key, row, of: queue, request, &world))
            }
        }
        return given.isEmpty ? .emptyObject : ["messages": .list(given)]
    }

    private static func give(
        _ key: String, _ row: Value, of queue: String, _ request: LocalRequest, _ world: inout World
    ) -> Value {
        let hidden =
            request["visibilityTimeout"]?.integer ?? QueueAttributes.number("VisibilityTimeout", of: queue, world)
        var row = row
        let count = (row["received"]?.integer ?? 0) + 1
        row["received"] = .integer(count)
        row["firstAt"] = row["firstAt"] ?? .integer(Int(world.now.milliseconds))
        row["visibleAt"] = .integer(Int((world.now + .seconds(hidden)).milliseconds))
        world.registry[table(queue)][key] = row
        var message = row.picking(["messageId", "body"])
        message["md5OfBody"] = row["md5"]
        message["receiptHandle"] = .string(Base64.encode(Array("\(key) \(count)".utf8)))
        let asked = request.texts("attributeNames") + request.texts("messageSystemAttributeNames")
        let shown = shown(row, count, world).filter { asked.contains($0.key) || asked.contains("All") }
        if !shown.isEmpty { message["attributes"] = .object(shown) }
        return message.overlaid(with: MessageDigest.shown(row["attributes"], request.texts("messageAttributeNames")))
    }

    private static func shown(_ row: Value, _ count: Int, _ world: World) -> [String: Value] {
        let texts = [
            "SenderId": world.place.account, "SentTimestamp": String(row["sentAt"]?.integer ?? 0),
            "ApproximateReceiveCount": String(count),
            "ApproximateFirstReceiveTimestamp": String(row["firstAt"]?.integer ?? 0),
        ]
        return texts.mapValues { .string($0) }
    }

    /// How long a receiver may wait for the first message; none when one is there, or the queue is not.
    static func patience(_ world: World, _ request: LocalRequest) -> Span {
        guard let queue = request.text("queueUrl")?.split(separator: "/").last.map(String.init),
            world.registry[LocalSQS.table][queue] != nil
        else { return .zero }
        let wait =
            request["waitTimeSeconds"]?.integer
            ?? QueueAttributes.number("ReceiveMessageWaitTimeSeconds", of: queue, world)
        guard (1...20).contains(wait) else { return .zero }
        let isThere = world.registry[table(queue)].values.contains { isVisible($0, world) }
        return isThere ? .zero : .seconds(wait)
    }

    private static func isVisible(_ row: Value, _ world: World) -> Bool {
        (row["visibleAt"]?.integer ?? 0) <= Int(world.now.milliseconds)
    }

    private static func forgetOld(in queue: String, _ world: inout World) {
        let kept = Span.seconds(QueueAttributes.number("MessageRetentionPeriod", of: queue, world))
        let limit = Int((world.now - kept).milliseconds)
        for (key, row) in world.registry[table(queue)].all where (row["sentAt"]?.integer ?? 0) < limit {
            world.registry[table(queue)][key] = nil
        }
    }

    static func md5(_ bytes: [UInt8]) -> String {
        Insecure.MD5.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Messages {
    static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let queue = try LocalSQS.existing(world, request)
        world.registry[table(queue)][try key(request["receiptHandle"])] = nil
        return .emptyObject
    }

    static func deleteBatch(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let queue = try LocalSQS.existing(world, request)
        return try batch(request) { entry throws(Refusal) in
            world.registry[table(queue)][try key(entry["receiptHandle"])] = nil
            return ["id": entry["id"] ?? .null]
        }
    }

    static func changeVisibility(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (queue, key) = (try LocalSQS.existing(world, request), try Self.key(request["receiptHandle"]))
        guard let row = world.registry[table(queue)][key], !isVisible(row, world) else {
            throw Refusal("MessageNotInflight", "The message referred to is not in flight.")
        }
        let hidden = Span.seconds(request["visibilityTimeout"]?.integer ?? 0)
        world.registry[table(queue)][key]?["visibleAt"] = .integer(Int((world.now + hidden).milliseconds))
        return .emptyObject
    }

    private static func key(_ handle: Value?) throws(Refusal) -> String {
        guard let bytes = handle?.string.flatMap(Base64.decode),
            let key = String(decoding: bytes, as: UTF8.self).split(separator: " ").first
        else { throw Refusal("ReceiptHandleIsInvalid", "The input receipt handle is invalid.") }
        return String(key)
    }

    /// Each entry for itself: one that is refused does not keep the others.
    private static func batch(
        _ request: LocalRequest, _ body: (Value) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        let entries = request.list("entries")
        let ids = entries.compactMap { $0["id"]?.string }
        if entries.isEmpty {
            throw Refusal("EmptyBatchRequest", "There should be at least one entry in the request.")
        }
        if entries.count > 10 {
            throw Refusal("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10.")
        }
        if Set(ids).count != entries.count {
            throw Refusal("BatchEntryIdsNotDistinct", "Two or more entries share an Id.")
        }
        var (done, failed): ([Value], [Value]) = ([], [])
        for entry in entries {
            do throws(Refusal) {
                done.append(try body(entry))
            } catch {
                failed.append([
                    "id": entry["id"] ?? .null, "senderFault": true, "code": .string(error.code),
                    "message": .string(error.message),
                ])
            }
        }
        return ["successful": .list(done), "failed": .list(failed)]
    }
}
