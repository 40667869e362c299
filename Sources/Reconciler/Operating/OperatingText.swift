import AWSWire
public import Kinds
import Model

/// What timelines and logs look like, for people and for programs.
public enum OperatingText {
    /// `12:04:31Z  task      api/3f2a1b2c  stopped: CannotPullContainerError …`.
    public static func line(_ entry: ServiceTimeline.Entry) -> String {
        let kind = entry.kind + String(repeating: " ", count: max(0, 10 - entry.kind.count))
        return "\(UTC.time(Int(entry.at)))  \(kind)  \(neutral(entry.subject))  \(neutral(entry.text))"
    }

    /// The same as one object on one line.
    public static func json(_ entry: ServiceTimeline.Entry) -> String {
        line([
            "time": .string(UTC.stamp(Int(entry.at))), "kind": .string(entry.kind), "subject": .string(entry.subject),
            "text": .string(entry.text),
        ])
    }

    /// `12:04:31Z  3f2a1b2c/api  listening on 3000`.
    public static func line(_ line: ContainerLogs.Line) -> String {
        "\(UTC.time(Int(line.at / 1_000)))  \(line.task.prefix(8))/\(line.container)  \(neutral(line.message))"
    }

    /// The same as one object on one line; the message is as it was written.
    public static func json(_ line: ContainerLogs.Line) -> String {
        Self.line([
            "time": .string(Timestamps.iso8601(Double(line.at) / 1_000)), "task": .string(line.task),
            "container": .string(line.container), "message": .string(line.message),
        ])
    }

    /// The text with a space for everything that a terminal would obey, break a line at, or turn round; tabs stay.
    public static func neutral(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { isObeyed($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func line(_ members: Value) -> String { String(decoding: JSON.write(members), as: UTF8.self) }
}
