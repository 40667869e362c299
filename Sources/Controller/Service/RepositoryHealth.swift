import Reconciler

/// A repository as the configuration has it: several may be branches of one URL.
struct RepositoryID: Sendable, Hashable, Comparable {
    /// Empty where the configuration gives none.
    var name = ""
    /// Without user information.
    let url: String
    /// A full ref name.
    let reference: String

    static func < (a: RepositoryID, b: RepositoryID) -> Bool {
        (a.name, a.url, a.reference) < (b.name, b.url, b.reference)
    }
}

/// How one repository is.
struct RepositoryHealth: Sendable, Equatable {
    let id: RepositoryID
    /// True once its environments were listed.
    var isListed = false
    /// Why they can not be listed; nil when they can.
    var problem: String?
    var contact = SourceContact()
    /// When its loop last turned, seconds since 1970.
    var beatAt: Int
}
