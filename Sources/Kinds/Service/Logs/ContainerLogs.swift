import AWSECS
import AWSWire
public import Model

/// What containers wrote, from CloudWatch Logs. For the command line alone: no line of it may reach a diff, a commit or a
/// status file.
public enum ContainerLogs {
    /// One line of one container.
    public struct Line: Sendable, Hashable {
        /// When it was written, in milliseconds since 1970.
        public var at: Int64
        /// The task's id, 32 hexadecimal digits.
        public var task: String
        /// The container's name.
        public var container: String
        /// As written, line breaks at its end cut off.
        public var message: String

        /// A line of `container` of `task`, written at `at`, in milliseconds since 1970.
        public init(at: Int64, task: String, container: String, message: String) {
            self.at = at
            self.task = task
            self.container = container
            self.message = message
        }

        /// The message without what a terminal would take for a command, at most 500 characters.
        public var printable: String {
            let isControl: (Unicode.Scalar) -> Bool = { $0.value < 32 && $0 != "\t" || (127...159).contains($0.value) }
            let scalars = message.unicodeScalars.prefix(500).map { isControl($0) ? " " : $0 }
            return String(String.UnicodeScalarView(scalars))
        }
    }

    /// The newest lines of one container, oldest first, at most `count` (1 to 10,000): GetLogEvents, one call. A stream that
    /// does not exist has none: the container never ran.
    ///
    /// Throws what AWS answers.
    public static func last(
        _ count: Int, of source: ContainerLogSource, through aws: any AWSSender
    ) async throws -> [Line] {
        let input: Value = [
            "logGroupName": .string(source.group), "logStreamName": .string(source.stream), "limit": .integer(count),
            "startFromHead": false,
        ]
        do {
            let reply = try await aws.send(AWSCall("logs", "GetLogEvents", input))
            return (reply["events"]?.list ?? []).map { line($0, source) }
        } catch let error as AWSError where error.isNotFound {
            return []
        }
    }

    /// What `sources` wrote from `start` on, up to but without `end` (milliseconds since 1970; nil for now), by time:
    /// FilterLogEvents, a call for 100 streams of a group and for each page. A group that does not exist has none.
    ///
    /// Throws what AWS answers.
    public static func lines(
        of sources: [ContainerLogSource], from start: Int64, until end: Int64? = nil, through aws: any AWSSender
    ) async throws -> [Line] {
        var found: [Line] = []
        let groups = Dictionary(grouping: Set(sources), by: \.group).sorted { $0.key < $1.key }
        for (group, members) in groups {
            for batch in members.sorted(by: { $0.stream < $1.stream }).chunked(by: 100) {
                found += try await lines(of: batch, in: group, start, end, aws)
            }
        }
        return found.sorted { ($0.at, $0.task, $0.container) < ($1.at, $1.task, $1.container) }
    }

    private static func lines(
        of batch: [ContainerLogSource], in group: String, _ start: Int64, _ end: Int64?, _ aws: any AWSSender
    ) async throws -> [Line] {
        var input: Value = [
            "logGroupName": .string(group), "logStreamNames": .list(batch.map { .string($0.stream) }),
            "startTime": .integer(Int(start)),
        ]
        input["endTime"] = end.map { .integer(Int($0)) }
        let byStream = Dictionary(batch.map { ($0.stream, $0) }) { first, _ in first }
        do {
            let reply = try await aws.sendAll(AWSCall("logs", "FilterLogEvents", input))
            return (reply["events"]?.list ?? []).compactMap { event in
                event["logStreamName"]?.string.flatMap { byStream[$0] }.map { line(event, $0) }
            }
        } catch let error as AWSError where error.isNotFound {
            return []
        }
    }

    private static func line(_ event: Value, _ source: ContainerLogSource) -> Line {
        var message = (event["message"]?.string ?? "")[...]
        while message.last?.isNewline == true { message.removeLast() }
        return Line(
            at: Int64(event["timestamp"]?.integer ?? 0), task: source.task, container: source.container,
            message: String(message))
    }
}
