import Logging
import Reconciler

/// What a repository's loop says of its server.
extension RepositoryLoop {
    /// Keeps how it is.
    func note(_ change: (inout RepositoryHealth) -> Void) { parts.health.note(repository.id, change) }

    /// Which repository log lines are about.
    var about: Logger.Metadata {
        ["repository": "\(repository.url)", "ref": "\(repository.reference)"]
    }

    /// Keeps how the server is, and says when it falls silent, again each hour, and when it is back.
    func tellContact() {
        let now = parts.health.now()
        let led = parts.health.environments.filter { $0.source == repository.id && $0.isLeading }
        // Without any loop, this one asks.
        let isAsked = !led.isEmpty || running.isEmpty
        let contact = silence.heard(repository.clone.contact, isAsked: isAsked, at: now)
        note { $0.contact = contact }
        switch silence.news(of: contact, at: now) {
        case .back: parts.logger.notice("Git's server answers again", metadata: about)
        case .silent(let seconds): tellSilence(seconds, contact, goesOn: led.contains(where: \.hasRead))
        case nil: return
        }
    }

    /// Only what was read in this term goes on: another process may have applied something newer before.
    private func tellSilence(_ seconds: Int, _ contact: SourceContact, goesOn: Bool) {
        let then =
            goesOn
            ? "what it last gave goes on to be enforced"
            : "nothing of it was read yet, and nothing is looked after until it answers"
        let found: Logger.Metadata = [
            "silent_seconds": .stringConvertible(seconds), "error": "\(contact.problem ?? "")",
        ]
        parts.logger.warning("Git's server gives nothing; \(then)", metadata: about.merging(found) { $1 })
    }
}
