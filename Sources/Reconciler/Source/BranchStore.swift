import GitStore

/// Where branches beside the watched one are made and published: objects here, references where others see them.
public struct BranchStore: Sendable {
    let repository: Repository
    let publisher: any StatusPublisher

    init(_ repository: Repository, _ publisher: any StatusPublisher) {
        self.repository = repository
        self.publisher = publisher
    }
}
