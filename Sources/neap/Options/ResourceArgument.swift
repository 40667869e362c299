import Kinds
import Model

/// An argument that may name a resource: how `Service/api` is told from a folder.
struct ResourceArgument {
    /// True for `Kind/name` of a kind that there is.
    let isName: Bool

    init(_ argument: String) {
        let kind = argument.split(separator: "/").first.map(String.init)
        isName = argument.contains("/") && allKinds.contains { $0.schema.kind == kind }
    }
}

extension SourceOptions {
    /// What `argument`, which comes before PATH and may be left out, names, and where that is: alone, what is no
    /// `Kind/name` is PATH itself.
    func resolving(_ argument: String?) -> (name: String?, source: SourceOptions) {
        guard let argument, path == nil, repo == nil, !ResourceArgument(argument).isName else {
            return (argument, self)
        }
        var source = self
        source.path = argument
        return (nil, source)
    }
}
