import Model
import Simulation

extension LocalLogs {
    /// How many events a stream keeps.
    private static let kept = 10_000

    static func putLogEvents(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, name, known) = try stream(request, world)
        let times = request.list("logEvents").map(timestamp)
        guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw Refusal(
                "InvalidParameterException",
                "Log events in a single PutLogEvents request must be in chronological order.")
        }
        var fresh = request.list("logEvents")
        for index in fresh.indices { fresh[index]["ingestionTime"] = milliseconds(world) }
        let all = sorted((world.registry[events(of: group)][name]?.list ?? []) + fresh).suffix(kept)
        world.registry[events(of: group)][name] = .list(Array(all))
        var row = known
        row["firstEventTimestamp"] = all.first?["timestamp"]
        row["lastEventTimestamp"] = all.last?["timestamp"]
        row["lastIngestionTime"] = milliseconds(world)
        world.registry[streams(of: group)][name] = row
        return ["nextSequenceToken": .string(String(all.count))]
    }

    /// Tokens are `f/<n>` and `b/<n>`: the event at which the next page begins, or before which it ends.
    static func getLogEvents(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, _) = try group(request, world)
        let name = request.text("logStreamName") ?? ""
        let written = ContainerLines.events(of: group, in: world)[name]
        if written == nil { _ = try stream(request, world) }
        let stored = world.registry[events(of: group)][name]?.list ?? []
        let all = sorted((written ?? []) + stored).filter { isWithin($0, request) }
        let range = try range(request, count: all.count)
        return [
            "events": .list(Array(all[range])), "nextForwardToken": .string("f/\(range.upperBound)"),
            "nextBackwardToken": .string("b/\(range.lowerBound)"),
        ]
    }

    /// A pattern's words have to be in a message; quotation marks around them are taken off.
    static func filterLogEvents(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (group, _) = try group(request, world)
        let names = request.texts("logStreamNames")
        let prefix = request.text("logStreamNamePrefix") ?? ""
        let put = world.registry[events(of: group)].all.map { ($0.key, $0.value.list ?? []) }
        let all = Dictionary(put + ContainerLines.events(of: group, in: world).map { ($0.key, $0.value) }) { $0 + $1 }
        let streams = all.filter { stream in
            stream.key.hasPrefix(prefix) && (names.isEmpty || names.contains(stream.key))
        }
        let found = streams.sorted { $0.key < $1.key }.flatMap { matches($0.key, sorted($0.value), request) }
        let page = try request.page(sorted(found), limit: "limit", size: 10_000)
        var output: Value = ["events": .list(page.items), "searchedLogStreams": .list([])]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    private static func range(_ request: LocalRequest, count: Int) throws(Refusal) -> Range<Int> {
        let limit = max(1, min(10_000, request["limit"]?.integer ?? 10_000))
        guard let token = request.text("nextToken") else {
            let isForward = request["startFromHead"]?.bool ?? false
            return isForward ? 0..<min(limit, count) : max(0, count - limit)..<count
        }
        guard let place = Int(token.dropFirst(2)), (0...count).contains(place) else {
            throw Refusal("InvalidParameterException", "The specified nextToken is invalid.")
        }
        return token.hasPrefix("f/") ? place..<min(count, place + limit) : max(0, place - limit)..<place
    }

    private static func matches(_ stream: String, _ events: [Value], _ request: LocalRequest) -> [Value] {
        let words = (request.text("filterPattern") ?? "").split(separator: " ").map { word in
            String(word.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
        }
        return events.enumerated().compactMap { index, event in
            let text = event["message"]?.string ?? ""
            guard isWithin(event, request), words.allSatisfy({ text.contains($0) }) else { return nil }
            var found = event
            found["logStreamName"] = .string(stream)
            found["eventId"] = .string("\(timestamp(event))-\(stream)-\(index)")
            return found
        }
    }

    /// By time; events of one time stay in the order in which they came.
    private static func sorted(_ events: [Value]) -> [Value] {
        events.enumerated().sorted { a, b in
            let (x, y) = (timestamp(a.element), timestamp(b.element))
            return x != y ? x < y : a.offset < b.offset
        }.map(\.element)
    }

    private static func timestamp(_ event: Value) -> Int { event["timestamp"]?.integer ?? 0 }

    private static func isWithin(_ event: Value, _ request: LocalRequest) -> Bool {
        let time = timestamp(event)
        return time >= request["startTime"]?.integer ?? Int.min && time < request["endTime"]?.integer ?? Int.max
    }
}
