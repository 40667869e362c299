import Kinds
public import Manifest
public import Model

/// New images in the manifests that say them: only the bytes of the image change, comments and layout stay.
public struct ImageEdit: Sendable {
    /// One image that was rewritten.
    public struct Change: Sendable, Equatable {
        public internal(set) var place: Place
        public let container: String
        public let old: String
        public let new: String
        /// The value of a release that was set, `values.image.tag`; nil where the image itself was rewritten.
        public var value: String?
        /// What else the release makes of that value, by name.
        public var others: [ResourceID] = []
    }

    private let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
    private let environment: String?
    /// What was rewritten, in the order in which it was asked for; what says so already is left out.
    public private(set) var changes: [Change] = []
    /// The new content of files, by path.
    public private(set) var files: [String: [UInt8]] = [:]

    /// The edit of the manifests of `source` that gives the containers of `target`, a Service or a TaskDefinition, the
    /// images of `assignments`; nothing is written.
    ///
    /// Throws `EditError`, `ReadError` and what the source throws.
    public init(
        _ source: any ManifestSource, environment: String?, target: ResourceID, _ assignments: [ImageAssignment]
    ) throws {
        self.environment = environment
        var source = source
        for assignment in assignments { source = try edited(source, target, assignment) }
    }

    private mutating func edited(
        _ source: any ManifestSource, _ target: ResourceID, _ assignment: ImageAssignment
    ) throws -> any ManifestSource {
        let desired = try reader.read(source, environment: environment)
        let definition = try Self.definition(of: target, in: desired)
        let (index, container) = try Self.container(assignment.container, of: definition)
        guard let image = container["image"], let old = image.string, let place = image.place else {
            throw EditError.refused(container.place, "container \(container.name) states no image that could be edited")
        }
        guard old != assignment.image else { return source }
        let wanted = definition.spec.settingImage(assignment.image, ofContainer: index)
        if let edit = try ReleaseImageEdit(
            assignment.image, ofContainer: index, of: definition, source, reader, environment)
        {
            let result = try edit.applied(to: source, after: desired) { try reader.read($0, environment: environment) }
            files.merge(result.files) { _, new in new }
            changes += result.changes
            return result.source
        }
        return try edited(source, desired, definition.id, wanted, old, place, assignment.image, container.name)
    }

    /// The image rewritten where it is written itself.
    private mutating func edited(
        _ source: any ManifestSource, _ desired: Desired, _ definition: ResourceID, _ wanted: Value, _ old: String,
        _ place: Place, _ image: String, _ container: String
    ) throws -> any ManifestSource {
        let new = try ScalarSpan.rewritten(place, from: old, to: image, in: try source.read(place.file))
        let result = EditedSource(source: source, path: place.file, bytes: new)
        var expected = desired.resources.mapValues(\.spec)
        expected[definition] = wanted
        let after = try reader.read(result, environment: environment)
        guard after.resources.mapValues(\.spec) == expected, after.invalid == desired.invalid else {
            throw EditError.refused(place, "the edit would change more than this image; edit it by hand")
        }
        files[place.file] = new
        changes.append(Change(place: place, container: container, old: old, new: image))
        return result
    }

    /// The task definition that a target means.
    private static func definition(of target: ResourceID, in desired: Desired) throws(EditError) -> Resource {
        guard let resource = desired.resources[target] else {
            if desired.invalid.contains(target) {
                throw .notFound(target, "its manifest is broken: neap validate says how")
            }
            let names = desired.resources.keys.filter { $0.kind == target.kind }.map(\.name)
            throw .notFound(target, Nearest.hint(for: target.name, among: names.sorted()))
        }
        var definition = resource
        if target.kind == "Service" {
            let named = resource.spec["taskDefinition"]
            guard let found = named?.reference.flatMap({ desired.resources[$0.resource] }) else {
                let text = named?.string.map { ": \($0) is pinned, and no manifest's" } ?? ""
                throw .refused(
                    named?.place, "\(target) runs a task definition that this repository does not hold\(text)")
            }
            definition = found
        }
        guard definition.id.kind == "TaskDefinition" else {
            throw .usage("\(target) has no containers; name a Service")
        }
        return definition
    }

    private static func container(
        _ name: String?, of definition: Resource
    ) throws(EditError) -> (index: Int, container: Value) {
        let containers = definition.spec["containerDefinitions"]?.list ?? []
        let names = containers.map(\.name)
        let matches = containers.enumerated().filter { name == nil || $0.element.name == name }
        guard let only = matches.first, matches.count == 1 else {
            let all = names.joined(separator: ", ")
            if matches.isEmpty { throw .usage("\(definition.id) has no container \(name ?? ""); there are: \(all)") }
            throw .usage("\(definition.id) has several containers; write NAME=IMAGE, one of: \(all)")
        }
        return (only.offset, only.element)
    }
}

extension Value {
    /// A container's name.
    fileprivate var name: String { self["name"]?.string ?? "" }

    /// A task definition's spec with another image of its container at `index`.
    fileprivate func settingImage(_ image: String, ofContainer index: Int) -> Value {
        var copy = self
        var containers = self["containerDefinitions"]?.list ?? []
        containers[index]["image"] = .string(image)
        copy["containerDefinitions"] = .list(containers)
        return copy
    }
}
