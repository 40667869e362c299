import AWSSQS
import Model
import Simulation

/// SQS's standard queues. A queue is a row of `sqs/queue` in the registry, its messages are rows of `sqs/messages/<queue>`.
enum LocalSQS {
    static let service = LocalService(
        SQS.model, throttle: ("RequestThrottled", "Rate exceeded", 400),
        [
            .write("CreateQueue", createQueue), .write("DeleteQueue", deleteQueue), .read("ListQueues", listQueues),
            .read("GetQueueUrl", getQueueURL), .read("GetQueueAttributes", getQueueAttributes),
            .write("SetQueueAttributes", setQueueAttributes), .write("PurgeQueue", purgeQueue),
            .data("SendMessage", Messages.send), .data("SendMessageBatch", Messages.sendBatch),
            .data("ReceiveMessage", Messages.receive, patience: Messages.patience),
            .data("DeleteMessage", Messages.delete), .data("DeleteMessageBatch", Messages.deleteBatch),
            .data("ChangeMessageVisibility", Messages.changeVisibility),
        ])

    static let table = "sqs/queue"

    /// Makes a queue as AWS does unless it is told otherwise; nothing when there is one of that name.
    static func make(_ name: String, in world: inout World) {
        guard world.registry[table][name] == nil else { return }
        world.registry[table][name] = [
            "attributes": .object(QueueAttributes.defaults), "created": world.now.shown, "modified": world.now.shown,
        ]
    }

    static func url(_ name: String, _ world: World) -> Value {
        .string("https://sqs.\(world.place.region).amazonaws.com/\(world.place.account)/\(name)")
    }

    /// The name of the queue that a request is for; it has to be there.
    static func existing(_ world: World, _ request: LocalRequest) throws(Refusal) -> String {
        let name =
            request.text("queueUrl")?.split(separator: "/").last.map(String.init) ?? request.text("queueName") ?? ""
        guard world.registry[table][name] != nil else {
            throw Refusal("QueueDoesNotExist", "The specified queue does not exist.")
        }
        return name
    }

    private static func createQueue(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("queueName") ?? ""
        let asked = request["attributes"]?.object ?? [:]
        guard name.wholeMatch(of: /[A-Za-z0-9_-]{1,80}/) != nil else {
            throw Refusal(
                "InvalidParameterValue",
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length. "
                    + "FIFO queues are not modelled.")
        }
        try QueueAttributes.check(asked)
        let attributes = QueueAttributes.defaults.merging(asked) { $1 }
        if let known = world.registry[table][name] {
            guard asked.allSatisfy({ known["attributes"]?[$0.key] == $0.value }) else {
                throw Refusal(
                    "QueueNameExists",
                    "A queue already exists with the same name and a different value for its attributes.")
            }
        } else {
            make(name, in: &world)
            world.registry[table][name]?["attributes"] = .object(attributes)
        }
        return ["queueUrl": url(name, world)]
    }

    private static func deleteQueue(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try existing(world, request)
        world.registry[table][name] = nil
        world.registry[Messages.table(name)] = Registry.Table()
        return .emptyObject
    }

    private static func listQueues(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let prefix = request.text("queueNamePrefix") ?? ""
        let names = world.registry[table].all.map(\.key).filter { $0.hasPrefix(prefix) }.sorted()
        let page = try request.page(names, size: 1_000, invalidToken: "InvalidParameterValue")
        return .known(["queueUrls": .list(page.items.map { url($0, world) }), "nextToken": .text(page.next)])
    }

    private static func getQueueURL(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["queueUrl": url(try existing(world, request), world)]
    }

    private static func getQueueAttributes(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try existing(world, request)
        let asked = request.texts("attributeNames")
        let all = QueueAttributes.shown(of: name, world)
        let shown = asked.contains("All") ? all : all.filter { asked.contains($0.key) }
        return ["attributes": .object(shown)]
    }

    private static func setQueueAttributes(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try existing(world, request)
        let asked = request["attributes"]?.object ?? [:]
        try QueueAttributes.check(asked)
        let known = world.registry[table][name]?["attributes"]?.object ?? [:]
        world.registry[table][name]?["attributes"] = .object(known.merging(asked) { $1 }.filter { $0.value != "" })
        world.registry[table][name]?["modified"] = world.now.shown
        return .emptyObject
    }

    private static func purgeQueue(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        world.registry[Messages.table(try existing(world, request))] = Registry.Table()
        return .emptyObject
    }
}
