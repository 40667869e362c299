import ArgumentParser

/// `neap lease`: who of several controllers leads an environment.
struct LeaseVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lease", abstract: "Show who leads an environment, or take its lease away.",
        subcommands: [LeaseShowVerb.self, LeaseStealVerb.self])
}
