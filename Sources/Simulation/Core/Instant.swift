/// A point of virtual time, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970.
    public var milliseconds: Int64

    /// `milliseconds` after 1970.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// As AWS's JSON carries it: seconds since 1970, with a fraction.
    public var seconds: Double { Double(milliseconds) / 1000 }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds + span.milliseconds)
    }
    public static func - (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds - span.milliseconds)
    }
    public static func - (later: Instant, earlier: Instant) -> Span {
        Span(milliseconds: later.milliseconds - earlier.milliseconds)
    }
}

/// A length of virtual time, in milliseconds.
public struct Span: Sendable, Hashable, Comparable {
    /// May be negative, when it is a difference.
    public var milliseconds: Int64

    /// So many milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    /// So many seconds.
    public static func seconds(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 1000) }
    /// So many minutes.
    public static func minutes(_ count: Int) -> Span { .seconds(count * 60) }
    /// So many hours.
    public static func hours(_ count: Int) -> Span { .seconds(count * 3600) }
    /// No time.
    public static let zero = Span(milliseconds: 0)

    public static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds + b.milliseconds) }
    public static func - (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds - b.milliseconds) }
    public static func * (span: Span, count: Int) -> Span { Span(milliseconds: span.milliseconds * Int64(count)) }
}
