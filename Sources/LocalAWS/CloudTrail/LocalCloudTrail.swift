import AWSCloudTrail
import AWSWire
import Model
import Simulation

/// CloudTrail's event history: every call that changed something, five minutes later (AWS: within a quarter of an hour).
/// Events are rows of `cloudtrail/event` in the registry, in a ring.
public enum LocalCloudTrail {
    /// The service with its operations.
    public static let service = LocalService(
        CloudTrail.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        buckets: [LocalService.Bucket("CloudTrail LookupEvents", burst: 2, refillPerMille: 2_000, ["LookupEvents"])],
        [.read("LookupEvents", lookupEvents)])

    private static let table = "cloudtrail/event"
    private static let delay = Span.minutes(5)
    private static let counter = "cloudtrail/counter"
    /// As many of the newest; older ones are forgotten.
    private static let kept = 1_000

    static func lookupEvents(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let attributes = request.list("lookupAttributes")
        guard attributes.count < 2 else {
            throw Refusal("InvalidLookupAttributesException", "Only one lookup attribute is supported.")
        }
        let from = request["startTime"]?.number ?? -.infinity
        let to = min(request["endTime"]?.number ?? .infinity, Double((world.now - delay).milliseconds) / 1_000)
        let rows = world.registry[table].values.filter { row in
            let at = row["eventTime"]?.number ?? 0
            return at >= from && at <= to && attributes.allSatisfy { holds($0, row) }
        }.sorted { ($0["eventId"]?.string ?? "") > ($1["eventId"]?.string ?? "") }
        let page = try request.page(rows, size: 50, invalidToken: "InvalidNextTokenException")
        var output: Value = ["events": .list(page.items)]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    private static func holds(_ attribute: Value, _ row: Value) -> Bool {
        let wanted = attribute["attributeValue"]?.string ?? ""
        let member =
            switch attribute["attributeKey"]?.string {
            case "EventName": row["eventName"]
            case "EventSource": row["eventSource"]
            case "EventId": row["eventId"]
            case "Username": row["username"]
            case "ReadOnly": row["readOnly"]
            default: Value?.none
            }
        return member?.string == wanted
    }

    /// Notes a call that was let through; what its shape calls sensitive is hidden, as AWS does.
    static func note(
        _ call: AWSCall, of model: ServiceModel, by caller: String, _ userAgent: String, in world: inout World
    ) {
        // Items are data events, which LookupEvents does not have.
        guard model.name != "dynamodb" || call.operation.hasSuffix("Table") else { return }
        let number = (world.registry[counter]["events"]?.integer ?? 0) + 1
        world.registry[counter]["events"] = .integer(number)
        let source = "\(model.endpointPrefix).amazonaws.com"
        let shape = model.operation(call.operation)?.input
        let record: Value = [
            "eventVersion": "1.11", "eventName": .string(call.operation), "eventSource": .string(source),
            "userIdentity": ["arn": .string(caller), "type": caller.hasSuffix(":root") ? "Root" : "AssumedRole"],
            "userAgent": .string(userAgent), "requestParameters": shape.map { hidden(call.input, $0) } ?? .null,
        ]
        EventsQueue.tell(record, of: call, from: model, in: &world)
        world.registry[table][key(number % kept)] = [
            "eventId": .string(key(number)), "eventName": .string(call.operation), "readOnly": "false",
            "eventTime": world.now.shown, "eventSource": .string(source),
            "username": .string(caller.split(separator: "/").last.map(String.init) ?? "root"),
            "cloudTrailEvent": .string(String(decoding: JSON.write(record), as: UTF8.self)),
        ]
    }

    private static func key(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    /// Sensitive to AWS, though its model does not say so.
    private static let secrets: Set<String> = ["environment", "userData"]

    private static func hidden(_ value: Value, _ shape: Shape) -> Value {
        if shape.sensitive { return "HIDDEN_DUE_TO_SECURITY_REASONS" }
        if let items = value.list {
            return .list(items.map { item in shape.child("0").map { hidden(item, $0) } ?? item })
        }
        guard let members = value.object else { return value }
        return .object(
            Dictionary(
                uniqueKeysWithValues: members.sorted { $0.key < $1.key }.map { name, member in
                    if shape.members?[name]?.sensitive == true || secrets.contains(name) {
                        return (name, "HIDDEN_DUE_TO_SECURITY_REASONS")
                    }
                    return (name, shape.child(name).map { hidden(member, $0) } ?? member)
                }))
    }
}
