public import Model

/// What a text that a chart made is made of: the template's pieces, the values in them, and where those are written.
public struct TemplateTrace: Sendable {
    /// A part of the template's text.
    public enum Piece: Sendable, Equatable {
        case text(String)
        /// A path below `values`, without `values` itself, and what stands there.
        case value(FieldPath, Value)
        /// Anything else between `${{` and `}}`: what it is called by no single value.
        case expression
    }

    /// In their order; one `value` or `expression` alone where the text is nothing else.
    public let pieces: [Piece]
    /// The release, and where its document begins.
    public let release: ResourceID
    public let releasePlace: Place
    /// The release's `spec` as written, values of overlays in it.
    public let spec: Value
    /// The chart's folder, and the path below `values` at which the values of the template's own chart begin.
    public let chart: String
    public let scope: FieldPath

    /// Where the value of `path` is written: in full, from the release's `values`.
    public func full(_ path: FieldPath) -> FieldPath { FieldPath(scope.parts + path.parts) }
}

extension ManifestReader {
    /// How the chart's text at `template` becomes what `manifest` says; nil when no release makes that manifest.
    ///
    /// Throws `ReadError` and what the source throws.
    public func trace(
        _ template: Place, of manifest: ResourceID, in source: any ManifestSource, environment name: String? = nil
    ) throws -> TemplateTrace? {
        let expansions = try expansions(of: source, environment: name)
        for (document, reads) in expansions where document.name == manifest.description {
            guard let release = document.release, case .bytes(let bytes) = try reads.content(of: template.file) else {
                continue
            }
            let root = document.chart ?? ""
            let scope = Self.scope(of: template.file, below: root)
            guard let text = Self.text(at: template, in: bytes), let values = try reads.values(of: release, in: root)
            else { continue }
            return TemplateTrace(
                pieces: try Self.pieces(text, scope.parts.reduce(Optional(values)) { $0?[$1] } ?? .emptyObject),
                release: release.id, releasePlace: release.place, spec: release.spec, chart: root, scope: scope)
        }
        return nil
    }

    /// `charts/a/charts/b/templates/x.yaml` stands below `charts/a` in the chart `b`, whose values are those of `b`.
    private static func scope(of file: String, below root: String) -> FieldPath {
        let parts = file.dropFirst(root == "." ? 0 : root.utf8.count + 1).split(separator: "/").map(String.init)
        let charts = parts.prefix { $0 != "templates" }
        return FieldPath(charts.indices.filter { $0 % 2 == 1 }.map { charts[$0] })
    }

    private static func text(at place: Place, in bytes: [UInt8]) -> String? {
        let decoded = DecodedFile.decode(template: bytes, file: place.file)
        return decoded.documents.lazy.compactMap { $0.value.text(at: place) }.first
    }

    private static func pieces(_ text: String, _ values: Value) throws -> [TemplateTrace.Piece] {
        do throws(ExpressionProblem) {
            return try TemplateText.pieces(text).map { piece in
                switch piece {
                case .text(let text): return .text(text)
                case .hole(let expression):
                    guard let path = expression.path, path.first == "values" else { return .expression }
                    let below = FieldPath(Array(path.dropFirst()))
                    return .value(below, values[below] ?? .null)
                }
            }
        } catch {
            return [.expression]
        }
    }
}

extension Expression {
    /// `values.image.tag` in its parts; nil for anything but a path of names and keys.
    fileprivate var path: [String]? {
        switch self {
        case .name(let name): return [name]
        case .member(let base, let name): return base.path.map { $0 + [name] }
        case .element(let base, .literal(let key)):
            guard let key = key.scalarText else { return nil }
            return base.path.map { $0 + [key] }
        default: return nil
        }
    }
}

extension Value {
    /// The text that is written at `place`, somewhere in this value.
    fileprivate func text(at place: Place) -> String? {
        if let string, self.place == place { return string }
        for item in list ?? [] { if let text = item.text(at: place) { return text } }
        for (_, member) in sortedMembers { if let text = member.text(at: place) { return text } }
        return nil
    }
}
