/// Where a byte of a manifest stands.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Path inside the repository.
    public var file: String
    /// Counts from 1.
    public var line: Int32
    /// Counts from 1, in characters.
    public var column: Int32
    private var link: Link?

    /// A place in `file`; line and column count from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// The line of a chart's template that took this value, or made this resource of a release; nil for what is
    /// written where it is meant.
    public var template: Place? { link?.place }

    /// Where the other values stand that `template` made this text of, in its order.
    public var others: [Place] { link?.others ?? [] }

    /// The same place, as `template` uses it, with `others` in one text.
    public func used(by template: Place?, with others: [Place] = []) -> Place {
        var copy = self
        copy.link = template.map { Link($0, others) }
        return copy
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
    /// `file:line`, as plans and status files print it.
    public var lineDescription: String { "\(file):\(line)" }

    public static func < (a: Place, b: Place) -> Bool {
        if (a.file, a.line, a.column) != (b.file, b.line, b.column) {
            return (a.file, a.line, a.column) < (b.file, b.line, b.column)
        }
        guard let other = b.template else { return false }
        return a.template.map { $0 < other } ?? true
    }
}

/// A place that another one holds; a class, because a struct can not hold itself.
private final class Link: Sendable, Hashable {
    let place: Place
    let others: [Place]

    init(_ place: Place, _ others: [Place]) {
        self.place = place
        self.others = others
    }

    static func == (a: Link, b: Link) -> Bool { a === b || (a.place == b.place && a.others == b.others) }
    func hash(into hasher: inout Hasher) { hasher.combine(place) }
}
