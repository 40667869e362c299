import Kinds
import Model

/// One thing that AWS has, with what it hangs on.
struct LiveThing: Sendable {
    /// Its kind, and a key that tells it apart until it has a manifest's name.
    let id: ResourceID
    let awsName: String
    var live: Live
    /// The key of what it is a part of: a listener's load balancer, a policy's service.
    var parent: String?
    /// The key of the service in whose folder it goes; nil for what services share.
    var service: String?

    /// The kind's table; nil for a kind that nobody knows.
    var schema: KindSchema? { kindsByName[id.kind]?.schema }
}

/// Everything that was found, in the order of finding, and what has to be said about what was not.
public struct LiveStack: Sendable {
    var things: [LiveThing] = []
    /// What was left out or is only half of the truth, each with the resource that it is about.
    public internal(set) var notes: [ImportNote] = []

    /// Nothing yet.
    init() {}

    func all(_ kind: String) -> [LiveThing] { things.filter { $0.id.kind == kind } }
    func thing(_ kind: String, _ key: String) -> LiveThing? { things.first { $0.id == ResourceID(kind, key) } }
    func parts(_ kind: String, of parent: String) -> [LiveThing] {
        things.filter { $0.id.kind == kind && $0.parent == parent }
    }

    mutating func note(_ text: String, about id: ResourceID? = nil) {
        let note = ImportNote(text, about: id)
        if !notes.contains(note) { notes.append(note) }
    }
}

/// A line for the person who imports.
public struct ImportNote: Sendable, Equatable {
    /// What there is to say, without a full stop.
    public let text: String
    /// Which thing in AWS it is about, by kind and key; nil when it is about all.
    let about: ResourceID?

    init(_ text: String, about: ResourceID? = nil) {
        self.text = text
        self.about = about
    }
}
