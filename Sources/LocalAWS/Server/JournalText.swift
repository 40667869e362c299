import AWSWire
import Model
import Simulation

/// Lines of a journal as JSON values and back.
enum JournalText {
    static func origin(_ line: [UInt8], _ path: String) throws -> Journal.Origin {
        guard let value = parsed(line), value["schema"]?.string == Journal.version, let start = value["start"]?.integer,
            let seed = value["seed"]?.string.flatMap(UInt64.init)
        else {
            throw LocalError(
                "\(path) is no journal of this version (\(Journal.version)); use another --state directory")
        }
        return Journal.Origin(seed: seed, start: Instant(milliseconds: Int64(start)))
    }

    static func line(_ bytes: [UInt8], _ path: String, number: Int) throws -> Journal.Line {
        guard let value = parsed(bytes), let at = value["at"]?.integer else {
            throw LocalError("\(path):\(number): no line of a journal; use another --state directory")
        }
        let instant = Instant(milliseconds: Int64(at))
        if let control = value["control"] { return .control(control, at: instant) }
        guard let region = value["region"]?.string else { return .time(instant) }
        return .request(request(value), region: region, at: instant)
    }

    private static func parsed(_ bytes: [UInt8]) -> Value? {
        do { return try JSON.parse(bytes) } catch { return nil }
    }

    private static func request(_ value: Value) -> WireRequest {
        let headers = value["headers"]?.sortedMembers.map { ($0.name, $0.value.string ?? "") } ?? []
        return WireRequest(
            path: value["path"]?.string ?? "/", headers: WireHeaders(headers),
            body: value["body"]?.string.flatMap { Base64.decode($0) } ?? [])
    }

    static func value(_ line: Journal.Line) -> Value {
        var value: Value = ["at": .integer(Int(line.at.milliseconds))]
        switch line {
        case .time: break
        case .control(let control, _): value["control"] = control
        case .request(let request, let region, _):
            value["region"] = .string(region)
            value["path"] = .string(request.path)
            value["headers"] = .object(headers(request.headers))
            value["body"] = Value(.bytes(request.body))
        }
        return value
    }

    /// Those that say what a body is; never the signature.
    private static func headers(_ headers: WireHeaders) -> [String: Value] {
        let kept = ["content-type", "x-amz-target", "smithy-protocol", "content-encoding"]
        let pairs = kept.compactMap { name in headers[name].map { (name, Value.string($0)) } }
        return Dictionary(pairs) { first, _ in first }
    }
}
