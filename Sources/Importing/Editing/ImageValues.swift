import Manifest
import Model

/// The values of a release that its chart makes an image of.
struct ImageValues: Equatable {
    /// One value that has to change.
    struct Assignment: Equatable {
        /// Below the `values` of the template's chart.
        let path: FieldPath
        let old: Value
        let new: String
    }

    let assignments: [Assignment]

    /// What has to be set so that the pieces of a template say `image`; nil where no plain values make it.
    init?(_ pieces: [TemplateTrace.Piece], saying image: String) {
        if let one = Self.single(pieces, image) {
            assignments = [one]
        } else if let all = Self.split(pieces, image), !all.isEmpty {
            assignments = all
        } else {
            return nil
        }
        // A digest is no tag: `repository:tag` can not become `repository@sha256:…` by its values.
        if assignments.contains(where: { $0.new.hasSuffix("@sha256") || $0.new.isEmpty }) { return nil }
    }

    /// The last value that alone makes the difference: a tag goes before a repository.
    private static func single(_ pieces: [TemplateTrace.Piece], _ image: String) -> Assignment? {
        let texts = pieces.map(\.presentText)
        for (index, piece) in pieces.enumerated().reversed() {
            guard case .value(let path, let old) = piece else { continue }
            let others = texts.enumerated().filter { $0.offset != index }.map(\.element)
            guard !others.contains(nil) else { continue }
            let before = texts[..<index].compactMap { $0 }.joined()
            let after = texts[(index + 1)...].compactMap { $0 }.joined()
            guard image.hasPrefix(before), image.hasSuffix(after), image.count > before.count + after.count else {
                continue
            }
            return Assignment(path: path, old: old, new: String(image.dropFirst(before.count).dropLast(after.count)))
        }
        return nil
    }

    /// Several values with texts between them, read from the end: the last colon is the tag's.
    private static func split(_ pieces: [TemplateTrace.Piece], _ image: String) -> [Assignment]? {
        var rest = image[...]
        var found: [Assignment] = []
        for (index, piece) in pieces.enumerated().reversed() {
            switch piece {
            case .expression: return nil
            case .text(let text):
                guard rest.hasSuffix(text) else { return nil }
                rest = rest.dropLast(text.count)
            case .value(let path, let old):
                var new = rest
                if index > 0 {
                    guard case .text(let separator) = pieces[index - 1],
                        let range = rest.ranges(of: separator).last
                    else { return nil }
                    new = rest[range.upperBound...]
                }
                rest = rest.dropLast(new.count)
                if old.scalarText != String(new) { found.append(Assignment(path: path, old: old, new: String(new))) }
            }
        }
        return rest.isEmpty ? found.reversed() : nil
    }
}

extension TemplateTrace.Piece {
    /// What it says now; nil when that can not be told.
    fileprivate var presentText: String? {
        switch self {
        case .text(let text): text
        case .value(_, let value): value.scalarText
        case .expression: nil
        }
    }
}
