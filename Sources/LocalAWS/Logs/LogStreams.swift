import Model
import Simulation

extension LocalLogs {
    static func createLogStream(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, row) = try group(request, world)
        let name = request.text("logStreamName") ?? ""
        guard world.registry[streams(of: group)][name] == nil else {
            throw Refusal("ResourceAlreadyExistsException", "The specified log stream already exists")
        }
        let arn = (row["logGroupArn"]?.string ?? "") + ":log-stream:" + name
        world.registry[streams(of: group)][name] = [
            "logStreamName": .string(name), "creationTime": milliseconds(world), "arn": .string(arn), "storedBytes": 0,
        ]
        return .emptyObject
    }

    static func describeLogStreams(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, _) = try group(request, world)
        let prefix = request.text("logStreamNamePrefix") ?? ""
        let put = world.registry[streams(of: group)].all.map { ($0.key, $0.value) }
        let written = ContainerLines.events(of: group, in: world).map { ($0.key, row($0.key, $0.value)) }
        let rows = Dictionary(put + written) { stored, _ in stored }.filter { $0.key.hasPrefix(prefix) }
        var sorted = rows.sorted { $0.key < $1.key }
        if request.text("orderBy") == "LastEventTime" {
            sorted.sort {
                ($0.value["lastEventTimestamp"]?.integer ?? 0) < ($1.value["lastEventTimestamp"]?.integer ?? 0)
            }
        }
        if request["descending"]?.bool ?? false { sorted.reverse() }
        let page = try request.page(sorted.map(\.value), limit: "limit", size: 50)
        var output: Value = ["logStreams": .list(page.items)]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    /// A stream that a simulated container writes to.
    private static func row(_ name: String, _ events: [Value]) -> Value {
        var row: Value = ["logStreamName": .string(name), "storedBytes": 0]
        row["creationTime"] = events.first?["timestamp"]
        row["firstEventTimestamp"] = events.first?["timestamp"]
        row["lastEventTimestamp"] = events.last?["timestamp"]
        return row
    }

    static func deleteLogStream(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, name, _) = try stream(request, world)
        world.registry[streams(of: group)][name] = nil
        world.registry[events(of: group)][name] = nil
        return .emptyObject
    }

    static func stream(
        _ request: LocalRequest, _ world: World
    ) throws(Refusal) -> (group: String, name: String, row: Value) {
        let (group, _) = try group(request, world)
        let name = request.text("logStreamName") ?? ""
        guard let row = world.registry[streams(of: group)][name] else {
            throw Refusal("ResourceNotFoundException", "The specified log stream does not exist.")
        }
        return (group, name, row)
    }
}
