import ArgumentParser
import Kinds
import Manifest
import Model

/// `neap explain Kind[.field]`: what the tables know of a field.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a kind or a field: its type, default, and what changing it costs.",
        discussion: "For example: neap explain Service.deploymentConfiguration.minimumHealthyPercent")

    @Argument(
        help: "Kind, or Kind.field.field.",
        completion: .list(allKinds.map { $0.schema.kind } + ["Environment", "Overlay", "Release"]))
    var name: String

    func run() throws {
        do {
            Terminal.out(try Explanation(of: name, among: allKinds.map { $0.manifest }).description + "\n")
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
