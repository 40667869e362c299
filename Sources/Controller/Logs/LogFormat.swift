public import Logging

/// How log lines look.
public enum LogFormat: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// An object a line, for collectors.
    case json

    /// A logger of this format that writes lines with `write`, and names what is under way in the task that logs.
    public func logger(
        _ label: String, level: Logger.Level, write: @escaping @Sendable (String) -> Void,
        now: @escaping @Sendable () -> Double
    ) -> Logger {
        var logger = Logger(label: label) { label in
            LineLogHandler(label: label, format: self, write: write, now: now)
        }
        logger.logLevel = level
        return logger
    }
}
