import Manifest
import Model
import Simulation

extension FieldReader {
    /// A length of time.
    mutating func span(_ name: String) -> Span? {
        read(name, SpanText.read, isNot: "length of time", hint: "write it such as 30s, 1h30m or 500ms")
    }

    /// A length of time that chance draws.
    mutating func spread(_ name: String) -> Spread? {
        read(
            name, SpanText.spread, isNot: "range of time",
            hint: "write it such as 3s to 9s, the shorter one first, or 5s")
    }

    /// A whole number.
    mutating func count(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = take(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            let found = value.scalarText ?? "something else"
            report(
                "expected a whole number from \(range.lowerBound) to \(range.upperBound), found \(found)", value.place,
                name)
            return nil
        }
        return number
    }

    /// A region's zone.
    mutating func zone(_ name: String) -> String? {
        read(name, PoolText.zone, isNot: "zone", hint: "such as eu-west-1a")
    }

    /// A text that `read` understands.
    mutating func read<T>(_ name: String, _ read: (String) -> T?, isNot kind: String, hint: String) -> T? {
        guard let value = take(name) else { return nil }
        if value.number != nil {
            report("\(value.scalarText ?? "") is no \(kind)", hint: hint, value.place, name)
            return nil
        }
        guard let text = text(value, name) else { return nil }
        let result = read(text)
        if result == nil { report("\(text) is no \(kind)", hint: hint, value.place, name) }
        return result
    }

    /// Says so unless exactly one of `names` is there; true when one is.
    mutating func holdsOne(of names: [String], _ what: String) -> Bool {
        let there = names.filter(holds)
        if there.count > 1 {
            report(
                "\(there[0]) and \(there[1]) stand together", hint: "\(what) has one of them",
                place(of: there[1]), there[1])
        }
        return there.count == 1
    }
}

/// Pools and zones as scenarios write them.
enum PoolText {
    /// `eu-west-1a`; nil when it can not be a zone.
    static func zone(_ text: String) -> String? {
        text.wholeMatch(of: /[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}[a-z]/) == nil ? nil : text
    }

    /// `m5.large`; nil when it can not be an instance type.
    static func type(_ text: String) -> String? {
        text.wholeMatch(of: /[a-z][a-z0-9-]*\.[a-z0-9-]+/) == nil ? nil : text
    }

    /// `m5.large/eu-west-1a`.
    static func pool(_ text: String) -> SpotPool? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let type = type(parts[0]), let zone = zone(parts[1]) else { return nil }
        return SpotPool(instanceType: type, zone: zone)
    }
}
