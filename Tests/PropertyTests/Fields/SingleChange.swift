import Kinds
import Model

/// One member of one kind and what becomes of it, with nothing else changed.
struct SingleChange: Hashable, Comparable, CustomStringConvertible {
    enum Way: String { case changed, added, withdrawn }

    let kind: String
    /// `/listeners/*/port`; a map's entries by their keys.
    let member: FieldPath
    let way: Way

    var description: String { "\(kind) \(member) \(way.rawValue)" }

    static func < (a: SingleChange, b: SingleChange) -> Bool { a.description < b.description }

    /// Every single change that can be made of `manifest`, the first that was drawn of each; `names` keeps what members places
    /// are.
    static func all(
        of manifest: DrawnManifest, seed: UInt64, _ names: inout [FieldPath: FieldPath]
    ) -> [SingleChange: Edit] {
        guard let shape = kindsByName[manifest.kind]?.schema.shape else { return [:] }
        var found: [SingleChange: Edit] = [:]
        for (index, field) in manifest.fields.enumerated() {
            var chance = Chance(seed: seed &* 1_009 &+ UInt64(index))
            for (way, path, value) in places(of: field, in: manifest, &chance) {
                var member = names[path] ?? Members.member(at: path, in: manifest.spec, shape)
                names[path] = member
                if way == .changed, value?.list != nil { member = member.appending("*") }
                let change = SingleChange(kind: manifest.kind, member: member, way: way)
                if found[change] == nil { found[change] = manifest.edit(at: path, to: value) }
            }
        }
        return found
    }

    /// How often a field is drawn for values that differ in one place.
    private static let draws = 6

    private typealias Place = (way: Way, path: FieldPath, value: Value?)

    private static func places(of field: Field, in manifest: DrawnManifest, _ chance: inout Chance) -> [Place] {
        let before = manifest.spec[field.path]
        guard before != nil || hasParent(field.path, manifest.spec) else { return [] }
        var places: [Place] = []
        if before != nil, field.isEdited, field.share < 100 { places.append((.withdrawn, field.path, nil)) }
        for _ in 0..<draws {
            guard let drawn = field.draw(&chance, manifest.spec) else { continue }
            guard let before else {
                if field.isEdited || field.share < 100 { return places + [(.added, field.path, drawn)] }
                continue
            }
            places += differences(before, drawn, field.path).map { (.changed, $0, $1) }
        }
        return places + (before.map { Self.others($0, field.path) } ?? [])
    }

    /// Every leaf of `value` as something else: what is never drawn otherwise, such as a name that others go by.
    private static func others(_ value: Value, _ path: FieldPath) -> [Place] {
        if let members = value.object {
            return members.keys.sorted().flatMap { others(members[$0] ?? .null, path.appending($0)) }
        }
        guard let items = value.list else { return [(.changed, path, other(value))] }
        if items.allSatisfy({ $0.object == nil }) { return [(.changed, path, .list(items.map(other)))] }
        return items.enumerated().flatMap { others($0.element, path.appending(String($0.offset))) }
    }

    private static func other(_ value: Value) -> Value {
        switch value.content {
        case .bool(let truth): .bool(!truth)
        case .integer(let number): .integer(number + 1)
        case .number(let number): Value(.number(number + 1))
        case .string(let text): .string(words.first { $0.contains(text) }?.first { $0 != text } ?? text + "x")
        default: value
        }
    }

    /// Words of AWS's of which one is as good as another.
    private static let words = [
        ["bridge", "host"], ["tcp", "udp"], ["awslogs", "json-file"], ["ENABLED", "DISABLED"], ["HTTP", "HTTPS"],
        ["ROLLING", "BLUE_GREEN"], ["REPLICA", "DAEMON"], ["application", "network"], ["X86_64", "ARM64"],
        ["LINUX", "WINDOWS_SERVER_2022_CORE"],
        ["internal", "internet-facing"], ["Refresh", "Wait"], ["COUNT", "BOUNDED_PERCENT"], ["START", "COMPLETE"],
        ["t3.large", "t3.xlarge"], ["terminate", "stop"], ["gp3", "gp2"], ["ChangeInCapacity", "ExactCapacity"],
        ["ALBRequestCountPerTarget", "ECSServiceAverageCPUUtilization"], ["EC2", "FARGATE"],
        ["memberOf", "distinctInstance"],
        ["autoscaling:EC2_INSTANCE_TERMINATING", "autoscaling:EC2_INSTANCE_LAUNCHING"], ["default", "dedicated"],
        ["MKNOD", "CHOWN"], ["instance", "volume"], ["rw", "ro"],
    ]

    /// An element that is not there is another field's business.
    private static func hasParent(_ path: FieldPath, _ spec: Value) -> Bool {
        guard let parent = path.parts.dropLast().last, Int(parent) != nil else { return true }
        return spec[FieldPath(path.parts.dropLast())] != nil
    }

    /// Every place that both state, and not alike.
    private static func differences(_ before: Value, _ after: Value, _ path: FieldPath) -> [(FieldPath, Value)] {
        if let old = before.object, let new = after.object {
            return old.keys.sorted().flatMap { name in
                new[name].map { differences(old[name] ?? .null, $0, path.appending(name)) } ?? []
            }
        }
        guard let old = before.list, let new = after.list else { return before == after ? [] : [(path, after)] }
        if (old + new).allSatisfy({ $0.object == nil }) { return old == new ? [] : [(path, after)] }
        return zip(old, new).enumerated().flatMap { index, pair in
            differences(pair.0, pair.1, path.appending(String(index)))
        }
    }
}
