public import Reconciler

/// The hints of every environment that is looked after, by repository and name: webhooks and queues post to them.
public actor HintDirectory {
    private var known: [String: [String: Hints]] = [:]

    /// Nothing is looked after yet.
    public init() {}

    /// The hints of an environment (as logs name it) of the repository at `url`; they stay the same while the process runs.
    public func hints(of environment: String, in url: String) -> Hints {
        if let found = known[url]?[environment] { return found }
        let made = Hints()
        known[url, default: [:]][environment] = made
        return made
    }

    /// What each environment of `repositories` reads, with its hints.
    public func sources(of repositories: [WatchedRepository]) -> [WatchedSource] {
        repositories.flatMap { repository in
            all(in: repository.url).map {
                WatchedSource(repository: repository.url, reference: repository.reference, hints: $0)
            }
        }
    }

    /// Those of every environment of the repository at `url`; of all repositories where it is nil.
    public func all(in url: String? = nil) -> [Hints] {
        let tables = url.map { [known[$0] ?? [:]] } ?? known.sorted { $0.key < $1.key }.map(\.value)
        return tables.flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }
    }
}
