import ArgumentParser

/// `neap set`: single values of manifests, edited in place.
struct SetVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Edit a value in the manifests of a work tree; comments and layout stay.",
        subcommands: [SetImageVerb.self])
}
