import Kinds
import Model

/// Where an edit of a manifest has to show: in which resource or part, and at which path of it.
struct EditedPlace {
    let resource: ResourceID
    let path: FieldPath
    let schema: KindSchema
    /// What the resource states below its `spec`.
    let spec: Value
    /// The field as the manifest has it.
    let field: FieldPath

    /// Of `edit`; nil when nobody knows the kind.
    init?(_ edit: Edit) {
        let manifest = edit.manifest
        var (id, path, spec) = (manifest.id, edit.field.parts[...], manifest.spec)
        while let part = Self.part(of: id, path, spec) { (id, path, spec) = part }
        guard let schema = kindsByName[id.kind]?.schema else { return nil }
        resource = id
        field = edit.field
        self.spec = spec
        self.schema = schema
        self.path = FieldPath(Self.keyed(Array(path), spec, schema))
    }

    private typealias Part = (ResourceID, ArraySlice<String>, Value)

    /// The part that a path leads into.
    private static func part(of id: ResourceID, _ path: ArraySlice<String>, _ spec: Value) -> Part? {
        guard let first = path.first else { return nil }
        if id.kind == "Cluster", ["capacityProviders", "defaultCapacityProviderStrategy"].contains(first) {
            return (ResourceID("ClusterCapacityProviders", id.name), path, spec)
        }
        if id.kind == "StepScalingPolicy", first == "alarm", let alarm = spec["alarm"] {
            return (
                ResourceID("Alarm", id.name.replacing("/", with: "-")), path.dropFirst(), alarm
            )
        }
        guard let (kind, key) = lists[id.kind]?[first], let second = path.dropFirst().first.flatMap({ Int($0) }),
            let items = spec[first]?.list, items.indices.contains(second), let name = items[second][key]?.scalarText
        else { return nil }
        return (ResourceID(kind, "\(id.name)/\(name)"), path.dropFirst(2), items[second])
    }

    private static let lists: [String: [String: (String, String)]] = [
        "LoadBalancer": ["listeners": ("Listener", "port")], "Listener": ["rules": ("ListenerRule", "priority")],
        "ScalingPolicy": [
            "targetTracking": ("TargetTrackingPolicy", "name"), "stepScaling": ("StepScalingPolicy", "name"),
            "scheduled": ("ScheduledAction", "name"),
        ],
    ]

    /// Indices as the table's keys; what lies inside a set or a list without identity is the list's own business.
    private static func keyed(_ path: [String], _ spec: Value, _ schema: KindSchema) -> [String] {
        var (found, value): ([String], Value?) = ([], spec)
        for (index, part) in path.enumerated() {
            let here = value
            value = here.flatMap { $0.list == nil ? $0[part] : $0[FieldPath([part])] }
            guard here?.list != nil else {
                found.append(part)
                continue
            }
            guard case .keyed(let members)? = schema.rule(at: FieldPath(found))?.elements else { return found }
            // Another key is another element.
            if path.indices.contains(index + 1), members.contains(path[index + 1]) { return found }
            let element = FieldPath(found).appending("*")
            let key = members.compactMap { member in
                (value?[member] ?? schema.rule(at: element.appending(member))?.absent).map { $0.scalarText ?? "" }
            }
            found.append(key.joined(separator: "/"))
        }
        return found
    }

    /// True when a change at `other` belongs to the edit.
    func isAbout(_ other: FieldPath) -> Bool {
        path.covers(other) || other.covers(path) || Self.alike(path).covers(Self.alike(other))
            || Self.alike(other).covers(Self.alike(path)) || Self.follows(other, path)
    }

    /// As many datapoints as periods need not be said: with other periods they have to. Host ports hang on the network mode.
    private static func follows(_ other: FieldPath, _ path: FieldPath) -> Bool {
        let consequences = ["evaluationPeriods": "datapointsToAlarm", "networkMode": "hostPort"]
        return path.parts.last.flatMap { consequences[$0] } == other.parts.last
    }

    /// The short form of a name is the field itself.
    private static func alike(_ path: FieldPath) -> FieldPath {
        let long = [
            "targetGroup": "targetGroupArn", "alternateTargetGroup": "alternateTargetGroupArn",
            "autoScalingGroup": "autoScalingGroupArn", "listener": "listenerArn",
            // A template's expansion.
            "placement": "placementStrategy",
        ]
        let parts = path.parts.map { long[$0] ?? $0 }
        // By whatever name the target group goes there, the element is its container's port.
        return FieldPath(
            zip([""] + parts, parts).map { list, part in
                list == "loadBalancers" ? part.split(separator: "/").suffix(2).joined(separator: "/") : part
            })
    }
}
