import Manifest
import Model

/// A new image for a container that a chart makes: the values that the image is made of are set where they are written,
/// or in the release where nobody has set them so far.
struct ReleaseImageEdit {
    private let trace: TemplateTrace
    /// The trace as a source that was edited has it.
    private let retrace: (any ManifestSource) throws -> TemplateTrace?
    private let values: ImageValues
    private let definition: ResourceID
    /// Which of the containers it is.
    private let index: Int
    private let container: String
    private let image: String

    /// The edit that gives the container at `index` of `definition`, which a chart makes, the image `new`; nil where a
    /// patch, and no template, says the image.
    ///
    /// Throws `EditError.refused` where no plain value is the image or its tag, with the place of what has to be
    /// edited.
    init?(
        _ new: String, ofContainer index: Int, of definition: Resource, _ source: any ManifestSource,
        _ reader: ManifestReader, _ environment: String?
    ) throws {
        let written = definition.spec["containerDefinitions"]?.list?[index]
        let container = written?["name"]?.string ?? ""
        guard let chart = definition.place.template else { return nil }
        let image = written?["image"]?.place
        guard let place = image?.template ?? image, image?.template != nil || place.file == chart.file else {
            return nil
        }
        let manifest = definition.manifest
        let retrace: (any ManifestSource) throws -> TemplateTrace? = {
            try reader.trace(place, of: manifest, in: $0, environment: environment)
        }
        guard let trace = try retrace(source) else {
            throw EditError.refused(place, "the image of \(container) is made by a chart that can not be read")
        }
        guard let values = ImageValues(trace.pieces, saying: new) else {
            throw EditError.refused(
                place,
                "\(trace.release) takes the image of \(container) from this line of its chart, where no "
                    + "value alone is the "
                    + "image or its tag; edit the line, or give it a value: image: ${{ values.image }}")
        }
        (self.trace, self.retrace, self.values, self.definition) = (trace, retrace, values, definition.id)
        (self.index, self.container, self.image) = (index, container, new)
    }

    /// The source with the values set, its new files, and what changed.
    typealias Result = (source: any ManifestSource, files: [String: [UInt8]], changes: [ImageEdit.Change])

    /// Sets the values in `source`, and has the outcome read again: nothing but what the release makes may change by
    /// it.
    func applied(
        to source: any ManifestSource, after before: Desired, read: (any ManifestSource) throws -> Desired
    ) throws -> Result {
        // What other releases share is set in this one alone.
        for isShared in [true, false] {
            var result = try edited(source, whereWritten: isShared)
            if let others = others(changedBy: try read(result.source), since: before) {
                for index in result.changes.indices { result.changes[index].others = others }
                return result
            }
        }
        throw EditError.refused(
            trace.releasePlace, "setting \(names) would change more than what \(trace.release) makes; edit it by hand")
    }

    /// Every value set, the last one first: what is inserted goes before what stands there.
    private func edited(_ source: any ManifestSource, whereWritten: Bool) throws -> Result {
        var result: Result = (source, [:], [])
        for assignment in values.assignments.reversed() {
            // Each edit moves what the next one looks for.
            let now = try retrace(result.source) ?? trace
            let old = now.value(at: assignment.path) ?? assignment.old
            let current = ImageValues.Assignment(path: assignment.path, old: old, new: assignment.new)
            try set(current, below: now.spec, in: &result, where: whereWritten && isWritten(current))
        }
        result.changes.reverse()
        guard result.changes.count > 1, let last = try retrace(result.source) else { return result }
        for (index, assignment) in values.assignments.enumerated() {
            guard let place = last.value(at: assignment.path)?.place else { continue }
            result.changes[index].place = place.used(by: nil)
        }
        return result
    }

    private var names: String { values.assignments.map { name($0.path) }.joined(separator: " and ") }

    private func name(_ path: FieldPath) -> String { (["values"] + trace.full(path).parts).joined(separator: ".") }

    /// True for a value that stands in the repository outside the chart, whose defaults are every release's.
    private func isWritten(_ assignment: ImageValues.Assignment) -> Bool {
        guard let place = assignment.old.place, !assignment.old.isNull else { return false }
        return !place.file.hasPrefix(trace.chart == "." ? "" : trace.chart + "/")
    }

    private func set(
        _ assignment: ImageValues.Assignment, below spec: Value, in result: inout Result, where isWritten: Bool
    ) throws {
        let old = assignment.old.scalarText ?? ""
        var (file, bytes, place): (String, [UInt8], Place)
        if isWritten, let written = assignment.old.place {
            (file, place) = (
                written.file, Place(file: written.file, line: Int(written.line), column: Int(written.column))
            )
            bytes = try ScalarSpan.rewritten(place, from: old, to: assignment.new, in: try result.source.read(file))
        } else {
            let path = ["values"] + trace.full(assignment.path).parts
            let source = result.source
            guard
                let insertion = try ValueInsertion(
                    assignment.new, at: path, in: spec, read: { try source.read($0) })
            else {
                throw EditError.refused(
                    trace.releasePlace, "\(trace.release) leaves \(name(assignment.path)) to its chart; set it there")
            }
            (file, bytes, place) = (insertion.file, insertion.bytes, insertion.place)
        }
        result.source = EditedSource(source: result.source, path: file, bytes: bytes)
        result.files[file] = bytes
        result.changes.append(
            ImageEdit.Change(
                place: place, container: container, old: old, new: assignment.new, value: name(assignment.path)))
    }

    /// What else the release makes of the values; nil when the image is not what it should be, or another manifest's
    /// resources would change.
    private func others(changedBy after: Desired, since before: Desired) -> [ResourceID]? {
        guard after.invalid == before.invalid, after.resources.keys == before.resources.keys,
            after.resources[definition]?.spec["containerDefinitions"]?.list?[index]["image"]?.string == image
        else { return nil }
        let changed = after.resources.filter { $0.value.spec != before.resources[$0.key]?.spec }
        guard changed.values.allSatisfy({ $0.place.description == trace.releasePlace.description }) else { return nil }
        return changed.keys.filter { $0 != definition }.sorted()
    }
}

extension TemplateTrace {
    /// What stands at a path that the template's text names.
    fileprivate func value(at path: FieldPath) -> Value? {
        for case .value(let found, let value) in pieces where found == path { return value }
        return nil
    }
}
