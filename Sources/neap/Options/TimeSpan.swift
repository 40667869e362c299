import Model
import ArgumentParser
import Reconciler

/// A time as people give it: `10m`, `1h30m`, `45s`; a bare number is seconds.
struct TimeSpan: ExpressibleByArgument, Sendable {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        guard let seconds = Int(argument) ?? DurationText.seconds(argument), seconds >= 0 else { return nil }
        self.seconds = seconds
    }

    var defaultValueDescription: String { DurationText.rounded(seconds) }
    var duration: Duration { .seconds(seconds) }
}
