import AWSWire
import Logging
import Model
import Reconciler

/// Writes each event as one line; what a server said never begins another one.
struct LineLogHandler: LogHandler {
    let label: String
    let format: LogFormat
    let write: @Sendable (String) -> Void
    /// Seconds since 1970.
    let now: @Sendable () -> Double
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(
        label: String, format: LogFormat, write: @escaping @Sendable (String) -> Void,
        now: @escaping @Sendable () -> Double
    ) {
        (self.label, self.format, self.write, self.now) = (label, format, write, now)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields: [String: Value] = Self.underWay.mapValues { .string($0) }
        for source in [metadata, metadataProvider?.get() ?? [:], event.metadata ?? [:]] {
            fields.merge(source.mapValues(Self.value)) { $1 }
        }
        if let error = event.error { fields["error"] = .string("\(error)") }
        write(line(event.level, "\(event.message)", fields))
    }

    /// What the pass in this task is about.
    private static var underWay: [String: String] {
        guard let context = PassContext.current else { return [:] }
        var fields = ["environment": context.environment, "commit": context.commit, "pass": context.pass]
        if let resource = context.resource { fields["resource"] = resource.description }
        return fields
    }

    /// Numbers and truth values as they are where they were given so; everything else is text.
    private static func value(_ metadata: Logger.Metadata.Value) -> Value {
        guard case .stringConvertible(let item) = metadata else { return .string("\(metadata)") }
        switch item {
        case let truth as Bool: return .bool(truth)
        case let number as Int: return .integer(number)
        case let number as Double where number.isFinite: return Value(.number(number))
        default: return .string("\(item)")
        }
    }

    private func line(_ level: Logger.Level, _ message: String, _ fields: [String: Value]) -> String {
        switch format {
        case .json:
            var value = Value.object(fields)
            value["time"] = .string(LogTime.stamp(now()))
            value["level"] = .string(level.rawValue)
            value["message"] = .string(message)
            return String(decoding: JSON.write(value), as: UTF8.self)
        case .text:
            let rest = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.quoted(Self.text($0.value)))" }
            return ([LogTime.timeOfDay(now()), level.mark + OperatingText.neutral(message)] + rest).joined(
                separator: "  ")
        }
    }

    private static func text(_ value: Value) -> String {
        value.string ?? String(decoding: JSON.write(value), as: UTF8.self)
    }

    private static func quoted(_ text: String) -> String {
        let neutral = OperatingText.neutral(text)
        return neutral.contains(" ") || neutral.isEmpty ? "\"\(neutral)\"" : neutral
    }
}

extension Logger.Level {
    /// What stands before a line for people: nothing below a warning.
    var mark: String { self >= .warning ? "\(rawValue): " : "" }
}
