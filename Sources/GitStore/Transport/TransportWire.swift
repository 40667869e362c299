/// What the parent asks of the child: one frame on its standard input.
struct TransportRequest: Codable, Sendable {
    enum Verb: String, Codable {
        case list, fetch, push
    }

    struct Login: Codable {
        var username: String
        var password: String?
        var privateKey: String?
    }

    struct Push: Codable {
        var commit: String
        var source: String
        var target: String
        var expected: String?
    }

    /// The only version there is; parent and child are the same executable, so others are refused.
    static let version = 1

    var version = TransportRequest.version
    var verb: Verb
    var url: String
    /// The `.git` directory; none for `list`.
    var repository: String?
    /// Full names to fetch, or prefixes to list.
    var names: [String] = []
    var push: Push?
    var login: Login?
    var hostKeys: [String] = []
    var authorityFile: String?
    /// Seconds until the child ends itself.
    var seconds: UInt32
    var memory: Int
    var pack: Int
}

/// What the child says: any number of `progress` and `references`, then one that `isFinal`.
enum TransportEvent: Codable, Sendable {
    struct Reference: Codable {
        var name: String
        var id: String
    }

    enum Category: String, Codable {
        case authentication, untrusted, refused, network, storage, library
    }

    struct Failure: Codable {
        var category: Category
        var retryable: Bool
        var code: Int
        var message: String
    }

    case progress(phase: String, received: Int, total: Int, bytes: Int)
    case references([Reference])
    case done
    case pushed
    case moved(actual: String?)
    case rejected(reason: String)
    case failed(Failure)

    var isFinal: Bool {
        switch self {
        case .progress, .references: false
        case .done, .pushed, .moved, .rejected, .failed: true
        }
    }
}
