import Model
import Simulation

extension LocalLogs {
    /// How many events a stream keeps.
    private static let kept = 10_000

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
        let rows = world.registry[streams(of: group)].all.filter { $0.key.hasPrefix(prefix) }
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

    static func deleteLogStream(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, name, _) = try stream(request, world)
        world.registry[streams(of: group)][name] = nil
        world.registry[events(of: group)][name] = nil
        return .emptyObject
    }

    static func putLogEvents(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, name, known) = try stream(request, world)
        let fresh = request.list("logEvents").map { event in
            var event = event
            event["ingestionTime"] = milliseconds(world)
            return event
        }
        let times = fresh.map { $0["timestamp"]?.integer ?? 0 }
        guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw Refusal(
                "InvalidParameterException",
                "Log events in a single PutLogEvents request must be in chronological order.")
        }
        let all = (world.registry[events(of: group)][name]?.list ?? []) + fresh
        let sorted = all.enumerated().sorted { a, b in
            let (x, y) = (a.element["timestamp"]?.integer ?? 0, b.element["timestamp"]?.integer ?? 0)
            return x != y ? x < y : a.offset < b.offset
        }
        world.registry[events(of: group)][name] = .list(sorted.suffix(kept).map(\.element))
        var row = known
        row["firstEventTimestamp"] = sorted.first?.element["timestamp"]
        row["lastEventTimestamp"] = sorted.last?.element["timestamp"]
        row["lastIngestionTime"] = milliseconds(world)
        world.registry[streams(of: group)][name] = row
        return ["nextSequenceToken": .string(String(sorted.count))]
    }

    /// Tokens are `f/<n>` and `b/<n>`: the event at which the next page begins, or before which it ends.
    static func getLogEvents(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, name, _) = try stream(request, world)
        let all = (world.registry[events(of: group)][name]?.list ?? []).filter { isWithin($0, request) }
        let limit = max(1, min(10_000, request["limit"]?.integer ?? 10_000))
        var range =
            request["startFromHead"]?.bool ?? false
            ? 0..<min(limit, all.count) : max(0, all.count - limit)..<all.count
        if let token = request.text("nextToken") {
            guard let place = Int(token.dropFirst(2)), (0...all.count).contains(place) else {
                throw Refusal("InvalidParameterException", "The specified nextToken is invalid.")
            }
            let isForward = token.hasPrefix("f/")
            range = isForward ? place..<min(all.count, place + limit) : max(0, place - limit)..<place
        }
        return [
            "events": .list(Array(all[range])), "nextForwardToken": .string("f/\(range.upperBound)"),
            "nextBackwardToken": .string("b/\(range.lowerBound)"),
        ]
    }

    /// A pattern is a text that a message has to hold; quotation marks around it are taken off.
    static func filterLogEvents(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, _) = try group(request, world)
        let names = request.texts("logStreamNames")
        let prefix = request.text("logStreamNamePrefix") ?? ""
        let words = (request.text("filterPattern") ?? "").split(separator: " ").map { word in
            String(word.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
        }
        var found: [Value] = []
        for (name, rows) in world.registry[events(of: group)].all.sorted(by: { $0.key < $1.key })
        where name.hasPrefix(prefix) && (names.isEmpty || names.contains(name)) {
            for (index, event) in (rows.list ?? []).enumerated() where isWithin(event, request) {
                let text = event["message"]?.string ?? ""
                guard words.allSatisfy({ text.contains($0) }) else { continue }
                var event = event
                event["logStreamName"] = .string(name)
                event["eventId"] = .string("\(event["timestamp"]?.integer ?? 0)-\(name)-\(index)")
                found.append(event)
            }
        }
        let page = try request.page(found, limit: "limit", size: 10_000)
        var output: Value = ["events": .list(page.items), "searchedLogStreams": .list([])]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    private static func stream(
        _ request: LocalRequest, _ world: World
    ) throws(Refusal) -> (group: String, name: String, row: Value) {
        let (group, _) = try group(request, world)
        let name = request.text("logStreamName") ?? ""
        guard let row = world.registry[streams(of: group)][name] else {
            throw Refusal("ResourceNotFoundException", "The specified log stream does not exist.")
        }
        return (group, name, row)
    }

    private static func isWithin(_ event: Value, _ request: LocalRequest) -> Bool {
        let time = event["timestamp"]?.integer ?? 0
        return time >= request["startTime"]?.integer ?? Int.min && time < request["endTime"]?.integer ?? Int.max
    }
}
