import Crypto

/// A request in the one form that both sides hash.
struct CanonicalRequest {
    let text: String
    /// The names of the signed headers, in order, separated by semicolons.
    let signedHeaders: String

    init(_ request: WireRequest, _ headers: WireHeaders) {
        let (path, query) = Self.parts(request.path)
        let canonical = Self.headers(headers)
        signedHeaders = canonical.map(\.name).joined(separator: ";")
        let lines = canonical.map { "\($0.name):\($0.value)\n" }.joined()
        let hash = Hex.text(SHA256.hash(data: request.body))
        text = "\(request.method)\n\(path)\n\(query)\n\(lines)\n\(signedHeaders)\n\(hash)"
    }

    private static func parts(_ target: String) -> (path: String, query: String) {
        // All of this project's requests go to the root.
        if target == "/" { return ("/", "") }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return (path(halves[0]), halves.count > 1 ? query(halves[1]) : "")
    }

    /// Dots resolved, repeated slashes joined, everything but RFC 3986's unreserved characters encoded once more.
    private static func path(_ path: Substring) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        let endsInSlash = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
        let joined = steps.map { QueryText.percentEncoded(String($0)) }.joined(separator: "/")
        return "/" + joined + (endsInSlash && !steps.isEmpty ? "/" : "")
    }

    private static func query(_ query: Substring) -> String {
        let pairs = query.split(separator: "&").map { field in
            let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (encoded(halves[0]), encoded(halves.count > 1 ? halves[1] : ""))
        }
        return pairs.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    /// Encoded once, whether or not it was before.
    private static func encoded(_ text: Substring) -> String {
        QueryText.percentEncoded(QueryText.percentDecoded(text) ?? String(text))
    }

    /// Lower-case names in order; values of one name joined by commas, blanks inside them single.
    private static func headers(_ headers: WireHeaders) -> [(name: String, value: String)] {
        var named: [(name: String, value: String)] = []
        for field in headers {
            let name = field.name.lowercased()
            if let known = named.firstIndex(where: { $0.name == name }) {
                named[known].value += "," + single(field.value)
            } else {
                named.append((name, single(field.value)))
            }
        }
        return named.sorted { $0.name < $1.name }
    }

    private static func single(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
