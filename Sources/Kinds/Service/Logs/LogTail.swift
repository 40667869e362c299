/// What is new of logs that are read again and again: lines may arrive late and out of order, so that each look covers a
/// little of what was seen before.
public struct LogTail: Sendable {
    /// How far back a look goes behind the newest line, in milliseconds.
    private static let overlap: Int64 = 15_000

    private var newest: Int64
    private var seen: [ContainerLogs.Line: Int] = [:]

    /// Nothing was seen yet; the first look goes back to `start`, milliseconds since 1970.
    public init(from start: Int64) { newest = start + Self.overlap }

    /// Where the next look begins, milliseconds since 1970.
    public var start: Int64 { newest - Self.overlap }

    /// Those of `lines`, all from `start` on, that were not seen before; equal lines count each by itself.
    public mutating func fresh(_ lines: [ContainerLogs.Line]) -> [ContainerLogs.Line] {
        var counts: [ContainerLogs.Line: Int] = [:]
        let new = lines.filter { line in
            counts[line, default: 0] += 1
            return counts[line, default: 0] > seen[line, default: 0]
        }
        for (line, count) in counts { seen[line] = max(count, seen[line, default: 0]) }
        newest = max(newest, lines.map(\.at).max() ?? newest)
        let start = self.start
        seen = seen.filter { $0.key.at >= start }
        return new
    }
}
